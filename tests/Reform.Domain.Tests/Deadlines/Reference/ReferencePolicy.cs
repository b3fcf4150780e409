using NodaTime;

namespace Reform.Domain.Tests.Deadlines.Reference;

/// <summary>Where a period goes whose last day is no working day.</summary>
internal enum Rolled
{
    Next,
    Previous,
    Stay,
}

/// <summary>The choices where the law is silent; the default of every member is the default policy.</summary>
internal sealed record ReferencePolicy
{
    public static ReferencePolicy Default { get; } = new();

    /// <summary>A half day is four working hours instead of a session.</summary>
    public bool HalfDayIsFourHours { get; init; }

    /// <summary>29 February plus years ends on 1 March instead of 28 February.</summary>
    public bool LeapDayTo1March { get; init; }

    /// <summary>A suspension restarts the count from zero at its end instead of leaving its days out.</summary>
    public bool Restart { get; init; }

    /// <summary>After this hour a file is deemed received at the opening of the next working day.</summary>
    public LocalTime? CutOff { get; init; }

    /// <summary>A file of a day off is deemed received at the opening of the next working day.</summary>
    public bool DayOffToNextWorkingDay { get; init; }

    /// <summary>Where the end of a period goes.</summary>
    public Rolled Roll { get; init; }

    /// <summary>Where the end of a limit that is counted backward goes.</summary>
    public Rolled BackwardRoll { get; init; } = Rolled.Previous;

    /// <summary>A due date is over at the close of business instead of 24:00.</summary>
    public bool CloseOfBusiness { get; init; }
}
