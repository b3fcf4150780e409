using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>The grant holds for the territory and the procedure of the case (đúng phạm vi được giao).</summary>
public sealed class DecidedWithinScope() : DecisionAuthorityRule(
    "CR-DLG-05",
    new BilingualText("Vượt phạm vi", "Out of scope"),
    LegalBasis.GovernmentOrganization("9"),
    AuthorityBreak.OutOfScope, AuthorityBreak.ConditionNotMet);
