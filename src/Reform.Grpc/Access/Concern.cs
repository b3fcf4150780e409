using Reform.Domain.Values;

namespace Reform.Grpc.Access;

/// <summary>Whom a call concerns.</summary>
internal sealed record Concern
{
    private Concern(bool isEverything, ValueList<string> units)
    {
        IsEverything = isEverything;
        Units = units;
    }

    /// <summary>No unit: reference data, or what the request brings along. The role for any unit is enough.</summary>
    public static Concern Nobody { get; } = new(false, []);

    /// <summary>All units, or what is not told apart by units. The role has to be held for everything.</summary>
    public static Concern Everything { get; } = new(true, []);

    /// <summary>In the place of a unit that cannot be told: nobody has a role for it but who has it for everything.</summary>
    public const string NobodysUnit = "";

    public bool IsEverything { get; }

    public ValueList<string> Units { get; }

    /// <summary>These units; the role has to be held for each. None: <see cref="Everything"/>, so that leaving them out opens nothing.</summary>
    public static Concern Of(IEnumerable<string?> units)
    {
        ValueList<string> known = units.OfType<string>().Distinct(StringComparer.Ordinal).ToValueList();
        return known.Count == 0 ? Everything : new Concern(false, known);
    }

    public static Concern Of(params ReadOnlySpan<string?> units) => Of(units.ToArray().AsEnumerable());
}
