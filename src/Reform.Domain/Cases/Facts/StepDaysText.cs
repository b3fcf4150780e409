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

    public static IEnumerable<(int Step, int WorkingDays)> Parse(string? text)
    {
        foreach (string one in text?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            int colon = one.IndexOf(':', StringComparison.Ordinal);
            yield return (Whole(one.AsSpan(0, colon)), Whole(one.AsSpan(colon + 1)));
        }
    }

    private static int Whole(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
