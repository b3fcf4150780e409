using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>The days of a suspension that are not counted, both ends included.</summary>
/// <param name="First">The first such day.</param>
/// <param name="Last">The last such day; the last date there is while the suspension lasts.</param>
/// <param name="IsOpen">Whether the suspension lasts.</param>
/// <param name="Index">The place of the suspension in the terms.</param>
internal readonly record struct SuspendedRun(LocalDate First, LocalDate Last, bool IsOpen, int Index)
{
    public LocalDateTime Start => First.AtMidnight();

    /// <summary>The midnight that ends it; not to be asked of a run that lasts.</summary>
    public LocalDateTime End => Last.PlusDays(1).AtMidnight();

    public int Length => Period.DaysBetween(First, Last) + 1;

    /// <summary>The runs in their order; suspensions without days give none.</summary>
    public static ValueList<SuspendedRun> Of(ValueList<Suspension> suspensions)
    {
        ArgumentNullException.ThrowIfNull(suspensions);
        var runs = new List<SuspendedRun>(suspensions.Count);
        for (int i = 0; i < suspensions.Count; i++)
        {
            Suspension s = suspensions[i];
            ArgumentNullException.ThrowIfNull(s, nameof(suspensions));
            if (s.To != s.From)
            {
                runs.Add(new SuspendedRun(s.From.PlusDays(1), s.To ?? LocalDate.MaxIsoValue, s.IsOpen, i));
            }
        }

        runs.Sort((a, b) => a.First.CompareTo(b.First));
        for (int i = 1; i < runs.Count; i++)
        {
            if (runs[i].First <= runs[i - 1].Last)
            {
                throw InvalidTermsException.SuspensionsOverlap(runs[i].Index, runs[i].First);
            }
        }

        return runs.ToValueList();
    }
}
