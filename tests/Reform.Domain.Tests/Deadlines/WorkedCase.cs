using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.Tests.Deadlines.Reference;
using Reform.Testing;

namespace Reform.Domain.Tests.Deadlines;

/// <summary>One line of worked-cases.csv: a limit worked out from the law's words, with the reason in words.</summary>
internal sealed record WorkedCase(
    string Id,
    Count Limit,
    ReferenceQuestion? Question,
    (LocalDateTime Moment, bool? Inclusive)? Before,
    ReferencePolicy Policy,
    LocalDate? KnownOn,
    string PolicyCell,
    string Due,
    string ReasonVi,
    string ReasonEn,
    string Source)
{
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    private static readonly Lazy<IReadOnlyList<WorkedCase>> Table = new(() =>
        [.. CsvTable.Read(Repository.PathOf("tests", "Reform.Domain.Tests", "Deadlines", "worked-cases.csv")).Select(Parse)]);

    public static IReadOnlyList<WorkedCase> All => Table.Value;

    private static WorkedCase Parse(IReadOnlyDictionary<string, string> row)
    {
        string[] words = row["limit"].Split(' ');
        (ReferencePolicy policy, LocalDate? knownOn) = ParsePolicy(row["policy"]);
        bool backward = words.Length >= 3 && words[2] == "before";
        Count limit = words.Length == 1 ? new Count(1, words[0]) : ParseCount(words[0] + " " + words[1]);
        return new WorkedCase(
            row["id"],
            limit,
            backward ? null : new ReferenceQuestion(
                ParseMoment(row["received"]), limit, [.. List(row["suspensions"]).Select(ParseWait)],
                [.. List(row["extensions"]).Select(ParseCount)], policy)
            {
                Cap = List(row["policy"]).Where(c => c.StartsWith("extension_cap=", StringComparison.Ordinal))
                    .Select(c => new Cap(int.Parse(c["extension_cap=".Length..], CultureInfo.InvariantCulture), null)).SingleOrDefault(),
                Tolerance = List(row["policy"]).Where(c => c.StartsWith("tolerance=", StringComparison.Ordinal))
                    .Select(c => (Count?)ParseCount(c["tolerance=".Length..])).SingleOrDefault(),
            },
            !backward ? null : words.Length == 3
                ? (ParseMoment(row["received"]), null)
                : (ParseDate(row["received"]).AtMidnight(), words[3] == "inclusive"),
            policy,
            knownOn,
            row["policy"],
            row["due"],
            row["reason_vi"],
            row["reason_en"],
            row["source"]);
    }

    private static string[] List(string cell) => cell.Split("; ", StringSplitOptions.RemoveEmptyEntries);

    private static Count ParseCount(string text) =>
        new(int.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture), text.Split(' ')[1]);

    private static Waiting ParseWait(string text) => new(
        ParseDate(text.Split("..")[0]), text.EndsWith("..", StringComparison.Ordinal) ? null : ParseDate(text.Split("..")[1]));

    private static LocalDate ParseDate(string text) => LocalDatePattern.Iso.Parse(text).GetValueOrThrow();

    private static LocalDateTime ParseMoment(string text) =>
        (text.Length == 16 ? Moment : LocalDateTimePattern.GeneralIso).Parse(text).GetValueOrThrow();

    private static (ReferencePolicy Policy, LocalDate? KnownOn) ParsePolicy(string cell)
    {
        ReferencePolicy policy = ReferencePolicy.Default;
        LocalDate? knownOn = null;
        foreach (string[] choice in List(cell).Select(c => c.Split('=')))
        {
            policy = (choice[0], choice[1]) switch
            {
                ("half_day", "4_working_hours") => policy with { HalfDayIsFourHours = true },
                ("leap_day", "1_march") => policy with { LeapDayTo1March = true },
                ("suspension", "restart") => policy with { Restart = true },
                ("day_off", "next_working_day") => policy with { DayOffToNextWorkingDay = true },
                ("cut_off", string hour) => policy with
                {
                    CutOff = LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(hour).GetValueOrThrow(),
                },
                ("tolerance" or "extension_cap", _) => policy,
                ("roll", "previous_working_day") => policy with { Roll = Rolled.Previous },
                ("roll", "stay") => policy with { Roll = Rolled.Stay },
                ("backward_roll", "next_working_day") => policy with { BackwardRoll = Rolled.Next },
                ("backward_roll", "stay") => policy with { BackwardRoll = Rolled.Stay },
                ("known_on", string date) => With(date),
                _ => throw new InvalidOperationException("unknown policy " + choice[0]),
            };
        }

        return (policy, knownOn);

        ReferencePolicy With(string date)
        {
            knownOn = ParseDate(date);
            return policy;
        }
    }
}
