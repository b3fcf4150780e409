using CsCheck;
using NodaTime;
using Reform.Domain.Specifications;

namespace Reform.Domain.Tests.Specifications;

/// <summary>Dates of any year and calendar compare, and move, in a batch as NodaTime has it.</summary>
public sealed class DateBatchTests
{
    private static readonly CalendarSystem[] Calendars = [CalendarSystem.Iso, CalendarSystem.Iso, CalendarSystem.Iso, CalendarSystem.Julian, CalendarSystem.Gregorian, CalendarSystem.PersianArithmetic];

    private static readonly Gen<LocalDate> Any = Gen.Select(
        Gen.OneOf(Gen.Int[-9998, 9999], Gen.Int[-2, 2], Gen.Int[2023, 2026]), Gen.Int[1, 12], Gen.Int[1, 31], Gen.Int[0, Calendars.Length - 1],
        (year, month, day, calendar) => InCalendar(new LocalDate(year, month, Math.Min(day, CalendarSystem.Iso.GetDaysInMonth(year, month))), Calendars[calendar]));

    private static readonly Gen<Pair> Pairs = Gen.Select(Any, Any, Gen.Int[-40, 40], (one, other, days) => new Pair(one, days % 3 == 0 ? Moved(one, days) ?? other : other, days));

    private static readonly (Specification<Pair> Condition, Func<Pair, bool> Expected)[] Conditions =
    [
        (Specification.Where<Pair>(p => p.One < p.Other), p => p.One.CompareTo(p.Other) < 0),
        (Specification.Where<Pair>(p => p.One <= p.Other), p => p.One.CompareTo(p.Other) <= 0),
        (Specification.Where<Pair>(p => p.One > p.Other), p => p.One.CompareTo(p.Other) > 0),
        (Specification.Where<Pair>(p => p.One >= p.Other), p => p.One.CompareTo(p.Other) >= 0),
        (Specification.Where<Pair>(p => p.One == p.Other), p => p.One.Equals(p.Other)),
        (Specification.Where<Pair>(p => p.One.PlusDays(p.Days) == p.Other), p => p.One.Plus(Period.FromDays(p.Days)).Equals(p.Other)),
        (Specification.Where<Pair>(p => p.One.PlusDays(p.Days) > p.Other), p => p.One.Plus(Period.FromDays(p.Days)).CompareTo(p.Other) > 0),
    ];

    [Fact]
    public void Dates_of_any_year_and_calendar_compare_as_dates()
    {
        var batch = new SpecificationBatch<Pair>(Conditions.Select(c => c.Condition).ToArray());
        int threw = 0;
        Pairs.Array[50].Sample(
            pairs =>
            {
                var found = new SpecificationMatches();
                batch.Evaluate(pairs, found);
                HashSet<(int, int)> matched = [.. found.Matches.ToArray().Select(m => (m.Candidate, m.Specification))];
                HashSet<(int, int)> failed = [.. found.Failures.ToArray().Select(f => (f.Candidate, f.Specification))];
                for (int i = 0; i < pairs.Length; i++)
                {
                    for (int k = 0; k < Conditions.Length; k++)
                    {
                        bool? expected = Asked(() => Conditions[k].Expected(pairs[i]));
                        Assert.Equal((pairs[i], k, expected), (pairs[i], k, failed.Contains((i, k)) ? null : matched.Contains((i, k))));
                        Interlocked.Add(ref threw, expected is null ? 1 : 0);
                    }
                }
            },
            iter: 400);
        Assert.True(threw > 100);
    }

    // Dates of two calendars have no order, and no date lies beyond the calendar.
    private static bool? Asked(Func<bool> ask)
    {
        try
        {
            return ask();
        }
        catch (ArgumentException)
        {
            return null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static LocalDate InCalendar(LocalDate date, CalendarSystem calendar)
    {
        try
        {
            return date.WithCalendar(calendar);
        }
        catch (ArgumentOutOfRangeException)
        {
            return date;
        }
    }

    private static LocalDate? Moved(LocalDate date, int days)
    {
        try
        {
            return date.PlusDays(days);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private sealed record Pair(LocalDate One, LocalDate Other, int Days);
}
