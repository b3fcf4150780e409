using System.Globalization;
using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Procedures;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>
/// Judges a case while its events come in (giám sát hồ sơ theo sự kiện): what it says after each is what <see cref="CaseClocks"/> and
/// <see cref="CaseFacts"/> say of all events so far.
/// </summary>
/// <remarks>
/// An event that happened after those before it costs the same however many there were: only what it can change is read again, and a limit is
/// counted again when something stopped or lengthened the clock, in the number of the stops. An event recorded late, and a correction, cost a
/// replay. Every event is a moment of record of its own. Not for use by many threads.
/// </remarks>
public sealed class CaseMonitor
{
    private readonly CaseTerms terms;
    private readonly LimitWatch[] limits;
    private readonly List<Recorded<CaseEvent>> records = [];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private CaseHistory history = new();
    private CaseTime? latest;
    private ValueList<CaseDeviation> deviations = [];

    /// <summary>Begins to watch a case.</summary>
    /// <param name="terms">By what its clocks run.</param>
    public CaseMonitor(CaseTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        this.terms = terms;
        limits = [.. terms.Limits.Select(l => new LimitWatch(l))];
    }

    /// <summary>The moment of judgement, Vietnam civil time: that of the latest event, or of a later look; null: there was no event yet.</summary>
    public LocalDateTime? Now { get; private set; }

    /// <summary>Where the case stands; null: there was no event yet.</summary>
    public CaseState? State => records.Count == 0 ? null : history.State;

    /// <summary>Where it departs from its procedure at that moment: steps first, in their order, then time limits in theirs.</summary>
    public ValueList<CaseDeviation> Deviations => deviations;

    /// <summary>How the time limits stand at that moment, in the order of the procedure; as <see cref="CaseClocks.Readings"/>.</summary>
    public IEnumerable<LimitReading> Readings => limits.Select(l => l.Latest).OfType<LimitReading>();

    /// <summary>Takes an event in, and judges the case at its moment; a date alone stands for its midnight.</summary>
    /// <param name="record">The event with its record; not recorded before those that are there.</param>
    /// <returns>The deviations that are new.</returns>
    /// <exception cref="CaseInputException">It contradicts what is recorded, or cannot follow it. The case stays as it is.</exception>
    public ValueList<CaseDeviation> Take(Recorded<CaseEvent> record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (IsNext(record))
        {
            if (history.Take(record.Fact!) is Reason broken)
            {
                throw Refused(broken, records.Count);
            }

            Advance(record.Fact!.At);
        }
        else
        {
            Replay([.. records, record]);
        }

        records.Add(record);
        ids.Add(record.Id);
        LocalDateTime moment = MomentOf(latest!);
        return Look(Now is LocalDateTime before && before > moment ? before : moment);
    }

    /// <summary>Judges the case at a later moment, at which nothing happened.</summary>
    /// <param name="now">The moment, Vietnam civil time; not before <see cref="Now"/>.</param>
    /// <returns>The deviations that are new.</returns>
    /// <exception cref="InvalidOperationException">There was no event yet.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The moment lies before the last one.</exception>
    public ValueList<CaseDeviation> Look(LocalDateTime now)
    {
        if (records.Count == 0)
        {
            throw new InvalidOperationException("There was no event yet.");
        }

        if (Now is LocalDateTime before)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(now, before);
        }

        Now = now;
        var reader = new CaseLimits(history, terms, now);
        foreach (LimitWatch limit in limits)
        {
            limit.Read(reader, history, now);
        }

        ValueList<CaseDeviation> known = deviations;
        deviations = Steps().Concat(limits.Select(l => l.Deviation(terms)).OfType<CaseDeviation>()).ToValueList();
        return deviations.Where(d => !known.Any(k => k.Kind == d.Kind && k.Step == d.Step && k.LimitId == d.LimitId)).ToValueList();
    }

    private bool IsNext(Recorded<CaseEvent> record) =>
        record is { Corrects: null, Fact: CaseEvent e } && !string.IsNullOrWhiteSpace(record.Id) && !ids.Contains(record.Id)
        && (records.Count == 0 || record.RecordedAt >= records[^1].RecordedAt) && (latest is null || !e.At.IsBefore(latest));

    private void Replay(ValueList<Recorded<CaseEvent>> all)
    {
        CaseRecords.Check(all);
        (CaseEvent[] events, int[] places) = CaseRecords.InOrder(all, null);
        var anew = new CaseHistory();
        for (int i = 0; i < events.Length; i++)
        {
            if (anew.Take(events[i]) is Reason broken)
            {
                throw Refused(broken, places[i]);
            }
        }

        if (events.Length == 0)
        {
            throw CaseInputException.Of("empty_case", "records", "hồ sơ không có sự kiện nào", "the case has no event");
        }

        history = anew;
        latest = null;
        Array.ForEach(events, e => Advance(e.At));
        Array.ForEach(limits, l => l.Forget());
    }

    // A date alone says nothing of the hours that lie before it on that date.
    private void Advance(CaseTime at) => latest = latest is not null && at.IsDateOnly && at.Date == latest.Date ? latest : at;

    private IEnumerable<CaseDeviation> Steps()
    {
        bool decided = history.Outcome is CaseDecided;
        foreach (ProcedureStep step in terms.Version.Steps)
        {
            if (history.FirstRunOf(step.Number)?.StartedAt is CaseTime first && step.After is int before
                && (history.DoneAt(before) is not CaseTime ready || first.IsBefore(ready)))
            {
                yield return new CaseDeviation(
                    DeviationKind.StepOutOfOrder, step.Number, null, MonitorReasons.OutOfOrder.Because(null, ("step", step.Number), ("before", before)));
            }

            if (decided && history.DoneAt(step.Number) is null)
            {
                yield return new CaseDeviation(DeviationKind.StepSkipped, step.Number, null, MonitorReasons.Skipped.Because(null, ("step", step.Number)));
            }
        }
    }

    private static LocalDateTime MomentOf(CaseTime time) => time.IsDateOnly ? time.Date.AtMidnight() : time.Date.At(time.Clock!.Value);

    private static CaseInputException Refused(Reason broken, int place) =>
        new(broken.Code, "records[" + place.ToString(CultureInfo.InvariantCulture) + "]", broken.Sentence);
}

/// <summary>Why a case departs from its procedure, where no time limit says it.</summary>
internal static class MonitorReasons
{
    public static readonly ReasonKind OutOfOrder = new(
        "monitored_step_out_of_order",
        "Bước {step} bắt đầu khi bước {before} chưa hoàn thành",
        "Step {step} was begun before step {before} was done");

    public static readonly ReasonKind Skipped = new(
        "monitored_step_skipped", "Đã quyết định nhưng bước {step} chưa được thực hiện", "Decided although step {step} was not done");
}
