using System.Globalization;
using System.Numerics;
using CsCheck;
using Reform.Domain.Scoring;

namespace Reform.Domain.Tests.Scoring;

/// <summary>Exact numbers, and expressions against a slow reference that keeps numerators and denominators as they come.</summary>
public sealed class ExpressionTests
{
    private static readonly string[] Names = ["a", "b", "tổng", "x_1"];

    [Theory]
    [InlineData("7.125", RoundingMode.HalfAwayFromZero, "7.13")]
    [InlineData("7.125", RoundingMode.HalfToEven, "7.12")]
    [InlineData("7.135", RoundingMode.HalfToEven, "7.14")]
    [InlineData("-7.125", RoundingMode.HalfAwayFromZero, "-7.13")]
    [InlineData("-7.124", RoundingMode.HalfAwayFromZero, "-7.12")]
    [InlineData("7.129", RoundingMode.TowardZero, "7.12")]
    [InlineData("7.121", RoundingMode.AwayFromZero, "7.13")]
    [InlineData("-0.004", RoundingMode.HalfAwayFromZero, "0.00")]
    public void A_number_is_rounded_as_stated(string number, RoundingMode mode, string expected) =>
        Assert.Equal(expected, new Rounding(mode, 2).Of(Read(number)).ToFixed(2));

    [Fact]
    public void Rounding_a_decimal_agrees_with_the_framework() => Gen.Select(Gen.Int[-2_000_000, 2_000_000], Gen.Int[0, 4]).Sample(
        (number, decimals) =>
        {
            decimal exact = number / 10000m;
            Fraction same = exact;
            return new Rounding(RoundingMode.HalfAwayFromZero, decimals).Of(same) == Math.Round(exact, decimals, MidpointRounding.AwayFromZero)
                && new Rounding(RoundingMode.HalfToEven, decimals).Of(same) == Math.Round(exact, decimals, MidpointRounding.ToEven)
                && new Rounding(RoundingMode.TowardZero, decimals).Of(same) == Math.Round(exact, decimals, MidpointRounding.ToZero)
                && same.ToFixed(4) == exact.ToString("0.0000", CultureInfo.InvariantCulture)
                && Read(exact.ToString(CultureInfo.InvariantCulture)) == same;
        },
        iter: 2000);

    [Theory]
    [InlineData("1e3", "1000")]
    [InlineData("1.50E-2", "0.015")]
    [InlineData("-12.0", "-12")]
    [InlineData("007", "7")]
    public void A_decimal_number_is_read_exactly(string text, string expected) => Assert.Equal(expected, Read(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData(" 1")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1,5")]
    [InlineData("+1")]
    [InlineData("1e")]
    [InlineData("1e999999999")]
    [InlineData("1e99999999999999999999")]
    [InlineData("0x1F")]
    [InlineData("NaN")]
    [InlineData("١")]
    public void What_is_no_decimal_number_is_refused(string text) => Assert.False(Fraction.TryParse(text, out _));

    [Fact]
    public void A_very_long_number_is_refused() => Assert.False(Fraction.TryParse(new string('9', 201), out _));

    [Fact]
    public void An_expression_agrees_with_a_slow_reference() => Gen.Select(Expressions(4), Gen.Int[-9, 9].Array[4]).Sample(
        (expression, values) =>
        {
            Dictionary<string, int> known = Names.Zip(values).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
            var measures = new MeasureSet(known.Select(k => new Measure(k.Key, (Fraction)k.Value)));
            (BigInteger Top, BigInteger Bottom)? expected = expression.Value(known);
            var parsed = ScoreExpression.Parse(expression.Text);

            Computed computed = parsed.Evaluate(measures);

            Assert.Equal(parsed, ScoreExpression.Parse(parsed.ToString()));
            Assert.Equal(computed, ScoreExpression.Parse(parsed.ToString()).Evaluate(measures));
            return expected is { } value
                ? computed.Value.Numerator * value.Bottom == value.Top * computed.Value.Denominator
                : computed.Fault?.Kind == ScoreFaultKind.Undefined;
        },
        iter: 5000);

    [Theory]
    [InlineData("8 - 4 - 2", "2")]
    [InlineData("8 / 4 / 2", "1")]
    [InlineData("8 - (4 - 2)", "6")]
    [InlineData("2 + 3 * 4", "14")]
    [InlineData("-2 * -(3 + 1)", "8")]
    [InlineData("1e-1+0.2", "0.3")]
    [InlineData("1/3", "1/3")]
    public void Operators_bind_as_usual(string text, string expected) =>
        Assert.Equal(expected, ScoreExpression.Parse(text).Evaluate(MeasureSet.None).Value.ToString());

    [Theory]
    [InlineData("", 1)]
    [InlineData("a +", 4)]
    [InlineData("a b", 3)]
    [InlineData("(a", 3)]
    [InlineData("a)", 2)]
    [InlineData("f(a)", 2)]
    [InlineData("a ^ 2", 3)]
    [InlineData("1.2.3", 1)]
    [InlineData("2a", 2)]
    [InlineData("a < b", 3)]
    public void What_is_no_expression_is_refused_with_its_place(string text, int position) =>
        Assert.Equal(position, Assert.Throws<ExpressionException>(() => ScoreExpression.Parse(text)).Position);

    [Theory]
    [InlineData("a < 3", false)]
    [InlineData("a <= 3", true)]
    [InlineData("a > 3", false)]
    [InlineData("a>=3", true)]
    [InlineData("a == 6 / 2", true)]
    [InlineData("a != 3", false)]
    [InlineData("flag", true)]
    [InlineData("!flag", false)]
    [InlineData("! flag", false)]
    [InlineData("flag == false", false)]
    [InlineData("true != flag", false)]
    public void A_condition_holds_or_does_not(string text, bool expected) => Assert.Equal(
        expected, ScoreCondition.Parse(text).Evaluate(new MeasureSet([new("a", (Fraction)3), new("flag", true)])).Holds);

    [Theory]
    [InlineData("a < b", ScoreFaultKind.Missing)]
    [InlineData("b", ScoreFaultKind.Missing)]
    [InlineData("!a", ScoreFaultKind.WrongKind)]
    [InlineData("flag < 3", ScoreFaultKind.WrongKind)]
    [InlineData("flag == 1", ScoreFaultKind.WrongKind)]
    [InlineData("1 / (a - 3) > 0", ScoreFaultKind.Undefined)]
    public void A_condition_that_cannot_be_told_says_why(string text, ScoreFaultKind expected)
    {
        ConditionOutcome outcome = ScoreCondition.Parse(text).Evaluate(new MeasureSet([new("a", (Fraction)3), new("flag", true)]));

        Assert.Equal((null, expected), (outcome.Holds, outcome.Fault?.Kind));
    }

    [Theory]
    [InlineData("!a + 1")]
    [InlineData("!(a < b)")]
    [InlineData("a < b < c")]
    [InlineData("a = b")]
    [InlineData("a && b")]
    [InlineData("3")]
    [InlineData("!")]
    public void What_is_no_condition_is_refused(string text) => Assert.Throws<ExpressionException>(() => ScoreCondition.Parse(text));

    private static Fraction Read(string text) => Fraction.TryParse(text, out Fraction number) ? number : throw new ArgumentException(text);

    private static Gen<Reference> Expressions(int depth)
    {
        Gen<Reference> atoms = Gen.OneOf(
            Gen.Int[0, 99].Select(n => new Reference(Text(n), _ => (n, 1))),
            Gen.Int[0, 99].Select(n => new Reference("0." + n.ToString("00", CultureInfo.InvariantCulture), _ => (n, 100))),
            Gen.OneOf(Names).Select(name => new Reference(name, known => (known[name], 1))));
        if (depth == 0)
        {
            return atoms;
        }

        Gen<Reference> inner = Expressions(depth - 1);
        return Gen.OneOf(
            atoms,
            inner.Select(i => new Reference("(-" + i.Text + ")", known => i.Value(known) is { } v ? (-v.Top, v.Bottom) : null)),
            Gen.Select(inner, Gen.OneOf('+', '-', '*', '/'), inner).Select(t => Joined(t.Item1, t.Item2, t.Item3)));
    }

    private static Reference Joined(Reference left, char sign, Reference right) => new(
        "(" + left.Text + " " + sign + right.Text + ")",
        known => (left.Value(known), right.Value(known)) is ({ } l, { } r)
            ? sign switch
            {
                '+' => ((l.Top * r.Bottom) + (r.Top * l.Bottom), l.Bottom * r.Bottom),
                '-' => ((l.Top * r.Bottom) - (r.Top * l.Bottom), l.Bottom * r.Bottom),
                '*' => (l.Top * r.Top, l.Bottom * r.Bottom),
                _ => r.Top.IsZero ? null : (l.Top * r.Bottom, l.Bottom * r.Top),
            }
            : null);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Reference(string Text, Func<Dictionary<string, int>, (BigInteger Top, BigInteger Bottom)?> Value);
}
