using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Pilots;

/// <summary>What a pilot covers (phạm vi thí điểm): procedures, units and dates; what is not named is not covered.</summary>
/// <param name="ProcedureCodes">The procedures.</param>
/// <param name="UnitIds">The units.</param>
/// <param name="Period">When, [from, to); both ends are set.</param>
public sealed record PilotScope(ValueList<string> ProcedureCodes, ValueList<string> UnitIds, Validity Period)
{
    /// <summary>Whether it covers what a unit does under a procedure on a date.</summary>
    /// <param name="procedureCode">The procedure.</param>
    /// <param name="unitId">The unit.</param>
    /// <param name="on">The date.</param>
    /// <returns>True when procedure, unit and date are all within it.</returns>
    public bool Covers(string procedureCode, string unitId, LocalDate on) =>
        Period.Contains(on) && ProcedureCodes.Contains(procedureCode, StringComparer.Ordinal) && UnitIds.Contains(unitId, StringComparer.Ordinal);
}

/// <summary>A Central rule that covers the matter of a pilot (quy định của Trung ương về nội dung).</summary>
/// <param name="Number">The number of the instrument; for example "338-QĐ/TW".</param>
/// <param name="Validity">When it is in force, [from, to).</param>
public sealed record CentralRule(string Number, Validity Validity);

/// <summary>
/// A proposal to pilot contents, ways of working or technology that Central rules do not have yet (đề xuất thí điểm), as Programme 72
/// provides: the Standing Board decides and reports to Central; only Central's approval allows anything.
/// </summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Title">What is tried.</param>
/// <param name="UnitId">The unit that proposes it.</param>
/// <param name="DraftedOn">When it was drafted.</param>
/// <param name="Scope">What it asks for.</param>
public sealed record PilotProposal(string Id, BilingualText Title, string UnitId, LocalDate DraftedOn, PilotScope Scope)
{
    /// <summary>What Central rules lack (khoảng trống); null: it cites none.</summary>
    public BilingualText? Gap { get; init; }

    /// <summary>The Central rules that cover the matter, as whoever examined it found; null: nobody examined it.</summary>
    public ValueList<CentralRule>? CoveredBy { get; init; }
}

/// <summary>Something that happened to a pilot (diễn biến thí điểm).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="PilotId">The pilot.</param>
/// <param name="On">When it happened.</param>
public abstract record PilotEvent(string Id, string PilotId, LocalDate On);

/// <summary>The Standing Board decided about the proposal (Ban Thường vụ quyết định).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="PilotId">The pilot.</param>
/// <param name="On">When.</param>
/// <param name="Agrees">Whether the Board agrees to propose it.</param>
/// <param name="IsValid">Whether the decision is valid (meeting, quorum, votes); null: not recorded.</param>
public sealed record PilotBoardDecision(string Id, string PilotId, LocalDate On, bool Agrees, bool? IsValid) : PilotEvent(Id, PilotId, On);

/// <summary>The report that proposes the pilot went to Central (gửi Trung ương).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="PilotId">The pilot.</param>
/// <param name="On">When.</param>
/// <param name="Document">The number of the report.</param>
public sealed record PilotSent(string Id, string PilotId, LocalDate On, string Document) : PilotEvent(Id, PilotId, On);

/// <summary>Central agreed (Trung ương đồng ý).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="PilotId">The pilot.</param>
/// <param name="On">When; nothing is allowed before.</param>
/// <param name="Document">The number of the approval.</param>
/// <param name="Scope">What is approved; it may be less than was proposed.</param>
public sealed record PilotApproved(string Id, string PilotId, LocalDate On, string Document, PilotScope Scope) : PilotEvent(Id, PilotId, On);

/// <summary>Central did not agree (Trung ương không đồng ý).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="PilotId">The pilot.</param>
/// <param name="On">When.</param>
/// <param name="Document">The number of the answer.</param>
public sealed record PilotRejected(string Id, string PilotId, LocalDate On, string Document) : PilotEvent(Id, PilotId, On);

/// <summary>The pilot was evaluated (tổng kết thí điểm).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="PilotId">The pilot.</param>
/// <param name="On">When the report was made.</param>
/// <param name="Document">The number of the report.</param>
/// <param name="Recommends">What it recommends.</param>
public sealed record PilotEvaluated(string Id, string PilotId, LocalDate On, string Document, PilotRecommendation Recommends) : PilotEvent(Id, PilotId, On);

/// <summary>The pilot was stopped before its period was over (dừng thí điểm).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="PilotId">The pilot.</param>
/// <param name="On">The first day on which it is over.</param>
/// <param name="Why">Why.</param>
public sealed record PilotStopped(string Id, string PilotId, LocalDate On, BilingualText Why) : PilotEvent(Id, PilotId, On);

/// <summary>What an evaluation recommends (kiến nghị sau thí điểm).</summary>
public enum PilotRecommendation
{
    /// <summary>To make it the rule everywhere (nhân rộng, đưa vào quy định).</summary>
    Generalise = 0,

    /// <summary>To go on trying (tiếp tục thí điểm).</summary>
    Continue = 1,

    /// <summary>To give it up (không tiếp tục).</summary>
    Abandon = 2,
}
