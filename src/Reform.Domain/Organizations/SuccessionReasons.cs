using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>The sentences about successions.</summary>
internal static class SuccessionReasons
{
    private static readonly ReasonKind LinkKind = new(
        "succession_link",
        "Từ ngày {on}, {to} kế thừa {what} của {from} ({kind})",
        "From {on}, {to} has {what} of {from} ({kind})");

    private static readonly ReasonKind ToNobodyKind = new(
        "succession_to_nobody",
        "Từ ngày {on}, không đơn vị nào kế thừa {what} của {from} ({kind})",
        "From {on}, nobody has {what} of {from} ({kind})");

    private static readonly ReasonKind StillThereKind = new(
        "still_there", "{unit} vẫn tồn tại và vẫn giữ việc này vào ngày {on}", "{unit} existed and still had it on {on}");

    private static readonly ReasonKind SucceededKind = new(
        "succeeded", "Việc của {unit} do {successor} thực hiện vào ngày {on}", "What {unit} had was with {successor} on {on}");

    private static readonly ReasonKind AmbiguousKind = new(
        "succession_ambiguous",
        "Chưa xác định được một đơn vị kế thừa {unit} vào ngày {on}: có thể là {candidates}; còn thiếu: {missing}",
        "No one unit can be named that has what {unit} had on {on}: it may be {candidates}; not stated: {missing}");

    private static readonly ReasonKind NotRecordedKind = new(
        "succession_not_recorded",
        "{gone} đã kết thúc trước ngày {on} và chưa ghi nhận đơn vị kế thừa việc của {unit}",
        "{gone} had ended by {on}, and no successor to what {unit} had is recorded");

    private static readonly ReasonKind NobodyKind = new(
        "nobody_succeeded", "Không đơn vị nào kế thừa việc của {unit} vào ngày {on}", "Nobody had what {unit} had on {on}");

    private static readonly BilingualText Everything = new("toàn bộ", "everything");
    private static readonly BilingualText Nothing = new("không", "nothing");

    public static Reason By(SuccessionLink link, Func<string, BilingualText> name) => link.ToId is string to
        ? LinkKind.Because(link.Basis, ("on", link.On), ("to", name(to)), ("what", What(link)), ("from", name(link.FromId)), ("kind", link.Kind.Name()))
        : ToNobodyKind.Because(link.Basis, ("on", link.On), ("what", What(link)), ("from", name(link.FromId)), ("kind", link.Kind.Name()));

    public static Reason StillThere(BilingualText unit, LocalDate on) => StillThereKind.Because(null, ("unit", unit), ("on", on));

    public static Reason Succeeded(BilingualText unit, BilingualText successor, LocalDate on) =>
        SucceededKind.Because(null, ("unit", unit), ("successor", successor), ("on", on));

    public static Reason Ambiguous(BilingualText unit, IEnumerable<BilingualText> candidates, ValueList<string> missing, LocalDate on) =>
        AmbiguousKind.Because(
            null,
            ("unit", unit),
            ("on", on),
            ("candidates", Joined(candidates)),
            ("missing", missing.Count == 0 ? Nothing : Joined(missing.Select(DimensionName))));

    public static Reason NotRecorded(BilingualText unit, IEnumerable<BilingualText> gone, LocalDate on) =>
        NotRecordedKind.Because(null, ("gone", Joined(gone)), ("on", on), ("unit", unit));

    public static Reason Nobody(BilingualText unit, LocalDate on) => NobodyKind.Because(null, ("unit", unit), ("on", on));

    private static BilingualText DimensionName(string dimension) => string.Equals(dimension, "function", StringComparison.Ordinal)
        ? new BilingualText("chức năng", "function")
        : new BilingualText("địa bàn", "territory");

    private static BilingualText What(SuccessionLink link) => (link.Function, link.Territory) switch
    {
        (string f, string t) => new("chức năng " + f + " tại địa bàn " + t, "the function " + f + " in the territory " + t),
        (string f, null) => new("chức năng " + f, "the function " + f),
        (null, string t) => new("mọi chức năng tại địa bàn " + t, "every function in the territory " + t),
        _ => Everything,
    };

    private static BilingualText Joined(IEnumerable<BilingualText> texts)
    {
        List<BilingualText> all = [.. texts];
        return new BilingualText(string.Join("; ", all.Select(t => t.Vietnamese)), string.Join("; ", all.Select(t => t.English)));
    }
}
