using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Pilots;

/// <summary>Proposals and what happened to them, as it was recorded (ghi nhận thí điểm).</summary>
public sealed record PilotRecords
{
    /// <summary>The proposals.</summary>
    public ValueList<Recorded<PilotProposal>> Proposals { get; init; } = [];

    /// <summary>What happened.</summary>
    public ValueList<Recorded<PilotEvent>> Events { get; init; } = [];
}

/// <summary>The register of pilots (sổ thí điểm); immutable, shared; as known at any moment.</summary>
/// <remarks>
/// What breaks a rule, such as a report that was sent without a decision of the Board, is recorded and found by the rules; refused is only
/// what cannot be: an answer of Central to what was never sent, two answers, an evaluation of what was never approved.
/// </remarks>
public sealed class PilotRegister
{
    private readonly Dictionary<string, PilotProposal> proposals;
    private readonly ILookup<string, PilotEvent> events;

    /// <summary>Creates a register.</summary>
    /// <param name="records">The proposals and what happened.</param>
    /// <exception cref="RecordInputException">
    /// The records contradict each other; every problem is listed. Codes beside the general ones: unknown_pilot, before_draft, open_period,
    /// never_sent, answered_twice, sent_twice, never_approved, stopped_twice, beyond_proposal, nothing_covered.
    /// </exception>
    public PilotRegister(PilotRecords records)
        : this(records, null) => new PilotChecks(records).ThrowIfAny();

    private PilotRegister(PilotRecords records, Instant? knownAt)
    {
        ArgumentNullException.ThrowIfNull(records);
        AllRecords = records;
        KnownAt = knownAt;
        Instant moment = knownAt ?? Instant.MaxValue;
        Proposals = Recorded.StandingAt(records.Proposals, moment).Select(r => r.Fact!).OrderBy(p => p.Id, StringComparer.Ordinal).ToValueList();
        proposals = [];
        foreach (PilotProposal proposal in Proposals)
        {
            proposals.TryAdd(proposal.Id, proposal);
        }

        events = Recorded.StandingAt(records.Events, moment).Select(r => r.Fact!).OrderBy(e => e.On).ToLookup(e => e.PilotId, StringComparer.Ordinal);
    }

    /// <summary>Every record, those that were corrected too.</summary>
    public PilotRecords AllRecords { get; }

    /// <summary>The moment of record that this register shows; null: everything that is recorded.</summary>
    public Instant? KnownAt { get; }

    /// <summary>The proposals that stand, by their identifiers.</summary>
    public ValueList<PilotProposal> Proposals { get; }

    /// <summary>The register as it stood at a moment.</summary>
    /// <param name="knownAt">The moment.</param>
    /// <returns>A register that answers the same questions.</returns>
    public PilotRegister AsKnownAt(Instant knownAt) => new(AllRecords, knownAt);

    /// <summary>A pilot on a date.</summary>
    /// <param name="pilotId">The pilot.</param>
    /// <param name="on">The date; what happened after it plays no part.</param>
    /// <returns>How it stands; null: there is no such pilot on that date.</returns>
    public PilotStanding? On(string pilotId, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(pilotId);
        return proposals.TryGetValue(pilotId, out PilotProposal? proposal) && proposal.DraftedOn <= on
            ? new PilotStanding(proposal, on, events[pilotId].Where(e => e.On <= on).ToValueList())
            : null;
    }

    /// <summary>Every pilot on a date.</summary>
    /// <param name="on">The date.</param>
    /// <returns>How they stand, by their identifiers.</returns>
    public ValueList<PilotStanding> On(LocalDate on) => Proposals.Select(p => On(p.Id, on)).OfType<PilotStanding>().ToValueList();

    /// <summary>Whether a unit may depart from the rules on a date under a pilot (được làm khác quy định).</summary>
    /// <param name="pilotId">The pilot.</param>
    /// <param name="procedureCode">The procedure.</param>
    /// <param name="unitId">The unit.</param>
    /// <param name="on">The date of what is done.</param>
    /// <returns>Yes or no, with the reason.</returns>
    public PilotPermission MayDeviate(string pilotId, string procedureCode, string unitId, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(procedureCode);
        ArgumentNullException.ThrowIfNull(unitId);
        return PilotPermission.Of(pilotId, On(pilotId, on), procedureCode, unitId, on);
    }
}
