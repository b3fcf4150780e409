using System.Reflection;
using System.Runtime.CompilerServices;
using NodaTime;
using Reform.Domain.Rules;

namespace Reform.Grpc.Tests.Compliance.Differential;

/// <summary>
/// Flat facts of any type, every property filled by itself, mostly with what conditions stumble over: nothing at all, both sides of every value
/// that a rule compares with, the days about the first and last of every period, texts in all shapes. Always the same.
/// </summary>
internal sealed class FactsGenerator<T>
{
    private static readonly string[] Texts =
        ["", " ", "\t", "x", "X", "Đơn", "đơn", "ĐƠN", "Đo\u031Bn", "Bản sao", "a'b", "%", "_", "\\", "𠀋", "\u00e9", "e\u0301", "null", new('ơ', 300)];

    private static readonly int[] Numbers = [0, 0, 1, 1, 2, 2, 3, 4, 5, 7, 10, 30, -1, 999];

    private readonly Random random = new(20250701);
    private readonly LocalDate[] dates;
    private readonly string[] texts;
    private readonly int[] numbers;
    private readonly Func<int, string>? idOf;
    private object? previous;

    /// <summary>Creates a generator.</summary>
    /// <param name="books">The books that will judge the facts.</param>
    /// <param name="id">The property that tells one object from the next; null: none has to.</param>
    /// <param name="idOf">What that property says of the object of a number.</param>
    public FactsGenerator(IReadOnlyCollection<RuleBook<T>> books, string? id = null, Func<int, string>? idOf = null)
    {
        (Id, this.idOf) = (id is null ? null : typeof(T).GetProperty(id)!, idOf);
        RuleEdition<T>[] editions = [.. books.SelectMany(b => b.Editions)];
        var compared = ComparedValues.In(editions.Select(e => e.Gives(Verdict.Fail).Expression));
        IEnumerable<LocalDate> bounds = editions.SelectMany(e => new[] { e.Validity.From, e.Validity.To }).OfType<LocalDate>().Concat(compared.OfType<LocalDate>())
            .SelectMany(d => new[] { d.PlusDays(-1), d, d.PlusDays(1) });
        dates = [.. bounds.Concat(Enumerable.Range(-4, 9).Select(SampleRules.Pivot.PlusDays)).Append(new LocalDate(1, 1, 1)).Append(new LocalDate(9999, 12, 31)).Distinct().Order()];
        texts = [.. Texts, .. Enumerable.Repeat(compared.OfType<string>(), 4).SelectMany(t => t)];
        numbers = [.. Numbers.Concat(compared.OfType<int>().Where(n => n is > -10_000 and < 10_000).SelectMany(n => new[] { n - 1, n, n + 1 }))];
    }

    /// <summary>The property that tells one object from the next; null: none has to.</summary>
    public PropertyInfo? Id { get; }

    /// <summary>The properties of the facts.</summary>
    public static IReadOnlyList<PropertyInfo> Properties { get; } =
        [.. typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null)];

    /// <summary>The same facts but for one.</summary>
    public static T With(T facts, PropertyInfo property, object? value)
    {
        object copy = RuntimeHelpers.GetUninitializedObject(typeof(T));
        foreach (PropertyInfo each in Properties)
        {
            each.SetValue(copy, each == property ? value : each.GetValue(facts));
        }

        return (T)copy;
    }

    public T Next(int number)
    {
        object facts = RuntimeHelpers.GetUninitializedObject(typeof(T));
        // Half of the time one object differs from the one before in a few facts only: conditions of many parts are met now and then.
        bool isNeighbour = previous is not null && random.Next(2) == 0;
        HashSet<PropertyInfo> others = isNeighbour ? [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Pick(Properties))] : [];
        Habit habit = NextHabit();
        foreach (PropertyInfo property in Properties)
        {
            property.SetValue(facts, property == Id ? idOf!(number) : isNeighbour && !others.Contains(property) ? property.GetValue(previous) : Value(property, habit));
        }

        previous = facts;
        return (T)facts;
    }

    /// <summary>Another value for a property.</summary>
    public object? Value(PropertyInfo property) => Value(property, NextHabit());

    private object? Value(PropertyInfo property, Habit habit)
    {
        bool mayBeNull = new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return mayBeNull && random.Next(100) < habit.PercentNull ? null
            : type == typeof(string) ? Pick(texts)
            : type == typeof(int) ? random.Next(100) < habit.PercentZero ? 0 : Pick(numbers)
            : type == typeof(bool) ? random.Next(100) < habit.PercentTrue
            : type == typeof(LocalDate) ? Pick(habit.Dates)
            : type.IsEnum ? Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length))
            : throw new NotSupportedException(property.Name + " is of a type that the generator does not know.");
    }

    // Of one object the dates lie together, half of the time; nearly everything is missing, true or nothing, or hardly anything.
    private Habit NextHabit() => new(
        Pick([0, 25, 25, 70]), Pick([5, 20, 50, 95]), Pick([0, 25, 90]), random.Next(2) == 0 ? dates : [.. dates.Skip(random.Next(dates.Length)).Take(3)]);

    private TItem Pick<TItem>(IReadOnlyList<TItem> of) => of[random.Next(of.Count)];

    private sealed record Habit(int PercentNull, int PercentTrue, int PercentZero, LocalDate[] Dates);
}
