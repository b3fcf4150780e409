using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Rules;

/// <summary>A made-up object of flat facts.</summary>
public sealed record Dossier
{
    public string Id { get; init; } = "D1";

    public string UnitId { get; init; } = "U1";

    public LocalDate? ReceivedOn { get; init; }

    public LocalDate? DueOn { get; init; }

    public LocalDate? EndedOn { get; init; }

    public int Pages { get; init; }

    public int? Copies { get; init; }

    public bool IsSecret { get; init; }

    public DossierState State { get; init; }

    public string? Channel { get; init; }

    public int Computed => Pages * 2;

    public static RuleSubject<Dossier> Subject { get; } = new(
        "dossier", new BilingualText("hồ sơ thử", "dossier"), d => d.Id, d => d.ReceivedOn, d => d.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(DueOn)] = new("hạn trả", "due date"),
            [nameof(EndedOn)] = new("ngày kết thúc", "ended on"),
            [nameof(Copies)] = new("số bản sao", "copies"),
        },
    };
}

public enum DossierState
{
    Open = 0,

    Closed = 1,

    SentBack = 2,
}

/// <summary>A made-up rule with two conditions, each with facts of its own, and a dated threshold.</summary>
public sealed class EndedInTimeWithFewCopies(string code = "T-CAS-01", Validity validity = default, LocalDate? announced = null) : ComplianceRule<Dossier>(
    code, Severity.Error, new BilingualText("Trễ hoặc quá nhiều bản sao", "Late, or too many copies"), LegalBasis.Citing("Quy định thử"))
{
    public static readonly LocalDate Change = new(2025, 7, 1);

    public static readonly RuleParameter Most = new(
        "most_copies",
        new BilingualText("số bản sao tối đa", "most copies"),
        Tightening.Lower,
        new DatedValues<int>(
        [
            new Dated<int>(5, new Validity(null, Change), LegalBasis.Citing("cũ")),
            new Dated<int>(3, new Validity(Change, null), LegalBasis.Citing("mới")),
        ]));

    private static readonly ReasonKind Breach = new("late_or_many", "Kết thúc {ended}, tối đa {most} bản", "Ended {ended}, at most {most} copies");

    protected override Validity Validity => validity;

    protected override LocalDate? AnnouncedOn => announced;

    protected override IEnumerable<RuleParameter> Parameters => [Most];

    protected override Specification<Dossier> AppliesWhen => Where(d => d.State == DossierState.Closed && !d.IsSecret);

    protected override Specification<Dossier> Requires => Conditions.Select(c => c.Holds).Aggregate((a, b) => a & b);

    protected override IEnumerable<Condition<Dossier>> Conditions
    {
        get
        {
            int most = ValueOf(Most);
            return
            [
                new("in_time", new BilingualText("đúng hạn", "in time"), Where(d => d.EndedOn <= d.DueOn), Known("ended_on", d => d.EndedOn != null), Known("due_on", d => d.DueOn != null)),
                new("few_copies", new BilingualText("ít bản sao", "few copies"), Where(d => d.Copies <= most), Known("copies", d => d.Copies != null)),
            ];
        }
    }

    protected override Reason Because(Dossier subject) => Breach.Because(
        Info.Basis, ("ended", subject.EndedOn is LocalDate ended ? ended : new BilingualText("không rõ", "not known")), ("most", ValueOf(Most)));

    private static Fact<Dossier> Known(string name, System.Linq.Expressions.Expression<Func<Dossier, bool>> isPresent) =>
        new(name, BilingualText.Same(name), Specification.Where(isPresent));
}

/// <summary>A made-up rule of one condition.</summary>
public sealed class Requirement(
    string code, System.Linq.Expressions.Expression<Func<Dossier, bool>> requires, Validity validity = default, LocalDate? announced = null) : ComplianceRule<Dossier>(
    code, Severity.Warning, new BilingualText("Không đạt", "Not met"), LegalBasis.Citing("Quy định thử"))
{
    private static readonly ReasonKind Breach = new("not_met", "Không đạt", "Not met");

    protected override Validity Validity => validity;

    protected override LocalDate? AnnouncedOn => announced;

    protected override Specification<Dossier> Requires => Where(requires);

    protected override Reason Because(Dossier subject) => Breach.Because(Info.Basis);
}
