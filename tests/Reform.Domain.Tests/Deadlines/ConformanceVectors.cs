using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.Tests.Deadlines.Reference;

namespace Reform.Domain.Tests.Deadlines;

/// <summary>The worked cases as language-neutral lines of JSON: input, expected answer, why, source.</summary>
internal static class ConformanceVectors
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] BatchUnits =
        ["minute", "hour", "working_hour", "half_day", "working_day", "calendar_day", "week", "month", "year"];

    // Lines that only a reader of JSON can refuse: the table of worked cases cannot hold them.
    private static readonly (string Id, string Input, string Field, string Vi, string En)[] Malformed =
    [
        ("ER-51", """{"unit":"fortnight","amount":1,"received":"2026-06-01T09:00:00"}""", "unit",
            "Không có đơn vị này.", "There is no such unit."),
        ("ER-52", """{"unit":"working_day","amount":1.5,"received":"2026-06-01T09:00:00"}""", "amount",
            "Số lượng phải là số nguyên.", "An amount is a whole number."),
        ("ER-53", """{"unit":"working_day","amount":5,"received":"2026-02-30T09:00:00"}""", "received",
            "Không có ngày 30/2.", "There is no 30 February."),
        ("ER-54", """{"unit":"working_day","amount":5,"received":"2026-06-01T25:00:00"}""", "received",
            "Không có 25 giờ.", "There is no hour 25."),
        ("ER-55", """{"unit":"working_day","amount":5,"received":"2026-06-01T09:00:00","suspensions":[["2026-06-31","2026-07-02"]]}""",
            "suspensions", "Không có ngày 31/6.", "There is no 31 June."),
        ("ER-56", """{"unit":"working_day","amount":5,"received":"2026-06-01T09:00:00","extensions":[["fortnight",1]]}""",
            "extensions", "Không có đơn vị này.", "There is no such unit."),
        ("ER-57", """{"unit":"working_day","received":"2026-06-01T09:00:00"}""", "amount",
            "Thiếu số lượng.", "The amount is missing."),
        ("ER-58", """{"unit":"working_day","amount":5}""", "received", "Thiếu thời điểm nhận.", "The moment of receipt is missing."),
        ("ER-59", """{"unit":"working_day","amount":99999999999,"received":"2026-06-01T09:00:00"}""", "amount",
            "Vượt quá khoảng một trăm năm.", "More than about a hundred years."),
    ];

    public static string Default() => Lines(WorkedCase.All.Where(c => IsBatch(c) && !IsRefused(c)));

    public static string Policies() => Lines(WorkedCase.All.Where(c => c.Before is null && !IsBatch(c)));

    public static string Backward() => Lines(WorkedCase.All.Where(c => c.Before is not null));

    public static string Refused()
    {
        var lines = new StringBuilder(Lines(WorkedCase.All.Where(c => IsBatch(c) && IsRefused(c))));
        foreach ((string id, string input, string field, string vi, string en) in Malformed)
        {
            var withId = new JsonObject { ["id"] = id };
            foreach ((string name, JsonNode? value) in JsonNode.Parse(input)!.AsObject())
            {
                withId[name] = value?.DeepClone();
            }

            lines.Append(Line(withId, new JsonObject { ["id"] = id, ["error"] = field }, vi, en, "Civil Code 91/2015/QH13, Art. 144"));
        }

        return lines.ToString();
    }

    private static bool IsRefused(WorkedCase worked) => worked.Due.StartsWith("error: ", StringComparison.Ordinal);

    private static bool IsBatch(WorkedCase worked) => worked.Question is ReferenceQuestion question
        && worked.PolicyCell.Length == 0
        && BatchUnits.Contains(worked.Limit.Unit)
        && question.Waits.All(w => w.To is not null)
        && question.Extensions.All(e => BatchUnits.Contains(e.Unit));

    private static string Lines(IEnumerable<WorkedCase> cases) =>
        string.Concat(cases.Select(c => Line(Input(c), Expected(c), c.ReasonVi, c.ReasonEn, c.Source)));

    private static string Line(JsonObject input, JsonObject expected, string vi, string en, string source) =>
        new JsonObject
        {
            ["input"] = input,
            ["expected"] = expected,
            ["why"] = new JsonObject { ["vi"] = vi, ["en"] = en },
            ["source"] = source,
        }.ToJsonString(Options) + "\n";

    private static JsonObject Input(WorkedCase worked)
    {
        var input = new JsonObject { ["id"] = worked.Id, ["unit"] = worked.Limit.Unit };
        if (worked.Limit.Unit is not ("same_day" or "immediate"))
        {
            input["amount"] = worked.Limit.Amount;
        }

        if (worked.Before is (LocalDateTime moment, var inclusive))
        {
            input["before"] = inclusive is null ? LocalDateTimePattern.GeneralIso.Format(moment) : LocalDatePattern.Iso.Format(moment.Date);
            if (inclusive is bool counted)
            {
                input["bound"] = counted ? "inclusive" : "exclusive";
            }

            AddPolicy(input, worked.PolicyCell);
            return input;
        }

        ReferenceQuestion question = worked.Question!;
        input["received"] = LocalDateTimePattern.GeneralIso.Format(question.Received);
        input["suspensions"] = new JsonArray([.. question.Waits.Select(w =>
            new JsonArray(LocalDatePattern.Iso.Format(w.From), w.To is LocalDate to ? LocalDatePattern.Iso.Format(to) : null))]);
        input["extensions"] = new JsonArray([.. question.Extensions.Select(e => new JsonArray(e.Unit, e.Amount))]);
        AddPolicy(input, worked.PolicyCell);
        return input;
    }

    private static void AddPolicy(JsonObject input, string cell)
    {
        if (cell.Length > 0)
        {
            var policy = new JsonObject();
            foreach (string[] choice in cell.Split("; ").Select(c => c.Split('=')))
            {
                policy[choice[0]] = choice[1];
            }

            input["policy"] = policy;
        }
    }

    private static JsonObject Expected(WorkedCase worked)
    {
        if (IsRefused(worked))
        {
            return new JsonObject { ["id"] = worked.Id, ["error"] = worked.Due["error: ".Length..] };
        }

        if (worked.Due == "suspended")
        {
            return new JsonObject { ["id"] = worked.Id, ["due_kind"] = "none", ["due"] = null, ["provisional"] = false };
        }

        string due = worked.Due.Split(' ')[0];
        return new JsonObject
        {
            ["id"] = worked.Id,
            ["due_kind"] = due.Contains('T', StringComparison.Ordinal) ? "instant" : "date",
            ["due"] = due,
            ["provisional"] = worked.Due.EndsWith(" provisional", StringComparison.Ordinal),
        };
    }
}
