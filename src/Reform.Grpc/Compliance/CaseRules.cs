using Reform.Domain.Cases;
using Reform.Domain.Rules;

namespace Reform.Grpc.Compliance;

/// <summary>The rules over stored cases and over sets of them, made ready once.</summary>
internal sealed class CaseRules(RuleBook<CaseFacts> book, params IReadOnlyList<CaseSetRule> sets)
{
    public RuleBook<CaseFacts> Book { get; } = book;

    /// <summary>The rules over the cases of a unit and procedure.</summary>
    public IReadOnlyList<CaseSetRule> Sets { get; } = sets;

    /// <summary>Finds what they find; who heads a unit and what is waived is added by who asks, since that changes.</summary>
    public FindingSearch<CaseFacts> Search { get; } = new(book);

    /// <summary>Whether the book has a rule of a code.</summary>
    public bool Has(string code) => Book.Codes.Any(r => r.Code == code);

    /// <summary>Whether a rule over cases or over sets of them has a code.</summary>
    public bool Finds(string code) => Has(code) || Sets.Any(s => s.Book.Codes.Any(r => r.Code == code));
}
