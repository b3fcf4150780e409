using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>The procedures of an organization (danh mục quy trình); immutable, shared.</summary>
public sealed class ProcedureCatalogue
{
    private readonly Dictionary<string, Procedure> byCode = new(StringComparer.Ordinal);

    /// <summary>Creates a catalogue.</summary>
    /// <param name="procedures">The procedures.</param>
    /// <exception cref="ArgumentException">A code stands twice.</exception>
    public ProcedureCatalogue(IEnumerable<Procedure> procedures)
    {
        ArgumentNullException.ThrowIfNull(procedures);
        Procedures = procedures.ToValueList();
        foreach (Procedure procedure in Procedures)
        {
            if (!byCode.TryAdd(procedure.Code, procedure))
            {
                throw new ArgumentException("The procedure '" + procedure.Code + "' stands twice.", nameof(procedures));
            }
        }
    }

    /// <summary>The procedures, in the order given.</summary>
    public ValueList<Procedure> Procedures { get; }

    /// <summary>Finds a procedure.</summary>
    /// <param name="code">The code.</param>
    /// <returns>The procedure, or null when the catalogue does not have it.</returns>
    public Procedure? Find(string code) => byCode.GetValueOrDefault(code);
}
