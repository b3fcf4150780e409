using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>The limits of the steps of a procedure beside the limit of the whole (thời hạn từng bước và toàn quy trình).</summary>
/// <remarks>
/// A step runs from the unrolled end of the step before, as an extension would, so that 3 + 3 + 10 working days are 16; or from the
/// receipt, beside the others. Policies, suspensions and known events are those of the whole; its extensions are not.
/// </remarks>
public sealed record StepSchedule
{
    private static readonly ReasonKind SumTooLong = new(
        "steps_sum_exceeds_whole",
        "Tổng thời hạn các bước nối tiếp là {sum} {unit}, vượt thời hạn toàn quy trình {whole} {unit}",
        "The steps in sequence add up to {sum} {unit}, more than the whole limit of {whole} {unit}");

    private static readonly ReasonKind StepTooLong = new(
        "step_ends_after_whole",
        "Bước '{step}' có hạn {due}, sau hạn toàn quy trình {whole}",
        "The step '{step}' is due on {due}, after the whole is due on {whole}");

    /// <summary>Creates a schedule.</summary>
    /// <param name="whole">The terms of the whole.</param>
    /// <param name="steps">The steps in their order; at least one, ids unique.</param>
    /// <exception cref="ArgumentException">There is no step, or an id stands twice.</exception>
    public StepSchedule(DeadlineTerms whole, ValueList<StepLimit> steps)
    {
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentNullException.ThrowIfNull(steps);
        if (steps.Count == 0)
        {
            throw new ArgumentException("A schedule has at least one step.", nameof(steps));
        }

        if (steps.GroupBy(s => s.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException("The step '" + twice.Key + "' stands twice.", nameof(steps));
        }

        Whole = whole;
        Steps = steps;
    }

    /// <summary>The terms of the whole.</summary>
    public DeadlineTerms Whole { get; }

    /// <summary>The steps in their order.</summary>
    public ValueList<StepLimit> Steps { get; }

    /// <summary>The due of every step and of the whole for something received on a date.</summary>
    /// <param name="received">The legal date of receipt.</param>
    /// <param name="calendar">The work calendar of the agency.</param>
    /// <returns>The deadlines, and where the steps do not fit into the whole.</returns>
    /// <exception cref="InvalidTermsException">The terms are wrong, or a limit needs the time of receipt.</exception>
    /// <exception cref="CalendarRangeException">The calendar does not cover a day that has to be known.</exception>
    public StepDeadlines From(LocalDate received, WorkCalendar calendar) => Compute(terms => terms.From(received, calendar));

    /// <summary>The due of every step and of the whole for something received at a moment.</summary>
    /// <param name="received">The moment of receipt, Vietnam civil time.</param>
    /// <param name="calendar">The work calendar of the agency.</param>
    /// <returns>The deadlines, and where the steps do not fit into the whole.</returns>
    /// <exception cref="InvalidTermsException">The terms are wrong.</exception>
    /// <exception cref="CalendarRangeException">The calendar does not cover a day that has to be known.</exception>
    public StepDeadlines From(LocalDateTime received, WorkCalendar calendar) => Compute(terms => terms.From(received, calendar));

    private StepDeadlines Compute(Func<DeadlineTerms, Deadline> deadlineOf)
    {
        Deadline whole = deadlineOf(Whole);
        var steps = new List<StepDeadline>();
        ValueList<TimeLimit> before = [];
        foreach (StepLimit step in Steps)
        {
            ValueList<TimeLimit> preceding = step.Start == StepStart.Receipt ? [] : before;
            steps.Add(new StepDeadline(step, deadlineOf(Whole with
            {
                Limit = step.Limit,
                Preceding = preceding,
                Tolerance = null,
                Extensions = [],
                ExtensionCap = null,
            })));
            before = [.. preceding, step.Limit];
        }

        return new StepDeadlines(whole, steps.ToValueList(), Conflicts(whole, steps).ToValueList());
    }

    private IEnumerable<Reason> Conflicts(Deadline whole, List<StepDeadline> steps)
    {
        long sum = Steps.Where(s => s.Start == StepStart.PreviousStep).Sum(s => (long)s.Limit.Amount);
        if (Steps.All(s => s.Limit.Unit == Whole.Limit.Unit) && sum > Whole.Limit.Amount)
        {
            yield return SumTooLong.Because(
                null, ("sum", (int)Math.Min(sum, int.MaxValue)), ("unit", TimeUnits.NameOf(Whole.Limit.Unit)), ("whole", Whole.Limit.Amount));
        }

        foreach ((StepLimit step, Deadline deadline) in steps)
        {
            if (whole.HasDue && deadline.HasDue && deadline.DueAt > whole.DueAt)
            {
                yield return StepTooLong.Because(
                    null, ("step", step.Name), ("due", DeadlineChange.DueOf(deadline)), ("whole", DeadlineChange.DueOf(whole)));
            }
        }
    }
}
