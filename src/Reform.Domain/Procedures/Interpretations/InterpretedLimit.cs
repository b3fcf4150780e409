using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>On what the reading of a time limit rests on a date (trạng thái cách hiểu).</summary>
public enum InterpretationStanding
{
    /// <summary>On its text alone: nobody asked, nobody answered (theo văn bản).</summary>
    AsWritten = 0,

    /// <summary>On an official interpretation in force (theo giải thích chính thức).</summary>
    Interpreted = 1,

    /// <summary>On that of the higher of several that differ, all ranks recorded (theo giải thích của cấp cao hơn).</summary>
    HigherRankPrevails = 2,

    /// <summary>On nothing yet: a question has no answer in force, and every reading stands (đang có nhiều cách hiểu).</summary>
    OpenQuestion = 3,

    /// <summary>On nothing: interpretations in force differ, and none prevails (giải thích mâu thuẫn).</summary>
    Conflicting = 4,

    /// <summary>Unknown: no terms are recorded for the date (chưa rõ quy định).</summary>
    NotRecorded = 5,
}

/// <summary>The terms of a time limit under one reading (thời hạn theo một cách hiểu).</summary>
/// <param name="Reading">The reading; null: as written, without any.</param>
/// <param name="Terms">The terms; null: none are recorded for the date.</param>
/// <param name="Policy">How it is counted.</param>
public sealed record TermsAsRead(TextReading? Reading, LimitTerms? Terms, DeadlinePolicy Policy)
{
    /// <summary>The interpretation that says so; null: a reading of a question, or the text.</summary>
    public Interpretation? Interpretation { get; init; }

    /// <summary>What a deadline is counted by under this reading, to which suspensions and extensions can be added.</summary>
    /// <returns>The terms, with the extension cap of the limit; null where there is no length.</returns>
    public DeadlineTerms? ToDeadlineTerms() => Terms?.Limit is not TimeLimit length ? null : new DeadlineTerms(length)
    {
        Policy = Policy,
        ExtensionCap = Terms.Extension is LimitExtension cap
            ? new ExtensionCap(Interpretation?.Instrument ?? LegalBasis.Citing(Terms.SourceId), cap.Times, cap.Length)
            : null,
    };
}

/// <summary>A time limit as it has to be read on a date (thời hạn theo cách hiểu có hiệu lực): one reading, or all that stand.</summary>
/// <param name="Limit">The limit as the procedure states it.</param>
/// <param name="On">The date.</param>
/// <param name="Standing">On what the reading rests.</param>
/// <param name="Readings">The readings that stand; more than one while nothing settles them; never empty.</param>
/// <param name="Reasons">Why: each interpretation, question or conflict.</param>
public sealed record InterpretedLimit(
    ProcedureTimeLimit Limit, LocalDate On, InterpretationStanding Standing, ValueList<TermsAsRead> Readings, ValueList<Reason> Reasons)
{
    /// <summary>The one reading that holds; null while it is not settled, and where no terms are recorded.</summary>
    public TermsAsRead? Settled => Standing is InterpretationStanding.AsWritten or InterpretationStanding.Interpreted
        or InterpretationStanding.HigherRankPrevails && Readings[0].Terms is not null
        ? Readings[0]
        : null;

    /// <summary>The due date under every reading that stands.</summary>
    /// <param name="dateOf">The date of an event by its name, such as "cell.resolution.date"; null: not known. Readings can start from different events.</param>
    /// <param name="calendar">The work calendar of the agency, as it is to be applied.</param>
    /// <returns>The due dates, side by side, in the order of <see cref="Readings"/>.</returns>
    public DuesAsRead Dues(Func<string, LocalDate?> dateOf, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(dateOf);
        ArgumentNullException.ThrowIfNull(calendar);
        return new DuesAsRead(Standing, Readings.Select(r => DueAsRead.Of(r, Limit, dateOf, calendar)).ToValueList());
    }
}
