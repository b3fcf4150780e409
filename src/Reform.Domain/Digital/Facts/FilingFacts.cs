using NodaTime;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Digital;

/// <summary>A filing by electronic means, flat (nộp hồ sơ trên môi trường điện tử).</summary>
public sealed record FilingFacts
{
    /// <summary>What rules have to know of these: judged by the rules of the day on which they were filed.</summary>
    public static RuleSubject<FilingFacts> Subject { get; } = new(
        "electronic_filing", new BilingualText("nộp hồ sơ điện tử", "electronic filing"), f => f.Id, f => f.FiledOn, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(UnitId)] = new("đơn vị tiếp nhận", "receiving unit"),
            [nameof(FiledOn)] = new("ngày nộp", "filed on"),
            [nameof(IdentityLevel)] = new("mức định danh", "level of identification"),
            [nameof(IsForAnother)] = new("nộp thay", "filed for another"),
            [nameof(IsAuthorised)] = new("có ủy quyền", "authorised"),
        },
    };

    /// <summary>The case.</summary>
    public required string Id { get; init; }

    /// <summary>The unit that received it.</summary>
    public required string UnitId { get; init; }

    /// <summary>When it was filed; null: not known.</summary>
    public LocalDate? FiledOn { get; init; }

    /// <summary>The VNeID level of the filer, 1 or 2; 0: none; null: not recorded.</summary>
    public int? IdentityLevel { get; init; }

    /// <summary>Whether it was filed for somebody else.</summary>
    public bool IsForAnother { get; init; }

    /// <summary>Whether the filer is authorised for that; null: not recorded.</summary>
    public bool? IsAuthorised { get; init; }
}
