using Grpc.Core;
using Reform.Casefiles.V1;
using static Reform.Grpc.Tests.CaseFiles.CaseWorld;

namespace Reform.Grpc.Tests.CaseFiles;

/// <summary>A case from its receipt to the satisfaction answer, as a client sees it; on a real port, with restarts on the same file.</summary>
public sealed class CaseServiceTests
{
    // A Party member moves: 30 working days from the receipt of the file; 7 April 2025 is the Hùng Kings' day.
    [Fact]
    public async Task From_the_receipt_to_the_answer()
    {
        await using TestServer server = await TestServer.Start();
        var create = new CreateCaseRequest { RequestId = NewId, CaseId = "H-1", Receipt = Receipt("2025-03-03 09:00", "city", "PTY-MOV") };
        create.Receipt.Milestone = "dossier.received.date";
        CreateCaseResponse created = await server.CaseFiles.CreateCaseAsync(create);

        Assert.Equal(("H-1", "2025-04-15"), (created.Slip.CaseId, Civil.Text(created.Slip.DueOn)));
        Assert.NotEmpty(created.Slip.CalendarVersion);
        Assert.Equal("2025-04-15", Civil.Text(created.CaseFile.Receipt.AppointedAt.Date));

        await server.Restart();
        Assert.Equal(created, await server.CaseFiles.CreateCaseAsync(create));
        CaseFile file = await server.Append(created.CaseFile, Start("2025-03-10", 1), Finish("2025-03-20", 1), Start("2025-03-21", 2));
        Assert.Equal("in_progress", file.State);
        Assert.Equal(("running", "2025-04-15"), Reading(await server.Get("H-1", "2025-04-15"), "MOV-30"));
        Assert.Equal(("overdue", "2025-04-15"), Reading(await server.Get("H-1", "2025-04-16"), "MOV-30"));

        LookUpCaseResponse late = await server.CaseFiles.LookUpCaseAsync(new LookUpCaseRequest { CaseId = "H-1", LanguageCode = "en" });
        Assert.Equal(("Late; the agency has not stated why", false), (late.LateBecause, late.MayAnswer));
        await server.Append(file, Decide("2025-04-14"), Return("2025-04-16"));
        Assert.Equal(("kept", "2025-04-15"), Reading(await server.Get("H-1"), "MOV-30"));

        var answer = new AnswerSatisfactionRequest { RequestId = NewId, CaseId = "H-1", Score = 4 };
        await server.CaseFiles.AnswerSatisfactionAsync(answer);
        await server.CaseFiles.AnswerSatisfactionAsync(answer);
        answer.RequestId = NewId;
        Assert.Equal("REGISTER_CONFLICT", (await Refused.By(async () => await server.CaseFiles.AnswerSatisfactionAsync(answer))).Reason);
        Assert.Equal(
            ["received", "stepStarted", "stepFinished", "stepStarted", "decided", "resultReturned", "satisfactionAnswered"],
            (await server.CaseFiles.ListCaseRecordsAsync(new ListCaseRecordsRequest { Parent = "caseFiles/H-1" })).Records.Select(r => Kind(r.Event)));
    }

    [Fact]
    public async Task What_cannot_follow_is_refused_and_nothing_is_kept()
    {
        await using TestServer server = await TestServer.Start();
        CaseFile file = (await server.Create("H-1", Receipt("2026-03-02"))).CaseFile;
        Refused refused = await Refused.By(async () => await server.Append(file, Start("2026-03-03", 1), Start("2026-03-04", 1)));

        Assert.Equal((StatusCode.FailedPrecondition, "REGISTER_CONFLICT", "entries[1].event"), (refused.Code, refused.Reason, refused.Fields.Single()));
        Assert.Equal(file.Etag, (await server.Get("H-1")).Etag);
        Assert.Equal("ETAG_MISMATCH", (await Refused.By(async () =>
        {
            await server.Append(file, Start("2026-03-03", 1));
            await server.Append(file, Start("2026-03-03", 2));
        })).Reason);
    }

    [Fact]
    public async Task A_correction_changes_what_is_known_from_then_on()
    {
        await using TestServer server = await TestServer.Start();
        CaseFile file = (await server.Create("H-1", Receipt("2026-03-12"))).CaseFile;
        CaseRecord first = (await server.CaseFiles.ListCaseRecordsAsync(new ListCaseRecordsRequest { Parent = file.Name })).Records.Single();
        AppendCaseEventsResponse corrected = await server.CaseFiles.AppendCaseEventsAsync(new AppendCaseEventsRequest
        {
            RequestId = NewId,
            Name = file.Name,
            Etag = file.Etag,
            Entries = { new CaseEntry { Event = Receipt("2026-03-02"), Corrects = first.Info.Record } },
        });

        Assert.Equal("2026-03-02", Civil.Text(corrected.CaseFile.ReceivedAt.Date));
        Assert.Equal("2026-03-12", Civil.Text((await server.Get("H-1", knownAt: first.Info.RecordTime)).ReceivedAt.Date));
        Assert.Equal("RESOURCE_NOT_FOUND", (await Refused.By(async () => await server.Get("H-1", "2026-03-11", first.Info.RecordTime))).Reason);
    }

    [Fact]
    public async Task Only_looking_keeps_nothing()
    {
        await using TestServer server = await TestServer.Start();
        var create = new CreateCaseRequest { RequestId = NewId, CaseId = "H-1", Receipt = Receipt("2026-03-02"), ValidateOnly = true };
        Assert.NotNull((await server.CaseFiles.CreateCaseAsync(create)).Slip.ReceivedOn);
        Assert.Equal("RESOURCE_NOT_FOUND", (await Refused.By(async () => await server.Get("H-1"))).Reason);
        create.ValidateOnly = false;
        CaseFile file = (await server.CaseFiles.CreateCaseAsync(create)).CaseFile;
        var append = new AppendCaseEventsRequest { RequestId = NewId, Name = file.Name, Etag = file.Etag, ValidateOnly = true, Entries = { new CaseEntry { Event = Decide("2026-03-03") } } };
        Assert.Equal("decided", (await server.CaseFiles.AppendCaseEventsAsync(append)).CaseFile.State);
        Assert.Equal("received", (await server.Get("H-1")).State);
    }

    [Fact]
    public async Task A_secret_case_is_not_looked_up_by_its_code()
    {
        await using TestServer server = await TestServer.Start();
        await server.Create("H-1", Receipt("2026-03-02", secret: true));

        Assert.Equal("RESOURCE_NOT_FOUND", (await Refused.By(async () => await server.CaseFiles.LookUpCaseAsync(new LookUpCaseRequest { CaseId = "H-1" }))).Reason);
        Assert.Equal("RESOURCE_NOT_FOUND", (await Refused.By(async () => await server.CaseFiles.AnswerSatisfactionAsync(
            new AnswerSatisfactionRequest { RequestId = NewId, CaseId = "H-1", Score = 1 }))).Reason);
    }

    public static TheoryData<string, string, Action<CreateCaseRequest>> BadReceipts => new()
    {
        { "INVALID_FIELD", "request_id", r => r.RequestId = "x" },
        { "INVALID_FIELD", "case_id", r => r.CaseId = "" },
        { "INVALID_FIELD", "receipt", r => r.Receipt = null },
        { "INVALID_FIELD", "receipt.at", r => r.Receipt.At = null },
        { "INVALID_FIELD", "receipt.at", r => r.Receipt.At = At("9998-03-02") },
        { "INVALID_FIELD", "receipt.at.date", r => r.Receipt.At = new EventTime { Date = new Google.Type.Date { Year = 2026, Month = 2, Day = 30 } } },
        { "INVALID_FIELD", "receipt.event", r => r.Receipt.ClearEvent() },
        { "INVALID_FIELD", "receipt.received.requester", r => r.Receipt.Received.Requester = "Trần Văn B" },
        { "INVALID_FIELD", "receipt.received.unit", r => r.Receipt.Received.Unit = "" },
        { "INVALID_FIELD", "receipt.received.channel", r => r.Receipt.Received.Channel = new string('x', 201) },
        { "RESOURCE_NOT_FOUND", "", r => r.Receipt.Received.Procedure = "NO-SUCH" },
        { "CALENDAR_NOT_FOUND", "", r => r.Calendar = "calendars/none" },
        { "INVALID_FIELD", "calendar", r => r.Calendar = "none" },
        { "REGISTER_CONFLICT", "receipt", r => r.Receipt = Decide("2026-03-02") },
        { "RESOURCE_ALREADY_EXISTS", "", r => r.CaseId = "there" },
    };

    [Theory]
    [MemberData(nameof(BadReceipts), DisableDiscoveryEnumeration = true)]
    public async Task A_wrong_receipt_is_refused_at_its_field(string reason, string field, Action<CreateCaseRequest> spoil)
    {
        await using TestServer server = await TestServer.Start();
        await server.Create("there", Receipt("2026-03-02"));
        var request = new CreateCaseRequest { RequestId = NewId, CaseId = "H-1", Receipt = Receipt("2026-03-02") };
        spoil(request);

        Refused refused = await Refused.By(async () => await server.CaseFiles.CreateCaseAsync(request));

        Assert.Equal((reason, field), (refused.Reason, refused.Fields.Count > 0 ? refused.Fields[0] : ""));
        Assert.Single((await server.CaseFiles.ListCasesAsync(new ListCasesRequest { Parent = "units/-" })).Cases);
    }

    private static (string State, string On) Reading(CaseFile file, string limit)
    {
        LimitReading reading = file.Limits.Single(l => l.Limit == limit);
        return (reading.State, Civil.Text(reading.On));
    }

    private static string Kind(CaseEvent e) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(e.EventCase.ToString());
}
