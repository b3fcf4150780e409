using NodaTime;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>
/// A rule over a population at one moment (quy tắc trên tập hợp): the members are gathered into sets, each set becomes flat facts, and a
/// rule over those facts judges it.
/// </summary>
/// <typeparam name="T">The type of the members.</typeparam>
/// <typeparam name="TSet">The type of the facts of a set.</typeparam>
public abstract class SetRule<T, TSet>
{
    /// <summary>Creates a rule.</summary>
    /// <param name="rule">Judges a set.</param>
    protected SetRule(ComplianceRule<TSet> rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        Rule = rule;
    }

    /// <summary>What judges a set; a rule book takes it in with others over the same facts.</summary>
    public ComplianceRule<TSet> Rule { get; }

    /// <summary>The members that count, as a condition that a database can ask; every one unless overridden.</summary>
    public virtual Specification<T> Among => Specification.Always<T>();

    /// <summary>Gathers members into sets.</summary>
    /// <param name="members">The members; those that do not count are left out.</param>
    /// <param name="asOf">The date of judgement.</param>
    /// <returns>The facts of each set, in the order of their keys.</returns>
    public ValueList<TSet> Gather(IEnumerable<T> members, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(members);
        return Sets(Among.Evaluate(members), asOf).ToValueList();
    }

    /// <summary>Judges a population.</summary>
    /// <param name="members">The members.</param>
    /// <param name="asOf">The date of judgement.</param>
    /// <returns>Each set with its judgement, in the order of the keys.</returns>
    public ValueList<(TSet Set, Judgement Judgement)> Judge(IEnumerable<T> members, LocalDate asOf) =>
        Gather(members, asOf).Select(s => (s, Rule.Judge(s))).ToValueList();

    /// <summary>Makes the facts of each set.</summary>
    /// <param name="members">The members that count.</param>
    /// <param name="asOf">The date of judgement.</param>
    /// <returns>The facts, in the order of their keys.</returns>
    protected abstract IEnumerable<TSet> Sets(IEnumerable<T> members, LocalDate asOf);
}
