using System.Linq.Expressions;
using NodaTime;
using Reform.Domain.Specifications;

namespace Reform.Domain.Tests.Specifications;

public sealed class CapturedValueTests
{
    private static readonly Sample Three = new() { Number = 3, Text = "ba", Day = new LocalDate(2024, 5, 3) };
    private readonly int field = 3;

    [Fact]
    public void A_local_changed_after_use_does_not_change_the_meaning()
    {
        int n = 3;
        Specification<Sample> three = Specification.Where<Sample>(s => s.Number == n);
        Assert.True(three.IsSatisfiedBy(Three));

        n = 4;

        Assert.True(three.IsSatisfiedBy(Three));
        Assert.Equal([Three], three.Evaluate(new[] { Three }.AsQueryable()));
    }

    [Fact]
    public void A_local_changed_before_use_does_not_change_the_meaning()
    {
        int n = 3;
        Specification<Sample> three = Specification.Where<Sample>(s => s.Number == n);

        n = 4;

        Assert.True(three.IsSatisfiedBy(Three));
        Assert.Equal([Three], three.Evaluate(new[] { Three }.AsQueryable()));
        Assert.True((three & three).IsSatisfiedBy(Three));
    }

    [Fact]
    public void A_loop_variable_that_all_steps_share_keeps_its_value_of_the_step()
    {
        var specifications = new List<Specification<Sample>>();
        for (int i = 0; i < 5; i++)
        {
            specifications.Add(Specification.Where<Sample>(s => s.Number == i));
        }

        Assert.Equal([false, false, false, true, false], specifications.Select(s => s.IsSatisfiedBy(Three)));
    }

    [Fact]
    public void A_closure_inside_a_closure_keeps_its_values_too()
    {
        int outer = 2;
        var made = new List<Specification<Sample>>();
        foreach (int inner in Enumerable.Range(0, 3))
        {
            int sum = inner;
            made.Add(Specification.Where<Sample>(s => s.Number == outer + sum));
        }

        outer = 100;

        Assert.Equal([false, true, false], made.Select(s => s.IsSatisfiedBy(Three)));
        outer = 200;
        Assert.Equal([false, true, false], made.Select(s => s.IsSatisfiedBy(Three)));
    }

    [Fact]
    public void A_local_captured_by_an_inner_lambda_keeps_its_value()
    {
        int n = 5;
        Specification<Sample> slow = Specification.Where<Sample>(s => s.Steps.Any(p => p.Minutes == n + s.Number));
        var sample = new Sample { Number = 1, Steps = [new SampleStep { Minutes = 6 }] };

        n = 50;

        Assert.True(slow.IsSatisfiedBy(sample));
    }

    [Fact]
    public void A_captured_struct_is_read_with_its_members()
    {
        var period = new Interval(new LocalDate(2024, 5, 1), new LocalDate(2024, 5, 3));
        Specification<Sample> inside = Specification.Where<Sample>(
            s => s.Day >= period.Start && s.Day <= period.End && period.Holds(s.Day));

        period = default;

        Assert.True(inside.IsSatisfiedBy(Three));
        Assert.False(inside.IsSatisfiedBy(new Sample { Day = new LocalDate(2024, 5, 4) }));
    }

    [Fact]
    public void A_captured_this_is_read_through()
    {
        int n = 0;
        Specification<Sample> same = Specification.Where<Sample>(s => s.Number == field + n && IsShort(s.Text));

        Assert.True(same.IsSatisfiedBy(Three));
        Assert.True(new NumberAbove(2).IsSatisfiedBy(Three));
        Assert.False(new NumberAbove(3).IsSatisfiedBy(Three));
    }

    [Fact]
    public void A_captured_null_is_a_value()
    {
        string? text = null;
        int? number = null;
        Sample? other = null;

        Assert.True(Specification.Where<Sample>(s => s.OptionalText == text && s.Optional == number).IsSatisfiedBy(Three));
        Assert.True(Specification.Where<Sample>(s => other == null || s.Number == other.Number).IsSatisfiedBy(Three));
        Assert.False(Specification.Where<Sample>(s => number != null && s.Number == number.Value).IsSatisfiedBy(Three));
        Assert.Throws<NullReferenceException>(() => Specification.Where<Sample>(s => s.Number == other!.Number).IsSatisfiedBy(Three));
    }

    [Fact]
    public void Captured_enums_and_nullable_enums()
    {
        SampleKind kind = SampleKind.Urgent;
        SampleKind? maybe = SampleKind.Urgent;
        var urgent = new Sample { Kind = SampleKind.Urgent, OptionalKind = SampleKind.Urgent };

        Assert.True(Specification.Where<Sample>(s => s.Kind == kind && s.OptionalKind == kind).IsSatisfiedBy(urgent));
        Assert.True(Specification.Where<Sample>(s => s.Kind == maybe && s.OptionalKind == SampleKind.Urgent).IsSatisfiedBy(urgent));
        Assert.False(Specification.Where<Sample>(s => s.OptionalKind == kind).IsSatisfiedBy(Three));
    }

    [Fact]
    public void Captured_collections_of_each_kind()
    {
        int[] array = [1, 3];
        List<int> list = [1, 3];
        HashSet<string> set = ["ba"];
        Dictionary<string, int> map = new() { ["ba"] = 3 };

        Assert.True(Specification.Where<Sample>(s => array.Contains(s.Number)).IsSatisfiedBy(Three));
        Assert.True(Specification.Where<Sample>(s => list.Contains(s.Number)).IsSatisfiedBy(Three));
        Assert.True(Specification.Where<Sample>(s => set.Contains(s.Text)).IsSatisfiedBy(Three));
        Assert.True(Specification.Where<Sample>(s => map[s.Text] == array[1]).IsSatisfiedBy(Three));
        Assert.True(Specification.Where<Sample>(s => new[] { 2, 3 }.Contains(s.Number)).IsSatisfiedBy(Three));
    }

    [Fact]
    public void Delegates_method_groups_and_conditionals()
    {
        Func<string, bool> isShort = IsShort;
        int n = 3;
        var sample = new Sample { Number = 3, Text = "ba", Steps = [new SampleStep { Minutes = 3 }] };

        Assert.True(Specification.Where<Sample>(s => isShort(s.Text)).IsSatisfiedBy(sample));
        Assert.True(Specification.Where<Sample>(s => s.Steps.Any(IsQuick)).IsSatisfiedBy(sample));
        Assert.True(Specification.Where<Sample>(s => (n > 2 ? s.Number : n) == 3).IsSatisfiedBy(sample));
        Assert.True(Specification.Where<Sample>(s => (s.OptionalText ?? "ba") == s.Text).IsSatisfiedBy(sample));
        Assert.True(Specification.Where<Sample>(s => s.Steps.AsQueryable().Any(p => p.Minutes == n)).IsSatisfiedBy(sample));
        Assert.True(Specification.Where<Sample>(s => new SampleStep { Id = n }.Id == new List<int> { n }[0]).IsSatisfiedBy(sample));
    }

    [Fact]
    public void Static_fields_and_constants()
    {
        const int constant = 3;

        Assert.True(Specification.Where<Sample>(s => s.Number == constant && s.Day == Three.Day).IsSatisfiedBy(Three));
    }

    [Fact]
    public void The_expression_that_it_gives_out_holds_the_values_too()
    {
        int n = 3;
        Specification<Sample> three = Specification.Where<Sample>(s => s.Number == n);
        n = 4;

        Expression<Func<Sample, bool>> given = three.Expression;

        Assert.True(given.Compile()(Three));
    }

    [Fact]
    public void A_condition_that_writes_to_a_local_is_refused()
    {
        Dictionary<string, int> map = new() { ["ba"] = 3 };
        int found = 0;

        ArgumentException refused = Assert.Throws<ArgumentException>(
            () => Specification.Where<Sample>(s => map.TryGetValue(s.Text, out found) && found == 3));

        Assert.Contains("TryGetValue", refused.Message, StringComparison.Ordinal);
    }

    private static bool IsQuick(SampleStep step) => step.Minutes < 5;

    private bool IsShort(string text) => text.Length <= field;

    private readonly record struct Interval(LocalDate Start, LocalDate End)
    {
        public bool Holds(LocalDate day) => Start <= day && day <= End;
    }
}
