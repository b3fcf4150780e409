using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Calendars;

/// <summary>A calendar whose special days follow from laws and yearly decisions.</summary>
internal sealed class StatutoryDays : CalendarContent
{
    public StatutoryDays(
        string id,
        BilingualText title,
        LocalDate from,
        LocalDate to,
        IEnumerable<IsoDayOfWeek> weeklyRest,
        IEnumerable<HolidayLaw> laws,
        IEnumerable<AnnualDecision> decisions)
        : base(id, title, from, to, weeklyRest)
    {
        ArgumentNullException.ThrowIfNull(laws);
        ArgumentNullException.ThrowIfNull(decisions);
        Laws = laws.ToValueList();
        Decisions = decisions.ToValueList();
    }

    public ValueList<HolidayLaw> Laws { get; }

    public ValueList<AnnualDecision> Decisions { get; }

    public override KnownDays KnownOn(LocalDate? date) => new StatutoryReading(this, date).Read();
}
