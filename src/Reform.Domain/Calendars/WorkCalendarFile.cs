using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Calendars;

/// <summary>Reads a work calendar from its data file (JSON; comments allowed).</summary>
public static class WorkCalendarFile
{
    private static readonly Dictionary<string, DayKind> DayOffKinds = new(StringComparer.Ordinal)
    {
        ["public_holiday"] = DayKind.PublicHoliday,
        ["compensatory"] = DayKind.CompensatoryDayOff,
        ["swapped"] = DayKind.SwappedDayOff,
    };

    internal static readonly Dictionary<string, IsoDayOfWeek> Weekdays = Enum.GetValues<IsoDayOfWeek>()
        .Where(d => d != IsoDayOfWeek.None).ToDictionary(d => d.ToString(), StringComparer.Ordinal);

    private static readonly BilingualText MakeUpName = new("làm bù", "make-up working day");

    /// <summary>Reads a calendar: days listed one by one, or laws and yearly decisions.</summary>
    /// <param name="stream">The JSON text, UTF-8; read to its end, not closed.</param>
    /// <param name="source">What to call the file in problems.</param>
    /// <returns>The calendar.</returns>
    /// <exception cref="InvalidDataFileException">Something is wrong with the file; every problem is listed with its place.</exception>
    public static WorkCalendar Read(Stream stream, string source = "calendar")
    {
        (JsonFile file, JsonPart root) = JsonFile.Read(stream, source);
        string? id = root.Required("id")?.Text();
        BilingualText? title = root.Required("title")?.Bilingual();
        foreach (string note in (string[])["zone", "synthetic"])
        {
            root.Optional(note);
        }

        Validity? covers = root.Required("covers") is JsonPart range ? ReadRange(range) : null;
        List<IsoDayOfWeek>? rest = root.Required("weekly_rest") is JsonPart list ? ReadWeeklyRest(list) : null;
        JsonPart? laws = root.Optional("laws");
        JsonPart? decisions = root.Optional("decisions");
        if (laws is null && decisions is null)
        {
            return ReadListed(file, root, id, title, covers, rest);
        }

        var statutes = new StatutoryFile(root.Optional("sources"), laws, decisions);
        foreach (string listed in (string[])["days_off", "make_up_days", "known_on"])
        {
            root.Optional(listed)?.Problem(
                "một lịch hoặc liệt kê từng ngày, hoặc dựa trên luật và quyết định", "a calendar either lists its days or rests on laws and decisions");
        }

        root.RejectUnknownMembers();
        file.ThrowIfAnyProblem();
        var content = new StatutoryDays(
            id!, title!, covers!.Value.From!.Value, covers.Value.To!.Value, rest!, statutes.Laws, statutes.Decisions);
        foreach ((object culprit, BilingualText message) in new StatutoryChecks(content).Problems())
        {
            statutes.PlaceOf(culprit).Problem(message.Vietnamese, message.English);
        }

        file.ThrowIfAnyProblem();
        return new WorkCalendar(content);
    }

    private static WorkCalendar ReadListed(
        JsonFile file, JsonPart root, string? id, BilingualText? title, Validity? covers, List<IsoDayOfWeek>? rest)
    {
        root.Optional("sources");
        LocalDate? knownOn = root.Optional("known_on")?.Date();
        List<(JsonPart Place, CalendarDay Day)> days =
            [.. DaysOff(root.Optional("days_off"), knownOn), .. MakeUpDays(root.Optional("make_up_days"), knownOn)];
        root.RejectUnknownMembers();
        CheckDays(days, covers, rest);
        file.ThrowIfAnyProblem();
        return new WorkCalendar(id!, title!, covers!.Value.From!.Value, covers.Value.To!.Value, rest!, days.Select(d => d.Day));
    }

    private static Validity? ReadRange(JsonPart covers)
    {
        if (!covers.ExpectObject())
        {
            return null;
        }

        covers.Required("from");
        covers.Required("to");
        Validity? range = covers.DateRange();
        covers.RejectUnknownMembers();
        if (range is not { From: LocalDate start, To: LocalDate end })
        {
            return null;
        }

        if (Period.DaysBetween(start, end) > CalendarContent.MaxDays)
        {
            covers.Problem("lịch dài quá 400 năm", "a calendar covers at most 400 years");
        }

        return range;
    }

    // Null when a day of the week cannot be read: make-up days are not judged by half a week.
    private static List<IsoDayOfWeek>? ReadWeeklyRest(JsonPart list)
    {
        if (list.ItemsIfList() is not IReadOnlyList<JsonPart> items)
        {
            return null;
        }

        List<IsoDayOfWeek?> days = [.. items.Select(i => i.Word(Weekdays))];
        List<IsoDayOfWeek> rest = [.. days.OfType<IsoDayOfWeek>().Distinct()];
        if (rest.Count > CalendarContent.MaxRestDays)
        {
            list.Problem("phải còn ít nhất một ngày làm việc trong tuần", "at least one day of the week must be worked");
        }

        return days.Contains(null) ? null : rest;
    }

    private static IEnumerable<(JsonPart Place, CalendarDay Day)> DaysOff(JsonPart? list, LocalDate? listKnownOn)
    {
        foreach (JsonPart item in list?.Items() ?? [])
        {
            if (!item.ExpectObject())
            {
                continue;
            }

            LocalDate? date = item.Required("date")?.Date();
            DayKind? kind = item.Required("kind")?.Word(DayOffKinds);
            BilingualText? name = item.Required("name")?.Bilingual();
            string? basis = item.Required("basis")?.Text();
            LocalDate? knownOn = item.Optional("known_on")?.Date() ?? listKnownOn;
            item.RejectUnknownMembers();
            if (date is LocalDate d && kind is DayKind k && name is not null && basis is not null)
            {
                yield return (item, new CalendarDay(d, k, name, LegalBasis.Citing(basis)) { KnownOn = knownOn });
            }
        }
    }

    private static IEnumerable<(JsonPart Place, CalendarDay Day)> MakeUpDays(JsonPart? list, LocalDate? listKnownOn)
    {
        foreach (JsonPart item in list?.Items() ?? [])
        {
            if (!item.ExpectObject())
            {
                continue;
            }

            LocalDate? date = item.Required("date")?.Date();
            item.Optional("for")?.Date();
            string? basis = item.Required("basis")?.Text();
            LocalDate? knownOn = item.Optional("known_on")?.Date() ?? listKnownOn;
            item.RejectUnknownMembers();
            if (date is LocalDate d && basis is not null)
            {
                yield return (item, new CalendarDay(d, DayKind.MakeUpWorkingDay, MakeUpName, LegalBasis.Citing(basis)) { KnownOn = knownOn });
            }
        }
    }

    private static void CheckDays(List<(JsonPart Place, CalendarDay Day)> days, Validity? covers, List<IsoDayOfWeek>? rest)
    {
        var seen = new HashSet<LocalDate>();
        foreach ((JsonPart place, CalendarDay day) in days)
        {
            if (covers is Validity range && !range.Contains(day.Date))
            {
                place.Problem("ngày nằm ngoài phạm vi của lịch", "the date lies outside the calendar");
            }

            if (!seen.Add(day.Date))
            {
                place.Problem("ngày bị lặp lại", "the date stands twice");
            }

            if (day.Kind == DayKind.MakeUpWorkingDay && rest?.Contains(day.Date.DayOfWeek) == false)
            {
                place.Problem("ngày làm bù phải là ngày nghỉ hằng tuần", "a make-up day must be a weekly rest day");
            }
        }
    }
}
