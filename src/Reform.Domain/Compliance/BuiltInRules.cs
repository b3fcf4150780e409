using Reform.Domain.Cases;
using Reform.Domain.Rules;

namespace Reform.Domain.Compliance;

/// <summary>The rules that come with the library (bộ quy tắc có sẵn).</summary>
public static partial class BuiltInRules
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
}
