using System.Reflection;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Rules;

namespace Reform.Grpc.Tests.Compliance.Differential;

/// <summary>Facts of cases, every property filled by itself, mostly with what conditions stumble over; always the same.</summary>
internal sealed class FactsGenerator
{
    /// <summary>A date about which the others lie.</summary>
    public static readonly LocalDate Pivot = new(2025, 7, 1);

    private static readonly string[] Texts =
        ["", " ", "\t", "x", "X", "Đơn", "đơn", "ĐƠN", "Đo\u031Bn", "Bản sao", "a'b", "%", "_", "\\", "𠀋", "\u00e9", "e\u0301", "null", new('ơ', 300)];

    private static readonly int[] Numbers = [0, 0, 1, 1, 2, 2, 3, 4, 5, 7, 10, 30, -1, 999];

    private readonly Random random = new(20250701);
    private readonly LocalDate[] dates;

    public FactsGenerator(IEnumerable<RuleBook<CaseFacts>> books)
    {
        IEnumerable<LocalDate> bounds = books.SelectMany(b => b.Editions).SelectMany(e => new[] { e.Validity.From, e.Validity.To }).OfType<LocalDate>()
            .SelectMany(d => new[] { d.PlusDays(-1), d, d.PlusDays(1) });
        dates = [.. bounds.Concat(Enumerable.Range(-4, 9).Select(Pivot.PlusDays)).Append(new LocalDate(1, 1, 1)).Append(new LocalDate(9999, 12, 31)).Distinct().Order()];
    }

    public CaseFacts Next(int number)
    {
        object facts = Activator.CreateInstance<CaseFacts>();
        // Of one case the dates lie together: half of the time they are drawn from a few neighbours.
        LocalDate[] near = random.Next(2) == 0 ? dates : [.. dates.Skip(random.Next(dates.Length)).Take(3)];
        foreach (PropertyInfo property in typeof(CaseFacts).GetProperties().Where(p => p.SetMethod is not null))
        {
            property.SetValue(facts, property.Name == nameof(CaseFacts.CaseId) ? "c-" + number : Value(property, near));
        }

        return (CaseFacts)facts;
    }

    private object? Value(PropertyInfo property, LocalDate[] near)
    {
        bool mayBeNull = new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return mayBeNull && random.Next(4) == 0 ? null
            : type == typeof(string) ? Pick(Texts)
            : type == typeof(int) ? Pick(Numbers)
            : type == typeof(bool) ? random.Next(2) == 0
            : type == typeof(LocalDate) ? Pick(near)
            : type.IsEnum ? Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length))
            : throw new NotSupportedException(property.Name + " is of a type that the generator does not know.");
    }

    private T Pick<T>(T[] of) => of[random.Next(of.Length)];
}
