using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>In what a unit changed something (loại thay đổi).</summary>
public enum ChangeKind
{
    /// <summary>A procedure: a new version, a merger, an end (thủ tục).</summary>
    Procedure = 0,

    /// <summary>Powers: passed on, extended, revoked (phân cấp, ủy quyền).</summary>
    Delegation = 1,
}

/// <summary>A change of a unit, as the register that it comes from tells it (một thay đổi của đơn vị).</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Kind">In what.</param>
/// <param name="On">When it took effect.</param>
/// <param name="Subject">What changed: the code of the procedure or the power.</param>
public sealed record UnitChange(string UnitId, ChangeKind Kind, LocalDate On, string Subject);

/// <summary>What a unit changed in a period (thay đổi trong kỳ).</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Procedures">How many changes of procedures.</param>
/// <param name="Delegations">How many changes of powers.</param>
/// <param name="ExistedThroughout">Whether the unit existed on every day of the period; of one that did not, nothing is concluded.</param>
public sealed record UnitChangeCount(string UnitId, int Procedures, int Delegations, bool ExistedThroughout)
{
    /// <summary>Whether it changed nothing though it had the whole period for it (không có thay đổi nào, theo nếp cũ).</summary>
    public bool IsUnchanged => ExistedThroughout && Procedures + Delegations == 0;
}

/// <summary>The units where nothing changed in a period (báo cáo đơn vị không có thay đổi).</summary>
/// <param name="Period">The period.</param>
/// <param name="Units">Every unit, in the order given.</param>
public sealed record ZeroChangeReport(ReportingPeriod Period, ValueList<UnitChangeCount> Units)
{
    /// <summary>The units where nothing changed.</summary>
    public ValueList<string> Unchanged => Units.Where(u => u.IsUnchanged).Select(u => u.UnitId).ToValueList();

    /// <summary>Counts the changes of units in a period.</summary>
    /// <param name="units">The units, as a rule those that the programme binds.</param>
    /// <param name="changes">Every change that is recorded of them; those outside the period, or of other units, do not count.</param>
    /// <param name="period">The period.</param>
    /// <param name="organization">The units over time.</param>
    /// <returns>The report.</returns>
    /// <exception cref="RecordInputException">
    /// A unit is unknown (unknown_unit); every one is listed. Or the period ends before it begins (ends_before_it_begins).
    /// </exception>
    public static ZeroChangeReport Of(
        IEnumerable<string> units, IEnumerable<UnitChange> changes, ReportingPeriod period, OrganizationRegister organization)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(organization);
        period.RequireOrder();
        ValueList<string> all = units.ToValueList();
        var problems = new ProgrammeProblems(organization);
        foreach ((int i, string unit) in all.Index())
        {
            problems.CheckUnit(unit, ProgrammeProblems.At("units", i));
        }

        problems.ThrowIfAny();
        ILookup<string, UnitChange> within = changes.Where(c => period.Contains(c.On)).ToLookup(c => c.UnitId, StringComparer.Ordinal);
        return new ZeroChangeReport(period, all.Select(u =>
        {
            OrganizationUnit unit = organization.FindUnit(u)!;
            return new UnitChangeCount(
                u,
                within[u].Count(c => c.Kind == ChangeKind.Procedure),
                within[u].Count(c => c.Kind == ChangeKind.Delegation),
                unit.Validity.Contains(period.From) && unit.Validity.Contains(period.To));
        }).ToValueList());
    }
}
