using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Gathers the cases of each unit and procedure, and asks whether the order of receipt was kept (CR-CAS-13).</summary>
internal sealed class QueueOrder() : SetRule<CaseFacts, QueueFacts>(new QueueOrderKept())
{
    /// <inheritdoc/>
    public override Specification<CaseFacts> Among { get; } = Specification.Where<CaseFacts>(c =>
        !c.IsSecret && c.WorkingDaysStopped == 0 && c.Extensions == 0 && (c.Outcome == null || c.Outcome != CaseOutcome.Withdrawn));

    /// <inheritdoc/>
    protected override IEnumerable<QueueFacts> Sets(IEnumerable<CaseFacts> members, LocalDate asOf) => members
        .GroupBy(c => (c.UnitId, Key: CaseSetKey.Of(c))).OrderBy(g => g.Key.Key, StringComparer.Ordinal)
        .Select(g => FactsOf(g.Key.Key, g.Key.UnitId, asOf, [.. g.OrderBy(c => c.ReceivedOn)]));

    private static QueueFacts FactsOf(string key, string unit, LocalDate asOf, CaseFacts[] byReceipt)
    {
        int overtaking = 0;
        LocalDate latestBefore = LocalDate.MinIsoValue;
        foreach (IGrouping<LocalDate, CaseFacts> day in byReceipt.GroupBy(c => c.ReceivedOn))
        {
            overtaking += day.Count(c => c.EndedOn < latestBefore);
            latestBefore = LocalDate.Max(latestBefore, day.Max(c => c.EndedOn ?? LocalDate.MaxIsoValue));
        }

        CaseFacts[] resolved = [.. byReceipt.Where(c => c.EndedOn is not null)];
        int[] days = [.. resolved.Select(c => c.WorkingDaysUsed).OfType<int>().Order()];
        return new QueueFacts(key, unit, asOf, resolved.Length, overtaking, FarFrom(days));
    }

    // Twice everything, so that one and a half times the distance is a whole number.
    private static int FarFrom(int[] sorted)
    {
        if (sorted.Length == 0)
        {
            return 0;
        }

        int lower = sorted[((sorted.Length + 3) / 4) - 1];
        int upper = sorted[(((3 * sorted.Length) + 3) / 4) - 1];
        int reach = 3 * (upper - lower);
        return sorted.Count(d => 2 * d < (2 * lower) - reach || 2 * d > (2 * upper) + reach);
    }
}

/// <summary>Cases are resolved in the order of receipt, and evenly (thứ tự giải quyết); a breach is a sign to look at, and accuses nobody.</summary>
internal sealed class QueueOrderKept() : ComplianceRule<QueueFacts>(
    "CR-CAS-13",
    Severity.Info,
    new BilingualText("Dấu hiệu ưu tiên bất thường", "Queue-jumping pattern"),
    LegalBasis.Programme72("chống tham nhũng, tiêu cực", "against corruption and misconduct"))
{
    private static readonly ReasonKind Sign = new(
        "queue_order_to_review",
        "Cần xem xét: trong {cases} hồ sơ có {overtaking} hồ sơ giải quyết trước hồ sơ đến sớm hơn và {far} hồ sơ nhanh hoặc chậm khác thường",
        "For review: of {cases} cases {overtaking} were resolved before earlier ones, and {far} took unusually short or long");

    private static readonly LegalBasis Choice = CaseLaw.Policy("ngưỡng để xem xét", "thresholds for a review");

    private static readonly RuleParameter Least = RuleParameter.Always(
        "least_cases", new BilingualText("số hồ sơ tối thiểu", "least number of cases"), Tightening.Lower, 20, Choice);

    private static readonly RuleParameter MostOvertaking = RuleParameter.Always(
        "most_overtaking_percent", new BilingualText("tỉ lệ vượt thứ tự tối đa (%)", "most out of order (%)"), Tightening.Lower, 30, Choice);

    private static readonly RuleParameter MostFar = RuleParameter.Always(
        "most_far_percent", new BilingualText("tỉ lệ khác thường tối đa (%)", "most far from peers (%)"), Tightening.Lower, 10, Choice);

    /// <inheritdoc/>
    protected override IEnumerable<RuleParameter> Parameters => [Least, MostOvertaking, MostFar];

    /// <inheritdoc/>
    protected override bool IsForReview => true;

    /// <inheritdoc/>
    protected override Specification<QueueFacts> AppliesWhen
    {
        get
        {
            int least = ValueOf(Least);
            return Where(q => q.Cases > 0 && q.Cases >= least);
        }
    }

    /// <inheritdoc/>
    protected override Specification<QueueFacts> Requires
    {
        get
        {
            int overtaking = ValueOf(MostOvertaking);
            int far = ValueOf(MostFar);
            return Where(q => q.Overtaking * 100L <= overtaking * (long)q.Cases && q.FarFromPeers * 100L <= far * (long)q.Cases);
        }
    }

    /// <inheritdoc/>
    protected override Reason Because(QueueFacts subject) =>
        Sign.Because(Info.Basis, ("cases", subject.Cases), ("overtaking", subject.Overtaking), ("far", subject.FarFromPeers));
}
