using NodaTime;
using NodaTime.Text;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Programmes;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Programmes;

/// <summary>A made-up programme of a city: its office coordinates, two commissions and a People's Committee have tasks.</summary>
internal static class TestProgrammes
{
    public const string Id = "P";

    public static readonly WorkCalendar Calendar = WorkCalendar.VietnamStateAgencies;

    public static readonly Instant Early = Instant.FromUtc(2024, 5, 3, 0, 0);

    public static readonly OrganizationRegister City = Organization();

    public static readonly Programme Plain = new(Id, "1-CTr/TEST", Text("programme"), "city", Day("2024-05-03"), Day("2024-05-03"), Day("2025-12-31"))
    {
        Goals = [new ProgrammeGoal("g1", Text("goal"))],
        Groups = [new SubjectGroup("commissions", Text("commissions")), new SubjectGroup("districts", Text("districts"))],
        Subjects =
        [
            new ProgrammeSubject("office", "commissions"), new ProgrammeSubject("propaganda", "commissions"), new ProgrammeSubject("caucus", "commissions"),
            new ProgrammeSubject("north", "districts"),
        ],
        PlansDueOn = Day("2024-06-28"),
    };

    public static readonly ProgrammeRole Coordinator = new("r1", Id, ProgrammeRoleKind.Coordinator, "office", new Validity(Day("2024-05-03"), null));

    public static readonly ProgrammeRole DirectLead = new("r2", Id, ProgrammeRoleKind.DirectLead, "city.deputy", new Validity(Day("2024-05-03"), null));

    public static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public static BilingualText Text(string text) => BilingualText.Same(text);

    public static ProgrammeTask Task(string id, string? lead, string? due, params TaskParticipant[] others) => new(id, Id, Text(id))
    {
        Participants = [.. lead is null ? [] : new[] { new TaskParticipant(lead, ParticipantRole.Lead) }, .. others],
        Output = Text("output"),
        DueOn = due is null ? null : Day(due),
        SourceClause = "1",
        GoalId = "g1",
    };

    public static TaskParticipant With(string unit) => new(unit, ParticipantRole.Coordinate);

    public static Recorded<T> At<T>(string id, T fact, Instant? at = null, string? corrects = null)
        where T : class => new(id, fact, at ?? Early, corrects);

    public static ValueList<Recorded<T>> All<T>(Func<T, string> id, params T[] facts)
        where T : class => facts.Select(f => At(typeof(T).Name + "/" + id(f), f)).ToValueList();

    public static ProgrammeRecords Records(params ProgrammeTask[] tasks) => new()
    {
        Programmes = [At("p", Plain)],
        Roles = [At("r1", Coordinator), At("r2", DirectLead)],
        Tasks = All(t => t.Id, tasks),
    };

    public static ProgrammeRegister Register(ProgrammeTask[] tasks, params TaskEvent[] events) =>
        new(Records(tasks) with { Events = All(e => e.Id, events) }, City);

    public static ProgrammeRegister Register(params ProgrammeTask[] tasks) => Register(tasks, []);

    public static string[] Codes(RecordInputException refused) => [.. refused.Problems.Select(p => p.Field + ": " + p.Code)];

    public static string[] Refused(ProgrammeRecords records) =>
        Codes(Assert.Throws<RecordInputException>(() => new ProgrammeRegister(records, City)));

    public static TimeLimit WorkingDays(int days) => TimeLimit.WorkingDays(days);

    private static OrganizationRegister Organization()
    {
        OrganizationUnit Unit(string id, BodyKind kind, OrganizationLevel level, string? to = null) =>
            new(id, Text(id), kind, level, new Validity(null, to is null ? null : Day(to)));
        Position Post(string id, string unit, TitleKind title) => new(id, unit, Text(id)) { Title = title };
        return new OrganizationRegister(
            [
                Unit("city", BodyKind.PartyCommittee, OrganizationLevel.Province),
                Unit("office", BodyKind.CommitteeOffice, OrganizationLevel.Province),
                Unit("propaganda", BodyKind.AdvisoryBody, OrganizationLevel.Province),
                Unit("caucus", BodyKind.PartyCaucus, OrganizationLevel.Province, "2025-02-20"),
                Unit("north", BodyKind.PartyCommittee, OrganizationLevel.District, "2025-07-01"),
                Unit("peoples-committee", BodyKind.PeoplesCommittee, OrganizationLevel.Province),
                Unit("front", BodyKind.FatherlandFront, OrganizationLevel.Province),
            ],
            [
                Post("city.secretary", "city", TitleKind.Secretary), Post("city.deputy", "city", TitleKind.StandingDeputySecretary),
                Post("office.chief", "office", TitleKind.ChiefOfOffice), Post("propaganda.head", "propaganda", TitleKind.CommissionHead),
                Post("peoples-committee.chair", "peoples-committee", TitleKind.Chair),
            ]);
    }
}
