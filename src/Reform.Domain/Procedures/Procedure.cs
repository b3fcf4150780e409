using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>An internal or administrative procedure (quy trình, thủ tục): its steps, who decides, and how long it may take.</summary>
/// <param name="Code">The code, unique in its catalogue.</param>
/// <param name="Name">The name.</param>
/// <param name="System">Which system it belongs to, in the words of the catalogue; for example "party".</param>
/// <param name="Source">The instrument that lays it down.</param>
/// <param name="Steps">The activities expected of every case, in order; each stands once.</param>
/// <param name="FourEyes">The pairs of activities that two people must do.</param>
/// <param name="Decision">The step that decides, and the power that it takes; null when none is recorded.</param>
/// <param name="TimeLimits">The total time limit as the law changed it; there may be dates without one.</param>
public sealed record Procedure(
    string Code,
    BilingualText Name,
    string System,
    LegalBasis Source,
    ValueList<string> Steps,
    ValueList<FourEyesPair> FourEyes,
    DecisionStep? Decision,
    DatedValues<TimeLimit> TimeLimits);

/// <summary>Two activities of a case that may not be done by the same person (nguyên tắc bốn mắt).</summary>
/// <param name="First">The one activity.</param>
/// <param name="Second">The other activity.</param>
public sealed record FourEyesPair(string First, string Second);

/// <summary>The step of a procedure that decides (bước quyết định).</summary>
/// <param name="Activity">The activity.</param>
/// <param name="PowerId">The power that it takes.</param>
public sealed record DecisionStep(string Activity, string PowerId);
