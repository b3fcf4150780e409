using System.Numerics;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>How much a unit shortened its procedures in a period, flat (mức rút ngắn bình quân).</summary>
public sealed record ReductionFacts
{
    /// <summary>What rules have to know of it: judged by the rules of the last date of the period.</summary>
    public static RuleSubject<ReductionFacts> Subject { get; } = new(
        "reduction", new BilingualText("mức rút ngắn thủ tục", "shortening of procedures"), f => f.Id, f => f.To, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(UnitId)] = new("đơn vị", "unit"),
            [nameof(From)] = new("ngày đầu kỳ", "first date"),
            [nameof(To)] = new("ngày cuối kỳ", "last date"),
            [nameof(Procedures)] = new("số thủ tục có thời hạn", "procedures with a limit"),
            [nameof(Untold)] = new("số thủ tục không so sánh được", "procedures that cannot be compared"),
            [nameof(MeanAtMost)] = new("mức rút ngắn bình quân cao nhất (phần vạn)", "mean reduction at most (hundredths of a percent)"),
        },
    };

    /// <summary>The unit and the period.</summary>
    public required string Id { get; init; }

    /// <summary>The unit; null: not said.</summary>
    public string? UnitId { get; init; }

    /// <summary>The first date of the period.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last date of the period.</summary>
    public required LocalDate To { get; init; }

    /// <summary>How many procedures with a limit of the whole it has.</summary>
    public int Procedures { get; init; }

    /// <summary>Of how many of them the two limits cannot be compared.</summary>
    public int Untold { get; init; }

    /// <summary>The mean of the reductions of each procedure in hundredths of a percent, rounded down, each of the untold taken as reduced to nothing: the mean itself where none is untold, else what it can at most be. Negative: they grew.</summary>
    public int MeanAtMost { get; init; }

    /// <summary>Works the facts of changes out that have one unit and one period.</summary>
    /// <param name="changes">The changes of procedures with a limit of the whole; at least one.</param>
    /// <returns>The facts.</returns>
    internal static ReductionFacts Of(IReadOnlyList<VersionChangeFacts> changes)
    {
        BigInteger numerator = 0, denominator = 1;
        foreach (VersionChangeFacts change in changes)
        {
            (int saved, int of) = change is { TotalBefore: int before, TotalAfter: int after } ? (before - after, before) : (1, 1);
            (numerator, denominator) = ((numerator * of) + (saved * denominator), denominator * of);
        }

        (BigInteger mean, BigInteger rest) = BigInteger.DivRem(numerator * 10_000, denominator * changes.Count);
        return new ReductionFacts
        {
            Id = changes[0].UnitId + "/" + LocalDatePattern.Iso.Format(changes[0].From) + "/" + LocalDatePattern.Iso.Format(changes[0].To),
            UnitId = changes[0].UnitId,
            From = changes[0].From,
            To = changes[0].To,
            Procedures = changes.Count,
            Untold = changes.Count(c => c.TotalBefore is null || c.TotalAfter is null),
            MeanAtMost = (int)BigInteger.Max(int.MinValue, rest < 0 ? mean - 1 : mean),
        };
    }
}
