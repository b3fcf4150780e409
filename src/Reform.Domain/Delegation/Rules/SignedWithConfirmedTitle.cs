using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;

namespace Reform.Domain.Delegation;


/// <summary>
/// Who signs by an elected title of the Party has it confirmed (chức danh đã được chuẩn y); a secretary, and a deputy commissioned while there is none, sign
/// from the election on.
/// </summary>
public sealed class SignedWithConfirmedTitle() : ComplianceRule<SignatureFacts>(
    "CR-DLG-13", Severity.Error, DelegationTitles.NotConfirmed, Law.Basis)
{
    private static readonly DelegationLaw Law = DelegationLaw.Regulation294("15.2");

    private static readonly ReasonKind Breach = new(
        "signed_before_confirmation",
        "Văn bản {document} ký ngày {on} bằng chức danh {position} chưa được chuẩn y",
        "{document} was signed on {on} by the title {position}, which was not confirmed");

    /// <inheritdoc/>
    protected override Validity Validity => Law.Validity;

    /// <inheritdoc/>
    protected override Specification<SignatureFacts> AppliesWhen => Where(s => s.System == OrganizationSystem.Party && s.HoldsPosition);

    /// <inheritdoc/>
    protected override Specification<SignatureFacts> Requires => Where(s => s.Title != SigningVerdict.Invalid);

    /// <inheritdoc/>
    protected override Reason Because(SignatureFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Breach.Because(Info.Basis, ("document", subject.DocumentId), ("on", subject.SignedOn), ("position", subject.PositionId));
    }
}
