using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <content>Would a grant be lawful?</content>
public sealed partial class AuthorityRegister
{
    /// <summary>Says everything that would speak against a grant, without making it (thẩm định trước khi giao quyền).</summary>
    /// <remarks>
    /// A grant without fatal objections is in force on its first day; without any, a check says yes to its grantee in a case in its scope.
    /// Names that the register does not have are objections too; where there are any, the law is not looked at.
    /// </remarks>
    /// <param name="grant">The grant, as it would be made.</param>
    /// <returns>Every objection; empty when nothing speaks against it.</returns>
    public ValueList<GrantObjection> Validate(Grant grant)
    {
        ArgumentNullException.ThrowIfNull(grant);
        ValueList<GrantObjection> unfit = new AuthorityValidation(AllRecords, AllRecords, organization).ProblemsOf(grant, this)
            .Select(p => new GrantObjection(p.Code, true, p.Message)).ToValueList();
        return unfit.Count > 0 ? unfit : new GrantReview(grant, WithUnchecked(grant)).Objections().ToValueList();
    }

    // Compiled with the grant, whatever speaks against it.
    private AuthorityModel WithUnchecked(Grant grant)
    {
        var record = new Recorded<Grant>("grants/" + grant.Id, grant, Instant.MaxValue);
        return new AuthorityRegister(AllRecords, standing with { Grants = [.. standing.Grants, record] }, organization, Regimes, KnownAt, null).model.Value;
    }
}
