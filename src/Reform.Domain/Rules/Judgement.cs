using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>What one rule says of one object, and why.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">Why it failed or cannot be decided; null when it passed or does not apply.</param>
/// <param name="Missing">The facts that are missing; empty unless the verdict is unknown.</param>
public sealed record Judgement(RuleInfo Rule, Verdict Verdict, Reason? Reason, ValueList<MissingFact> Missing)
{
    /// <summary>The thresholds with which the rule judged.</summary>
    public RuleValues Values { get; init; } = RuleValues.None;
}

/// <summary>A defect of a rule, met while it judged an object: neither pass nor fail nor unknown (lỗi của quy tắc).</summary>
/// <param name="RuleCode">The code of the rule.</param>
/// <param name="ErrorType">The type of the exception; for example "NotSupportedException".</param>
/// <param name="Message">Its message: for whoever keeps the rules, since it may tell of the machine.</param>
public sealed record RuleFailure(string RuleCode, string ErrorType, string Message)
{
    /// <summary>The type of the exception and its message.</summary>
    public string Error => ErrorType + ": " + Message;

    internal static RuleFailure Of(string ruleCode, Exception exception) => new(ruleCode, exception.GetType().Name, exception.Message);
}

/// <summary>What a rule book says of one object.</summary>
/// <param name="Judged">One judgement for each rule that worked, in the order of the codes.</param>
/// <param name="Failures">The rules that broke down; the others judged all the same.</param>
public sealed record Judgements(ValueList<Judgement> Judged, ValueList<RuleFailure> Failures)
{
    /// <summary>The judgements with one verdict, in the order of the codes.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <returns>A lazy sequence.</returns>
    public IEnumerable<Judgement> With(Verdict verdict) => Judged.Where(j => j.Verdict == verdict);
}
