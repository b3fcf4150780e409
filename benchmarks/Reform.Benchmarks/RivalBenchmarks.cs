using BenchmarkDotNet.Attributes;
using Reform.Benchmarks.Rivals;

namespace Reform.Benchmarks;

/// <summary>
/// Twelve rules over 100,000 cases, by hand, by specifications and by other engines. It refuses to run unless all find the same.
/// <c>-- rivals</c> runs the same engines in turns, for a machine that others use too.
/// </summary>
[MemoryDiagnoser]
public class RivalBenchmarks
{
    private Dictionary<string, RivalEngine> engines = [];

    [GlobalSetup]
    public void Prepare()
    {
        RivalEngine[] all = [.. RivalEngine.All(new RivalWork(100_000))];
        RivalEngine.DemandSameFindings(all);
        engines = all.ToDictionary(e => e.Name);
    }

    [Benchmark(Baseline = true, Description = RivalEngine.Objects)]
    public void Objects() => engines[RivalEngine.Objects].Judge();

    [Benchmark(Description = RivalEngine.ObjectsDateOnly)]
    public void ObjectsDateOnly() => engines[RivalEngine.ObjectsDateOnly].Judge();

    [Benchmark(Description = RivalEngine.Columns)]
    public void Columns() => engines[RivalEngine.Columns].Judge();

    [Benchmark(Description = RivalEngine.Fused)]
    public void Fused() => engines[RivalEngine.Fused].Judge();

    [Benchmark(Description = RivalEngine.FusedDateOnly)]
    public void FusedDateOnly() => engines[RivalEngine.FusedDateOnly].Judge();

    [Benchmark(Description = RivalEngine.FusedColumns)]
    public void FusedColumns() => engines[RivalEngine.FusedColumns].Judge();

    [Benchmark(Description = RivalEngine.FusedParallel)]
    public void FusedParallel() => engines[RivalEngine.FusedParallel].Judge();

    [Benchmark(Description = RivalEngine.FusedColumnsParallel)]
    public void FusedColumnsParallel() => engines[RivalEngine.FusedColumnsParallel].Judge();

    [Benchmark(Description = RivalEngine.Delegates)]
    public void Delegates() => engines[RivalEngine.Delegates].Judge();

    [Benchmark(Description = RivalEngine.OneByOne)]
    public void OneByOne() => engines[RivalEngine.OneByOne].Judge();

    [Benchmark(Description = RivalEngine.Validator)]
    public void Validator() => engines[RivalEngine.Validator].Judge();

    [Benchmark(Description = RivalEngine.Rules)]
    public void Rules() => engines[RivalEngine.Rules].Judge();
}
