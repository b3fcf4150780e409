using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>What the events of a case of a log say together, in one pass over them.</summary>
internal readonly struct LoggedCaseEvents
{
    public LoggedCaseEvents(LoggedCase file, LogMapping mapping)
    {
        CaseTime? previous = null;
        SortedSet<string>? tests = null;
        NoteTest(file.Responsible, mapping.TestAccounts, ref tests);
        foreach (LoggedEvent e in file.Events.AsSpan())
        {
            WithoutActivity += e.Activity is null ? 1 : 0;
            WithoutResource += e.Resource is null ? 1 : 0;
            Late += e.IsLate == true ? 1 : 0;
            SupplementRequests += Is(e, mapping.Activities.SupplementRequest);
            Extensions += Is(e, mapping.Activities.Extension);
            Suspensions += Is(e, mapping.Activities.Suspension);
            NoteTest(e.Resource, mapping.TestAccounts, ref tests);
            if (e.Time is not CaseTime time)
            {
                WithoutTime++;
                continue;
            }

            First = First is LocalDate first && first <= time.Date ? first : time.Date;
            Last = Last is LocalDate last && last >= time.Date ? last : time.Date;
            FirstUnordered ??= previous is not null && time.IsBefore(previous) ? e : null;
            BeforeReceipt ??= file.Receipt is CaseTime receipt && time.IsBefore(receipt) ? e : null;
            previous = time;
        }

        TestAccounts = tests?.ToValueList();
    }

    public int WithoutTime { get; }

    public int WithoutActivity { get; }

    public int WithoutResource { get; }

    public int Late { get; }

    public int SupplementRequests { get; }

    public int Extensions { get; }

    public int Suspensions { get; }

    public LocalDate? First { get; }

    public LocalDate? Last { get; }

    /// <summary>The first event that is earlier than the last one before it that has a time.</summary>
    public LoggedEvent? FirstUnordered { get; }

    public LoggedEvent? BeforeReceipt { get; }

    /// <summary>As written, sorted; null: none.</summary>
    public ValueList<string>? TestAccounts { get; }

    private static int Is(LoggedEvent e, string? activity) => activity is not null && string.Equals(e.Activity, activity, StringComparison.Ordinal) ? 1 : 0;

    private static void NoteTest(string? account, ValueList<string> known, ref SortedSet<string>? tests)
    {
        if (account is not null && known.Count > 0 && known.Contains(account, StringComparer.OrdinalIgnoreCase))
        {
            (tests ??= new(StringComparer.Ordinal)).Add(account);
        }
    }
}
