using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Nothing that is posted includes content marked secret (không công khai nội dung mật).</summary>
/// <remarks>
/// Critical under section 6.2.4 of Regulation 294-QĐ/TW. Before and after it a warning: the Law of 2018 on Protection of State Secrets
/// forbids the internet and the media, and a posting may be on a board; that of 2025 was not read.
/// </remarks>
public sealed class NoSecretPosting : ComplianceRule<PublicationFacts>
{
    private static readonly ReasonKind Breach = new(
        "secret_content_posted",
        "Đơn vị '{unit}' công khai nội dung mật trong {count} bản của thủ tục '{procedure}'",
        "The unit '{unit}' posts content marked secret in {count} posting(s) of the procedure '{procedure}'");

    private static readonly LegalBasis LawOf2018 = new(new BilingualText(
        "Điều 5(9) Luật Bảo vệ bí mật nhà nước 29/2018/QH14", "Law on Protection of State Secrets 29/2018/QH14, Art. 5(9)"));

    private static readonly LegalBasis LawOf2025 =
        new(new BilingualText("Luật Bảo vệ bí mật nhà nước 117/2025/QH15", "Law on Protection of State Secrets 117/2025/QH15"));

    private readonly Validity period;

    private NoSecretPosting(Severity severity, LegalBasis basis, Validity period)
        : base("CR-PUB-07", severity, new BilingualText("Công khai tài liệu mật", "Secret content published"), basis) => this.period = period;

    /// <summary>The rule in each of its periods, oldest first.</summary>
    public static ValueList<NoSecretPosting> All { get; } =
    [
        new(Severity.Warning, LawOf2018, new Validity(new LocalDate(2020, 7, 1), new LocalDate(2025, 7, 1))),
        new(
            Severity.Critical,
            new LegalBasis(new BilingualText("Mục 6.2.4 Quy định 294-QĐ/TW", "Regulation 294-QĐ/TW, section 6.2.4")),
            new Validity(new LocalDate(2025, 7, 1), new LocalDate(2026, 4, 8))),
        new(Severity.Warning, LawOf2025, new Validity(new LocalDate(2026, 4, 8), null)),
    ];

    /// <inheritdoc/>
    protected override Validity Validity => period;

    /// <inheritdoc/>
    protected override Specification<PublicationFacts> AppliesWhen => Where(f => f.Posted > 0);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<PublicationFacts>> Needs =>
    [
        new Fact<PublicationFacts>(
            "secrecy",
            new BilingualText("có nội dung mật hay không của mọi bản công khai", "whether each posting includes content marked secret"),
            Specification.Where<PublicationFacts>(f => f.Secret > 0 || f.SecrecyUnknown == 0)),
    ];

    /// <inheritdoc/>
    protected override Specification<PublicationFacts> Requires => Where(f => f.Secret == 0);

    /// <inheritdoc/>
    protected override Reason Because(PublicationFacts subject) =>
        Breach.Because(Info.Basis, ("unit", subject.UnitId), ("count", subject.Secret), ("procedure", subject.ProcedureCode));
}
