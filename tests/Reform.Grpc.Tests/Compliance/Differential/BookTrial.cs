using System.Globalization;
using System.Reflection;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Domain.Rules;

namespace Reform.Grpc.Tests.Compliance.Differential;

/// <summary>One kind of object: the books that judge it, and made-up facts of it.</summary>
internal abstract class BookTrial
{
    /// <summary>How many facts are made up for each kind, beside those of which some rule says what it said of none before.</summary>
    protected const int Objects = 1500;

    private static readonly Lazy<IReadOnlyDictionary<string, BookTrial>> Made = new(
        () => Everything().ToDictionary(t => t.Kind, StringComparer.Ordinal));

    /// <summary>The trials of every book of the library, by the kind of object.</summary>
    public static IReadOnlyDictionary<string, BookTrial> All => Made.Value;

    public abstract string Kind { get; }

    /// <summary>The codes of the rules.</summary>
    public abstract IEnumerable<string> Codes { get; }

    /// <summary>Judges the facts in memory, in batches, by their traces and by their explanations.</summary>
    public abstract TrialResult WithoutDatabase();

    /// <summary>Judges the facts in memory and in a database.</summary>
    public abstract TrialResult InDatabase(Engine engine);

    /// <summary>Changes one fact of one object after it was stored: the verdicts that change by it, and the differences that are told, in the database and without.</summary>
    public abstract (string What, SortedSet<string> Changed, SortedSet<string> InDatabase, SortedSet<string> Without) WithOneFactChanged(Engine engine);

    private static IEnumerable<BookTrial> Everything()
    {
        yield return new BookTrial<CaseFacts>([SampleRules.Book, BuiltInRules.CaseFiles], (engine, facts) => new ServiceStore(engine, facts), nameof(CaseFacts.CaseId), n => "c-" + n);
        yield return Flat(new RuleBook<QueueFacts>(CaseSubjects.Queues, [BuiltInRules.QueueOrder.Rule]));
        yield return Flat(new RuleBook<ShareFacts>(CaseSubjects.Shares, [BuiltInRules.OnTimeRate.Rule]), nameof(ShareFacts.Key), n => "Đơn" + (n % 3) + "/P" + n);
        yield return Flat(new RuleBook<StepTimeFacts>(CaseSubjects.StepTimes, [BuiltInRules.Bottlenecks.Rule]));
        foreach (RuleBook book in RuleBooks.BuiltIn.All.Where(b => b is not RuleBook<CaseFacts>))
        {
            yield return (BookTrial)Flattening.MakeGenericMethod(book.GetType().GetGenericArguments()).Invoke(null, [book, null, null])!;
        }
    }

    private static readonly MethodInfo Flattening = typeof(BookTrial).GetMethod(nameof(Flat), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static BookTrial<T> Flat<T>(RuleBook<T> book, string? id = null, Func<int, string>? idOf = null)
        where T : class => new([book], (engine, facts) => new FlatStore<T>(engine, facts), id, idOf);
}

/// <summary>What came of a trial.</summary>
/// <param name="Editions">How many editions of rules were judged by.</param>
/// <param name="Objects">How many facts there were.</param>
/// <param name="Compared">How many verdicts were compared.</param>
/// <param name="Untold">How many had no explanation.</param>
/// <param name="Differences">Where the ways differ.</param>
/// <param name="NeverGiven">The rules that were never kept, or never broken.</param>
internal sealed record TrialResult(int Editions, int Objects, int Compared, int Untold, IReadOnlyList<string> Differences, IReadOnlyList<string> NeverGiven);

internal sealed class BookTrial<T> : BookTrial
    where T : class
{
    private readonly RuleBook<T>[] given;
    private readonly RuleBook<T>[] books;
    private readonly Func<Engine, IReadOnlyList<T>, FactsStore<T>> store;
    private readonly FactsGenerator<T> generator;
    private readonly T[] facts;

    public BookTrial(RuleBook<T>[] given, Func<Engine, IReadOnlyList<T>, FactsStore<T>> store, string? id, Func<int, string>? idOf)
    {
        this.store = store;
        Kind = given[^1].Kind;
        this.given = given;
        books = [.. given, .. VariantsOf(given[^1])];
        generator = new FactsGenerator<T>(books, id, idOf);
        facts = [.. MadeUp()];
    }

    public override string Kind { get; }

    public override IEnumerable<string> Codes => books.SelectMany(b => b.Codes).Select(r => r.Code).Distinct();

    public IReadOnlyList<T> Facts => facts;

    public FactsStore<T> StoredIn(Engine engine) => store(engine, facts);

    public override TrialResult WithoutDatabase()
    {
        var comparison = new Comparison<T>(facts);
        foreach (RuleBook<T> book in books)
        {
            comparison.WithoutDatabase(book);
        }

        return ResultOf(comparison);
    }

    public override TrialResult InDatabase(Engine engine)
    {
        var comparison = new Comparison<T>(facts);
        FactsStore<T> stored = StoredIn(engine);
        foreach (RuleBook<T> book in books)
        {
            comparison.InDatabase(book, stored);
        }

        return ResultOf(comparison);
    }

    public override (string What, SortedSet<string> Changed, SortedSet<string> InDatabase, SortedSet<string> Without) WithOneFactChanged(Engine engine)
    {
        (int place, PropertyInfo property, T changed) = OneChange();
        T[] some = [.. facts.Take(Math.Max(place + 1, 100))];
        T[] others = [.. some];
        others[place] = changed;
        string found = ": 1, the first " + place.ToString(CultureInfo.InvariantCulture);

        // In memory an object is judged by one edition of each rule: before the change, and after it.
        SortedSet<string> expected = new(StringComparer.Ordinal);
        foreach (RuleBook<T> book in given)
        {
            foreach (RuleEdition<T> edition in book.Editions)
            {
                Verdict? before = VerdictBy(book, edition, facts[place]), after = VerdictBy(book, edition, changed);
                if (before != after)
                {
                    expected.UnionWith(new[] { before, after }.OfType<Verdict>().Select(v => edition.Rule.Info.Code + " " + v + found));
                }
            }
        }

        var inDatabase = new Comparison<T>(others);
        FactsStore<T> stored = store(engine, some);
        var without = new Comparison<T>(some);
        foreach (RuleBook<T> book in given)
        {
            inDatabase.InDatabase(book, stored);
            without.WithoutDatabase(book, others);
        }

        return (property.Name + " of " + place, expected, Told(inDatabase, engine.Name + " "), Told(without, "trace "));
    }

    // A verdict that takes many facts at once is rare among random ones: it is looked for.
    private IEnumerable<T> MadeUp()
    {
        HashSet<(string, Verdict)> seen = [];
        int wanted = given.Sum(b => b.Codes.Count()) * 2;
        for (int i = 0; i < Objects * 10 && (i < Objects || seen.Count(s => s.Item2 is Verdict.Pass or Verdict.Fail) < wanted); i++)
        {
            T made = generator.Next(i);
            bool isNew = false;
            foreach (RuleBook<T> book in given)
            {
                foreach (RuleInfo rule in book.Codes)
                {
                    isNew |= book.EditionFor(rule.Code, made) is RuleEdition<T> edition && seen.Add((rule.Code, edition.Rule.VerdictOn(made)));
                }
            }

            if (i < Objects || isNew)
            {
                yield return made;
            }
        }
    }

    private static SortedSet<string> Told(Comparison<T> comparison, string way) =>
        new(comparison.Differences.Where(d => d.StartsWith(way, StringComparison.Ordinal)).Select(d => d[way.Length..]), StringComparer.Ordinal);

    private static Verdict? VerdictBy(RuleBook<T> book, RuleEdition<T> edition, T of) =>
        ReferenceEquals(book.EditionFor(edition.Rule.Info.Code, of), edition) ? edition.Rule.VerdictOn(of) : null;

    // The first fact that, changed by itself, changes a verdict; not the date or the unit, which choose the edition.
    private (int Place, PropertyInfo Property, T Changed) OneChange()
    {
        RuleBook<T> book = given[^1];
        for (int place = 0; place < facts.Length; place++)
        {
            foreach (PropertyInfo property in FactsGenerator<T>.Properties.Where(p => p != generator.Id))
            {
                T changed = FactsGenerator<T>.With(facts[place], property, generator.Value(property));
                if (book.Subject.DateOf(changed) == book.Subject.DateOf(facts[place]) && book.Subject.UnitOf(changed) == book.Subject.UnitOf(facts[place])
                    && book.Editions.Any(e => VerdictBy(book, e, facts[place]) != VerdictBy(book, e, changed)))
                {
                    return (place, property, changed);
                }
            }
        }

        throw new InvalidOperationException("No change of one fact changes a verdict.");
    }

    // The same rules as of two other dates, as they will bind, with stricter thresholds of a unit, and with other thresholds for all.
    private static IEnumerable<RuleBook<T>> VariantsOf(RuleBook<T> book)
    {
        yield return book.AsOn(new LocalDate(2024, 6, 1));
        yield return book.AsOn(SampleRules.Pivot.PlusDays(14));
        foreach (LocalDate announced in book.Rules.Select(r => r.Info.AnnouncedOn).OfType<LocalDate>().Distinct())
        {
            yield return book.ToComeOn(announced);
        }

        (string Code, RuleParameter Parameter)[] thresholds = [.. book.Rules.SelectMany(r => r.Info.Parameters.Select(p => (r.Info.Code, p))).DistinctBy(t => (t.Code, t.p.Name))];
        if (thresholds.Length > 0 && book.Thresholds.Count == 0 && typeof(T) != typeof(ShareFacts))
        {
            yield return thresholds.Aggregate(book, (b, t) => b.With(new UnitThreshold(t.Code, t.Parameter.Name, "Đơn", Stricter(t.Parameter), default, SampleRules.Basis)));
        }

        foreach ((string code, RuleParameter parameter) in thresholds)
        {
            yield return book.WhatIf(code, parameter.Name, parameter.Values.Entries[^1].Value + 1);
        }
    }

    private static int Stricter(RuleParameter parameter) => parameter.Tightening == Tightening.Lower
        ? parameter.Values.Entries.Min(e => e.Value) - 1
        : parameter.Values.Entries.Max(e => e.Value) + 1;

    private TrialResult ResultOf(Comparison<T> comparison) => new(
        books.Sum(b => b.Editions.Count()),
        facts.Length,
        comparison.Compared,
        comparison.Untold,
        comparison.Differences,
        comparison.Counts.Count == 0 ? [] : [.. Codes.SelectMany(c => new[] { Verdict.Pass, Verdict.Fail }
            .Where(v => comparison.Counts.GetValueOrDefault((c, v)) == 0).Select(v => c + " " + v))]);
}
