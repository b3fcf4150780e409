using Reform.Domain.Scoring;

namespace Reform.Domain.Tests.Scoring;

/// <summary>A second file with another tree, other formulas and other level rules, worked out by hand.</summary>
public sealed class SecondScoringExampleTests
{
    private static readonly ScoreSheet Sheet = Examples.Score(Examples.Second);

    // V1
    //   L1.1  (5 + 1/2) / 7 = 11/14; / 0.9 = 110/126; x 15 = 13.0952…                          13.10
    //   L1.2  2/3 reaches the step from 0.5, not that from 1                                       5
    //   L2    2024 has a 29 February: 1 March is one day late                                      7.50
    //   P1    1 - (2 + 1) / (11 + 1) = 0.75; 5 + 0.05 / 0.3 x 15                                   7.50
    //   P2    1/7, -1/3 (lengthened), 1/2: mean (6 - 14 + 21)/42/3 = 13/126; / 0.3 x 15 = 5.1587…  5.16
    //   Q     no gaps                                                                             10
    //   R     4.005, half away from zero                                                           4.01
    //   S     (2 + 0.5) / 3 x 10 = 8.333…                                                          8.33
    //   sum 60.60; bonus 3 x 0.125 = 0.375 without a cap; 60.975 of 100: half away from zero      60.98
    //   tasks are counted in L1.1 alone: done 6/7 >= 0.5, index >= 60: Completed (the first rule)
    // V2
    //   L1.1  nothing due: not applicable. L1.2 0: else 1. L2 never issued: 0.
    //   P1    1 - 3/7 < 0.7: 2. P2 lengthened by half: not below 0. Q 0. R 0. S 1 < 3 respondents: not applicable.
    //   scale 100 - 15 - 10 = 75; 3 - 2 x 50 without a cap = -97, clamped to 0; index 0 < 30: NotCompleted
    // V3, V5
    //   0 + 10 + 15 + 20 + 15 + 10, R and S without evidence: 70. Done 0/2 and not trusted; below 80; not below 30: Indeterminate
    // V4 (alone in its group)
    //   0 + 10 + 15 + 20 + 0 (no evidence) + 10 + 5 + 10 = 70; bonus 4 x 0.125: 70.50; trusted: Completed
    [Theory]
    [InlineData("V1", "13.10 5.00 7.50 7.50 5.16 10.00 4.01 8.33", "0.375", "60.975", "100", "60.98", 3, RatingLevel.Completed)]
    [InlineData("V2", "– 1.00 0.00 2.00 0.00 0.00 0.00 –", "-100", "0", "75", "0.00", 4, RatingLevel.NotCompleted)]
    [InlineData("V3", "0.00 10.00 15.00 20.00 15.00 10.00 0.00 0.00", "0", "70", "100", "70.00", 1, RatingLevel.Indeterminate)]
    [InlineData("V4", "0.00 10.00 15.00 20.00 0.00 10.00 5.00 10.00", "0.5", "70.5", "100", "70.50", 1, RatingLevel.Completed)]
    [InlineData("V5", "0.00 10.00 15.00 20.00 15.00 10.00 0.00 0.00", "0", "70", "100", "70.00", 1, RatingLevel.Indeterminate)]
    public void A_unit_comes_out_as_worked_out_by_hand(
        string id, string leaves, string adjust, string total, string scale, string index, int rank, RatingLevel level)
    {
        ScoredUnit unit = Sheet.Unit(id);

        Assert.Equal(leaves, string.Join(' ', unit.Score.Leaves.Select(l => l.Shown() ?? "–")));
        Assert.Equal((adjust, total, scale), (unit.Score.Adjustment.ToString(), unit.Score.Total.ToString(), unit.Score.ApplicableMax.ToString()));
        Assert.Equal((index, rank, level), (unit.Score.Index!.Value.ToFixed(2), unit.Rank, unit.Level.Level));
    }

    [Fact]
    public void Leaves_stand_in_the_order_of_the_tree() => Assert.Equal(
        ["L1.1", "L1.2", "L2", "P1", "P2", "Q", "R", "S"], Sheet.Units[0].Score.Leaves.Select(l => l.LeafId));
}
