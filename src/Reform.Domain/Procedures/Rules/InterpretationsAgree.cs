using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Interpretations in force about one thing give one result (các giải thích thống nhất), also where the higher level would prevail.</summary>
public sealed class InterpretationsAgree() : ComplianceRule<InterpretedMatterFacts>(
    "CR-PRC-06",
    Severity.Error,
    ReadingNotSettled,
    LegalBasis.Programme72("nhiều cách hiểu khác nhau", "read in different ways"))
{
    /// <summary>The title of the code, whatever it judges.</summary>
    internal static readonly BilingualText ReadingNotSettled = new("Cách hiểu chưa được thống nhất", "Reading not settled");

    private static readonly ReasonKind Breach = new(
        "interpretations_contradict",
        "{count} giải thích về '{matter}' đang có hiệu lực: {how}",
        "{count} interpretations of '{matter}' are in force: {how}");

    /// <inheritdoc/>
    protected override Specification<InterpretedMatterFacts> AppliesWhen => Where(f => f.InForce > 1);

    /// <inheritdoc/>
    protected override Specification<InterpretedMatterFacts> Requires => Where(f => f.Standing == InterpretationStanding.Interpreted);

    /// <inheritdoc/>
    protected override Reason Because(InterpretedMatterFacts subject) => Breach.Because(
        Info.Basis,
        ("count", subject.InForce),
        ("matter", subject.Id),
        ("how", new BilingualText(subject.DifferenceVietnamese!, subject.DifferenceEnglish!)));
}
