using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Digital;

/// <summary>The shares of electronic documents and of online cases of a unit reach their targets (ứng dụng công nghệ thông tin); a share of nothing is not judged.</summary>
public sealed class AdoptionMeetsTarget() : ComplianceRule<AdoptionFacts>(
    "CR-DIG-01",
    Severity.Warning,
    new BilingualText("Ứng dụng công nghệ thông tin thấp", "Low adoption"),
    Basis)
{
    private static readonly LegalBasis Basis = LegalBasis.Programme72("ứng dụng CNTT chậm, chưa thống nhất", "the use of information technology is slow and uneven");

    private static readonly RuleParameter ElectronicTarget = RuleParameter.Always(
        "electronic_percent", new BilingualText("mục tiêu văn bản điện tử, phần trăm", "target of electronic documents, percent"), Tightening.Higher, 95, Basis);

    private static readonly RuleParameter OnlineTarget = RuleParameter.Always(
        "online_percent", new BilingualText("mục tiêu hồ sơ trực tuyến, phần trăm", "target of online cases, percent"), Tightening.Higher, 60, Basis);

    private static readonly Fact<AdoptionFacts> DocumentsKnown = new(
        "documents",
        new BilingualText("số văn bản và văn bản điện tử", "the documents and the electronic ones"),
        Specification.Where<AdoptionFacts>(f => f.Documents == 0 || (f.Documents != null && f.ElectronicDocuments != null)));

    private static readonly Fact<AdoptionFacts> CasesKnown = new(
        "cases",
        new BilingualText("số hồ sơ và hồ sơ trực tuyến", "the cases and the online ones"),
        Specification.Where<AdoptionFacts>(f => f.Cases == 0 || (f.Cases != null && f.OnlineCases != null)));

    private static readonly ReasonKind Breach = new(
        "low_adoption",
        "Đơn vị '{unit}': {broken}",
        "The unit '{unit}': {broken}");

    /// <inheritdoc/>
    protected override IEnumerable<RuleParameter> Parameters => [ElectronicTarget, OnlineTarget];

    /// <inheritdoc/>
    protected override Specification<AdoptionFacts> AppliesWhen => Where(f => f.Documents == null || f.Documents > 0 || f.Cases == null || f.Cases > 0);

    /// <inheritdoc/>
    protected override IEnumerable<Condition<AdoptionFacts>> Conditions
    {
        get
        {
            int electronic = ValueOf(ElectronicTarget), online = ValueOf(OnlineTarget);
            return
            [
                new(
                    "electronic_documents",
                    new BilingualText("tỉ lệ văn bản điện tử dưới mục tiêu", "the share of electronic documents is below its target"),
                    Where(f => f.Documents == 0 || 100 * f.ElectronicDocuments >= electronic * f.Documents),
                    DocumentsKnown),
                new(
                    "online_cases",
                    new BilingualText("tỉ lệ hồ sơ trực tuyến dưới mục tiêu", "the share of online cases is below its target"),
                    Where(f => f.Cases == 0 || 100 * f.OnlineCases >= online * f.Cases),
                    CasesKnown),
            ];
        }
    }

    /// <inheritdoc/>
    protected override Specification<AdoptionFacts> Requires => Conditions.Select(c => c.Holds).Aggregate((a, b) => a & b);

    /// <inheritdoc/>
    protected override Reason Because(AdoptionFacts subject) => Breach.Because(Info.Basis, ("unit", subject.UnitId), ("broken", Broken(subject)));
}
