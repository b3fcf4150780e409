using Microsoft.EntityFrameworkCore;
using NodaTime;
using Reform.Domain.Specifications;

namespace Reform.Domain.Tests.Specifications;

/// <summary>One specification selects the same cases in memory and in SQLite, and the plain lambda selects them too.</summary>
public sealed class SameMeaningTests(SampleStore store) : IClassFixture<SampleStore>
{
    private static readonly LocalDate ThirdOfMay = new(2024, 5, 3);

    public static TheoryData<string, Specification<Sample>, Func<Sample, bool>> Conditions
    {
        get
        {
            int n = 3;
            int? maybe = 3;
            int? none = null;
            string? noText = null;
            string text = "Bản sao";
            LocalDate day = ThirdOfMay;
            LocalDate? maybeDay = ThirdOfMay;
            SampleKind kind = SampleKind.Urgent;
            SampleKind? maybeKind = SampleKind.Ordinary;
            int[] numbers = [1, 3];
            List<string?> texts = ["đơn", null];
            HashSet<SampleKind> kinds = [SampleKind.Urgent, SampleKind.None];

            var rows = new TheoryData<string, Specification<Sample>, Func<Sample, bool>>();
            void Add(string name, System.Linq.Expressions.Expression<Func<Sample, bool>> condition) =>
                rows.Add(name, Specification.Where(condition), condition.Compile());

            Add("a captured number", s => s.Number < n);
            Add("a nullable against a number", s => s.Optional < n);
            Add("a nullable against a nullable", s => s.Optional == maybe);
            Add("a nullable against null", s => s.Optional == none);
            Add("a nullable not null", s => s.Optional != null && s.Optional.Value >= n);
            Add("unequal to a nullable", s => s.Optional != maybe);
            Add("not less, with nulls", s => !(s.Optional < n));
            Add("not at least, with nulls", s => !(s.Optional >= maybe));
            Add("not less than null", s => !(s.Optional < none));
            Add("not both, with nulls", s => !(s.Optional < n && s.Flag));
            Add("not either, with nulls", s => !(s.Optional < n || s.OptionalDay > day));
            Add("less, compared with a flag", s => (s.Optional < n) == s.Flag);
            Add("less, chosen by a flag", s => s.Flag ? s.Optional < n : !(s.Optional < n));
            Add("a calculation with nulls", s => !(s.Optional + s.Number > n));
            Add("a text", s => s.Text == text);
            Add("a text that is null", s => s.OptionalText == noText);
            Add("another text or none", s => s.OptionalText != text);
            Add("not that text", s => !(s.OptionalText == text));
            Add("two texts", s => s.OptionalText == s.Text);
            Add("a text inside", s => s.Text.Contains("Bản"));
            Add("the length of a text", s => s.Text.Length == 3);
            Add("blank or none", s => string.IsNullOrEmpty(s.OptionalText));
            Add("a text instead of none", s => (s.OptionalText ?? text) == text);
            Add("an enum", s => s.Kind == kind);
            Add("an enum above", s => s.Kind > SampleKind.None);
            Add("a nullable enum", s => s.OptionalKind == maybeKind);
            Add("not a nullable enum", s => s.OptionalKind != kind);
            Add("a date", s => s.Day == day);
            Add("a date by a bound", s => s.Day <= day);
            Add("a nullable date by a bound", s => s.OptionalDay <= day);
            Add("not by a bound, with nulls", s => !(s.OptionalDay <= maybeDay));
            Add("two dates", s => s.OptionalDay >= s.Day);
            Add("a flag", s => s.Flag);
            Add("a flag or none", s => s.OptionalFlag == true);
            Add("not a flag or none", s => s.OptionalFlag != true);
            Add("a flag read twice", s => !(s.OptionalFlag == s.Flag));
            Add("in an array", s => numbers.Contains(s.Number));
            Add("in a list with null", s => texts.Contains(s.OptionalText));
            Add("not in a list with null", s => !texts.Contains(s.OptionalText));
            Add("in a set of enums", s => kinds.Contains(s.Kind));
            Add("any step", s => s.Steps.Any(p => p.Minutes > n));
            Add("no step", s => !s.Steps.Any(p => p.Minutes > n));
            Add("steps counted", s => s.Steps.Count(p => p.Minutes > n) < maybe);
            Add("every step", s => s.Steps.All(p => p.Minutes < n || s.Optional > n));
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public void In_memory_in_the_database_and_as_plain_code(string name, Specification<Sample> specification, Func<Sample, bool> plain) =>
        AssertSame(name, specification, plain);

    [Fact]
    public void Composed_of_every_two_conditions()
    {
        (string Name, Specification<Sample> Made, Func<Sample, bool> Plain)[] rows =
            [.. Conditions.Select(r => (r.Data.Item1, r.Data.Item2, r.Data.Item3))];
        for (int i = 0; i < rows.Length; i++)
        {
            (string name, Specification<Sample> a, Func<Sample, bool> plainA) = rows[i];
            (string other, Specification<Sample> b, Func<Sample, bool> plainB) = rows[((i * 5) + 7) % rows.Length];

            AssertSame(name + " and not " + other, a & !b, s => plainA(s) && !plainB(s));
            AssertSame("neither " + name + " nor " + other, !(a | b), s => !(plainA(s) || plainB(s)));
        }
    }

    [Fact]
    public void Derived_classes()
    {
        AssertSame("between", new NumberBetween(-1, 1), s => s.Number is >= -1 and <= 1);
        AssertSame("above", new NumberAbove(1), s => s.Number > 1);
        AssertSame("composed", new NumberAbove(1) | !new NumberBetween(-2, 3), s => s.Number > 1 || s.Number is < -2 or > 3);
        AssertSame("no condition", new NoCondition(), _ => true);
        AssertSame("never", !new NoCondition(), _ => false);
    }

    [Fact]
    public void A_local_that_changed_since()
    {
        int outer = 1;
        var made = new List<Specification<Sample>>();
        foreach (int inner in Enumerable.Range(0, 3))
        {
            int sum = inner;
            made.Add(Specification.Where<Sample>(s => s.Number == outer + sum));
        }

        outer = 100;

        for (int i = 0; i < made.Count; i++)
        {
            int wanted = 1 + i;
            AssertSame("changed", made[i], s => s.Number == wanted);
        }
    }

    [Fact]
    public void Captured_values_are_parameters_of_one_statement()
    {
        using SampleContext context = store.Open();
        string Sql(int n) => new NumberBetween(n, n).Evaluate(context.Set<Sample>()).ToQueryString();

        string[] statements = [.. new[] { Sql(1), Sql(2) }.Select(q => q[q.IndexOf("SELECT", StringComparison.Ordinal)..])];

        Assert.Contains("WHERE", statements[0], StringComparison.Ordinal);
        Assert.Equal(statements[0], statements[1]);
    }

    private void AssertSame(string name, Specification<Sample> specification, Func<Sample, bool> plain)
    {
        using SampleContext context = store.Open();
        IQueryable<Sample> query = specification.Evaluate(context.Set<Sample>().AsNoTracking());
        int[] inDatabase = [.. query.Select(s => s.Id).Order()];
        int[] inMemory = [.. specification.Evaluate(SampleStore.All).Select(s => s.Id)];
        int[] expected = [.. SampleStore.All.Where(plain).Select(s => s.Id)];

        Assert.True(expected.SequenceEqual(inMemory), name + ": in memory");
        Assert.True(expected.SequenceEqual(inDatabase), name + ": in the database, by " + query.ToQueryString());
    }
}
