using Reform.Domain.Cases;
using Reform.Domain.Rules;

namespace Reform.Grpc.Compliance;

/// <summary>The rules over stored cases, made ready once.</summary>
internal sealed class CaseRules(RuleBook<CaseFacts> book)
{
    public RuleBook<CaseFacts> Book { get; } = book;

    /// <summary>Finds what they find; who heads a unit and what is waived is added by who asks, since that changes.</summary>
    public FindingSearch<CaseFacts> Search { get; } = new(book);

    /// <summary>Whether the book has a rule of a code.</summary>
    public bool Has(string code) => Book.Codes.Any(r => r.Code == code);
}
