using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>The due of every step and of the whole (hạn từng bước và hạn toàn quy trình).</summary>
/// <param name="Whole">The deadline of the whole.</param>
/// <param name="Steps">The deadlines of the steps, in their order.</param>
/// <param name="Conflicts">Where the steps do not fit into the whole; empty when they do.</param>
public sealed record StepDeadlines(Deadline Whole, ValueList<StepDeadline> Steps, ValueList<Reason> Conflicts);

/// <summary>The due of one step.</summary>
/// <param name="Step">The step.</param>
/// <param name="Deadline">Its deadline.</param>
public readonly record struct StepDeadline(StepLimit Step, Deadline Deadline);
