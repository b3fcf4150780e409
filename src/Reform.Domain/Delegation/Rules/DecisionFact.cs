using System.Linq.Expressions;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>The facts of a decision without which no rule can tell whether it was made with authority.</summary>
internal static class DecisionFact
{
    public static readonly ValueList<Fact<DecisionFacts>> All =
    [
        Known("subject", "nội dung", "the subject matter", d => !d.LacksSubject),
        Known("territory", "địa bàn", "the territory", d => !d.LacksTerritory),
        Known("case_kind", "loại vụ việc", "the kind of case", d => !d.LacksCaseKind),
        Known("amount", "hạn mức", "the amount", d => !d.LacksAmount),
        Known("unit", "đơn vị", "the unit", d => !d.LacksUnit),
        Known("vote", "kết quả biểu quyết", "the vote", d => !d.LacksVote),
        Known("confirmation", "việc chuẩn y chức danh được bầu", "the confirmation of the elected title", d => !d.LacksConfirmation),
        Known("assignment", "việc phân công của cấp trên", "the assignment by whoever is above", d => !d.LacksAssignment),
        Known("authority_facts", "dữ kiện để kết luận về thẩm quyền", "what the authority register needs to decide", d => !d.LacksOther),
    ];

    private static Fact<DecisionFacts> Known(string name, string vietnamese, string english, Expression<Func<DecisionFacts, bool>> isKnown) =>
        new(name, new BilingualText(vietnamese, english), Specification.Where(isKnown));
}
