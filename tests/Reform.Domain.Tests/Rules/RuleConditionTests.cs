using CsCheck;
using NodaTime;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Rules;

/// <summary>Several conditions, each with facts of its own: what is broken fails, whatever is missing elsewhere.</summary>
public sealed class RuleConditionTests
{
    private static readonly LocalDate Due = new(2025, 8, 1);
    private static readonly EndedInTimeWithFewCopies Rule = new();
    private static readonly Dossier Good = new() { State = DossierState.Closed, DueOn = Due, EndedOn = Due, Copies = 3 };

    private static readonly Gen<Dossier> Dossiers =
        from state in Gen.Enum<DossierState>()
        from secret in Gen.Bool
        from due in Gen.Int[0, 2].Nullable()
        from ended in Gen.Int[0, 2].Nullable()
        from copies in Gen.Int[2, 6].Nullable()
        select new Dossier
        {
            State = state,
            IsSecret = secret,
            DueOn = due is int d ? Due.PlusDays(d) : null,
            EndedOn = ended is int e ? Due.PlusDays(e) : null,
            Copies = copies,
        };

    [Fact]
    public void Both_sides_of_every_bound()
    {
        Given(Good).Passes();
        Given(Good with { EndedOn = Due.PlusDays(1) }).Fails("late_or_many", ("ended", "2025-08-02"), ("most", "3"));
        Given(Good with { Copies = 4 }).Fails("late_or_many");
        Given(Good with { State = DossierState.Open, Copies = 4 }).DoesNotApply();
        Given(Good with { IsSecret = true, Copies = 4 }).DoesNotApply();
    }

    [Fact]
    public void What_is_broken_fails_whatever_is_missing_elsewhere()
    {
        Given(Good with { EndedOn = null, Copies = 4 }).Fails("late_or_many");
        Given(Good with { Copies = null, EndedOn = Due.PlusDays(1) }).Fails("late_or_many");
    }

    [Fact]
    public void What_is_missing_and_would_decide_is_named()
    {
        Given(Good with { EndedOn = null }).IsUndecided("ended_on");
        Given(Good with { EndedOn = null, DueOn = null, Copies = null }).IsUndecided("ended_on", "due_on", "copies");
        Given(Good with { Copies = null }).IsUndecided("copies");
    }

    [Fact]
    public void Of_any_object_exactly_one_condition_of_the_four_holds_and_it_is_the_verdict()
    {
        Dictionary<Verdict, int> seen = [];
        Dossiers.Sample(
            d =>
            {
                Verdict verdict = Rule.VerdictOn(d);
                lock (seen)
                {
                    seen[verdict] = seen.GetValueOrDefault(verdict) + 1;
                }

                return Rule.Judge(d).Verdict == verdict && verdict == ByHand(d)
                    && Enum.GetValues<Verdict>().All(v => Rule.Gives(v).IsSatisfiedBy(d) == (v == verdict));
            },
            iter: 5000,
            seed: "0000KoDzHfQ4");
        Assert.Equal(4, seen.Count);
    }

    [Fact]
    public void The_explanation_says_what_decided_with_its_values()
    {
        RuleExplanation explanation = Rule.Explain(Good with { EndedOn = Due.PlusDays(1) });

        Assert.Equal(Verdict.Fail, explanation.Judgement.Verdict);
        Assert.Equal(
            [
                "T-CAS-01: Ended 2 August 2025, at most 3 copies",
                "Broken: not: (EndedOn ≤ DueOn), ended on = 2 August 2025; due date = 1 August 2025",
                "Kept: (Copies ≤ 3), copies = 3",
            ],
            explanation.Sentences(Dossier.Subject).Select(s => s.In(Language.English)));
        Assert.Equal(
            "Không đạt: không: (EndedOn ≤ DueOn), ngày kết thúc = 02/08/2025; hạn trả = 01/08/2025",
            explanation.Sentences(Dossier.Subject)[1].In(Language.Vietnamese));
    }

    [Fact]
    public void The_explanation_says_why_a_rule_did_not_fire()
    {
        Assert.Equal(
            ["T-CAS-01: does not apply", "The rule does not apply: not: !IsSecret, IsSecret = yes"],
            Rule.Explain(Good with { IsSecret = true }).Sentences(Dossier.Subject).Select(s => s.In(Language.English)));
    }

    [Fact]
    public void An_expectation_that_is_not_met_says_how_it_came_about()
    {
        RuleExpectationException verdict = Assert.Throws<RuleExpectationException>(() => Given(Good with { Copies = 4 }).Passes());
        Assert.Contains("expected Pass, found Fail", verdict.Message, StringComparison.Ordinal);
        Assert.Contains("copies = 4", verdict.Message, StringComparison.Ordinal);
        Assert.Throws<RuleExpectationException>(() => Given(Good with { Copies = 4 }).Fails("other"));
        Assert.Throws<RuleExpectationException>(() => Given(Good with { Copies = 4 }).Fails("late_or_many", ("most", "4")));
        Assert.Throws<RuleExpectationException>(() => Given(Good with { Copies = null }).IsUndecided("pages"));
    }

    private static RuleExpectation<Dossier> Given(Dossier facts) => RuleExpectation.Given(Rule, facts, Dossier.Subject);

    private static Verdict ByHand(Dossier d)
    {
        if (d.State != DossierState.Closed || d.IsSecret)
        {
            return Verdict.NotApplicable;
        }

        bool? inTime = d.EndedOn is LocalDate ended && d.DueOn is LocalDate due ? ended <= due : null;
        bool? few = d.Copies is int copies ? copies <= 3 : null;
        return inTime == false || few == false ? Verdict.Fail : inTime is null || few is null ? Verdict.Unknown : Verdict.Pass;
    }
}
