using System.Collections.Immutable;
using CsCheck;
using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Specifications;

/// <summary>Random facts with what goes wrong in practice: nulls, bounds, texts in two Unicode forms, empty and absent children.</summary>
public static class RandomFacts
{
    public static Gen<string> Text { get; } = Gen.OneOf(
        string.Empty, "a", "A", "ba", "Bản sao", "Ba\u0309n sao", "Đơn", "đơn", "\0", "😀", "á", "a\u0301", "straße", "STRASSE", "i", "İ", " a");

    public static Gen<string?> OptionalText { get; } = OrNull(Text);

    public static Gen<int> Number { get; } = Gen.Frequency(
        (9, Gen.Int[-4, 4]), (1, Gen.OneOf(int.MinValue, int.MaxValue, int.MinValue + 1, int.MaxValue - 1)));

    public static Gen<LocalDate> Day { get; } = Gen.Frequency(
        (18, Gen.Int[-3, 3].Select(d => new LocalDate(2024, 2, 28).PlusDays(d))),
        (2, Gen.OneOf(LocalDate.MinIsoValue, LocalDate.MaxIsoValue, default, new LocalDate(1969, 12, 31), LocalDate.MaxIsoValue.PlusDays(-2))),
        (1, Gen.Const(new LocalDate(2024, 2, 28).WithCalendar(CalendarSystem.Julian))));

    public static Gen<SampleKind> Kind { get; } = Gen.OneOf(SampleKind.None, SampleKind.Ordinary, SampleKind.Urgent, (SampleKind)77);

    public static Gen<BatchFact> Fact { get; } =
        from numbers in Gen.Select(Number, MaybeNull(Number), Gen.OneOf(0L, 1, -1, long.MinValue, long.MaxValue), Gen.OneOf(0m, 1m, 1.0m, -1.5m, decimal.MaxValue), MaybeNull(Gen.OneOf(0.0, -0.0, 1.5, double.NaN, double.NegativeInfinity)))
        from texts in Gen.Select(Text, OptionalText)
        from kinds in Gen.Select(Kind, MaybeNull(Kind))
        from days in Gen.Select(Day, MaybeNull(Day))
        from flags in Gen.Select(Gen.Bool, MaybeNull(Gen.Bool))
        from owner in OrNull(Owner)
        from steps in Gen.Frequency((20, Step.List[0, 4]), (1, Gen.Const(() => (List<BatchStep>)null!)))
        from codes in Gen.Frequency((20, OptionalText.Array[0, 3]), (1, Gen.Const(() => (string?[])null!)))
        select new BatchFact
        {
            Number = numbers.Item1,
            Optional = numbers.Item2,
            Amount = numbers.Item3,
            Price = numbers.Item4,
            Ratio = numbers.Item5,
            Text = texts.Item1,
            OptionalText = texts.Item2,
            Kind = kinds.Item1,
            OptionalKind = kinds.Item2,
            Day = days.Item1,
            OptionalDay = days.Item2,
            Flag = flags.Item1,
            OptionalFlag = flags.Item2,
            Owner = owner,
            Steps = steps,
            Codes = codes,
        };

    private static Gen<BatchOwner> Owner => Gen.Select(OptionalText, MaybeNull(Day), Gen.Bool, (name, since, isHead) => new BatchOwner(name, since, isHead));

    private static Gen<BatchStep> Step => Gen.Frequency(
        (30, Gen.Select(Number, MaybeNull(Day), Day, OptionalText, Marks, (minutes, ended, due, by, marks) => new BatchStep(minutes, ended, due, by, marks))),
        (1, Gen.Const(() => (BatchStep)null!)));

    private static Gen<IReadOnlyList<int>> Marks => Gen.Select(Number.Array[0, 3], Gen.Int[0, 3], (items, kind) => kind switch
    {
        0 => items,
        1 => items.ToList(),
        2 => items.ToValueList(),
        _ => (IReadOnlyList<int>)items.ToImmutableList(),
    });

    private static Gen<T?> OrNull<T>(Gen<T> gen)
        where T : class => Gen.Frequency((3, gen.Select(x => (T?)x)), (1, Gen.Const(() => (T?)null)));

    private static Gen<T?> MaybeNull<T>(Gen<T> gen)
        where T : struct => Gen.Frequency((2, gen.Select(x => (T?)x)), (1, Gen.Const(() => (T?)null)));
}
