using CsCheck;
using NodaTime;
using Reform.Domain.Legal;

namespace Reform.Domain.Tests.Legal;

public sealed class ValidityTests
{
    private static readonly LocalDate First = new(2026, 1, 1);

    [Fact]
    public void The_first_date_is_inside_and_the_end_is_outside()
    {
        var year = new Validity(First, new LocalDate(2027, 1, 1));
        Assert.False(year.Contains(new LocalDate(2025, 12, 31)));
        Assert.True(year.Contains(First));
        Assert.True(year.Contains(new LocalDate(2026, 12, 31)));
        Assert.False(year.Contains(new LocalDate(2027, 1, 1)));
        Assert.True(year.StartsAfter(new LocalDate(2025, 12, 31)));
        Assert.False(year.StartsAfter(First));
        Assert.False(year.EndedBy(new LocalDate(2026, 12, 31)));
        Assert.True(year.EndedBy(new LocalDate(2027, 1, 1)));
    }

    [Fact]
    public void An_open_side_has_no_edge()
    {
        Assert.True(default(Validity).Contains(LocalDate.MinIsoValue));
        Assert.True(default(Validity).Contains(LocalDate.MaxIsoValue));
        Assert.True(new Validity(First, null).Contains(LocalDate.MaxIsoValue));
        Assert.True(new Validity(null, First).Contains(LocalDate.MinIsoValue));
        Assert.False(new Validity(null, First).Contains(First));
        Assert.Equal(new Validity(null, null), default);
    }

    [Fact]
    public void An_end_that_is_not_after_the_start_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new Validity(First, First));
        Assert.Throws<ArgumentException>(() => new Validity(First, First.PlusDays(-1)));
        Assert.True(new Validity(First, First.PlusDays(1)).Contains(First));
    }

    [Fact]
    public void Periods_that_touch_do_not_overlap()
    {
        var before = new Validity(null, First);
        var after = new Validity(First, null);
        Assert.False(before.Overlaps(after));
        Assert.False(after.Overlaps(before));
        Assert.True(before.Overlaps(new Validity(First.PlusDays(-1), null)));
    }

    [Fact]
    public void Periods_overlap_exactly_when_they_share_a_date()
    {
        Gen<Validity> periods = Gen.Select(Gen.Int[-1, 6], Gen.Int[1, 8]).Select((from, length) => new Validity(
            from < 0 ? null : First.PlusDays(from), length > 7 ? null : First.PlusDays(Math.Max(from, 0) + length)));
        Gen.Select(periods, periods).Sample((one, other) =>
        {
            bool shared = Enumerable.Range(-1, 20).Select(i => First.PlusDays(i)).Any(d => one.Contains(d) && other.Contains(d));
            Assert.Equal(shared, one.Overlaps(other));
        });
    }

    [Fact]
    public void A_period_reads_as_it_is_half_open()
    {
        Assert.Equal("[2026-01-01, 2027-01-01)", new Validity(First, new LocalDate(2027, 1, 1)).ToString());
        Assert.Equal("[.., ..)", default(Validity).ToString());
    }
}
