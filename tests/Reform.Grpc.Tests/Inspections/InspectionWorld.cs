using Google.Protobuf;
using Reform.Deadlines.V1;
using Reform.Inspections.V1;
using Reform.Organizations.V1;
using static Reform.Grpc.Tests.Procedures.ProcedureWorld;

namespace Reform.Grpc.Tests.Inspections;

/// <summary>Facts about inspections as tests write them: a year as it should be, each part of which a test can spoil.</summary>
internal static class InspectionWorld
{
    public const string Commission = "units/commission";

    public static InspectionPlan Plan(string id = "p1") => new()
    {
        Name = "inspectionPlans/" + id,
        Unit = Commission,
        Period = From("2024-01-01", "2025-01-01"),
        ConcludeWithin = Limit(30, TimeUnit.CalendarDay),
        CommendWithin = Limit(2, TimeUnit.Month),
        ApprovedOn = Civil.Date("2024-01-20"),
        Coordinators = { "units/office" },
        Selections =
        {
            new InspectionSelection { Unit = "units/ward", Reason = SelectionReason.Risk, Note = Text("điểm rủi ro 7", "risk points 7") },
            new InspectionSelection { Unit = "units/other", Reason = SelectionReason.Random, Seed = "2024/1" },
        },
    };

    public static Inspection Visit(string id = "i1", string unit = "units/ward", string plan = "p1") => new()
    {
        Name = "inspections/" + id,
        Plan = "inspectionPlans/" + plan,
        Unit = unit,
        BeganOn = Civil.Date("2024-06-03"),
        EndedOn = Civil.Date("2024-06-07"),
        Inspectors = { new Inspector { Reference = "insp-1", Unit = Commission }, new Inspector { Reference = "insp-2", Unit = "units/office" } },
    };

    public static InspectionConclusion Conclusion(string id = "c1", string inspection = "i1", InspectionRating rating = InspectionRating.Good) => new()
    {
        Name = "inspectionConclusions/" + id,
        Inspection = "inspections/" + inspection,
        On = Civil.Date("2024-06-20"),
        Rating = rating,
    };

    public static Commendation Commended(string id = "k1", string unit = "units/ward") =>
        new() { Name = "commendations/" + id, Unit = unit, ProposedOn = Civil.Date("2024-07-15"), Inspection = "inspections/i1" };

    public static Reminder Reminded(string id = "r1", string unit = "units/ward") => new()
    {
        Name = "reminders/" + id,
        Unit = unit,
        Kind = ReminderKind.Criticism,
        IssuedOn = Civil.Date("2024-06-21"),
        DueOn = Civil.Date("2024-09-30"),
        What = Text("trả kết quả chậm", "results handed over late"),
        Inspection = "inspections/i1",
    };

    public static RemedyConfirmation Confirmed(string id = "x1", string reminder = "r1") =>
        new() { Name = "remedyConfirmations/" + id, Reminder = "reminders/" + reminder, On = Civil.Date("2024-09-30"), Unit = Commission };

    public static Shortcoming Found(string id = "s1", string unit = "units/ward") => new()
    {
        Name = "shortcomings/" + id,
        Unit = unit,
        FoundOn = Civil.Date("2024-06-07"),
        DueOn = Civil.Date("2024-12-31"),
        What = Text("thiếu niêm yết", "nothing posted"),
        Owner = "positions/chair",
    };

    public static ShortcomingFix Fixed(string id = "f1", string shortcoming = "s1") =>
        new() { Name = "shortcomingFixes/" + id, Shortcoming = "shortcomings/" + shortcoming, On = Civil.Date("2024-11-01"), Evidence = "BB-12/2024" };

    public static GoodPractice Practice(string id = "g1", string unit = "units/ward") => new()
    {
        Name = "goodPractices/" + id,
        Unit = unit,
        Title = Text("bàn không giấy", "the paperless desk"),
        RecordedOn = Civil.Date("2024-03-01"),
        Source = "BC-3/2024",
        RecommendedOn = Civil.Date("2024-04-01"),
    };

    public static Replication Copied(string id = "y1", string unit = "units/other") =>
        new() { Name = "replications/" + id, Practice = "goodPractices/g1", Unit = unit, On = Civil.Date("2024-05-02") };

    /// <summary>A fact in the message of all kinds.</summary>
    public static InspectionFact Fact(IMessage message)
    {
        var fact = new InspectionFact();
        Google.Protobuf.Reflection.FieldDescriptor field = InspectionFact.Descriptor.Fields.InDeclarationOrder().Single(f => f.MessageType == message.Descriptor);
        field.Accessor.SetValue(fact, message);
        return fact;
    }

    public static EnterInspectionFactsRequest Entering(params IMessage[] facts) =>
        new() { RequestId = NewId, Entries = { facts.Select(f => new InspectionEntry { Fact = Fact(f) }) } };

    public static async Task<EnterInspectionFactsResponse> Enter(this TestServer server, params IMessage[] facts) => await server.Inspections.EnterInspectionFactsAsync(Entering(facts));

    /// <summary>The whole year, in one go: what comes later names what comes before.</summary>
    public static IMessage[] Year() =>
    [
        Plan(), Visit(), Conclusion(), Commended(), Reminded(), Confirmed(), Found(), Fixed(), Practice(), Copied(),
    ];

    public static async Task<TestServer> Started(params string[] settings)
    {
        TestServer server = await TestServer.Start(settings);
        foreach (string unit in (string[])["commission", "office", "ward", "other"])
        {
            await server.Organizations.CreateUnitAsync(new CreateUnitRequest
            {
                RequestId = NewId,
                UnitId = unit,
                Unit = new Unit { DisplayName = Text(unit), Kind = BodyKind.PeoplesCommittee, Level = OrganizationLevel.Commune, Period = From("2020-01-01") },
            });
        }

        return server;
    }
}
