using NodaTime;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <content>What rules ask of grants over time, flat.</content>
public sealed partial class AuthorityRegister
{
    /// <summary>The facts of a grant as it stands on a date.</summary>
    /// <param name="grantId">The grant.</param>
    /// <param name="on">The date.</param>
    /// <param name="monitoring">What was done to watch over it; null: not known.</param>
    /// <param name="pending">The cases that are not decided yet; null: not known.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="AuthorityInputException">The grant is not in the register, or the date is not covered; or, of a pending case, as for a check.</exception>
    /// <exception cref="OrganizationInputException">The number of members is negative, or a year is rated twice.</exception>
    public GrantStateFacts StateOf(string grantId, LocalDate on, GrantMonitoring? monitoring = null, IEnumerable<PendingCase>? pending = null)
    {
        GrantStatus status = StatusOf(grantId, on);
        Grant grant = status.Grant;
        GrantLife life = model.Value.Lives[NumberOf(grantId)];
        LocalDate? lastDay = status.IsInForce ? status.NextChange?.PlusDays(-1) : null;
        LocalDate starts = DayNumber.ToDate(life.Starts);
        LocalDate? watched = monitoring is null || on < starts ? null : monitoring.LastCheckBy(on) is LocalDate check && check > starts ? check : starts;
        GranteeFacts? grantee = monitoring?.GranteeOn(on);
        BaseSetting? setting = organization.UnitOf(grant.GranteeId)?.Setting;
        return new GrantStateFacts
        {
            GrantId = grantId,
            PowerId = grant.PowerId,
            AsOf = on,
            Kind = grant.Kind,
            GrantorId = grant.GrantorId,
            GranteeId = grant.GranteeId,
            UnitId = organization.UnitOf(grant.GrantorId)?.Id,
            System = organization.UnitOf(grant.GrantorId)?.System,
            IsRunning = life.OwnDays.Contains(DayNumber.Of(on)),
            IsInForce = status.IsInForce,
            GranteeExists = !status.Causes.Contains(AuthorityBreak.GranteeCeased),
            GrantorExists = !status.Causes.Contains(AuthorityBreak.GrantorCeased),
            UnitExists = !status.Causes.Contains(AuthorityBreak.UnitCeased),
            LastDay = lastDay,
            DaysLeft = lastDay is LocalDate last ? Period.DaysBetween(on, last) : null,
            PendingCases = pending is null ? null : Resting(pending, on)[grantId].Distinct(StringComparer.Ordinal).Count(),
            LastWatchedOn = watched,
            DaysUnwatched = watched is LocalDate since ? Period.DaysBetween(since, on) : null,
            HasConditions = FindPower(grant.PowerId)!.GranteeRule == GranteeRule.AdmissionByBase && grant.Kind is GrantKind.Mandate or GrantKind.Commission,
            IsSettingKnown = setting is not null,
            Members = grantee?.Members,
            Conditions = AdmissionDelegation.Judge(setting, grantee?.Members, grantee?.Ratings ?? [], on).Eligibility,
        };
    }

    /// <summary>The powers that a unit may pass on, each with whether it did; what <see cref="RatioOf"/> says, power by power.</summary>
    /// <param name="unitId">The unit; without an organization register, the holder of this identifier.</param>
    /// <param name="on">The date.</param>
    /// <returns>The powers in the order of the register.</returns>
    /// <exception cref="AuthorityInputException">As for <see cref="RatioOf"/>.</exception>
    public ValueList<DelegablePower> DelegablePowersOf(string unitId, LocalDate on)
    {
        DelegationRatio ratio = RatioOf(unitId, on);
        return ratio.EligiblePowerIds.Select(p => new DelegablePower(unitId, p, on, ratio.DelegatedPowerIds.Contains(p))).ToValueList();
    }
}
