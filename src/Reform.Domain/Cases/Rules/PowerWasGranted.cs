using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>The one who decided holds the power by law or by some grant (có văn bản giao thẩm quyền).</summary>
public sealed class PowerWasGranted() : DecisionAuthorityRule(
    "CR-DLG-24",
    new BilingualText("Quyết định không có thẩm quyền", "Decided without any grant"),
    LegalBasis.LocalGovernment("14"),
    AuthorityBreak.NoGrant);
