using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Calendars;

/// <summary>A holiday of one year: by which law and rule, and by which decision where one places it.</summary>
internal sealed record Holiday(HolidayLaw Law, HolidayRule Rule, BilingualText Name, AnnualDecision? Decision, bool IsProjected)
{
    public static BilingualText AdjacentName(BilingualText name) => new(name.Vietnamese + " - ngày liền kề", name.English + " (adjacent day)");

    public SpecialDay On(LocalDate date)
    {
        var day = new CalendarDay(date, DayKind.PublicHoliday, Name, Rule.Basis) { KnownOn = KnownOn, IsProjected = IsProjected };
        if (IsProjected)
        {
            return new SpecialDay(
                day, CalendarReasons.HolidayProjected, Rule.Basis, ("date", date), ("name", Name), ("basis", Rule.Basis.Citation), ("year", date.Year));
        }

        return Decision is null
            ? new SpecialDay(day, CalendarReasons.HolidayByLaw, Rule.Basis, ("date", date), ("name", Name), ("basis", Rule.Basis.Citation))
            : new SpecialDay(
                day,
                CalendarReasons.HolidayAnnounced,
                Rule.Basis,
                ("date", date),
                ("name", Name),
                ("basis", Rule.Basis.Citation),
                ("instrument", Decision.Basis.Citation));
    }

    public SpecialDay CompensatedOn(LocalDate date, LocalDate holiday)
    {
        LegalBasis basis = Law.CompensatoryBasis ?? Law.Basis;
        var day = new CalendarDay(date, DayKind.CompensatoryDayOff, CalendarReasons.CompensatoryName, basis)
        {
            KnownOn = KnownOn,
            IsProjected = IsProjected,
        };
        return IsProjected
            ? new SpecialDay(
                day,
                CalendarReasons.ProjectedCompensatoryDay,
                basis,
                ("date", date),
                ("name", Name),
                ("holiday", holiday),
                ("basis", basis.Citation),
                ("year", holiday.Year))
            : new SpecialDay(
                day, CalendarReasons.CompensatoryDay, basis, ("date", date), ("name", Name), ("holiday", holiday), ("basis", basis.Citation));
    }

    // A decision of unknown date leaves open when the day became known, whatever the law.
    private LocalDate? KnownOn => Decision is null ? Law.KnownOn : Decision.KnownOn;
}
