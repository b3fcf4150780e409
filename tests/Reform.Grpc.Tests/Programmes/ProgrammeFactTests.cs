using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Reform.Grpc.Tests.Organizations;
using Reform.Organizations.V1;
using Reform.Programmes.V1;
using static Reform.Grpc.Tests.Procedures.ProcedureWorld;
using static Reform.Grpc.Tests.Programmes.ProgrammeWorld;

namespace Reform.Grpc.Tests.Programmes;

/// <summary>Facts about programmes are entered, corrected, struck out, listed, and known as of any moment.</summary>
public sealed class ProgrammeFactTests
{
    [Fact]
    public async Task What_is_entered_is_given_back_in_full_with_its_etag()
    {
        (TestServer server, _) = await Begin();
        await using TestServer _1 = server;
        await Units(server);
        ProgrammeFact[] facts = [.. Facts(), new() { Closing = Closing() }];
        EnterProgrammeFactsResponse entered = await server.Enter(facts);
        Assert.Equal(facts.Length, entered.Records.Count);
        List<ProgrammeFact> listed = [];
        foreach (ProgrammeFact fact in facts)
        {
            IMessage sent = Only(fact);
            IMessage got = Only(await server.Get(NameOf(sent)));
            Assert.NotEqual("", Field(got, "etag"));
            got.Descriptor.FindFieldByName("etag").Accessor.Clear(got);
            Assert.Equal(sent, got);
        }

        string token = "";
        do
        {
            ListProgrammeFactsResponse page = await server.Programmes.ListProgrammeFactsAsync(new ListProgrammeFactsRequest { Parent = "units/-", PageSize = 4, PageToken = token });
            listed.AddRange(page.Facts);
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        Assert.Equal(facts.Select(f => NameOf(Only(f))).Order(StringComparer.Ordinal), listed.Select(f => NameOf(Only(f))).Order(StringComparer.Ordinal));
        string[] ofWard = [.. (await server.Programmes.ListProgrammeFactsAsync(new ListProgrammeFactsRequest { Parent = "units/ward" })).Facts.Select(f => NameOf(Only(f)))];
        Assert.Equal(["unitPlans/ward", "taskEvents/done-t4", "programmeReports/r1", "guidanceQuestions/q1", "taskConsultations/c1"], ofWard);
        Assert.Equal(4, (await server.Programmes.ListProgrammeFactsAsync(new ListProgrammeFactsRequest { Parent = "units/committee", Kind = ProgrammeFactKind.Task })).Facts.Count);
    }

    [Fact]
    public async Task A_request_sent_again_gets_its_answer_and_enters_nothing()
    {
        (TestServer server, _) = await Begin();
        await using TestServer _1 = server;
        await Units(server);
        EnterProgrammeFactsRequest request = Request([.. Facts()]);
        EnterProgrammeFactsResponse first = await server.Programmes.EnterProgrammeFactsAsync(request);
        Assert.Equal(first, await server.Programmes.EnterProgrammeFactsAsync(request));
        request.Entries.RemoveAt(13);
        Assert.Equal("REQUEST_ID_REUSED", (await Refused.By(async () => await server.Programmes.EnterProgrammeFactsAsync(request))).Reason);
        Assert.Equal(14, (await server.Programmes.ListProgrammeRecordsAsync(new ListProgrammeRecordsRequest { Parent = "units/-" })).Records.Count);
    }

    [Fact]
    public async Task A_correction_needs_the_etag_and_leaves_what_was_known_before()
    {
        (TestServer server, _) = await Started();
        await using TestServer _1 = server;
        ProgrammeTask before = (await server.Get("programmeTasks/t1")).Task;
        ProgrammeTask later = before.Clone();
        later.DueOn = Civil.Date("2026-04-01");
        EnterProgrammeFactsRequest Correct(string etag, bool strike = false) => new()
        {
            RequestId = NewId,
            Entries = { new ProgrammeEntry { Fact = new ProgrammeFact { Task = later }, Etag = etag, StruckOut = strike } },
        };
        Assert.Equal("ETAG_MISMATCH", (await Refused.By(async () => await server.Programmes.EnterProgrammeFactsAsync(Correct("other")))).Reason);
        Assert.Equal("RESOURCE_ALREADY_EXISTS", (await Refused.By(async () => await server.Programmes.EnterProgrammeFactsAsync(Correct("")))).Reason);
        EnterProgrammeFactsResponse made = await server.Programmes.EnterProgrammeFactsAsync(Correct(before.Etag));
        Assert.Equal(before.Etag, made.Records.Single().Corrects);
        Assert.Equal("ETAG_MISMATCH", (await Refused.By(async () => await server.Programmes.EnterProgrammeFactsAsync(Correct(before.Etag)))).Reason);
        Timestamp earlier = OrganizationWorld.Before(made.Records.Single().RecordTime);
        Assert.Equal(before, (await server.Programmes.GetProgrammeFactAsync(new GetProgrammeFactRequest { Name = "programmeTasks/t1", KnownAt = earlier })).Fact.Task);
        Assert.Equal(later.DueOn, (await server.Get("programmeTasks/t1")).Task.DueOn);
        var matrix = new GetTaskMatrixRequest { Name = P1 };
        Assert.Equal(0, (await server.Programmes.GetTaskMatrixAsync(matrix)).Whole.NotStartedOverdue);
        matrix.KnownAt = earlier;
        Assert.Equal(1, (await server.Programmes.GetTaskMatrixAsync(matrix)).Whole.NotStartedOverdue);

        // What others name stays: to strike the task out is refused, with the field of the request.
        Refused refused = await Refused.By(async () => await server.Programmes.EnterProgrammeFactsAsync(
            new EnterProgrammeFactsRequest { RequestId = NewId, Entries = { new ProgrammeEntry { Fact = new ProgrammeFact { Task = NewTask("none", "2026-04-01") }, Etag = "x", StruckOut = true } } }));
        Assert.Equal(("RESOURCE_NOT_FOUND", "entries[0].fact.task.name"), (refused.Reason, refused.Metadata["field"]));
        TaskEvent done = (await server.Get("taskEvents/done-t4")).Event;
        await server.Programmes.EnterProgrammeFactsAsync(new EnterProgrammeFactsRequest
        {
            RequestId = NewId,
            Entries = { new ProgrammeEntry { Fact = new ProgrammeFact { Event = new TaskEvent { Name = done.Name } }, Etag = done.Etag, StruckOut = true } },
        });
        Assert.Equal("RESOURCE_NOT_FOUND", (await Refused.By(() => server.Get(done.Name))).Reason);
        ListProgrammeRecordsResponse history = await server.Programmes.ListProgrammeRecordsAsync(new ListProgrammeRecordsRequest { Parent = "units/-", Kind = ProgrammeFactKind.Event });
        Assert.Equal([(false, false), (false, true)], history.Records.Select(r => (r.Standing, r.Info.StruckOut)));
    }

    [Fact]
    public async Task A_batch_with_one_fact_that_does_not_fit_enters_nothing_and_names_the_field()
    {
        (TestServer server, _) = await Started();
        await using TestServer _1 = server;
        ProgrammeTask two = NewTask("t9", "2026-04-01", "units/ward");
        two.Participants.Add(new TaskParticipant { Unit = "units/board", Role = ParticipantRole.Lead });
        ProgrammeTask unknown = NewTask("t8", "2026-04-01", "units/none");
        Refused refused = await Refused.By(() => server.Enter(new ProgrammeFact { Task = NewTask("t7", "2026-04-01") }, new ProgrammeFact { Task = two }, new ProgrammeFact { Task = unknown }));
        Assert.Equal("REGISTER_CONFLICT", refused.Reason);
        Assert.Equal(["entries[1].fact.task.participants[1].role", "entries[2].fact.task.participants[0].unit"], refused.Fields);
        Assert.Equal("RESOURCE_NOT_FOUND", (await Refused.By(() => server.Get("programmeTasks/t7"))).Reason);
        TaskEvent far = Completed("t1", "2026-03-19");
        far.Progressed = new TaskProgressed { Percent = 101 };
        Assert.Equal(["entries[0].fact.event.progressed.percent"], (await Refused.By(() => server.Enter(new ProgrammeFact { Event = far }))).Fields);
    }

    [Fact]
    public async Task A_unit_that_a_programme_names_is_not_struck_out_under_it()
    {
        (TestServer server, _) = await Started();
        await using TestServer _1 = server;
        async Task<Unit> Board() => (await server.Organizations.GetUnitAsync(new GetUnitRequest { Name = "units/board" })).Unit;
        Unit board = await Board();
        Refused refused = await Refused.By(async () => await server.Organizations.RecordOrganizationFactsAsync(new RecordOrganizationFactsRequest
        {
            RequestId = NewId,
            Entries = { new OrganizationEntry { Corrects = board.Etag, StruckOut = true } },
        }));
        Assert.Equal("REGISTER_CONFLICT", refused.Reason);
        Assert.Equal(board, await Board());
        Assert.Equal(4, (await server.Programmes.GetTaskMatrixAsync(new GetTaskMatrixRequest { Name = P1 })).Whole.Total);
    }

    private static IMessage Only(ProgrammeFact fact) => (IMessage)ProgrammeFact.Descriptor.Oneofs.Single().Accessor.GetCaseFieldDescriptor(fact)!.Accessor.GetValue(fact);

    private static string NameOf(IMessage message) => Field(message, "name");

    private static string Field(IMessage message, string name) => (string)message.Descriptor.FindFieldByName(name).Accessor.GetValue(message);
}
