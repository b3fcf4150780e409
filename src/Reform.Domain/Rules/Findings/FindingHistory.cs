using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>Follows findings from day to day: a run updates what is known, and never doubles it.</summary>
public static class FindingHistory
{
    /// <summary>What is known of one finding after a run.</summary>
    /// <param name="before">What was known; null: it was never found.</param>
    /// <param name="found">The finding as the run found it; null: the object was judged by the rule, and it was not found.</param>
    /// <param name="on">The date of the run.</param>
    /// <returns>What is known now; the very record given where nothing changed; null: it was never found.</returns>
    /// <exception cref="ArgumentException">The run is older than what is known, the finding is another, or it comes of a simulation.</exception>
    public static FindingRecord? After(FindingRecord? before, Finding? found, LocalDate on)
    {
        if (found is { SimulatedOn: not null } or { IsToCome: true })
        {
            throw new ArgumentException("What a simulation, or a rule to come, finds does not enter the history.", nameof(found));
        }

        if (before is not null && (on < LastDateOf(before) || (found is not null && found.Key != before.Finding.Key)))
        {
            throw new ArgumentException("The run is older than what is known, or is about another finding.", nameof(on));
        }

        return (before, found) switch
        {
            (null, null) => null,
            (null, not null) => Opened(found, on),
            ({ State: FindingState.Resolved }, null) => before,
            (not null, null) => before with
            {
                State = FindingState.Resolved,
                History = Add(before.History, new FindingEvent(FindingEventKind.Resolved, on, null, null)),
            },
            _ => Again(before, found, on),
        };
    }

    private static FindingRecord Opened(Finding found, LocalDate on)
    {
        var record = new FindingRecord(
            found, FindingState.Open, on, on, ValueList.Create<FindingEvent>([new FindingEvent(FindingEventKind.Opened, on, found.Verdict, null)]));
        return found.Waiver is null ? record : WithWaiver(record, found, on);
    }

    private static FindingRecord Again(FindingRecord before, Finding found, LocalDate on)
    {
        FindingRecord record = before with { Finding = found, LastFoundOn = on };
        if (before.State == FindingState.Resolved)
        {
            record = record with
            {
                State = FindingState.Open,
                History = Add(record.History, new FindingEvent(FindingEventKind.Reopened, on, found.Verdict, null)),
            };
        }
        else if (IsOther(before.Finding, found))
        {
            record = record with { History = Add(record.History, new FindingEvent(FindingEventKind.Changed, on, found.Verdict, found.Waiver?.Id)) };
        }

        return WithWaiver(record, found, on);
    }

    private static FindingRecord WithWaiver(FindingRecord record, Finding found, LocalDate on) => (record.State, found.Waiver) switch
    {
        (FindingState.Open, Waiver waiver) => record with
        {
            State = FindingState.Waived,
            History = Add(record.History, new FindingEvent(FindingEventKind.Waived, on, found.Verdict, waiver.Id)),
        },
        (FindingState.Waived, null) => record with
        {
            State = FindingState.Open,
            History = Add(record.History, new FindingEvent(FindingEventKind.WaiverEnded, on, found.Verdict, null)),
        },
        _ => record,
    };

    // Days that pass change the figures of a reason every day: that is no other finding.
    private static bool IsOther(Finding before, Finding now) =>
        before.Verdict != now.Verdict || before.Reason.Code != now.Reason.Code || before.RuleHash != now.RuleHash || !before.Missing.Equals(now.Missing);

    private static LocalDate LastDateOf(FindingRecord record) =>
        record.History.Count == 0 ? record.LastFoundOn : LocalDate.Max(record.LastFoundOn, record.History[^1].On);

    private static ValueList<FindingEvent> Add(ValueList<FindingEvent> history, FindingEvent one) => ValueList.Create<FindingEvent>([.. history, one]);
}
