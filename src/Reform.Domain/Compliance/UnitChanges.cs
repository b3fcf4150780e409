using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Procedures;
using Reform.Domain.Programmes;
using Reform.Domain.Values;

namespace Reform.Domain.Compliance;

/// <summary>What units changed, as the registers of powers and of procedures tell it, for <see cref="ZeroChangeReport"/> (thay đổi của đơn vị).</summary>
public static class UnitChanges
{
    /// <summary>The changes of powers: each grant of a unit on its first day, and whatever happened to it.</summary>
    /// <param name="register">The grants, as known at the moment that the caller chose.</param>
    /// <returns>The changes, those of the unit that granted; a grantor that the register of units does not know, and a first day that is not stated, give none.</returns>
    public static ValueList<UnitChange> OfPowers(AuthorityRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        ILookup<string, GrantEvent> events = register.Events.ToLookup(e => e.GrantId, StringComparer.Ordinal);
        var changes = new List<UnitChange>();
        foreach (Grant grant in register.Grants)
        {
            if (register.Organization?.UnitOf(grant.GrantorId)?.Id is string unit)
            {
                changes.AddRange(events[grant.Id].Select(e => (LocalDate?)e.On).Prepend(grant.Validity.From).OfType<LocalDate>()
                    .Select(on => new UnitChange(unit, ChangeKind.Delegation, on, grant.PowerId)));
            }
        }

        return changes.ToValueList();
    }

    /// <summary>The changes of procedures: the days on which a unit begins or ends to apply one, and on which a version that it applies takes over.</summary>
    /// <param name="applications">Which units apply which procedures, as they stand; those that do not apply one count for nothing.</param>
    /// <param name="procedures">The procedures; the codes of others give the days of beginning and ending only.</param>
    /// <returns>The changes; days that are not stated give none, and those of one day about one procedure are one.</returns>
    public static ValueList<UnitChange> OfProcedures(IEnumerable<ProcedureApplication> applications, ProcedureCatalogue procedures)
    {
        ArgumentNullException.ThrowIfNull(applications);
        ArgumentNullException.ThrowIfNull(procedures);
        return applications.Where(a => a.Applies).SelectMany(a => new[] { a.Validity.From, a.Validity.To }
            .Concat((procedures.Find(a.ProcedureCode)?.Versions ?? []).Select(v => v.Validity.From).Where(d => d is LocalDate day && a.Validity.Contains(day)))
            .OfType<LocalDate>().Distinct().Select(on => new UnitChange(a.UnitId, ChangeKind.Procedure, on, a.ProcedureCode))).ToValueList();
    }
}
