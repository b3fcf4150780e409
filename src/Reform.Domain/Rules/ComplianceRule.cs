using System.Linq.Expressions;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>
/// A rule over one object (quy tắc tuân thủ): when it applies, which facts it needs, what it requires, and why it failed.
/// </summary>
/// <remarks>
/// Judged in this order: <see cref="AppliesWhen"/> does not hold: not applicable. A fact of <see cref="Needs"/> is
/// absent: unknown, and the fact is named. <see cref="Requires"/> holds: pass, otherwise fail. Each part is asked for
/// once, at the first judgement, and must not depend on anything but the object. Safe for use by many threads at once.
/// </remarks>
/// <typeparam name="T">The type of the objects that the rule judges.</typeparam>
public abstract class ComplianceRule<T>
{
    private static readonly ReasonKind CannotBeDecided = new(
        "cannot_be_decided", "Không thể kết luận: thiếu {missing}", "Cannot be decided: {missing} is missing");

    private readonly Lazy<Parts> parts;

    /// <summary>Creates a rule.</summary>
    /// <param name="code">The code in the catalogue; for example "CR-CAS-06".</param>
    /// <param name="severity">How grave a breach is.</param>
    /// <param name="title">The title of a breach.</param>
    /// <param name="basis">Where the rule comes from.</param>
    protected ComplianceRule(string code, Severity severity, BilingualText title, LegalBasis basis)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        Info = new RuleInfo(code, title, severity, basis);
        parts = new Lazy<Parts>(() => new Parts(AppliesWhen, Needs.ToValueList(), Requires));
    }

    /// <summary>What the rule is.</summary>
    public RuleInfo Info { get; }

    /// <summary>The objects that the rule concerns; every one unless overridden.</summary>
    protected virtual Specification<T> AppliesWhen => Specification.Always<T>();

    /// <summary>The facts without which the rule cannot decide; none unless overridden.</summary>
    protected virtual IEnumerable<Fact<T>> Needs => [];

    /// <summary>What the rule requires of the objects that it concerns.</summary>
    protected abstract Specification<T> Requires { get; }

    /// <summary>Judges an object.</summary>
    /// <param name="subject">The object.</param>
    /// <returns>The judgement.</returns>
    public Judgement Judge(T subject)
    {
        Parts ready = parts.Value;
        if (!ready.AppliesWhen.IsSatisfiedBy(subject))
        {
            return new Judgement(Info, Verdict.NotApplicable, null, []);
        }

        ValueList<MissingFact> missing = Missing(ready.Needs, subject);
        if (missing.Count > 0)
        {
            var labels = new BilingualText(
                string.Join(", ", missing.Select(f => f.Label.Vietnamese)), string.Join(", ", missing.Select(f => f.Label.English)));
            return new Judgement(Info, Verdict.Unknown, CannotBeDecided.Because(Info.Basis, ("missing", labels)), missing);
        }

        return ready.Requires.IsSatisfiedBy(subject)
            ? new Judgement(Info, Verdict.Pass, null, [])
            : new Judgement(Info, Verdict.Fail, Because(subject), []);
    }

    /// <summary>Why an object fails; asked only of objects that fail.</summary>
    /// <param name="subject">The object.</param>
    /// <returns>The reason, with its arguments and basis.</returns>
    protected abstract Reason Because(T subject);

    /// <summary>Makes a specification, for the parts of the rule.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>The specification.</returns>
    protected static Specification<T> Where(Expression<Func<T, bool>> condition) => Specification.Where(condition);

    private static ValueList<MissingFact> Missing(ValueList<Fact<T>> needs, T subject)
    {
        List<MissingFact>? missing = null;
        foreach (Fact<T> fact in needs.AsSpan())
        {
            if (!fact.IsPresent.IsSatisfiedBy(subject))
            {
                (missing ??= []).Add(new MissingFact(fact.Name, fact.Label));
            }
        }

        return missing is null ? ValueList<MissingFact>.Empty : missing.ToValueList();
    }

    private sealed record Parts(Specification<T> AppliesWhen, ValueList<Fact<T>> Needs, Specification<T> Requires);
}
