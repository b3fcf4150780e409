using NodaTime;
using Reform.Domain.Programmes;
using Reform.Domain.Scoring;
using Reform.Domain.Values;
using Reform.Grpc.Programmes;
using Reform.Grpc.Registers;

namespace Reform.Grpc.Scoring;

/// <summary>
/// What is recorded that shows how a unit came to its points: what its measures were counted from, what was said in the appraisal, and when it closed which
/// tasks of programmes.
/// </summary>
/// <param name="state">The registers.</param>
/// <param name="on">The date of judgement.</param>
internal sealed class EvaluationEvidence(RegisterState state, LocalDate on)
{
    private readonly Lazy<ILookup<string, ProgrammeTaskStatus>> tasks = new(() => TasksOf(state, on));

    /// <summary>What is known of how a unit came to its decided score; null: it has none by the date, or no criteria are in force.</summary>
    public FormalismData? Of(EvaluationPeriod period, string unitId, KeptUnit kept, Appraisal? appraisal, CriteriaSet? set)
    {
        if (set is null || kept.Measures is null || kept.History?.AsOf(on)?.Score is not UnitScore score)
        {
            return null;
        }

        ProgrammeTaskStatus[] own = [.. tasks.Value[unitId]];
        ProgrammeTaskStatus[] due = Array.FindAll(own, t => t.DueOn >= period.From && t.DueOn <= period.To);
        return new FormalismData(unitId, period)
        {
            Score = score,
            Gap = appraisal is null ? null : SelfAppraisalGap.Of(appraisal.SelfScores, score, set.GapThreshold),
            LeavesWithEvidence = set.Tree.Leaves.Where(l => IsShown(l, kept.Measures.Fact, appraisal)).Select(l => l.Id).ToValueList(),
            TasksClosedOn = own.Length == 0 ? null : own.Select(t => t.CompletedOn).OfType<LocalDate>().ToValueList(),
            Difficulty = due.Length == 0 ? null : new DifficultyCounts(
                Count(due, TaskDifficulty.Easy, false), Count(due, TaskDifficulty.Easy, true), Count(due, TaskDifficulty.Hard, false), Count(due, TaskDifficulty.Hard, true)),
        };
    }

    // A survey shows itself; what the system counted is there to be looked at; what is declared names what it was counted from, or the appraiser says why.
    private static bool IsShown(Criterion leaf, UnitMeasures unit, Appraisal? appraisal) => leaf.Leaf!.IsSurvey
        || unit.Of(leaf.Id).All.Any(m => m.Source != MeasureSource.Declared || m.Facts.Count > 0)
        || appraisal?.Appraised.Any(a => a.LeafId == leaf.Id && a.Reason is not null) == true
        || appraisal?.Disputes.Any(d => d.LeafId == leaf.Id && d.Decision is not null) == true;

    private static int Count(ProgrammeTaskStatus[] due, TaskDifficulty difficulty, bool onlyDone) =>
        due.Count(t => t.Task.Difficulty == difficulty && (!onlyDone || !t.IsOpen));

    // Where the units are not known on the date, nothing is known of who leads what.
    private static ILookup<string, ProgrammeTaskStatus> TasksOf(RegisterState state, LocalDate on)
    {
        ProgrammeRegister register = state.Programmes.Register;
        return (state.Organization.Covers(on) ? register.Programmes : [])
            .SelectMany(p => register.MatrixOn(p.Id, on).Tasks)
            .Where(t => t.Lead.UnitId is not null)
            .ToLookup(t => t.Lead.UnitId!, StringComparer.Ordinal);
    }
}
