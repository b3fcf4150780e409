using NodaTime;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Digital;

/// <summary>How far a unit works electronically in a period, flat (mức ứng dụng công nghệ thông tin); secret documents are left out.</summary>
public sealed record AdoptionFacts
{
    /// <summary>What rules have to know of these: judged by the rules of the last day of their period.</summary>
    public static RuleSubject<AdoptionFacts> Subject { get; } = new(
        "digital_adoption", new BilingualText("mức ứng dụng công nghệ thông tin", "use of information technology"), f => f.Id, f => f.PeriodEnd, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(UnitId)] = new("đơn vị", "unit"),
            [nameof(PeriodEnd)] = new("ngày cuối kỳ", "last day of the period"),
            [nameof(Documents)] = new("số văn bản không mật", "documents that are not secret"),
            [nameof(ElectronicDocuments)] = new("số văn bản điện tử", "electronic documents"),
            [nameof(Cases)] = new("số hồ sơ", "cases"),
            [nameof(OnlineCases)] = new("số hồ sơ trực tuyến", "online cases"),
        },
    };

    /// <summary>The unit and the period; for example "ward-a/2025".</summary>
    public required string Id { get; init; }

    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>The last day of the period.</summary>
    public LocalDate? PeriodEnd { get; init; }

    /// <summary>Documents sent, without the secret ones; null: not known.</summary>
    public int? Documents { get; init; }

    /// <summary>Those of them that went electronically; null: not known.</summary>
    public int? ElectronicDocuments { get; init; }

    /// <summary>Cases received; null: not known.</summary>
    public int? Cases { get; init; }

    /// <summary>Those of them that came online; null: not known.</summary>
    public int? OnlineCases { get; init; }

    /// <summary>Puts facts together.</summary>
    /// <param name="unitId">The unit.</param>
    /// <param name="period">The name of the period.</param>
    /// <param name="periodEnd">Its last day.</param>
    /// <param name="sent">Documents sent; null: not known.</param>
    /// <param name="secret">Those of them that are secret; null: not known.</param>
    /// <param name="electronic">Those that are not secret and went electronically; null: not known.</param>
    /// <param name="cases">Cases received; null: not known.</param>
    /// <param name="online">Those that came online; null: not known.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="ArgumentException">A count is negative, or a part is more than its whole.</exception>
    public static AdoptionFacts Of(string unitId, string period, LocalDate periodEnd, int? sent, int? secret, int? electronic, int? cases, int? online)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(unitId);
        ArgumentException.ThrowIfNullOrWhiteSpace(period);
        if (new[] { sent, secret, electronic, cases, online }.Any(n => n < 0) || secret > sent || electronic > sent - (secret ?? 0) || online > cases)
        {
            throw new ArgumentException("A count is negative, or a part is more than its whole.", nameof(sent));
        }

        return new AdoptionFacts
        {
            Id = unitId + "/" + period,
            UnitId = unitId,
            PeriodEnd = periodEnd,
            Documents = sent - secret,
            ElectronicDocuments = electronic,
            Cases = cases,
            OnlineCases = online,
        };
    }
}
