using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>The deadlines that a case has had one after another, and which of them counts.</summary>
internal static class DeadlineLedger
{
    /// <summary>The history that stands in an attribute; empty when it has none, and without what cannot be read.</summary>
    public static ValueList<LoggedDeadline> Of(XesAttribute deadline, Func<XesAttribute, CaseTime?> parse)
    {
        if (deadline.Nested.Find(OcelReader.History) is not { } history)
        {
            return [];
        }

        var changes = new List<LoggedDeadline>();
        foreach (XesAttribute item in history.Items)
        {
            XesAttribute? written = item.Nested.Find(OcelReader.HeldFrom);
            CaseTime? from = written is { } text ? parse(text) : null;
            if (parse(item) is CaseTime due && (written is null || from is not null))
            {
                changes.Add(new LoggedDeadline(from, due));
            }
        }

        return changes.ToValueList();
    }

    /// <summary>The last change that held when the case ended, or on the date of judgement; the deadline as written when there is no history.</summary>
    public static CaseTime? InForce(ValueList<LoggedDeadline> changes, CaseTime? end, LocalDate? asOf, CaseTime? written)
    {
        if (changes.Count == 0)
        {
            return written;
        }

        CaseTime? known = null;
        foreach (LoggedDeadline change in changes)
        {
            bool held = change.From is not CaseTime from
                || ((end is null || !end.IsBefore(from)) && (asOf is not LocalDate date || from.Date <= date));
            known = held ? change.Deadline : known;
        }

        return known;
    }
}
