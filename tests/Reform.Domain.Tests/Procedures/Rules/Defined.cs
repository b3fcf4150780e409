using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Procedures;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Procedures.Rules;

/// <summary>
/// A small procedure that keeps every rule, defined in code: two steps, one paper, 15 working days in all of which the first step has 5.
/// Its burden: a paper 3, a copy 1, two steps 4, a change of hands 2, 15 days: 25.
/// </summary>
internal static class Defined
{
    public static readonly LocalDate On = new(2025, 12, 1);

    public static readonly ProcedureCatalogue Catalogue = ProcedureDefinition.Of("P", new BilingualText("Thủ tục thử", "Procedure"), OrganizationSystem.Party)
        .Source(new ProcedureSource("S", "Quy định", "294-QĐ/TW", "BCH TW", "primary-text", new Validity(new LocalDate(2025, 7, 1), new LocalDate(2026, 4, 8))))
        .Source(new ProcedureSource("OLD", "Quy định", "232-QĐ/TW", "BCH TW", "primary-text", new Validity(new LocalDate(2025, 1, 20), new LocalDate(2025, 7, 1))))
        .Version(null, null, v => v
            .Field("công tác đảng viên").RequestedBy("member").ReceivedBy("cell").DecidedBy("committee").ResultsIn("quyết định")
            .Levels("base").Channels("in-person").Basis("Quy định 294-QĐ/TW, Điều 4")
            .Document(new RequiredDocument(new BilingualText("Đơn", "Application"), DocumentKind.Original) { Copies = 1, IssuedBy = "applicant" })
            .Step(1, new BilingualText("Tiếp nhận", "Receive"), "cell", output: "phiếu tiếp nhận")
            .Step(2, new BilingualText("Quyết định", "Decide"), "committee", output: "quyết định", after: 1, decider: "secretary")
            .Limit("T", new BilingualText("Toàn bộ", "Whole"), LimitScope.Total, "receipt", "decision", TimeLimit.WorkingDays(15), "S")
            .Limit("S1", new BilingualText("Bước 1", "Step 1"), LimitScope.Step, "receipt", "step.done", TimeLimit.WorkingDays(5), "S"))
        .Build();

    public static ProcedureVersion Kept => Catalogue.Find("P")!.Versions[0];

    public static ProcedureTimeLimit Total => Kept.TimeLimits[0];

    public static ProcedureTimeLimit Step => Kept.TimeLimits[1];

    public static RequiredDocument Paper => Kept.Documents![0];

    public static ProcedureVersion With(params ProcedureTimeLimit[] limits) => Kept with { TimeLimits = limits.ToValueList() };

    public static ProcedureTimeLimit Lasting(this ProcedureTimeLimit limit, TimeLimit? length) => limit with { Terms = limit.Terms with { Limit = length } };

    public static ProcedureTimeLimit From(this ProcedureTimeLimit limit, string start) => limit with { Terms = limit.Terms with { StartEvent = start } };

    public static ProcedureTimeLimit Citing(this ProcedureTimeLimit limit, string source) => limit with { Terms = limit.Terms with { SourceId = source } };

    /// <summary>A limit whose terms are recorded for other days than those of these tests.</summary>
    public static ProcedureTimeLimit NotRecorded(this ProcedureTimeLimit limit) =>
        limit with { History = [new DatedLimitTerms(new Validity(new LocalDate(2030, 1, 1), null), limit.Terms)] };

    public static ProcedureVersionFacts Facts(ProcedureVersion version, LocalDate? on = null, OrganizationSystem system = OrganizationSystem.Party) =>
        ProcedureVersionFacts.Of(new Procedure("P", BilingualText.Same("P"), system, [version]), version, Catalogue, on ?? On, WorkCalendar.VietnamStateAgencies);

    public static ProcedureVersionFacts Real(string code, LocalDate? on = null)
    {
        Procedure procedure = ProcedureCatalogue.Vietnam.Find(code)!;
        return ProcedureVersionFacts.Of(procedure, procedure.Versions[0], ProcedureCatalogue.Vietnam, on ?? On, WorkCalendar.VietnamStateAgencies);
    }
}
