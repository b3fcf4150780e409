using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Digital;

/// <summary>What a system proposes is adopted only by the recorded decision of a person (người quyết định, hệ thống chỉ đề xuất).</summary>
public sealed class PeopleDecide() : ComplianceRule<AutomatedProposalFacts>(
    "CR-DIG-03",
    Severity.Critical,
    new BilingualText("Trí tuệ nhân tạo không có người kiểm soát", "AI without human supervision"),
    LegalBasis.Citing("Nguyên tắc chung 7, Quy định 379-QĐ/TW"))
{
    private static readonly Fact<AutomatedProposalFacts> AdoptionKnown = new(
        "adoption", AutomatedProposalFacts.Subject.WordOf(nameof(AutomatedProposalFacts.IsAdopted)), Specification.Where<AutomatedProposalFacts>(f => f.IsAdopted != null));

    private static readonly Fact<AutomatedProposalFacts> DecisionKnown = new(
        "human_decision", AutomatedProposalFacts.Subject.WordOf(nameof(AutomatedProposalFacts.HasHumanDecision)), Specification.Where<AutomatedProposalFacts>(f => f.HasHumanDecision != null));

    private static readonly ReasonKind Breach = new(
        "adopted_without_person",
        "Đề xuất '{proposal}' của hệ thống được áp dụng mà không có quyết định của người có thẩm quyền",
        "The system's proposal '{proposal}' was adopted without the recorded decision of a person");

    /// <inheritdoc/>
    protected override Validity Validity => new Validity(new LocalDate(2025, 10, 22), null);

    /// <inheritdoc/>
    protected override Specification<AutomatedProposalFacts> AppliesWhen => Where(f => f.IsAdopted != false);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<AutomatedProposalFacts>> Needs => [AdoptionKnown, DecisionKnown];

    /// <inheritdoc/>
    protected override Specification<AutomatedProposalFacts> Requires => Where(f => f.HasHumanDecision == true);

    /// <inheritdoc/>
    protected override Reason Because(AutomatedProposalFacts subject) => Breach.Because(Info.Basis, ("proposal", subject.Id));
}
