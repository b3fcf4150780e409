using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Procedures as reference data, with the instruments that they cite (danh mục thủ tục tham chiếu).</summary>
/// <param name="Sources">The instruments.</param>
/// <param name="Procedures">The procedures; a code stands once.</param>
public sealed record ProcedureCatalogue(ValueList<ProcedureSource> Sources, ValueList<Procedure> Procedures)
{
    private static readonly Lazy<ProcedureCatalogue> BuiltIn = new(ReadBuiltIn);

    // Worked out at the first question. It follows from the lists, and is no part of what makes two catalogues equal; a copy works out its own.
    private volatile Index? index;

    private ProcedureCatalogue(ProcedureCatalogue other) => (Sources, Procedures) = (other.Sources, other.Procedures);

    /// <summary>Procedures of Party and State as their published instruments describe them; what was not read says so.</summary>
    public static ProcedureCatalogue Vietnam => BuiltIn.Value;

    /// <summary>Finds a procedure.</summary>
    /// <param name="code">The code; for example "PTY-ADM".</param>
    /// <returns>The procedure, or null.</returns>
    public Procedure? Find(string code) => code is null ? null : Indexed.Procedures.GetValueOrDefault(code);

    /// <summary>Finds an instrument.</summary>
    /// <param name="id">Its identifier; for example "QD294".</param>
    /// <returns>The instrument, or null.</returns>
    public ProcedureSource? FindSource(string id) => id is null ? null : Indexed.Sources.GetValueOrDefault(id);

    /// <summary>Whether another catalogue has the same instruments and procedures.</summary>
    /// <param name="other">The other one.</param>
    /// <returns>The answer.</returns>
    public bool Equals(ProcedureCatalogue? other) => other is not null && Sources.Equals(other.Sources) && Procedures.Equals(other.Procedures);

    /// <summary>A hash of the instruments and procedures.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => HashCode.Combine(Sources, Procedures);

    private Index Indexed => index ??= new Index(FirstBy(Procedures, p => p.Code), FirstBy(Sources, s => s.Id));

    private static Dictionary<string, T> FirstBy<T>(ValueList<T> items, Func<T, string> keyOf)
    {
        var first = new Dictionary<string, T>(items.Count, StringComparer.Ordinal);
        foreach (T item in items)
        {
            first.TryAdd(keyOf(item), item);
        }

        return first;
    }

    private static ProcedureCatalogue ReadBuiltIn()
    {
        using Stream stream = typeof(ProcedureCatalogue).Assembly.GetManifestResourceStream("vietnam-procedures.json")!;
        return ProcedureFile.Read(stream, "vietnam-procedures.json");
    }

    private sealed record Index(Dictionary<string, Procedure> Procedures, Dictionary<string, ProcedureSource> Sources);
}

/// <summary>An instrument that procedures cite (văn bản căn cứ).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Title">Its title.</param>
/// <param name="Number">Its number.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Kind">How it was read; for example "primary-text" or "secondary".</param>
/// <param name="Validity">When it is in force.</param>
public sealed record ProcedureSource(string Id, string Title, string Number, string Issuer, string Kind, Validity Validity)
{
    /// <summary>What is known of its first day when the day itself is not; null otherwise.</summary>
    public string? FromNote { get; init; }
}
