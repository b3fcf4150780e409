using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>A deadline and the same recomputed on another calendar (tính lại hạn): what moved, and which days of the calendar moved it.</summary>
public sealed record DeadlineChange
{
    private static readonly ReasonKind Same = new(
        "deadline_not_moved", "Tính lại theo lịch phiên bản {version}: hạn không đổi", "Recomputed on calendar version {version}: the due does not move");

    private static readonly ReasonKind Moved = new(
        "deadline_moved",
        "Tính lại theo lịch phiên bản {version}: hạn chuyển từ {before} sang {after}",
        "Recomputed on calendar version {version}: the due moves from {before} to {after}");

    private static readonly ReasonKind Stands = new(
        "deadline_that_stands", "Hạn có hiệu lực là {due}: {policy}", "The due that stands is {due}: {policy}");

    private static readonly BilingualText NoDueYet = new("chưa có hạn", "no due yet");

    private DeadlineChange(Deadline before, Deadline after, ValueList<ChangedDay> differentDays) =>
        (Before, After, DifferentDays) = (before, after, differentDays);

    /// <summary>The deadline as it was; unchanged.</summary>
    public Deadline Before { get; }

    /// <summary>The deadline on the other calendar.</summary>
    public Deadline After { get; }

    /// <summary>The days between the receipt and the later due that the two calendars answer differently.</summary>
    public ValueList<ChangedDay> DifferentDays { get; }

    /// <summary>Whether the due moves.</summary>
    public bool HasMoved => Before.DueKind != After.DueKind || (Before.HasDue && Before.DueAt != After.DueAt);

    /// <summary>The one that stands by <see cref="DeadlinePolicy.Calendar"/>: as it was where that is frozen, the new one where it is followed.</summary>
    public Deadline InForce => Before.Terms.Policy.Calendar == CalendarPolicy.FollowsCalendar ? After : Before;

    /// <summary>What moved, the days that differ, and which deadline stands by which policy.</summary>
    /// <returns>The reasons.</returns>
    public ValueList<Reason> Explain()
    {
        CalendarPolicy policy = Before.Terms.Policy.Calendar;
        return
        [
            HasMoved
                ? Moved.Because(null, ("version", After.CalendarVersion), ("before", DueOf(Before)), ("after", DueOf(After)))
                : Same.Because(null, ("version", After.CalendarVersion)),
            .. DifferentDays.SelectMany(d => (Reason[])[d.Before, d.After]),
            Stands.Because(policy.Basis, ("due", DueOf(InForce)), ("policy", policy.Name)),
        ];
    }

    internal static ReasonValue DueOf(in Deadline deadline) => deadline.DueKind switch
    {
        DueKind.Date => deadline.DueDate,
        DueKind.Instant => deadline.DueAt,
        _ => NoDueYet,
    };

    internal static DeadlineChange Of(in Deadline before, in Deadline after)
    {
        LocalDate first = LocalDate.Min(FirstOf(before), FirstOf(after));
        LocalDate last = LocalDate.Max(LastOf(before), LastOf(after));
        bool comparesHours = UsesHours(before);
        var days = new List<ChangedDay>();
        for (LocalDate date = first; date <= last; date = date.PlusDays(1))
        {
            WorkCalendar old = before.Calendar;
            WorkCalendar later = after.Calendar;
            if (old.KindOf(date) != later.KindOf(date) || (comparesHours && !old.SessionsOf(date).Equals(later.SessionsOf(date))))
            {
                days.Add(new ChangedDay(date, old.Explain(date), later.Explain(date)));
            }
        }

        return new DeadlineChange(before, after, days.ToValueList());
    }

    private static LocalDate FirstOf(in Deadline deadline) =>
        deadline.HasDue ? LocalDate.Min(deadline.ReceivedOn, deadline.DueDate) : deadline.ReceivedOn;

    private static LocalDate LastOf(in Deadline deadline) =>
        deadline.HasDue ? LocalDate.Max(deadline.ReceivedOn, deadline.DueDate)
        : deadline.IsSuspended ? LocalDate.Max(deadline.ReceivedOn, deadline.Terms.Runs[^1].First)
        : deadline.ReceivedOn;

    private static bool UsesHours(in Deadline deadline)
    {
        DeadlineTerms terms = deadline.Terms;
        return terms.Policy.DueEnd == DueEndPolicy.CloseOfBusiness || terms.Policy.Intake != IntakePolicy.AsStamped
            || Enumerable.Range(0, terms.PartCount).Any(i => terms.Part(i).Unit is TimeUnit.HalfDay or TimeUnit.WorkingHour);
    }
}

/// <summary>A day that two calendars answer differently.</summary>
/// <param name="Date">The date.</param>
/// <param name="Before">What the one calendar says of it.</param>
/// <param name="After">What the other says.</param>
public sealed record ChangedDay(LocalDate Date, Reason Before, Reason After);
