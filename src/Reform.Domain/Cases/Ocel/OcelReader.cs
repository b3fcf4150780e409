using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>
/// Reads an object-centric log (OCEL 2.0 in JSON; nhật ký hướng đối tượng): every object of one type is a trace, with the events that
/// are related to it.
/// </summary>
/// <remarks>
/// An attribute that changes comes with its latest value and, in the list <see cref="History"/>, with every value and the time from
/// which it held; an initial value (1970-01-01T00:00:00Z) holds from the beginning and has no time. Relations stand in the list
/// <see cref="Relations"/>, keyed by their qualifiers. Such a log is held whole, within <see cref="XesLimits.MaxTraceCharacters"/>.
/// </remarks>
internal static class OcelReader
{
    public const string History = "ocel:history";
    public const string HeldFrom = "ocel:from";
    public const string Relations = "ocel:relations";
    private const string EventId = "ocel:id";

    public static IEnumerable<XesTrace> Walk(LogContent content, OcelMapping? mapping, DataQuality quality, string source, XesLimits limits)
    {
        using LogContent opened = content;
        var json = new JsonCursor(opened.Bytes, limits);
        OcelDocument document = new LogFailure(source, opened.Packed, limits).Guard(
            () => json.Line, () => new OcelParser(new OcelTokens(json, quality, source, limits), quality).Read());
        if (mapping is null)
        {
            throw Problem(source, "nhật ký OCEL: tệp ánh xạ phải nêu 'ocel.case_type'", "an OCEL log: the mapping must name 'ocel.case_type'", document);
        }

        if (!document.Objects.Exists(o => Is(o, mapping.CaseType)))
        {
            throw Problem(source, "nhật ký không có đối tượng kiểu '" + mapping.CaseType + "'", "the log has no object of type '" + mapping.CaseType + "'", document);
        }

        Dictionary<string, List<OcelItem>> events = EventsByCase(document, mapping, quality);
        foreach (OcelItem o in document.Objects)
        {
            if (Is(o, mapping.CaseType))
            {
                ValueList<XesEvent> own = events[o.Id!].Select(e => new XesEvent(e.Line, EventAttributes(document, e, quality))).ToValueList();
                yield return new XesTrace(o.Line, CaseAttributes(document, o, quality), own);
            }
        }
    }

    private static bool Is(OcelItem item, string type) => string.Equals(item.Type, type, StringComparison.Ordinal);

    private static Dictionary<string, List<OcelItem>> EventsByCase(OcelDocument document, OcelMapping mapping, DataQuality quality)
    {
        var known = new HashSet<string>(document.Objects.Select(o => o.Id!), StringComparer.Ordinal);
        var byCase = new Dictionary<string, List<OcelItem>>(StringComparer.Ordinal);
        foreach (OcelItem o in document.Objects.Where(o => Is(o, mapping.CaseType)))
        {
            byCase.TryAdd(o.Id!, []);
        }

        foreach (OcelItem e in document.Events)
        {
            int cases = 0;
            foreach (OcelRelation relation in e.Relations)
            {
                if (!known.Contains(relation.ObjectId))
                {
                    quality.Report("unknown_object", "", relation.Line, new BilingualText(
                        "quan hệ với đối tượng không có trong nhật ký", "a relation to an object that the log does not have"));
                }
                else if (byCase.TryGetValue(relation.ObjectId, out List<OcelItem>? own) && Joins(mapping, relation) && (own.Count == 0 || own[^1] != e))
                {
                    own.Add(e);
                    cases++;
                }
            }

            ReportCasesOf(e, cases, quality);
        }

        return byCase;
    }

    private static bool Joins(OcelMapping mapping, OcelRelation relation) =>
        mapping.Qualifiers.Count == 0 || mapping.Qualifiers.Contains(relation.Qualifier, StringComparer.Ordinal);

    private static void ReportCasesOf(OcelItem e, int cases, DataQuality quality)
    {
        if (cases == 0)
        {
            quality.Report("event_outside_trace", "", e.Line,
                new BilingualText("sự kiện không thuộc hồ sơ nào; đã bỏ qua", "an event that belongs to no case; left out"));
        }
        else if (cases > 1)
        {
            quality.Report("event_in_several_cases", "", e.Line,
                new BilingualText("sự kiện thuộc nhiều hồ sơ; được tính ở mỗi hồ sơ", "an event that belongs to several cases; it counts in each"));
        }
    }

    private static ValueList<XesAttribute> EventAttributes(OcelDocument document, OcelItem e, DataQuality quality)
    {
        var attributes = new XesAttributeList();
        attributes.Put(new XesAttribute("concept:name", e.Type!, e.Line));
        attributes.Put(new XesAttribute(EventId, e.Id!, e.Line));
        if (e.Time is not null)
        {
            attributes.Put(new XesAttribute("time:timestamp", e.Time, e.Line) { Type = XesType.Date });
        }

        foreach (OcelValue value in e.Attributes)
        {
            if (attributes.Put(Typed(document, ofEvent: true, e, value, quality)))
            {
                quality.Report("duplicate_attribute", value.Name, value.Line, new BilingualText(
                    "thuộc tính bị lặp lại; giá trị sau được dùng", "an attribute that stands twice; the later value is used"));
            }
        }

        PutRelations(attributes, e);
        return attributes.ToValueList();
    }

    private static ValueList<XesAttribute> CaseAttributes(OcelDocument document, OcelItem o, DataQuality quality)
    {
        var attributes = new XesAttributeList();
        attributes.Put(new XesAttribute("concept:name", o.Id!, o.Line));
        foreach (IGrouping<string, OcelValue> values in o.Attributes.GroupBy(a => a.Name, StringComparer.Ordinal))
        {
            // In time order; those that hold from the beginning first, and of one time in file order.
            (OcelValue Value, Instant? From)[] ordered =
                [.. values.Select(v => (Value: v, From: HeldSince(v, quality))).OrderBy(v => v.From ?? Instant.MinValue)];
            XesAttribute latest = Typed(document, ofEvent: false, o, ordered[^1].Value, quality);
            var history = new XesAttribute(History, "", o.Line)
            {
                Type = XesType.List,
                Items = ordered.Select(v => Held(Typed(document, ofEvent: false, o, v.Value, null), v.Value, v.From)).ToValueList(),
            };
            attributes.Put(ordered.Length == 1 && ordered[0].From is null ? latest : latest with { Nested = [history] });
        }

        PutRelations(attributes, o);
        return attributes.ToValueList();
    }

    private static XesAttribute Held(XesAttribute item, OcelValue value, Instant? from) => from is null
        ? item
        : item with { Nested = [new XesAttribute(HeldFrom, value.Time!, value.Line) { Type = XesType.Date }] };

    private static Instant? HeldSince(OcelValue value, DataQuality quality)
    {
        if (new TimeText(DateTimeZone.Utc, null).Read(value.Time ?? "").Time?.Instant is not Instant from)
        {
            quality.Report("value_without_time", value.Name, value.Line, new BilingualText(
                "giá trị không có thời điểm đọc được; coi như có từ đầu", "a value without a readable time; taken to hold from the beginning"));
            return null;
        }

        return from == NodaConstants.UnixEpoch ? null : from;
    }

    private static XesAttribute Typed(OcelDocument document, bool ofEvent, OcelItem item, OcelValue value, DataQuality? quality)
    {
        if (!document.Types.TryGetValue((ofEvent, item.Type!, value.Name), out XesType type))
        {
            quality?.Report("undeclared_attribute", value.Name, value.Line, new BilingualText(
                "kiểu của sự kiện hay đối tượng không khai báo thuộc tính này", "an attribute that the type of the event or object does not declare"));
        }
        else if (!XesTypes.IsValue(type, value.Value))
        {
            quality?.Report("value_not_of_type", value.Name, value.Line, new BilingualText(
                "giá trị không thuộc kiểu đã khai báo; giữ nguyên như đã ghi", "a value that is not of its declared type; kept as written"));
            type = XesType.Text;
        }

        return new XesAttribute(value.Name, value.Value, value.Line) { Type = type };
    }

    private static void PutRelations(XesAttributeList attributes, OcelItem item)
    {
        if (item.Relations.Count > 0)
        {
            attributes.Put(new XesAttribute(Relations, "", item.Relations[0].Line)
            {
                Type = XesType.List,
                Items = item.Relations.Select(r => new XesAttribute(r.Qualifier.Length == 0 ? "ocel:object" : r.Qualifier, r.ObjectId, r.Line)).ToValueList(),
            });
        }
    }

    private static InvalidDataFileException Problem(string source, string vietnamese, string english, OcelDocument document)
    {
        string types = string.Join(", ", document.Objects.Select(o => o.Type!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(20));
        return new InvalidDataFileException([new DataProblem(source, null, "ocel.case_type", new BilingualText(
            vietnamese + "; các kiểu có trong nhật ký: " + types, english + "; the types in the log: " + types))]);
    }
}
