using Microsoft.EntityFrameworkCore;
using Reform.Domain.Cases;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Grpc.Storage;

namespace Reform.Grpc.Tests.Compliance.Differential;

/// <summary>Judges the same facts by the same rules in several ways, and tells where the ways differ.</summary>
internal sealed class Comparison(IReadOnlyList<CaseFacts> facts)
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

    /// <summary>The verdict in memory of every edition of a book over what it binds, against another way of asking for it.</summary>
    public void InDatabase(RuleBook<CaseFacts> book, FactsStore store, Func<IQueryable<CaseFacts>, Specification<CaseFacts>, IQueryable<CaseFacts>> ask)
    {
        using ReformDbContext db = store.Open();
        foreach (RuleEdition<CaseFacts> edition in book.Editions)
        {
            Dictionary<string, Verdict> expected = InMemory(book, edition);
            foreach (Verdict verdict in Verdicts)
            {
                string what = store.Name + " " + edition.Rule.Info.Code + " " + verdict;
                HashSet<string> found = [];
                try
                {
                    found = [.. ask(db.CaseFacts.AsNoTracking(), edition.Gives(verdict)).Select(f => f.CaseId)];
                }
                catch (InvalidOperationException e)
                {
                    Differences.Add(what + " is not translated: " + e.Message);
                }

                Tell(what, expected.Where(e => e.Value == verdict).Select(e => e.Key).ToHashSet(), found);
            }
        }
    }

    /// <summary>The verdict in memory against the batch, the conditions asked one by one, and the explanations.</summary>
    public void WithoutDatabase(RuleBook<CaseFacts> book)
    {
        foreach (RuleEdition<CaseFacts> edition in book.Editions)
        {
            Dictionary<string, Verdict> expected = InMemory(book, edition);
            var explained = facts.Where(f => expected.ContainsKey(f.CaseId)).Select(f => (f.CaseId, Verdict: Explained(edition.Rule, f)))
                .Where(e => e.Verdict is not null).ToDictionary(e => e.CaseId, e => e.Verdict!.Value, StringComparer.Ordinal);
            Untold += expected.Count - explained.Count;
            foreach (Verdict verdict in Verdicts)
            {
                HashSet<string> wanted = [.. expected.Where(e => e.Value == verdict).Select(e => e.Key)];
                Counts[(edition.Rule.Info.Code, verdict)] = Counts.GetValueOrDefault((edition.Rule.Info.Code, verdict)) + wanted.Count;
                Specification<CaseFacts> gives = edition.Gives(verdict);
                string what = edition.Rule.Info.Code + " " + verdict;
                Tell("batch " + what, wanted, [.. gives.Evaluate(facts).Select(f => f.CaseId)]);
                Tell("trace " + what, wanted, [.. facts.Where(f => gives.Trace(f).Holds == true).Select(f => f.CaseId)]);
                Tell("explanation " + what, [.. wanted.Where(explained.ContainsKey)], [.. explained.Where(e => e.Value == verdict).Select(e => e.Key)]);
            }
        }
    }

    private Dictionary<string, Verdict> InMemory(RuleBook<CaseFacts> book, RuleEdition<CaseFacts> edition) => facts
        .Where(f => ReferenceEquals(book.EditionFor(edition.Rule.Info.Code, f), edition))
        .ToDictionary(f => f.CaseId, f => edition.Rule.VerdictOn(f), StringComparer.Ordinal);

    // The verdict as whoever reads the explanation would come to it.
    private static Verdict? Explained(ComplianceRule<CaseFacts> rule, CaseFacts of)
    {
        RuleTrace trace;
        try
        {
            trace = rule.Explain(of).Trace;
        }
        catch (InvalidOperationException)
        {
            return null;
        }

        return trace.Applies.Holds == false ? Verdict.NotApplicable
            : trace.Missing.Count > 0 ? Verdict.Unknown
            : trace.Conditions.Any(c => c.Trace?.Holds == false) ? Verdict.Fail
            : trace.Conditions.Any(c => c.Missing.Count > 0) ? Verdict.Unknown
            : Verdict.Pass;
    }

    private void Tell(string what, HashSet<string> wanted, HashSet<string> found)
    {
        Compared += facts.Count;
        string[] other = [.. wanted.Except(found).Concat(found.Except(wanted))];
        if (other.Length > 0)
        {
            Differences.Add(what + ": " + other.Length + ", the first " + other[0]);
        }
    }
}
