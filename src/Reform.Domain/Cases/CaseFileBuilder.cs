using System.Globalization;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Makes case files from the traces of one log; counts the attributes that it meets.</summary>
internal sealed class CaseFileBuilder
{
    // An end, an outcome or a planned end may well be absent; without these a case is incomplete.
    private static readonly HashSet<string> ExpectedOnEveryCase = new(
        ["case.receipt", "case.deadline", "case.responsible", "case.unit", "case.procedure", "case.requester", "case.territory"],
        StringComparer.Ordinal);

    private readonly LogMapping mapping;
    private readonly DataQuality quality;
    private readonly TimeText times;
    private readonly Dictionary<string, (string Attribute, long Met)> fields = new(StringComparer.Ordinal);

    public CaseFileBuilder(LogMapping mapping, DataQuality quality)
    {
        this.mapping = mapping;
        this.quality = quality;
        times = new TimeText(mapping.Zone, mapping.NaiveZone);
        CaseAttributes names = mapping.Case;
        (string Field, string? Attribute)[] named =
        [
            ("case.receipt", names.Receipt), ("case.deadline", names.Deadline), ("case.planned_end", names.PlannedEnd),
            ("case.end", names.End), ("case.responsible", names.Responsible), ("case.unit", names.Unit),
            ("case.procedure", names.Procedure), ("case.outcome", names.Outcome), ("case.reason", names.Reason),
            ("case.requester", names.Requester), ("case.territory", names.Territory), ("event.position", mapping.Event.Position),
        ];
        foreach ((string field, string? attribute) in named)
        {
            if (attribute is not null)
            {
                fields[field] = (attribute, 0);
            }
        }
    }

    /// <summary>The mapped attributes that no case had. Their names are probably wrong: the log cannot be judged by them.</summary>
    public List<(string Field, string Attribute)> AttributesNeverMet() =>
        [.. fields.Where(f => f.Value.Met == 0).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => (f.Key, f.Value.Attribute))];

    public CaseFile Build(XesTrace trace)
    {
        CaseAttributes names = mapping.Case;
        return new CaseFile
        {
            Id = Id(trace),
            Line = trace.Line,
            Receipt = Time(trace.Line, trace.Attributes, "case.receipt", names.Receipt),
            Deadline = Time(trace.Line, trace.Attributes, "case.deadline", names.Deadline),
            PlannedEnd = Time(trace.Line, trace.Attributes, "case.planned_end", names.PlannedEnd),
            End = Time(trace.Line, trace.Attributes, "case.end", names.End),
            Responsible = Text(trace.Line, trace.Attributes, "case.responsible", names.Responsible),
            UnitId = Text(trace.Line, trace.Attributes, "case.unit", names.Unit),
            ProcedureCode = Text(trace.Line, trace.Attributes, "case.procedure", names.Procedure),
            Outcome = Text(trace.Line, trace.Attributes, "case.outcome", names.Outcome),
            OutcomeReason = Text(trace.Line, trace.Attributes, "case.reason", names.Reason),
            Requester = Text(trace.Line, trace.Attributes, "case.requester", names.Requester),
            Territory = Text(trace.Line, trace.Attributes, "case.territory", names.Territory),
            Events = trace.Events.Select(Event).ToValueList(),
        };
    }

    private string Id(XesTrace trace)
    {
        if (Find(trace.Attributes, mapping.Case.Id) is { } id && !string.IsNullOrWhiteSpace(id.Value))
        {
            return id.Value;
        }

        quality.Report("case_without_id", mapping.Case.Id, trace.Line, new BilingualText(
            "hồ sơ không có mã; số dòng được dùng thay", "a case without an identifier; its line is used instead"));
        return "line " + trace.Line.ToString(CultureInfo.InvariantCulture);
    }

    private CaseEvent Event(XesEvent e)
    {
        string? activity = EventText(e, mapping.Event.Activity, "event_without_activity", "sự kiện không có tên hoạt động", "an event without an activity");
        string? resource = EventText(e, mapping.Event.Resource, "event_without_resource", "sự kiện không có người thực hiện", "an event without a resource");
        string? position = mapping.Event.Position is null ? null : Text(e.Line, e.Attributes, "event.position", mapping.Event.Position);
        XesAttribute? written = Find(e.Attributes, mapping.Event.Time);
        if (written is null)
        {
            quality.Report("event_without_time", mapping.Event.Time, e.Line, new BilingualText(
                "sự kiện không có thời điểm; không suy đoán", "an event without a time; none is guessed"));
        }

        return new CaseEvent(e.Line, activity, written is null ? null : Parse(written), resource, position);
    }

    private string? EventText(XesEvent e, string attribute, string code, string vietnamese, string english)
    {
        if (Find(e.Attributes, attribute) is { } found && !string.IsNullOrWhiteSpace(found.Value))
        {
            return found.Value;
        }

        quality.Report(code, attribute, e.Line, new BilingualText(vietnamese, english));
        return null;
    }

    private CaseTime? Time(int line, ValueList<XesAttribute> attributes, string field, string? attribute) =>
        Met(line, attributes, field, attribute) is { } found ? Parse(found) : null;

    private string? Text(int line, ValueList<XesAttribute> attributes, string field, string? attribute) =>
        Met(line, attributes, field, attribute) is { } found && !string.IsNullOrWhiteSpace(found.Value) ? found.Value : null;

    private XesAttribute? Met(int line, ValueList<XesAttribute> attributes, string field, string? attribute)
    {
        if (attribute is null)
        {
            return null;
        }

        if (Find(attributes, attribute) is not { } found)
        {
            if (ExpectedOnEveryCase.Contains(field))
            {
                quality.Report("attribute_missing", attribute, line, new BilingualText(
                    "hồ sơ không có thuộc tính đã ánh xạ", "a case without the mapped attribute"));
            }

            return null;
        }

        fields[field] = (attribute, fields[field].Met + 1);
        return found;
    }

    private CaseTime? Parse(XesAttribute written)
    {
        if (string.IsNullOrWhiteSpace(written.Value))
        {
            quality.Report("empty_time", written.Key, written.Line, new BilingualText("thời điểm để trống", "an empty time"));
            return null;
        }

        (CaseTime? time, TimeTextProblem problem) = times.Read(written.Value);
        if (problem == TimeTextProblem.NotATime)
        {
            quality.Report("unreadable_time", written.Key, written.Line, new BilingualText(
                "thời điểm không theo ISO 8601; không suy đoán", "a time that is not ISO 8601; none is guessed"));
        }
        else if (problem == TimeTextProblem.NoOffset)
        {
            quality.Report("time_without_offset", written.Key, written.Line, new BilingualText(
                "thời điểm không có múi giờ; nêu 'naive_zone' trong tệp ánh xạ để đọc",
                "a time without an offset; name a 'naive_zone' in the mapping to read it"));
        }

        return time;
    }

    private static XesAttribute? Find(ValueList<XesAttribute> attributes, string key)
    {
        foreach (XesAttribute attribute in attributes.AsSpan())
        {
            if (string.Equals(attribute.Key, key, StringComparison.Ordinal))
            {
                return attribute;
            }
        }

        return null;
    }
}
