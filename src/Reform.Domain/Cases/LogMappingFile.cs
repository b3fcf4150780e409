using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Procedures;

namespace Reform.Domain.Cases;

/// <summary>Reads a log mapping from its data file (JSON; comments allowed).</summary>
public static class LogMappingFile
{
    /// <summary>Reads a mapping.</summary>
    /// <param name="stream">The JSON text, UTF-8; read to its end, not closed.</param>
    /// <param name="source">What to call the file in problems.</param>
    /// <returns>The mapping.</returns>
    /// <exception cref="InvalidDataFileException">Something is wrong with the file; every problem is listed with its place.</exception>
    public static LogMapping Read(Stream stream, string source = "mapping")
    {
        (JsonFile file, JsonPart root) = JsonFile.Read(stream, source);
        DateTimeZone? zone = Zone(root.Required("zone"));
        var mapping = new LogMapping
        {
            Zone = zone ?? DateTimeZone.Utc,
            NaiveZone = Zone(root.Optional("naive_zone")),
            AsOf = root.Optional("as_of")?.Date(),
            IsSynthetic = root.Optional("synthetic")?.Boolean() ?? false,
            IsStrict = root.Optional("strict")?.Boolean() ?? false,
            Table = LogFormatParts.Table(root.Optional("csv")),
            Ocel = LogFormatParts.Ocel(root.Optional("ocel")),
            TimePatterns = LogFormatParts.Patterns(root.Optional("time_patterns")),
            PairsTransitions = root.Optional("pair_transitions")?.Boolean() ?? false,
            SortsEvents = root.Optional("sort_events")?.Boolean() ?? false,
            Case = ReadCase(HasTimesOfActivities(root) ? root.Optional("case") : root.Required("case")),
            Event = ReadEvent(root.Optional("event")),
            LeaveOut = ReadLeftOut(root.Optional("leave_out")),
            ExpectedSequence = ActivityLists.Steps(root.Optional("expected_sequence")),
            FourEyes = ActivityLists.Pairs(root.Optional("four_eyes")),
            TestAccounts = root.Optional("test_accounts")?.Texts() ?? [],
            RefusedOutcome = OneText(root.Optional("outcomes"), "refused"),
            Activities = ReadActivities(root.Optional("activities")),
            References = new ReferenceFiles(
                root.Optional("calendar")?.Text(),
                root.Optional("procedures")?.Text(),
                root.Optional("units")?.Text(),
                root.Optional("authority")?.Text()),
        };
        RejectTwoSources(root, "receipt");
        RejectTwoSources(root, "end");
        RequireCompanion(root, "procedures", "calendar");
        RequireCompanion(root, "authority", "procedures");
        root.RejectUnknownMembers();
        file.ThrowIfAnyProblem();
        return mapping;
    }

    private static DateTimeZone? Zone(JsonPart? part)
    {
        if (part?.Text() is not string id)
        {
            return null;
        }

        DateTimeZone? zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);
        if (zone is null)
        {
            part.Problem("múi giờ '" + id + "' không tồn tại", "unknown time zone '" + id + "'");
        }

        return zone;
    }

    // A log without attributes of the case can still say by its activities when a case came and went.
    private static bool HasTimesOfActivities(JsonPart root) =>
        root.Find("activities") is JsonPart activities && (activities.Find("receipt") ?? activities.Find("end")) is not null;

    private static CaseAttributes ReadCase(JsonPart? part)
    {
        if (part is null || !part.ExpectObject())
        {
            return new CaseAttributes();
        }

        if (!part.Members.Any(m => !m.Value.IsNull))
        {
            part.Problem("không nêu thuộc tính nào của hồ sơ", "names no attribute of the case");
        }

        string? Name(string member) => part.Optional(member)?.Text();
        var attributes = new CaseAttributes
        {
            Id = Name("id") ?? new CaseAttributes().Id,
            Receipt = Name("receipt"),
            Deadline = Name("deadline"),
            PlannedEnd = Name("planned_end"),
            End = Name("end"),
            Responsible = Name("responsible"),
            Unit = Name("unit"),
            Procedure = Name("procedure"),
            Outcome = Name("outcome"),
            Reason = Name("reason"),
            Requester = Name("requester"),
            Territory = Name("territory"),
            Term = Name("term"),
        };
        part.RejectUnknownMembers();
        return attributes;
    }

    private static EventAttributes ReadEvent(JsonPart? part)
    {
        var defaults = new EventAttributes();
        if (part is null || !part.ExpectObject())
        {
            return defaults;
        }

        var attributes = new EventAttributes
        {
            Activity = part.Optional("activity")?.Text() ?? defaults.Activity,
            Time = part.Optional("time")?.Text() ?? defaults.Time,
            Resource = part.Optional("resource")?.Text() ?? defaults.Resource,
            Position = part.Optional("position")?.Text(),
            Due = part.Optional("due")?.Text(),
        };
        part.RejectUnknownMembers();
        return attributes;
    }

    private static LeftOutEvents ReadLeftOut(JsonPart? part)
    {
        if (part is null || !part.ExpectObject())
        {
            return new LeftOutEvents();
        }

        var leftOut = new LeftOutEvents
        {
            Activities = part.Optional("activities")?.Texts() ?? [],
            Resources = part.Optional("resources")?.Texts() ?? [],
            Transitions = part.Optional("transitions")?.Texts() ?? [],
        };
        part.RejectUnknownMembers();
        return leftOut;
    }

    private static ActivityMeanings ReadActivities(JsonPart? part)
    {
        if (part is null || !part.ExpectObject())
        {
            return new ActivityMeanings();
        }

        var meanings = new ActivityMeanings
        {
            SupplementRequest = part.Optional("supplement_request")?.Text(),
            Receipt = part.Optional("receipt")?.Text(),
            End = part.Optional("end")?.Text(),
            Extension = part.Optional("extension")?.Text(),
            Suspension = part.Optional("suspension")?.Text(),
        };
        part.RejectUnknownMembers();
        return meanings;
    }

    private static void RejectTwoSources(JsonPart root, string member)
    {
        if (root.Find("case")?.Find(member) is not null && root.Find("activities")?.Find(member) is JsonPart second)
        {
            second.Problem("'case." + member + "' đã nêu thuộc tính", "'case." + member + "' names an attribute for it already");
        }
    }

    private static string? OneText(JsonPart? part, string member)
    {
        if (part is null || !part.ExpectObject())
        {
            return null;
        }

        string? text = part.Optional(member)?.Text();
        part.RejectUnknownMembers();
        return text;
    }

    private static void RequireCompanion(JsonPart root, string named, string needed)
    {
        if (root.Optional(named) is JsonPart part && root.Optional(needed) is null)
        {
            part.Problem("cần thêm tệp '" + needed + "'", "also needs the file '" + needed + "'");
        }
    }
}
