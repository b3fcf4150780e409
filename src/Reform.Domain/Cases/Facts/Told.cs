using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Facts as arguments of a reason; facts that were put together by hand may lack some.</summary>
internal static class Told
{
    private static readonly BilingualText NotKnown = new("(không rõ)", "(not known)");

    public static ReasonValue Of(LocalDate? date) => date is LocalDate day ? day : NotKnown;

    public static ReasonValue Of(int? number) => number is int known ? known : NotKnown;

    public static ReasonValue Of(string? text) => text ?? (ReasonValue)NotKnown;

    /// <summary>A date, with the time of day where it is said.</summary>
    public static ReasonValue Of(LocalDate? date, int? second) => date is LocalDate day && second is int at ? day.At(LocalTime.FromSecondsSinceMidnight(at)) : Of(date);

    /// <summary>Calendar days from one date to another.</summary>
    public static ReasonValue Days(LocalDate? from, LocalDate? to) => Of(from is LocalDate first && to is LocalDate last ? Period.DaysBetween(first, last) : null);

    /// <summary>What a data file cites, or else the basis of the rule.</summary>
    public static LegalBasis Basis(string? cited, LegalBasis otherwise) => cited is null ? otherwise : LegalBasis.Citing(cited);
}
