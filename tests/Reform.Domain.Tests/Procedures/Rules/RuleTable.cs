using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;

namespace Reform.Domain.Tests.Procedures.Rules;

/// <summary>One object, the verdict on it judged by hand, and the name of the fact that is missing.</summary>
public sealed record Row<T>(T Facts, Verdict Verdict, string? Missing = null);

/// <summary>Asks a rule about objects in memory, in SQLite and with an explanation, and demands the verdicts that were judged by hand.</summary>
internal static class RuleTable
{
    public static void Check<T>(ComplianceRule<T> rule, RuleSubject<T> subject, params Row<T>[] rows)
        where T : class
    {
        for (int i = 0; i < rows.Length; i++)
        {
            Judgement judgement = rule.Judge(rows[i].Facts);
            Assert.True(rows[i].Verdict == judgement.Verdict, "row " + i + ": " + judgement.Verdict + " " + judgement.Reason?.Sentence.English);
            Assert.Equal(judgement.Verdict, rule.VerdictOn(rows[i].Facts));
            Assert.Equal(judgement.Verdict is Verdict.Fail or Verdict.Unknown, judgement.Reason is not null);
            Assert.NotEqual(judgement.Reason?.Sentence.Vietnamese ?? "", judgement.Reason?.Sentence.English);
            Assert.Equal(rows[i].Missing is null, judgement.Missing.Count == 0);
            Assert.True(rows[i].Missing is null || judgement.Missing.Any(m => m.Name == rows[i].Missing), "row " + i + ": " + string.Join(' ', judgement.Missing));
            Assert.Equal(judgement, rule.Explain(rows[i].Facts).Judgement);
            Assert.NotEmpty(rule.Explain(rows[i].Facts).Sentences(subject));
        }

        using var store = new FactsStore<T>(rows.Select(r => r.Facts));
        foreach (Verdict verdict in Enum.GetValues<Verdict>())
        {
            IEnumerable<int> expected = rows.Index().Where(r => r.Item.Verdict == verdict).Select(r => r.Index);
            Assert.Equal(expected, store.RowsOf(rule.Gives(verdict)));
        }
    }

    public static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}

/// <summary>Flat facts as rows of a table in SQLite.</summary>
internal sealed class FactsStore<T> : IDisposable
    where T : class
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private readonly FactsContext context;

    public FactsStore(IEnumerable<T> facts)
    {
        connection.Open();
        context = new FactsContext(connection);
        context.Database.EnsureCreated();
        foreach ((int index, T fact) in facts.Index())
        {
            context.Entry(fact).Property("Row").CurrentValue = index + 1;
            context.Add(fact);
            context.SaveChanges();
            context.ChangeTracker.Clear();
        }
    }

    public IEnumerable<int> RowsOf(Specification<T> specification) =>
        [.. context.Set<T>().Where(specification.Expression).Select(f => EF.Property<int>(f, "Row")).OrderBy(r => r).AsEnumerable().Select(r => r - 1)];

    public void Dispose()
    {
        context.Dispose();
        connection.Dispose();
    }

    private sealed class FactsContext(SqliteConnection connection) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite(connection);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<T>().Property<int>("Row").ValueGeneratedNever();
            modelBuilder.Entity<T>().HasKey("Row");
        }

        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
            configurationBuilder.Properties<LocalDate>().HaveConversion<IsoDate>();
    }

    private sealed class IsoDate() : ValueConverter<LocalDate, string>(d => LocalDatePattern.Iso.Format(d), t => LocalDatePattern.Iso.Parse(t).Value);
}
