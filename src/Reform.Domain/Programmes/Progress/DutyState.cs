using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;

namespace Reform.Domain.Programmes;

/// <summary>How something stands that has to be done by a day: a plan, a report, an answer (tình trạng thực hiện nghĩa vụ).</summary>
public enum DutyState
{
    /// <summary>Not done, and the limit still runs (chưa thực hiện, còn hạn).</summary>
    Pending = 0,

    /// <summary>Not done, and the limit is over (quá hạn chưa thực hiện).</summary>
    Missing = 1,

    /// <summary>Done in time (thực hiện đúng hạn).</summary>
    DoneInTime = 2,

    /// <summary>Done late (thực hiện chậm).</summary>
    DoneLate = 3,

    /// <summary>Not done, and when it is due is not known (chưa thực hiện, chưa rõ hạn).</summary>
    PendingWithoutDue = 4,

    /// <summary>Done, and when it was due is not known (đã thực hiện, chưa rõ hạn).</summary>
    DoneWithoutDue = 5,
}

/// <summary>Works out duties.</summary>
internal static class Duties
{
    public static DutyState StateOf(LocalDate? due, LocalDate? done, LocalDate on) => (due, done) switch
    {
        (null, null) => DutyState.PendingWithoutDue,
        (null, _) => DutyState.DoneWithoutDue,
        (LocalDate limit, null) => on > limit ? DutyState.Missing : DutyState.Pending,
        (LocalDate limit, LocalDate day) => day > limit ? DutyState.DoneLate : DutyState.DoneInTime,
    };

    /// <summary>When something is due; null: it has no limit, none that gives a date, or one that the calendar does not cover.</summary>
    public static LocalDate? DueOf(TimeLimit? limit, LocalDate from, WorkCalendar calendar)
    {
        try
        {
            return limit?.From(from, calendar) is { HasDue: true } deadline ? deadline.DueDate : null;
        }
        catch (CalendarRangeException)
        {
            return null;
        }
        catch (InvalidTermsException)
        {
            return null;
        }
    }

    /// <summary>How many working days lie after one date and up to another; null: the calendar does not cover them.</summary>
    public static int? WorkingDays(LocalDate after, LocalDate upTo, WorkCalendar calendar)
    {
        try
        {
            return upTo <= after ? 0 : calendar.WorkingDaysBetween(after, upTo);
        }
        catch (CalendarRangeException)
        {
            return null;
        }
    }
}
