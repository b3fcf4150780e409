using NodaTime;
using Reform.Domain.Procedures;
using Reform.Domain.Rules;

namespace Reform.Domain.Cases;

/// <summary>Gathers cases by unit and procedure, and judges whether the work follows standardised procedures (công việc theo thủ tục đã chuẩn hóa).</summary>
/// <param name="rule">Judges the cases of a unit under a procedure.</param>
/// <param name="procedures">The procedures; the version of the date of receipt counts.</param>
public sealed class StandardisedWork(WorkIsStandardised rule, ProcedureCatalogue procedures) : SetRule<CaseFacts, ProcedureWorkFacts>(rule)
{
    /// <inheritdoc/>
    protected override IEnumerable<ProcedureWorkFacts> Sets(IEnumerable<CaseFacts> members, LocalDate asOf) => members
        .Where(c => c.ReceivedOn <= asOf)
        .GroupBy(c => (c.UnitId, c.ProcedureCode))
        .OrderBy(g => g.Key.UnitId, StringComparer.Ordinal).ThenBy(g => g.Key.ProcedureCode, StringComparer.Ordinal)
        .Select(g => Of(g.Key.UnitId, g.Key.ProcedureCode, [.. g], asOf));

    private ProcedureWorkFacts Of(string unitId, string procedureCode, List<CaseFacts> cases, LocalDate asOf)
    {
        Procedure? procedure = procedures.Find(procedureCode);
        List<ProcedureVersion?> versions = cases.ConvertAll(c => procedure?.InForceOn(c.ReceivedOn));
        return new ProcedureWorkFacts
        {
            Id = unitId + "/" + procedureCode,
            UnitId = unitId,
            ProcedureCode = procedureCode,
            AsOf = asOf,
            Cases = cases.Count,
            WithoutVersion = versions.Count(v => v is null),
            Unwritten = versions.Count(v => v is { IsWritten: false }),
        };
    }
}
