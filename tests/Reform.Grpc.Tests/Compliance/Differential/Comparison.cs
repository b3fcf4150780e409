using Reform.Domain.Rules;
using Reform.Domain.Specifications;

namespace Reform.Grpc.Tests.Compliance.Differential;

/// <summary>Judges the same facts by the same rules in several ways, and tells where the ways differ.</summary>
internal sealed class Comparison<T>(IReadOnlyList<T> facts)
{
    private static readonly Verdict[] Verdicts = Enum.GetValues<Verdict>();

    /// <summary>The verdicts that were compared.</summary>
    public int Compared { get; private set; }

    /// <summary>
    /// How often a rule had no reason to tell: facts that are drawn each by itself can contradict each other, such as a refusal without a date.
    /// </summary>
    public int Untold { get; private set; }

    /// <summary>How often each rule gave each verdict in memory.</summary>
    public Dictionary<(string Code, Verdict Verdict), int> Counts { get; } = [];

    /// <summary>Where a way gave another verdict than memory.</summary>
    public List<string> Differences { get; } = [];

    /// <summary>The verdict in memory of every edition of a book over what it binds, against a database.</summary>
    /// <param name="book">The rules.</param>
    /// <param name="store">The facts, stored in the same order.</param>
    /// <param name="ask">How the database is asked; null: as the service does.</param>
    public void InDatabase(RuleBook<T> book, FactsStore<T> store, Func<IQueryable<T>, Specification<T>, IQueryable<T>>? ask = null)
    {
        foreach (RuleEdition<T> edition in book.Editions)
        {
            Dictionary<int, Verdict> expected = InMemory(book, edition);
            foreach (Verdict verdict in Verdicts)
            {
                string what = store.Name + " " + edition.Rule.Info.Code + " " + verdict;
                HashSet<int> found = [];
                try
                {
                    Specification<T> gives = edition.Gives(verdict);
                    found = ask is null ? store.Find(gives) : store.Find(query => ask(query, gives));
                }
                catch (InvalidOperationException e)
                {
                    Differences.Add(what + " is not translated: " + e.Message);
                }

                Tell(what, Of(expected, verdict), found);
            }
        }
    }

    /// <summary>The verdict in memory against the batches, the conditions asked one by one, and the explanations.</summary>
    /// <param name="book">The rules.</param>
    /// <param name="others">What the other ways are shown, in the same order; null: the same facts.</param>
    public void WithoutDatabase(RuleBook<T> book, IReadOnlyList<T>? others = null)
    {
        others ??= facts;
        ILookup<RuleEdition<T>, (Verdict Verdict, int Place)> inBatch = InBatch(book, others);
        foreach (RuleEdition<T> edition in book.Editions)
        {
            Dictionary<int, Verdict> expected = InMemory(book, edition);
            Dictionary<int, Verdict> explained = expected.Keys.Select(place => (place, Verdict: Explained(edition.Rule, others[place])))
                .Where(e => e.Verdict is not null).ToDictionary(e => e.place, e => e.Verdict!.Value);
            Untold += expected.Count - explained.Count;
            foreach (Verdict verdict in Verdicts)
            {
                HashSet<int> wanted = Of(expected, verdict);
                Counts[(edition.Rule.Info.Code, verdict)] = Counts.GetValueOrDefault((edition.Rule.Info.Code, verdict)) + wanted.Count;
                Specification<T> gives = edition.Gives(verdict);
                string what = edition.Rule.Info.Code + " " + verdict;
                Tell("one by one " + what, wanted, Where(others, gives.IsSatisfiedBy));
                Tell("trace " + what, wanted, Where(others, f => gives.Trace(f).Holds == true));
                Tell("explanation " + what, [.. wanted.Where(explained.ContainsKey)], Of(explained, verdict));
                if (verdict is Verdict.Fail or Verdict.Unknown)
                {
                    Tell("batch " + what, wanted, [.. inBatch[edition].Where(m => m.Verdict == verdict).Select(m => m.Place)]);
                }
            }
        }
    }

    private static HashSet<int> Of(Dictionary<int, Verdict> verdicts, Verdict verdict) => [.. verdicts.Where(v => v.Value == verdict).Select(v => v.Key)];

    private static HashSet<int> Where(IReadOnlyList<T> facts, Func<T, bool> holds) => [.. facts.Index().Where(f => holds(f.Item)).Select(f => f.Index)];

    private static ILookup<RuleEdition<T>, (Verdict Verdict, int Place)> InBatch(RuleBook<T> book, IReadOnlyList<T> facts)
    {
        var batch = new RuleBatch<T>(book);
        var matches = new SpecificationMatches();
        batch.Judge(facts.ToArray(), matches);
        Assert.Empty(matches.Failures);
        return matches.Matches.ToArray().Select(m => (Place: batch.Places[m.Specification], m.Candidate)).Where(m => m.Place.Edition is not null)
            .ToLookup(m => m.Place.Edition!, m => (m.Place.Verdict, m.Candidate));
    }

    private Dictionary<int, Verdict> InMemory(RuleBook<T> book, RuleEdition<T> edition) => facts.Index()
        .Where(f => ReferenceEquals(book.EditionFor(edition.Rule.Info.Code, f.Item), edition))
        .ToDictionary(f => f.Index, f => edition.Rule.VerdictOn(f.Item));

    // The verdict as whoever reads the explanation would come to it.
    private static Verdict? Explained(ComplianceRule<T> rule, T of)
    {
        RuleTrace trace;
        try
        {
            trace = rule.Explain(of).Trace;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            return null;
        }

        return trace.Applies.Holds == false ? Verdict.NotApplicable
            : trace.Missing.Count > 0 ? Verdict.Unknown
            : trace.Conditions.Any(c => c.Trace?.Holds == false) ? Verdict.Fail
            : trace.Conditions.Any(c => c.Missing.Count > 0) ? Verdict.Unknown
            : Verdict.Pass;
    }

    private void Tell(string what, HashSet<int> wanted, HashSet<int> found)
    {
        Compared += facts.Count;
        int[] other = [.. wanted.Except(found).Concat(found.Except(wanted)).Order()];
        if (other.Length > 0)
        {
            Differences.Add(what + ": " + other.Length + ", the first " + other[0]);
        }
    }
}
