using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>As whom an actor can use a power on a day (tư cách): itself, the post that it holds, the unit that it heads, whom it took over from.</summary>
/// <param name="HolderId">Whose holdings and grants count.</param>
/// <param name="Links">The links from the holder to the actor; empty for the actor itself.</param>
/// <param name="Bar">Why the actor cannot act so, although the holder has the power; none: it can.</param>
/// <param name="Since">The day since which it has what the holder had; the beginning of time where the holder still has it.</param>
/// <param name="Fit">Whether the case is one in which it can, where that hangs on its territory.</param>
internal sealed record Capacity(string HolderId, ValueList<AuthorityLink> Links, AuthorityBreak Bar, int Since, ScopeFit Fit)
{
    public bool IsCarried => Since != DayNumber.Min;

    public Capacity Via(string holderId, AuthorityLinkKind kind, string asWhom, LegalBasis? basis, AuthorityBreak bar = AuthorityBreak.None) => this with
    {
        HolderId = holderId,
        Links = [new AuthorityLink(kind, asWhom, null, basis), .. Links],
        Bar = Bar == AuthorityBreak.None ? bar : Bar,
    };
}

/// <summary>Finds the capacities of an actor.</summary>
internal sealed class AuthorityCapacities(OrganizationFacts organization, Power power, AuthorityQuestion question)
{
    private static readonly BodyKind[] CommitteeBodies =
    [
        BodyKind.PartyOrganization, BodyKind.PartyCommittee, BodyKind.MilitaryCommittee, BodyKind.StandingBoard, BodyKind.StandingMembers, BodyKind.PartyCell, BodyKind.CellCommittee,
    ];

    private readonly List<Capacity> found = [];

    /// <summary>Whether units are bodies of one organization's committee, which may decide for each other.</summary>
    public static Func<string, bool> IsCommittee(OrganizationFacts organization) =>
        id => organization.FindUnit(id) is OrganizationUnit unit && CommitteeBodies.Contains(unit.Kind);

    /// <summary>The capacities, the actor itself first; those that are barred last.</summary>
    public IReadOnlyList<Capacity> Find()
    {
        var self = new Capacity(question.ActorId, [], AuthorityBreak.None, DayNumber.Min, ScopeFit.Inside);
        if (organization.Register is null)
        {
            return [self];
        }

        if (organization.FindUnit(question.ActorId) is OrganizationUnit unit)
        {
            AddUnit(self, unit);
        }
        else if (organization.FindPosition(question.ActorId) is Position position)
        {
            AddPosition(self, position);
            foreach (Appointment holder in organization.AppointmentsTo(position.Id).Where(a => a.Validity.Contains(question.On)))
            {
                AddDeputy(self, holder.PersonId, position);
            }
        }
        else
        {
            found.Add(self);
            AddPerson(self);
        }

        return [.. found.OrderBy(c => c.Bar != AuthorityBreak.None)];
    }

    private void AddPerson(Capacity self)
    {
        foreach (Appointment held in organization.AppointmentsOf(question.ActorId).Where(a => a.Validity.Contains(question.On)))
        {
            SigningVerdict maySign = organization.Register!.MaySign(held, question.On);
            AuthorityBreak bar = maySign == SigningVerdict.Invalid ? AuthorityBreak.NotYetConfirmed : AuthorityBreak.None;
            Capacity asHolder = self.Via(held.PositionId, AuthorityLinkKind.AsHolder, question.ActorId, held.Basis, bar) with
            {
                Fit = maySign == SigningVerdict.Unknown ? ScopeFit.Lacking("confirmation") : ScopeFit.Inside,
            };
            AddPosition(asHolder, organization.FindPosition(held.PositionId)!);
            AddDeputy(asHolder, question.ActorId, organization.FindPosition(held.PositionId)!);
        }
    }

    private void AddPosition(Capacity asPosition, Position position)
    {
        found.Add(Kept(asPosition, position.Id));
        if (organization.HeadedUnit(position.Id) is OrganizationUnit headed)
        {
            // What a collective decides by vote, the head of a body under one head does not decide for it either.
            AddUnit(asPosition.Via(headed.Id, AuthorityLinkKind.AsHead, position.Id, null, power.IsCollective ? AuthorityBreak.NonDelegable : AuthorityBreak.None), headed);
        }
        else if (organization.CollectiveOf(position.Id) is OrganizationUnit collective)
        {
            found.Add(asPosition.Via(collective.Id, AuthorityLinkKind.AsHead, position.Id, null, AuthorityBreak.NonDelegable));
        }

        AddPredecessors(asPosition, position.Id);
    }

    // A deputy signs for the head in the field that was assigned to it; in the Party's collectives there is no such thing.
    private void AddDeputy(Capacity asPosition, string personId, Position position)
    {
        OrganizationUnit? unit = organization.FindUnit(position.UnitId);
        if (position.Title.Rank() != TitleRank.Deputy || unit is null or { System: OrganizationSystem.Party, IsCollective: true })
        {
            return;
        }

        foreach (WorkAllocation allocation in organization.Register!.Allocations.Where(a => a.PersonId == personId && a.PositionId == position.Id
            && a.Validity.Contains(question.On) && (a.Field == power.Field || a.Field == question.Case.Subject)))
        {
            foreach (Position head in organization.PositionsIn(position.UnitId).Where(p => p.IsHead))
            {
                AddPosition(asPosition.Via(head.Id, AuthorityLinkKind.AsDeputy, position.Id, allocation.Basis), head);
            }
        }
    }

    private void AddUnit(Capacity asUnit, OrganizationUnit unit)
    {
        BodyKind? decides = DecidingBody(out bool isUnknown);
        bool isCommittee = CommitteeBodies.Contains(unit.Kind);
        Capacity own = isUnknown && isCommittee ? asUnit with { Fit = asUnit.Fit.And(ScopeFit.Lacking("deciding_body")) }
            : decides is not null && isCommittee && unit.Kind != decides ? asUnit with { Bar = AuthorityBreak.WrongBody }
            : asUnit;
        found.Add(Kept(own, unit.Id));
        AddPredecessors(own, unit.Id);
        if (!isCommittee)
        {
            return;
        }

        // The bodies of one organization are on one level, one inside the other.
        bool mayDecide = decides == unit.Kind;
        foreach (OrganizationUnit relative in Relatives(unit))
        {
            AuthorityBreak bar = mayDecide && !isUnknown ? AuthorityBreak.None : AuthorityBreak.WrongBody;
            found.Add(own.Via(relative.Id, AuthorityLinkKind.AsDecidingBody, unit.Id, null, isUnknown ? AuthorityBreak.None : bar));
        }
    }

    private IEnumerable<OrganizationUnit> Relatives(OrganizationUnit unit) =>
        organization.PlacementsOf(unit.Id).Where(p => p.Validity.Contains(question.On)).Select(p => p.ParentId)
            .Concat(organization.PlacementsUnder(unit.Id).Where(p => p.Validity.Contains(question.On)).Select(p => p.UnitId))
            .Select(id => organization.FindUnit(id)!)
            .Where(u => u.Level == unit.Level && CommitteeBodies.Contains(u.Kind));

    private BodyKind? DecidingBody(out bool isUnknown)
    {
        Dated<BodyKind>? rule = power.DecidingBody.InForceOn(question.On);
        isUnknown = power.DecidingBody.Entries.Count > 0 && rule is null;
        return rule?.Value;
    }

    private void AddPredecessors(Capacity capacity, string id)
    {
        foreach ((string predecessor, int since) in organization.PredecessorsOf(id, power.Field))
        {
            if (since <= DayNumber.Of(question.On) && SuccessionFit(predecessor, id) is (ScopeFit fit, AuthorityBreak bar))
            {
                LegalBasis? basis = organization.BasisOf(predecessor, id, question.On);
                found.Add(capacity.Via(predecessor, AuthorityLinkKind.BySuccession, id, basis, bar) with { Since = since, Fit = capacity.Fit.And(fit) });
            }
        }
    }

    // What a unit that goes on gave away in some territories it has in the others only. That it has it nowhere is no matter of territory.
    private Capacity Kept(Capacity own, string id)
    {
        if (!organization.GaveAway(id, power.Field, question.On))
        {
            return own;
        }

        string unit = organization.UnitOf(id)!.Id;
        bool HasIn(string territory) => organization.HasItself(unit, question.On, power.Field, territory);
        IReadOnlyList<string> telling = organization.TellingTerritories(unit);
        int kept = telling.Count(HasIn);
        return kept == 0 || kept == telling.Count ? own
            : question.Case.Territories.Count == 0 ? own with { Fit = own.Fit.And(ScopeFit.Lacking("territory")) }
            : question.Case.Territories.Where(HasIn).ToList() is { Count: > 0 } within ? own with { Fit = own.Fit.And(ScopeFit.OfTerritories(within, question.Case)) }
            : own with { Fit = own.Fit.And(ScopeFit.Outside("territory")) };
    }

    // Whether a unit has in this case what its predecessor had: territory by territory, whichever it may be where none is stated.
    private (ScopeFit Fit, AuthorityBreak Bar)? SuccessionFit(string predecessor, string id)
    {
        string from = organization.UnitOf(predecessor)!.Id;
        string to = organization.UnitOf(id)!.Id;
        bool isStated = question.Case.Territories.Count > 0;
        List<(string Territory, SuccessionAnswer Answer)> answers = [.. (isStated ? question.Case.Territories : organization.TellingTerritories(from))
            .Select(t => (t, organization.Register!.SuccessorsOf(from, question.On, power.Field, t)))];
        List<string> own = [.. answers.Where(a => string.Equals(a.Answer.Successor, to, StringComparison.Ordinal)).Select(a => a.Territory)];
        if (own.Count > 0)
        {
            return (isStated ? ScopeFit.OfTerritories(own, question.Case) : own.Count == answers.Count ? ScopeFit.Inside : ScopeFit.Lacking("territory"), AuthorityBreak.None);
        }

        if (!answers.Any(a => a.Answer.Successors.Any(s => s.UnitId == to)))
        {
            return null;
        }

        bool isTold = isStated || answers.Select(a => a.Answer.Outcome + string.Join('|', a.Answer.Successors.Select(s => s.UnitId))).Distinct(StringComparer.Ordinal).Count() == 1;
        return isTold ? (ScopeFit.Inside, AuthorityBreak.SeveralSuccessors) : (ScopeFit.Lacking("territory"), AuthorityBreak.None);
    }
}
