using Ardalis.Specification;
using R = Reform.Domain.Specifications;

namespace Reform.Interop.Ardalis.Tests;

public sealed class ArdalisSpecificationsTests
{
    private static readonly Item[] Items = [.. Enumerable.Range(0, 6).Select(n => new Item(n, n % 2 == 0 ? "chẵn" : null))];

    public static TheoryData<string, Specification<Item>> MoreThanConditions => new()
    {
        { "Search", Made(q => q.Search(i => i.Name!, "%a%")) },
        { "OrderBy", Made(q => q.OrderBy(i => i.Number)) },
        { "Skip", Made(q => q.Skip(1)) },
        { "Take", Made(q => q.Take(1)) },
        { "Include", Made(q => q.Include(i => i.Name)) },
        { "Include", Made(q => q.Include("Name")) },
        { "IgnoreQueryFilters", Made(q => q.IgnoreQueryFilters()) },
        { "PostProcessingAction", Made(q => q.PostProcessingAction(found => found)) },
        { "Select", new Names() },
    };

    [Fact]
    public void Its_conditions_are_joined_by_and()
    {
        R.Specification<Item> taken = Made(q => q.Where(i => i.Number > 1).Where(i => i.Name == null)).FromArdalis();

        Assert.Equal([3, 5], taken.Evaluate(Items).Select(i => i.Number));
        Assert.Equal([3, 5], taken.Evaluate(Items.AsQueryable()).Select(i => i.Number));
    }

    [Fact]
    public void Without_conditions_everything_satisfies() =>
        Assert.Equal(6, new Specification<Item>().FromArdalis().Evaluate(Items).Count());

    [Fact]
    public void What_is_taken_composes()
    {
        R.Specification<Item> above = Made(q => q.Where(i => i.Number > 1)).FromArdalis();
        R.Specification<Item> even = Made(q => q.Where(i => i.Name != null)).FromArdalis();

        Assert.Equal([0, 1, 2, 4], (!above | even).Evaluate(Items).Select(i => i.Number));
    }

    [Fact]
    public void A_condition_added_later_changes_nothing()
    {
        Specification<Item> open = Made(q => q.Where(i => i.Number > 1));
        R.Specification<Item> taken = open.FromArdalis();

        open.Query.Where(i => false);

        Assert.False(open.IsSatisfiedBy(Items[3]));
        Assert.True(taken.IsSatisfiedBy(Items[3]));
    }

    [Theory]
    [MemberData(nameof(MoreThanConditions))]
    public void What_is_no_predicate_is_refused_by_name(string part, Specification<Item> specification)
    {
        NotAPredicateException refused = Assert.Throws<NotAPredicateException>(specification.FromArdalis);

        Assert.Equal([part], refused.Parts);
        Assert.Contains(part, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_no_predicate_is_named_at_once() => Assert.Equal(
        ["OrderBy", "Skip", "Take"],
        Assert.Throws<NotAPredicateException>(Made(q => q.OrderBy(i => i.Number).Skip(2).Take(3)).FromArdalis).Parts);

    [Fact]
    public void How_a_query_is_run_stays_behind()
    {
        R.Specification<Item> taken = Made(q => q.Where(i => i.Number == 2).AsNoTracking().AsSplitQuery().TagWith("a")).FromArdalis();

        Assert.Equal([2], taken.Evaluate(Items).Select(i => i.Number));
    }

    [Fact]
    public void What_is_given_judges_alike()
    {
        int least = 2;
        R.Specification<Item> composed =
            R.Specification.Where<Item>(i => i.Number >= least) & !R.Specification.Where<Item>(i => i.Name == null);

        Specification<Item> given = composed.ToArdalis();

        Assert.Equal([2, 4], given.Evaluate(Items).Select(i => i.Number));
        Assert.Equal(Items.Select(composed.IsSatisfiedBy), Items.Select(given.IsSatisfiedBy));
        Assert.Equal([2, 4], Items.AsQueryable().Where(Assert.Single(given.WhereExpressions).Filter).Select(i => i.Number));
    }

    [Fact]
    public void There_and_back_is_the_same()
    {
        R.Specification<Item> odd = R.Specification.Where<Item>(i => i.Number % 2 == 1);

        Assert.Equal([1, 3, 5], odd.ToArdalis().FromArdalis().Evaluate(Items).Select(i => i.Number));
    }

    [Fact]
    public void Null_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => ((ISpecification<Item>)null!).FromArdalis());
        Assert.Throws<ArgumentNullException>(() => ((R.Specification<Item>)null!).ToArdalis());
    }

    private static Specification<Item> Made(Action<ISpecificationBuilder<Item>> state)
    {
        var made = new Specification<Item>();
        state(made.Query);
        return made;
    }

    public sealed record Item(int Number, string? Name);

    private sealed class Names : Specification<Item, string?>
    {
        public Names() => Query.Select(i => i.Name);
    }
}
