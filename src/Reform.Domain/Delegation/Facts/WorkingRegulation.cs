using NodaTime;
using Reform.Domain.Legal;

namespace Reform.Domain.Delegation;

/// <summary>The working regulations of a body (quy chế làm việc).</summary>
/// <param name="UnitId">The body.</param>
/// <param name="Instrument">The document.</param>
/// <param name="Validity">The dates on which they are in force, [from, to).</param>
/// <param name="SuperiorInformedOn">When the superior was informed of them; null: it was not.</param>
public sealed record WorkingRegulation(string UnitId, Instrument Instrument, Validity Validity, LocalDate? SuperiorInformedOn = null);
