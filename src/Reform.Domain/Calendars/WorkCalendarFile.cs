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

    private static readonly Dictionary<string, IsoDayOfWeek> Weekdays = Enum.GetValues<IsoDayOfWeek>()
        .Where(d => d != IsoDayOfWeek.None).ToDictionary(d => d.ToString(), StringComparer.Ordinal);

    private static readonly BilingualText MakeUpName = new("làm bù", "make-up working day");

    /// <summary>Reads a calendar.</summary>
    /// <param name="stream">The JSON text, UTF-8; read to its end, not closed.</param>
    /// <param name="source">What to call the file in problems.</param>
    /// <returns>The calendar.</returns>
    /// <exception cref="InvalidDataFileException">Something is wrong with the file; every problem is listed with its place.</exception>
    public static WorkCalendar Read(Stream stream, string source = "calendar")
    {
        (JsonFile file, JsonPart root) = JsonFile.Read(stream, source);
        string? id = root.Required("id")?.Text();
        BilingualText? title = root.Required("title")?.Bilingual();
        foreach (string note in (string[])["zone", "sources", "synthetic"])
        {
            root.Optional(note);
        }

        JsonPart? covers = root.Required("covers");
        (LocalDate? from, LocalDate? to) = covers is not null && covers.ExpectObject() ? covers.DateRange() : (null, null);
        if (covers is not null && (from is null || to is null))
        {
            covers.Problem("cần cả 'from' và 'to'", "needs both 'from' and 'to'");
        }

        covers?.RejectUnknownMembers();
        List<IsoDayOfWeek> rest = [.. (root.Required("weekly_rest")?.Items() ?? []).Select(i => i.Word(Weekdays)).OfType<IsoDayOfWeek>()];
        List<(JsonPart Place, CalendarDay Day)> days =
            [.. DaysOff(root.Optional("days_off")), .. MakeUpDays(root.Optional("make_up_days"))];
        root.RejectUnknownMembers();
        if (from is LocalDate start && to is LocalDate end)
        {
            CheckDays(days, new Validity(start, end), rest);
            file.ThrowIfAnyProblem();
            return new WorkCalendar(id!, title!, start, end, rest, days.Select(d => d.Day));
        }

        file.ThrowIfAnyProblem();
        throw new InvalidOperationException("A calendar without its range was not reported.");
    }

    private static IEnumerable<(JsonPart Place, CalendarDay Day)> DaysOff(JsonPart? list)
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
            item.RejectUnknownMembers();
            if (date is LocalDate d && kind is DayKind k && name is not null && basis is not null)
            {
                yield return (item, new CalendarDay(d, k, name, LegalBasis.Citing(basis)));
            }
        }
    }

    private static IEnumerable<(JsonPart Place, CalendarDay Day)> MakeUpDays(JsonPart? list)
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
            item.RejectUnknownMembers();
            if (date is LocalDate d && basis is not null)
            {
                yield return (item, new CalendarDay(d, DayKind.MakeUpWorkingDay, MakeUpName, LegalBasis.Citing(basis)));
            }
        }
    }

    private static void CheckDays(List<(JsonPart Place, CalendarDay Day)> days, Validity covers, List<IsoDayOfWeek> rest)
    {
        var seen = new HashSet<LocalDate>();
        foreach ((JsonPart place, CalendarDay day) in days)
        {
            if (!covers.Contains(day.Date))
            {
                place.Problem("ngày nằm ngoài phạm vi của lịch", "the date lies outside the calendar");
            }

            if (!seen.Add(day.Date))
            {
                place.Problem("ngày bị lặp lại", "the date stands twice");
            }

            if (day.Kind == DayKind.MakeUpWorkingDay && !rest.Contains(day.Date.DayOfWeek))
            {
                place.Problem("ngày làm bù phải là ngày nghỉ hằng tuần", "a make-up day must be a weekly rest day");
            }
        }
    }
}
