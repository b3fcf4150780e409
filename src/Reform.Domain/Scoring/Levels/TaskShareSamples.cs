using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>Samples of the shares of tasks, which hang together: done = on time + late, at most 1; or no task was due, and there is no share.</summary>
internal sealed class TaskShareSamples(ILookup<string, SimpleComparison> comparisons)
{
    private readonly SimpleComparison[] all =
        [.. comparisons[TaskCounts.DoneShareName], .. comparisons[TaskCounts.OnTimeShareName], .. comparisons[TaskCounts.LateShareName]];

    public IEnumerable<LevelSample> All()
    {
        Fraction[] done = Thresholds(TaskCounts.DoneShareName);
        Fraction[] onTime = Thresholds(TaskCounts.OnTimeShareName);

        // Between two of these values of the late share, the bounds of the one on time keep their order.
        IEnumerable<Fraction> crossings = done.Append(1).SelectMany(d => onTime.Append(0).Select(o => d - o));
        foreach (Fraction late in LevelSpace.Cut(Thresholds(TaskCounts.LateShareName).Concat(crossings), 0, 1))
        {
            foreach (Fraction timely in LevelSpace.Cut(onTime.Concat(done.Select(d => d - late)), 0, 1 - late))
            {
                yield return Of(late, timely);
            }
        }

        yield return new LevelSample([.. TaskCounts.ShareNames.Select(n => new LevelFact(n, "–"))], [], HasNoTasks: true);
    }

    private LevelSample Of(Fraction late, Fraction timely)
    {
        Fraction Value(string name) => name switch
        {
            TaskCounts.LateShareName => late,
            TaskCounts.OnTimeShareName => timely,
            _ => timely + late,
        };
        return LevelSpace.Sample(TaskCounts.ShareNames.Select(n => new LevelFact(n, Value(n).ToString())).ToValueList(), all, n => Value(n));
    }

    private Fraction[] Thresholds(string name) => [.. comparisons[name].Select(c => c.Threshold)];
}
