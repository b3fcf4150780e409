using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>The limit of one step (thời hạn của bước).</summary>
/// <param name="Id">A short name, unique in its schedule.</param>
/// <param name="Name">The name of the step.</param>
/// <param name="Limit">How long it may take.</param>
/// <param name="Start">From when it is counted.</param>
public sealed record StepLimit(string Id, BilingualText Name, TimeLimit Limit, StepStart Start = StepStart.PreviousStep);
