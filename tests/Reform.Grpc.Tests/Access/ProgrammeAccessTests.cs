using Grpc.Core;
using Reform.Programmes.V1;
using static Reform.Grpc.Tests.Procedures.ProcedureWorld;
using static Reform.Grpc.Tests.Programmes.ProgrammeWorld;

namespace Reform.Grpc.Tests.Access;

/// <summary>The issuer assigns and decides, the lead reports, the coordinator urges and closes; all whom a programme binds read it.</summary>
public sealed class ProgrammeAccessTests
{
    private static readonly string[] Settings =
    [
        "--Access:Callers:root=organization_editor:*,programme_editor:*",
        "--Access:Callers:committee=programme_editor:committee",
        "--Access:Callers:office=programme_editor:office",
        "--Access:Callers:ward=programme_editor:ward",
        "--Access:Callers:board-reader=reader:board",
        "--Access:Callers:stranger=reader:nobody",
    ];

    [Fact]
    public async Task Everybody_enters_what_is_theirs()
    {
        await using TestServer server = await World();
        Task<EnterProgrammeFactsResponse> Enter(string caller, params ProgrammeFact[] facts) => server.Programmes.EnterProgrammeFactsAsync(Request(facts), As(caller)).ResponseAsync;
        var task = new ProgrammeFact { Task = NewTask("t9", "2026-05-04", "units/ward") };
        await Denied(() => Enter("ward", task));
        await Denied(() => Enter("board-reader", task));
        await Enter("committee", task);
        TaskEvent later = Completed("t9", "2026-03-10");
        later.Redated = new TaskRedated { DueOn = Civil.Date("2026-06-01"), Reason = Text("vì") };
        await Denied(() => Enter("ward", new ProgrammeFact { Event = later }));
        await Denied(() => Enter("office", new ProgrammeFact { Event = Completed("t9", "2026-03-10") }));
        await Enter("ward", new ProgrammeFact { Event = Completed("t9", "2026-03-10") });

        // From a day on another unit leads: that one reports then.
        TaskEvent taken = Completed("t1", "2026-03-16");
        (taken.Name, taken.TakenOver) = ("taskEvents/taken", new TaskTakenOver { Unit = "units/board" });
        await Denied(() => Enter("ward", new ProgrammeFact { Event = taken }));
        await Enter("committee", new ProgrammeFact { Event = taken });
        await Denied(() => Enter("ward", new ProgrammeFact { Event = Completed("t1", "2026-03-17") }));

        await Denied(() => Enter("ward", new ProgrammeFact { Closing = Closing() }));
        Assert.Equal("REGISTER_CONFLICT", (await Refused.By(() => Enter("ward", new ProgrammeFact { Closing = Closing("units/ward") }))).Reason);
        await Enter("office", new ProgrammeFact { Closing = Closing() });
    }

    [Fact]
    public async Task Only_the_coordinator_urges()
    {
        await using TestServer server = await World();
        await Denied(async () => await server.Programmes.UrgeTasksAsync(Urging(), As("ward")));
        await Denied(async () => await server.Programmes.UrgeTasksAsync(Urging(), As("board-reader")));
        Assert.Equal("REGISTER_CONFLICT", (await Refused.By(async () => await server.Programmes.UrgeTasksAsync(Urging("units/ward"), As("ward")))).Reason);
        Assert.Equal(4, (await server.Programmes.UrgeTasksAsync(Urging(), As("office"))).Sent.Count);
    }

    [Fact]
    public async Task Whom_a_programme_binds_reads_it_and_nobody_else()
    {
        await using TestServer server = await World();
        var get = new GetProgrammeRequest { Name = P1 };
        Assert.Equal(ProgrammeState.Running, (await server.Programmes.GetProgrammeAsync(get, As("board-reader"))).State);
        await Denied(async () => await server.Programmes.GetProgrammeAsync(get, As("stranger")));
        await Denied(async () => await server.Programmes.GetProgrammeAsync(new GetProgrammeRequest { Name = "programmes/none" }, As("stranger")));
        await server.Programmes.GetProgrammeFactAsync(new GetProgrammeFactRequest { Name = "programmeTasks/t1" }, As("board-reader"));
        await Denied(async () => await server.Programmes.GetProgrammeFactAsync(new GetProgrammeFactRequest { Name = "unitPlans/ward" }, As("board-reader")));
        await Denied(async () => await server.Programmes.ListProgrammeFactsAsync(new ListProgrammeFactsRequest { Parent = "units/-" }, As("board-reader")));
        await Denied(async () => await server.Programmes.ListNoticesAsync(new ListNoticesRequest { Name = P1, Parent = "units/-" }, As("stranger")));
        await server.Programmes.GetProgrammeAsync(new GetProgrammeRequest { Name = "referenceProgrammes/hai-phong-72" }, As("stranger"));
    }

    private static async Task<TestServer> World()
    {
        (TestServer server, _) = await Begin(Settings);
        await Units(server, As("root"));
        await server.Programmes.EnterProgrammeFactsAsync(Request([.. Facts()]), As("root"));
        return server;
    }

    private static async Task Denied(Func<Task> call) => Assert.Equal("ACCESS_DENIED", (await Refused.By(call)).Reason);

    private static Metadata As(string caller) => new() { { "reform-caller", caller } };
}
