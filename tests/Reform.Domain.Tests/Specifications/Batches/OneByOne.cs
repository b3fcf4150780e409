using Reform.Domain.Specifications;

namespace Reform.Domain.Tests.Specifications;

/// <summary>The slow and obvious way: every specification asked of every fact.</summary>
public static class OneByOne
{
    public static string Judged<T>(IReadOnlyList<Specification<T>> specifications, IReadOnlyList<T> facts) => string.Join('\n', Verdicts(specifications, facts));

    /// <summary>What a batch found, in the same words.</summary>
    public static string Found(SpecificationMatches found) => string.Join('\n', found.Matches.ToArray()
        .Select(m => (m.Candidate, m.Specification, What: "holds"))
        .Concat(found.Failures.Select(f => (f.Candidate, f.Specification, f.Exception.GetType().Name)))
        .OrderBy(v => (v.Candidate, v.Specification)));

    /// <summary>Specifications and facts, readable.</summary>
    public static string Print<T>(Specification<T>[] specifications, T[] facts) =>
        string.Join('\n', specifications.Select(s => s.Expression.ToString()).Concat(facts.Select(f => f?.ToString())));

    private static IEnumerable<(int Candidate, int Specification, string What)> Verdicts<T>(IReadOnlyList<Specification<T>> specifications, IReadOnlyList<T> facts)
    {
        for (int i = 0; i < facts.Count; i++)
        {
            for (int k = 0; k < specifications.Count; k++)
            {
                string? what = null;
                try
                {
                    what = specifications[k].IsSatisfiedBy(facts[i]) ? "holds" : null;
                }
                catch (Exception e)
                {
                    what = e.GetType().Name;
                }

                if (what is not null)
                {
                    yield return (i, k, what);
                }
            }
        }
    }
}
