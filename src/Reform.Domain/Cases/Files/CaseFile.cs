using System.Globalization;
using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A case (hồ sơ): its events, and where it stands because of them. Nothing recorded is ever changed: a correction is a new record.</summary>
/// <remarks>
/// <para>
/// Events take effect in the order in which they happened; on one date, those that say no more than the date keep the order in which they were
/// recorded, and a correction has the place of what it corrects. The same records always give the same case.
/// </para>
/// <para>Immutable; safe for use by many threads at once.</para>
/// </remarks>
public sealed class CaseFile : ICaseHistory
{
    private CaseFile(string id, ValueList<Recorded<CaseEvent>> records, CaseEvent[] events, CaseReplay replay)
    {
        Id = id;
        Records = records;
        Events = new ValueList<CaseEvent>(events);
        Receipt = replay.Receipt!;
        State = replay.State;
        HolderUnitId = replay.Holder;
        Outcome = replay.Outcome;
        Result = replay.Result;
        Satisfaction = replay.Satisfaction;
        Steps = replay.Steps.Count == 0 ? [] : replay.Steps.ToValueList();
        Pauses = replay.Pauses.Count == 0 ? [] : replay.Pauses.ToValueList();
        Consultations = replay.Consultations.Count == 0 ? [] : replay.Consultations.ToValueList();
    }

    /// <summary>The identifier (mã hồ sơ); it is on the receipt slip.</summary>
    public string Id { get; }

    /// <summary>Every record, in the order of recording, with those that were corrected.</summary>
    public ValueList<Recorded<CaseEvent>> Records { get; }

    /// <summary>The events that stand, in the order in which they happened.</summary>
    public ValueList<CaseEvent> Events { get; }

    /// <summary>The receipt.</summary>
    public CaseReceived Receipt { get; }

    /// <summary>Where it stands.</summary>
    public CaseState State { get; }

    /// <summary>The unit that holds the file (đơn vị đang giữ hồ sơ), or held it last.</summary>
    public string HolderUnitId { get; }

    /// <summary>What ended the handling: a decision, a refusal or a withdrawal; null while it goes on.</summary>
    public CaseEvent? Outcome { get; }

    /// <summary>The hand-over of the result; null: not yet.</summary>
    public ResultReturned? Result { get; }

    /// <summary>The one satisfaction answer; null: not given.</summary>
    public SatisfactionAnswered? Satisfaction { get; }

    /// <summary>The runs of the steps, in the order in which they began.</summary>
    public ValueList<StepRun> Steps { get; }

    /// <summary>When the clock stood still, in order.</summary>
    public ValueList<CasePause> Pauses { get; }

    /// <summary>The opinions that were asked for, in order.</summary>
    public ValueList<CaseConsultation> Consultations { get; }

    /// <summary>Whether the handling has ended.</summary>
    public bool IsEnded => Outcome is not null;

    IReadOnlyList<CasePause> ICaseHistory.Pauses => Pauses;

    IEnumerable<CaseExtended> ICaseHistory.Extensions => Events.OfType<CaseExtended>();

    /// <summary>Replays a case.</summary>
    /// <param name="id">The identifier of the case.</param>
    /// <param name="records">The records, in the order of recording.</param>
    /// <returns>The case.</returns>
    /// <exception cref="CaseInputException">
    /// A record contradicts another, or an event cannot follow those before it; the field is "records[i]", the code that of the rule
    /// (<see cref="CaseTransitions"/>). That holds for every moment of record: what was recorded at one moment is looked at together.
    /// </exception>
    public static CaseFile From(string id, params IEnumerable<Recorded<CaseEvent>> records)
    {
        CaseInput.NotBlank(nameof(id), id);
        ArgumentNullException.ThrowIfNull(records);
        ValueList<Recorded<CaseEvent>> all = records.ToValueList();
        CaseRecords.Check(all);
        if (!CaseRecords.AreInOrder(all))
        {
            CheckEveryMoment(id, all);
        }

        return Replay(id, all, null) ?? throw Empty();
    }

    /// <summary>The case with further records.</summary>
    /// <param name="records">The records; not recorded before those that are there.</param>
    /// <returns>The case.</returns>
    /// <exception cref="CaseInputException">They contradict what is recorded, or cannot follow it. This case stays as it is.</exception>
    public CaseFile With(params IEnumerable<Recorded<CaseEvent>> records) => From(Id, [.. Records, .. records]);

    /// <summary>The case as it stood at the end of a date, as far as it was known at a moment.</summary>
    /// <param name="date">The date; what happened on it is included.</param>
    /// <param name="knownAt">The moment of record, itself included; null: everything that is recorded.</param>
    /// <returns>The case; null when it was not received by then, or that was not known.</returns>
    public CaseFile? AsOf(LocalDate date, Instant? knownAt = null)
    {
        ValueList<Recorded<CaseEvent>> known = knownAt is Instant moment ? Records.Where(r => r.RecordedAt <= moment).ToValueList() : Records;
        return Replay(Id, known, date);
    }

    /// <summary>The first time that an event of the procedure happened, before the receipt or in the case.</summary>
    /// <param name="milestone">The event, in the words of the procedure's time limits; for example "decision.date".</param>
    /// <returns>Its time, or null.</returns>
    public CaseTime? TimeOf(string milestone)
    {
        if (Receipt.Earlier.FirstOrDefault(e => string.Equals(e.Milestone, milestone, StringComparison.Ordinal)) is EarlierEvent earlier)
        {
            return CaseTime.On(earlier.On);
        }

        foreach (CaseEvent e in Events)
        {
            if (Milestones.IsReachedBy(milestone, e))
            {
                return e.At;
            }
        }

        return null;
    }

    StepRun? ICaseHistory.FirstRunOf(int step) => Steps.FirstOrDefault(s => s.Step == step);

    StepRun? ICaseHistory.LastRunOf(int step) => Steps.LastOrDefault(s => s.Step == step);

    // What was recorded late or corrected must have left a possible case at every moment of record, so that the case can be seen as known then.
    private static void CheckEveryMoment(string id, ValueList<Recorded<CaseEvent>> all)
    {
        for (int i = 1; i < all.Count; i++)
        {
            if (all[i].RecordedAt > all[i - 1].RecordedAt)
            {
                _ = Replay(id, all.Take(i).ToValueList(), null) ?? throw Empty();
            }
        }
    }

    private static CaseInputException Empty() => CaseInputException.Of(
        "empty_case", "records", "hồ sơ không có sự kiện nào", "the case has no event");

    private static CaseFile? Replay(string id, ValueList<Recorded<CaseEvent>> records, LocalDate? until)
    {
        (CaseEvent[] events, int[] places) = CaseRecords.InOrder(records, until);
        if (events.Length == 0)
        {
            return null;
        }

        var replay = new CaseReplay();
        for (int i = 0; i < events.Length; i++)
        {
            if (replay.Take(events[i]) is Reason broken)
            {
                throw new CaseInputException(broken.Code, "records[" + places[i].ToString(CultureInfo.InvariantCulture) + "]", broken.Sentence);
            }
        }

        return new CaseFile(id, records, events, replay);
    }
}
