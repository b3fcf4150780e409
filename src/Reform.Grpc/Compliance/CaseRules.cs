using Reform.Domain.Cases;
using Reform.Domain.Rules;

namespace Reform.Grpc.Compliance;

/// <summary>
/// The rules over stored cases and over sets of them. Rules as data come and go while the service runs: who needs the same rules twice takes
/// <see cref="Search"/> once.
/// </summary>
internal sealed class CaseRules(RuleBook<CaseFacts> given, params IReadOnlyList<CaseSetRule> sets)
{
    private readonly Lock gate = new();
    private volatile FindingSearch<CaseFacts> search = new(given);

    /// <summary>The rules without those of data.</summary>
    public RuleBook<CaseFacts> Given { get; } = given;

    public RuleBook<CaseFacts> Book => search.Book;

    /// <summary>The rules over the cases of a unit and procedure.</summary>
    public IReadOnlyList<CaseSetRule> Sets { get; } = sets;

    /// <summary>Finds what they find; who heads a unit and what is waived is added by who asks, since that changes.</summary>
    public FindingSearch<CaseFacts> Search => search;

    /// <summary>Whether the book has a rule of a code.</summary>
    public bool Has(string code) => Book.Codes.Any(r => r.Code == code);

    /// <summary>Whether a rule over cases or over sets of them has a code.</summary>
    public bool Finds(string code) => Has(code) || Sets.Any(s => s.Book.Codes.Any(r => r.Code == code));

    /// <summary>From now on these rules of data judge too, in place of those before. They are read inside the turn, so that what was read last stays.</summary>
    public void Use(IEnumerable<DataRule<CaseFacts>> data)
    {
        lock (gate)
        {
            search = new FindingSearch<CaseFacts>(data.Aggregate(Given, (book, rule) => book.With(rule)));
        }
    }
}
