using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>A rule as it binds in one period, with the thresholds of that period (bản quy tắc): for all units, or for one with thresholds of its own.</summary>
/// <typeparam name="T">The type of the objects.</typeparam>
public sealed class RuleEdition<T>
{
    private readonly Lazy<Specification<T>[]> verdicts;

    internal RuleEdition(ComplianceRule<T> rule, Validity validity, string? unitId, ValueList<string> otherUnits, RuleSubject<T> subject)
    {
        (Rule, Validity, UnitId, OtherUnits) = (rule, validity, unitId, otherUnits);
        verdicts = new Lazy<Specification<T>[]>(() => [.. Enum.GetValues<Verdict>().Select(v => InScope(subject) & rule.Gives(v))]);
    }

    /// <summary>The rule, with the thresholds of this edition.</summary>
    public ComplianceRule<T> Rule { get; }

    /// <summary>The dates on which this edition binds: an object is judged by the edition of its date.</summary>
    public Validity Validity { get; }

    /// <summary>The unit for which it is; null: every unit but <see cref="OtherUnits"/>.</summary>
    public string? UnitId { get; }

    /// <summary>The units that have an edition of their own in this period.</summary>
    public ValueList<string> OtherUnits { get; }

    /// <summary>The objects of this edition's period and units of which the rule gives a verdict, as one condition: for a database, or a batch.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <returns>The condition.</returns>
    public Specification<T> Gives(Verdict verdict) => verdicts.Value[(int)verdict];

    internal bool Binds(LocalDate? date, string? unit) =>
        (date is LocalDate on ? Validity.Contains(on) : Validity == default) && (UnitId is null ? unit is null || !OtherUnits.Contains(unit) : UnitId == unit);

    private Specification<T> InScope(RuleSubject<T> subject)
    {
        Specification<T> scope = Specification.Always<T>();
        if (Validity.From is LocalDate from)
        {
            scope &= Specification.Where(subject.GovernedOn, on => on >= from);
        }

        if (Validity.To is LocalDate to)
        {
            scope &= Specification.Where(subject.GovernedOn, on => on < to);
        }

        if (UnitId is string unit)
        {
            scope &= Specification.Where(subject.UnitId, id => id == unit);
        }
        else if (OtherUnits.Count > 0)
        {
            string[] others = [.. OtherUnits];
            scope &= Specification.Where(subject.UnitId, id => id == null || !others.Contains(id));
        }

        return scope;
    }
}
