using System.Linq.Expressions;
using Reform.Domain.Specifications;

namespace Reform.Domain.Tests.Specifications;

/// <summary>Conditions that a program builds from nodes, with parts that no C# lambda contains.</summary>
public sealed class HandBuiltTests
{
    private static readonly ParameterExpression Candidate = Expression.Parameter(typeof(Sample), "s");

    [Fact]
    public void Switches_that_compare_otherwise_do_not_share_code()
    {
        Specification<Sample> exact = BySwitch(nameof(Exact));
        Specification<Sample> loose = BySwitch(nameof(Loose));
        var sample = new Sample { Text = "BA" };

        Assert.False(exact.IsSatisfiedBy(sample));
        Assert.True(loose.IsSatisfiedBy(sample));
    }

    [Fact]
    public void Blocks_that_catch_other_exceptions_do_not_share_code()
    {
        Specification<Sample> caught = Catching<FormatException>();
        Specification<Sample> missed = Catching<OverflowException>();
        var sample = new Sample { Text = "ba" };

        Assert.True(caught.IsSatisfiedBy(sample));
        Assert.Throws<FormatException>(() => missed.IsSatisfiedBy(sample));
    }

    [Fact]
    public void Expressions_that_share_a_parameter_compose()
    {
        MemberExpression number = Expression.Property(Candidate, nameof(Sample.Number));
        Specification<Sample> above = Given(Expression.GreaterThan(number, Expression.Constant(2)));
        Specification<Sample> below = Given(Expression.LessThan(number, Expression.Constant(5)));

        Assert.True((above & below).IsSatisfiedBy(new Sample { Number = 3 }));
        Assert.False((above & !below).IsSatisfiedBy(new Sample { Number = 3 }));
    }

    private static Specification<Sample> BySwitch(string comparison) => Given(Expression.Switch(
        Expression.Property(Candidate, nameof(Sample.Text)),
        Expression.Constant(false),
        typeof(HandBuiltTests).GetMethod(comparison, System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static),
        Expression.SwitchCase(Expression.Constant(true), Expression.Constant("ba"))));

    private static Specification<Sample> Catching<TException>()
        where TException : Exception => Given(Expression.TryCatch(
            Expression.Equal(
                Expression.Call(typeof(HandBuiltTests), nameof(Parsed), null, Expression.Property(Candidate, nameof(Sample.Text))),
                Expression.Constant(0)),
            Expression.Catch(typeof(TException), Expression.Constant(true))));

    private static Specification<Sample> Given(Expression body) =>
        Specification.Where(Expression.Lambda<Func<Sample, bool>>(body, Candidate));

    private static int Parsed(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static bool Exact(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);

    private static bool Loose(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
