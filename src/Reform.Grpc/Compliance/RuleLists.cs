using System.Reflection;
using Reform.Domain.Compliance;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Compliance.V1;

namespace Reform.Grpc.Compliance;

/// <summary>Tells of the rules of all books, those of rule packs among them.</summary>
internal sealed class RuleLists(RuleBooks books, CaseRules rules)
{
    private const string Everything = "ruleBooks/-";

    private static readonly MethodInfo EditionsOfAny = typeof(RuleLists).GetMethod(nameof(EditionsOf), BindingFlags.NonPublic | BindingFlags.Static)!;

    // The one over stored cases is that by which they are judged.
    private RuleBook[] All =>
    [
        .. books.All.Select(b => b.Kind == rules.Book.Kind ? rules.Book : b).Concat(rules.Sets.Select(s => s.Book)).OrderBy(b => b.Kind, StringComparer.Ordinal),
    ];

    public P.ListRulesResponse List(P.ListRulesRequest request)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        RuleBook[] asked = request.Parent is "" or Everything ? All : [.. All.Where(b => RuleMapping.NameOfBook(b.Kind) == request.Parent)];
        if (asked.Length == 0)
        {
            throw RegisterRefusal.NotFound("parent", RuleMapping.NameOfBook(ResourceName.In(RuleMapping.Books, "parent", request.Parent)));
        }

        return new P.ListRulesResponse
        {
            Rules = { asked.SelectMany(b => b.Codes.Select(r => RuleMapping.ToProto(r, b.Kind, language))).OrderBy(r => r.Code, StringComparer.Ordinal) },
            RuleBooks = { asked.Select(b => new P.RuleBook { Name = RuleMapping.NameOfBook(b.Kind), Hash = b.Hash }) },
        };
    }

    public P.GetRuleResponse Get(P.GetRuleRequest request)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        (string kind, string code) = RuleMapping.In("name", request.Name);
        if (Array.Find(All, b => b.Kind == kind) is not RuleBook book || book.Codes.FirstOrDefault(r => r.Code == code) is not RuleInfo info)
        {
            throw RegisterRefusal.NotFound("name", request.Name);
        }

        P.Rule rule = RuleMapping.ToProto(info, kind, language);
        rule.Editions.AddRange((IEnumerable<P.RuleEdition>)EditionsOfAny.MakeGenericMethod(book.GetType().GenericTypeArguments).Invoke(null, [book, code])!);
        return new P.GetRuleResponse { Rule = rule };
    }

    private static IEnumerable<P.RuleEdition> EditionsOf<T>(RuleBook<T> book, string code) =>
        book.Editions.Where(e => e.Rule.Info.Code == code).Select(RuleMapping.ToProto);
}
