using System.CommandLine;
using System.Globalization;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Cases;
using Reform.Domain.DataFiles;
using Reform.Domain.Deadlines;
using Reform.Domain.Simulation;
using Reform.Domain.Values;
using Reform.Grpc.Cases;

namespace Reform.Grpc.CommandLine;

/// <summary>What if: the cases of a log under another limit or calendar, or without an activity. The log is not touched.</summary>
internal static class SimulateCommand
{
    public static Command Create()
    {
        var common = new CommonOptions();
        var limit = new Option<string?>("--limit") { Description = "The assumed limit, from the receipt: amount:unit, such as 42:calendar_day or 30:working_day." };
        var calendar = new Option<string?>("--calendar")
        {
            Description = "The assumed calendar: every-day (no rest days), weekdays (rest on Saturday and Sunday), vietnam, or a calendar file. "
                + "Without it that of the mapping.",
        };
        var activity = new Option<string?>("--without-activity") { Description = "The activity that is done away with, with the days before it." };
        var differences = new Option<bool>("--differences") { Description = "With --output json: list every case that would stand otherwise." };
        var command = new Command("simulate", "What if: the cases of an event log under another limit or calendar, or without an activity.")
        {
            limit, calendar, activity, differences,
        };
        common.AddTo(command);
        command.SetAction(parsed => ReformCommands.Guarded(parsed.GetValue(common.Language), () =>
        {
            CaseContext context = Files.LoadContext(parsed.GetRequiredValue(common.Mapping), parsed.GetValue(common.AsOf));
            var assumption = new Assumption
            {
                Limit = parsed.GetValue(limit) is string text ? LimitOf(text) : null,
                Calendar = parsed.GetValue(calendar) is string name ? CalendarOf(name) : null,
                WithoutActivity = parsed.GetValue(activity),
            };
            Check(assumption, context);
            return Run(
                parsed.GetRequiredValue(common.Log), context, assumption, parsed.GetValue(common.Language),
                parsed.GetValue(common.Output) == "json", parsed.GetValue(differences));
        }));
        return command;
    }

    private static int Run(FileInfo log, CaseContext context, Assumption assumption, Language language, bool asJson, bool withDifferences)
    {
        using FileStream stream = Files.Open(log);
        using var differences = new JsonItemsBuffer(asJson && withDifferences);
        var tally = new SimulationTally();
        LogProgress.Show(stream, language, () =>
        {
            foreach (LoggedCase file in LogReading.Cases(stream, context.Mapping, new DataQuality(), Files.NameOf(log)))
            {
                SimulatedCase one = Simulator.Of(new LoggedCaseInContext(file, context), assumption);
                tally.Add(one);
                if (one.Differs && differences.IsWanted)
                {
                    differences.Add(json => SimulationText.WriteDifference(json, one));
                }
            }
        });
        if (asJson)
        {
            using Stream output = Console.OpenStandardOutput();
            SimulationText.WriteJson(output, tally.Report(), context.Mapping.IsSynthetic, differences);
        }
        else
        {
            SimulationText.WriteTables(Consoles.Output(), tally.Report(), context, language);
        }

        return 0;
    }

    private static void Check(Assumption assumption, CaseContext context)
    {
        if (assumption.Limit is null && assumption.Calendar is null && assumption.WithoutActivity is null)
        {
            throw Problem("", "phải nêu ít nhất một giả định", "state what is assumed: --limit, --calendar or --without-activity");
        }

        if (assumption.Limit is not null && assumption.Calendar is null && context.Calendar is null)
        {
            throw Problem("--limit", "cần lịch làm việc: nêu --calendar, hoặc 'calendar' trong tệp ánh xạ", "needs a calendar: give --calendar, or 'calendar' in the mapping");
        }

        if (assumption.Calendar is not null && assumption.Limit is null && context.Procedures is null)
        {
            throw Problem(
                "--calendar", "chỉ thay đổi hạn khi có --limit hoặc danh mục thủ tục", "changes nothing without --limit or the procedures of the mapping: deadlines that are written stay");
        }
    }

    private static TimeLimit LimitOf(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !int.TryParse(text[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out int amount)
            || !TimeUnits.TryParse(text[(colon + 1)..], out TimeUnit unit))
        {
            throw Problem("--limit", "'" + text + "' không có dạng 42:calendar_day", "'" + text + "' is not of the form 42:calendar_day; units: " + string.Join(", ", TimeUnits.Codes.Keys));
        }

        if (unit is TimeUnit.NextEvent or TimeUnit.SameDay or TimeUnit.Immediate || amount < 1 || amount > TimeLimit.Most(unit))
        {
            string most = TimeLimit.Most(unit).ToString(CultureInfo.InvariantCulture);
            throw Problem("--limit", "đơn vị không có số lượng, hoặc số lượng ngoài 1-" + most, "the unit has no amount, or the amount is not in 1-" + most);
        }

        return new TimeLimit(amount, unit);
    }

    private static WorkCalendar CalendarOf(string name)
    {
        switch (name)
        {
            case "vietnam":
                return WorkCalendar.VietnamStateAgencies;
            case "every-day":
                return Plain(name, "Ngày nào cũng làm việc", "Every day is worked");
            case "weekdays":
                return Plain(name, "Nghỉ thứ Bảy và Chủ nhật", "Rest on Saturday and Sunday", IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday);
            default:
                var file = new FileInfo(name);
                using (FileStream stream = Files.Open(file))
                {
                    return WorkCalendarFile.Read(stream, Files.NameOf(file));
                }
        }
    }

    private static WorkCalendar Plain(string id, string vietnamese, string english, params IsoDayOfWeek[] rest) =>
        new(id, new BilingualText(vietnamese, english), new LocalDate(1900, 1, 1), new LocalDate(2200, 1, 1), rest, []);

    private static InvalidDataFileException Problem(string field, string vietnamese, string english) =>
        new([new DataProblem("simulate", null, field, new BilingualText(vietnamese, english))]);
}
