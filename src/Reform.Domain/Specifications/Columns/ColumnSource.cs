using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Reform.Domain.Specifications;

/// <summary>What the code over columns calls; all of it is inlined.</summary>
internal static class ColumnSource
{
    // A column has an entry for every row, and a list ends where the next one begins: the columns see to that.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TValue At<TValue>(TValue[] column, int row) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(column), row);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Bit(bool holds, int place) => (holds ? 1UL : 0UL) << place;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int One(bool holds) => holds ? 1 : 0;

    /// <summary>A value read through an object, which has to be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TValue Through<TValue>(bool isThere, TValue value) => isThere ? value : throw NoObject();

    /// <summary>A number of a list that is gone through, which has to be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Enumerated(bool isThere, int value) => isThere ? value : throw NoList();

    /// <summary>The value of what may be absent, which has to be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TValue Present<TValue>(bool isThere, TValue value) => isThere ? value : throw NoValue();

    /// <summary>Keeps what was found of a text: 1 for no, 2 for yes. Two threads that keep it at once keep the same.</summary>
    public static bool Remember(byte[] memo, int code, bool holds)
    {
        memo[code] = holds ? (byte)2 : (byte)1;
        return holds;
    }

#pragma warning disable CA2201 // The same exception as reading through a null throws.
    private static NullReferenceException NoObject() => new();
#pragma warning restore CA2201

    private static ArgumentNullException NoList() => new("source");

    private static InvalidOperationException NoValue() => new("Nullable object must have a value.");
}
