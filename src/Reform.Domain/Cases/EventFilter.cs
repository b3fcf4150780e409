using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Leaves out the events that the mapping says, and counts each; counts the cases that record more than one transition of an activity.</summary>
internal sealed class EventFilter(LogMapping mapping, DataQuality quality)
{
    private const string Transition = LifecyclePairs.Transition;
    private readonly LifecyclePairs? pairs = mapping.PairsTransitions ? new LifecyclePairs(mapping.Event.Activity, quality) : null;
    private readonly HashSet<string> activities = new(mapping.LeaveOut.Activities, StringComparer.Ordinal);
    private readonly HashSet<string> resources = new(mapping.LeaveOut.Resources, StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> transitions = new(mapping.LeaveOut.Transitions, StringComparer.OrdinalIgnoreCase);
    private readonly bool leavesOut =
        mapping.LeaveOut.Activities.Count + mapping.LeaveOut.Resources.Count + mapping.LeaveOut.Transitions.Count > 0;

    public IEnumerable<XesEvent> Kept(XesTrace trace)
    {
        IEnumerable<XesEvent> kept = leavesOut ? trace.Events.Where(IsKept).ToList() : trace.Events;
        kept = pairs?.Of(kept) ?? kept;
        ReportSeveralTransitions(trace.Line, kept);
        return kept;
    }

    /// <summary>The beginning of which an event of the last case is the end, where the mapping pairs them; else null.</summary>
    public XesEvent? StartOf(XesEvent e) => pairs?.StartOf(e);

    private bool IsKept(XesEvent e) =>
        !IsLeftOut(e, mapping.Event.Activity, activities) && !IsLeftOut(e, mapping.Event.Resource, resources) && !IsLeftOut(e, Transition, transitions);

    private bool IsLeftOut(XesEvent e, string key, HashSet<string> named)
    {
        if (named.Count == 0 || e.Attributes.Find(key) is not { } found || !named.Contains(found.Value))
        {
            return false;
        }

        quality.Report("event_left_out", key, e.Line, new BilingualText(
            "sự kiện bị loại theo 'leave_out' của tệp ánh xạ", "an event left out, as 'leave_out' of the mapping says"));
        return true;
    }

    // "start" and "complete" of one activity are two events; whoever counts events must know.
    private void ReportSeveralTransitions(int line, IEnumerable<XesEvent> events)
    {
        string? only = null;
        bool differ = false;
        foreach (XesEvent e in events)
        {
            string? transition = e.Attributes.Find(Transition)?.Value;
            only ??= transition;
            differ |= transition is not null && !string.Equals(only, transition, StringComparison.OrdinalIgnoreCase);
        }

        if (differ && events
            .Select(e => (Activity: e.Attributes.Find(mapping.Event.Activity)?.Value, Transition: e.Attributes.Find(Transition)?.Value))
            .Where(e => e.Activity is not null && e.Transition is not null)
            .GroupBy(e => e.Activity, StringComparer.Ordinal)
            .Any(g => g.Select(e => e.Transition).Distinct(StringComparer.OrdinalIgnoreCase).Skip(1).Any()))
        {
            quality.Report("several_transitions", Transition, line, new BilingualText(
                "hồ sơ ghi nhiều trạng thái của cùng một hoạt động (ví dụ bắt đầu, hoàn thành); mỗi trạng thái được đếm là một sự kiện, xem 'leave_out'",
                "a case with several transitions of one activity (such as start and complete); each counts as an event, see 'leave_out'"));
        }
    }
}
