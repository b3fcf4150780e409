using NodaTime;
using Reform.Domain.Legal;

namespace Reform.Domain.Tests.Legal;

public sealed class DatedValuesTests
{
    private static readonly LocalDate Change = new(2025, 7, 1);
    private static readonly LocalDate Repeal = new(2026, 4, 8);

    private static Dated<int> Value(int value, LocalDate? from, LocalDate? to) =>
        new(value, new Validity(from, to), LegalBasis.Citing("Thông báo thử 1/TB"));

    [Fact]
    public void The_value_in_force_changes_on_the_date_of_the_change()
    {
        var values = new DatedValues<int>([Value(45, Change, Repeal), Value(60, null, Change)]);
        Assert.Equal(60, values.InForceOn(Change.PlusDays(-1))?.Value);
        Assert.Equal(45, values.InForceOn(Change)?.Value);
        Assert.Equal(45, values.InForceOn(Repeal.PlusDays(-1))?.Value);
        Assert.Null(values.InForceOn(Repeal));
        Assert.Equal([60, 45], values.Entries.Select(e => e.Value));
    }

    [Fact]
    public void In_a_gap_nothing_is_in_force()
    {
        var values = new DatedValues<int>([Value(1, null, Change), Value(2, Repeal, null)]);
        Assert.NotNull(values.InForceOn(Change.PlusDays(-1)));
        Assert.Null(values.InForceOn(Change));
        Assert.Null(values.InForceOn(Repeal.PlusDays(-1)));
        Assert.Equal(2, values.InForceOn(Repeal)?.Value);
        Assert.Null(new DatedValues<int>([]).InForceOn(Change));
    }

    [Fact]
    public void Two_values_on_one_date_are_refused_in_whatever_order()
    {
        Dated<int> all = Value(1, null, null);
        Dated<int> later = Value(2, Change, null);
        Dated<int> untilDayAfter = Value(3, null, Change.PlusDays(1));
        Assert.Throws<ArgumentException>(() => new DatedValues<int>([all, later]));
        Assert.Throws<ArgumentException>(() => new DatedValues<int>([later, all]));
        Assert.Throws<ArgumentException>(() => new DatedValues<int>([later, untilDayAfter]));
        Assert.Throws<ArgumentException>(() => new DatedValues<int>([all, all]));
    }

    [Fact]
    public void A_long_period_that_holds_two_short_ones_is_refused() =>
        Assert.Throws<ArgumentException>(() => new DatedValues<int>(
            [Value(1, Repeal, Repeal.PlusDays(1)), Value(2, null, null), Value(3, Change, Change.PlusDays(1))]));

    [Fact]
    public void The_same_values_in_another_order_are_equal()
    {
        Dated<int> old = Value(60, null, Change);
        Dated<int> now = Value(45, Change, null);
        Assert.Equal(new DatedValues<int>([old, now]), new DatedValues<int>([now, old]));
        Assert.NotEqual(new DatedValues<int>([old, now]), new DatedValues<int>([old]));
    }
}
