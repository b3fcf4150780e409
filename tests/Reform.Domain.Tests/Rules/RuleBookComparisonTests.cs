using NodaTime;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Rules;

public sealed class RuleBookComparisonTests
{
    [Fact]
    public void A_changed_threshold_is_shown_by_the_smallest_case()
    {
        RuleDifference<Dossier> difference = Single(new Requirement("T-01", d => d.Pages < 10), new Requirement("T-01", d => d.Pages < 7));

        Assert.Equal((RuleDifferenceKind.Differs, Verdict.Pass, Verdict.Fail), (difference.Kind, difference.Before, difference.After));
        Assert.Equal(("Pages", "7"), Assert.Single(difference.Facts.Select(f => (f.Name, f.Value))));
    }

    [Fact]
    public void A_moved_bound_between_two_dates_is_found()
    {
        RuleDifference<Dossier> difference = Single(
            new Requirement("T-01", d => d.EndedOn <= d.DueOn), new Requirement("T-01", d => d.EndedOn < d.DueOn));

        Assert.Equal(RuleDifferenceKind.Differs, difference.Kind);
        Assert.Equal(difference.Witness!.DueOn, difference.Witness.EndedOn);
        Assert.Equal(["DueOn", "EndedOn"], difference.Facts.Select(f => f.Name));
    }

    [Theory]
    [MemberData(nameof(Equivalent))]
    public void What_is_only_stated_otherwise_is_equivalent(string name, Requirement before, Requirement after)
    {
        Assert.NotEmpty(name);
        Assert.Equal(RuleDifferenceKind.Equivalent, Single(before, after).Kind);
    }

    public static TheoryData<string, Requirement, Requirement> Equivalent() => new()
    {
        { "De Morgan", new("T-01", d => !(d.Pages > 3 && d.IsSecret)), new("T-01", d => d.Pages <= 3 || !d.IsSecret) },
        { "whole numbers", new("T-01", d => d.Pages > 3), new("T-01", d => d.Pages >= 4) },
        { "states", new("T-01", d => d.State != DossierState.Open), new("T-01", d => d.State == DossierState.Closed || d.State == DossierState.SentBack) },
        { "transitive", new("T-01", d => d.ReceivedOn < d.DueOn && d.DueOn < d.EndedOn), new("T-01", d => d.ReceivedOn < d.DueOn && d.DueOn < d.EndedOn && d.ReceivedOn < d.EndedOn) },
        { "null", new("T-01", d => d.Copies != null && d.Copies > 0), new("T-01", d => d.Copies > 0) },
    };

    [Fact]
    public void Not_known_is_told_apart_from_zero()
    {
        RuleDifference<Dossier> difference = Single(new Requirement("T-01", d => !(d.Copies > 0)), new Requirement("T-01", d => d.Copies <= 0));

        Assert.Equal(RuleDifferenceKind.Differs, difference.Kind);
        Assert.Null(difference.Witness!.Copies);
        Assert.Empty(difference.Facts);
    }

    [Fact]
    public void A_difference_that_needs_three_facts_at_once_is_found()
    {
        string[] channels = ["online", "post"];
        RuleDifference<Dossier> difference = Single(
            new Requirement("T-01", d => d.Pages < 100),
            new Requirement("T-01", d => d.Pages < 100 && !(channels.Contains(d.Channel) && d.State == DossierState.SentBack && d.IsSecret)));

        Assert.Equal(["Channel", "IsSecret", "State"], difference.Facts.Select(f => f.Name));
        Assert.Equal("\"online\"", difference.Facts[0].Value);
    }

    [Fact]
    public void Added_removed_and_kept_rules_are_told()
    {
        var before = new RuleBook<Dossier>(Dossier.Subject, [new Requirement("T-01", d => true), new Requirement("T-02", d => d.Pages > 1)]);
        var after = new RuleBook<Dossier>(Dossier.Subject, [new Requirement("T-02", d => d.Pages > 1), new Requirement("T-03", d => true)]);

        Assert.Equal(
            [("T-01", RuleDifferenceKind.Removed), ("T-02", RuleDifferenceKind.Same), ("T-03", RuleDifferenceKind.Added)],
            RuleBookComparison.Of(before, after).Select(d => (d.Code, d.Kind)));
    }

    [Fact]
    public void What_cannot_be_tried_to_the_end_is_not_called_equivalent()
    {
        Assert.Equal(
            RuleDifferenceKind.NoneFound,
            Single(new Requirement("T-01", d => d.Pages * 2 < 0), new Requirement("T-01", d => d.Pages + d.Pages < 0)).Kind);
        Assert.Equal(
            RuleDifferenceKind.NoneFound,
            Assert.Single(RuleBookComparison.Of(
                Book(new Requirement("T-01", d => d.Pages < 10)), Book(new Requirement("T-01", d => d.Pages < 10 && d.Pages < 12)), tries: 2)).Kind);
    }

    [Fact]
    public void Dated_thresholds_differ_where_they_differ()
    {
        RuleBook<Dossier> book = Book(new EndedInTimeWithFewCopies());
        LocalDate change = EndedInTimeWithFewCopies.Change;
        RuleDifference<Dossier> difference = Assert.Single(RuleBookComparison.Of(book.AsOn(change.PlusDays(-1)), book.AsOn(change)));

        // Four copies are too many from then on, whatever else is known.
        Assert.Equal((RuleDifferenceKind.Differs, Verdict.Unknown, Verdict.Fail), (difference.Kind, difference.Before, difference.After));
        Assert.Equal([("Copies", "4"), ("State", "Closed")], difference.Facts.Select(f => (f.Name, f.Value)));
    }

    [Fact]
    public void A_rule_that_can_never_fail_is_reported()
    {
        ValueList<RuleReach<Dossier>> reach = RuleBookComparison.ReachOf(new RuleBook<Dossier>(
            Dossier.Subject,
            [
                new Requirement("T-01", d => d.Pages < 10 || d.Pages > 5), new Requirement("T-02", d => d.Pages < 10 || d.Pages > 10), new Requirement("T-03", d => d.DueOn <= d.EndedOn || d.EndedOn <= d.DueOn || d.DueOn == null || d.EndedOn == null),
            ]));

        Assert.Equal([true, false, true], reach.Select(r => r.IsUnreachable));
        Assert.Equal(10, reach[1].Reached.Single(r => r.Verdict == Verdict.Fail).Case.Pages);
    }

    private static RuleBook<Dossier> Book(params ComplianceRule<Dossier>[] rules) => new(Dossier.Subject, rules);

    private static RuleDifference<Dossier> Single(Requirement before, Requirement after) =>
        Assert.Single(RuleBookComparison.Of(Book(before), Book(after)));
}
