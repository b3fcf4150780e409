using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Pilots;

/// <summary>A pilot tries what Central rules do not have, and says what they lack (nội dung chưa có trong quy định của Trung ương).</summary>
public sealed class MatterNotRegulated() : ComplianceRule<PilotFacts>(
    "CR-PIL-05",
    Severity.Warning,
    new BilingualText("Nội dung đã có quy định", "Already regulated"),
    LegalBasis.Programme72("chưa có trong quy định Trung ương", "not yet in rules of Central"))
{
    private static readonly ReasonKind Covered = new(
        "pilot_matter_regulated", "Nội dung đề xuất đã có trong {instrument}", "What is proposed is regulated already, by {instrument}");

    private static readonly ReasonKind NoGap = new(
        "pilot_cites_no_gap", "Đề xuất không nêu nội dung chưa được quy định", "The proposal does not say what the rules lack");

    /// <inheritdoc/>
    protected override IEnumerable<Condition<PilotFacts>> Conditions =>
    [
        new("cites_gap", new BilingualText("không nêu nội dung chưa được quy định", "it does not say what the rules lack"), Where(f => f.CitesGap)),
        new(
            "not_covered",
            new BilingualText("đã có quy định của Trung ương", "Central rules cover it"),
            Where(f => f.CentralRules == 0),
            new Fact<PilotFacts>("central_rules", PilotFacts.Subject.WordOf(nameof(PilotFacts.CentralRules)), Specification.Where<PilotFacts>(f => f.CentralRules != null))),
    ];

    /// <inheritdoc/>
    protected override Specification<PilotFacts> Requires => Conditions.Select(c => c.Holds).Aggregate((a, b) => a & b);

    /// <inheritdoc/>
    protected override Reason Because(PilotFacts subject) => subject.FirstCentralRule is string number && subject.CentralRules > 0
        ? Covered.Because(Info.Basis, ("instrument", number))
        : NoGap.Because(Info.Basis);
}
