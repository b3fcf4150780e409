using System.Globalization;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Makes case files from the traces of one log; counts the attributes that it meets.</summary>
internal sealed class LoggedCaseBuilder
{
    // An end, an outcome or a planned end may well be absent; without these a case is incomplete.
    private static readonly HashSet<string> ExpectedOnEveryCase = new(
        ["case.receipt", "case.deadline", "case.responsible", "case.unit", "case.procedure", "case.requester", "case.territory"],
        StringComparer.Ordinal);

    private readonly LogMapping mapping;
    private readonly DataQuality quality;
    private readonly TimeText times;
    private readonly EventFilter filter;
    private readonly Dictionary<string, TimePattern[]> patterns;
    private readonly Dictionary<string, (string Attribute, long Met)> fields = new(StringComparer.Ordinal);
    private int namelessLine;
    private int namelessOnLine;

    public LoggedCaseBuilder(LogMapping mapping, DataQuality quality)
    {
        this.mapping = mapping;
        this.quality = quality;
        times = new TimeText(mapping.Zone, mapping.NaiveZone);
        filter = new EventFilter(mapping, quality);
        patterns = mapping.TimePatterns.ToDictionary(p => p.Attribute, p => p.Patterns.Select(TimePattern.Of).ToArray(), StringComparer.Ordinal);
        CaseAttributes names = mapping.Case;
        EventAttributes onEvents = mapping.Event;
        (string Field, string? Attribute)[] named =
        [
            ("case.id", Changed(names.Id, new CaseAttributes().Id)),
            ("case.receipt", names.Receipt), ("case.deadline", names.Deadline), ("case.planned_end", names.PlannedEnd),
            ("case.end", names.End), ("case.responsible", names.Responsible), ("case.unit", names.Unit),
            ("case.procedure", names.Procedure), ("case.outcome", names.Outcome), ("case.reason", names.Reason),
            ("case.requester", names.Requester), ("case.territory", names.Territory), ("case.term", names.Term),
            ("event.activity", Changed(onEvents.Activity, new EventAttributes().Activity)),
            ("event.time", Changed(onEvents.Time, new EventAttributes().Time)),
            ("event.resource", Changed(onEvents.Resource, new EventAttributes().Resource)),
            ("event.position", onEvents.Position), ("event.due", onEvents.Due), ("activities.receipt", mapping.Activities.Receipt), ("activities.end", mapping.Activities.End),
        ];
        foreach ((string field, string? attribute) in named)
        {
            if (attribute is not null)
            {
                fields[field] = (attribute, 0);
            }
        }
    }

    /// <summary>The attributes that the mapping names and no case had. Their names are probably wrong: the log cannot be judged by them.</summary>
    public List<(string Field, string Attribute)> AttributesNeverMet() =>
        [.. fields.Where(f => f.Value.Met == 0).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => (f.Key, f.Value.Attribute))];

    public LoggedCase Build(XesTrace trace)
    {
        CaseAttributes names = mapping.Case;
        var unreadable = new List<string>();
        ValueList<LoggedEvent> events = EventOrder.Of(filter.Kept(trace).Select(Event).ToValueList(), mapping.SortsEvents, quality);
        CaseTime? receipt = Time(trace, "receipt", names.Receipt, unreadable) ?? TimeOf(events.FirstOrDefault(Does(mapping.Activities.Receipt)), "receipt", unreadable);
        CaseTime? deadline = Time(trace, "deadline", names.Deadline, unreadable);
        CaseTime? plannedEnd = Time(trace, "planned_end", names.PlannedEnd, unreadable);
        CaseTime? end = Time(trace, "end", names.End, unreadable) ?? TimeOf(events.LastOrDefault(Does(mapping.Activities.End)), "end", unreadable);
        ValueList<LoggedDeadline> changes = Changes(trace, names.Deadline);
        return new LoggedCase
        {
            Id = Id(trace),
            Line = trace.Line,
            Receipt = receipt,
            Deadline = DeadlineLedger.InForce(changes, end, mapping.AsOf, deadline),
            DeadlineChanges = changes,
            PlannedEnd = plannedEnd,
            End = end,
            UnreadableTimes = unreadable.ToValueList(),
            Responsible = Text(trace, "case.responsible", names.Responsible),
            UnitId = Text(trace, "case.unit", names.Unit),
            ProcedureCode = Text(trace, "case.procedure", names.Procedure),
            Outcome = Text(trace, "case.outcome", names.Outcome),
            OutcomeReason = Text(trace, "case.reason", names.Reason),
            Requester = Text(trace, "case.requester", names.Requester),
            Territory = Text(trace, "case.territory", names.Territory),
            Term = Text(trace, "case.term", names.Term),
            Events = events,
        };
    }

    private static Func<LoggedEvent, bool> Does(string? activity) => e => activity is not null && string.Equals(e.Activity, activity, StringComparison.Ordinal);

    // An event that has no readable time leaves the time of the case unknown, not absent.
    private CaseTime? TimeOf(LoggedEvent? e, string name, List<string> unreadable)
    {
        if (e is not null)
        {
            Count("activities." + name);
        }

        if (e is { Time: null })
        {
            unreadable.Add(name);
        }

        return e?.Time;
    }

    private static string? Changed(string name, string standard) => string.Equals(name, standard, StringComparison.Ordinal) ? null : name;

    private string Id(XesTrace trace)
    {
        if (trace.Attributes.Find(mapping.Case.Id) is { } id && !string.IsNullOrWhiteSpace(id.Value))
        {
            Count("case.id");
            return id.Value;
        }

        quality.Report("case_without_id", mapping.Case.Id, trace.Line, new BilingualText(
            "hồ sơ không có mã; số dòng được dùng thay", "a case without an identifier; its line is used instead"));
        namelessOnLine = trace.Line == namelessLine ? namelessOnLine + 1 : 1;
        namelessLine = trace.Line;
        string line = "line " + trace.Line.ToString(CultureInfo.InvariantCulture);
        return namelessOnLine == 1 ? line : line + " #" + namelessOnLine.ToString(CultureInfo.InvariantCulture);
    }

    private LoggedEvent Event(XesEvent e)
    {
        string? activity = EventText(
            e, "event.activity", mapping.Event.Activity, "event_without_activity", "sự kiện không có tên hoạt động", "an event without an activity");
        string? resource = EventText(
            e, "event.resource", mapping.Event.Resource, "event_without_resource", "sự kiện không có người thực hiện", "an event without a resource");
        XesAttribute? position = mapping.Event.Position is string name ? e.Attributes.Find(name) : null;
        if (position is not null)
        {
            Count("event.position");
        }

        XesAttribute? written = e.Attributes.Find(mapping.Event.Time);
        if (written is null)
        {
            quality.Report("event_without_time", mapping.Event.Time, e.Line, new BilingualText(
                "sự kiện không có thời điểm; không suy đoán", "an event without a time; none is guessed"));
        }
        else
        {
            Count("event.time");
        }

        return new LoggedEvent(e.Line, activity, written is { } text ? Parse(text) : null, resource, NotBlank(position?.Value))
        {
            Due = DueOf(e),
            Started = filter.StartOf(e)?.Attributes.Find(mapping.Event.Time) is { } start ? Parse(start) : null,
        };
    }

    private CaseTime? DueOf(XesEvent e)
    {
        if (mapping.Event.Due is not string name || e.Attributes.Find(name) is not { } due)
        {
            return null;
        }

        Count("event.due");
        return Parse(due);
    }

    private ValueList<LoggedDeadline> Changes(XesTrace trace, string? deadline) =>
        deadline is not null && trace.Attributes.Find(deadline) is { Nested.Count: > 0 } attribute ? DeadlineLedger.Of(attribute, Parse) : [];

    private string? EventText(XesEvent e, string field, string attribute, string code, string vietnamese, string english)
    {
        if (e.Attributes.Find(attribute) is { } found && !string.IsNullOrWhiteSpace(found.Value))
        {
            Count(field);
            return found.Value;
        }

        quality.Report(code, attribute, e.Line, new BilingualText(vietnamese, english));
        return null;
    }

    private CaseTime? Time(XesTrace trace, string name, string? attribute, List<string> unreadable)
    {
        if (Met(trace, "case." + name, attribute) is not { } written)
        {
            return null;
        }

        CaseTime? time = Parse(written);
        if (time is null && !string.IsNullOrWhiteSpace(written.Value))
        {
            unreadable.Add(name);
        }

        return time;
    }

    private string? Text(XesTrace trace, string field, string? attribute)
    {
        if (Met(trace, field, attribute) is not { } found)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(found.Value))
        {
            quality.Report("attribute_empty", found.Key, found.Line, new BilingualText(
                "thuộc tính đã ánh xạ để trống", "the mapped attribute is empty"));
        }

        return NotBlank(found.Value);
    }

    private XesAttribute? Met(XesTrace trace, string field, string? attribute)
    {
        if (attribute is null)
        {
            return null;
        }

        if ((trace.Attributes.Find(attribute) ?? LiftedAttribute.Of(trace, attribute, mapping.Table is not null, quality)) is not { } found)
        {
            if (ExpectedOnEveryCase.Contains(field))
            {
                quality.Report("attribute_missing", attribute, trace.Line, new BilingualText(
                    "hồ sơ không có thuộc tính đã ánh xạ", "a case without the mapped attribute"));
            }

            return null;
        }

        Count(field);
        return found;
    }

    private void Count(string field)
    {
        if (fields.TryGetValue(field, out (string Attribute, long Met) known))
        {
            fields[field] = (known.Attribute, known.Met + 1);
        }
    }

    private CaseTime? Parse(XesAttribute written)
    {
        if (string.IsNullOrWhiteSpace(written.Value))
        {
            quality.Report("empty_time", written.Key, written.Line, new BilingualText("thời điểm để trống", "an empty time"));
            return null;
        }

        (CaseTime? time, TimeTextProblem problem) = times.Read(written.Value, patterns.GetValueOrDefault(written.Key) ?? []);
        if (problem == TimeTextProblem.NotATime)
        {
            quality.Report("unreadable_time", written.Key, written.Line, new BilingualText(
                "thời điểm không theo ISO 8601 hay mẫu đã nêu; không suy đoán", "a time that is neither ISO 8601 nor of a pattern of the mapping; none is guessed"));
        }
        else if (problem == TimeTextProblem.NoOffset)
        {
            quality.Report("time_without_offset", written.Key, written.Line, new BilingualText(
                "thời điểm không có múi giờ; nêu 'naive_zone' trong tệp ánh xạ để đọc",
                "a time without an offset; name a 'naive_zone' in the mapping to read it"));
        }

        return time;
    }

    private static string? NotBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
