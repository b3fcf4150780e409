using NodaTime;
using Reform.Domain.Deadlines;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Two versions of a procedure side by side (so sánh hai phiên bản): steps, documents, decisions, limits.</summary>
/// <remarks>Steps and documents are the same when their names are; limits when their identifiers are.</remarks>
public sealed record VersionComparison
{
    private static readonly ReasonKind MoreSteps = new(
        "procedure_more_steps", "Số bước tăng từ {before} lên {after} mà không ghi lý do", "The steps grew from {before} to {after}, and no reason is recorded");

    private static readonly ReasonKind MoreDocuments = new(
        "procedure_more_documents", "Số giấy tờ tăng từ {before} lên {after} mà không ghi lý do", "The documents grew from {before} to {after}, and no reason is recorded");

    private static readonly ReasonKind MoreVisits = new(
        "procedure_more_visits", "Số lượt đi lại tăng từ {before} lên {after} mà không ghi lý do", "The visits grew from {before} to {after}, and no reason is recorded");

    private static readonly ReasonKind LongerLimit = new(
        "procedure_limit_lengthened", "Thời hạn '{limit}' dài thêm {more} {unit} mà không ghi lý do", "The limit '{limit}' is {more} {unit} longer, and no reason is recorded");

    private VersionComparison()
    {
    }

    /// <summary>The number of steps.</summary>
    public CountComparison Steps { get; private init; }

    /// <summary>The number of required documents; null: of one version they are not recorded.</summary>
    public CountComparison? Documents { get; private init; }

    /// <summary>The number of copies to be handed in; null: of some document no number is recorded.</summary>
    public CountComparison? Copies { get; private init; }

    /// <summary>The number of collective decisions, each of which has to be signed.</summary>
    public CountComparison CollectiveDecisions { get; private init; }

    /// <summary>The number of signatures: one for each step that a person decides or a collective; null: of one version it is not recorded who decides.</summary>
    public CountComparison? Signatures { get; private init; }

    /// <summary>The number of visits that the requester has to make by the channel that takes the most; null: of one version they are not recorded.</summary>
    public CountComparison? Visits { get; private init; }

    /// <summary>The visits by each channel that both versions have, in the order of the later one; empty where visits are not recorded.</summary>
    public ValueList<ComparedVisits> VisitsByChannel { get; private init; } = [];

    /// <summary>How often the file changes hands from unit to unit.</summary>
    public CountComparison Handovers { get; private init; }

    /// <summary>The names of the steps that were added.</summary>
    public ValueList<BilingualText> AddedSteps { get; private init; } = [];

    /// <summary>The names of the steps that were removed.</summary>
    public ValueList<BilingualText> RemovedSteps { get; private init; } = [];

    /// <summary>The names of the steps that another kind of unit does now.</summary>
    public ValueList<BilingualText> StepsOfAnotherUnit { get; private init; } = [];

    /// <summary>The names of the steps that stand elsewhere in the order of those that are in both.</summary>
    public ValueList<BilingualText> MovedSteps { get; private init; } = [];

    /// <summary>The names of the documents that were added.</summary>
    public ValueList<BilingualText> AddedDocuments { get; private init; } = [];

    /// <summary>The names of the documents that were removed.</summary>
    public ValueList<BilingualText> RemovedDocuments { get; private init; } = [];

    /// <summary>The pilot that tries the earlier version; null: none.</summary>
    public string? PilotBefore { get; private init; }

    /// <summary>The pilot that tries the later version; null: none.</summary>
    public string? PilotAfter { get; private init; }

    /// <summary>The limits that are in both, each compared; a moved start event is not comparable, and no saving.</summary>
    public ValueList<ComparedLimit> Limits { get; private init; } = [];

    /// <summary>The identifiers of the limits that were added.</summary>
    public ValueList<string> AddedLimits { get; private init; } = [];

    /// <summary>The identifiers of the limits that were removed.</summary>
    public ValueList<string> RemovedLimits { get; private init; } = [];

    /// <summary>What became longer or more, where no reason is recorded for it.</summary>
    public ValueList<Reason> Unexplained { get; private init; } = [];

    /// <summary>Compares two versions.</summary>
    /// <param name="before">The earlier one.</param>
    /// <param name="on">A date of the earlier one: its limits are those in force then.</param>
    /// <param name="after">The later one.</param>
    /// <param name="later">A date of the later one.</param>
    /// <param name="reason">Why something became longer, as it is recorded; null: that of the later version, if any.</param>
    /// <returns>The comparison.</returns>
    public static VersionComparison Of(ProcedureVersion before, LocalDate on, ProcedureVersion after, LocalDate later, BilingualText? reason = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        List<ComparedLimit> limits = [.. LimitsInBoth(before, on, after, later)];
        var comparison = new VersionComparison
        {
            Steps = new CountComparison(before.Steps.Count, after.Steps.Count),
            Documents = before.Documents is not null && after.Documents is not null ? new CountComparison(before.Documents.Count, after.Documents.Count) : null,
            Copies = CopiesOf(before) is int then && CopiesOf(after) is int now ? new CountComparison(then, now) : null,
            CollectiveDecisions = new CountComparison(before.Steps.Count(s => s.Vote is not null), after.Steps.Count(s => s.Vote is not null)),
            Signatures = SignaturesOf(before) is int signed && SignaturesOf(after) is int signing ? new CountComparison(signed, signing) : null,
            Visits = before.MostVisits is int came && after.MostVisits is int come ? new CountComparison(came, come) : null,
            VisitsByChannel = before.Visits is null || after.Visits is null ? [] : after.Channels.Intersect(before.Channels, StringComparer.Ordinal)
                .Select(c => new ComparedVisits(c, new CountComparison(before.VisitsBy(c)!.Value, after.VisitsBy(c)!.Value))).ToValueList(),
            Handovers = new CountComparison(HandoversOf(before), HandoversOf(after)),
            AddedSteps = Names(after.Steps, s => s.Name).Except(Names(before.Steps, s => s.Name)).ToValueList(),
            RemovedSteps = Names(before.Steps, s => s.Name).Except(Names(after.Steps, s => s.Name)).ToValueList(),
            StepsOfAnotherUnit = after.Steps.Where(s => before.Steps.Any(b => b.Name == s.Name && b.Unit != s.Unit)).Select(s => s.Name).ToValueList(),
            MovedSteps = Moved(before, after).ToValueList(),
            AddedDocuments = before.Documents is null ? [] : Names(after.Documents ?? [], d => d.Name).Except(Names(before.Documents, d => d.Name)).ToValueList(),
            RemovedDocuments = after.Documents is null ? [] : Names(before.Documents ?? [], d => d.Name).Except(Names(after.Documents, d => d.Name)).ToValueList(),
            PilotBefore = before.PilotId,
            PilotAfter = after.PilotId,
            Limits = limits.ToValueList(),
            AddedLimits = after.TimeLimits.Select(l => l.Id).Except(before.TimeLimits.Select(l => l.Id), StringComparer.Ordinal).ToValueList(),
            RemovedLimits = before.TimeLimits.Select(l => l.Id).Except(after.TimeLimits.Select(l => l.Id), StringComparer.Ordinal).ToValueList(),
        };
        return reason is null && after.Variant?.LengtheningReason is null ? comparison with { Unexplained = comparison.Lengthened().ToValueList() } : comparison;
    }

    /// <summary>The comparison in words, for whoever decides on the change (báo cáo so sánh).</summary>
    /// <returns>The numbers, then what came, went and moved, then each limit, then what grew without a reason.</returns>
    public ValueList<Reason> Explain() => ComparisonReasons.Of(this).ToValueList();

    internal static int? CopiesOf(ProcedureVersion version) => version.Documents is null || version.Documents.Any(d => d.Copies is null) ? null : version.Documents.Sum(d => d.Copies!.Value);

    // Who decides signs: a person, or for a collective whoever signs its decision.
    private static int? SignaturesOf(ProcedureVersion version) =>
        version.Steps.Count(s => s.Vote is not null || s.Decider is not null || s.PowerId is not null) is int signatures and > 0 ? signatures : null;

    internal static int HandoversOf(ProcedureVersion version) =>
        version.Steps.Zip(version.Steps.Skip(1)).Count(pair => !string.Equals(pair.First.Unit, pair.Second.Unit, StringComparison.Ordinal));

    private IEnumerable<Reason> Lengthened()
    {
        if (Steps.Saved < 0)
        {
            yield return MoreSteps.Because(null, ("before", Steps.Before), ("after", Steps.After));
        }

        if (Documents is { Saved: < 0 } documents)
        {
            yield return MoreDocuments.Because(null, ("before", documents.Before), ("after", documents.After));
        }

        if (Visits is { Saved: < 0 } visits)
        {
            yield return MoreVisits.Because(null, ("before", visits.Before), ("after", visits.After));
        }

        foreach (ComparedLimit limit in Limits)
        {
            if (limit.Comparison?.Saved is int saved and < 0)
            {
                yield return LongerLimit.Because(null, ("limit", limit.Id), ("more", -saved), ("unit", TimeUnits.NameOf(limit.Comparison.After.Limit!.Unit)));
            }
        }
    }

    private static IEnumerable<BilingualText> Names<T>(IEnumerable<T> items, Func<T, BilingualText> name) => items.Select(name);

    // The fewest that have to be taken out so that the rest stands in the old order.
    private static IEnumerable<BilingualText> Moved(ProcedureVersion before, ProcedureVersion after)
    {
        var places = new Dictionary<BilingualText, int>();
        for (int i = 0; i < before.Steps.Count; i++)
        {
            places.TryAdd(before.Steps[i].Name, i);
        }

        List<BilingualText> common = [.. after.Steps.Select(s => s.Name).Where(places.ContainsKey).Distinct()];
        int[] longest = new int[common.Count], previous = new int[common.Count];
        int best = -1;
        for (int i = 0; i < common.Count; i++)
        {
            (longest[i], previous[i]) = (1, -1);
            for (int j = 0; j < i; j++)
            {
                if (places[common[j]] < places[common[i]] && longest[j] + 1 > longest[i])
                {
                    (longest[i], previous[i]) = (longest[j] + 1, j);
                }
            }

            best = best < 0 || longest[i] > longest[best] ? i : best;
        }

        var staying = new HashSet<BilingualText>();
        for (int i = best; i >= 0; i = previous[i])
        {
            staying.Add(common[i]);
        }

        return common.Where(c => !staying.Contains(c));
    }

    private static IEnumerable<ComparedLimit> LimitsInBoth(ProcedureVersion before, LocalDate on, ProcedureVersion after, LocalDate later)
    {
        foreach (ProcedureTimeLimit now in after.TimeLimits)
        {
            if (before.TimeLimits.FirstOrDefault(l => string.Equals(l.Id, now.Id, StringComparison.Ordinal)) is ProcedureTimeLimit then)
            {
                yield return new ComparedLimit(
                    now.Id, TermsOn(then, on) is LimitTerms old && TermsOn(now, later) is LimitTerms recent ? LimitComparison.Of(old, recent) : null);
            }
        }
    }

    // A limit whose history is not recorded has the terms that were read, whatever the date.
    internal static LimitTerms? TermsOn(ProcedureTimeLimit limit, LocalDate date) => limit.History.Count == 0 ? limit.Terms : limit.InForceOn(date);
}

/// <summary>The visits of whoever files by a channel (lượt đi lại theo cách thức nộp).</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Count">How many before and after.</param>
public sealed record ComparedVisits(string Channel, CountComparison Count);

/// <summary>A limit that stands in both versions (thời hạn được so sánh).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Comparison">The comparison; null: for one of the dates no terms are recorded.</param>
public sealed record ComparedLimit(string Id, LimitComparison? Comparison);
