using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Rules;

namespace Reform.Domain.Tests.Rules;

/// <summary>An object is judged by the rules of its own date; by those of another only when that is said.</summary>
public sealed class RuleDatesTests
{
    private static readonly LocalDate Change = EndedInTimeWithFewCopies.Change;
    private static readonly LocalDate Before = Change.PlusDays(-1);
    private static readonly Dossier Four = new() { State = DossierState.Closed, DueOn = Change, EndedOn = Change, Copies = 4, ReceivedOn = Before };
    private static readonly RuleBook<Dossier> Book = new(Dossier.Subject, [new EndedInTimeWithFewCopies()]);

    [Fact]
    public void Thresholds_are_those_of_the_date_of_the_object()
    {
        Assert.Equal(Verdict.Pass, VerdictOf(Book, Four));
        Assert.Equal(Verdict.Fail, VerdictOf(Book, Four with { ReceivedOn = Change }));
        Assert.Equal(5, Assert.Single(Book.Judge(Four).Judged).Values["most_copies"]);
    }

    [Fact]
    public void An_object_without_a_date_is_not_judged_by_a_guessed_one()
    {
        Judgement judgement = Assert.Single(Book.Judge(Four with { ReceivedOn = null }).Judged);

        Assert.Equal(Verdict.Unknown, judgement.Verdict);
        Assert.Equal("governing_date", Assert.Single(judgement.Missing).Name);
    }

    [Fact]
    public void Todays_rules_for_an_old_case_are_a_simulation_and_say_so()
    {
        RuleBook<Dossier> today = Book.AsOn(Change);

        Assert.Equal(Verdict.Fail, VerdictOf(today, Four));
        Assert.Equal(Change, today.SimulatedOn);
        Assert.NotEqual(Book.Hash, today.Hash);
        Assert.Equal(Change, Assert.Single(new FindingSearch<Dossier>(today).In(Four, Change)).SimulatedOn);
    }

    [Fact]
    public void A_rule_binds_from_its_first_day_and_not_on_its_end()
    {
        var rule = new Requirement("T-01", d => false, new Validity(Before, Change));
        var book = new RuleBook<Dossier>(Dossier.Subject, [rule]);

        Assert.Equal(Verdict.NotApplicable, VerdictOf(book, Four with { ReceivedOn = Before.PlusDays(-1) }));
        Assert.Equal(Verdict.Fail, VerdictOf(book, Four));
        Assert.Equal(Verdict.NotApplicable, VerdictOf(book, Four with { ReceivedOn = Change }));
    }

    [Fact]
    public void One_code_may_come_twice_for_two_periods_and_not_for_one()
    {
        var old = new Requirement("T-01", d => d.Pages < 10, new Validity(null, Change));
        var now = new Requirement("T-01", d => d.Pages < 5, new Validity(Change, null));
        var book = new RuleBook<Dossier>(Dossier.Subject, [now, old]);

        Assert.Equal(Verdict.Pass, VerdictOf(book, Four with { Pages = 7 }));
        Assert.Equal(Verdict.Fail, VerdictOf(book, Four with { Pages = 7, ReceivedOn = Change }));
        Assert.Throws<ArgumentException>(() => book.With(new Requirement("T-01", d => true)));
    }

    [Fact]
    public void What_is_announced_and_does_not_bind_yet_is_a_failure_to_come()
    {
        var rule = new Requirement("T-01", d => d.Pages < 5, new Validity(Change, null), announced: Before.PlusDays(-10));
        var book = new RuleBook<Dossier>(Dossier.Subject, [rule, new Requirement("T-02", d => true)]);
        Dossier thick = Four with { Pages = 7 };

        Assert.DoesNotContain(book.Judge(thick).Judged, j => j.Verdict == Verdict.Fail);
        Finding coming = Assert.Single(new FindingSearch<Dossier>(book.ToComeOn(Before)).In(thick, Before));
        Assert.True(coming.IsToCome);
        Assert.Empty(book.ToComeOn(Before.PlusDays(-11)).Rules);
        Assert.Empty(book.ToComeOn(Change).Rules);
    }

    [Fact]
    public void A_unit_may_tighten_a_threshold_and_only_its_objects_are_judged_by_it()
    {
        RuleBook<Dossier> book = Book.With(Own(4, new Validity(null, Change)));

        Assert.Equal(Verdict.Pass, VerdictOf(book, Four));
        Assert.Equal(Verdict.Fail, VerdictOf(book, Four with { Copies = 5 }));
        Assert.Equal(Verdict.Pass, VerdictOf(book, Four with { Copies = 5, UnitId = "U2" }));
        Assert.Equal(Verdict.Pass, VerdictOf(Book, Four with { Copies = 5 }));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(4)]
    public void A_unit_may_not_loosen_a_threshold_on_any_of_its_days(int value) =>
        Assert.Contains("looser", Assert.Throws<ArgumentException>(() => Book.With(Own(value, default))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_threshold_of_no_rule_or_given_twice_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Book.With(Own(3, default) with { RuleCode = "T-99" }));
        Assert.Throws<ArgumentException>(() => Book.With(Own(3, default) with { Parameter = "least_copies" }));
        Assert.Throws<ArgumentException>(() => Book.With(Own(3, default)).With(Own(2, new Validity(Change, null))));
    }

    [Fact]
    public void What_if_a_threshold_were_another_may_be_looser()
    {
        Dossier many = Four with { Copies = 9, ReceivedOn = Change };

        Assert.Equal(Verdict.Fail, VerdictOf(Book, many));
        Assert.Equal(Verdict.Pass, VerdictOf(Book.WhatIf("T-CAS-01", "most_copies", 9), many));
        Assert.Throws<ArgumentException>(() => Book.WhatIf("T-CAS-01", "pages", 9));
    }

    [Fact]
    public void The_conditions_of_all_editions_say_what_judging_says()
    {
        RuleBook<Dossier> book = Book.With(Own(2, new Validity(Change.PlusDays(3), null)));
        Assert.Equal(4, book.Editions.Count());
        foreach (LocalDate? on in new LocalDate?[] { Before, Change, Change.PlusDays(2), Change.PlusDays(3) })
        {
            foreach (string unit in new[] { "U1", "U2" })
            {
                for (int copies = 1; copies < 7; copies++)
                {
                    Dossier dossier = Four with { ReceivedOn = on, UnitId = unit, Copies = copies };
                    Verdict verdict = VerdictOf(book, dossier);
                    Assert.Equal(
                        [verdict],
                        Enum.GetValues<Verdict>().SelectMany(v => book.Editions.Where(e => e.Gives(v).IsSatisfiedBy(dossier)).Select(_ => v)));
                }
            }
        }
    }

    [Fact]
    public void The_hash_follows_from_the_content_alone()
    {
        Assert.Equal(32, Book.Hash.Length);
        Assert.Equal(Book.Hash, new RuleBook<Dossier>(Dossier.Subject, [new EndedInTimeWithFewCopies()]).Hash);
        Assert.NotEqual(Book.Hash, Book.With(new Requirement("T-01", d => true)).Hash);
        Assert.NotEqual(
            Book.With(new Requirement("T-01", d => d.Pages < 5)).Hash, Book.With(new Requirement("T-01", d => d.Pages < 6)).Hash);
        Assert.NotEqual(Book.Hash, Book.With(Own(3, default)).Hash);
    }

    [Fact]
    public void Many_objects_are_judged_on_all_cores_in_their_order()
    {
        Dossier[] many = [.. Enumerable.Range(0, 5000).Select(i => Four with { Id = "D" + i, Copies = i % 7 })];

        Assert.Equal(many.Select(d => VerdictOf(Book, d)), Book.Judge(many).Select(j => j.Judged[0].Verdict));
    }

    private static UnitThreshold Own(int value, Validity validity) =>
        new("T-CAS-01", "most_copies", "U1", value, validity, LegalBasis.Citing("Quy chế của đơn vị"));

    private static Verdict VerdictOf(RuleBook<Dossier> book, Dossier dossier) => Assert.Single(book.Judge(dossier).Judged).Verdict;
}
