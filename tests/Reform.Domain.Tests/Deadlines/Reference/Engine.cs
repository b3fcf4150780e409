using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Deadlines.Reference;

/// <summary>Asks the product what the reference is asked, and writes its answer down in the same way.</summary>
internal static class Engine
{
    public static ReferenceAnswer Answer(ReferenceQuestion question, WorkCalendar calendar) => Caught(() => Deadline(question, calendar));

    public static ReferenceAnswer Before(Count limit, LocalDate day, bool inclusive, ReferencePolicy policy, WorkCalendar calendar) => Caught(() =>
        new DeadlineTerms(Limit(limit)) { Policy = Policy(policy) }.Before(day, calendar, inclusive ? Bound.Inclusive : Bound.Exclusive));

    public static ReferenceAnswer Before(Count limit, LocalDateTime moment, ReferencePolicy policy, WorkCalendar calendar) => Caught(() =>
        new DeadlineTerms(Limit(limit)) { Policy = Policy(policy) }.Before(moment, calendar));

    public static Deadline Deadline(ReferenceQuestion question, WorkCalendar calendar)
    {
        DeadlineTerms terms = Terms(question);
        return question.DateOnly ? terms.From(question.Received.Date, calendar) : terms.From(question.Received, calendar);
    }

    private static DeadlineTerms Terms(ReferenceQuestion question) => new(Limit(question.Limit))
    {
        Policy = Policy(question.Policy),
        Suspensions = question.Waits.Select(w => InField("suspensions", () => new Suspension(w.From, w.To))).ToValueList(),
        Extensions = question.Extensions.Select((e, i) => InField("extensions", () => new Extension(
            Limit(e), i < question.GrantedOn.Count ? question.GrantedOn[i] : null))).ToValueList(),
        ExtensionCap = question.Cap is Cap cap
            ? new ExtensionCap(LegalBasis.Citing("1/2026"), cap.Times, cap.Longest is Count longest ? Limit(longest) : null)
            : null,
        Tolerance = question.Tolerance is Count tolerance ? Limit(tolerance) : null,
    };

    private static TimeLimit Limit(Count count) => count.Unit switch
    {
        "same_day" => TimeLimit.SameDay,
        "immediate" => TimeLimit.Immediate,
        _ => new TimeLimit(count.Amount, TimeUnits.Codes[count.Unit]),
    };

    private static DeadlinePolicy Policy(ReferencePolicy policy) => DeadlinePolicy.Default with
    {
        HalfDay = policy.HalfDayIsFourHours ? HalfDayPolicy.FourWorkingHours : HalfDayPolicy.Session,
        LeapDay = policy.LeapDayTo1March ? LeapDayPolicy.March1 : LeapDayPolicy.February28,
        Supplement = policy.Restart ? SupplementRegime.RestartFromZero : SupplementRegime.SuspendedDaysExcluded,
        DueEnd = policy.CloseOfBusiness ? DueEndPolicy.CloseOfBusiness : DueEndPolicy.EndOfDay,
        Roll = Roll(policy.Roll),
        BackwardRoll = Roll(policy.BackwardRoll),
        Intake = (policy.CutOff, policy.DayOffToNextWorkingDay) switch
        {
            (LocalTime hour, true) => IntakePolicy.NextOpeningAfterCutOffOrDayOff(hour),
            (LocalTime hour, false) => IntakePolicy.NextOpeningAfter(hour),
            (null, true) => IntakePolicy.NextOpeningAfterDayOff,
            _ => IntakePolicy.AsStamped,
        },
    };

    private static RollPolicy Roll(Rolled roll) => roll switch
    {
        Rolled.Previous => RollPolicy.PreviousWorkingDay,
        Rolled.Stay => RollPolicy.Stay,
        _ => RollPolicy.NextWorkingDay,
    };

    private static ReferenceAnswer Caught(Func<Deadline> ask)
    {
        try
        {
            return Read(ask());
        }
        catch (CalendarRangeException)
        {
            return ReferenceAnswer.Refused("calendar");
        }
        catch (ArgumentException refused)
        {
            return ReferenceAnswer.Refused((refused.ParamName ?? "").Split('[')[0]);
        }
    }

    private static ReferenceAnswer Read(Deadline deadline) => deadline.DueKind switch
    {
        DueKind.Date => new ReferenceAnswer(deadline.DueDate, null, deadline.IsProvisional, null)
        {
            Unrolled = deadline.UnrolledDate,
            OverAt = deadline.DueAt,
        },
        DueKind.Instant => new ReferenceAnswer(null, deadline.DueAt, deadline.IsProvisional, null) { OverAt = deadline.DueAt },
        _ => ReferenceAnswer.StandsStill,
    };

    // What is wrong with a part names the part, not its own parameter.
    private static T InField<T>(string field, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException inner)
        {
            throw new ArgumentException(inner.Message, field, inner);
        }
    }
}
