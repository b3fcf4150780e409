using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Compliance;

public sealed class OutsideRuleTests
{
    [Fact]
    public void A_rule_of_another_assembly_is_judged_and_reported_like_the_built_in_ones()
    {
        var context = new CaseContext(new LogMapping { Zone = DateTimeZone.Utc, Case = new CaseAttributes() });
        var evaluation = new LogEvaluation(context, BuiltInRules.Cases.With(new EndsInTheMorning()));
        CaseReport late = evaluation.Add(Case("a", new LocalTime(15, 0)));
        evaluation.Add(Case("b", new LocalTime(9, 0)));
        evaluation.Add(new LoggedCase { Id = "c", Line = 3 });

        Judgement breach = Assert.Single(late.Breaches, b => b.Rule.Code == "X-MORNING");
        Assert.Equal(("Kết thúc lúc 15:00 ngày 05/01/2026", "Quy chế mẫu"), (breach.Reason!.Sentence.Vietnamese, breach.Reason.Basis!.Citation.Vietnamese));
        RuleFigures figures = evaluation.Report().Rules.Single(r => r.Rule.Code == "X-MORNING");
        Assert.Equal((1, 1, 1, 0), (figures.Failed, figures.Passed, figures.NotApplicable, figures.Unknown));
    }

    private static LoggedCase Case(string id, LocalTime ended) => new()
    {
        Id = id,
        Line = 1,
        End = CaseTime.At(new LocalDate(2026, 1, 5).At(ended).InUtc().ToInstant(), DateTimeZone.Utc),
    };

    private sealed class EndsInTheMorning() : ComplianceRule<LoggedCaseFacts>(
        "X-MORNING", Severity.Info, new BilingualText("Kết thúc buổi chiều", "Ended in the afternoon"), LegalBasis.Citing("Quy chế mẫu"))
    {
        private static readonly ReasonKind Breach = new("ended_late_in_the_day", "Kết thúc lúc {at}", "Ended at {at}");

        protected override Specification<LoggedCaseFacts> AppliesWhen => Where(c => c.EndedOn != null);

        protected override Specification<LoggedCaseFacts> Requires => Where(c => c.EndedAtSecond < 12 * 3600);

        protected override Reason Because(LoggedCaseFacts subject) =>
            Breach.Because(Info.Basis, ("at", subject.EndedOn!.Value.At(LocalTime.FromSecondsSinceMidnight(subject.EndedAtSecond!.Value))));
    }
}
