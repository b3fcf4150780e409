using NodaTime;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>What a question of interpretation, or its answer, is about (nội dung cần giải thích).</summary>
/// <param name="ProcedureCode">The code of the procedure.</param>
/// <param name="LimitId">The time limit; null: the procedure as a whole, or the clause.</param>
/// <param name="Clause">The clause, as a clerk would cite it; null: none in particular.</param>
public sealed record InterpretationSubject(string ProcedureCode, string? LimitId = null, string? Clause = null);

/// <summary>One way to read a text (một cách hiểu), and what it makes of the time limit. Without any effect it reads the limit as written.</summary>
/// <param name="Id">Its identifier, unique in its question.</param>
/// <param name="Meaning">What the text means, so read.</param>
public sealed record TextReading(string Id, BilingualText Meaning)
{
    /// <summary>The length that then holds; null: as written. For example 30 working days for "một tháng".</summary>
    public TimeLimit? Limit { get; init; }

    /// <summary>The limit of the same procedure that then holds instead, as a whole; null: none.</summary>
    public string? PrevailingLimitId { get; init; }

    /// <summary>The event that then starts the limit; null: as written.</summary>
    public string? StartEvent { get; init; }

    /// <summary>The choices of counting that it makes, at most one of a kind; a choice of rolling is one for the direction of the limit.</summary>
    public ValueList<NamedPolicy> Policies { get; init; } = [];

    /// <summary>Whether it changes the limit itself, and not only how it is counted.</summary>
    internal bool ChangesLimit => Limit is not null || PrevailingLimitId is not null || StartEvent is not null;

    /// <summary>Whether two readings come to the same: by their effect or, where neither has one, by their identifier.</summary>
    internal bool ComesTo(TextReading other)
    {
        bool hasEffect = ChangesLimit || other.ChangesLimit || Policies.Count + other.Policies.Count > 0;
        return hasEffect
            ? Limit == other.Limit
                && string.Equals(PrevailingLimitId, other.PrevailingLimitId, StringComparison.Ordinal)
                && string.Equals(StartEvent, other.StartEvent, StringComparison.Ordinal)
                && Policies.Count == other.Policies.Count && Policies.All(other.Policies.Contains)
            : string.Equals(Id, other.Id, StringComparison.Ordinal);
    }
}

/// <summary>A question that a unit asks because a text can be read in several ways (câu hỏi về cách hiểu).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Text">The question.</param>
/// <param name="AskedOn">When it was asked.</param>
/// <param name="Readings">The ways to read the text; at least two.</param>
public sealed record InterpretationQuestion(
    string Id, InterpretationSubject Subject, BilingualText Text, LocalDate AskedOn, ValueList<TextReading> Readings)
{
    /// <summary>Who asked; null: not recorded.</summary>
    public string? AskedBy { get; init; }

    /// <summary>Who has to answer; null: not recorded.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>Within what the answer is due, from the day of asking; null: not recorded, and lateness stays unknown.</summary>
    public TimeLimit? AnswerWithin { get; init; }

    /// <summary>For which dates the text is in doubt; by default for all.</summary>
    public Validity Concerns { get; init; }
}

/// <summary>An official answer to how a text is read (văn bản giải thích, hướng dẫn cách hiểu).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Instrument">The instrument.</param>
/// <param name="IssuedOn">When it was issued.</param>
/// <param name="Validity">For which dates it holds, [from, to); it may begin before it was issued.</param>
/// <param name="Reading">How the text is read.</param>
public sealed record Interpretation(
    string Id, InterpretationSubject Subject, string Issuer, LegalBasis Instrument, LocalDate IssuedOn, Validity Validity, TextReading Reading)
{
    /// <summary>The question that it answers; null: issued without one.</summary>
    public string? QuestionId { get; init; }

    /// <summary>The level of the issuer, which ranks interpretations that differ; null: not recorded, and none of them prevails.</summary>
    public OrganizationLevel? IssuerLevel { get; init; }
}

/// <summary>Questions and interpretations as they were recorded (ghi nhận câu hỏi và giải thích).</summary>
public sealed record InterpretationRecords
{
    /// <summary>The questions.</summary>
    public ValueList<Recorded<InterpretationQuestion>> Questions { get; init; } = [];

    /// <summary>The interpretations.</summary>
    public ValueList<Recorded<Interpretation>> Interpretations { get; init; } = [];
}
