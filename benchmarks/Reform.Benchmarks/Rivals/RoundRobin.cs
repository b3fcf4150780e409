using System.Diagnostics;
using System.Globalization;

namespace Reform.Benchmarks.Rivals;

/// <summary>
/// <c>-- rivals [ROUNDS]</c>: every engine once a round, over all rounds the least time, which neighbours on the machine disturb least.
/// </summary>
internal static class RoundRobin
{
    public static void Run(string[] args)
    {
        int rounds = args is [string given, ..] ? int.Parse(given, CultureInfo.InvariantCulture) : 15;
        var work = new RivalWork(100_000);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{work.Cases.Length} cases, {work.StepCount} steps"));
        RivalEngine[] engines = [.. RivalEngine.All(work)];
        RivalEngine.DemandSameFindings(engines);
        var best = new TimeSpan[engines.Length];
        var bytes = new long[engines.Length];
        Array.Fill(best, TimeSpan.MaxValue);
        Array.Fill(bytes, long.MaxValue);
        for (int round = 0; round < rounds; round++)
        {
            for (int e = 0; e < engines.Length; e++)
            {
                long before = GC.GetTotalAllocatedBytes(true);
                long start = Stopwatch.GetTimestamp();
                engines[e].Judge();
                TimeSpan took = Stopwatch.GetElapsedTime(start);
                bytes[e] = Math.Min(bytes[e], GC.GetTotalAllocatedBytes(true) - before);
                best[e] = took < best[e] ? took : best[e];
            }
        }

        for (int e = 0; e < engines.Length; e++)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{engines[e].Name,-62} {best[e].TotalMilliseconds,9:F2} ms {best[e].TotalNanoseconds / work.Cases.Length,8:F0} ns/case {(double)bytes[e] / work.Cases.Length,9:F1} B/case {best[e] / best[0],7:F2}"));
        }
    }
}
