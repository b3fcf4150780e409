using CsCheck;
using Reform.Domain.Specifications;

namespace Reform.Domain.Tests.Specifications;

public sealed class CompositionTests
{
    private static readonly Gen<Sample> Samples =
        from number in Gen.Int[-3, 3]
        from optional in Gen.Int[-3, 3].Nullable()
        from flag in Gen.Bool
        select new Sample { Number = number, Optional = optional, Flag = flag };

    // A tree of conditions as data: built once as a specification and once as a plain delegate, which is the oracle.
    private static readonly Gen<Tree> Trees = Gen.Recursive<Tree>((depth, inner) => depth > 4
        ? Leaf
        : Gen.Frequency(
            (2, Leaf),
            (1, inner.Select(Tree.Not)),
            (2, Gen.Select(inner, inner, Tree.And)),
            (2, Gen.Select(inner, inner, Tree.Or))));

    private static Gen<Tree> Leaf =>
        Gen.OneOf(
            Gen.Int[-3, 3].Select(n => new Tree(Specification.Where<Sample>(s => s.Number > n), s => s.Number > n)),
            Gen.Int[-3, 3].Select(n => new Tree(Specification.Where<Sample>(s => s.Optional < n), s => s.Optional < n)),
            Gen.Int[-3, 3].Nullable().Select(n => new Tree(Specification.Where<Sample>(s => s.Optional != n), s => s.Optional != n)),
            Gen.Bool.Select(b => new Tree(Specification.Where<Sample>(s => s.Flag == b), s => s.Flag == b)));

    [Fact]
    public void Any_composition_judges_like_the_plain_delegates() =>
        Gen.Select(Trees, Samples).Sample((t, s) => t.Composed.IsSatisfiedBy(s) == t.Oracle(s));

    [Fact]
    public void De_Morgan_holds_both_ways() =>
        Gen.Select(Trees, Trees, Samples).Sample((a, b, s) =>
            (!(a.Composed & b.Composed)).IsSatisfiedBy(s) == (!a.Composed | !b.Composed).IsSatisfiedBy(s)
            && (!(a.Composed | b.Composed)).IsSatisfiedBy(s) == (!a.Composed & !b.Composed).IsSatisfiedBy(s));

    [Fact]
    public void Not_twice_is_the_same() =>
        Gen.Select(Trees, Samples).Sample((a, s) => (!!a.Composed).IsSatisfiedBy(s) == a.Composed.IsSatisfiedBy(s));

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Truth_tables(bool left, bool right)
    {
        Specification<Sample> one = Specification.Where<Sample>(s => s.Flag == left);
        Specification<Sample> two = Specification.Where<Sample>(s => s.Number == (right ? 1 : 0));
        var sample = new Sample { Flag = true, Number = 1 };

        Assert.Equal(left && right, (one & two).IsSatisfiedBy(sample));
        Assert.Equal(left || right, (one | two).IsSatisfiedBy(sample));
        Assert.Equal(!left, (!one).IsSatisfiedBy(sample));
    }

    [Fact]
    public void Several_conditions_of_one_specification_are_joined_by_and()
    {
        var between = new NumberBetween(2, 4);

        Assert.Equal([2, 3, 4], between.Evaluate(Numbered(0, 6)).Select(s => s.Number));
    }

    [Fact]
    public void Without_a_condition_everything_satisfies()
    {
        Assert.True(new NoCondition().IsSatisfiedBy(new Sample()));
        Assert.True(Specification.Always<Sample>().IsSatisfiedBy(new Sample()));
        Assert.False((!Specification.Always<Sample>()).IsSatisfiedBy(new Sample()));
    }

    [Fact]
    public void A_specification_composes_with_itself()
    {
        var above = new NumberAbove(2);

        Assert.Equal([3, 4], (above & above).Evaluate(Numbered(0, 5)).Select(s => s.Number));
        Assert.Empty((above & !above).Evaluate(Numbered(0, 5)));
        Assert.Equal(5, (above | !above).Evaluate(Numbered(0, 5)).Count());
    }

    [Fact]
    public void And_and_or_stop_at_the_side_that_decides()
    {
        Specification<Sample> hasText = Specification.Where<Sample>(s => s.OptionalText != null);
        Specification<Sample> isLong = Specification.Where<Sample>(s => s.OptionalText!.Length > 3);

        Assert.False((hasText & isLong).IsSatisfiedBy(new Sample()));
        Assert.True((!hasText | isLong).IsSatisfiedBy(new Sample()));
    }

    [Fact]
    public void Inner_lambdas_keep_their_own_parameters()
    {
        Specification<Sample> slow = Specification.Where<Sample>(s => s.Steps.Any(p => p.Minutes > s.Number));
        Specification<Sample> many = Specification.Where<Sample>(c => c.Steps.Count(s => s.Minutes > 0) > 1);
        var sample = new Sample { Number = 5, Steps = [new SampleStep { Minutes = 6 }, new SampleStep { Minutes = 1 }] };

        Assert.True((slow & many).IsSatisfiedBy(sample));
        Assert.True((many & slow).IsSatisfiedBy(sample));
        Assert.False((many & !slow).IsSatisfiedBy(sample));
    }

    [Fact]
    public void A_thousand_parts_compose()
    {
        Specification<Sample> any = Specification.Where<Sample>(s => s.Number == 0);
        for (int i = 1; i < 1000; i++)
        {
            int wanted = i;
            any |= Specification.Where<Sample>(s => s.Number == wanted);
        }

        Assert.Equal(1000, any.Evaluate(Numbered(-5, 1010)).Count());
    }

    [Fact]
    public void Operators_refuse_null()
    {
        Specification<Sample> any = Specification.Always<Sample>();
        Specification<Sample> none = null!;

        Assert.Throws<ArgumentNullException>(() => any & none);
        Assert.Throws<ArgumentNullException>(() => none & any);
        Assert.Throws<ArgumentNullException>(() => any | none);
        Assert.Throws<ArgumentNullException>(() => none | any);
        Assert.Throws<ArgumentNullException>(() => !none);
        Assert.Throws<ArgumentNullException>(() => Specification.Where<Sample>(null!));
    }

    private static IEnumerable<Sample> Numbered(int first, int count) =>
        Enumerable.Range(first, count).Select(n => new Sample { Number = n });

    private sealed record Tree(Specification<Sample> Composed, Func<Sample, bool> Oracle)
    {
        public static Tree Not(Tree a) => new(!a.Composed, s => !a.Oracle(s));

        public static Tree And(Tree a, Tree b) => new(a.Composed & b.Composed, s => a.Oracle(s) && b.Oracle(s));

        public static Tree Or(Tree a, Tree b) => new(a.Composed | b.Composed, s => a.Oracle(s) || b.Oracle(s));
    }
}
