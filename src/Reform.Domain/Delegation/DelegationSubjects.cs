using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>What rules have to know of decisions, grants, signatures, units and powers, each as flat facts.</summary>
public static class DelegationSubjects
{
    /// <summary>Decisions (quyết định): judged by the rules of their own date.</summary>
    public static RuleSubject<DecisionFacts> Decisions { get; } = new(
        "decision", new BilingualText("quyết định", "decision"), d => d.DecisionId, d => d.DecidedOn, d => d.UnitId)
    {
        Words = DelegationWords.OfDecisions,
        AnswersOn = d => d.DecidedOn,
    };

    /// <summary>Grants as they were made (việc giao quyền): judged by the rules of their first day.</summary>
    public static RuleSubject<GrantFacts> Grants { get; } = new(
        "grant", new BilingualText("việc giao quyền", "grant"), g => g.GrantId, g => g.StartsOn, g => g.UnitId)
    {
        Words = DelegationWords.OfGrants,
        AnswersOn = g => g.StartsOn,
    };

    /// <summary>Grants as they stand on a date (tình trạng việc giao quyền): judged by the rules of that date.</summary>
    public static RuleSubject<GrantStateFacts> GrantStates { get; } = new(
        "grant_state", new BilingualText("tình trạng việc giao quyền", "state of a grant"), g => g.GrantId, g => g.AsOf, g => g.UnitId)
    {
        Words = DelegationWords.OfGrantStates,
    };

    /// <summary>Signatures (chữ ký): judged by the rules of their date.</summary>
    public static RuleSubject<SignatureFacts> Signatures { get; } = new(
        "signature", new BilingualText("chữ ký", "signature"), s => s.DocumentId, s => s.SignedOn, s => s.UnitId)
    {
        Words = DelegationWords.OfSignatures,
        AnswersOn = s => s.SignedOn,
    };

    /// <summary>Units on a date (đơn vị).</summary>
    public static RuleSubject<UnitFacts> Units { get; } = new("unit", new BilingualText("đơn vị", "unit"), u => u.UnitId, u => u.AsOf, u => u.UnitId)
    {
        Words = DelegationWords.OfUnits,
    };

    /// <summary>Powers with their grants on a date (thẩm quyền).</summary>
    public static RuleSubject<PowerFacts> Powers { get; } = new("power", new BilingualText("thẩm quyền", "power"), p => p.PowerId, p => p.AsOf, p => p.UnitId)
    {
        Words = DelegationWords.OfPowers,
    };

    /// <summary>Who decides by a power (người quyết định theo thẩm quyền).</summary>
    public static RuleSubject<GrantorFacts> Grantors { get; } = new(
        "grantor", new BilingualText("bên giao quyền", "grantor"), g => g.ActorId + " " + g.PowerId, g => g.AsOf, g => g.UnitId)
    {
        Words = DelegationWords.OfGrantors,
    };

    /// <summary>The shares of powers that units passed on (tỉ lệ phân cấp, phân quyền của đơn vị).</summary>
    public static RuleSubject<ShareFacts> Shares { get; } = new(
        "delegation_share", new BilingualText("tỉ lệ phân cấp, phân quyền", "share of powers passed on"), s => s.Key, s => s.AsOf, s => s.Key)
    {
        Words = DelegationWords.OfShares,
    };

    /// <summary>Procedures as units apply them by decentralisation (thủ tục tại nơi nhận phân cấp).</summary>
    public static RuleSubject<LocalVariantFacts> LocalVariants { get; } = new(
        "local_variant", new BilingualText("thủ tục tại nơi nhận phân cấp", "procedure as a recipient applies it"), v => v.UnitId + " " + v.ProcedureCode, v => v.AsOf, v => v.UnitId)
    {
        Words = DelegationWords.OfLocalVariants,
    };
}
