using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>One of several decisions on one case (quyết định về cùng một hồ sơ).</summary>
/// <param name="Id">The identifier; for example its number.</param>
/// <param name="ActorId">Who decided.</param>
/// <param name="Outcome">What was decided, in words that can be compared.</param>
/// <param name="NotifiedAt">When the requester was told; null: not told yet.</param>
public sealed record CompetingDecision(string Id, string ActorId, string Outcome, Instant? NotifiedAt);

/// <summary>
/// Decisions on one case by a grantor and its grantee, who may both decide while a mandate runs (nhiều người cùng quyết định một hồ sơ).
/// </summary>
public static class CompetingDecisions
{
    private static readonly ReasonKind Conflict = new(
        "conflicting_decisions",
        "Các quyết định {decisions} về cùng một hồ sơ có nội dung khác nhau; {standing} tạm thời có giá trị cho đến khi được xem xét lại",
        "The decisions {decisions} on one case differ; {standing} stands until they are reviewed");

    private static readonly BilingualText None = new("không quyết định nào", "none of them");

    /// <summary>Looks for a conflict.</summary>
    /// <param name="decisions">The decisions on the case, each by somebody who was competent.</param>
    /// <returns>The conflict; null when there are not two, or all say the same.</returns>
    public static DecisionConflict? Review(IEnumerable<CompetingDecision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        ValueList<CompetingDecision> all = decisions.ToValueList();
        if (all.Select(d => d.Outcome).Distinct(StringComparer.Ordinal).Count() < 2)
        {
            return null;
        }

        CompetingDecision? standing = all.Where(d => d.NotifiedAt is not null).OrderBy(d => d.NotifiedAt).ThenBy(d => d.Id, StringComparer.Ordinal).FirstOrDefault();
        Reason reason = Conflict.Because(
            null, ("decisions", all.Select(d => d.Id).ToValueList()), ("standing", standing is null ? None : BilingualText.Same(standing.Id)));
        return new DecisionConflict(all, standing, reason);
    }
}

/// <summary>That decisions on one case differ (quyết định mâu thuẫn).</summary>
/// <param name="Decisions">The decisions.</param>
/// <param name="Standing">The one that was notified first: it stands until they are reviewed; null while none is notified.</param>
/// <param name="Reason">Why, with the code conflicting_decisions.</param>
public sealed record DecisionConflict(ValueList<CompetingDecision> Decisions, CompetingDecision? Standing, Reason Reason);
