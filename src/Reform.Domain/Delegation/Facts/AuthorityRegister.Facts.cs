using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <content>What rules ask, flat.</content>
public sealed partial class AuthorityRegister
{
    private static readonly string[] Dimensions = ["subject", "territory", "case_kind", "amount", "unit", "vote", "confirmation"];

    /// <summary>The facts of a decision, as it is known in this register.</summary>
    /// <param name="decisionId">The identifier of the decision.</param>
    /// <param name="question">Who decided, by which power, when, and the facts of the case.</param>
    /// <param name="vote">The votes of the collective; null: what the case says of them.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="AuthorityInputException">As for a check.</exception>
    public DecisionFacts FactsOf(string decisionId, AuthorityQuestion question, VoteResult? vote = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(decisionId);
        ArgumentNullException.ThrowIfNull(question);
        AuthorityQuestion asked = vote is null ? question : question with { Case = question.Case with { VotePassed = vote.IsPassed } };
        AuthorityDecision decision = Check(asked);
        string? Named(string dimension) => decision.Missing.FirstOrDefault(m => m == dimension);
        Grant? grant = decision.BrokenGrant ?? decision.Chain.LastOrDefault(l => l.Grant is not null)?.Grant;
        BilingualText? why = decision.Verdict == AuthorityVerdict.NotCompetent
            ? AuthorityReasons.Joined(decision.Explain(organization.NameOf).Select(r => r.Sentence))
            : null;
        return new DecisionFacts
        {
            DecisionId = decisionId,
            ActorId = question.ActorId,
            PowerId = question.PowerId,
            DecidedOn = question.On,
            UnitId = UnitBehind(decision.Responsible?.ResultId ?? question.ActorId, question.On)?.Id,
            System = UnitBehind(question.ActorId, question.On)?.System,
            Verdict = decision.Verdict,
            Break = decision.Break,
            IsByLaw = decision.IsCompetent && grant is null,
            Grants = decision.Chain.Count(l => l.Grant is not null),
            GrantId = grant?.Id,
            IsGivenAway = decision.Findings.Contains("grantor_still_decides"),
            IsCollectivePower = FindPower(question.PowerId)!.IsCollective,
            IsOneForCollective = FindPower(question.PowerId)!.IsCollective && decision.Break == AuthorityBreak.NonDelegable
                && (grant is null || !StatusOf(grant.Id, question.On).Causes.Contains(AuthorityBreak.NonDelegable)),
            Vote = vote?.Outcome ?? asked.Case.VotePassed switch { true => VoteOutcome.Passed, false => VoteOutcome.NotPassed, null => null },
            LacksSubject = Named("subject") is not null,
            LacksTerritory = Named("territory") is not null,
            LacksCaseKind = Named("case_kind") is not null,
            LacksAmount = Named("amount") is not null,
            LacksUnit = Named("unit") is not null,
            LacksVote = Named("vote") is not null,
            LacksConfirmation = Named("confirmation") is not null,
            LacksAssignment = decision.Verdict == AuthorityVerdict.Ambiguous,
            LacksOther = decision.Verdict == AuthorityVerdict.Unknown && !decision.Missing.Any(Dimensions.Contains),
            WhyVietnamese = why?.Vietnamese,
            WhyEnglish = why?.English,
        };
    }

    /// <summary>The facts of a grant on its first day: whether it was lawful.</summary>
    /// <param name="grantId">The grant.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="AuthorityInputException">The grant is not in the register, or its first day is not covered.</exception>
    public GrantFacts FactsOf(string grantId)
    {
        int number = NumberOf(grantId);
        Grant grant = Grants[number];
        GrantLaw law = model.Value.Laws[number];
        GrantRegime? regime = law.Regime;
        GrantLife life = model.Value.Lives[number];
        ValueList<AuthorityBreak> causes = StatusOf(grantId, DayNumber.ToDate(life.Starts)).Causes;
        bool isSettled = regime is not null || Regimes.Regimes.Count == 0;
        bool asksForPair = regime is { Pairs: not null } or { PairsAreOpen: true };
        bool asksForInstrument = regime is { Instruments.Count: > 0 };
        return new GrantFacts
        {
            GrantId = grantId,
            PowerId = grant.PowerId,
            StartsOn = DayNumber.ToDate(life.Starts),
            Kind = grant.Kind,
            GrantorId = grant.GrantorId,
            GranteeId = grant.GranteeId,
            UnitId = organization.UnitOf(grant.GrantorId)?.Id,
            System = organization.UnitOf(grant.GrantorId)?.System,
            LawId = regime?.Id,
            IsLawKnown = isSettled,
            IsWritten = grant.Instrument.IsWritten,
            HasTerm = grant.Validity.To is not null,
            AsksForTerm = isSettled ? regime?.RequiresTerm == true : null,
            AsksForPair = isSettled ? asksForPair : null,
            IsPairAllowed = causes.Any(c => c is AuthorityBreak.PairNotAllowed or AuthorityBreak.GranteeKindNotAllowed) ? false : regime is { PairsAreOpen: true } ? null : true,
            Instrument = grant.Instrument.Kind,
            AsksForInstrument = isSettled ? asksForInstrument : null,
            IsInstrumentRight = asksForInstrument && grant.Instrument.Kind == InstrumentKind.Unstated ? null : !causes.Contains(AuthorityBreak.WrongInstrumentKind),
            IsPassedOn = grant.ParentId is not null,
            IsSubdelegation = causes.Contains(AuthorityBreak.SubdelegationForbidden),
            IsDelegable = !causes.Contains(AuthorityBreak.NonDelegable),
            GrantorHeldPower = !causes.Any(c => c is AuthorityBreak.GrantorLackedPower or AuthorityBreak.GrantorLostPower),
        };
    }

    // Of a person, the unit of the first post on that day.
    private OrganizationUnit? UnitBehind(string id, NodaTime.LocalDate on) => organization.UnitOf(id)
        ?? organization.AppointmentsOf(id).Where(a => a.Validity.Contains(on)).Select(a => organization.UnitOf(a.PositionId)).FirstOrDefault();
}
