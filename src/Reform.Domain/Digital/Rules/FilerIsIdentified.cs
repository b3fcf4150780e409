using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Digital;

/// <summary>Who files electronically is identified at level 2, and authorised where it is for another (định danh mức 2, người được ủy quyền nộp).</summary>
public sealed class FilerIsIdentified() : ComplianceRule<FilingFacts>(
    "CR-DIG-04",
    Severity.Error,
    new BilingualText("Xác thực không đủ mức", "Authentication too low"),
    LegalBasis.PartyProcedures("11, 12"))
{
    private static readonly RuleParameter Least = RuleParameter.Always(
        "least_level", new BilingualText("mức định danh tối thiểu", "least level of identification"), Tightening.Higher, 2, LegalBasis.PartyProcedures("12"));

    private static readonly Fact<FilingFacts> LevelKnown = new(
        "identity_level", FilingFacts.Subject.WordOf(nameof(FilingFacts.IdentityLevel)), Specification.Where<FilingFacts>(f => f.IdentityLevel != null));

    private static readonly Fact<FilingFacts> AuthorityKnown = new(
        "authorisation", FilingFacts.Subject.WordOf(nameof(FilingFacts.IsAuthorised)), Specification.Where<FilingFacts>(f => !f.IsForAnother || f.IsAuthorised != null));

    private static readonly ReasonKind Breach = new(
        "filer_not_identified",
        "Hồ sơ nộp điện tử: {broken}",
        "The electronic filing: {broken}");

    /// <inheritdoc/>
    protected override Validity Validity => new Validity(new LocalDate(2025, 7, 9), null);

    /// <inheritdoc/>
    protected override IEnumerable<RuleParameter> Parameters => [Least];

    /// <inheritdoc/>
    protected override IEnumerable<Condition<FilingFacts>> Conditions
    {
        get
        {
            int least = ValueOf(Least);
            return
            [
                new("identified", new BilingualText("định danh chưa đủ mức", "the level of identification is too low"), Where(f => f.IdentityLevel >= least), LevelKnown),
                new("authorised", new BilingualText("người nộp thay không có ủy quyền", "who filed for another is not authorised"), Where(f => !f.IsForAnother || f.IsAuthorised == true), AuthorityKnown),
            ];
        }
    }

    /// <inheritdoc/>
    protected override Specification<FilingFacts> Requires => Conditions.Select(c => c.Holds).Aggregate((a, b) => a & b);

    /// <inheritdoc/>
    protected override Reason Because(FilingFacts subject) => Breach.Because(Info.Basis, ("broken", Broken(subject)));
}
