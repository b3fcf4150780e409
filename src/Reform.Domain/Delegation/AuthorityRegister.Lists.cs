using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <content>What follows from <see cref="Check(AuthorityQuestion)"/> for many actors, powers and grants at once.</content>
public sealed partial class AuthorityRegister
{
    /// <summary>Who could decide a case (ai có thẩm quyền): every actor for whom <see cref="Check(AuthorityQuestion)"/> says yes.</summary>
    /// <param name="powerId">The power.</param>
    /// <param name="on">The date.</param>
    /// <param name="about">The facts of the case; null: nothing is stated.</param>
    /// <param name="unitId">The unit for whose affairs the power is used; null: for none in particular.</param>
    /// <returns>One decision for each of them, by the length of the chain, then by identifier.</returns>
    /// <exception cref="AuthorityInputException">As for a check.</exception>
    public ValueList<AuthorityDecision> WhoCould(string powerId, LocalDate on, AuthorityCase? about = null, string? unitId = null)
    {
        Refuse(new AuthorityQuestion("", powerId, on) { UnitId = unitId }, anyActor: true);
        IEnumerable<string> all = model.Value.ActorsOf(powerId).Concat(organization.Everybody).Distinct(StringComparer.Ordinal);
        return all.Select(actor => Decide(new AuthorityQuestion(actor, powerId, on) { UnitId = unitId, Case = about ?? AuthorityCase.Unstated }))
            .Where(d => d.IsCompetent)
            .OrderBy(d => d.Chain.Count).ThenBy(d => d.Question.ActorId, StringComparer.Ordinal)
            .ToValueList();
    }

    /// <summary>What an actor may do on a date (danh mục thẩm quyền): every power that it holds, once for each chain that carries it.</summary>
    /// <remarks>
    /// Whatever a check says yes to is in this list, and everything in this list a check says yes to in a case that lies in its scopes,
    /// meets its conditions, has the vote that a collective needs, and does not concern the actor.
    /// </remarks>
    /// <param name="actorId">The unit, position or person.</param>
    /// <param name="on">The date.</param>
    /// <returns>The powers, in the order of the register; of one power the holding by law first, then the grants by chain.</returns>
    /// <exception cref="AuthorityInputException">As for a check.</exception>
    public ValueList<HeldPower> PowersOf(string actorId, LocalDate on)
    {
        if (Powers.Count > 0)
        {
            Refuse(new AuthorityQuestion(actorId, Powers[0].Id, on));
        }

        return Powers.SelectMany(p => new AuthorityHoldings(model.Value, actorId, on).Of(p)).ToValueList();
    }

    /// <summary>How a grant stands on a date, whatever the case.</summary>
    /// <param name="grantId">The grant.</param>
    /// <param name="on">The date.</param>
    /// <returns>Its status.</returns>
    /// <exception cref="AuthorityInputException">The grant is not in the register, or the date is not covered.</exception>
    public GrantStatus StatusOf(string grantId, LocalDate on)
    {
        RequireCovered(on);
        return StatusOf(NumberOf(grantId), on);
    }

    /// <summary>The grants that end within a time (giao quyền sắp hết hiệu lực), with the pending cases that rest on them.</summary>
    /// <param name="from">The first date looked at.</param>
    /// <param name="to">The last date looked at, itself included.</param>
    /// <param name="pending">The cases that are not decided yet; null: none.</param>
    /// <returns>Every grant whose last day in force lies between the two, by that day, then by identifier.</returns>
    /// <exception cref="AuthorityInputException">A date is not covered, or the last is before the first; or, of a pending case, as for a check.</exception>
    public ValueList<ExpiringGrant> ExpiringBetween(LocalDate from, LocalDate to, IEnumerable<PendingCase>? pending = null)
    {
        RequireCovered(from, "from");
        RequireCovered(to, "to");
        if (to < from)
        {
            throw AuthorityInputException.Of("dates_out_of_order", "to", "ngày cuối trước ngày đầu", "the last date is before the first");
        }

        ILookup<string, string> resting = Resting(pending ?? [], from);
        int first = DayNumber.Of(from);
        int end = DayNumber.After(to);
        return Enumerable.Range(0, Grants.Count)
            .SelectMany(g => model.Value.DaysOf(g).Ends().Where(e => e > first && e <= end && e != DayNumber.Max), (g, day) => (Grant: g, Ended: DayNumber.ToDate(day)))
            .Select(e => new ExpiringGrant(Grants[e.Grant], e.Ended.PlusDays(-1), StatusOf(e.Grant, e.Ended).Causes[0], resting[Grants[e.Grant].Id].ToValueList()))
            .OrderBy(e => e.LastDay).ThenBy(e => e.Grant.Id, StringComparer.Ordinal)
            .ToValueList();
    }

    /// <summary>Pairs of grants for which two different grantees could decide one case (chồng lấn thẩm quyền).</summary>
    /// <param name="during">The time looked at.</param>
    /// <returns>Each pair once, by power, then by identifiers. A grant and the one that it passes on make no pair.</returns>
    public ValueList<GrantOverlap> Overlaps(Validity during) =>
        Powers.SelectMany(p => GrantOverlaps.Of(model.Value, p.Id, IntervalSet.Of(during))).ToValueList();

    /// <summary>How much of what a unit may pass on it has passed on.</summary>
    /// <param name="unitId">The unit; without an organization register, the holder of this identifier.</param>
    /// <param name="on">The date.</param>
    /// <returns>The powers, eligible and delegated, in the order of the register.</returns>
    /// <exception cref="AuthorityInputException">The organization register has no such unit, or a register does not cover the date.</exception>
    public DelegationRatio RatioOf(string unitId, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(unitId);
        RequireCovered(on);
        if (!organization.KnowsUnit(unitId))
        {
            throw new AuthorityInputException([AuthorityValidation.Unknown("unit", unitId, "unit")]);
        }

        int day = DayNumber.Of(on);
        bool Belongs(string id) => string.Equals(id, unitId, StringComparison.Ordinal) || string.Equals(organization.UnitOf(id)?.Id, unitId, StringComparison.Ordinal);
        List<Power> eligible = [.. Powers.Where(p => AuthorityModel.DelegabilityOn(p, day) is not { Value.Kinds.Count: 0 }
            && model.Value.Rules.Any(r => r.Power == p && r.Days.Contains(day) && Belongs(r.Rule.HolderId)))];
        IEnumerable<Power> delegated = eligible.Where(p => model.Value.GrantsOf(p.Id).Any(g => model.Value.DaysOf(g).Contains(day) && Belongs(Grants[g].GrantorId)));
        return new DelegationRatio(unitId, on, eligible.Select(p => p.Id).ToValueList(), delegated.Select(p => p.Id).ToValueList());
    }

    /// <summary>To whom the cases go back when a grant is no longer in force (hồ sơ trở về ai): the nearest above that is competent on the date.</summary>
    /// <remarks>The time limits of the cases go on: their due dates do not move.</remarks>
    /// <param name="grantId">The grant.</param>
    /// <param name="question">The case; its actor is not looked at.</param>
    /// <returns>The decision on the one who is competent; null when nobody above is.</returns>
    /// <exception cref="AuthorityInputException">The grant is not in the register; or as for a check.</exception>
    public AuthorityDecision? ReturnsTo(string grantId, AuthorityQuestion question)
    {
        int grant = NumberOf(grantId);
        Refuse(question, anyActor: true);
        for (int at = grant; at >= 0; at = model.Value.Forest.Parents[at])
        {
            AuthorityDecision decision = Decide(question with { ActorId = Grants[at].GrantorId });
            if (decision.IsCompetent)
            {
                return decision;
            }
        }

        return null;
    }

    /// <summary>The grants that run on a date and are cut off because somebody no longer exists and nobody took it over (việc giao quyền mồ côi).</summary>
    /// <param name="on">The date.</param>
    /// <returns>Their statuses, in the order of the register.</returns>
    /// <exception cref="AuthorityInputException">The date is not covered.</exception>
    public ValueList<GrantStatus> OrphanedOn(LocalDate on)
    {
        RequireCovered(on);
        int day = DayNumber.Of(on);
        return Enumerable.Range(0, Grants.Count).Where(g => model.Value.Lives[g].OwnDays.Contains(day)).Select(g => StatusOf(g, on))
            .Where(s => s.Causes.Any(c => c is AuthorityBreak.GranteeCeased or AuthorityBreak.GrantorCeased or AuthorityBreak.UnitCeased))
            .ToValueList();
    }

    /// <summary>Everything that was ever recorded of a grant, corrected records too, and its expiry (lịch sử việc giao quyền).</summary>
    /// <param name="grantId">The grant.</param>
    /// <returns>The entries by the time of record; the expiry, which no record holds, last.</returns>
    /// <exception cref="AuthorityInputException">The grant is not in the register.</exception>
    public ValueList<GrantHistoryEntry> HistoryOf(string grantId) => GrantHistory.Of(AllRecords, KnownAt, model.Value, NumberOf(grantId)).ToValueList();

    private GrantStatus StatusOf(int grant, LocalDate on)
    {
        int day = DayNumber.Of(on);
        bool isInForce = model.Value.DaysOf(grant).Contains(day);
        int next = model.Value.DaysOf(grant).NextBound(day);
        return new GrantStatus(
            Grants[grant], isInForce, isInForce ? [] : new GrantCauses(model.Value, new AuthorityQuestion("", Grants[grant].PowerId, on), null).BeforeScope(grant).ToValueList(),
            DayNumber.ToDateOrNull(next));
    }

    private ILookup<string, string> Resting(IEnumerable<PendingCase> pending, LocalDate on) => pending
        .SelectMany(c => Check(c.Question with { On = on }).Chain.Where(l => l.Grant is not null), (c, link) => (c.CaseId, GrantId: link.Grant!.Id))
        .ToLookup(p => p.GrantId, p => p.CaseId, StringComparer.Ordinal);

    private void RequireCovered(LocalDate date, string field = "on")
    {
        if (!Covers(date))
        {
            throw new AuthorityInputException([Uncovered(field)]);
        }
    }

    private int NumberOf(string grantId)
    {
        ArgumentNullException.ThrowIfNull(grantId);
        int number = model.Value.FindGrant(grantId);
        return number >= 0 ? number : throw new AuthorityInputException([AuthorityValidation.Unknown("grant", grantId, "grant")]);
    }
}
