using System.Globalization;
using System.Text.Json;
using Google.Rpc;
using Google.Type;
using Reform.Calendars.V1;
using Reform.Deadlines.V1;
using Reform.Testing;

namespace Reform.Grpc.Tests.Deadlines;

/// <summary>A conformance vector as a question of the contract, and an answer of the contract as the vectors write it.</summary>
internal sealed record Vector(string Id, DeadlineQuestion Question, string Expected)
{
    // No message can carry these: an amount of 1.5, and one beyond 32 bits.
    private static readonly string[] OnlyInJson = ["ER-52", "ER-59"];

    public static IReadOnlyList<Vector> All(string file) =>
        [.. File.ReadLines(Conformance.PathOf("deadlines", file)).Select(Parse).Where(v => !OnlyInJson.Contains(v.Id))];

    public static string AnswerOf(Deadline? deadline, Google.Rpc.Status? error)
    {
        if (error is not null)
        {
            ErrorInfo info = error.GetDetail<ErrorInfo>();
            return info.Reason == "CALENDAR_RANGE" ? "error calendar" : "error " + Root(error.GetDetail<BadRequest>().FieldViolations.Single().Field);
        }

        return deadline!.DueKind switch
        {
            DueKind.Date => "date " + Civil.Text(deadline.DueDate) + " " + deadline.Provisional,
            DueKind.Instant => "instant " + Civil.Text(deadline.DueAt) + " " + deadline.Provisional,
            _ => "none  " + deadline.Provisional,
        };
    }

    private static Vector Parse(string line)
    {
        JsonElement vector = JsonDocument.Parse(line).RootElement;
        JsonElement input = vector.GetProperty("input");
        JsonElement expected = vector.GetProperty("expected");
        string answer = expected.TryGetProperty("error", out JsonElement error)
            ? "error " + error.GetString()
            : expected.GetProperty("due_kind").GetString() + " " + expected.GetProperty("due").GetString() + " " + expected.GetProperty("provisional").GetBoolean();
        return new Vector(input.GetProperty("id").GetString()!, QuestionOf(input), answer);
    }

    private static DeadlineQuestion QuestionOf(JsonElement input)
    {
        var terms = new DeadlineTerms { Limit = Limit(input.GetProperty("unit").GetString()!, IntOf(input, "amount")) };
        foreach (JsonElement pair in List(input, "suspensions"))
        {
            terms.Suspensions.Add(new Suspension
            {
                FromDate = Civil.Date(pair[0].GetString()!),
                ToDate = pair[1].GetString() is string to ? Civil.Date(to) : null,
            });
        }

        terms.Extensions.AddRange(List(input, "extensions").Select(p => new Extension { Length = Limit(p[0].GetString()!, p[1].GetInt32()) }));
        var question = new DeadlineQuestion { Terms = terms };
        if (input.TryGetProperty("received", out JsonElement received))
        {
            question.ReceivedAt = Civil.Moment(received.GetString()!);
        }

        if (input.TryGetProperty("before", out JsonElement before))
        {
            Start(question, before.GetString()!, input);
        }

        if (input.TryGetProperty("policy", out JsonElement policy))
        {
            terms.Policy = new DeadlinePolicy();
            foreach (JsonProperty choice in policy.EnumerateObject())
            {
                Choose(question, choice.Name, choice.Value.GetString()!);
            }
        }

        return question;
    }

    private static void Start(DeadlineQuestion question, string before, JsonElement input)
    {
        if (input.TryGetProperty("bound", out JsonElement bound))
        {
            question.BeforeDate = Civil.Date(before);
            question.Bound = bound.GetString() == "inclusive" ? Bound.Inclusive : Bound.Exclusive;
        }
        else
        {
            question.BeforeTime = Civil.Moment(before);
        }
    }

    private static void Choose(DeadlineQuestion question, string name, string value)
    {
        DeadlinePolicy policy = question.Terms.Policy;
        switch (name, value)
        {
            case ("half_day", "4_working_hours"):
                policy.HalfDay = HalfDayPolicy.FourWorkingHours;
                break;
            case ("leap_day", "1_march"):
                policy.LeapDay = LeapDayPolicy.March1;
                break;
            case ("suspension", "restart"):
                policy.Supplement = SupplementRegime.RestartFromZero;
                break;
            case ("cut_off", _):
                (policy.Intake ??= new IntakePolicy()).CutOff = new TimeOfDay { Hours = Number(value[..2]), Minutes = Number(value[3..]) };
                break;
            case ("day_off", "next_working_day"):
                (policy.Intake ??= new IntakePolicy()).MovesDaysOff = true;
                break;
            case ("roll", _):
                policy.Roll = Roll(value);
                break;
            case ("backward_roll", _):
                policy.BackwardRoll = Roll(value);
                break;
            case ("tolerance", _):
                question.Terms.Tolerance = Limit(value.Split(' ')[1], Number(value.Split(' ')[0]));
                break;
            case ("extension_cap", _):
                question.Terms.ExtensionCap = new ExtensionCap { Basis = "Quy trình", Times = Number(value) };
                break;
            case ("known_on", _):
                question.Calendar = new CalendarSelection { KnownOn = Civil.Date(value) };
                break;
            default:
                throw new InvalidOperationException("unknown policy " + name + "=" + value);
        }
    }

    private static RollPolicy Roll(string value) => value switch
    {
        "next_working_day" => RollPolicy.NextWorkingDay,
        "previous_working_day" => RollPolicy.PreviousWorkingDay,
        "stay" => RollPolicy.Stay,
        _ => throw new InvalidOperationException("unknown roll " + value),
    };

    private static TimeLimit Limit(string unit, int amount) => new()
    {
        Amount = amount,
        Unit = Enum.TryParse(unit.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out TimeUnit known) ? known : TimeUnit.Unspecified,
    };

    private static JsonElement.ArrayEnumerator List(JsonElement input, string name) =>
        input.TryGetProperty(name, out JsonElement list) ? list.EnumerateArray() : default;

    private static int IntOf(JsonElement input, string name) =>
        input.TryGetProperty(name, out JsonElement value) && value.TryGetInt32(out int number) ? number : 0;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    // The field of the vectors in "question.terms.extensions[0].length.amount".
    private static string Root(string field)
    {
        string[] parts = [.. field.Split('.').Select(p => p.Split('[')[0])];
        return parts switch
        {
            ["question", "terms", "limit", string part] => part,
            ["question", "terms", string part, ..] => part,
            ["question", "received_at" or "received_on"] => "received",
            _ => field,
        };
    }
}
