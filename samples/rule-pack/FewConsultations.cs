using Reform.Domain.Cases;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Samples.RulePack;

/// <summary>No more units are consulted than the threshold says; a unit may set itself a lower one.</summary>
public sealed class FewConsultations() : ComplianceRule<CaseFacts>(
    "SAMPLE-CAS-02",
    Severity.Info,
    new BilingualText("Lấy ý kiến quá nhiều đơn vị", "Too many units consulted"),
    LegalBasis.Citing("Quy tắc mẫu, không cơ quan nào ban hành"))
{
    private static readonly RuleParameter Most = RuleParameter.Always(
        "most_consultations",
        new BilingualText("số lần lấy ý kiến tối đa", "most consultations"),
        Tightening.Lower,
        3,
        LegalBasis.Citing("Quy tắc mẫu, không cơ quan nào ban hành"));

    private static readonly ReasonKind Breach = new(
        "sample_many_consultations", "Lấy ý kiến {count} lần, tối đa {most}", "{count} consultations, at most {most}");

    protected override IEnumerable<RuleParameter> Parameters => [Most];

    protected override Specification<CaseFacts> Requires
    {
        get
        {
            int most = ValueOf(Most);
            return Where(c => c.Consultations <= most);
        }
    }

    protected override Reason Because(CaseFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Breach.Because(Info.Basis, ("count", subject.Consultations), ("most", ValueOf(Most)));
    }
}
