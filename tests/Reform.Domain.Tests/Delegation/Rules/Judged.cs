using Reform.Domain.Compliance;
using Reform.Domain.Delegation;
using Reform.Domain.Organizations;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Delegation.Rules;

/// <summary>What the built-in books say of one object by one code.</summary>
internal static class Judged
{
    public static Judgement By<T>(this RuleBook<T> book, string code, T facts) => book.Judge(facts).Judged.Single(j => j.Rule.Code == code);

    public static Judgement Decision(this AuthorityRegister register, string code, AuthorityQuestion question, VoteResult? vote = null) =>
        BuiltInRules.Decisions.By(code, register.FactsOf("d", question, vote));

    public static Judgement Grant(this AuthorityRegister register, string code, string grantId) => BuiltInRules.Grants.By(code, register.FactsOf(grantId));

    public static IEnumerable<string> Failed(this AuthorityRegister register, AuthorityQuestion question) =>
        BuiltInRules.Decisions.Judge(register.FactsOf("d", question)).With(Verdict.Fail).Select(j => j.Rule.Code);

    public static ValueList<string> MissingNames(this Judgement judgement) => judgement.Missing.Select(m => m.Name).ToValueList();
}
