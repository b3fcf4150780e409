using NodaTime;

namespace Reform.Domain.Deadlines;

/// <summary>Where counting stands: at the end of a date that is used up or not counted, or at a moment.</summary>
internal readonly record struct Position
{
    private Position(LocalDate date, LocalTime time, bool isMoment) => (Date, Time, IsMoment) = (date, time, isMoment);

    public LocalDate Date { get; }

    public bool IsMoment { get; }

    /// <summary>The moment itself, or 24:00 of the date.</summary>
    public LocalDateTime Moment => IsMoment ? Date + Time : Date.PlusDays(1).AtMidnight();

    private LocalTime Time { get; }

    public static Position EndOf(LocalDate date) => new(date, default, isMoment: false);

    public static Position At(LocalDateTime moment) => new(moment.Date, moment.TimeOfDay, isMoment: true);
}
