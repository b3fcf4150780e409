using CsCheck;
using NodaTime;

namespace Reform.Domain.Tests.Deadlines.Reference;

/// <summary>Random questions, with a liking for the edges: session ends, midnights, month ends, suspensions about the end of a limit.</summary>
internal static class RandomQuestions
{
    private static readonly string[] Units =
    [
        "minute", "hour", "working_hour", "half_day", "working_day", "calendar_day", "non_holiday_day", "week", "month", "year",
        "same_day", "immediate",
    ];

    private static readonly Gen<LocalTime> Times = Gen.Frequency(
        (3, Gen.OneOf(
            new LocalTime(0, 0), new LocalTime(7, 29, 59), new LocalTime(7, 30), new LocalTime(9, 0), new LocalTime(11, 29, 30),
            new LocalTime(11, 30), new LocalTime(12, 15), new LocalTime(13, 30), new LocalTime(15, 0), new LocalTime(15, 0, 1),
            new LocalTime(16, 59), new LocalTime(17, 0), new LocalTime(23, 59, 59))),
        (1, Gen.Int[0, 86_399].Select(s => LocalTime.Midnight.PlusSeconds(s))));

    private static readonly Gen<ReferencePolicy> Policies =
        from half in Gen.Bool
        from leap in Gen.Bool
        from restart in Gen.Bool
        from cutOff in Gen.Int[-2, 3]
        from dayOff in Gen.Bool
        from roll in Gen.Frequency((3, Gen.Const(Rolled.Next)), (1, Gen.Const(Rolled.Previous)), (1, Gen.Const(Rolled.Stay)))
        from back in Gen.Frequency((3, Gen.Const(Rolled.Previous)), (1, Gen.Const(Rolled.Next)), (1, Gen.Const(Rolled.Stay)))
        from close in Gen.Bool
        select new ReferencePolicy
        {
            HalfDayIsFourHours = half,
            LeapDayTo1March = leap,
            Restart = restart,
            CutOff = cutOff < 0 ? null : new LocalTime(9 + (2 * cutOff), 0),
            DayOffToNextWorkingDay = dayOff,
            Roll = roll,
            BackwardRoll = back,
            CloseOfBusiness = close,
        };

    /// <summary>The default policy half of the time.</summary>
    public static Gen<ReferencePolicy> Policy { get; } = Gen.Frequency((1, Gen.Const(ReferencePolicy.Default)), (1, Policies));

    /// <summary>A question whose receipt lies about the given dates.</summary>
    public static Gen<ReferenceQuestion> Between(LocalDate first, LocalDate last) =>
        from received in Dates(first, last)
        from time in Times
        from dateOnly in OneIn(16)
        from limit in Counts(Units)
        from tolerance in Gen.Frequency((1, Gen.Const((Count?)null)), (1, Counts(Units[..10]).Select(c => (Count?)c)))
        from extensions in Gen.Frequency((3, Gen.Const(Array.Empty<Count>())), (2, Counts(Units[..10]).Array[1, 3]))
        from granted in Gen.Frequency((3, Gen.Const(Array.Empty<int>())), (1, Gen.Int[0, 90].Array[0, 3]))
        from cap in Gen.Frequency((6, Gen.Const((Cap?)null)), (1, Caps(extensions)))
        from waits in Gen.Frequency((2, Gen.Const(Array.Empty<Waiting>())), (3, Waits(received)))
        from policy in Policy
        select new ReferenceQuestion(received + (dateOnly ? LocalTime.Midnight : time), limit, waits, extensions, policy)
        {
            DateOnly = dateOnly,
            Tolerance = limit.Unit is "same_day" or "immediate" && tolerance is { Amount: > 0 } ? tolerance : null,
            Cap = cap,
            GrantedOn = cap is null ? [] : [.. granted.Take(extensions.Length).Select(received.PlusDays)],
        };

    /// <summary>Backward from a day: the day, the limit, and whether the day itself is counted.</summary>
    public static Gen<BackFromDay> BackFromDay(LocalDate first, LocalDate last) =>
        Gen.Select(Dates(first, last, late: true), Counts(Count.DateUnits), Gen.Bool)
            .Select((day, limit, inclusive) => new BackFromDay(day, limit, inclusive));

    /// <summary>Backward from a moment: the moment and the limit.</summary>
    public static Gen<BackFromMoment> BackFromMoment(LocalDate first, LocalDate last) =>
        Gen.Select(Dates(first, last, late: true), Times, Counts(Count.InstantUnits))
            .Select((date, time, limit) => new BackFromMoment(date + time, limit));

    // The longest allowed is mostly in the unit of the first extension.
    private static Gen<Cap?> Caps(Count[] extensions) =>
        from times in Gen.Frequency((1, Gen.Const((int?)null)), (2, Gen.Int[0, 3].Select(t => (int?)t)))
        from unit in Gen.Frequency((1, Gen.OneOf(Units[..10])), (7, Gen.Const(extensions.Length == 0 ? "month" : extensions[0].Unit)))
        from longest in Gen.Frequency((1, Gen.Const((int?)null)), (2, Gen.Int[1, 60].Select(n => (int?)n)))
        select new Cap(times, longest is int amount ? new Count(amount, unit) : null);

    private static Gen<bool> OneIn(int n) => Gen.Int[1, n].Select(i => i == 1);

    // Mostly where the calendar goes on for long; a few days outside it too; the ends of months more often.
    private static Gen<LocalDate> Dates(LocalDate first, LocalDate last, bool late = false)
    {
        int days = Period.DaysBetween(first, last);
        Gen<LocalDate> any = Gen.Frequency((6, Gen.Int[0, days / 2]), (1, Gen.Int[-2, days + 2])).Select(i => late ? last.PlusDays(-i) : first.PlusDays(i));
        return Gen.Frequency((4, any), (1, any.Select(d => d.With(DateAdjusters.EndOfMonth))));
    }

    private static Gen<Count> Counts(string[] units) =>
        from unit in Gen.OneOf(units)
        from amount in unit is "same_day" or "immediate" ? Gen.Const(1) : Amounts(unit)
        select new Count(amount, unit);

    private static Gen<int> Amounts(string unit)
    {
        int usual = unit switch
        {
            "minute" => 3_000,
            "hour" or "working_hour" => 120,
            "half_day" => 40,
            "week" => 12,
            "month" => 14,
            "year" => 2,
            _ => 60,
        };
        return Gen.Frequency(
            (30, Gen.Int[1, usual]),
            (20, Gen.Int[1, Math.Max(2, usual / 8)]),
            (1, Gen.Int[1, usual * 8]),
            (1, Gen.Int[-1, 0]));
    }

    private static Gen<Waiting[]> Waits(LocalDate received) => Gen.Frequency(
        (9, Apart(received)),
        (1, Gen.Select(Gen.Int[-10, 60], Gen.Int[-1, 20]).Select((from, length) => Wait(received.PlusDays(from), length)).Array[1, 4]));

    // One after the other, in any order of writing; they may touch, they may be empty, and the last may be open.
    private static Gen<Waiting[]> Apart(LocalDate received) =>
        from gaps in Gen.Select(Gen.Int[0, 25], Gen.OneOf(Gen.Int[0, 4], Gen.Int[0, 40])).Array[1, 4]
        from start in Gen.Int[-8, 12]
        from order in Gen.Int.Array[4]
        from open in OneIn(10)
        select InOrder(gaps, received.PlusDays(start), order, open);

    private static Waiting[] InOrder((int Gap, int Length)[] gaps, LocalDate at, int[] order, bool open)
    {
        var waits = new List<Waiting>();
        foreach ((int gap, int length) in gaps)
        {
            LocalDate from = at.PlusDays(gap);
            at = from.PlusDays(length);
            waits.Add(new Waiting(from, at));
        }

        if (open)
        {
            waits[^1] = waits[^1] with { To = null };
        }

        return [.. waits.Zip(order).OrderBy(w => w.Second).Select(w => w.First)];
    }

    private static Waiting Wait(LocalDate from, int length) => new(from, from.PlusDays(length));
}
