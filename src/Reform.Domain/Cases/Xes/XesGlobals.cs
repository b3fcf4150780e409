using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>
/// The attributes that a log promises on every trace or every event ("global"). They are no defaults: where one is absent it stays
/// absent, and the gap is counted.
/// </summary>
internal sealed class XesGlobals(XesConformance conformance, DataQuality quality)
{
    private const int MaxPromises = 256;
    private readonly List<(string Key, XesType Type)> onTraces = [];
    private readonly List<(string Key, XesType Type)> onEvents = [];

    /// <summary>Notes a promise. Without a scope it is one for events.</summary>
    public void Promise(XesLevel scope, XesAttribute attribute)
    {
        List<(string Key, XesType Type)> promised = scope == XesLevel.Trace ? onTraces : onEvents;
        if (IsPromised(scope, attribute.Key))
        {
            return;
        }

        if (promised.Count == MaxPromises)
        {
            quality.Report("promise_not_checked", "", attribute.Line, new BilingualText(
                "nhật ký hứa quá nhiều thuộc tính; lời hứa này không được kiểm tra", "the log promises too many attributes; this promise is not checked"));
            return;
        }

        promised.Add((attribute.Key, attribute.Type));
    }

    public bool IsPromised(XesLevel scope, string key) =>
        (scope == XesLevel.Trace ? onTraces : onEvents).Exists(p => string.Equals(p.Key, key, StringComparison.Ordinal));

    public void CheckTrace(XesTrace trace)
    {
        foreach ((string key, XesType type) in onTraces)
        {
            Check(trace.Attributes.Find(key), key, type, trace.Line, "promised_attribute_missing",
                "nhật ký hứa thuộc tính này ở mọi hồ sơ nhưng hồ sơ không có; không điền giá trị thay",
                "promised by the log for every case, but absent; none is filled in");
        }
    }

    public void CheckEvent(XesEvent e)
    {
        foreach ((string key, XesType type) in onEvents)
        {
            Check(e.Attributes.Find(key), key, type, e.Line, "promised_event_attribute_missing",
                "nhật ký hứa thuộc tính này ở mọi sự kiện nhưng sự kiện không có; không điền giá trị thay",
                "promised by the log for every event, but absent; none is filled in");
        }
    }

    private void Check(XesAttribute? attribute, string key, XesType type, int line, string code, string vietnamese, string english)
    {
        if (attribute is not { } found)
        {
            conformance.Content(code, key, line, vietnamese, english);
        }
        else if (found.Type != type)
        {
            conformance.Content("type_differs_from_promise", key, found.Line,
                "thuộc tính có kiểu '" + XesTypes.ElementOf(found.Type) + "', không phải '" + XesTypes.ElementOf(type) + "' như nhật ký hứa",
                "an attribute of type '" + XesTypes.ElementOf(found.Type) + "', not '" + XesTypes.ElementOf(type) + "' as the log promises");
        }
    }
}
