using Reform.Domain.DataFiles;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Compliance;

/// <summary>
/// All rule books, one for each kind of object (các bộ quy tắc): those that come with the library, and what rule packs add. Immutable.
/// </summary>
public sealed class RuleBooks
{
    private RuleBooks(IEnumerable<RuleBook> books, ValueList<string> packs)
    {
        All = books.OrderBy(b => b.Kind, StringComparer.Ordinal).ToValueList();
        if (All.Select(b => b.Kind).Distinct(StringComparer.Ordinal).Count() < All.Count)
        {
            throw new ArgumentException("Two books are over one kind of object.", nameof(books));
        }

        Packs = packs;
    }

    /// <summary>The books that come with the library.</summary>
    public static RuleBooks BuiltIn { get; } = new(BuiltInRules.Books, []);

    /// <summary>The books, in the order of their kinds.</summary>
    public ValueList<RuleBook> All { get; }

    /// <summary>The names of the packs that were added, in their order.</summary>
    public ValueList<string> Packs { get; }

    /// <summary>The book over a type of object.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <returns>The book.</returns>
    /// <exception cref="ArgumentException">There is none.</exception>
    public RuleBook<T> Over<T>() => (RuleBook<T>?)All.FirstOrDefault(b => b is RuleBook<T>)
        ?? throw new ArgumentException("There is no rule book over " + typeof(T).Name + ".", typeof(T).Name);

    /// <summary>The book over a kind of object, or over a kind of sets of cases.</summary>
    /// <param name="kind">The snake_case name of the kind.</param>
    /// <returns>The book, or null.</returns>
    public RuleBook? Find(string kind) => All.FirstOrDefault(b => b.Kind == kind) ?? BuiltInRules.SetBooks.FirstOrDefault(b => b.Kind == kind);

    /// <summary>The books with one more rule.</summary>
    /// <typeparam name="T">The type of object that it judges.</typeparam>
    /// <param name="rule">The rule.</param>
    /// <returns>New books; these stay as they are.</returns>
    /// <exception cref="ArgumentException">There is no book over such objects, or it has a rule with that code in the same period.</exception>
    public RuleBooks With<T>(ComplianceRule<T> rule)
    {
        RuleBook<T> book = Over<T>();
        return new RuleBooks(All.Select(b => b == book ? book.With(rule) : b), Packs);
    }

    /// <summary>The books with the rules of a pack.</summary>
    /// <param name="pack">The pack.</param>
    /// <returns>New books; these stay as they are.</returns>
    /// <exception cref="RulePackException">A rule of the pack is refused, or something is wrong with it; every problem is named.</exception>
    public RuleBooks With(IRulePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        if (string.IsNullOrWhiteSpace(pack.Name) || Packs.Contains(pack.Name))
        {
            throw new RulePackException(pack.Name ?? "", "the pack has no name of its own");
        }

        RuleBooks with;
        try
        {
            with = pack.AddTo(this);
        }
        catch (ArgumentException e)
        {
            throw new RulePackException(pack.Name, e.Message);
        }

        HashSet<RuleProblem> known = [.. All.SelectMany(b => b.Check())];
        RuleProblem[] problems = [.. with.All.SelectMany(b => b.Check()).Where(p => !known.Contains(p))];
        return problems.Length == 0
            ? new RuleBooks(with.All.Select(b => b.OfPack(pack.Name, All.FirstOrDefault(o => o.Kind == b.Kind))), ValueList.Create<string>([.. Packs, pack.Name]))
            : throw new RulePackException(pack.Name, string.Join("; ", problems.Select(p => p.Code + ", " + p.Field + ": " + p.Text.English)));
    }

    /// <summary>Judges a finding again from its receipt alone.</summary>
    /// <param name="receipt">The document.</param>
    /// <param name="source">Its name, for messages.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="InvalidDataFileException">It is no receipt, or of a kind of object that no book judges.</exception>
    public Replay ReplayOf(ReadOnlyMemory<byte> receipt, string source)
    {
        string kind = FindingReceipt.KindOf(receipt, source);
        return Find(kind) is RuleBook book ? book.ReplayOf(receipt, source) : throw new InvalidDataFileException([new DataProblem(
            source, null, "subject_kind", new BilingualText("không có bộ quy tắc cho '" + kind + "'", "there is no rule book for '" + kind + "'"))]);
    }
}

/// <summary>Rules from outside this library (gói quy tắc): in an assembly of its own, found by the service at its start.</summary>
public interface IRulePack
{
    /// <summary>The name of the pack; no two have the same.</summary>
    string Name { get; }

    /// <summary>Adds the rules of the pack.</summary>
    /// <param name="books">The books before.</param>
    /// <returns>The books with the rules.</returns>
    RuleBooks AddTo(RuleBooks books);
}

/// <summary>A rule pack that is refused.</summary>
public sealed class RulePackException : Exception
{
    internal RulePackException(string pack, string why)
        : base("The rule pack '" + pack + "' is refused: " + why) => Pack = pack;

    /// <summary>The name of the pack.</summary>
    public string Pack { get; }
}
