using Microsoft.EntityFrameworkCore;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Specifications;
using Reform.Grpc.Storage;

namespace Reform.Grpc.Tests.Compliance.Differential;

/// <summary>Facts in a database; each is known by its place in the list that was stored.</summary>
internal abstract class FactsStore<T>(string name)
{
    protected const int AtOnce = 500;

    public string Name { get; } = name;

    /// <summary>The places of the facts that the database finds.</summary>
    public abstract HashSet<int> Find(Func<IQueryable<T>, IQueryable<T>> ask);

    /// <summary>The places of the facts that satisfy a condition, as the service asks for it.</summary>
    public HashSet<int> Find(Specification<T> condition) => Find(condition.Evaluate);
}

/// <summary>The service's own model, with facts of cases in it.</summary>
internal sealed class ServiceStore : FactsStore<CaseFacts>
{
    private readonly Dictionary<string, int> places;
    private readonly DbContextOptions<ReformDbContext> options;

    public ServiceStore(Engine engine, IReadOnlyList<CaseFacts> facts)
        : base(engine.Name)
    {
        options = engine.Database<ReformDbContext>();
        using (ReformDbContext db = Open())
        {
            db.Database.EnsureCreated();
        }

        foreach (CaseFacts[] some in facts.Chunk(AtOnce))
        {
            using ReformDbContext db = Open();
            db.CaseFiles.AddRange(some.Select(f => new CaseFileRow { CaseId = f.CaseId, CalendarId = "x", RecordCount = 1, LastRecordedAtMicros = 0, LastHappenedOn = 0 }));
            db.CaseFacts.AddRange(some);
            db.SaveChanges();
        }

        places = facts.Select((f, place) => (f.CaseId, place)).ToDictionary(f => f.CaseId, f => f.place, StringComparer.Ordinal);
    }

    public override HashSet<int> Find(Func<IQueryable<CaseFacts>, IQueryable<CaseFacts>> ask)
    {
        using ReformDbContext db = Open();
        return [.. ask(db.CaseFacts.AsNoTracking()).Select(f => f.CaseId).AsEnumerable().Select(id => places[id])];
    }

    public ReformDbContext Open() => new(options);
}

/// <summary>One table of the facts as they are, for those that the service does not store: a column for each property.</summary>
internal sealed class FlatStore<T> : FactsStore<T>
    where T : class
{
    private readonly DbContextOptions<FlatContext<T>> options;

    public FlatStore(Engine engine, IReadOnlyList<T> facts)
        : base(engine.Name)
    {
        options = engine.Database<FlatContext<T>>();
        using (var db = new FlatContext<T>(options))
        {
            db.Database.EnsureCreated();
        }

        foreach ((int Place, T Facts)[] some in facts.Index().Chunk(AtOnce))
        {
            using var db = new FlatContext<T>(options);
            foreach ((int place, T each) in some)
            {
                db.Entry(each).Property(FlatContext<T>.Place).CurrentValue = place;
                db.Add(each);
            }

            db.SaveChanges();
        }
    }

    public override HashSet<int> Find(Func<IQueryable<T>, IQueryable<T>> ask)
    {
        using var db = new FlatContext<T>(options);
        return [.. ask(db.Set<T>().AsNoTracking()).Select(f => EF.Property<int>(f, FlatContext<T>.Place))];
    }
}

/// <summary>A model of one type of flat facts.</summary>
internal sealed class FlatContext<T>(DbContextOptions<FlatContext<T>> options) : DbContext(options)
    where T : class
{
    /// <summary>The key, beside the facts.</summary>
    public const string Place = "StoredPlace";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<LocalDate>().HaveConversion<DateDigits>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<T>(facts =>
    {
        facts.Property<int>(Place).ValueGeneratedNever();
        facts.HasKey(Place);
    });
}
