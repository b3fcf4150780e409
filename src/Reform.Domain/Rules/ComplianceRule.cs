using System.Linq.Expressions;
using NodaTime;
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
/// absent: unknown, and the fact is named. A condition of <see cref="Conditions"/> whose facts are known is broken: fail. The
/// facts of another one are absent: unknown. Otherwise: pass. Each part is asked for once, at the first judgement, and must
/// not depend on anything but the object and the thresholds. Safe for use by many threads at once.
/// </remarks>
/// <typeparam name="T">The type of the objects that the rule judges.</typeparam>
public abstract class ComplianceRule<T>
{
    private static readonly ReasonKind CannotBeDecided = new(
        "cannot_be_decided", "Không thể kết luận: thiếu {missing}", "Cannot be decided: {missing} is missing");

    private readonly string code;
    private readonly Severity severity;
    private readonly BilingualText title;
    private readonly LegalBasis basis;
    private Lazy<RuleInfo> info;
    private Lazy<RuleValues> values;
    private Lazy<RuleParts<T>> parts;

    /// <summary>Creates a rule.</summary>
    /// <param name="code">The code in the catalogue; for example "CR-CAS-06".</param>
    /// <param name="severity">How grave a breach is.</param>
    /// <param name="title">The title of a breach.</param>
    /// <param name="basis">Where the rule comes from.</param>
    protected ComplianceRule(string code, Severity severity, BilingualText title, LegalBasis basis)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(basis);
        (this.code, this.severity, this.title, this.basis) = (code, severity, title, basis);
        info = new Lazy<RuleInfo>(Described);
        values = new Lazy<RuleValues>(LatestValues);
        parts = new Lazy<RuleParts<T>>(TakeApart);
    }

    /// <summary>What the rule is.</summary>
    public RuleInfo Info => info.Value;

    /// <summary>The thresholds with which it judges: the latest of each parameter, unless the rule book or <see cref="With"/> chose others.</summary>
    public RuleValues Values => values.Value;

    /// <summary>The dates on which the rule binds; every date unless overridden.</summary>
    protected virtual Validity Validity => default;

    /// <summary>When a rule that binds only later was made known; never unless overridden.</summary>
    protected virtual LocalDate? AnnouncedOn => null;

    /// <summary>The thresholds of the rule; none unless overridden.</summary>
    protected virtual IEnumerable<RuleParameter> Parameters => [];

    /// <summary>Whether a breach is a sign for people to look at, and accuses nobody; it does unless overridden.</summary>
    protected virtual bool IsForReview => false;

    /// <summary>The objects that the rule concerns; every one unless overridden.</summary>
    protected virtual Specification<T> AppliesWhen => Specification.Always<T>();

    /// <summary>The facts without which the rule cannot decide at all; none unless overridden.</summary>
    protected virtual IEnumerable<Fact<T>> Needs => [];

    /// <summary>What the rule requires of the objects that it concerns.</summary>
    protected abstract Specification<T> Requires { get; }

    /// <summary>What it requires, in parts that need facts of their own; one part, <see cref="Requires"/>, unless overridden.</summary>
    protected virtual IEnumerable<Condition<T>> Conditions => [new Condition<T>("requires", title, Requires)];

    /// <summary>The rule with other thresholds; its code is not compiled anew.</summary>
    /// <param name="thresholds">The thresholds, one for each parameter.</param>
    /// <returns>A rule that judges with them.</returns>
    /// <exception cref="ArgumentException">A threshold is missing, or the rule has none of that name.</exception>
    public ComplianceRule<T> With(RuleValues thresholds)
    {
        ArgumentNullException.ThrowIfNull(thresholds);
        if (!thresholds.All.Select(v => v.Name).SequenceEqual(Info.Parameters.Select(p => p.Name).Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            throw new ArgumentException(
                "The rule " + code + " has the thresholds '" + string.Join("', '", Info.Parameters.Select(p => p.Name)) + "'.", nameof(thresholds));
        }

        var other = (ComplianceRule<T>)MemberwiseClone();
        RuleInfo same = Info;
        other.info = new Lazy<RuleInfo>(() => same);
        other.values = new Lazy<RuleValues>(() => thresholds);
        other.parts = new Lazy<RuleParts<T>>(other.TakeApart);
        return other;
    }

    /// <summary>The objects of which the rule gives a verdict, as one condition: for a database, or a batch.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <returns>The condition; of any object exactly one of the four holds.</returns>
    public Specification<T> Gives(Verdict verdict) => parts.Value.Gives(verdict);

    /// <summary>Judges an object.</summary>
    /// <param name="subject">The object.</param>
    /// <returns>The judgement.</returns>
    public Judgement Judge(T subject)
    {
        RuleParts<T> ready = parts.Value;
        Verdict verdict = ready.VerdictOn(subject);
        return verdict switch
        {
            Verdict.Fail => new Judgement(Info, verdict, Because(subject), []) { Values = Values },
            Verdict.Unknown => Undecided(ready.MissingOf(subject)),
            _ => new Judgement(Info, verdict, null, []) { Values = Values },
        };
    }

    /// <summary>The verdict alone: nothing is allocated.</summary>
    /// <param name="subject">The object.</param>
    /// <returns>The verdict.</returns>
    public Verdict VerdictOn(T subject) => parts.Value.VerdictOn(subject);

    /// <summary>How the verdict came about, condition by condition, with the values that were read: why the rule fired, or why not.</summary>
    /// <param name="subject">The object.</param>
    /// <returns>The explanation.</returns>
    public RuleExplanation Explain(T subject) => new(Judge(subject), parts.Value.Trace(subject));

    /// <summary>The rule with its thresholds as text, always the same way: two rules that read alike judge alike.</summary>
    /// <returns>Several lines.</returns>
    public string ToCanonicalText() => RuleText.Of(Info, Values, parts.Value);

    /// <summary>Why an object fails; asked only of objects that fail.</summary>
    /// <param name="subject">The object.</param>
    /// <returns>The reason, with its arguments and basis.</returns>
    protected abstract Reason Because(T subject);

    /// <summary>Makes a specification, for the parts of the rule.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>The specification.</returns>
    protected static Specification<T> Where(Expression<Func<T, bool>> condition) => Specification.Where(condition);

    /// <summary>The value of a threshold. Read it into a local variable before a condition uses it.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <returns>The value with which this instance judges.</returns>
    protected int ValueOf(RuleParameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return Values[parameter.Name];
    }

    /// <summary>The conditions that an object breaks, in their words, one after another: for the reason of a rule that has several.</summary>
    /// <param name="subject">The object; it fails.</param>
    /// <returns>Their labels, with semicolons between.</returns>
    protected BilingualText Broken(T subject)
    {
        ValueList<BilingualText> labels = parts.Value.BrokenBy(subject).Select(c => c.Label).ToValueList();
        return labels.Count == 1
            ? labels[0]
            : new BilingualText(string.Join("; ", labels.Select(l => l.Vietnamese)), string.Join("; ", labels.Select(l => l.English)));
    }

    /// <summary>The text of a rule as data; null of a rule as code.</summary>
    internal virtual DataRuleText? Data => null;

    internal ComplianceRule<T> OfPack(string pack)
    {
        var other = (ComplianceRule<T>)MemberwiseClone();
        RuleInfo same = Info with { Pack = pack };
        other.info = new Lazy<RuleInfo>(() => same);
        return other;
    }

    internal RuleParts<T> TakenApart() => parts.Value;

    internal ComplianceRule<T> WhatIf(string parameter, int value)
    {
        RuleInfo changed = Info with { Parameters = Info.Parameters.Select(p => p.Name == parameter ? p.Fixed(value) : p).ToValueList() };
        ComplianceRule<T> other = With(Values.With(parameter, value));
        other.info = new Lazy<RuleInfo>(() => changed);
        return other;
    }

    internal Judgement Undecided(ValueList<MissingFact> missing)
    {
        var labels = new BilingualText(
            string.Join(", ", missing.Select(f => f.Label.Vietnamese)), string.Join(", ", missing.Select(f => f.Label.English)));
        return new Judgement(Info, Verdict.Unknown, CannotBeDecided.Because(Info.Basis, ("missing", labels)), missing) { Values = Values };
    }

    private RuleInfo Described() => new(code, title, severity, basis)
    {
        Validity = Validity,
        AnnouncedOn = AnnouncedOn,
        Parameters = Parameters.ToValueList(),
        IsForReview = IsForReview,
    };

    private RuleValues LatestValues() => Info.Parameters.Count == 0
        ? RuleValues.None
        : new RuleValues(Info.Parameters.Select(p => (p.Name, p.Values.Entries[^1].Value)));

    private RuleParts<T> TakeApart() => new(AppliesWhen, Needs.ToValueList(), Conditions.ToValueList());
}
