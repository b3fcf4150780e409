namespace Reform.Domain.Tests.Specifications;

public sealed class SealingTests
{
    public static TheoryData<string, Action<NumberBetween>> Uses => new()
    {
        { "judged", s => s.IsSatisfiedBy(new Sample()) },
        { "evaluated", s => s.Evaluate(Array.Empty<Sample>()) },
        { "queried", s => s.Evaluate(Array.Empty<Sample>().AsQueryable()) },
        { "read", s => _ = s.Expression },
        { "and", s => _ = s & s },
        { "or", s => _ = s | s },
        { "not", s => _ = !s },
    };

    [Theory]
    [MemberData(nameof(Uses))]
    public void The_first_use_seals_it(string use, Action<NumberBetween> action)
    {
        var between = new NumberBetween(1, 3);

        action(between);

        Assert.True(Assert.Throws<InvalidOperationException>(between.AddLate).Message.Length > 0, use);
        Assert.True(between.IsSatisfiedBy(new Sample { Number = 2 }));
    }

    [Fact]
    public void Until_then_a_condition_can_be_added()
    {
        var between = new NumberBetween(0, 3);

        between.AddLate();

        Assert.True(between.IsSatisfiedBy(new Sample { Number = 0 }));
        Assert.False(between.IsSatisfiedBy(new Sample { Number = 2 }));
    }
}
