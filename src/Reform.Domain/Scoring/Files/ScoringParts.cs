using NodaTime;
using NodaTime.Text;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>Readers of the small shapes that scoring files share: exact numbers, expressions, measures.</summary>
internal static class ScoringParts
{
    private const int MostShown = 40;

    // What a file may say about anything, for people.
    private static readonly HashSet<string> Remarks = new(
        ["vi", "en", "name", "title", "label", "note", "notes", "comment", "description", "source", "text", "why", "reason", "status", "basis", "expected"],
        StringComparer.Ordinal);

    /// <summary>A decimal number, exactly: a JSON number, or a string that reads as one.</summary>
    public static Fraction? Fraction(this JsonPart part)
    {
        string? text = part.NumberIfAny ?? part.TextIfAny;
        if (Scoring.Fraction.TryParse(text, out Fraction number))
        {
            return number;
        }

        if (text is null)
        {
            part.Problem("phải là số", "must be a number");
        }
        else
        {
            string shown = Shown(text);
            part.Problem("'" + shown + "' không phải số thập phân, hoặc quá lớn", "'" + shown + "' is no decimal number, or too large");
        }

        return null;
    }

    public static int? Count(this JsonPart part)
    {
        if (part.Fraction() is not Fraction number)
        {
            return null;
        }

        if (number.Denominator.IsOne && number.Sign >= 0 && number <= int.MaxValue)
        {
            return (int)number.Numerator;
        }

        part.Problem("phải là số nguyên không âm", "must be a whole number that is not negative");
        return null;
    }

    public static ScoreExpression? Expression(this JsonPart part) => Parsed(part, ScoreExpression.Parse);

    public static ScoreCondition? Condition(this JsonPart part) => Parsed(part, ScoreCondition.Parse);

    /// <summary>An identifier, letter by letter.</summary>
    public static string? Identifier(this JsonPart part) => part.Text() is null ? null : part.TextIfAny;

    /// <summary>A measure: a number, true or false, a date, null for "not done", or a list of pairs of limits.</summary>
    public static MeasureValue? MeasureValue(this JsonPart part)
    {
        if (part.IsNull)
        {
            return new MeasureValue.Date(null);
        }

        if (part.BooleanIfAny is bool flag)
        {
            return flag;
        }

        if (part.IsList)
        {
            return Limits(part);
        }

        if (part.TextIfAny is string text && LocalDatePattern.Iso.Parse(text) is { Success: true, Value: LocalDate date })
        {
            return new MeasureValue.Date(date);
        }

        if (part.IsObject || (part.TextIfAny is string other && !Scoring.Fraction.TryParse(other, out _)))
        {
            part.Problem(
                "phải là số, ngày dạng năm-tháng-ngày có thật, true, false, null hoặc danh sách các cặp thời hạn",
                "must be a number, a date that exists of the form year-month-day, true, false, null or a list of pairs of limits");
            return null;
        }

        return part.Fraction() is Fraction number ? number : null;
    }

    /// <summary>Reports every member that no reader asked for and that is no remark.</summary>
    public static void RejectUnknown(this JsonPart part, params ReadOnlySpan<string> known)
    {
        foreach ((string name, JsonPart member) in part.Members)
        {
            if (!Remarks.Contains(name) && !known.Contains(name))
            {
                member.Problem("trường không xác định", "unknown field");
            }
        }
    }

    public static bool IsRemark(string name) => Remarks.Contains(name);

    /// <summary>The part at a path such as "criteria[0].max", or the last one on the way that there is.</summary>
    public static JsonPart At(this JsonPart root, string path)
    {
        JsonPart place = root;
        foreach (string step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] names = step.Split('[', ']');
            JsonPart? next = place.Find(names[0]);
            for (int i = 1; i < names.Length && next is not null; i += 2)
            {
                next = int.TryParse(names[i], System.Globalization.CultureInfo.InvariantCulture, out int index) && index < next.ItemsIfAny.Count
                    ? next.ItemsIfAny[index]
                    : null;
            }

            if (next is null)
            {
                return place;
            }

            place = next;
        }

        return place;
    }

    private static MeasureValue.Limits Limits(JsonPart part)
    {
        var changes = new List<LimitChange>();
        foreach (JsonPart item in part.ItemsIfAny)
        {
            if (item.ItemsIfAny is not [JsonPart first, JsonPart second])
            {
                item.Problem("phải là một cặp [trước, sau]", "must be a pair [before, after]");
                continue;
            }

            Fraction? before = first.Fraction();
            Fraction? after = second.Fraction();
            if (before?.Sign <= 0)
            {
                first.Problem("thời hạn trước phải lớn hơn 0", "a limit before must be greater than 0");
            }
            else if (after?.Sign < 0)
            {
                second.Problem("thời hạn sau không được âm", "a limit after must not be negative");
            }
            else if (before is not null && after is not null)
            {
                changes.Add(new LimitChange(before.Value, after.Value));
            }
        }

        return new MeasureValue.Limits(changes.ToValueList());
    }

    private static T? Parsed<T>(JsonPart part, Func<string, T> parse)
        where T : class
    {
        if (part.Text() is not string text)
        {
            return null;
        }

        try
        {
            return parse(text);
        }
        catch (ExpressionException e)
        {
            part.Problem(e.Problem.Vietnamese, e.Problem.English);
            return null;
        }
    }

    private static string Shown(string text)
    {
        int length = Math.Min(text.Length, MostShown);
        length = length < text.Length && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        string shown = string.Concat(text.Take(length).Select(c => char.IsControl(c) || c is '\uFFFE' or '\uFFFF' ? '\uFFFD' : c));
        return length < text.Length ? shown + "…" : shown;
    }
}
