using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>Rules over one type of object (bộ quy tắc), in the order of their codes; immutable, built once, shared.</summary>
/// <typeparam name="T">The type of the objects.</typeparam>
public sealed class RuleBook<T>
{
    /// <summary>Creates a rule book.</summary>
    /// <param name="rules">The rules, in any order.</param>
    /// <exception cref="ArgumentException">Two rules have the same code, or a rule is null.</exception>
    public RuleBook(IEnumerable<ComplianceRule<T>> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        rules = [.. rules];
        if (rules.Contains(null!))
        {
            throw new ArgumentException("A rule is null.", nameof(rules));
        }

        Rules = rules.OrderBy(r => r.Info.Code, StringComparer.Ordinal).ToValueList();
        for (int i = 1; i < Rules.Count; i++)
        {
            if (string.Equals(Rules[i - 1].Info.Code, Rules[i].Info.Code, StringComparison.Ordinal))
            {
                throw new ArgumentException("Two rules have the code '" + Rules[i].Info.Code + "'.", nameof(rules));
            }
        }
    }

    /// <summary>The rules, in the order of their codes.</summary>
    public ValueList<ComplianceRule<T>> Rules { get; }

    /// <summary>A book with one more rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>A new book; this one stays as it is.</returns>
    /// <exception cref="ArgumentException">The book has a rule with that code.</exception>
    public RuleBook<T> With(ComplianceRule<T> rule) => new([.. Rules, rule]);

    /// <summary>Judges an object by every rule. A rule that throws is reported with its code; the others still judge.</summary>
    /// <param name="subject">The object.</param>
    /// <returns>The judgements and the failures.</returns>
    public Judgements Judge(T subject)
    {
        var judged = new List<Judgement>(Rules.Count);
        List<RuleFailure>? failures = null;
        foreach (ComplianceRule<T> rule in Rules.AsSpan())
        {
            try
            {
                judged.Add(rule.Judge(subject));
            }
#pragma warning disable CA1031 // Rules come from outside too: whatever one throws is its own defect, reported with its code.
            catch (Exception e)
#pragma warning restore CA1031
            {
                (failures ??= []).Add(new RuleFailure(rule.Info.Code, e.GetType().Name + ": " + e.Message));
            }
        }

        return new Judgements(judged.ToValueList(), failures is null ? [] : failures.ToValueList());
    }
}
