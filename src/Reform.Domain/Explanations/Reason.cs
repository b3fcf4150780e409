using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Explanations;

/// <summary>Why a result is what it is (lý do): a code, arguments as data and a legal basis; the sentence is made last.</summary>
/// <param name="Code">The stable snake_case code; programs branch on it.</param>
/// <param name="Arguments">The arguments, in the order of the sentence.</param>
/// <param name="Basis">The legal basis, or null when the reason rests on data alone.</param>
/// <param name="Sentence">The sentence in both languages, arguments filled in.</param>
public sealed record Reason(string Code, ValueList<ReasonArgument> Arguments, LegalBasis? Basis, BilingualText Sentence);

/// <summary>A named argument of a reason.</summary>
/// <param name="Name">The name, as it stands in the sentence's template.</param>
/// <param name="Value">The value.</param>
public sealed record ReasonArgument(string Name, ReasonValue Value);
