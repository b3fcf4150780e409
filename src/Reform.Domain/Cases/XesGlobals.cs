using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>
/// The attributes that a log promises on every trace or every event ("global"). They are no defaults: where one is absent it stays
/// absent, and the gap is counted.
/// </summary>
internal sealed class XesGlobals
{
    private const int MaxPromises = 256;
    private readonly List<string> onTraces = [];
    private readonly List<string> onEvents = [];

    /// <summary>Notes a promise; other scopes than "trace" and "event" promise nothing here.</summary>
    public void Promise(string? scope, string key, int line, DataQuality quality)
    {
        List<string>? promised = scope switch { "trace" => onTraces, "event" => onEvents, _ => null };
        if (promised is null || promised.Contains(key, StringComparer.Ordinal))
        {
            return;
        }

        if (promised.Count == MaxPromises)
        {
            quality.Report("promise_not_checked", "", line, new BilingualText(
                "nhật ký hứa quá nhiều thuộc tính; lời hứa này không được kiểm tra", "the log promises too many attributes; this promise is not checked"));
            return;
        }

        promised.Add(key);
    }

    public void ReportGaps(XesTrace trace, DataQuality quality)
    {
        foreach (string key in onTraces)
        {
            if (trace.Attributes.Find(key) is null)
            {
                quality.Report("promised_attribute_missing", key, trace.Line, new BilingualText(
                    "nhật ký hứa thuộc tính này ở mọi hồ sơ nhưng hồ sơ không có; không điền giá trị thay",
                    "promised by the log for every case, but absent; none is filled in"));
            }
        }

        foreach (XesEvent e in trace.Events.AsSpan())
        {
            foreach (string key in onEvents)
            {
                if (e.Attributes.Find(key) is null)
                {
                    quality.Report("promised_event_attribute_missing", key, e.Line, new BilingualText(
                        "nhật ký hứa thuộc tính này ở mọi sự kiện nhưng sự kiện không có; không điền giá trị thay",
                        "promised by the log for every event, but absent; none is filled in"));
                }
            }
        }
    }
}
