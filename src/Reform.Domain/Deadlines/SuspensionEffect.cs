namespace Reform.Domain.Deadlines;

/// <summary>What a suspension did to a deadline: a line of the ledger (sổ theo dõi tạm dừng).</summary>
/// <param name="Suspension">The suspension.</param>
/// <param name="Outcome">What it did.</param>
/// <param name="DaysNotCounted">How many of its dates lie in the running period and were not counted, whatever their kind; 0 where it had no effect.</param>
public sealed record SuspensionEffect(Suspension Suspension, SuspensionOutcome Outcome, int DaysNotCounted);
