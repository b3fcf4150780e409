using CsCheck;
using Reform.Domain.Cases;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Cases;

public sealed class StepConformanceTests
{
    [Theory]
    [InlineData("abc", "abc", true, "", "", "", "")]
    [InlineData("abc", "acb", false, "", "c", "", "")]
    [InlineData("abc", "ab", false, "c", "", "", "")]
    [InlineData("abc", "abbc", false, "", "", "b", "")]
    [InlineData("abc", "axbyc", false, "", "", "", "xy")]
    [InlineData("abc", "cba", false, "", "bc", "", "")]
    [InlineData("abc", "", false, "abc", "", "", "")]
    [InlineData("abc", "ccab", false, "", "c", "c", "")]
    [InlineData("abcd", "acbd", false, "", "c", "", "")]
    public void Activities_compare_with_steps(string steps, string done, bool exact, string missing, string outOfOrder, string repeated, string extra)
    {
        StepConformance c = StepConformance.Of(List(steps), List(done));
        Assert.Equal(exact, c.IsExact);
        Assert.Equal((List(missing), List(repeated), List(extra)), (c.Missing, c.Repeated, c.Extra));
        Assert.Equal(outOfOrder.Length > 0, c.OutOfOrder.Count > 0);
    }

    [Fact]
    public void It_agrees_with_the_definition_read_word_by_word() => Gen.Select(Gen.Int[0, 5], Gen.Int[0, 7].List[0, 9]).Sample((count, numbers) =>
    {
        ValueList<string> steps = Enumerable.Range(0, count).Select(Name).ToValueList();
        ValueList<string> done = numbers.Select(Name).ToValueList();
        StepConformance c = StepConformance.Of(steps, done);
        List<string> list = [.. done];
        bool someStepComesBeforeAnEarlierOne = steps.SelectMany((later, j) => steps.Take(j).Select(earlier => (earlier, later)))
            .Any(p => list.Contains(p.earlier) && list.Contains(p.later) && list.IndexOf(p.later) < list.IndexOf(p.earlier));
        return c.IsExact == steps.SequenceEqual(done)
            && c.Missing.SequenceEqual(steps.Where(s => !list.Contains(s)))
            && c.Repeated.SequenceEqual(steps.Where(s => list.Count(a => a == s) > 1))
            && c.Extra.SequenceEqual(list.Where(a => !steps.Contains(a)).Distinct())
            && (c.OutOfOrder.Count > 0) == someStepComesBeforeAnEarlierOne;
    });

    private static string Name(int number) => ((char)('a' + number)).ToString();

    private static ValueList<string> List(string letters) => letters.Select(l => l.ToString()).ToValueList();
}
