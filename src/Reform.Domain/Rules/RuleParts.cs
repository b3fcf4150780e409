using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>A rule taken apart: what decides its verdict, in memory and as conditions.</summary>
internal sealed class RuleParts<T>
{
    private readonly Lazy<Specification<T>[]> verdicts;

    public RuleParts(Specification<T> appliesWhen, ValueList<Fact<T>> needs, ValueList<Condition<T>> conditions)
    {
        (AppliesWhen, Needs, Conditions) = (appliesWhen, needs, conditions);
        verdicts = new Lazy<Specification<T>[]>(AsConditions);
    }

    public Specification<T> AppliesWhen { get; }

    public ValueList<Fact<T>> Needs { get; }

    public ValueList<Condition<T>> Conditions { get; }

    public Specification<T> Gives(Verdict verdict) => verdicts.Value[(int)verdict];

    public Verdict VerdictOn(T subject)
    {
        if (!AppliesWhen.IsSatisfiedBy(subject))
        {
            return Verdict.NotApplicable;
        }

        if (!AllPresent(Needs, subject))
        {
            return Verdict.Unknown;
        }

        Verdict verdict = Verdict.Pass;
        foreach (Condition<T> condition in Conditions.AsSpan())
        {
            if (!AllPresent(condition.Needs, subject))
            {
                verdict = Verdict.Unknown;
            }
            else if (!condition.Holds.IsSatisfiedBy(subject))
            {
                return Verdict.Fail;
            }
        }

        return verdict;
    }

    public IEnumerable<Condition<T>> BrokenBy(T subject) => Conditions.Where(c => AllPresent(c.Needs, subject) && !c.Holds.IsSatisfiedBy(subject));

    public ValueList<MissingFact> MissingOf(T subject)
    {
        List<MissingFact> missing = Missing(Needs, subject);
        if (missing.Count == 0)
        {
            foreach (Condition<T> condition in Conditions)
            {
                missing.AddRange(Missing(condition.Needs, subject).Where(f => !missing.Contains(f)));
            }
        }

        return missing.ToValueList();
    }

    public RuleTrace Trace(T subject)
    {
        ConditionTrace applies = AppliesWhen.Trace(subject);
        if (applies.Holds == false)
        {
            return new RuleTrace(applies, [], []);
        }

        ValueList<MissingFact> missing = Missing(Needs, subject).ToValueList();
        return new RuleTrace(applies, missing, missing.Count > 0 ? [] : Conditions.Select(c => TraceOf(c, subject)).ToValueList());
    }

    private static TracedCondition TraceOf(Condition<T> condition, T subject)
    {
        ValueList<MissingFact> missing = Missing(condition.Needs, subject).ToValueList();
        return new TracedCondition(condition.Name, condition.Label, missing, missing.Count > 0 ? null : condition.Holds.Trace(subject));
    }

    private static bool AllPresent(ValueList<Fact<T>> needs, T subject)
    {
        foreach (Fact<T> fact in needs.AsSpan())
        {
            if (!fact.IsPresent.IsSatisfiedBy(subject))
            {
                return false;
            }
        }

        return true;
    }

    private static List<MissingFact> Missing(ValueList<Fact<T>> needs, T subject)
    {
        var missing = new List<MissingFact>();
        foreach (Fact<T> fact in needs.AsSpan())
        {
            if (!fact.IsPresent.IsSatisfiedBy(subject))
            {
                missing.Add(new MissingFact(fact.Name, fact.Label));
            }
        }

        return missing;
    }

    private static Specification<T>? Present(ValueList<Fact<T>> needs) =>
        needs.Count == 0 ? null : needs.Select(n => n.IsPresent).Aggregate((a, b) => a & b);

    private static Specification<T> And(Specification<T>? left, Specification<T> right) => left is null ? right : left & right;

    // In the order in which they are asked in memory, so that what a later part reads is guarded by an earlier one.
    private Specification<T>[] AsConditions()
    {
        Specification<T>? ready = Present(Needs);
        Specification<T> broken = Conditions.Select(c => And(Present(c.Needs), !c.Holds)).Aggregate((a, b) => a | b);
        Specification<T> kept = Conditions.Select(c => And(Present(c.Needs), c.Holds)).Aggregate((a, b) => a & b);
        Specification<T>? absent = Conditions.Where(c => c.Needs.Count > 0).Select(c => !Present(c.Needs)!)
            .Aggregate((Specification<T>?)null, (a, b) => a is null ? b : a | b);
        Specification<T> never = !Specification.Always<T>();
        Specification<T> open = (ready, absent) switch
        {
            (null, null) => never,
            (null, not null) => !broken & absent,
            (not null, null) => !ready,
            (not null, not null) => !ready | (!broken & absent),
        };

        return [!AppliesWhen, AppliesWhen & And(ready, kept), AppliesWhen & And(ready, broken), AppliesWhen & open];
    }
}
