namespace Reform.Domain.Calendars;

/// <summary>The runs of provisional days of a calendar, few in number, to ask about a whole range at once.</summary>
internal sealed class ProvisionalSpans
{
    private readonly List<int> firsts = [];
    private readonly List<int> lasts = [];

    public ProvisionalSpans(ReadOnlySpan<DayMark> marks)
    {
        for (int i = 0; i < marks.Length; i++)
        {
            if (marks[i].IsProvisional)
            {
                if (lasts.Count > 0 && lasts[^1] == i - 1)
                {
                    lasts[^1] = i;
                }
                else
                {
                    firsts.Add(i);
                    lasts.Add(i);
                }
            }
        }
    }

    /// <summary>Whether a day from an offset to another, both included, is provisional.</summary>
    public bool Touch(int from, int to)
    {
        int found = lasts.BinarySearch(from);
        int span = found >= 0 ? found : ~found;   // the first that does not end before
        return span < lasts.Count && firsts[span] <= to && from <= to;
    }
}
