using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>What a rule found against an object (phát hiện): a breach, or that it cannot be decided, with all that somebody needs to act on it.</summary>
public sealed record Finding
{
    /// <summary>Who it is: the same on every day on which it is found again.</summary>
    public required FindingKey Key { get; init; }

    /// <summary>The rule.</summary>
    public required RuleInfo Rule { get; init; }

    /// <summary>Broken, or undecided.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Why, with its arguments, its basis and its sentence in both languages.</summary>
    public required Reason Reason { get; init; }

    /// <summary>The facts that are missing; empty for a breach.</summary>
    public required ValueList<MissingFact> Missing { get; init; }

    /// <summary>The thresholds with which the rule judged.</summary>
    public required RuleValues Values { get; init; }

    /// <summary>The facts that the verdict was read from, in the order of their names.</summary>
    public required ValueList<UsedFact> Facts { get; init; }

    /// <summary>The date of judgement.</summary>
    public required LocalDate JudgedOn { get; init; }

    /// <summary>The date by whose rules the object was judged; null: it is not known.</summary>
    public required LocalDate? GovernedOn { get; init; }

    /// <summary>The unit that answers for the object; null: it is not known.</summary>
    public required string? UnitId { get; init; }

    /// <summary>Who headed that unit (người đứng đầu) on the date on which it had to answer; null: it is not known.</summary>
    public required string? HeadId { get; init; }

    /// <summary>The version of the rule book.</summary>
    public required string BookHash { get; init; }

    /// <summary>The version of the rule, its thresholds included.</summary>
    public required string RuleHash { get; init; }

    /// <summary>The date whose rules judged it in a simulation; null: it was judged by the rules of its own date.</summary>
    public LocalDate? SimulatedOn { get; init; }

    /// <summary>Whether the rule does not bind yet: a failure to come, not a breach.</summary>
    public bool IsToCome { get; init; }

    /// <summary>The rule itself, where it is data; null where it is code.</summary>
    public DataRuleText? RuleText { get; init; }

    /// <summary>The waiver that covers it on the date of judgement; null: none does.</summary>
    public Waiver? Waiver { get; init; }
}

/// <summary>Who a finding is (khóa nhận dạng): one rule, one object, one period.</summary>
/// <param name="RuleCode">The code of the rule.</param>
/// <param name="SubjectKind">The kind of object.</param>
/// <param name="SubjectId">The object.</param>
/// <param name="Period">The period for which a set was judged; for example "2025-06". Empty for an object by itself.</param>
public sealed record FindingKey(string RuleCode, string SubjectKind, string SubjectId, string Period = "");

/// <summary>A fact that a verdict was read from.</summary>
/// <param name="Name">The path of the property; for example "DueOn".</param>
/// <param name="Label">The name as a clerk reads it.</param>
/// <param name="Value">The value as text, without the machine's culture; "null" where there is none.</param>
public sealed record UsedFact(string Name, BilingualText Label, string Value);

/// <summary>A waiver (miễn áp dụng): who let a rule be broken, why, and until when. What is waived is still shown, as waived.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="RuleCode">The rule.</param>
/// <param name="SubjectKind">The kind of object.</param>
/// <param name="SubjectId">The object.</param>
/// <param name="IssuerId">The unit or position that issued it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Validity">The dates on which it holds, [from, to); it has an end.</param>
public sealed record Waiver(
    string Id, string RuleCode, string SubjectKind, string SubjectId, string IssuerId, string Reason, Legal.Validity Validity)
{
    /// <summary>Whether it covers a finding on a date.</summary>
    /// <param name="key">The finding.</param>
    /// <param name="date">The date.</param>
    /// <returns>True when it does.</returns>
    public bool Covers(FindingKey key, LocalDate date)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.RuleCode == RuleCode && key.SubjectKind == SubjectKind && key.SubjectId == SubjectId && Validity.Contains(date);
    }
}
