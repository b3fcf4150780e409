using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Calendars;

/// <summary>What a calendar holds as known on some date: its special days, what is open, and what that rests on.</summary>
internal sealed class KnownDays
{
    public Dictionary<LocalDate, SpecialDay> Days { get; } = [];

    public List<CalendarQuestion> Questions { get; } = [];

    public LocalDate? KnownUntil { get; set; }

    public ValueList<HolidayLaw> Laws { get; init; } = [];

    public ValueList<AnnualDecision> Decisions { get; init; } = [];

    public LegalBasis? ListedRestBasis { get; init; }

    /// <summary>The provision on weekly rest that was law on a date; null: not recorded.</summary>
    public LegalBasis? RestBasis(LocalDate date) => ListedRestBasis ?? new LawPeriods(Laws).InForceOn(date)
        .Select(l => l.WeeklyRestBasis).FirstOrDefault(b => b is not null);

    public void Add(SpecialDay day) => Days.Add(day.Day.Date, day);
}
