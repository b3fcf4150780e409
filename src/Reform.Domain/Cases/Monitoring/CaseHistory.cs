using Reform.Domain.Explanations;

namespace Reform.Domain.Cases;

/// <summary>A case whose events still come in, in the order in which they happened: each is taken in without looking at those before it.</summary>
internal sealed class CaseHistory : ICaseHistory
{
    private readonly CaseReplay replay = new();
    private readonly Dictionary<string, CaseTime> milestones = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> firstRuns = [];
    private readonly Dictionary<int, int> lastRuns = [];
    private readonly Dictionary<int, CaseTime> done = [];
    private readonly List<CaseExtended> extensions = [];

    public IReadOnlyList<CasePause> Pauses => replay.Pauses;

    public IEnumerable<CaseExtended> Extensions => extensions;

    public CaseEvent? Outcome => replay.Outcome;

    public CaseState State => replay.State;

    /// <summary>How often something stopped, moved or lengthened the clock: what was read before such a change is read again.</summary>
    public int ClockChanges { get; private set; }

    public CaseTime? TimeOf(string milestone) => milestones.GetValueOrDefault(milestone);

    public StepRun? FirstRunOf(int step) => firstRuns.TryGetValue(step, out int place) ? replay.Steps[place] : null;

    public StepRun? LastRunOf(int step) => lastRuns.TryGetValue(step, out int place) ? replay.Steps[place] : null;

    /// <summary>When a step was first done, or null.</summary>
    public CaseTime? DoneAt(int step) => done.GetValueOrDefault(step);

    /// <summary>Takes an event in.</summary>
    /// <returns>The rule that forbids it, with nothing taken in; or null.</returns>
    public Reason? Take(CaseEvent e)
    {
        int runs = replay.Steps.Count;
        if (replay.Take(e) is Reason broken)
        {
            return broken;
        }

        for (int i = runs; i < replay.Steps.Count; i++)
        {
            int step = replay.Steps[i].Step;
            firstRuns.TryAdd(step, i);
            lastRuns[step] = i;
        }

        Reach(e);
        switch (e)
        {
            case StepFinished finished:
                done.TryAdd(finished.Step, e.At);
                break;
            case CaseExtended extended:
                extensions.Add(extended);
                ClockChanges++;
                break;
            case SupplementRequested or SupplementReceived or CaseSuspended or CaseResumed or CaseDecided or CaseRefused or CaseWithdrawn:
                ClockChanges++;
                break;
        }

        return null;
    }

    private void Reach(CaseEvent e)
    {
        foreach (EarlierEvent earlier in (e as CaseReceived)?.Earlier ?? [])
        {
            milestones.Add(earlier.Milestone, CaseTime.On(earlier.On));
        }

        if (e.Milestone is not null)
        {
            milestones.TryAdd(e.Milestone, e.At);
        }

        foreach (string milestone in Milestones.KindOf(e))
        {
            milestones.TryAdd(milestone, e.At);
        }
    }
}
