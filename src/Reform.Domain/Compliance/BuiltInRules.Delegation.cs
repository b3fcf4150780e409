using Reform.Domain.Delegation;
using Reform.Domain.Rules;

namespace Reform.Domain.Compliance;

/// <content>The rules on competence, grants and signatures (CR-DLG).</content>
public static partial class BuiltInRules
{
    /// <summary>The rules over decisions: by whom, by what right, by what vote.</summary>
    public static RuleBook<DecisionFacts> Decisions { get; } = new(
        DelegationSubjects.Decisions,
    [
        new DecidedByWrittenGrant(), DecidedByWrittenGrant.Before2025,
        new DecidedWithinTerm(), DecidedWithinTerm.Before2025,
        new DecidedFromFirstDay(), DecidedFromFirstDay.Before2025,
        new DecidedInScope(),
        new GrantorOfDecisionHeldPower(), GrantorOfDecisionHeldPower.Before2025,
        new DecidedWithoutSubdelegation(), DecidedWithoutSubdelegation.Before2025,
        new DecidedByPermittedPair(),
        new DecidedByRightInstrument(),
        new DecidedByLivingParties(),
        new DecidedByValidVote(),
        new DecidedWithConfirmedTitle(),
        new DecidedByDelegablePower(),
        new DecidedByHolder(),
    ]);

    /// <summary>The rules over grants as they were made.</summary>
    public static RuleBook<GrantFacts> Grants { get; } = new(
        DelegationSubjects.Grants,
    [
        new MandateInWriting(), MandateInWriting.Before2025,
        new MandateHasTerm(), MandateHasTerm.Before2025,
        new GrantorHoldsPower(), GrantorHoldsPower.Before2025,
        new NoSubdelegation(), NoSubdelegation.Before2025,
        new GrantBetweenPermittedPair(),
        new GrantByRightInstrument(),
        new PowerIsDelegable(),
    ]);

    /// <summary>The rules over grants as they stand on a date.</summary>
    public static RuleBook<GrantStateFacts> GrantStates { get; } = new(
        DelegationSubjects.GrantStates, [new RunningGrantHasParties(), new GrantIsWatched(), new ConditionsStillMet(), new GrantRenewedInTime()]);

    /// <summary>The rules over signatures.</summary>
    public static RuleBook<SignatureFacts> Signatures { get; } = new(DelegationSubjects.Signatures, [new SignedWithConfirmedTitle(), new SignedInRightForm()]);

    /// <summary>The rules over units: successions and working regulations.</summary>
    public static RuleBook<UnitFacts> Units { get; } = new(DelegationSubjects.Units, [new MattersAreTakenOver(), new WorkingRegulationInForce()]);

    /// <summary>The rules over the grants of each power; <see cref="OverlappingGrants"/> gathers them.</summary>
    public static RuleBook<PowerFacts> Powers { get; } = new(DelegationSubjects.Powers, [new GrantsDoNotOverlap()]);

    /// <summary>The rules over the decisions of each grantor; <see cref="DecisionsOfGrantors"/> gathers them.</summary>
    public static RuleBook<GrantorFacts> Grantors { get; } = new(DelegationSubjects.Grantors, [new GrantorNoLongerDecides()]);

    /// <summary>The targets for the shares of powers that units pass on; <see cref="PowersArePassedOn"/> gathers them.</summary>
    public static RuleBook<ShareFacts> DelegationShares { get; } = new(DelegationSubjects.Shares, [PowersArePassedOn.Target]);

    /// <summary>The rules over procedures as recipients of a decentralised power apply them.</summary>
    public static RuleBook<LocalVariantFacts> LocalVariants { get; } = new(DelegationSubjects.LocalVariants, [new RecipientAddsNothing()]);

    /// <summary>What the rules on competence, grants and signatures are, every edition of every book.</summary>
    public static IEnumerable<RuleInfo> OverDelegation =>
    [
        .. InfosOf(Decisions), .. InfosOf(Grants), .. InfosOf(GrantStates), .. InfosOf(Signatures), .. InfosOf(Units),
        .. InfosOf(Powers), .. InfosOf(Grantors), .. InfosOf(DelegationShares), .. InfosOf(LocalVariants),
    ];
}
