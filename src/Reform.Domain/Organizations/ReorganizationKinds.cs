using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>What holds for every reorganisation of a kind (đặc điểm của từng hình thức sắp xếp).</summary>
public static class ReorganizationKinds
{
    private static readonly Dictionary<ReorganizationKind, (bool Ends, string Word, BilingualText Name)> All = new()
    {
        [ReorganizationKind.Consolidate] = (true, "consolidate", new("hợp nhất", "consolidation")),
        [ReorganizationKind.Merge] = (true, "merge", new("sáp nhập", "merger")),
        [ReorganizationKind.Divide] = (true, "divide", new("chia", "division")),
        [ReorganizationKind.SplitOff] = (false, "split_off", new("tách", "split-off")),
        [ReorganizationKind.Transfer] = (false, "transfer", new("chuyển giao", "transfer")),
        [ReorganizationKind.Dissolve] = (true, "dissolve", new("giải thể", "dissolution")),
        [ReorganizationKind.DissolveAsDiscipline] = (true, "dissolve_as_discipline", new("giải tán", "dissolution as discipline")),
    };

    internal static IReadOnlyDictionary<string, ReorganizationKind> ByWord { get; } = All.ToDictionary(t => t.Value.Word, t => t.Key, StringComparer.Ordinal);

    /// <summary>Whether the unit that gives away ends by it.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>True for all but split-off and transfer.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is no defined kind.</exception>
    public static bool EndsTheSource(this ReorganizationKind kind) => Of(kind).Ends;

    /// <summary>What a kind is called.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The name, without a capital.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is no defined kind.</exception>
    public static BilingualText Name(this ReorganizationKind kind) => Of(kind).Name;

    private static (bool Ends, string Word, BilingualText Name) Of(ReorganizationKind kind) => All.TryGetValue(kind, out var traits)
        ? traits
        : throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of reorganisation.");
}
