using NodaTime;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>Finds what a rule book finds against objects, with who answers for it and what was waived. Built once, used by many threads.</summary>
/// <typeparam name="T">The type of the objects.</typeparam>
public sealed class FindingSearch<T>
{
    private readonly Func<string, LocalDate, string?>? headOf;
    private readonly ILookup<FindingKey, Waiver> waivers;
    private readonly Dictionary<ComplianceRule<T>, string> ruleHashes;

    /// <summary>Creates a search.</summary>
    /// <param name="book">The rules.</param>
    /// <param name="headOf">Who heads a unit on a date; null: heads are not looked up.</param>
    /// <param name="waivers">The waivers, or null.</param>
    /// <exception cref="ArgumentException">A waiver has no end, no issuer or no reason.</exception>
    public FindingSearch(RuleBook<T> book, Func<string, LocalDate, string?>? headOf = null, IEnumerable<Waiver>? waivers = null)
    {
        ArgumentNullException.ThrowIfNull(book);
        Book = book;
        this.headOf = headOf;
        Waiver[] given = [.. waivers ?? []];
        if (Array.Find(given, w => w.Validity.To is null || string.IsNullOrWhiteSpace(w.IssuerId) || string.IsNullOrWhiteSpace(w.Reason)) is Waiver odd)
        {
            throw new ArgumentException("The waiver '" + odd.Id + "' has no end, no issuer or no reason.", nameof(waivers));
        }

        this.waivers = given.ToLookup(w => new FindingKey(w.RuleCode, w.SubjectKind, w.SubjectId));
        ruleHashes = book.Editions.Select(e => e.Rule).Distinct().ToDictionary(r => r, r => RuleText.Hash(r.ToCanonicalText()));
    }

    /// <summary>The rules.</summary>
    public RuleBook<T> Book { get; }

    /// <summary>What is found against one object.</summary>
    /// <param name="subject">The object.</param>
    /// <param name="judgedOn">The date of judgement.</param>
    /// <param name="period">The period, for a set; empty for an object by itself.</param>
    /// <param name="failures">Takes the rules that broke down; null: what a rule throws goes to the caller.</param>
    /// <returns>The breaches and what cannot be decided, in the order of the codes.</returns>
    public IEnumerable<Finding> In(T subject, LocalDate judgedOn, string period = "", ICollection<RuleFailure>? failures = null)
    {
        foreach (RuleInfo info in Book.Codes)
        {
            Finding? finding = null;
            try
            {
                finding = Of(info.Code, subject, judgedOn, period);
            }
#pragma warning disable CA1031 // Rules come from outside too: whatever one throws is its own defect, reported with its code.
            catch (Exception e) when (failures is not null)
#pragma warning restore CA1031
            {
                failures.Add(RuleFailure.Of(info.Code, e));
            }

            if (finding is not null)
            {
                yield return finding;
            }
        }
    }

    /// <summary>What one rule finds against one object.</summary>
    /// <param name="code">The code of the rule.</param>
    /// <param name="subject">The object.</param>
    /// <param name="judgedOn">The date of judgement.</param>
    /// <param name="period">The period, for a set; empty for an object by itself.</param>
    /// <returns>The finding; null: the rule is kept, or does not apply.</returns>
    public Finding? Of(string code, T subject, LocalDate judgedOn, string period = "")
    {
        if (Book.EditionFor(code, subject) is RuleEdition<T> edition)
        {
            return edition.Rule.VerdictOn(subject) is Verdict.Fail or Verdict.Unknown
                ? Found(edition.Rule.Explain(subject), ruleHashes[edition.Rule], subject, judgedOn, period) with { RuleText = edition.Rule.Data }
                : null;
        }

        return Book.JudgementWithoutEdition(code, subject) is { Verdict: Verdict.Unknown } undated
            ? Found(new RuleExplanation(undated, new RuleTrace(Always(subject), [], [])), "", subject, judgedOn, period)
            : null;
    }

    private static ConditionTrace Always(T subject) => Specification.Always<T>().Trace(subject);

    private Finding Found(RuleExplanation explanation, string ruleHash, T subject, LocalDate judgedOn, string period)
    {
        Judgement judgement = explanation.Judgement;
        string? unit = Book.Subject.UnitOf(subject);
        var key = new FindingKey(judgement.Rule.Code, Book.Subject.Kind, Book.Subject.IdOf(subject), period);
        return new Finding
        {
            Key = key,
            Rule = judgement.Rule,
            Verdict = judgement.Verdict,
            Reason = judgement.Reason!,
            Missing = judgement.Missing,
            Values = judgement.Values,
            Facts = explanation.Trace.ValuesRead().Select(v => new UsedFact(v.Path, Book.Subject.WordOf(v.Path), v.Text)).ToValueList(),
            JudgedOn = judgedOn,
            GovernedOn = Book.Subject.DateOf(subject),
            UnitId = unit,
            HeadId = unit is not null && headOf is not null ? headOf(unit, Book.Subject.AnswersOnOf(subject) ?? judgedOn) : null,
            BookHash = Book.Hash,
            RuleHash = ruleHash,
            SimulatedOn = Book.SimulatedOn,
            IsToCome = Book.IsToCome,
            Waiver = waivers[key with { Period = "" }].FirstOrDefault(w => w.Covers(key, judgedOn)),
        };
    }
}
