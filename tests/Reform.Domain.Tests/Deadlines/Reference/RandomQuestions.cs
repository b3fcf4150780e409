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
        from cutOff in Gen.Int[-1, 3]
        from dayOff in Gen.Bool
        from tolerance in Gen.Int[0, 90]
        select new ReferencePolicy
        {
            HalfDayIsFourHours = half,
            LeapDayTo1March = leap,
            Restart = restart,
            CutOff = cutOff < 0 ? null : new LocalTime(9 + (2 * cutOff), 0),
            DayOffToNextWorkingDay = dayOff,
            ToleranceMinutes = tolerance,
        };

    /// <summary>A question whose receipt lies about the given dates.</summary>
    public static Gen<ReferenceQuestion> Between(LocalDate first, LocalDate last) =>
        from received in Dates(first, last)
        from time in Times
        from limit in Counts(Units)
        from extensions in Gen.Frequency((3, Gen.Const(Array.Empty<Count>())), (2, Counts(Units[..10]).Array[1, 3]))
        from waits in Gen.Frequency((2, Gen.Const(Array.Empty<Waiting>())), (3, Waits(received)))
        from policy in Gen.Frequency((1, Gen.Const(ReferencePolicy.Default)), (1, Policies))
        select new ReferenceQuestion(received + time, limit, waits, limit.Unit is "same_day" or "immediate" ? [] : extensions, policy);

    /// <summary>Backward: the day, the limit, and whether the day itself is counted.</summary>
    public static Gen<(LocalDate Day, Count Limit, bool Inclusive)> Backward(LocalDate first, LocalDate last) =>
        Gen.Select(Dates(first, last), Counts([.. Units.Where(Count.DateUnits.Contains)]), Gen.Bool);

    // A few days outside the calendar too; the ends of months more often.
    private static Gen<LocalDate> Dates(LocalDate first, LocalDate last)
    {
        Gen<LocalDate> any = Gen.Int[-2, Period.DaysBetween(first, last) + 2].Select(first.PlusDays);
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
            "year" => 3,
            _ => 60,
        };
        return Gen.Frequency(
            (30, Gen.Int[1, usual]),
            (20, Gen.Int[1, Math.Max(2, usual / 8)]),
            (2, Gen.Int[1, usual * 8]),
            (1, Gen.Int[-1, 0]));
    }

    private static Gen<Waiting[]> Waits(LocalDate received) => Gen.Frequency(
        (9, Apart(received)),
        (1, Gen.Select(Gen.Int[-10, 60], Gen.Int[-1, 20])
            .Select((from, length) => Wait(received.PlusDays(from), length)).Array[1, 4]));

    // One after the other, in any order of writing; they may touch and they may be empty.
    private static Gen<Waiting[]> Apart(LocalDate received) =>
        from gaps in Gen.Select(Gen.Int[0, 25], Gen.OneOf(Gen.Int[0, 4], Gen.Int[0, 40])).Array[1, 4]
        from start in Gen.Int[-8, 12]
        from order in Gen.Int.Array[4]
        select InOrder(gaps, received.PlusDays(start), order);

    private static Waiting[] InOrder((int Gap, int Length)[] gaps, LocalDate at, int[] order)
    {
        var waits = new List<Waiting>();
        foreach ((int gap, int length) in gaps)
        {
            Waiting wait = Wait(at.PlusDays(gap), length);
            waits.Add(wait);
            at = wait.To;
        }

        return [.. waits.Zip(order).OrderBy(w => w.Second).Select(w => w.First)];
    }

    private static Waiting Wait(LocalDate from, int length) => new(from, from.PlusDays(length));
}
