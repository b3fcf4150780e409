using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Calendars;

/// <summary>Reads the days of a calendar from what of its laws and decisions was known on a date.</summary>
internal sealed class StatutoryReading
{
    private readonly StatutoryDays content;
    private readonly LocalDate? on;
    private readonly ValueList<HolidayLaw> laws;
    private readonly LawPeriods periods;
    private readonly List<AnnualDecision> applied = [];
    private readonly List<AnnualDecision> proposed = [];
    private readonly List<AnnualDecision> unknown = [];   // recorded without a date, and not yet known at the latest
    private readonly SortedDictionary<LocalDate, Holiday> holidays = [];
    private readonly Dictionary<LocalDate, LocalDate> compensatory = [];   // the day off, and the holiday that it is for
    private readonly HashSet<int> undecidedYears = [];
    private readonly List<(int Year, CalendarQuestion Question)> uncertainMonths = [];
    private readonly KnownDays known;

    public StatutoryReading(StatutoryDays content, LocalDate? on)
    {
        this.content = content;
        this.on = on;
        laws = on is LocalDate date ? content.Laws.Where(l => l.KnownOn <= date).ToValueList() : content.Laws;
        periods = new LawPeriods(laws);
        foreach (AnnualDecision decision in content.Decisions)
        {
            Sort(decision);
        }

        known = new KnownDays { Laws = laws, Decisions = applied.Concat(proposed).ToValueList() };
    }

    /// <summary>The holidays by date, those of the year before the calendar's first among them.</summary>
    public IReadOnlyDictionary<LocalDate, Holiday> Holidays => holidays;

    public IReadOnlyDictionary<LocalDate, LocalDate> CompensatoryDays => compensatory;

    public LawPeriods Periods => periods;

    public KnownDays Read()
    {
        FindDays();
        foreach ((LocalDate date, Holiday holiday) in holidays)
        {
            AddIfCovered(holiday.On(date));
        }

        foreach ((LocalDate date, LocalDate holiday) in compensatory)
        {
            AddIfCovered(holidays[holiday].CompensatedOn(date, holiday));
        }

        AddSwaps();
        AskAboutUnknownDates();
        NameProposals();

        // An announced year is what the official calendar said.
        known.Questions.AddRange(uncertainMonths.Where(u => undecidedYears.Contains(u.Year)).Select(u => u.Question));
        known.KnownUntil = KnownUntil();
        return known;
    }

    /// <summary>Finds holidays and compensatory days without putting them together.</summary>
    public void FindDays()
    {
        // A holiday at the end of the year before can give a compensatory day in the first.
        for (int year = content.First.Year - 1; year <= content.Last.Year; year++)
        {
            foreach (HolidayLaw law in laws)
            {
                foreach (HolidayRule rule in law.Holidays)
                {
                    AddHolidays(law, rule, year);
                }
            }
        }

        AddCompensatoryDays();
    }

    private static ValueList<string> DaysOf(AnnualDecision decision) => ListedDays.ListOf(decision.Days.Distinct());

    private void Sort(AnnualDecision decision)
    {
        bool isKnown = on is not LocalDate date || decision.KnownAtTheLatest is not LocalDate latest || latest <= date;
        if (decision.Status == DecisionStatus.Proposed)
        {
            if (isKnown)
            {
                proposed.Add(decision);
            }
        }
        else if (isKnown)
        {
            applied.Add(decision);
        }
        else if (decision.KnownOn is null)
        {
            unknown.Add(decision);
        }
    }

    private void AddHolidays(HolidayLaw law, HolidayRule rule, int year)
    {
        switch (rule)
        {
            case HolidayRule.Solar solar:
                AddSolar(law, solar, year);
                break;
            case HolidayRule.Lunar lunar when IsLunarYear(year):
                LocalDate day = LunarCalendar.ToSolar(new LunarDate(year, lunar.Month, lunar.Day));
                if (periods.IsInForce(law, day))
                {
                    Add(day, new Holiday(law, lunar, lunar.Name, null, IsProjected: false));
                    AskAboutLunarMonth(lunar, year, lunar.Month);
                }

                break;
            case HolidayRule.LunarNewYear tet when IsLunarYear(year):
                AddTet(law, tet, year);
                break;
        }
    }

    private void AddSolar(HolidayLaw law, HolidayRule.Solar rule, int year)
    {
        LocalDate day = rule.Date.InYear(year);
        if (!periods.IsInForce(law, day))
        {
            return;
        }

        Add(day, new Holiday(law, rule, rule.Name, null, IsProjected: false));
        if (!rule.HasAdjacentDay)
        {
            return;
        }

        if (applied.Find(d => d.NationalDayAdjacentDay?.Year == year) is AnnualDecision decision)
        {
            Add(decision.NationalDayAdjacentDay!.Value, new Holiday(law, rule, Holiday.AdjacentName(rule.Name), decision, IsProjected: false));
        }
        else
        {
            Undecided(year, CalendarReasons.AdjacentDayNotDecided.Because(
                rule.Basis, ("year", year), ("name", rule.Name), ("before", day.PlusDays(-1)), ("after", day.PlusDays(1))));
        }
    }

    private void AddTet(HolidayLaw law, HolidayRule.LunarNewYear rule, int year)
    {
        LocalDate newYear = LunarCalendar.NewYear(year);
        if (!periods.IsInForce(law, newYear))
        {
            return;
        }

        AnnualDecision? decision = rule.IsChosenByDecision ? applied.Find(d => d.TetFirstDay?.Year == year) : null;
        LocalDate first = decision?.TetFirstDay ?? newYear.PlusDays(-rule.LastDaysOfOldYear);
        bool isProjected = rule.IsChosenByDecision && decision is null;
        for (int i = 0; i < rule.Days; i++)
        {
            Add(first.PlusDays(i), new Holiday(law, rule, rule.Name, decision, isProjected));
        }

        if (isProjected)
        {
            Undecided(year, CalendarReasons.TetNotDecided.Because(
                rule.Basis, ("year", year), ("from", first), ("to", first.PlusDays(rule.Days - 1))));
            AskAboutLunarMonth(rule, year, 1);
        }
    }

    private void Add(LocalDate date, Holiday holiday)
    {
        if (!holidays.TryAdd(date, holiday))
        {
            Ask(date, CalendarReasons.HolidaysOnOneDay.Because(
                holidays[date].Rule.Basis, ("name", holidays[date].Name), ("other", holiday.Name), ("date", date)));
        }
    }

    private void AddCompensatoryDays()
    {
        foreach ((LocalDate date, Holiday holiday) in holidays.Where(h => content.IsRest(h.Key)))
        {
            switch (holiday.Law.Compensation)
            {
                case CompensatoryRule.NextWorkingDay:
                    LocalDate day = date.PlusDays(1);
                    while (content.IsRest(day) || holidays.ContainsKey(day) || compensatory.ContainsKey(day))
                    {
                        day = day.PlusDays(1);
                    }

                    compensatory.Add(day, date);
                    break;
                case CompensatoryRule.Unsettled:
                    LegalBasis silent = holiday.Law.CompensatoryBasis ?? holiday.Law.Basis;
                    Ask(date, CalendarReasons.CompensationUnsettled.Because(
                        silent, ("name", holiday.Name), ("date", date), ("basis", silent.Citation)));
                    break;
            }
        }
    }

    private void AddSwaps()
    {
        foreach (AnnualDecision decision in applied)
        {
            LegalBasis basis = decision.Basis;
            foreach (WorkingDaySwap swap in decision.Swaps)
            {
                if (!content.IsRest(swap.DayOff))
                {
                    AddIfCovered(new SpecialDay(
                        new CalendarDay(swap.DayOff, DayKind.SwappedDayOff, CalendarReasons.SwappedName, basis) { KnownOn = decision.KnownOn },
                        CalendarReasons.SwappedDayOff,
                        basis,
                        ("date", swap.DayOff),
                        ("make_up", swap.MakeUpDay),
                        ("instrument", basis.Citation)));
                }

                if (content.IsRest(swap.MakeUpDay))
                {
                    AddIfCovered(new SpecialDay(
                        new CalendarDay(swap.MakeUpDay, DayKind.MakeUpWorkingDay, CalendarReasons.MakeUpName, basis) { KnownOn = decision.KnownOn },
                        CalendarReasons.MakeUpOfSwap,
                        basis,
                        ("date", swap.MakeUpDay),
                        ("day_off", swap.DayOff),
                        ("instrument", basis.Citation)));
                }
            }
        }
    }

    private void AskAboutUnknownDates()
    {
        foreach (AnnualDecision decision in unknown)
        {
            Reason reason = CalendarReasons.UnknownDate.Because(decision.Basis, ("basis", decision.Basis.Citation), ("days", DaysOf(decision)));
            known.Questions.AddRange(decision.Days.Distinct().Where(content.Covers.Contains)
                .Select(day => new CalendarQuestion(day, day, MakesProvisional: true, reason)));
        }
    }

    private void NameProposals()
    {
        foreach (AnnualDecision decision in proposed.Where(d => d.Days.Any(content.Covers.Contains) && !IsDecided(d)))
        {
            Reason reason = CalendarReasons.Proposed.Because(decision.Basis, ("days", DaysOf(decision)), ("basis", decision.Basis.Citation));
            known.Questions.Add(new CalendarQuestion(decision.Days.First(), decision.Days.Last(), MakesProvisional: false, reason));
        }
    }

    // Whatever it proposes was decided since, that way or another.
    private bool IsDecided(AnnualDecision proposal) =>
        (proposal.TetFirstDay is not LocalDate tet || applied.Exists(d => d.TetFirstDay?.Year == tet.Year))
        && (proposal.NationalDayAdjacentDay is not LocalDate day || applied.Exists(d => d.NationalDayAdjacentDay?.Year == day.Year))
        && proposal.Swaps.All(s => applied.Exists(d => d.Swaps.Any(made => made.DayOff == s.DayOff)));

    // What the law gives goes before what a decision swaps, as long as only part of both is known; of the whole, that is checked.
    private void AddIfCovered(SpecialDay day)
    {
        if (content.Covers.Contains(day.Day.Date))
        {
            known.Days.TryAdd(day.Day.Date, day);
        }
    }

    private void Ask(LocalDate date, Reason reason)
    {
        if (content.Covers.Contains(date))
        {
            known.Questions.Add(new CalendarQuestion(date, date, MakesProvisional: false, reason));
        }
    }

    private void AskAboutLunarMonth(HolidayRule rule, int year, int month)
    {
        LocalDate day = LunarCalendar.ToSolar(new LunarDate(year, month, 1));
        if (LunarCalendar.IsUncertain(year, month) && content.Covers.Contains(day))
        {
            uncertainMonths.Add((year, new CalendarQuestion(
                day, day, MakesProvisional: false, CalendarReasons.LunarMonthUncertain.Because(rule.Basis, ("name", rule.Name), ("year", year)))));
        }
    }

    private void Undecided(int year, Reason reason)
    {
        var first = new LocalDate(year, 1, 1);
        var last = new LocalDate(year, 12, 31);
        if (first < content.End && last >= content.First)
        {
            undecidedYears.Add(year);
            known.Questions.Add(new CalendarQuestion(
                LocalDate.Max(first, content.First), LocalDate.Min(last, content.Last), MakesProvisional: true, reason));
        }
    }

    private LocalDate? KnownUntil()
    {
        LocalDate? until = null;
        for (int year = content.First.Year; year <= content.Last.Year && !undecidedYears.Contains(year); year++)
        {
            until = LocalDate.Min(new LocalDate(year, 12, 31), content.Last);
        }

        return until;
    }

    private static bool IsLunarYear(int year) => year is >= LunarCalendar.FirstYear and <= LunarCalendar.LastYear;
}
