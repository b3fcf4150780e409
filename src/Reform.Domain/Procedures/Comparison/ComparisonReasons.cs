using System.Globalization;
using Reform.Domain.Deadlines;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>A comparison of versions in words: numbers first, then what came, went and moved, then each limit.</summary>
internal static class ComparisonReasons
{
    private static readonly ReasonKind Fewer = new(
        "procedure_count_compared", "{what}: {before} → {after} ({percent} %)", "{what}: {before} → {after} ({percent} %)");

    private static readonly ReasonKind FromNothing = new("procedure_count_from_nothing", "{what}: {before} → {after}", "{what}: {before} → {after}");

    private static readonly ReasonKind NotRecorded = new("procedure_count_not_recorded", "{what}: chưa ghi đủ để so sánh", "{what}: not recorded well enough to compare");

    private static readonly ReasonKind Item = new("procedure_item_compared", "{what}: {name}", "{what}: {name}");

    private static readonly ReasonKind Limit = new("procedure_limit_compared", "Thời hạn '{limit}': {how}", "Limit '{limit}': {how}");

    private static readonly ReasonKind LimitUnchanged = new(
        "procedure_limit_unchanged", "Thời hạn '{limit}': không đổi, {amount} {unit}", "Limit '{limit}': unchanged, {amount} {unit}");

    private static readonly ReasonKind LimitUnknown = new(
        "procedure_limit_not_recorded", "Thời hạn '{limit}': không ghi nội dung vào một trong hai ngày", "Limit '{limit}': its terms on one of the dates are not recorded");

    private static readonly ReasonKind PilotBegins = new("procedure_pilot_begins", "Phiên bản sau theo thí điểm '{pilot}'", "The later version stands under the pilot '{pilot}'");

    private static readonly ReasonKind PilotEnds = new(
        "procedure_pilot_ends", "Phiên bản trước theo thí điểm '{pilot}', phiên bản sau thì không", "The earlier version stands under the pilot '{pilot}', the later one does not");

    public static IEnumerable<Reason> Of(VersionComparison comparison)
    {
        yield return Count("Số bước", "Steps", comparison.Steps);
        yield return Count("Số giấy tờ", "Documents", comparison.Documents);
        yield return Count("Số bản phải nộp", "Copies", comparison.Copies);
        yield return Count("Số lần tập thể quyết định", "Collective decisions", comparison.CollectiveDecisions);
        yield return Count("Số chữ ký", "Signatures", comparison.Signatures);
        yield return Count("Số lượt đi lại", "Visits", comparison.Visits);
        foreach (ComparedVisits visits in comparison.VisitsByChannel)
        {
            yield return Count("Số lượt đi lại khi nộp qua '" + visits.Channel + "'", "Visits when filed by '" + visits.Channel + "'", visits.Count);
        }

        yield return Count("Số lần chuyển giữa các đơn vị", "Changes of hands", comparison.Handovers);
        foreach ((string vietnamese, string english, ValueList<BilingualText> names) in new[]
        {
            ("Thêm bước", "Step added", comparison.AddedSteps), ("Bỏ bước", "Step removed", comparison.RemovedSteps),
            ("Bước do đơn vị khác làm", "Step done by another unit", comparison.StepsOfAnotherUnit), ("Đổi thứ tự bước", "Step moved", comparison.MovedSteps),
            ("Thêm giấy tờ", "Document added", comparison.AddedDocuments), ("Bỏ giấy tờ", "Document removed", comparison.RemovedDocuments),
        })
        {
            foreach (BilingualText name in names)
            {
                yield return Item.Because(null, ("what", new BilingualText(vietnamese, english)), ("name", name));
            }
        }

        if (!string.Equals(comparison.PilotBefore, comparison.PilotAfter, StringComparison.Ordinal))
        {
            if (comparison.PilotBefore is string before)
            {
                yield return PilotEnds.Because(null, ("pilot", before));
            }

            if (comparison.PilotAfter is string after)
            {
                yield return PilotBegins.Because(null, ("pilot", after));
            }
        }

        foreach (ComparedLimit limit in comparison.Limits)
        {
            yield return limit.Comparison is null ? LimitUnknown.Because(null, ("limit", limit.Id))
                : limit.Comparison is { Saved: 0, After.Limit: TimeLimit same }
                    ? LimitUnchanged.Because(null, ("limit", limit.Id), ("amount", same.Amount), ("unit", TimeUnits.NameOf(same.Unit)))
                : Limit.Because(null, ("limit", limit.Id), ("how", limit.Comparison.Explain().Sentence));
        }

        foreach ((string vietnamese, string english, ValueList<string> ids) in new[]
        {
            ("Thêm thời hạn", "Limit added", comparison.AddedLimits), ("Bỏ thời hạn", "Limit removed", comparison.RemovedLimits),
        })
        {
            foreach (string id in ids)
            {
                yield return Item.Because(null, ("what", new BilingualText(vietnamese, english)), ("name", id));
            }
        }

        foreach (Reason unexplained in comparison.Unexplained)
        {
            yield return unexplained;
        }
    }

    private static Reason Count(string vietnamese, string english, CountComparison? count)
    {
        var what = new BilingualText(vietnamese, english);
        return count is not CountComparison known ? NotRecorded.Because(null, ("what", what))
            : known.PercentChange is decimal percent
                ? Fewer.Because(
                    null, ("what", what), ("before", known.Before), ("after", known.After), ("percent", percent.ToString("+0.##;-0.##;0", CultureInfo.InvariantCulture)))
                : FromNothing.Because(null, ("what", what), ("before", known.Before), ("after", known.After));
    }
}
