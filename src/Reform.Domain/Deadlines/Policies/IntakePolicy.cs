using NodaTime;
using NodaTime.Text;
using Reform.Domain.Calendars;
using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>When something counts as received (thời điểm tiếp nhận): as stamped, or at the next opening of the office.</summary>
/// <remarks>Two are equal when they treat every receipt alike.</remarks>
public sealed class IntakePolicy : NamedPolicy, IEquatable<IntakePolicy>
{
    private IntakePolicy(string code, string vietnamese, string english, LocalTime? cutOff, bool movesDaysOff)
        : base(code, new BilingualText(vietnamese, english))
    {
        CutOff = cutOff;
        MovesDaysOff = movesDaysOff;
    }

    /// <summary>As stamped, whatever the hour and the day. The default.</summary>
    public static IntakePolicy AsStamped { get; } = new("as_stamped", "theo thời điểm ghi nhận", "as stamped", null, movesDaysOff: false);

    /// <summary>On a day off: deemed received at the opening of the next working day.</summary>
    public static IntakePolicy NextOpeningAfterDayOff { get; } = new(
        "next_opening_after_day_off",
        "nhận vào ngày nghỉ thì tính là nhận lúc mở cửa ngày làm việc tiếp theo",
        "received on a day off counts as received when the office next opens",
        null,
        movesDaysOff: true);

    /// <summary>The hour after which a receipt moves to the next working day; null when there is none.</summary>
    public LocalTime? CutOff { get; }

    /// <summary>Whether a receipt on a day off moves to the next working day.</summary>
    public bool MovesDaysOff { get; }

    /// <summary>After a cut-off hour: deemed received at the opening of the next working day.</summary>
    /// <param name="cutOff">The hour, such as 15:00; a receipt at that very instant is still in time.</param>
    /// <returns>The policy.</returns>
    public static IntakePolicy NextOpeningAfter(LocalTime cutOff)
    {
        string hour = Hour.Format(cutOff);
        return new IntakePolicy(
            "next_opening_after_cut_off",
            "nhận sau " + hour + " thì tính là nhận lúc mở cửa ngày làm việc tiếp theo",
            "received after " + hour + " counts as received when the office opens on the next working day",
            cutOff,
            movesDaysOff: false);
    }

    /// <summary>After a cut-off hour or on a day off: deemed received at the opening of the next working day.</summary>
    /// <param name="cutOff">The hour, such as 15:00; a receipt at that very instant is still in time.</param>
    /// <returns>The policy.</returns>
    public static IntakePolicy NextOpeningAfterCutOffOrDayOff(LocalTime cutOff)
    {
        string hour = Hour.Format(cutOff);
        return new IntakePolicy(
            "next_opening_after_cut_off_or_day_off",
            "nhận sau " + hour + " hoặc vào ngày nghỉ thì tính là nhận lúc mở cửa ngày làm việc tiếp theo",
            "received after " + hour + " or on a day off counts as received when the office opens on the next working day",
            cutOff,
            movesDaysOff: true);
    }

    /// <inheritdoc/>
    public bool Equals(IntakePolicy? other) => other is not null && CutOff == other.CutOff && MovesDaysOff == other.MovesDaysOff;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as IntakePolicy);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(CutOff, MovesDaysOff);

    /// <summary>Where counting starts for a receipt.</summary>
    internal Position Start(LocalDateTime received, bool hasTime, WorkCalendar calendar)
    {
        bool moves = MovesDaysOff && !calendar.IsWorkingDay(received.Date);
        if (!moves && CutOff is LocalTime cutOff)
        {
            moves = hasTime ? received.TimeOfDay > cutOff : throw InvalidTermsException.CutOffNeedsTime(received.Date);
        }

        if (!moves)
        {
            return hasTime ? Position.At(received) : Position.EndOf(received.Date);
        }

        LocalDate next = calendar.WorkingDayAfter(received.Date, 1);
        return Position.At(next + calendar.SessionsOf(next)[0].Start);
    }

    private static LocalTimePattern Hour => LocalTimePattern.CreateWithInvariantCulture("HH:mm");
}
