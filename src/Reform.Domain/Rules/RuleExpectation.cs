using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>
/// For those who write rules (kiểm thử quy tắc): given facts, expect a verdict and a reason. Works with every test framework: what is not met
/// is thrown, with the explanation of what the rule did.
/// </summary>
/// <typeparam name="T">The type of the objects.</typeparam>
public sealed class RuleExpectation<T>
{
    private readonly ComplianceRule<T> rule;
    private readonly T facts;
    private readonly RuleSubject<T> subject;

    internal RuleExpectation(ComplianceRule<T> rule, T facts, RuleSubject<T> subject) => (this.rule, this.facts, this.subject) = (rule, facts, subject);

    /// <summary>Expects the rule to be kept.</summary>
    /// <exception cref="RuleExpectationException">It is not.</exception>
    public void Passes() => Expect(Verdict.Pass);

    /// <summary>Expects the rule not to apply.</summary>
    /// <exception cref="RuleExpectationException">It does.</exception>
    public void DoesNotApply() => Expect(Verdict.NotApplicable);

    /// <summary>Expects a breach.</summary>
    /// <param name="reasonCode">The code of its reason.</param>
    /// <param name="arguments">Arguments of the reason that have to be there, by name, as a program reads them.</param>
    /// <exception cref="RuleExpectationException">The verdict, the code or an argument is another.</exception>
    public void Fails(string reasonCode, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        Judgement judgement = Expect(Verdict.Fail);
        if (judgement.Reason!.Code != reasonCode)
        {
            throw Refused("the reason '" + reasonCode + "'", "'" + judgement.Reason.Code + "'");
        }

        foreach ((string name, string value) in arguments)
        {
            string? given = judgement.Reason.Arguments.FirstOrDefault(a => a.Name == name)?.Value.ToInvariant();
            if (given != value)
            {
                throw Refused(name + " = " + value, given ?? "nothing");
            }
        }
    }

    /// <summary>Expects that it cannot be decided.</summary>
    /// <param name="missing">The names of the facts that have to be named as missing, all of them, in their order.</param>
    /// <exception cref="RuleExpectationException">The verdict is another, or other facts are missing.</exception>
    public void IsUndecided(params ReadOnlySpan<string> missing)
    {
        Judgement judgement = Expect(Verdict.Unknown);
        string expected = string.Join(", ", missing!);
        string named = string.Join(", ", judgement.Missing.Select(m => m.Name));
        if (named != expected)
        {
            throw Refused("'" + expected + "' to be missing", "'" + named + "'");
        }
    }

    private Judgement Expect(Verdict verdict)
    {
        Judgement judgement = rule.Judge(facts);
        return judgement.Verdict == verdict ? judgement : throw Refused(verdict.ToString(), judgement.Verdict.ToString());
    }

    private RuleExpectationException Refused(string expected, string found) => new(
        rule.Info.Code + ": expected " + expected + ", found " + found + ".\n"
        + string.Join('\n', rule.Explain(facts).Sentences(subject).Select(s => "  " + s.In(Language.English))));
}

/// <summary>Begins an expectation.</summary>
public static class RuleExpectation
{
    /// <summary>Given facts, what does a rule say?</summary>
    /// <typeparam name="T">The type of the objects.</typeparam>
    /// <param name="rule">The rule.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="subject">Knows the names of the facts.</param>
    /// <returns>The expectation.</returns>
    public static RuleExpectation<T> Given<T>(ComplianceRule<T> rule, T facts, RuleSubject<T> subject)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(subject);
        return new RuleExpectation<T>(rule, facts, subject);
    }
}

/// <summary>What a rule was expected to say, and did not.</summary>
public sealed class RuleExpectationException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was expected, what was found, and how it came about.</param>
    public RuleExpectationException(string message)
        : base(message)
    {
    }
}
