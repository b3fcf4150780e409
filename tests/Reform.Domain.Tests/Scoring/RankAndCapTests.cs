using System.Globalization;
using CsCheck;
using Reform.Domain.Legal;
using Reform.Domain.Scoring;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Scoring;

/// <summary>The algebra of ranks, and the cap against its own definition, tried out number by number.</summary>
public sealed class RankAndCapTests
{
    private static readonly Gen<UnitScore[]> Scores =
        Gen.Select(Gen.OneOf("ban", "xã"), Gen.Int[9550, 9558]).Array[0, 14].Select(units => units
            .Select((u, i) => Score(i.ToString(CultureInfo.InvariantCulture), u.Item1, u.Item2 / 100m)).ToArray());

    [Fact]
    public void A_rank_is_one_more_than_the_units_of_the_group_that_are_better() => Scores.Sample(scores => Ranks.Of(scores).All(r =>
        r.Rank == 1 + scores.Count(s => s.Group == r.Group && s.Index > r.Index)));

    [Fact]
    public void Ranks_do_not_depend_on_the_order_of_the_units() => Gen.Select(Scores, Gen.Int).Sample((scores, seed) =>
        Ranks.Of(scores).ToHashSet().SetEquals(Ranks.Of(scores.OrderBy(s => HashCode.Combine(s.UnitId, seed)))));

    [Fact]
    public void A_unit_without_an_index_is_not_ranked_and_a_unit_that_stands_twice_is_refused()
    {
        UnitScore[] scores = [Score("1", "xã", 90), Score("2", "xã", 90) with { Index = null }, Score("3", "xã", 80)];

        Assert.Equal([("1", 1), ("3", 2)], Ranks.Of(scores).Select(r => (r.UnitId, r.Rank)));
        RecordInputException refused = Assert.Throws<RecordInputException>(() => Ranks.Of([scores[0], scores[0]]));
        Assert.Equal(("duplicate_unit", "scores[1]"), (refused.Problems[0].Code, refused.Problems[0].Field));
    }

    [Fact]
    public void The_places_are_the_most_that_keep_the_rule() => Gen.Select(
        Gen.Int[0, 40], Gen.Int[0, 40], Gen.Int[0, 40], Gen.OneOf(20, 25, 33, 0, 100, 50), Gen.OneOf(Enum.GetValues<CapBase>())).Sample(
        (candidates, good, others, percent, reading) =>
        {
            // The definition, in whole numbers: 100 times the places is at most the percentage of the base.
            bool Keeps(int places) => places * 100 <= percent * (reading switch
            {
                CapBase.AfterDemotion => good + candidates - places,
                CapBase.BeforeDemotion => good,
                CapBase.GoodOrBetter => good + candidates,
                _ => good + candidates + others,
            });
            int expected = Enumerable.Range(0, candidates + 1).Where(Keeps).Max();
            return new ExcellenceCap((decimal)percent / 100, reading).Seats(candidates, good, others) == expected;
        },
        iter: 5000);

    [Fact]
    public void Nobody_is_chosen_before_a_better_one_and_equal_ones_at_the_cut_are_left_to_people() => Gen.Select(
        Gen.Select(Gen.Int[90, 93], Gen.Int[0, 2]).Array[0, 12], Gen.Int[0, 30]).Sample(
        (units, good) =>
        {
            ValueList<CapCandidate> candidates = units.Select((u, i) => new CapCandidate(i.ToString(CultureInfo.InvariantCulture), u.Item1, [u.Item2])).ToValueList();

            CapResult result = ExcellenceCap.Default.Apply(candidates, good, 0);

            int Order(string id) => (units[int.Parse(id, CultureInfo.InvariantCulture)].Item1 * 10) + units[int.Parse(id, CultureInfo.InvariantCulture)].Item2;
            bool isOrdered = result.Selected.All(s => result.Undecided.Concat(result.Demoted).All(d => Order(s) > Order(d)))
                && result.Undecided.All(u => result.Demoted.All(d => Order(u) > Order(d)));
            return isOrdered
                && result.Selected.Count + result.SeatsUndecided == result.Seats
                && result.Undecided.Select(Order).Distinct().Count() <= 1
                && (result.Undecided.Count == 0) == (result.SeatsUndecided == 0)
                && result.SeatsUndecided <= Math.Max(0, result.Undecided.Count - 1)
                && result.Selected.Concat(result.Undecided).Concat(result.Demoted).Order().SequenceEqual(candidates.Select(c => c.Id).Order());
        },
        iter: 5000);

    [Theory]
    [InlineData("1.01")]
    [InlineData("-0.01")]
    public void A_share_outside_its_range_is_refused(string share) =>
        Assert.Throws<RecordInputException>(() => new ExcellenceCap(Examples.Number(share), CapBase.AfterDemotion));

    private static UnitScore Score(string id, string group, decimal index) => new(id, group, [], 0, 0, 100, (Fraction)index, (Fraction)index);
}
