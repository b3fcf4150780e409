using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace Reform.Domain.Tests.Specifications;

/// <summary>Made-up cases in a real SQLite file, which goes with the fixture.</summary>
public sealed class SampleStore : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("reform-samples-").FullName;

    public SampleStore()
    {
        using SampleContext context = Open();
        context.Database.EnsureCreated();
        context.AddRange(All);
        context.SaveChanges();
    }

    /// <summary>Every combination of the values that conditions stumble over: nulls, bounds, Vietnamese letters, case, a tab, a letter of two chars.</summary>
    public static IReadOnlyList<Sample> All { get; } = [.. Combinations()];

    public SampleContext Open() => new(Path.Combine(folder, "samples.db"));

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static IEnumerable<Sample> Combinations()
    {
        int id = 0;
        foreach (int? optional in new int?[] { null, 2, 3, 4 })
        {
            foreach (string? text in new[] { null, string.Empty, "Đơn", "đơn", "Bản sao", "bản sao", "\t", "𠀋" })
            {
                foreach (LocalDate? day in new LocalDate?[] { null, new(2024, 5, 3), new(2024, 10, 1) })
                {
                    id++;
                    yield return new Sample
                    {
                        Id = id,
                        Number = (id % 7) - 3,
                        Optional = optional,
                        Text = text ?? "Tờ khai",
                        OptionalText = text,
                        Kind = (SampleKind)(id % 3),
                        OptionalKind = id % 4 == 3 ? null : (SampleKind)(id % 4),
                        Day = new LocalDate(2024, 5, 3).PlusDays((id % 5) - 2),
                        OptionalDay = day,
                        Flag = id % 2 == 0,
                        OptionalFlag = (id % 3) switch { 0 => null, 1 => true, _ => false },
                        Steps = [.. Enumerable.Range(1, id % 3).Select(n => new SampleStep { Minutes = n * (id % 5) })],
                    };
                }
            }
        }
    }
}

/// <summary>The model of the made-up cases.</summary>
public sealed class SampleContext(string path) : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.UseSqlite(new SqliteConnectionStringBuilder { DataSource = path }.ToString());

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Sample>().HasMany(s => s.Steps).WithOne();
        modelBuilder.Entity<Sample>().Navigation(s => s.Steps).AutoInclude();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<LocalDate>().HaveConversion<LocalDateConverter>();

    // ISO text sorts as the dates do.
    private sealed class LocalDateConverter() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<LocalDate, string>(
        d => LocalDatePattern.Iso.Format(d), t => LocalDatePattern.Iso.Parse(t).Value);
}
