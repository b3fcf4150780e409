using System.Globalization;
using CsCheck;
using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Rules;

public sealed class SetRuleTests
{
    private static readonly LocalDate Day = new(2025, 8, 1);
    private static readonly OnTimeShare Rule = new(80);

    [Theory]
    [InlineData(8, 0, 2, Verdict.Pass)]
    [InlineData(7, 0, 3, Verdict.Fail)]
    [InlineData(79, 0, 21, Verdict.Fail)]
    [InlineData(80, 0, 20, Verdict.Pass)]
    [InlineData(7, 1, 2, Verdict.Unknown)]
    [InlineData(6, 1, 3, Verdict.Fail)]
    [InlineData(8, 1, 1, Verdict.Pass)]
    public void A_share_is_compared_as_whole_numbers_and_the_undecided_decide_only_where_they_can(int inTime, int untold, int late, Verdict expected)
    {
        (ShareFacts set, Judgement judgement) = Assert.Single(Rule.Judge(Population("U1", inTime, untold, late), Day));

        Assert.Equal(new ShareFacts("U1", Day, inTime + untold + late, inTime, untold), set);
        Assert.Equal(expected, judgement.Verdict);
    }

    [Fact]
    public void Sets_come_in_the_order_of_their_keys_and_others_do_not_count()
    {
        Dossier[] all = [.. Population("U2", 1, 0, 9), .. Population("U1", 9, 0, 1), .. Population("U0", 0, 0, 5).Select(d => d with { State = DossierState.Open })];

        Assert.Equal(
            [("U1", Verdict.Pass), ("U2", Verdict.Fail)], Rule.Judge(all, Day).Select(s => (s.Set.Key, s.Judgement.Verdict)));
    }

    [Fact]
    public void A_share_is_never_rounded_up() => Gen.Select(Gen.Int[0, 40], Gen.Int[0, 40], Gen.Int[0, 40]).Sample(
        (inTime, untold, late) =>
        {
            if (inTime + untold + late == 0)
            {
                return true;
            }

            decimal total = inTime + untold + late;
            Verdict expected = inTime / total >= 0.8m ? Verdict.Pass : (inTime + untold) / total < 0.8m ? Verdict.Fail : Verdict.Unknown;
            return Rule.Judge(Population("U1", inTime, untold, late), Day)[0].Judgement.Verdict == expected;
        },
        iter: 1000,
        seed: "0000KoDzHfQ4");

    [Fact]
    public void A_rule_over_time_says_when_it_was_broken_and_since_when_it_is_kept()
    {
        var rule = new Requirement("T-01", d => d.Pages < 5);
        ValueList<TimelineJudgement> judged = RuleTimeline.Judge(
            rule,
            new Validity(Day, Day.PlusDays(30)),
            [Day.PlusDays(20), Day.PlusDays(10), Day.PlusDays(5), Day.PlusDays(25), Day.PlusDays(90)],
            on => on >= Day.PlusDays(25) ? null : new Dossier { Pages = on < Day.PlusDays(10) ? 1 : on < Day.PlusDays(20) ? 7 : 2 });

        Assert.Equal(
            [("2025-08-01", "2025-08-11", Verdict.Pass), ("2025-08-11", "2025-08-21", Verdict.Fail), ("2025-08-21", "2025-08-26", Verdict.Pass)],
            judged.Select(j => (Iso(j.Period.From), Iso(j.Period.To), j.Judgement.Verdict)));
        Assert.Throws<ArgumentException>(() => RuleTimeline.Judge(rule, default, [], _ => new Dossier()));
    }

    private static string Iso(LocalDate? date) => date!.Value.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<Dossier> Population(string unit, int inTime, int untold, int late) =>
        Enumerable.Repeat(new Dossier { UnitId = unit, State = DossierState.Closed, DueOn = Day, EndedOn = Day }, inTime)
            .Concat(Enumerable.Repeat(new Dossier { UnitId = unit, State = DossierState.Closed, DueOn = null, EndedOn = Day }, untold))
            .Concat(Enumerable.Repeat(new Dossier { UnitId = unit, State = DossierState.Closed, DueOn = Day, EndedOn = Day.PlusDays(1) }, late));

    private sealed class OnTimeShare(int percent) : ShareRule<Dossier>(
        new ShareTarget(
            "T-24", Severity.Warning, new BilingualText("Tỉ lệ đúng hạn dưới mục tiêu", "On-time rate below target"), LegalBasis.Citing("thử"),
            RuleParameter.Always("target_percent", new BilingualText("mục tiêu", "target"), Tightening.Higher, percent, LegalBasis.Citing("thử"))),
        d => d.UnitId)
    {
        public override Specification<Dossier> Among => Specification.Where<Dossier>(d => d.State == DossierState.Closed);

        public override Specification<Dossier> Counted => Specification.Where<Dossier>(d => d.EndedOn <= d.DueOn);

        public override Specification<Dossier> Untold => Specification.Where<Dossier>(d => d.DueOn == null);
    }
}
