namespace Reform.Samples.HaiPhong.Generator;

/// <summary>A small pseudo-random sequence (Steele, Lea, Flood 2014) that is the same on every machine and in every version of .NET.</summary>
internal sealed class SplitMix64(ulong seed)
{
    private ulong state = seed;

    public int Below(int bound) => (int)(Next() % (ulong)bound);

    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    private ulong Next()
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
