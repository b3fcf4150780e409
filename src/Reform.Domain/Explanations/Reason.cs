using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Explanations;

/// <summary>Why a result is what it is (lý do): a code, arguments as data and a legal basis; the sentence is made last, when it is read.</summary>
/// <remarks>Two reasons are equal when all four are.</remarks>
public sealed record Reason
{
    private readonly ReasonKind? kind;
    private BilingualText? sentence;

    /// <summary>Creates a reason whose sentence is made already, as it was stored.</summary>
    /// <param name="code">The stable snake_case code.</param>
    /// <param name="arguments">The arguments, in the order of the sentence.</param>
    /// <param name="basis">The legal basis, or null.</param>
    /// <param name="sentence">The sentence in both languages.</param>
    public Reason(string code, ValueList<ReasonArgument> arguments, LegalBasis? basis, BilingualText sentence)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(sentence);
        (Code, Arguments, Basis, this.sentence) = (code, arguments, basis, sentence);
    }

    internal Reason(ReasonKind kind, ValueList<ReasonArgument> arguments, LegalBasis? basis) =>
        (this.kind, Code, Arguments, Basis) = (kind, kind.Code, arguments, basis);

    /// <summary>The stable snake_case code; programs branch on it.</summary>
    public string Code { get; }

    /// <summary>The arguments, in the order of the sentence.</summary>
    public ValueList<ReasonArgument> Arguments { get; }

    /// <summary>The legal basis, or null when the reason rests on data alone.</summary>
    public LegalBasis? Basis { get; }

    /// <summary>The sentence in both languages, arguments filled in.</summary>
    public BilingualText Sentence => sentence ??= kind!.SentenceOf(Arguments);

    /// <inheritdoc/>
    public bool Equals(Reason? other) =>
        other is not null
        && string.Equals(Code, other.Code, StringComparison.Ordinal)
        && Arguments.Equals(other.Arguments)
        && Equals(Basis, other.Basis)
        && ((kind is not null && kind == other.kind) || Sentence.Equals(other.Sentence));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Arguments, Basis);
}

/// <summary>A named argument of a reason.</summary>
/// <param name="Name">The name, as it stands in the sentence's template.</param>
/// <param name="Value">The value.</param>
public sealed record ReasonArgument(string Name, ReasonValue Value);
