using NodaTime;
using NodaTime.Text;
using Reform.Domain.DataFiles;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Calendars;

/// <summary>Reads what an agency has of its own on top of a work calendar from its data file (JSON; comments allowed).</summary>
public static class CalendarOverlayFile
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");
    private static readonly AnnualDatePattern Day = AnnualDatePattern.Iso;

    /// <summary>Reads an overlay.</summary>
    /// <param name="stream">The JSON text, UTF-8; read to its end, not closed.</param>
    /// <param name="source">What to call the file in problems.</param>
    /// <returns>The overlay.</returns>
    /// <exception cref="InvalidDataFileException">Something is wrong with the file; every problem is listed with its place.</exception>
    public static CalendarOverlay Read(Stream stream, string source = "agency")
    {
        (JsonFile file, JsonPart root) = JsonFile.Read(stream, source);
        var places = new Dictionary<object, JsonPart>(ReferenceEqualityComparer.Instance);
        root.Optional("synthetic")?.Boolean();
        string? id = root.Required("id")?.Text();
        BilingualText? title = root.Required("title")?.Bilingual();
        ValueList<OfficeHours> hours = All(root, "hours", places, (item, p) => Hours(item, p));
        ValueList<ReceptionHours> reception = All(root, "reception", places, (item, _) => Reception(item));
        ValueList<LocalClosure> closures = All(root, "closures", places, (item, _) => Closure(item));
        root.RejectUnknownMembers();
        file.ThrowIfAnyProblem();
        var overlay = new CalendarOverlay(id!, title!) { Hours = hours, Reception = reception, Closures = closures };
        foreach ((object culprit, BilingualText message) in OverlayChecks.Problems(overlay))
        {
            places[culprit].Problem(message.Vietnamese, message.English);
        }

        file.ThrowIfAnyProblem();
        return overlay;
    }

    private static ValueList<T> All<T>(
        JsonPart root, string member, Dictionary<object, JsonPart> places, Func<JsonPart, Dictionary<object, JsonPart>, T?> read)
        where T : class
    {
        var found = new List<T>();
        foreach (JsonPart item in root.Optional(member)?.Items() ?? [])
        {
            if (item.ExpectObject() && read(item, places) is T value)
            {
                places.Add(value, item);
                found.Add(value);
            }

            if (item.IsObject)
            {
                item.RejectUnknownMembers();
            }
        }

        return found.ToValueList();
    }

    private static OfficeHours? Hours(JsonPart item, Dictionary<object, JsonPart> places)
    {
        ValueList<OfficeSession>? sessions = Sessions(item.Required("sessions"));
        Validity? inForce = item.DateRange();
        JsonPart? seasonPart = item.Optional("season");
        Season? season = seasonPart is null ? null : SeasonOf(seasonPart);
        LegalBasis? basis = Basis(item.Optional("basis"));
        var weekdays = new List<WeekdayHours>();
        JsonPart? own = item.Optional("weekdays");
        foreach ((string name, JsonPart part) in own?.ExpectObject() == true ? own.Members : [])
        {
            if (!WorkCalendarFile.Weekdays.TryGetValue(name, out IsoDayOfWeek weekday))
            {
                string allowed = string.Join(", ", WorkCalendarFile.Weekdays.Keys);
                part.Problem("'" + name + "' không có trong danh sách: " + allowed, "'" + name + "' is not one of: " + allowed);
            }
            else if (Sessions(part) is ValueList<OfficeSession> its)
            {
                weekdays.Add(new WeekdayHours(weekday, its));
                places.Add(weekdays[^1], part);
            }
        }

        return sessions is null || inForce is not Validity period || (seasonPart is not null && season is null)
            ? null
            : new OfficeHours(sessions) { InForce = period, Season = season, Weekdays = weekdays.ToValueList(), Basis = basis };
    }

    private static ReceptionHours? Reception(JsonPart item)
    {
        IsoDayOfWeek? weekday = item.Required("weekday")?.Word(WorkCalendarFile.Weekdays);
        ValueList<OfficeSession>? sessions = Sessions(item.Required("sessions"));
        Validity? inForce = item.DateRange();
        LegalBasis? basis = Basis(item.Optional("basis"));
        return weekday is not IsoDayOfWeek day || sessions is null || inForce is not Validity period
            ? null
            : new ReceptionHours(day, sessions) { InForce = period, Basis = basis };
    }

    private static LocalClosure? Closure(JsonPart item)
    {
        LocalDate? first = item.Required("first_day")?.Date();
        LocalDate? last = item.Required("last_day")?.Date();
        BilingualText? name = item.Required("name")?.Bilingual();
        LegalBasis? basis = Basis(item.Required("basis"));
        LocalDate? knownOn = item.Optional("known_on")?.Date();
        return first is not LocalDate start || last is not LocalDate end || name is null || basis is null
            ? null
            : new LocalClosure(start, end, name, basis) { KnownOn = knownOn };
    }

    private static Season? SeasonOf(JsonPart part)
    {
        if (!part.ExpectObject())
        {
            return null;
        }

        AnnualDate? from = DayOf(part.Required("from"));
        AnnualDate? to = DayOf(part.Required("to"));
        part.RejectUnknownMembers();
        return from is AnnualDate first && to is AnnualDate last ? new Season(first, last) : null;
    }

    private static AnnualDate? DayOf(JsonPart? part)
    {
        if (part?.Text() is not string text)
        {
            return null;
        }

        ParseResult<AnnualDate> result = Day.Parse(text);
        if (result.Success)
        {
            return result.Value;
        }

        part.Problem("'" + text + "' không phải ngày dạng tháng-ngày", "'" + text + "' is not a day of the form month-day");
        return null;
    }

    private static ValueList<OfficeSession>? Sessions(JsonPart? list)
    {
        if (list?.ItemsIfList() is not IReadOnlyList<JsonPart> items)
        {
            return null;
        }

        OfficeSession?[] sessions = [.. items.Select(Session)];
        return sessions.Contains(null) ? null : sessions.Select(s => s!.Value).ToValueList();
    }

    private static OfficeSession? Session(JsonPart part)
    {
        if (part.Text() is not string text)
        {
            return null;
        }

        string[] ends = text.Split('-');
        if (ends.Length == 2 && Time.Parse(ends[0]).TryGetValue(default, out LocalTime start) && Time.Parse(ends[1]).TryGetValue(default, out LocalTime end))
        {
            return new OfficeSession(start, end);
        }

        part.Problem("'" + text + "' không phải buổi dạng 07:30-11:30", "'" + text + "' is not a session of the form 07:30-11:30");
        return null;
    }

    private static LegalBasis? Basis(JsonPart? part) => part?.Bilingual() is BilingualText citation ? new LegalBasis(citation) : null;
}
