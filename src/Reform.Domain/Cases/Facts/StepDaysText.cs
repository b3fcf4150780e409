using System.Globalization;

namespace Reform.Domain.Cases;

/// <summary>The working days of the steps as one text, such as "1:3 2:5".</summary>
internal static class StepDaysText
{
    public static string? Of(TimeLedger? ledger)
    {
        if (ledger is null)
        {
            return null;
        }

        string days = string.Join(' ', ledger.DaysByStep.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Step}:{s.WorkingDays}")));
        return days.Length == 0 ? null : days;
    }

    public static IReadOnlyList<(int Step, int WorkingDays)> Parse(string? text)
    {
        var steps = new List<(int Step, int WorkingDays)>();
        Parse(text, steps);
        return steps;
    }

    /// <summary>Puts them into a list, in the place of what it held: for whoever reads a million.</summary>
    public static void Parse(ReadOnlySpan<char> text, List<(int Step, int WorkingDays)> steps)
    {
        steps.Clear();
        foreach (Range range in text.Split(' '))
        {
            ReadOnlySpan<char> one = text[range];
            if (!one.IsEmpty)
            {
                int colon = one.IndexOf(':');
                steps.Add((Whole(one[..colon]), Whole(one[(colon + 1)..])));
            }
        }
    }

    private static int Whole(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
