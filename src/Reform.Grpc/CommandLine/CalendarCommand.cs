using System.CommandLine;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;
using Reform.Grpc.Calendars;

namespace Reform.Grpc.CommandLine;

/// <summary>Tells what dates are in the calendars, line by line, and writes a year as an iCalendar file.</summary>
internal static class CalendarCommand
{
    public static Command Create() => new("calendar", "Vietnam's lunar calendar and the work calendar of its state agencies.")
    {
        Lines("lunar", "Reads dates line by line; writes date, lunar year, month, leap 0/1 and day, separated by tabs.", CalendarLines.Lunar),
        Lines("day", "Reads dates line by line; writes date, working 0/1, kind and provisional 0/1, separated by tabs.", CalendarLines.Day),
        Ics(),
    };

    private static Command Lines(string name, string description, LineAnswer answer)
    {
        Option<Language> language = CommonOptions.LanguageOption();
        var command = new Command(name, description) { language };
        command.SetAction(parsed => ReformCommands.Guarded(
            parsed.GetValue(language), () => LineBatch.Run(parsed.GetValue(language), answer)));
        return command;
    }

    private static Command Ics()
    {
        var year = new Option<int>("--year") { Description = "The year.", Required = true };
        Option<LocalDate?> knownOn = CommonOptions.DateOption(
            "--known-on", "The calendar as it was known on this date, year-month-day; by default all that is recorded.");
        Option<Language> language = CommonOptions.LanguageOption();
        var command = new Command("ics", "Writes the days off and make-up days of a year as an iCalendar file, for Outlook and phones.")
        {
            year,
            knownOn,
            language,
        };
        command.SetAction(parsed => ReformCommands.Guarded(
            parsed.GetValue(language), () => WriteIcs(parsed.GetValue(year), parsed.GetValue(knownOn), parsed.GetValue(language))));
        return command;
    }

    private static int WriteIcs(int year, LocalDate? knownOn, Language language)
    {
        WorkCalendar calendar = WorkCalendar.VietnamStateAgencies;
        if (knownOn is LocalDate date)
        {
            calendar = calendar.AsKnownOn(date);
        }

        int first = calendar.Covers.From!.Value.Year;
        int last = calendar.Covers.To!.Value.PlusDays(-1).Year;
        if (year < first || year > last)
        {
            throw new InvalidDataFileException([new DataProblem(calendar.Id, null, "--year", new BilingualText(
                $"lịch có từ năm {first} đến {last}", $"the calendar covers the years {first} to {last}"))]);
        }

        using Stream output = Console.OpenStandardOutput();
        output.Write(ICalendarFile.Write(calendar, year, language));
        output.Flush();
        return 0;
    }
}
