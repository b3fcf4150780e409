namespace Reform.Domain.Specifications;

/// <summary>Divides work over the processors and puts what the parts found together in their order.</summary>
internal static class ParallelParts
{
    public static void Evaluate(
        int count, int partSize, SpecificationMatches into, Action<int, int, SpecificationMatches> judge, CancellationToken cancellation)
    {
        into.Clear();
        int parts = (count + partSize - 1) / partSize;
        while (into.Parts.Count < parts)
        {
            into.Parts.Add(new());
        }

        Enumerable.Range(0, parts).AsParallel().WithCancellation(cancellation).ForAll(part =>
        {
            SpecificationMatches own = into.Parts[part];
            own.Clear();
            judge(part * partSize, Math.Min(partSize, count - (part * partSize)), own);
        });
        for (int part = 0; part < parts; part++)
        {
            into.Append(into.Parts[part], part * partSize);
        }
    }
}
