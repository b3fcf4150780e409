using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>
/// Attributes of a case that a tool wrote on its events instead, as "(case)_x" or "case:x"; in a table, all of them. Such a one is the case's when the events
/// that have it agree.
/// </summary>
internal static class LiftedAttribute
{
    private static readonly string[] Prefixes = ["(case)_", "case:"];

    /// <summary>The attribute, as the first event that has it writes it; null when none has it, or when they differ, which is counted.</summary>
    public static XesAttribute? Of(XesTrace trace, string key, bool isTable, DataQuality quality)
    {
        if (!isTable && !Array.Exists(Prefixes, p => key.StartsWith(p, StringComparison.Ordinal)))
        {
            return null;
        }

        XesAttribute? lifted = null;
        foreach (XesEvent e in trace.Events.AsSpan())
        {
            if (e.Attributes.Find(key) is not { } found)
            {
                continue;
            }

            if (lifted is { } before && !string.Equals(before.Value, found.Value, StringComparison.Ordinal))
            {
                quality.Report("case_attribute_varies", key, found.Line, new BilingualText(
                    "thuộc tính của hồ sơ được ghi ở sự kiện với nhiều giá trị khác nhau; không chọn giá trị nào",
                    "an attribute of the case, written on its events with different values; none is chosen"));
                return null;
            }

            lifted ??= found;
        }

        return lifted;
    }
}
