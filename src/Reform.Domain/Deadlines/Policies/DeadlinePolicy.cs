using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>The choices by which a deadline is counted (chính sách tính hạn); each is named, and each has a default.</summary>
/// <remarks>Change one with <c>DeadlinePolicy.Default with { … }</c>. Explanations cite the choice behind each step.</remarks>
public sealed record DeadlinePolicy
{
    private DeadlinePolicy()
    {
    }

    /// <summary>The defaults.</summary>
    public static DeadlinePolicy Default { get; } = new();

    /// <summary>When something counts as received; by default as stamped.</summary>
    public IntakePolicy Intake { get; init => field = NotNull(value); } = IntakePolicy.AsStamped;

    /// <summary>What half a day is; by default an office session.</summary>
    public HalfDayPolicy HalfDay { get; init => field = NotNull(value); } = HalfDayPolicy.Session;

    /// <summary>When a due date is over; by default at 24:00.</summary>
    public DueEndPolicy DueEnd { get; init => field = NotNull(value); } = DueEndPolicy.EndOfDay;

    /// <summary>Where years from 29 February end; by default on 28 February.</summary>
    public LeapDayPolicy LeapDay { get; init => field = NotNull(value); } = LeapDayPolicy.February28;

    /// <summary>What a supplement does to the clock; by default the suspended days are not counted.</summary>
    public SupplementRegime Supplement { get; init => field = NotNull(value); } = SupplementRegime.SuspendedDaysExcluded;

    /// <summary>Where a period counted forward goes whose last day is no working day; by default to the next working day.</summary>
    public RollPolicy Roll { get; init => field = NotNull(value); } = RollPolicy.NextWorkingDay;

    /// <summary>The same of a limit counted backward; by default to the working day before.</summary>
    public RollPolicy BackwardRoll { get; init => field = NotNull(value); } = RollPolicy.PreviousWorkingDay;

    /// <summary>Whether a later change of the calendar moves the deadline; by default it does not.</summary>
    public CalendarPolicy Calendar { get; init => field = NotNull(value); } = CalendarPolicy.FrozenAtReceipt;

    /// <summary>The choices, in a fixed order.</summary>
    public ValueList<NamedPolicy> Choices => [Intake, HalfDay, DueEnd, LeapDay, Supplement, Roll, BackwardRoll, Calendar];

    private static T NotNull<T>(T value)
        where T : NamedPolicy
    {
        ArgumentNullException.ThrowIfNull(value);
        return value;
    }
}
