using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>A report of a unit about a period (báo cáo).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="DutyId">The duty that it fulfils.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="PeriodFrom">The first day of the period that it is about.</param>
/// <param name="SubmittedOn">When it came.</param>
public sealed record ProgrammeReport(string Id, string ProgrammeId, string DutyId, string UnitId, LocalDate PeriodFrom, LocalDate SubmittedOn)
{
    /// <summary>Its number; null: not recorded.</summary>
    public string? Number { get; init; }
}

/// <summary>How a report of a unit about a period stands on a date (tình trạng báo cáo).</summary>
/// <param name="Duty">The duty.</param>
/// <param name="Period">The period.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="State">How it stands.</param>
/// <param name="DueOn">When it is due; null: not known.</param>
/// <param name="Report">The first report; null: none by that date.</param>
public sealed record ReportStatus(
    ReportingDuty Duty, ReportingPeriod Period, string UnitId, DutyState State, LocalDate? DueOn, ProgrammeReport? Report);

/// <summary>How the plan of a unit stands on a date (tình trạng ban hành kế hoạch).</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="State">How it stands.</param>
/// <param name="DueOn">When it is due; null: not stated, or the unit came after that day.</param>
/// <param name="Plan">The first plan; null: none by that date.</param>
public sealed record PlanStatus(string UnitId, DutyState State, LocalDate? DueOn, UnitPlan? Plan);

/// <summary>How many of the units that a programme binds take part (độ bao phủ).</summary>
/// <param name="On">The date.</param>
/// <param name="Units">The units that it binds and that exist on that date.</param>
/// <param name="WithoutPlan">Those without a plan.</param>
/// <param name="WithoutReport">Those that lack a report that is due; null: nothing was due yet.</param>
/// <param name="WithoutPublication">Those that have published nothing; null: that was not asked.</param>
public sealed record ProgrammeCoverage(
    LocalDate On, ValueList<string> Units, ValueList<string> WithoutPlan, ValueList<string>? WithoutReport, ValueList<string>? WithoutPublication)
{
    /// <summary>The units that lack nothing of what was asked.</summary>
    public ValueList<string> Complete => Units
        .Where(u => !WithoutPlan.Contains(u) && WithoutReport?.Contains(u) != true && WithoutPublication?.Contains(u) != true).ToValueList();

    /// <summary>Whether every unit takes part (bao phủ 100%); false where there is no unit.</summary>
    public bool IsWhole => Units.Count > 0 && Complete.Count == Units.Count;

    /// <summary>The share of the units that lack nothing, in hundredths of a percent, rounded down; null where there is no unit.</summary>
    public int? ShareInBasisPoints => Units.Count == 0 ? null : (int)(Complete.Count * 10_000L / Units.Count);
}
