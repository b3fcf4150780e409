using NodaTime;

namespace Reform.Domain.Cases;

/// <summary>Where the late cases of a unit and procedure spent their time (khâu chậm nhất).</summary>
/// <param name="Key">The unit and the procedure: "{unit}/{procedure}".</param>
/// <param name="UnitId">The unit.</param>
/// <param name="AsOf">The date of judgement.</param>
/// <param name="LateCases">Its late cases, resolved or pending.</param>
/// <param name="Untold">Those of them whose steps are not known.</param>
/// <param name="Steps">How many steps took any time.</param>
/// <param name="Step">The step that took the most working days, the earlier one of two; null: none took any.</param>
/// <param name="DaysOfStep">The working days that it took.</param>
/// <param name="Days">The working days of all steps.</param>
public sealed record StepTimeFacts(string Key, string UnitId, LocalDate AsOf, int LateCases, int Untold, int Steps, int? Step, int DaysOfStep, int Days);
