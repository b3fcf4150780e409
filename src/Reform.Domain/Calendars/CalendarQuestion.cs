using NodaTime;
using Reform.Domain.Explanations;

namespace Reform.Domain.Calendars;

/// <summary>Something about a range of days that is not decided or not known; it may make their answers provisional.</summary>
internal sealed record CalendarQuestion(LocalDate From, LocalDate To, bool MakesProvisional, Reason Reason)
{
    public bool Touches(LocalDate from, LocalDate to) => From <= to && from <= To;
}
