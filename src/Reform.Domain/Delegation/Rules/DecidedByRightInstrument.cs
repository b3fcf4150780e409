using Reform.Domain.Rules;

namespace Reform.Domain.Delegation;

/// <summary>The kind of document could make the grant (đúng hình thức văn bản giao quyền).</summary>
public sealed class DecidedByRightInstrument() : DecisionRule(
    "CR-DLG-09", Severity.Critical, DelegationTitles.WrongInstrument, DelegationLaw.Instruments, AuthorityBreak.WrongInstrumentKind);
