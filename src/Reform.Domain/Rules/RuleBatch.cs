using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>
/// A rule book that judges many objects in one pass (chấm theo lô): what is broken and what cannot be decided, as places, without allocating for
/// an object. Built once, used by many threads; reasons are asked of <see cref="FindingSearch{T}"/> for what was found.
/// </summary>
/// <remarks>The verdicts are those of <see cref="RuleBook{T}.Judge(T)"/>. A rule that throws on an object is a failure of the matches, and stops nothing.</remarks>
/// <typeparam name="T">The type of the objects.</typeparam>
public sealed class RuleBatch<T>
{
    private readonly SpecificationBatch<T> batch;

    /// <summary>Makes a book ready.</summary>
    /// <param name="book">The rules.</param>
    public RuleBatch(RuleBook<T> book)
    {
        ArgumentNullException.ThrowIfNull(book);
        Book = book;
        var conditions = new List<Specification<T>>();
        var places = new List<RuleBatchPlace<T>>();
        foreach (RuleGroup<T> group in book.Groups)
        {
            foreach (RuleEdition<T> edition in group.Editions)
            {
                foreach (Verdict verdict in (ReadOnlySpan<Verdict>)[Verdict.Fail, Verdict.Unknown])
                {
                    conditions.Add(edition.Gives(verdict));
                    places.Add(new RuleBatchPlace<T>(group.Latest.Info.Code, verdict, edition));
                }
            }

            if (group.IsDated)
            {
                conditions.Add(Specification.Where(book.Subject.GovernedOn, on => on == null));
                places.Add(new RuleBatchPlace<T>(group.Latest.Info.Code, Verdict.Unknown, null));
            }
        }

        batch = new SpecificationBatch<T>(conditions);
        Places = places.ToValueList();
    }

    /// <summary>The rules.</summary>
    public RuleBook<T> Book { get; }

    /// <summary>What each <see cref="SpecificationMatch.Specification"/> of the matches stands for; in the order of the codes.</summary>
    public ValueList<RuleBatchPlace<T>> Places { get; }

    /// <summary>Judges objects one after another.</summary>
    /// <param name="subjects">The objects.</param>
    /// <param name="into">Takes the breaches and what cannot be decided, by object, then by rule; used again and again.</param>
    public void Judge(ReadOnlySpan<T> subjects, SpecificationMatches into) => batch.Evaluate(subjects, into);

    /// <summary>Judges objects on all cores; the order is the same.</summary>
    /// <param name="subjects">The objects.</param>
    /// <param name="into">Takes the breaches and what cannot be decided.</param>
    /// <param name="cancellation">Gives it up.</param>
    public void JudgeInParallel(ReadOnlyMemory<T> subjects, SpecificationMatches into, CancellationToken cancellation = default) =>
        batch.EvaluateInParallel(subjects, into, cancellation);
}

/// <summary>What a match of a <see cref="RuleBatch{T}"/> stands for.</summary>
/// <typeparam name="T">The type of the objects.</typeparam>
/// <param name="Code">The code of the rule.</param>
/// <param name="Verdict">Broken, or undecided.</param>
/// <param name="Edition">The edition; null: the object has no date by which one could be chosen.</param>
public sealed record RuleBatchPlace<T>(string Code, Verdict Verdict, RuleEdition<T>? Edition);
