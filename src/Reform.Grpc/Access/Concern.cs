using Reform.Domain.Values;

namespace Reform.Grpc.Access;

/// <summary>Whom a call concerns: sets of units, of each of which the role has to be held for at least one.</summary>
internal sealed record Concern
{
    /// <summary>In the place of a unit that cannot be told: nobody has a role for it but who has it for everything.</summary>
    public const string NobodysUnit = "";

    private Concern(ValueList<ValueList<string>> sets, bool isEverything = false)
    {
        Sets = sets;
        IsEverything = isEverything;
    }

    /// <summary>No unit: reference data, or what the request brings along. The role for any unit is enough.</summary>
    public static Concern Nobody { get; } = new([]);

    /// <summary>All units, or what is not told apart by units. The role has to be held for everything.</summary>
    public static Concern Everything { get; } = new([], isEverything: true);

    public bool IsEverything { get; }

    /// <summary>Of each set one unit is enough.</summary>
    public ValueList<ValueList<string>> Sets { get; }

    /// <summary>These units; the role has to be held for each. None: <see cref="Everything"/>, so that leaving them out opens nothing.</summary>
    public static Concern Of(IEnumerable<string?> units) => AllOf(units.OfType<string>().Select(u => AnyOf([u])));

    public static Concern Of(params ReadOnlySpan<string?> units) => Of(units.ToArray().AsEnumerable());

    /// <summary>These units, each of which has a share in it; the role for one of them is enough. None: <see cref="Everything"/>.</summary>
    public static Concern AnyOf(IEnumerable<string> units)
    {
        ValueList<string> known = units.Distinct(StringComparer.Ordinal).ToValueList();
        return known.Count == 0 ? Everything : new Concern([known]);
    }

    /// <summary>All of these. None: <see cref="Everything"/>.</summary>
    public static Concern AllOf(IEnumerable<Concern> concerns)
    {
        List<Concern> all = [.. concerns];
        return all.Count == 0 || all.Exists(c => c.IsEverything) ? Everything : new Concern(all.SelectMany(c => c.Sets).Distinct().ToValueList());
    }
}
