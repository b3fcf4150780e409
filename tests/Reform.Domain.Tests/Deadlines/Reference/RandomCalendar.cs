using CsCheck;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Legal;
using Reform.Domain.Tests.Calendars;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Deadlines.Reference;

/// <summary>A random calendar twice: as plain sets of days, and as the product builds it.</summary>
internal sealed class RandomCalendar
{
    private const int Days = 1_000;

    private static readonly DayKind[] OffKinds = [DayKind.PublicHoliday, DayKind.CompensatoryDayOff, DayKind.SwappedDayOff];

    private static readonly Gen<(LocalTime Start, LocalTime End)[]> Sessions =
        Gen.Int[60, 280].HashSet[2, 6].Select(fives => fives.Order().Chunk(2).Where(p => p.Length == 2)
            .Select(p => (LocalTime.Midnight.PlusMinutes(5 * p[0]), LocalTime.Midnight.PlusMinutes(5 * p[1]))).ToArray());

    private readonly IsoDayOfWeek[] rest;
    private readonly List<CalendarDay> special;
    private readonly (LocalDate First, LocalDate Last)[] closures;
    private readonly LocalDate? knownOn;
    private readonly Lazy<WorkCalendar> product;

    private RandomCalendar(
        LocalDate first,
        IsoDayOfWeek[] rest,
        Dictionary<int, DayKind> marks,
        Dictionary<IsoDayOfWeek, (LocalTime Start, LocalTime End)[]> hours,
        (int At, int Length)[] closed,
        int? knownOnDay)
    {
        this.rest = rest;
        closures = [.. closed.Select(c => (first.PlusDays(c.At), first.PlusDays(Math.Min(c.At + c.Length, Days) - 1)))];
        knownOn = knownOnDay is int known ? first.PlusDays(known) : null;
        special = [.. marks.Where(m => m.Value != DayKind.MakeUpWorkingDay || rest.Contains(first.PlusDays(m.Key).DayOfWeek))
            .Select(m => TestCalendars.Day(first.PlusDays(m.Key), m.Value))];
        Sets = PlainSets(first, hours);
        product = new Lazy<WorkCalendar>(Build);
    }

    public static Gen<RandomCalendar> Any { get; } =
        from year in Gen.Int[2014, 2030]
        from dayOfYear in Gen.Int[1, 365]
        from rest in Gen.Frequency((3, Gen.Const(new HashSet<int> { 6, 7 })), (1, Gen.Int[1, 7].HashSet[0, 6]))
        from runs in Gen.Select(Gen.Int[0, Days - 1], Gen.Int[1, 9], Gen.Int[0, OffKinds.Length - 1]).Array[0, 25]
        from worked in Gen.Int[0, Days - 1].HashSet[0, 80]
        from hours in Gen.Frequency((1, Gen.Const(Array.Empty<(int, (LocalTime, LocalTime)[])>())), (2, Gen.Select(Gen.Int[1, 7], Sessions).Array[0, 7]))
        from closed in Gen.Frequency((2, Gen.Const(Array.Empty<(int, int)>())), (1, Gen.Select(Gen.Int[0, Days - 1], Gen.Int[1, 6]).Array[1, 5]))
        from known in Gen.Frequency((2, Gen.Const((int?)null)), (1, Gen.Int[-1, Days].Select(d => (int?)d)))
        select new RandomCalendar(
            new LocalDate(year, 1, 1).PlusDays(dayOfYear - 1),
            [.. rest.Select(d => (IsoDayOfWeek)d)],
            Marks(runs, worked),
            hours.DistinctBy(h => h.Item1).ToDictionary(h => (IsoDayOfWeek)h.Item1, h => h.Item2),
            closed,
            known);

    public ReferenceCalendar Sets { get; }

    public WorkCalendar Product => product.Value;

    // Days off come in runs of one kind; a day of a run is no make-up day.
    private static Dictionary<int, DayKind> Marks((int At, int Length, int Kind)[] runs, HashSet<int> worked)
    {
        var marks = new Dictionary<int, DayKind>();
        foreach ((int at, int length, int kind) in runs)
        {
            for (int day = at; day < Math.Min(at + length, Days); day++)
            {
                marks[day] = OffKinds[kind];
            }
        }

        foreach (int day in worked)
        {
            marks.TryAdd(day, DayKind.MakeUpWorkingDay);
        }

        return marks;
    }

    // None of the marks has a recorded date of becoming known: as known on a date, the later ones do not apply and are provisional.
    private ReferenceCalendar PlainSets(LocalDate first, Dictionary<IsoDayOfWeek, (LocalTime Start, LocalTime End)[]> hours)
    {
        CalendarDay[] known = [.. special.Where(d => knownOn is null || d.Date <= knownOn)];
        var off = known.Where(d => d.Kind != DayKind.MakeUpWorkingDay).Select(d => d.Date).ToHashSet();
        var madeUp = known.Where(d => d.Kind == DayKind.MakeUpWorkingDay).Select(d => d.Date).ToHashSet();
        off.UnionWith(Enumerable.Range(0, Days).Select(first.PlusDays).Where(d => rest.Contains(d.DayOfWeek) && !madeUp.Contains(d)));
        off.UnionWith(closures.SelectMany(c => Enumerable.Range(0, Period.DaysBetween(c.First, c.Last) + 1).Select(c.First.PlusDays)));
        return new ReferenceCalendar
        {
            First = first,
            Last = first.PlusDays(Days - 1),
            DaysOff = off,
            PublicHolidays = [.. known.Where(d => d.Kind == DayKind.PublicHoliday).Select(d => d.Date)],
            ProvisionalDays = [.. special.Except(known).Select(d => d.Date)],
            Hours = hours,
        };
    }

    private WorkCalendar Build()
    {
        var calendar = new WorkCalendar("random", BilingualText.Same("random"), Sets.First, Sets.Last.PlusDays(1), rest, special);
        if (Sets.Hours.Count > 0 || closures.Length > 0)
        {
            calendar = calendar.With(new CalendarOverlay("random office", BilingualText.Same("random office"))
            {
                Hours = Sets.Hours.Count == 0 ? [] :
                [
                    new OfficeHours(Office(ReferenceCalendar.UsualHours))
                    {
                        Weekdays = Sets.Hours.Select(h => new WeekdayHours(h.Key, Office(h.Value))).ToValueList(),
                    },
                ],
                Closures = closures.Select(c => new LocalClosure(c.First, c.Last, BilingualText.Same("typhoon"), LegalBasis.Citing("1/CĐ"))
                {
                    KnownOn = Sets.First.PlusDays(-10),
                }).ToValueList(),
            });
        }

        return knownOn is LocalDate date ? calendar.AsKnownOn(date) : calendar;
    }

    private static ValueList<OfficeSession> Office((LocalTime Start, LocalTime End)[] sessions) =>
        sessions.Select(s => new OfficeSession(s.Start, s.End)).ToValueList();
}
