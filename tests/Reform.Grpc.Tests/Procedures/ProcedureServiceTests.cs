using Google.Protobuf;
using Grpc.Core;
using Reform.Grpc.Tests.CaseFiles;
using Reform.Procedures.V1;

namespace Reform.Grpc.Tests.Procedures;

/// <summary>Procedures over the wire: the 38 built-in ones, and what is published beside them.</summary>
public sealed class ProcedureServiceTests
{
    [Fact]
    public async Task All_38_are_there()
    {
        await using TestServer server = await TestServer.Start();
        var names = new List<string>();
        string token = "";
        do
        {
            ListProceduresResponse page = await server.Procedures.ListProceduresAsync(new ListProceduresRequest { PageSize = 10, PageToken = token });
            names.AddRange(page.Procedures.Select(p => p.Name));
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        Assert.Equal(38, names.Distinct().Count());
        Procedure admission = (await server.Procedures.GetProcedureAsync(new GetProcedureRequest { Name = "procedures/PTY-ADM" })).Procedure;
        Assert.Equal((9, 11, 2, 3, false), (admission.Steps.Count, admission.Documents.Count, admission.Steps[4].Vote.Numerator, admission.Steps[4].Vote.Denominator, admission.Steps[4].Vote.Strict));
        Assert.Single((await server.Procedures.ListProcedureVersionsAsync(new ListProcedureVersionsRequest { Parent = "procedures/PTY-ADM" })).Versions);
    }

    [Fact]
    public async Task A_review_and_interpretations()
    {
        await using TestServer server = await TestServer.Start();
        ReviewProcedureResponse review = await server.Procedures.ReviewProcedureAsync(new ReviewProcedureRequest { Name = "procedures/PTY-REC", On = Civil.Date("2025-10-01"), LanguageCode = "en" });
        Assert.Contains("procedure_step_longer_than_total", review.Findings.Select(f => f.Code));
        Assert.NotEmpty((await server.Procedures.GetProcedureAsync(new GetProcedureRequest { Name = "procedures/PTY-REC" })).Procedure.Interpretations);
        Assert.Equal(StatusCode.NotFound, (await Refused.By(async () => await server.Procedures.GetProcedureAsync(new GetProcedureRequest { Name = "procedures/none" }))).Code);
    }

    [Fact]
    public async Task A_published_procedure_is_what_cases_are_handled_by()
    {
        await using TestServer server = await TestServer.Start();
        var publish = new PublishProcedureRequest { RequestId = CaseWorld.NewId, Content = PermitFile.Of(5) };
        Assert.Equal("HP-1", (await server.Procedures.ValidateProcedureAsync(new ValidateProcedureRequest { Content = publish.Content })).Code);
        Assert.Equal("RESOURCE_NOT_FOUND", (await Refused.By(async () => await server.Create("H-0", CaseWorld.Receipt("2026-03-02", "ward", "HP-1")))).Reason);
        PublishProcedureResponse first = await server.Procedures.PublishProcedureAsync(publish);
        await server.Restart();
        Assert.Equal(first, await server.Procedures.PublishProcedureAsync(publish));

        Assert.Equal("2026-03-09", Civil.Text((await server.Create("H-1", CaseWorld.Receipt("2026-03-02", "ward", "HP-1"))).Slip.DueOn));
        var shorter = new PublishProcedureRequest { RequestId = CaseWorld.NewId, Content = PermitFile.Of(3) };
        Assert.Equal("ETAG_MISMATCH", (await Refused.By(async () => await server.Procedures.PublishProcedureAsync(shorter))).Reason);
        shorter.Etag = first.Procedure.Etag;
        await server.Procedures.PublishProcedureAsync(shorter);
        Assert.Equal("2026-03-05", Civil.Text((await server.Create("H-2", CaseWorld.Receipt("2026-03-02", "ward", "HP-1"))).Slip.DueOn));
        Assert.Equal("INVALID_FIELD", (await Refused.By(async () => await server.Create("H-3", CaseWorld.Receipt("2025-03-03", "ward", "HP-1")))).Reason);
    }

    [Fact]
    public async Task A_version_names_its_pilot_and_is_reviewed_and_compared_by_it()
    {
        await using TestServer server = await TestServer.Start();
        ByteString tried = PermitFile.Of(5, ("\"field\":", "\"pilot\": \"P-1\", \"field\":"));
        async Task<string[]> Found(string on) => [.. (await server.Procedures.ReviewProcedureAsync(
            new ReviewProcedureRequest { Name = "procedures/HP-1", On = Civil.Date(on) })).Findings.Select(f => f.Code).Where(c => c.Contains("pilot", StringComparison.Ordinal))];
        await server.Procedures.PublishProcedureAsync(new PublishProcedureRequest { RequestId = CaseWorld.NewId, Content = tried });
        Assert.Equal("pilots/P-1", (await server.Procedures.GetProcedureAsync(new GetProcedureRequest { Name = "procedures/HP-1" })).Procedure.Pilot);
        Assert.Equal("", (await server.Procedures.GetProcedureAsync(new GetProcedureRequest { Name = "procedures/PTY-ADM" })).Procedure.Pilot);
        Assert.Equal(["procedure_pilot_not_approved"], await Found("2026-03-02"));
        Assert.Contains("procedure_pilot_not_approved", (await server.Procedures.ValidateProcedureAsync(new ValidateProcedureRequest { Content = tried })).Findings.Select(f => f.Code));
        await Pilots.PilotWorld.EnterPilots(server, Pilots.PilotWorld.Whole());
        Assert.Equal(["procedure_outside_pilot", "procedure_after_pilot"], await Found("2026-03-02"));

        CompareProcedureVersionsResponse compared = await server.Procedures.CompareProcedureVersionsAsync(new CompareProcedureVersionsRequest
        {
            Name = "procedures/HP-1",
            Before = Civil.Date("2026-03-02"),
            After = Civil.Date("2026-03-03"),
            Draft = PermitFile.Of(5),
        });
        Assert.Equal(("pilots/P-1", ""), (compared.PilotBefore, compared.PilotAfter));
        Assert.Contains("procedure_pilot_ends", compared.Report.Select(r => r.Code));
    }

    [Fact]
    public async Task A_bad_definition_names_every_problem()
    {
        await using TestServer server = await TestServer.Start();
        Refused refused = await Refused.By(async () => await server.Procedures.PublishProcedureAsync(new PublishProcedureRequest
        {
            RequestId = CaseWorld.NewId,
            Content = ByteString.CopyFromUtf8(PermitFile.Text.Replace("LIMIT", "0", StringComparison.Ordinal).Replace("\"citizen\"", "7", StringComparison.Ordinal)),
        }));

        Assert.Equal(("INVALID_DATA_FILE", 2), (refused.Reason, refused.Fields.Count));
        Assert.Equal("content", (await Refused.By(async () => await server.Procedures.ValidateProcedureAsync(new ValidateProcedureRequest()))).Fields.Single());
    }
}
