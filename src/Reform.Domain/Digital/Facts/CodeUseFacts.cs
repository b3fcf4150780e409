using NodaTime;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Digital;

/// <summary>The codes that a unit uses of a shared list, flat (việc dùng danh mục mã dùng chung).</summary>
public sealed record CodeUseFacts
{
    /// <summary>What rules have to know of these: judged by the rules of the date of judgement.</summary>
    public static RuleSubject<CodeUseFacts> Subject { get; } = new(
        "code_use", new BilingualText("việc dùng danh mục mã", "use of a code list"), f => f.Id, f => f.AsOf, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(UnitId)] = new("đơn vị", "unit"),
            [nameof(AsOf)] = new("ngày đánh giá", "date of judgement"),
            [nameof(CodeList)] = new("danh mục", "code list"),
            [nameof(IsListKnown)] = new("có danh mục dùng chung", "shared list is known"),
            [nameof(Codes)] = new("số mã sử dụng", "codes in use"),
            [nameof(ForeignCodes)] = new("số mã ngoài danh mục", "codes outside the list"),
            [nameof(FirstForeignCode)] = new("mã ngoài danh mục", "code outside the list"),
        },
    };

    /// <summary>The unit and the list; for example "ward-a/procedures".</summary>
    public required string Id { get; init; }

    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>The date of judgement.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The shared list.</summary>
    public required string CodeList { get; init; }

    /// <summary>Whether the shared list is known.</summary>
    public bool IsListKnown { get; init; }

    /// <summary>How many codes the unit uses.</summary>
    public int Codes { get; init; }

    /// <summary>How many of them are not in the shared list.</summary>
    public int ForeignCodes { get; init; }

    /// <summary>The first of those, in the order of their characters.</summary>
    public string? FirstForeignCode { get; init; }

    /// <summary>Works the facts out.</summary>
    /// <param name="unitId">The unit.</param>
    /// <param name="codeList">The name of the shared list.</param>
    /// <param name="shared">The codes of the shared list; null: it is not known.</param>
    /// <param name="used">The codes that the unit uses; several times is once.</param>
    /// <param name="asOf">The date of judgement.</param>
    /// <returns>The facts.</returns>
    public static CodeUseFacts Of(string unitId, string codeList, IReadOnlySet<string>? shared, IEnumerable<string> used, LocalDate asOf)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(unitId);
        ArgumentException.ThrowIfNullOrWhiteSpace(codeList);
        ArgumentNullException.ThrowIfNull(used);
        string[] codes = [.. used.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string[] foreign = shared is null ? [] : [.. codes.Where(c => !shared.Contains(c))];
        return new CodeUseFacts
        {
            Id = unitId + "/" + codeList,
            UnitId = unitId,
            AsOf = asOf,
            CodeList = codeList,
            IsListKnown = shared is not null,
            Codes = codes.Length,
            ForeignCodes = foreign.Length,
            FirstForeignCode = foreign.Length > 0 ? foreign[0] : null,
        };
    }
}
