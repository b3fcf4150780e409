using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Reform.Domain.Specifications;

/// <summary>What the code of a batch calls to read and write spans, which expressions cannot index; all of it is inlined.</summary>
internal static class BatchSource
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Length<TItem>(ReadOnlySpan<TItem> items) => items.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TItem Item<TItem>(ReadOnlySpan<TItem> items, int index) => items[index];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Span<ulong> satisfied, int index, ulong word) => satisfied[index] = word;

    /// <summary>A null list throws, as it does when it is enumerated.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<TItem> OfArray<TItem>(TItem[] items) => new(items, 0, items.Length);

    /// <summary>A null list throws, as it does when it is enumerated.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<TItem> OfList<TItem>(List<TItem> items) => CollectionsMarshal.AsSpan(items)[..items.Count];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ListItems<TItem> OfReadOnlyList<TItem>(IReadOnlyList<TItem> items) => items switch
    {
        TItem[] array => new(array, null),
        List<TItem> list => new(CollectionsMarshal.AsSpan(list), null),
        _ => new(default, items ?? throw new ArgumentNullException(nameof(items))),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LengthOfList<TItem>(ListItems<TItem> items) => items.Others is null ? items.Span.Length : items.Others.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TItem ItemOfList<TItem>(ListItems<TItem> items, int index) => items.Others is null ? items.Span[index] : items.Others[index];
}

/// <summary>The items of a list that is known by its interface only: a span where it has one.</summary>
internal readonly ref struct ListItems<TItem>(ReadOnlySpan<TItem> span, IReadOnlyList<TItem>? others)
{
    public readonly ReadOnlySpan<TItem> Span = span;
    public readonly IReadOnlyList<TItem>? Others = others;
}
