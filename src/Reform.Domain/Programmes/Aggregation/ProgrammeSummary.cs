using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>The results of one unit, of one group, or in all (dòng tổng hợp).</summary>
/// <param name="UnitId">The unit; null: a group, the whole, or tasks without a lead.</param>
/// <param name="GroupCode">The group; null: the whole, or a unit that the programme does not bind.</param>
/// <param name="Tally">How many tasks stand where.</param>
/// <param name="AssignedInPeriod">Of these, those assigned within the period.</param>
/// <param name="DoneInPeriod">Those done within it.</param>
/// <param name="Redated">Those whose due date was moved back by then.</param>
/// <param name="Orphaned">Those that are open, of a unit that has ended, without one recorded successor.</param>
/// <param name="CarriedOver">Those carried over after the programme.</param>
public sealed record SummaryRow(
    string? UnitId, string? GroupCode, TaskTally Tally, int AssignedInPeriod, int DoneInPeriod, int Redated, int Orphaned, int CarriedOver)
{
    internal SummaryRow Plus(SummaryRow other) => this with
    {
        Tally = Tally + other.Tally,
        AssignedInPeriod = AssignedInPeriod + other.AssignedInPeriod,
        DoneInPeriod = DoneInPeriod + other.DoneInPeriod,
        Redated = Redated + other.Redated,
        Orphaned = Orphaned + other.Orphaned,
        CarriedOver = CarriedOver + other.CarriedOver,
    };
}

/// <summary>The results of a period as of a date (tổng hợp kết quả).</summary>
/// <param name="Programme">The programme.</param>
/// <param name="Period">The period.</param>
/// <param name="On">As of which date.</param>
/// <param name="Units">A row for every unit that the programme binds, then for every other that leads a task; last, if any, tasks without a lead.</param>
/// <param name="Groups">A row for every group, in the order of the programme; last, if any, units outside of them.</param>
/// <param name="Whole">All tasks of the period.</param>
public sealed record ProgrammeSummary(
    Programme Programme, ReportingPeriod Period, LocalDate On, ValueList<SummaryRow> Units, ValueList<SummaryRow> Groups, SummaryRow Whole)
{
    /// <summary>Finds the row of a unit.</summary>
    /// <param name="unitId">The unit.</param>
    /// <returns>The row, or null.</returns>
    public SummaryRow? OfUnit(string unitId) => Units.FirstOrDefault(r => string.Equals(r.UnitId, unitId, StringComparison.Ordinal));

    /// <summary>What a unit reached of the measures that follow from its tasks, for <see cref="TargetGap"/>.</summary>
    /// <returns>
    /// For each unit with tasks: "done_percent" (done of all), and of those with a due date that are done or over: "done_on_time_percent". Exact
    /// quotients, in percent; a quotient of nothing is left out.
    /// </returns>
    public ValueList<MeasuredValue> Measures => Units.Where(r => r.UnitId is not null).SelectMany(r =>
    {
        int judged = r.Tally.DoneInTime + r.Tally.DoneLate + r.Tally.OpenOverdue;
        return new[]
        {
            (Code: MeasureCodes.Done, Part: r.Tally.Done, Of: r.Tally.Total),
            (Code: MeasureCodes.DoneOnTime, Part: r.Tally.DoneInTime, Of: judged),
        }.Where(m => m.Of > 0).Select(m => new MeasuredValue(m.Code, r.UnitId!, 100m * m.Part / m.Of));
    }).ToValueList();
}

/// <summary>The codes of the measures that follow from tasks (mã chỉ số tính từ nhiệm vụ).</summary>
public static class MeasureCodes
{
    /// <summary>Done of all tasks, in percent.</summary>
    public const string Done = "done_percent";

    /// <summary>Done in time, of those done or overdue, in percent.</summary>
    public const string DoneOnTime = "done_on_time_percent";
}

/// <summary>Adds tasks up.</summary>
internal static class SummaryReader
{
    public static ProgrammeSummary Read(TaskMatrix matrix, ReportingPeriod period)
    {
        Programme programme = matrix.Programme;
        Dictionary<string, string> groupOf = programme.Subjects.ToDictionary(s => s.UnitId, s => s.GroupCode, StringComparer.Ordinal);
        var rows = new Dictionary<string, SummaryRow>(StringComparer.Ordinal);
        var order = new List<string>();
        SummaryRow? without = null;
        foreach (ProgrammeTaskStatus status in matrix.Tasks.Where(t => t.AssignedOn <= period.To && !(t.CompletedOn < period.From)))
        {
            // What an ended unit leaves stands in its own row until somebody takes it over.
            string? unit = status.Lead.UnitId ?? status.Lead.AssignedTo;
            SummaryRow one = Row(status, unit, unit is null ? null : groupOf.GetValueOrDefault(unit), period);
            if (unit is null)
            {
                without = without?.Plus(one) ?? one;
            }
            else if (rows.TryGetValue(unit, out SummaryRow? row))
            {
                rows[unit] = row.Plus(one);
            }
            else
            {
                rows.Add(unit, one);
                order.Add(unit);
            }
        }

        ValueList<SummaryRow> units =
        [
            .. programme.Subjects.Select(s => rows.GetValueOrDefault(s.UnitId) ?? Empty(s.UnitId, s.GroupCode)),
            .. order.Where(u => !groupOf.ContainsKey(u)).Select(u => rows[u]),
            .. without is null ? Array.Empty<SummaryRow>() : [without],
        ];
        List<SummaryRow> outside = [.. units.Where(r => r.GroupCode is null)];
        ValueList<SummaryRow> groups =
        [
            .. programme.Groups.Select(g => Sum(null, g.Code, units.Where(r => string.Equals(r.GroupCode, g.Code, StringComparison.Ordinal)))),
            .. outside.Count == 0 ? Array.Empty<SummaryRow>() : [Sum(null, null, outside)],
        ];
        return new ProgrammeSummary(programme, period, matrix.On, units, groups, Sum(null, null, units));
    }

    private static SummaryRow Sum(string? unit, string? group, IEnumerable<SummaryRow> rows) =>
        rows.Aggregate(Empty(unit, group), (sum, r) => sum.Plus(r));

    private static SummaryRow Empty(string? unit, string? group) => new(unit, group, default, 0, 0, 0, 0, 0);

    private static SummaryRow Row(ProgrammeTaskStatus status, string? unit, string? group, ReportingPeriod period) => new(
        unit,
        group,
        TaskTally.One(status),
        period.Contains(status.AssignedOn) ? 1 : 0,
        status.CompletedOn is LocalDate done && period.Contains(done) ? 1 : 0,
        status.Redatings.Any(r => r.IsDelay) ? 1 : 0,
        status.IsOpen && status.Lead.State == LeadState.Orphaned ? 1 : 0,
        status.CarriedOverOn is null ? 0 : 1);
}
