using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Procedures;

namespace Reform.Domain.Simulation;

/// <summary>What is assumed to be otherwise (giả định): everything that is null stays as it is. Nothing stored is touched.</summary>
public sealed record Assumption
{
    /// <summary>The limit of the whole, in place of the procedure's and of a written deadline (thời hạn giả định).</summary>
    public TimeLimit? Limit { get; init; }

    /// <summary>The calendar (lịch giả định).</summary>
    public WorkCalendar? Calendar { get; init; }

    /// <summary>The policies by which deadlines are counted (chính sách giả định).</summary>
    public DeadlinePolicy? Policy { get; init; }

    /// <summary>The version of the procedure (phiên bản giả định); for cases that are kept by their events.</summary>
    public ProcedureVersion? Version { get; init; }

    /// <summary>The step that is done away with (bước bị cắt giảm); for cases that are kept by their events.</summary>
    public int? WithoutStep { get; init; }

    /// <summary>The activity that is done away with (hoạt động bị cắt giảm); for cases of a log.</summary>
    public string? WithoutActivity { get; init; }
}
