using System.Linq.Expressions;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>
/// What changed between two rule books (so sánh hai bộ quy tắc): for each rule whose verdicts differ a smallest case on which they do,
/// found by trying, not guessed; and the rules that can never find anything.
/// </summary>
/// <remarks>
/// Cases are tried with ever more facts, so that the first one found has the fewest. Where every value that the conditions tell apart was
/// tried and nothing differed, the rules are equivalent; where that was too many, or a condition does more than compare facts, the answer
/// is only that no difference was found.
/// </remarks>
public static class RuleBookComparison
{
    /// <summary>Compares two books.</summary>
    /// <typeparam name="T">The type of the objects: flat facts.</typeparam>
    /// <param name="before">The one book.</param>
    /// <param name="after">The other book.</param>
    /// <param name="tries">How many cases to try for each rule, at most.</param>
    /// <returns>One entry for each code of either book, in the order of the codes.</returns>
    public static ValueList<RuleDifference<T>> Of<T>(RuleBook<T> before, RuleBook<T> after, int tries = 200_000)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return before.Codes.Concat(after.Codes).Select(i => i.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(code => Compare(code, before, after, tries)).ToValueList();
    }

    /// <summary>What one rule can say at all.</summary>
    /// <typeparam name="T">The type of the objects: flat facts.</typeparam>
    /// <param name="book">The book.</param>
    /// <param name="tries">How many cases to try for each rule, at most.</param>
    /// <returns>One entry for each code, in the order of the codes.</returns>
    public static ValueList<RuleReach<T>> ReachOf<T>(RuleBook<T> book, int tries = 200_000)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(book);
        return book.Codes.Select(i => Reach(i.Code, book, tries)).ToValueList();
    }

    private static RuleDifference<T> Compare<T>(string code, RuleBook<T> before, RuleBook<T> after, int tries)
        where T : class
    {
        bool had = before.Codes.Any(i => i.Code == code);
        bool has = after.Codes.Any(i => i.Code == code);
        if (had && has && TextOf(before, code) == TextOf(after, code))
        {
            return new RuleDifference<T>(code, RuleDifferenceKind.Same, null, null, null, []);
        }

        if (!had || !has)
        {
            return new RuleDifference<T>(code, has ? RuleDifferenceKind.Added : RuleDifferenceKind.Removed, null, null, null, []);
        }

        var search = new CaseSearch<T>(ConditionsOf(before, code).Concat(ConditionsOf(after, code)));
        T? witness = search.First(c => VerdictOf(before, code, c) != VerdictOf(after, code, c), tries);
        return witness is null
            ? new RuleDifference<T>(code, search.WasExhaustive ? RuleDifferenceKind.Equivalent : RuleDifferenceKind.NoneFound, null, null, null, [])
            : new RuleDifference<T>(
                code, RuleDifferenceKind.Differs, witness, VerdictOf(before, code, witness), VerdictOf(after, code, witness), search.Stated(witness, after.Subject));
    }

    private static RuleReach<T> Reach<T>(string code, RuleBook<T> book, int tries)
        where T : class
    {
        var search = new CaseSearch<T>(ConditionsOf(book, code));
        var seen = new SortedDictionary<Verdict, T>();
        search.First(
            c =>
            {
                if (VerdictOf(book, code, c) is Verdict verdict)
                {
                    seen.TryAdd(verdict, c);
                }

                return seen.Count == 4;
            },
            tries);
        return new RuleReach<T>(code, seen.Select(s => (s.Key, s.Value)).ToValueList(), search.WasExhaustive);
    }

    // Null: the rule threw.
    private static Verdict? VerdictOf<T>(RuleBook<T> book, string code, T subject)
    {
        try
        {
            return book.EditionFor(code, subject) is RuleEdition<T> edition ? edition.Rule.VerdictOn(subject) : book.JudgementWithoutEdition(code, subject)!.Verdict;
        }
#pragma warning disable CA1031 // A rule that throws where another does not differs from it.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private static string TextOf<T>(RuleBook<T> book, string code) => string.Join(
        '\n',
        book.Editions.Where(e => e.Rule.Info.Code == code)
            .Select(e => e.Validity + " " + e.UnitId + " " + string.Join(' ', e.OtherUnits) + "\n" + string.Join('\n', Enum.GetValues<Verdict>().Select(e.Gives))));

    private static IEnumerable<Expression<Func<T, bool>>> ConditionsOf<T>(RuleBook<T> book, string code) =>
        book.Editions.Where(e => e.Rule.Info.Code == code).SelectMany(e => Enum.GetValues<Verdict>().Select(v => e.Gives(v).Expression));
}

/// <summary>How one rule differs between two books.</summary>
/// <typeparam name="T">The type of the objects.</typeparam>
/// <param name="Code">The code.</param>
/// <param name="Kind">Whether, and how.</param>
/// <param name="Witness">A case with the fewest facts on which the verdicts differ; null: none was found, or none was looked for.</param>
/// <param name="Before">The verdict of the one book on it; null also where the rule broke down.</param>
/// <param name="After">The verdict of the other.</param>
/// <param name="Facts">The facts of the case, in the order of their names; what is not here is absent, 0 or empty.</param>
public sealed record RuleDifference<T>(
    string Code, RuleDifferenceKind Kind, T? Witness, Verdict? Before, Verdict? After, ValueList<UsedFact> Facts);

/// <summary>Whether and how a rule differs.</summary>
public enum RuleDifferenceKind
{
    /// <summary>Word for word the same conditions (giữ nguyên).</summary>
    Same = 0,

    /// <summary>Stated otherwise, but no case tells them apart: every value that matters was tried (tương đương).</summary>
    Equivalent = 1,

    /// <summary>A case tells them apart (khác nhau).</summary>
    Differs = 2,

    /// <summary>No case was found that tells them apart, and not all could be tried (chưa thấy khác nhau).</summary>
    NoneFound = 3,

    /// <summary>Only in the second book (thêm mới).</summary>
    Added = 4,

    /// <summary>Only in the first book (bãi bỏ).</summary>
    Removed = 5,
}

/// <summary>What a rule can say at all.</summary>
/// <typeparam name="T">The type of the objects.</typeparam>
/// <param name="Code">The code.</param>
/// <param name="Reached">The verdicts that were met, each with a case with few facts.</param>
/// <param name="IsExhaustive">Whether every value that matters was tried, so that what was not met cannot be met.</param>
public sealed record RuleReach<T>(string Code, ValueList<(Verdict Verdict, T Case)> Reached, bool IsExhaustive)
{
    /// <summary>Whether the rule can never fail: it finds nothing, whatever the case (không bao giờ vi phạm).</summary>
    public bool IsUnreachable => IsExhaustive && Reached.All(r => r.Verdict != Verdict.Fail);
}
