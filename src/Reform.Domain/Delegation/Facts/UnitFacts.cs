using NodaTime;
using Reform.Domain.Organizations;

namespace Reform.Domain.Delegation;

/// <summary>What rules ask of a unit on a date, flat (dữ kiện của đơn vị): what it left behind when it ended, and its working regulations.</summary>
public sealed record UnitFacts
{
    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>The date of judgement.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>What kind of body it is.</summary>
    public required BodyKind Kind { get; init; }

    /// <summary>Whether it exists.</summary>
    public bool Exists { get; init; }

    /// <summary>The first day on which it no longer exists, by the date of judgement; null: it has not ended.</summary>
    public LocalDate? EndedOn { get; init; }

    /// <summary>How many cases, tasks, powers and grants it has in hand; null: not known.</summary>
    public int? Matters { get; init; }

    /// <summary>How many of them nobody took over, by what is recorded; null: not known.</summary>
    public int? MattersLost { get; init; }

    /// <summary>How many of them may be with several units, so that function or territory, or an assignment, would have to be known; null: not known.</summary>
    public int? MattersOpen { get; init; }

    /// <summary>Whether working regulations are in force; null: not known.</summary>
    public bool? HasWorkingRegulation { get; init; }

    /// <summary>Whether the superior was informed of those in force; null: not known, or there are none.</summary>
    public bool? IsSuperiorInformed { get; init; }

    /// <summary>Makes the facts of a unit.</summary>
    /// <param name="organization">The units and who took over from whom.</param>
    /// <param name="unitId">The unit.</param>
    /// <param name="asOf">The date of judgement.</param>
    /// <param name="matters">The cases, tasks, powers and grants in hand; those of other units are left out; null: not known.</param>
    /// <param name="regulations">The working regulations that are recorded, of any unit; null: not known.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="OrganizationInputException">The unit is unknown, the date is not covered, or as for <see cref="OrganizationRegister.FatesOf"/>.</exception>
    public static UnitFacts Of(
        OrganizationRegister organization,
        string unitId,
        LocalDate asOf,
        IEnumerable<LiveMatter>? matters = null,
        IEnumerable<WorkingRegulation>? regulations = null)
    {
        ArgumentNullException.ThrowIfNull(organization);
        ArgumentNullException.ThrowIfNull(unitId);
        OrganizationUnit unit = organization.FindUnit(unitId) ?? throw OrganizationInputException.Of(
            "unknown_unit", "unit", "không có đơn vị '" + unitId + "'", "there is no unit '" + unitId + "'");
        SuccessionOutcome[]? fates = matters is null ? null
            : [.. organization.FatesOf(matters.Where(m => m.UnitId == unitId), asOf).Select(f => f.Succession.Outcome)];
        WorkingRegulation[]? inForce = regulations is null ? null : [.. regulations.Where(r => r.UnitId == unitId && r.Validity.Contains(asOf))];
        return new UnitFacts
        {
            UnitId = unitId,
            AsOf = asOf,
            Kind = unit.Kind,
            Exists = unit.Validity.Contains(asOf),
            EndedOn = unit.Validity.EndedBy(asOf) ? unit.Validity.To : null,
            Matters = fates?.Length,
            MattersLost = fates?.Count(f => f is SuccessionOutcome.NotRecorded or SuccessionOutcome.Nobody),
            MattersOpen = fates?.Count(f => f == SuccessionOutcome.Ambiguous),
            HasWorkingRegulation = inForce is null ? null : inForce.Length > 0,
            IsSuperiorInformed = inForce is null or [] ? null : inForce.Any(r => r.SuperiorInformedOn <= asOf),
        };
    }
}
