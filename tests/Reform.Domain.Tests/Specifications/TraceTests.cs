using CsCheck;
using Reform.Domain.Specifications;

namespace Reform.Domain.Tests.Specifications;

public sealed class TraceTests
{
    private static readonly string[] Texts = ["a", "b", "bcd", ""];
    private static readonly Specification<Sample> Condition = Specification.Where<Sample>(s => s.Number > 3 && (s.Text == "a" || s.Text.Length > 2) && !(s.Number > 7 || s.Number == 5));

    [Fact]
    public void A_trace_tells_the_parts_that_decided()
    {
        ConditionTrace trace = Condition.Trace(new Sample { Number = 8, Text = "bcd" });

        Assert.False(trace.Holds);
        Assert.Equal(["(Number > 7)"], trace.Deciding().Select(t => t.Text));
        Assert.Equal([("Number", (object?)8)], trace.Deciding().Single().Values.Select(v => (v.Path, v.Value)));
    }

    [Fact]
    public void What_was_not_asked_is_shown_as_not_asked()
    {
        ConditionTrace trace = Condition.Trace(new Sample { Number = 1 });

        Assert.Equal([false, null, null], trace.Parts.Select(p => p.Holds));
        Assert.Equal(["(Number > 3)"], trace.Deciding().Select(t => t.Text));
    }

    [Fact]
    public void A_kept_condition_tells_what_kept_it()
    {
        ConditionTrace trace = Condition.Trace(new Sample { Number = 4, Text = "a" });

        Assert.True(trace.Holds);
        Assert.Equal(["(Number > 3)", "(Text = \"a\")", "(Number > 7)", "(Number = 5)"], trace.Deciding().Select(t => t.Text));
    }

    [Fact]
    public void A_trace_holds_exactly_when_the_condition_does() => Gen.Select(Gen.Int[0, 9], Gen.Int[0, 3].Select(i => Texts[i])).Sample(
        (number, text) =>
        {
            var sample = new Sample { Number = number, Text = text };
            return Condition.Trace(sample).Holds == Condition.IsSatisfiedBy(sample);
        },
        iter: 500);

    [Fact]
    public void Conditions_that_differ_in_a_captured_value_read_differently()
    {
        string Text(int n, string t) => Specification.Where<Sample>(s => s.Number == n && s.Text != t).ToString();

        Assert.Equal("((Number = 3) and (Text ≠ \"x\\\"y\"))", Text(3, "x\"y"));
        Assert.NotEqual(Text(3, "a"), Text(4, "a"));
        Assert.NotEqual(Text(3, "a"), Text(3, "b"));
    }
}
