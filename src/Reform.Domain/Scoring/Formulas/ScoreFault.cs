using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>Why a number cannot be computed (lý do không tính được): never guessed, always named.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Name">The measure at fault, or the text of the expression.</param>
/// <param name="Message">What is wrong, in both languages.</param>
public sealed record ScoreFault(ScoreFaultKind Kind, string Name, BilingualText Message)
{
    internal static ScoreFault Missing(string name) => new(
        ScoreFaultKind.Missing, name, new BilingualText("thiếu số đo '" + name + "'", "the measure '" + name + "' is missing"));

    internal static ScoreFault WrongKind(string name, string vietnamese, string english) => new(
        ScoreFaultKind.WrongKind,
        name,
        new BilingualText("số đo '" + name + "' phải là " + vietnamese, "the measure '" + name + "' must be " + english));

    internal static ScoreFault DivisionByZero(string expression) => new(
        ScoreFaultKind.Undefined,
        expression,
        new BilingualText("chia cho 0 trong '" + expression + "'", "a division by zero in '" + expression + "'"));

    internal static ScoreFault TooLarge(string expression) => new(
        ScoreFaultKind.TooLarge,
        expression,
        new BilingualText("số quá lớn trong '" + expression + "'", "a number became too large in '" + expression + "'"));

    internal static ScoreFault OutOfRange(string name, string vietnamese, string english) => new(
        ScoreFaultKind.OutOfRange, name, new BilingualText(vietnamese, english));
}

/// <summary>The kinds of faults of a computation.</summary>
public enum ScoreFaultKind
{
    /// <summary>A measure is missing.</summary>
    Missing = 0,

    /// <summary>A measure is of another kind than the formula needs.</summary>
    WrongKind = 1,

    /// <summary>A quotient does not exist: its divisor is zero.</summary>
    Undefined = 2,

    /// <summary>A measure lies outside its range.</summary>
    OutOfRange = 3,

    /// <summary>A number became larger than 65536 bits.</summary>
    TooLarge = 4,
}
