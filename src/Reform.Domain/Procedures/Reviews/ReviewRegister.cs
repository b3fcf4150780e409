using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Review rounds and their verdicts (sổ rà soát thủ tục); immutable, shared; as known at any moment.</summary>
/// <remarks>
/// Whether a verdict is carried out follows from the procedure: a change by a version that begins after the verdict, a merger or an end by
/// the end of its last version.
/// </remarks>
public sealed class ReviewRegister
{
    private readonly ProcedureCatalogue procedures;

    /// <summary>Creates a register.</summary>
    /// <param name="records">The rounds and verdicts.</param>
    /// <param name="procedures">The procedures that they are about.</param>
    /// <exception cref="ProcedureInputException">The facts contradict each other or the procedures; every problem is listed with its field.</exception>
    public ReviewRegister(ReviewRecords records, ProcedureCatalogue procedures)
        : this(records, procedures, null) => new ReviewChecks(records, procedures).ThrowIfAny();

    private ReviewRegister(ReviewRecords records, ProcedureCatalogue procedures, Instant? knownAt)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(procedures);
        AllRecords = records;
        KnownAt = knownAt;
        this.procedures = procedures;
        Instant moment = knownAt ?? Instant.MaxValue;
        Rounds = Recorded.StandingAt(records.Rounds, moment).Select(r => r.Fact!).ToValueList();
        Verdicts = Recorded.StandingAt(records.Verdicts, moment).Select(r => r.Fact!).ToValueList();
    }

    /// <summary>Every record, those that were corrected too.</summary>
    public ReviewRecords AllRecords { get; }

    /// <summary>The moment of record that this register shows; null: everything that is recorded.</summary>
    public Instant? KnownAt { get; }

    /// <summary>The rounds that stand, in the order in which they were recorded.</summary>
    public ValueList<ReviewRound> Rounds { get; }

    /// <summary>The verdicts that stand, in the order in which they were recorded.</summary>
    public ValueList<ReviewVerdict> Verdicts { get; }

    /// <summary>The register as it stood at a moment.</summary>
    /// <param name="knownAt">The moment.</param>
    /// <returns>A register that answers the same questions.</returns>
    public ReviewRegister AsKnownAt(Instant knownAt) => new(AllRecords, procedures, knownAt);

    /// <summary>A round on a date.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="on">The date; what was decided or done after it plays no part.</param>
    /// <param name="calendar">The work calendar over which what follows is due.</param>
    /// <returns>The round, with an item for every procedure and unit.</returns>
    /// <exception cref="ProcedureInputException">There is no such round; the code is "unknown_round", the field "round".</exception>
    public ReviewReport ReportOn(string roundId, LocalDate on, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(roundId);
        ArgumentNullException.ThrowIfNull(calendar);
        ReviewRound round = Rounds.FirstOrDefault(r => string.Equals(r.Id, roundId, StringComparison.Ordinal))
            ?? throw new ProcedureInputException([new ProcedureProblem("unknown_round", "round", new BilingualText(
                "không có đợt rà soát '" + roundId + "'", "there is no round '" + roundId + "'"))]);
        var verdicts = Verdicts.Where(v => string.Equals(v.RoundId, roundId, StringComparison.Ordinal) && v.DecidedOn <= on)
            .ToDictionary(v => (v.ProcedureCode, v.UnitId));
        ValueList<ReviewItem> items = round.ProcedureCodes
            .SelectMany(p => round.UnitIds.Select(u => Item(round, p, u, verdicts.GetValueOrDefault((p, u)), on, calendar))).ToValueList();
        return new ReviewReport(round, on, items, Disagreements(items).ToValueList());
    }

    private static IEnumerable<Reason> Disagreements(ValueList<ReviewItem> items)
    {
        foreach (IGrouping<string, ReviewItem> group in items.Where(i => i.Verdict is not null).GroupBy(i => i.ProcedureCode, StringComparer.Ordinal))
        {
            if (group.Select(i => (i.Verdict!.Outcome, i.Verdict.MergedInto)).Distinct().Count() > 1)
            {
                ValueList<string> verdicts = group.Select(i => i.Verdict!.Id).ToValueList();
                yield return ReviewReasons.Disagree.Because(null, ("procedure", group.Key), ("verdicts", verdicts));
            }
        }
    }

    private ReviewItem Item(ReviewRound round, string procedure, string unit, ReviewVerdict? verdict, LocalDate on, WorkCalendar calendar)
    {
        if (verdict is null)
        {
            return on > round.DueOn
                ? new ReviewItem(unit, procedure, ReviewState.NotReviewed, null, null, ReviewReasons.NotReviewed.Because(
                    null, ("unit", unit), ("procedure", procedure), ("due", round.DueOn)))
                : new ReviewItem(unit, procedure, ReviewState.Pending, null, null, ReviewReasons.Pending.Because(
                    null, ("procedure", procedure), ("due", round.DueOn)));
        }

        bool late = verdict.DecidedOn > round.DueOn;
        ReasonKind kind = late ? ReviewReasons.Late : ReviewReasons.InTime;
        return new ReviewItem(
            unit,
            procedure,
            late ? ReviewState.ReviewedLate : ReviewState.ReviewedInTime,
            verdict,
            FollowUpOf(verdict, on, calendar),
            kind.Because(null, ("outcome", ReviewReasons.NameOf(verdict.Outcome)), ("decided", verdict.DecidedOn), ("due", round.DueOn)));
    }

    private FollowUp FollowUpOf(ReviewVerdict verdict, LocalDate on, WorkCalendar calendar)
    {
        if (verdict.Outcome == ReviewOutcome.Keep)
        {
            return new FollowUp(FollowUpState.None, null, null, ReviewReasons.Kept.Because(null));
        }

        BilingualText outcome = ReviewReasons.NameOf(verdict.Outcome);
        LocalDate? done = DoneOn(verdict) is LocalDate day && day <= on ? day : null;
        if (DueOf(verdict, calendar) is not LocalDate due)
        {
            return done is LocalDate carried
                ? new FollowUp(FollowUpState.DoneWithoutDue, null, done, ReviewReasons.DoneWithoutDue.Because(null, ("outcome", outcome), ("done", carried)))
                : new FollowUp(FollowUpState.WaitingWithoutDue, null, null, ReviewReasons.WaitingWithoutDue.Because(null, ("outcome", outcome)));
        }

        if (done is not LocalDate at)
        {
            bool overdue = on > due;
            ReasonKind open = overdue ? ReviewReasons.Overdue : ReviewReasons.Waiting;
            return new FollowUp(
                overdue ? FollowUpState.Overdue : FollowUpState.Waiting, due, null, open.Because(null, ("outcome", outcome), ("due", due)));
        }

        ReasonKind kind = at > due ? ReviewReasons.DoneLate : ReviewReasons.DoneInTime;
        return new FollowUp(
            at > due ? FollowUpState.DoneLate : FollowUpState.DoneInTime, due, done, kind.Because(null, ("outcome", outcome), ("done", at), ("due", due)));
    }

    private LocalDate? DoneOn(ReviewVerdict verdict)
    {
        Procedure procedure = procedures.Find(verdict.ProcedureCode)!;
        return verdict.Outcome == ReviewOutcome.Amend
            ? procedure.Versions.Select(v => v.Validity.From).FirstOrDefault(from => from > verdict.DecidedOn)
            : procedure.Versions[^1].Validity.To;
    }

    private static LocalDate? DueOf(ReviewVerdict verdict, WorkCalendar calendar)
    {
        try
        {
            return verdict.FollowWithin?.From(verdict.DecidedOn, calendar) is { HasDue: true } deadline ? deadline.DueDate : null;
        }
        catch (CalendarRangeException)
        {
            return null;
        }
        catch (InvalidTermsException)
        {
            return null;
        }
    }
}
