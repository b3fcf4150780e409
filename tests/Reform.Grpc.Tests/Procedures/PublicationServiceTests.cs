using Reform.Procedures.V1;
using static Reform.Grpc.Tests.Procedures.ProcedureWorld;

namespace Reform.Grpc.Tests.Procedures;

/// <summary>What units post, over the wire: the matrix of units and procedures on a date, and what is wrong with what is posted.</summary>
public sealed class PublicationServiceTests
{
    // HP-1 is in force from Thursday 1 January 2026, a holiday; the Friday after is off too, worked on Saturday 10: five working days later is Friday 9.
    private const string Due = "2026-01-09";

    [Fact]
    public async Task The_matrix_on_a_date()
    {
        await using TestServer server = await Start();
        async Task<ListPublicationCellsResponse> On(string date, params EffectiveDecider[] deciders) => await server.Publications.ListPublicationCellsAsync(
            new ListPublicationCellsRequest
            {
                On = Civil.Date(date),
                Units = { "units/city", "units/ward", "units/nowhere" },
                Procedures = { "procedures/HP-1" },
                Deciders = { deciders },
                LanguageCode = "en",
            });
        async Task<PublicationCell> Ward(string date, params EffectiveDecider[] deciders) => (await On(date, deciders)).Cells.Single(c => c.Unit == "units/ward");

        Assert.Equal(PublicationState.Unknown, (await Ward(Due)).State);
        await server.Record(new PublicationEntry { Application = Applies("w") });
        Assert.Equal(PublicationState.Unknown, (await Ward(Due)).State);
        await server.Publications.CreatePublicationRuleAsync(
            new CreatePublicationRuleRequest { RequestId = NewId, PublicationRuleId = "five", PublicationRule = WithinFiveDays() });
        PublicationCell pending = await Ward(Due);
        Assert.Equal((PublicationState.Pending, Due), (pending.State, Civil.Text(pending.DueOn)));
        Assert.Equal(PublicationState.Missing, (await Ward("2026-01-10")).State);

        await server.Post(Posting("late", "2026-01-12"));
        Assert.Equal(PublicationState.Missing, (await Ward("2026-01-11")).State);
        PublicationCell late = await Ward("2026-01-12");
        Assert.Equal(PublicationState.PublishedLate, late.State);
        Assert.Empty(late.Findings);

        await server.Post(Posting("other", "2026-01-07"));
        ListPublicationCellsResponse all = await On("2026-01-12");
        Assert.Equal([PublicationState.Unknown, PublicationState.PublishedInTime, PublicationState.Unknown], all.Cells.Select(c => c.State));
        Assert.Equal((1, 1, 0, 0, 2, 0), (
            all.Coverage.Published, all.Coverage.Due, all.Coverage.Missing, all.Coverage.Pending, all.Coverage.Unknown, all.Coverage.NotApplicable));

        // A grant moved the decision to the city: both postings show the ward.
        PublicationCell wrong = await Ward("2026-01-12", new EffectiveDecider
        {
            Procedure = "procedures/HP-1",
            Unit = "units/ward",
            Body = "city",
            Period = From("2026-01-10"),
            Basis = Basis("Quyết định ủy quyền mẫu"),
        });
        Assert.Equal([("wrong_deciding_body", "publications/late"), ("wrong_deciding_body", "publications/other")], wrong.Findings.Select(f => (f.Fault, f.Publication)));
        Assert.Contains("mẫu", wrong.Findings[0].Reason.Basis, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_superseded_version_and_secret_content()
    {
        await using TestServer server = await Start();
        Procedure known = (await server.Procedures.GetProcedureAsync(new GetProcedureRequest { Name = "procedures/HP-1", On = Civil.Date("2026-02-01") })).Procedure;
        await server.Procedures.PublishProcedureAsync(new PublishProcedureRequest { RequestId = NewId, Etag = known.Etag, Content = TwoVersions });
        Publication secret = Posting("new", "2026-06-01", version: 2);
        secret.SecretContent = true;
        Publication unsure = Posting("unsure", "2026-06-01", version: 2);
        unsure.ClearSecretContent();
        await server.Record(
            new PublicationEntry { Application = Applies("w") },
            new PublicationEntry { Publication = Posting("old", "2026-01-05") },
            new PublicationEntry { Publication = secret },
            new PublicationEntry { Publication = unsure });
        var request = new ListPublicationCellsRequest { On = Civil.Date("2026-06-02"), Units = { "units/ward" }, FindingsOnly = true };
        ListPublicationCellsResponse answer = await server.Publications.ListPublicationCellsAsync(request);
        PublicationCell cell = answer.Cells.Single();
        Assert.Equal(PublicationState.PublishedTimeUnknown, cell.State);
        Assert.Equal([("superseded_posted", "publications/old"), ("secret_content", "publications/new")], cell.Findings.Select(f => (f.Fault, f.Publication)));
        Assert.Single(cell.Unknowns);
        Assert.Equal("'new': công khai nội dung mật", cell.Findings[1].Reason.Text);

        // Every procedure was asked about: the 38 built-in ones and this one.
        Assert.Equal(39, answer.Coverage.Published + answer.Coverage.Unknown + answer.Coverage.Missing + answer.Coverage.Pending + answer.Coverage.NotApplicable);
        request.FindingsOnly = false;
        request.State = PublicationState.Unknown;
        Assert.Equal(38, (await server.Publications.ListPublicationCellsAsync(request)).Cells.Count);
    }

    [Fact]
    public async Task A_definition_that_what_is_posted_does_not_fit_is_refused()
    {
        await using TestServer server = await Start();
        Procedure known = (await server.Procedures.GetProcedureAsync(new GetProcedureRequest { Name = "procedures/HP-1", On = Civil.Date("2026-02-01") })).Procedure;
        Procedure second = (await server.Procedures.PublishProcedureAsync(
            new PublishProcedureRequest { RequestId = NewId, Etag = known.Etag, Content = TwoVersions })).Procedure;
        await server.Post(Posting("new", "2026-06-01", version: 2));
        Refused refused = await Refused.By(async () => await server.Procedures.PublishProcedureAsync(
            new PublishProcedureRequest { RequestId = NewId, Etag = second.Etag, Content = PermitFile.Of(9) }));
        Assert.Equal(("REGISTER_CONFLICT", "content"), (refused.Reason, refused.Fields.Single()));
        Assert.Equal(("REGISTER_CONFLICT", "entries[0].publication.version"), await FirstField(() => server.Post(Posting("third", "2026-06-01", version: 3))));
    }

    [Fact]
    public async Task A_batch_is_entered_whole_or_not_at_all_and_names_the_entry()
    {
        await using TestServer server = await Start();
        Assert.Equal(("REGISTER_CONFLICT", "entries[1].publication.version"), await FirstField(() => server.Post(Posting("a", "2026-01-05"), Posting("b", "2026-01-05", version: 2))));
        Assert.Equal(("REGISTER_CONFLICT", "entries[1].publication.name"), await FirstField(() => server.Post(Posting("a", "2026-01-05"), Posting("a", "2026-01-06"))));
        Assert.Empty((await server.Publications.ListPublicationsAsync(new ListPublicationsRequest { Parent = "units/-" })).Publications);

        string etag = (await server.Post(Posting("a", "2026-01-05"))).Records.Single().Record;
        Publication posted = (await server.Publications.ListPublicationsAsync(new ListPublicationsRequest { Parent = "units/ward", PostedOn = Civil.Date("2026-01-05") })).Publications.Single();
        Assert.Equal(etag, posted.Etag);
        Assert.Equal("RESOURCE_ALREADY_EXISTS", (await Refused.By(() => server.Post(posted))).Reason);
        posted.Posted = From("2026-01-07");
        string corrected = (await server.Record(new PublicationEntry { Publication = posted, Etag = etag })).Records.Single().Record;
        Assert.Equal("ETAG_MISMATCH", (await Refused.By(() => server.Record(new PublicationEntry { Publication = posted, Etag = etag }))).Reason);
        Assert.Equal("entries[0].etag", (await FirstField(() => server.Record(new PublicationEntry { Publication = posted, StruckOut = true }))).Field);
        await server.Record(new PublicationEntry { Publication = new Publication { Name = posted.Name }, Etag = corrected, StruckOut = true });
        Assert.Empty((await server.Publications.ListPublicationsAsync(new ListPublicationsRequest { Parent = "units/-" })).Publications);
        ListPublicationRecordsResponse records = await server.Publications.ListPublicationRecordsAsync(new ListPublicationRecordsRequest { Parent = "units/ward" });
        Assert.Equal(["2026-01-05", "2026-01-07", "2026-01-07"], records.Records.Select(r => Civil.Text(r.Publication.Posted.From)));
        Assert.Empty((await server.Publications.ListPublicationRecordsAsync(new ListPublicationRecordsRequest { Parent = "units/city" })).Records);
    }

    private static Google.Protobuf.ByteString TwoVersions => Google.Protobuf.ByteString.CopyFromUtf8(PermitFile.Twice("2026-06-01"));

    private static async Task<(string Reason, string? Field)> FirstField(Func<Task> call)
    {
        Refused refused = await Refused.By(call);
        return (refused.Reason, refused.Fields is [string first, ..] ? first : null);
    }
}
