using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>
/// Questions of interpretation and their official answers (sổ câu hỏi và giải thích); immutable, shared. It says how a time limit has to be
/// read on any date, by what was known at any moment.
/// </summary>
/// <remarks>
/// What is about the limit itself goes before what is about the procedure as a whole. A question leaves a date in doubt until an
/// interpretation is in force for that very date; an answer that begins later, or has ended, does not settle it.
/// </remarks>
public sealed class InterpretationRegister
{
    private readonly ILookup<string, Interpretation> answers;

    /// <summary>Creates a register.</summary>
    /// <param name="records">The questions and interpretations.</param>
    /// <param name="procedures">The procedures that they are about.</param>
    /// <exception cref="ProcedureInputException">The facts contradict each other or the procedures; every problem is listed with its field.</exception>
    public InterpretationRegister(InterpretationRecords records, ProcedureCatalogue procedures)
        : this(records, (Instant?)null)
    {
        ArgumentNullException.ThrowIfNull(procedures);
        new InterpretationChecks(records, procedures).ThrowIfAny();
    }

    private InterpretationRegister(InterpretationRecords records, Instant? knownAt)
    {
        ArgumentNullException.ThrowIfNull(records);
        AllRecords = records;
        KnownAt = knownAt;
        Instant moment = knownAt ?? Instant.MaxValue;
        Questions = Recorded.StandingAt(records.Questions, moment).Select(r => r.Fact!).ToValueList();
        Interpretations = Recorded.StandingAt(records.Interpretations, moment).Select(r => r.Fact!).ToValueList();
        QuestionsAbout = Questions.ToLookup(q => q.Subject.ProcedureCode, StringComparer.Ordinal);
        InterpretationsOf = Interpretations.ToLookup(i => i.Subject.ProcedureCode, StringComparer.Ordinal);
        answers = Interpretations.Where(i => i.QuestionId is not null).ToLookup(i => i.QuestionId!, StringComparer.Ordinal);
    }

    /// <summary>Every record, those that were corrected too.</summary>
    public InterpretationRecords AllRecords { get; }

    /// <summary>The moment of record that this register shows; null: everything that is recorded.</summary>
    public Instant? KnownAt { get; }

    /// <summary>The questions that stand, in the order in which they were recorded.</summary>
    public ValueList<InterpretationQuestion> Questions { get; }

    /// <summary>The interpretations that stand, in the order in which they were recorded.</summary>
    public ValueList<Interpretation> Interpretations { get; }

    internal ILookup<string, InterpretationQuestion> QuestionsAbout { get; }

    internal ILookup<string, Interpretation> InterpretationsOf { get; }

    /// <summary>The register as it stood at a moment.</summary>
    /// <param name="knownAt">The moment.</param>
    /// <returns>A register that answers the same questions.</returns>
    public InterpretationRegister AsKnownAt(Instant knownAt) => new(AllRecords, knownAt);

    /// <summary>How a time limit has to be read on a date: the input of the deadline and rule engines.</summary>
    /// <param name="procedureCode">The code of the procedure.</param>
    /// <param name="version">The version that is applied.</param>
    /// <param name="limitId">The limit.</param>
    /// <param name="on">The date, as for the terms of the limit: that of its start event.</param>
    /// <param name="policy">How limits are counted but for what a reading says; null: by default.</param>
    /// <returns>The reading in force, or all that stand, with reasons.</returns>
    /// <exception cref="ArgumentException">The version has no such limit.</exception>
    public InterpretedLimit Read(string procedureCode, ProcedureVersion version, string limitId, LocalDate on, DeadlinePolicy? policy = null)
    {
        ArgumentNullException.ThrowIfNull(procedureCode);
        ArgumentNullException.ThrowIfNull(version);
        ProcedureTimeLimit limit = Limits.Find(version, limitId)
            ?? throw new ArgumentException("The version has no time limit '" + limitId + "'.", nameof(limitId));
        return new LimitInterpreter(this, procedureCode, version, policy ?? DeadlinePolicy.Default).Read(limit, on);
    }

    /// <summary>
    /// A version with every limit as it has to be read on a date written into it, for engines that take a version alone; the clocks of cases
    /// read each limit by its own date (<c>CaseTerms.ReadBy</c>). What is not settled stays as written, and so do choices of counting: <see cref="Read"/> has both.
    /// </summary>
    /// <param name="procedureCode">The code of the procedure.</param>
    /// <param name="version">The version that is applied.</param>
    /// <param name="on">The date.</param>
    /// <returns>The version, and the limits that are not settled.</returns>
    public (ProcedureVersion Version, ValueList<InterpretedLimit> Unsettled) VersionAsRead(string procedureCode, ProcedureVersion version, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(version);
        var unsettled = new List<InterpretedLimit>();
        var limits = new List<ProcedureTimeLimit>();
        foreach (ProcedureTimeLimit limit in version.TimeLimits)
        {
            InterpretedLimit read = Read(procedureCode, version, limit.Id, on);
            if (read.Standing is InterpretationStanding.OpenQuestion or InterpretationStanding.Conflicting)
            {
                unsettled.Add(read);
            }

            limits.Add(read is { Settled: { Reading: not null, Terms: LimitTerms terms } } ? Limits.With(limit, on, terms) : limit);
        }

        return (version with { TimeLimits = limits.ToValueList() }, unsettled.ToValueList());
    }

    /// <summary>How every question asked by a date stands on it (danh mục câu hỏi và hạn trả lời).</summary>
    /// <param name="on">The date; what was asked or answered after it is left out.</param>
    /// <param name="calendar">The work calendar over which answers are due.</param>
    /// <returns>One line for each question, in the order in which they were recorded.</returns>
    public ValueList<QuestionStatus> QuestionsOn(LocalDate on, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return Questions.Where(q => q.AskedOn <= on).Select(q => QuestionStatus.Of(q, AnswerBy(q, on), on, calendar)).ToValueList();
    }

    /// <summary>The interpretations in force on a date that differ about one thing (giải thích mâu thuẫn), also where the higher level prevails.</summary>
    /// <param name="on">The date.</param>
    /// <returns>A reason for each thing, in the order in which they were recorded.</returns>
    public ValueList<Reason> DifferencesOn(LocalDate on) => MattersOn(on).Select(m => m.Ranking.Difference).OfType<Reason>().ToValueList();

    // Each thing of which an interpretation is in force, with how those rank.
    internal IEnumerable<(InterpretationSubject Subject, int InForce, InterpretationRanking Ranking)> MattersOn(LocalDate on) =>
        Interpretations.Where(i => i.Validity.Contains(on))
            .GroupBy(i => i.Subject.LimitId is null ? i.Subject : i.Subject with { Clause = null })
            .Select(g => (g.Key, g.Count(), new InterpretationRanking([.. g])));

    private Interpretation? AnswerBy(InterpretationQuestion question, LocalDate on) => answers[question.Id].Where(i => i.IssuedOn <= on).MinBy(i => i.IssuedOn);
}
