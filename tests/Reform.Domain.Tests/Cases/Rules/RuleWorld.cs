using NodaTime;
using NodaTime.Text;
using Reform.Domain.Calendars;
using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Domain.Deadlines;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Procedures;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Cases.Rules;

/// <summary>A small agency with one procedure (receive, check, decide; 5 working days) and a case in which nothing is wrong.</summary>
internal static class RuleWorld
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"];
    private static readonly LegalBasis Basis = LegalBasis.Citing("Quy chế mẫu");

    public static LogMapping Mapping { get; } = new()
    {
        Zone = Zone,
        AsOf = new LocalDate(2026, 3, 31),
        Case = new CaseAttributes { Receipt = "received", Deadline = "due", Responsible = "who", Unit = "unit" },
        TestAccounts = ["test"],
        RefusedOutcome = "no",
        Activities = new() { SupplementRequest = "supplement" },
    };

    public static WorkCalendar Calendar { get; } = new(
        "test", BilingualText.Same("test"), new LocalDate(2026, 1, 1), new LocalDate(2026, 5, 1), [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday], []);

    /// <summary>Five working days from the receipt, since 1 February 2026.</summary>
    public static ProcedureCatalogue Procedures { get; } = ProceduresWith(TimeLimit.WorkingDays(5));

    public static ProcedureCatalogue ProceduresWith(TimeLimit limit) => ProcedureDefinition.Of("P", BilingualText.Same("P"), OrganizationSystem.Party)
        .Source(new ProcedureSource("law", "law", Basis.Citation.Vietnamese, "issuer", "primary-text", default))
        .Version(null, null, v => v
            .Field("field").RequestedBy("requester").ReceivedBy("unit").DecidedBy("board").ResultsIn("result").Basis(Basis.Citation.Vietnamese)
            .Step(1, BilingualText.Same("receive"), "unit")
            .Step(2, BilingualText.Same("check"), "unit", after: 1)
            .Step(3, BilingualText.Same("decide"), "board", after: 2, power: "power")
            .FourEyes("check", "decide")
            .Limit("total", BilingualText.Same("total"), LimitScope.Total, "receipt.time", "decision.date", limit, "law", l => l
                .InForce(new LocalDate(2026, 2, 1), null, new LimitTerms(limit, "receipt.time", "law", SourceConfidence.Verified))))
        .Build();

    public static AuthorityRegister Authority { get; } = new(
        [new Power("power", BilingualText.Same("power"), [new HolderRule("board", default, Basis)])],
        [
            Grant("a", null, "board", "committee", null, null, onward: true, "x", "y"),
            Grant("b", "a", "committee", "deputy", null, null, onward: false, "x"),
            Grant("c", "a", "committee", "old", null, "2026-03-01", onward: false, "x"),
            Grant("d", "a", "committee", "new", "2026-04-01", null, onward: false, "x"),
            Grant("e", "a", "committee", "elsewhere", null, null, onward: false, "y"),
            Grant("f", null, "nobody", "by-nobody", null, null, onward: false, "x"),
            Grant("g", "b", "deputy", "by-deputy", null, null, onward: false, "x"),
        ]);

    public static CaseContext Full { get; } = Context(Mapping);

    public static CaseContext Context(LogMapping mapping) => new(mapping, Calendar, Procedures, null, Authority);

    /// <summary>Received Monday 2 March 2026, due Monday 9 March, ended on Friday 6 March.</summary>
    public static LoggedCase Sound() => new()
    {
        Id = "HS-1",
        Line = 1,
        ProcedureCode = "P",
        Receipt = At("2026-03-02 08:00"),
        Deadline = At("2026-03-09 17:00"),
        PlannedEnd = At("2026-03-09 17:00"),
        End = At("2026-03-06 16:00"),
        Responsible = "cb-1",
        UnitId = "u-1",
        Outcome = "yes",
        Requester = "dv-1",
        Territory = "x",
        Events = [Event("receive", "2026-03-02 08:00", "cb-1"), Event("check", "2026-03-04 09:00", "cb-2"), Event("decide", "2026-03-05 10:00", "cb-3", "deputy")],
    };

    public static CaseTime At(string text) =>
        CaseTime.At(LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(text).Value.InZoneStrictly(Zone).ToInstant(), Zone);

    public static LoggedEvent Event(string activity, string? at, string? resource, string? position = null) =>
        new(1, activity, at is null ? null : At(at), resource, position);

    /// <summary>An event that says nothing but that it was.</summary>
    public static LoggedEvent Nameless { get; } = new(9, null, At("2026-03-05 11:00"), "cb-9", null);

    public static LoggedCase WithUnreadable(this LoggedCase file, string time) => file with { UnreadableTimes = [time] };

    /// <summary>The case with one event changed.</summary>
    public static LoggedCase WithEvent(this LoggedCase file, string activity, Func<LoggedEvent, LoggedEvent> change) =>
        file with { Events = file.Events.Select(e => e.Activity == activity ? change(e) : e).ToValueList() };

    public static Judgement Judge(string code, LoggedCase file, CaseContext? context = null) =>
        CaseReport.Of(file, context ?? Full, BuiltInRules.Cases).Judgements.Judged.Single(j => j.Rule.Code == code);

    private static Grant Grant(
        string id, string? parent, string from, string to, string? start, string? end, bool onward, params string[] territories) => new()
        {
            Id = id,
            Kind = GrantKind.Mandate,
            PowerId = "power",
            ParentId = parent,
            GrantorId = from,
            GranteeId = to,
            Validity = new Validity(Date(start), Date(end)),
            AllowsOnward = onward,
            Scope = new GrantScope { Territories = [.. territories] },
            Instrument = new Instrument(id, new LocalDate(2026, 1, 1), BilingualText.Same(id)),
        };

    private static LocalDate? Date(string? text) => text is null ? null : LocalDatePattern.Iso.Parse(text).Value;
}
