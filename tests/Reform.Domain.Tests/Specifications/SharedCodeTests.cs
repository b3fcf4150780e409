using Reform.Domain.Specifications;

namespace Reform.Domain.Tests.Specifications;

public sealed class SharedCodeTests
{
    private static readonly Sample Three = new() { Number = 3, Text = "ba" };

    [Fact]
    public void A_second_instance_does_not_compile_again()
    {
        long first = Allocated(() => ByNumber(1).IsSatisfiedBy(Three));
        long second = Allocated(() => ByNumber(2).IsSatisfiedBy(Three));

        Assert.InRange(second, 1, first * 2 / 3);

        static Specification<Sample> ByNumber(int n) => Specification.Where<Sample>(s => s.Number + s.Id * 7 == n);
    }

    [Fact]
    public void Conditions_stated_in_two_places_share_when_they_look_alike()
    {
        long here = Allocated(() => Specification.Where<Sample>(x => x.Text.Length - x.Id * 11 == 3).IsSatisfiedBy(Three));
        long elsewhere = Allocated(() => Specification.Where<Sample>(y => y.Text.Length - y.Id * 11 == 4).IsSatisfiedBy(Three));

        Assert.InRange(elsewhere, 1, here * 2 / 3);
    }

    [Fact]
    public void Instances_of_one_shape_give_their_own_answers()
    {
        Specification<Sample>[] equals = [.. Enumerable.Range(0, 6).Select(n => Specification.Where<Sample>(s => s.Number == n))];

        Assert.Equal([false, false, false, true, false, false], equals.Select(s => s.IsSatisfiedBy(Three)));
        Assert.Equal([false, false, false, true, false, false], equals.Select(s => s.IsSatisfiedBy(Three)));
    }

    [Fact]
    public void Composed_instances_of_one_shape_give_their_own_answers()
    {
        Specification<Sample> Outside(int least, int most) => !new NumberBetween(least, most);

        Assert.False(Outside(1, 3).IsSatisfiedBy(Three));
        Assert.True(Outside(4, 5).IsSatisfiedBy(Three));
        Assert.True(Outside(0, 2).IsSatisfiedBy(Three));
    }

    [Fact]
    public void Literals_and_captured_values_in_the_same_place_are_told_apart_from_others()
    {
        string captured = "ba";

        Assert.True(Specification.Where<Sample>(s => s.Text == captured && s.Number == 3).IsSatisfiedBy(Three));
        Assert.True(Specification.Where<Sample>(s => s.Text == "ba" && s.Number == 3).IsSatisfiedBy(Three));
        Assert.False(Specification.Where<Sample>(s => s.Text == "bốn" && s.Number == 3).IsSatisfiedBy(Three));
        Assert.False(Specification.Where<Sample>(s => s.Text == "ba" && s.Number == 4).IsSatisfiedBy(Three));
    }

    [Fact]
    public void Conditions_that_differ_in_one_operator_member_method_or_type_do_not_share()
    {
        int n = 3;
        Assert.True(Specification.Where<Sample>(s => s.Number == n).IsSatisfiedBy(Three));
        Assert.False(Specification.Where<Sample>(s => s.Number != n).IsSatisfiedBy(Three));
        Assert.False(Specification.Where<Sample>(s => s.Id == n).IsSatisfiedBy(Three));
        Assert.True(Specification.Where<Sample>(s => s.Text.StartsWith('b')).IsSatisfiedBy(Three));
        Assert.False(Specification.Where<Sample>(s => s.Text.EndsWith('b')).IsSatisfiedBy(Three));
        Assert.True(Specification.Where<Sample>(s => unchecked(s.Number * int.MaxValue) != 0).IsSatisfiedBy(Three));
        Assert.Throws<OverflowException>(
            () => Specification.Where<Sample>(s => checked(s.Number * int.MaxValue) != 0).IsSatisfiedBy(Three));
        Assert.True(Specification.Where<Sample>(s => (object)s is Sample).IsSatisfiedBy(Three));
        Assert.False(Specification.Where<Sample>(s => (object)s is SampleStep).IsSatisfiedBy(Three));
    }

    [Fact]
    public void Inner_lambdas_refer_to_the_right_parameter()
    {
        var sample = new Sample { Steps = [new SampleStep { Id = 1, Minutes = 1 }, new SampleStep { Id = 2, Minutes = 9 }] };

        Assert.False(Specification.Where<Sample>(s => s.Steps.All(a => s.Steps.Any(b => a.Minutes > b.Id))).IsSatisfiedBy(sample));
        Assert.True(Specification.Where<Sample>(s => s.Steps.All(a => s.Steps.Any(b => b.Minutes > a.Id))).IsSatisfiedBy(sample));
    }

    // What compiling costs shows on the thread that compiles; the other tests run on theirs.
    private static long Allocated(Func<bool> judge)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        judge();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
