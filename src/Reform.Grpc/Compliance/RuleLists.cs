using Reform.Domain.Compliance;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Compliance.V1;

namespace Reform.Grpc.Compliance;

/// <summary>Tells of the rules: those over imported logs, and those over stored cases.</summary>
internal sealed class RuleLists(CaseRules rules)
{
    private const string Everything = "ruleBooks/-";

    public P.ListRulesResponse List(P.ListRulesRequest request)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        bool all = request.Parent is "" or Everything;
        Listed[] books = [Of(BuiltInRules.Cases, language), Of(rules.Book, language)];
        Listed[] asked = all ? books : [.. books.Where(b => b.Book.Name == request.Parent)];
        if (asked.Length == 0)
        {
            throw RegisterRefusal.NotFound("parent", RuleMapping.NameOfBook(ResourceName.In(RuleMapping.Books, "parent", request.Parent)));
        }

        return new P.ListRulesResponse
        {
            Rules = { asked.SelectMany(b => b.Rules).OrderBy(r => r.Code, StringComparer.Ordinal) },
            RuleBooks = { asked.Select(b => b.Book) },
        };
    }

    public P.GetRuleResponse Get(P.GetRuleRequest request)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        (string kind, string code) = RuleMapping.In("name", request.Name);
        return new P.GetRuleResponse
        {
            Rule = Find(BuiltInRules.Cases, kind, code, language) ?? Find(rules.Book, kind, code, language) ?? throw RegisterRefusal.NotFound("name", request.Name),
        };
    }

    private static Listed Of<T>(RuleBook<T> book, Language language) => new(
        new P.RuleBook { Name = RuleMapping.NameOfBook(book.Subject.Kind), Hash = book.Hash },
        [.. book.Codes.Select(r => RuleMapping.ToProto(r, book.Subject.Kind, language))]);

    private static P.Rule? Find<T>(RuleBook<T> book, string kind, string code, Language language)
    {
        if (book.Subject.Kind != kind || book.Codes.FirstOrDefault(r => r.Code == code) is not RuleInfo info)
        {
            return null;
        }

        P.Rule rule = RuleMapping.ToProto(info, kind, language);
        rule.Editions.AddRange(book.Editions.Where(e => e.Rule.Info.Code == code).Select(RuleMapping.ToProto));
        return rule;
    }

    private sealed record Listed(P.RuleBook Book, IReadOnlyList<P.Rule> Rules);
}
