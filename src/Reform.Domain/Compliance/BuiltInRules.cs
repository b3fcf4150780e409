using Reform.Domain.Cases;
using Reform.Domain.Delegation;
using Reform.Domain.Rules;

namespace Reform.Domain.Compliance;

/// <summary>The rules that come with the library (bộ quy tắc có sẵn).</summary>
public static class BuiltInRules
{
    /// <summary>The rules over cases; add one with <see cref="RuleBook{T}.With(ComplianceRule{T})"/>.</summary>
    public static RuleBook<LoggedCaseFacts> Cases { get; } = new(
        CaseSubjects.Logged,
    [
        new ReceivedWithDueDate(),
        new RecordedDueDateIsRight(),
        new AtMostOneSupplementRequest(),
        new OpenCaseWithinDueDate(),
        new DecidedByDueDate(),
        new RefusalStatesReason(),
        new DeciderIsNotRequester(),
        new StepsInOrder(),
        new StepsNotRepeated(),
        new NoActivityOutsideProcedure(),
        new FourEyesKept(),
        new ResponsiblePersonNamed(),
        new NoEventAfterEnd(),
        new NoTestAccount(),
        new EndNotBeforeReceipt(),
        new PlannedEndByDueDate(),
        new EventsInTimeOrder(),
        new NoEventBeforeReceipt(),
        new UnitNamed(),
        new ProcedureIsCatalogued(),
        new DecidedBeforeGrantExpired(),
        new DecidedAfterGrantBegan(),
        new DecidedWithinScope(),
        new GrantorHeldPower(),
        new PowerMayBePassedOn(),
        new PowerWasGranted(),
    ]);

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
}
