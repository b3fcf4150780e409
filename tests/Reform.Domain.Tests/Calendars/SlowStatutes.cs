using CsCheck;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Calendars;

/// <summary>
/// Random laws and decisions of 2019 to 2024, and what follows from them, worked out day by day over plain sets: the slow way, with
/// nothing of how the calendar does it.
/// </summary>
internal sealed class SlowStatutes
{
    public static readonly LocalDate First = new(2019, 1, 1);
    public static readonly LocalDate End = new(2025, 1, 1);
    private static readonly LocalDate NewLawFrom = new(2021, 1, 1);
    private static readonly LocalDate NewLawKnown = new(2019, 11, 20);
    private static readonly LocalDate CultureFrom = new(2022, 7, 1);
    private static readonly LocalDate CultureKnown = new(2022, 4, 24);

    private readonly AnnualDecision[] decisions;

    private SlowStatutes(AnnualDecision[] decisions)
    {
        this.decisions = decisions;
        Calendar = new WorkCalendar("random", BilingualText.Same("random"), First, End, TestCalendars.Weekend, Laws(), decisions);
    }

    public WorkCalendar Calendar { get; }

    public static Gen<LocalDate> Date { get; } = Gen.Int[0, Period.DaysBetween(First, End) - 1].Select(i => First.PlusDays(i));

    /// <summary>A date on which something may have been known, from before the first decision to after the last.</summary>
    public static Gen<LocalDate?> KnownOn { get; } =
        Gen.Frequency((1, Gen.Const((LocalDate?)null)), (9, Gen.Int[-400, 2300].Select(i => (LocalDate?)First.PlusDays(i))));

    public static Gen<SlowStatutes> Statutes { get; } =
        from seeds in Gen.Int[0, int.MaxValue].Array[40]
        select Make(seeds);

    public override string ToString() => string.Join("\n", decisions.Select(d => d.ToString() + string.Join(",", d.Swaps)));

    /// <summary>The kind of every day of the range, as known on a date.</summary>
    public Dictionary<LocalDate, DayKind> Kinds(LocalDate? on)
    {
        (HashSet<LocalDate> holidays, HashSet<LocalDate> unsettled) = Holidays(on);
        HashSet<LocalDate> off = [.. Applied(on).SelectMany(d => d.Swaps).Select(s => s.DayOff)];
        HashSet<LocalDate> makeUp = [.. Applied(on).SelectMany(d => d.Swaps).Select(s => s.MakeUpDay)];
        var kinds = new Dictionary<LocalDate, DayKind>();
        int owed = 0;
        for (LocalDate day = First.PlusYears(-1); day < End; day = day.PlusDays(1))
        {
            bool isRest = day.DayOfWeek >= IsoDayOfWeek.Saturday;
            DayKind kind = isRest ? DayKind.WeeklyRest : DayKind.WorkingDay;
            if (holidays.Contains(day))
            {
                kind = DayKind.PublicHoliday;
                owed += isRest && !unsettled.Contains(day) ? 1 : 0;
            }
            else if (!isRest && owed > 0)
            {
                kind = DayKind.CompensatoryDayOff;
                owed--;
            }
            else if (!isRest && off.Contains(day))
            {
                kind = DayKind.SwappedDayOff;
            }
            else if (isRest && makeUp.Contains(day))
            {
                kind = DayKind.MakeUpWorkingDay;
            }

            if (day >= First)
            {
                kinds.Add(day, kind);
            }
        }

        return kinds;
    }

    public bool IsProvisional(LocalDate date, LocalDate? on) => !IsDecided(date.Year, on)
        || decisions.Any(d => d.Status == DecisionStatus.InForce && !IsApplied(d, on) && d.KnownOn is null && Days(d).Contains(date));

    /// <summary>The last day before the first year without its decision.</summary>
    public LocalDate? KnownUntil(LocalDate? on)
    {
        int year = First.Year;
        while (year < End.Year && IsDecided(year, on))
        {
            year++;
        }

        return year == First.Year ? null : new LocalDate(year, 1, 1).PlusDays(-1);
    }

    private static IEnumerable<HolidayLaw> Laws()
    {
        LegalBasis basis = LegalBasis.Citing("law");
        BilingualText name = BilingualText.Same("holiday");
        HolidayRule[] Common(bool two) =>
        [
            new HolidayRule.Solar(HolidayKind.NewYear, name, basis, new AnnualDate(1, 1)),
            new HolidayRule.LunarNewYear(name, basis, 5, 2, isChosenByDecision: true),
            new HolidayRule.Lunar(HolidayKind.HungKings, name, basis, 3, 10),
            new HolidayRule.Solar(HolidayKind.VictoryDay, name, basis, new AnnualDate(4, 30)),
            new HolidayRule.Solar(HolidayKind.LabourDay, name, basis, new AnnualDate(5, 1)),
            new HolidayRule.Solar(HolidayKind.NationalDay, name, basis, new AnnualDate(9, 2), two),
        ];
        return
        [
            new HolidayLaw("old", basis, new LocalDate(2013, 5, 1), new LocalDate(2012, 6, 18), [.. Common(false)], CompensatoryRule.NextWorkingDay),
            new HolidayLaw("new", basis, NewLawFrom, NewLawKnown, [.. Common(true)], CompensatoryRule.NextWorkingDay) { Replaces = "old" },
            new HolidayLaw(
                "culture",
                basis,
                CultureFrom,
                CultureKnown,
                [new HolidayRule.Solar(HolidayKind.CultureDay, name, basis, new AnnualDate(11, 24))],
                CompensatoryRule.Unsettled),
        ];
    }

    private static SlowStatutes Make(int[] seeds)
    {
        var made = new List<AnnualDecision>();
        for (int i = 0; i < 6; i++)
        {
            int year = First.Year + i;
            int seed = seeds[i];
            if (seed % 5 == 0)
            {
                continue;
            }

            made.Add(Dated(
                new AnnualDecision("tet-" + seeds[i] + "-" + i, BilingualText.Same("decision"), null, null)
                {
                    TetFirstDay = LunarCalendar.NewYear(year).PlusDays(-(seed / 5 % 4)),
                    NationalDayAdjacentDay = year >= 2021 && seed / 20 % 4 != 0 ? new LocalDate(year, 9, seed / 80 % 2 == 0 ? 1 : 3) : null,
                },
                seed / 160));
        }

        // Swaps that are possible once all is known: a plain working day for a plain Saturday or Sunday, each date once.
        Dictionary<LocalDate, DayKind> kinds = new SlowStatutes([.. made]).Kinds(null);
        var taken = new HashSet<LocalDate>();
        for (int i = 6; i < seeds.Length; i++)
        {
            LocalDate off = First.PlusDays(seeds[i] % Period.DaysBetween(First, End));
            LocalDate makeUp = off.PlusDays((seeds[i] / 3000 % 21) - 10);
            if (kinds[off] == DayKind.WorkingDay && kinds.GetValueOrDefault(makeUp) == DayKind.WeeklyRest && taken.Add(off) && taken.Add(makeUp))
            {
                made.Add(Dated(
                    new AnnualDecision("swap-" + i, BilingualText.Same("decision"), null, null)
                    {
                        Swaps = [new WorkingDaySwap(off, makeUp)],
                        Status = seeds[i] % 7 == 0 ? DecisionStatus.Proposed : DecisionStatus.InForce,
                    },
                    seeds[i] / 70_000));
            }
        }

        return new SlowStatutes([.. made]);
    }

    private static AnnualDecision Dated(AnnualDecision decision, int seed) => (seed % 3) switch
    {
        0 => decision with { KnownOn = Days(decision).First().PlusDays(-(seed / 3 % 300)) },
        1 => decision with { EarliestEvidence = Days(decision).First().PlusDays(100 - (seed / 3 % 300)) },
        _ => decision,
    };

    private static SortedSet<LocalDate> Days(AnnualDecision decision)
    {
        var days = new SortedSet<LocalDate>(decision.Swaps.Select(s => s.DayOff).Concat(decision.Swaps.Select(s => s.MakeUpDay)));
        if (decision.TetFirstDay is LocalDate tet)
        {
            days.Add(tet);
        }

        if (decision.NationalDayAdjacentDay is LocalDate adjacent)
        {
            days.Add(adjacent);
        }

        return days;
    }

    private static bool IsApplied(AnnualDecision decision, LocalDate? on) => decision.Status == DecisionStatus.InForce
        && (on is null || (decision.KnownOn ?? decision.EarliestEvidence ?? Days(decision).First()) <= on);

    private IEnumerable<AnnualDecision> Applied(LocalDate? on) => decisions.Where(d => IsApplied(d, on));

    private bool IsDecided(int year, LocalDate? on)
    {
        bool hasLaw = on is null || on >= new LocalDate(2012, 6, 18);
        bool hasTwoDays = year >= NewLawFrom.Year && (on is null || on >= NewLawKnown);
        return (!hasLaw || Applied(on).Any(d => d.TetFirstDay?.Year == year))
            && (!hasTwoDays || Applied(on).Any(d => d.NationalDayAdjacentDay?.Year == year));
    }

    private (HashSet<LocalDate> Holidays, HashSet<LocalDate> Unsettled) Holidays(LocalDate? on)
    {
        var holidays = new HashSet<LocalDate>();
        var unsettled = new HashSet<LocalDate>();
        for (int year = First.Year - 1; year < End.Year; year++)
        {
            holidays.UnionWith([new(year, 1, 1), new(year, 4, 30), new(year, 5, 1), new(year, 9, 2)]);
            holidays.Add(LunarCalendar.ToSolar(new LunarDate(year, 3, 10)));
            AnnualDecision? tet = Applied(on).FirstOrDefault(d => d.TetFirstDay?.Year == year);
            LocalDate first = tet?.TetFirstDay ?? LunarCalendar.NewYear(year).PlusDays(-2);
            holidays.UnionWith(Enumerable.Range(0, 5).Select(i => first.PlusDays(i)));
            if (year >= NewLawFrom.Year && (on is null || on >= NewLawKnown)
                && Applied(on).FirstOrDefault(d => d.NationalDayAdjacentDay?.Year == year) is AnnualDecision national)
            {
                holidays.Add(national.NationalDayAdjacentDay!.Value);
            }

            if (year >= CultureFrom.Year && (on is null || on >= CultureKnown))
            {
                holidays.Add(new LocalDate(year, 11, 24));
                unsettled.Add(new LocalDate(year, 11, 24));
            }
        }

        return (holidays, unsettled);
    }
}
