using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Rules;

/// <summary>A made-up object to judge.</summary>
public sealed record Paper(bool IsFiled = true, int? Pages = null, string? Signer = null, LocalDate? On = null, string? Unit = null)
{
    public static readonly RuleSubject<Paper> Subject = new(
        "paper", new BilingualText("giấy tờ", "paper"), p => p.Signer ?? "", p => p.On, p => p.Unit)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal) { ["Pages"] = new BilingualText("số trang", "pages") },
    };
}

/// <summary>A made-up rule: a filed paper has at most as many pages as it may; needs its pages and its signer.</summary>
public sealed class PagesWithin(string code, int most) : ComplianceRule<Paper>(
    code, Severity.Warning, new BilingualText("Quá số trang", "Too many pages"), Basis)
{
    public static readonly LegalBasis Basis = LegalBasis.Citing("Quy định thử nghiệm");

    private static readonly ReasonKind Breach = new("too_many_pages", "{pages} trang, tối đa {most}", "{pages} pages, at most {most}");

    public int ReasonsAsked { get; private set; }

    public int PartsAsked { get; private set; }

    protected override Specification<Paper> AppliesWhen
    {
        get
        {
            PartsAsked++;
            return Where(p => p.IsFiled);
        }
    }

    protected override IEnumerable<Fact<Paper>> Needs =>
    [
        new Fact<Paper>("pages", new BilingualText("số trang", "the pages"), Specification.Where<Paper>(p => p.Pages != null)),
        new Fact<Paper>("signer", new BilingualText("người ký", "the signer"), Specification.Where<Paper>(p => p.Signer != null)),
    ];

    // Read through: a paper without pages would throw here, so the facts must be asked for first.
    protected override Specification<Paper> Requires => Where(p => p.Pages!.Value <= most);

    protected override Reason Because(Paper subject)
    {
        ReasonsAsked++;
        return Breach.Because(Info.Basis, ("pages", subject.Pages!.Value), ("most", most));
    }
}

/// <summary>A made-up rule without a condition or facts of its own, which fails everything.</summary>
public sealed class NothingPasses() : ComplianceRule<Paper>(
    "T-09", Severity.Info, new BilingualText("Không đạt", "Never"), PagesWithin.Basis)
{
    private static readonly ReasonKind Breach = new("never", "Không bao giờ", "Never");

    protected override Specification<Paper> Requires => !Specification.Always<Paper>();

    protected override Reason Because(Paper subject) => Breach.Because(null);
}

/// <summary>A made-up rule with a defect.</summary>
public sealed class BrokenRule(string code) : ComplianceRule<Paper>(
    code, Severity.Error, new BilingualText("Hỏng", "Broken"), PagesWithin.Basis)
{
    protected override Specification<Paper> Requires => Where(p => p.Signer!.Length > 0);

    protected override Reason Because(Paper subject) => throw new NotSupportedException("never asked for here");
}
