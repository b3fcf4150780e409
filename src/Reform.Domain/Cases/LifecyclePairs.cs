using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>
/// Makes one event of the beginning and the end of an activity, which the standard writes as two with the transitions "start" and
/// "complete": by "concept:instance" where the end has one, else the first that began is the first to end.
/// </summary>
internal sealed class LifecyclePairs(string activityKey, DataQuality quality)
{
    public const string Transition = "lifecycle:transition";
    public const string Instance = "concept:instance";
    private readonly Dictionary<XesEvent, XesEvent> starts = new(ReferenceEqualityComparer.Instance);

    /// <summary>The events without the beginnings that have their end; the pairs of the case before are forgotten.</summary>
    public List<XesEvent> Of(IEnumerable<XesEvent> events)
    {
        starts.Clear();
        var open = new Dictionary<(string Activity, string? Instance), Queue<XesEvent>>();
        var begun = new HashSet<XesEvent>(ReferenceEqualityComparer.Instance);
        List<XesEvent> all = [.. events];
        foreach (XesEvent e in all)
        {
            if (KeyOf(e) is not { } key)
            {
                continue;
            }

            if (Is(e, "start"))
            {
                if (!open.TryGetValue(key, out Queue<XesEvent>? queue))
                {
                    open.Add(key, queue = new Queue<XesEvent>());
                }

                queue.Enqueue(e);
            }
            else if (Is(e, "complete"))
            {
                if (open.TryGetValue(key, out Queue<XesEvent>? queue) && queue.TryDequeue(out XesEvent? start))
                {
                    starts.Add(e, start);
                    begun.Add(start);
                }
                else
                {
                    quality.Report("complete_without_start", key.Activity, e.Line, new BilingualText(
                        "kết thúc của hoạt động không có bắt đầu tương ứng; không suy đoán", "the end of an activity without its beginning; none is guessed"));
                }
            }
        }

        foreach (((string activity, _), Queue<XesEvent> left) in open)
        {
            foreach (XesEvent start in left)
            {
                quality.Report("start_without_complete", activity, start.Line, new BilingualText(
                    "bắt đầu của hoạt động không có kết thúc tương ứng; được giữ là một sự kiện", "the beginning of an activity without its end; kept as an event"));
            }
        }

        all.RemoveAll(begun.Contains);
        return all;
    }

    /// <summary>The beginning of which an event of the last case is the end, or null.</summary>
    public XesEvent? StartOf(XesEvent e) => starts.GetValueOrDefault(e);

    private (string Activity, string? Instance)? KeyOf(XesEvent e) =>
        e.Attributes.Find(activityKey)?.Value is string activity ? (activity, e.Attributes.Find(Instance)?.Value) : null;

    private static bool Is(XesEvent e, string transition) =>
        string.Equals(e.Attributes.Find(Transition)?.Value, transition, StringComparison.OrdinalIgnoreCase);
}
