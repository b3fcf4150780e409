using NodaTime;

namespace Reform.Domain.Cases;

/// <summary>In which order a unit resolved the cases of a procedure, and how evenly (thứ tự giải quyết): cases whose clock stood still or was extended left out.</summary>
/// <param name="Key">The unit and the procedure: "{unit}/{procedure}".</param>
/// <param name="UnitId">The unit.</param>
/// <param name="AsOf">The date of judgement.</param>
/// <param name="Cases">Its resolved cases.</param>
/// <param name="Overtaking">Those that were resolved while one received on an earlier date was not.</param>
/// <param name="FarFromPeers">
/// Those that took far fewer or far more working days than the others: beyond one and a half times the distance of the quartiles outside of them.
/// </param>
public sealed record QueueFacts(string Key, string UnitId, LocalDate AsOf, int Cases, int Overtaking, int FarFromPeers);
