using NodaTime;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>The laws of grants over time (các chế độ giao quyền theo thời gian); immutable, shared.</summary>
public sealed class GrantRegimes
{
    private static readonly Lazy<GrantRegimes> BuiltIn = new(ReadBuiltIn);

    /// <summary>Creates a list of regimes.</summary>
    /// <param name="regimes">The regimes, in any order.</param>
    /// <exception cref="ArgumentException">An identifier stands twice.</exception>
    public GrantRegimes(IEnumerable<GrantRegime> regimes)
    {
        ArgumentNullException.ThrowIfNull(regimes);
        Regimes = regimes.ToValueList();
        if (Regimes.Select(r => r.Id).Distinct(StringComparer.Ordinal).Count() != Regimes.Count)
        {
            throw new ArgumentException("An identifier of a regime stands twice.", nameof(regimes));
        }
    }

    /// <summary>No law at all: the instruments alone count.</summary>
    public static GrantRegimes None { get; } = new([]);

    /// <summary>The laws of Vietnam, as far as they were read: see docs/sources.md.</summary>
    public static GrantRegimes Vietnam => BuiltIn.Value;

    /// <summary>The regimes, in the order given.</summary>
    public ValueList<GrantRegime> Regimes { get; }

    /// <summary>The regimes for grants of a kind by a body, in force on a date; the general law first, then what a territory adds.</summary>
    /// <param name="kind">The kind of grant.</param>
    /// <param name="grantor">The unit of the grantor.</param>
    /// <param name="on">The first day of the grant.</param>
    /// <returns>The regimes; a grant has to keep one of them. Empty: no law that was read is about it.</returns>
    public ValueList<GrantRegime> For(GrantKind kind, OrganizationUnit grantor, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(grantor);
        return Regimes.Where(r => r.Kind == kind && r.System == grantor.System && r.Validity.Contains(on)
                && (r.Grantors.Count == 0 || r.Grantors.Contains(grantor.Kind))
                && (r.Territories.Count == 0 || (grantor.Territory is string territory && r.Territories.Contains(territory, StringComparer.Ordinal))))
            .OrderBy(r => r.Territories.Count > 0).ToValueList();
    }

    private static GrantRegimes ReadBuiltIn()
    {
        using Stream stream = typeof(GrantRegimes).Assembly.GetManifestResourceStream("grant-regimes.json")!;
        return GrantRegimeFile.Read(stream, "grant-regimes.json");
    }
}
