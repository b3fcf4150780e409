using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Reform.Casefiles.V1;
using Reform.Domain.Cases;
using Reform.Domain.Values;
using Reform.Grpc.Access;
using Reform.Grpc.Calendars;
using Reform.Grpc.Catalogs;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Grpc.Storage;
using CaseEvent = Reform.Domain.Cases.CaseEvent;
using CaseFile = Reform.Domain.Cases.CaseFile;
using SatisfactionAnswered = Reform.Domain.Cases.SatisfactionAnswered;

namespace Reform.Grpc.CaseFiles;

/// <summary>The service that keeps cases by their events.</summary>
internal sealed class CaseServiceV1(CaseFileStore store, CaseQuestions questions, CaseIndicators indicators, CaseImport import, CalendarSelections calendars, FactsProgress progress)
    : CaseService.CaseServiceBase
{
    private const int MostEntries = 1000;
    private const int PieceBytes = 64 * 1024;

    public override async Task<CreateCaseResponse> CreateCase(CreateCaseRequest request, ServerCallContext context)
    {
        CreateCaseRequest asked = request.Clone();
        asked.RequestId = RequestFields.RequestId(request.RequestId);
        StoredCase stored = StoredOf(request.CaseId, request.Calendar, request.Place, calendars, recordCount: 1);
        CaseEvent receipt = CaseEventReading.Event("receipt", request.Receipt);
        return await store.Once(asked.RequestId, asked, request.ValidateOnly, async () =>
        {
            CaseInTerms one = await store.Create(stored, [new NewRecord(receipt)], withSlip: true, new RecordFields(_ => "receipt", (_, _) => "receipt"), Caller.Of(context).Id, context.CancellationToken);
            return new CreateCaseResponse
            {
                CaseFile = CaseFileMapping.ToProto(stored, one.File, one.Terms, store.Now, Language.Vietnamese),
                Slip = CaseFileMapping.ToProto(CaseFileStore.SlipOf(one, "receipt")),
            };
        }, context.CancellationToken);
    }

    public override async Task<AppendCaseEventsResponse> AppendCaseEvents(AppendCaseEventsRequest request, ServerCallContext context)
    {
        AppendCaseEventsRequest asked = request.Clone();
        asked.RequestId = RequestFields.RequestId(request.RequestId);
        string caseId = ResourceName.In(CaseFileMapping.Collection, "name", request.Name);
        if (request.Etag.Length == 0)
        {
            throw Refusal.RequiredField("etag");
        }

        RequestFields.AtMost("entries", request.Entries.Count, MostEntries);
        if (request.Entries.Count == 0)
        {
            throw Refusal.RequiredField("entries");
        }

        List<NewRecord> entries = [.. request.Entries.Select((e, i) => Entry(RequestFields.At("entries", i), e))];
        return await store.Once(asked.RequestId, asked, request.ValidateOnly, async () =>
        {
            (StoredCase stored, CaseInTerms one) = await store.Append(
                caseId, request.Name, request.Etag, entries,
                new RecordFields(i => RequestFields.At("entries", i) + (entries[i].Event is null ? "" : ".event"), (i, member) => RequestFields.At("entries", i) + member),
                Caller.Of(context).Id, context.CancellationToken);
            return new AppendCaseEventsResponse
            {
                CaseFile = CaseFileMapping.ToProto(stored, one.File, one.Terms, store.Now, Language.Vietnamese),
                Records = { one.File.Records.Skip(one.File.Records.Count - entries.Count).Select(r => r.Id) },
            };
        }, context.CancellationToken);
    }

    public override Task<ImportCasesResponse> ImportCases(IAsyncStreamReader<ImportCasesRequest> requestStream, ServerCallContext context) =>
        import.Run(requestStream, context);

    public override async Task<GetCaseResponse> GetCase(GetCaseRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        LocalDate? asOf = RequestFields.Date("as_of", request.AsOf);
        Instant? knownAt = RecordMapping.KnownAt(request.KnownAt);
        (StoredCase stored, CaseFile all) = await store.Get("name", request.Name, context.CancellationToken);
        LocalDateTime now = questions.MomentOf(asOf);
        CaseFile file = all.AsOf(now.Date, knownAt) ?? throw RegisterRefusal.NotFound("name", request.Name);
        (CaseTerms terms, _) = await store.TermsOf(stored, file, context.CancellationToken, knownAt);
        return new GetCaseResponse { CaseFile = CaseFileMapping.ToProto(stored, file, terms, now, language) };
    }

    public override async Task<ListCaseRecordsResponse> ListCaseRecords(ListCaseRecordsRequest request, ServerCallContext context)
    {
        string caseId = ResourceName.In(CaseFileMapping.Collection, "parent", request.Parent);
        int size = RequestFields.PageSize(request.PageSize);
        string list = request.Parent + "/records";
        (_, int from) = PageToken.Place(list, request.PageToken);
        if (!await store.Db.CaseFiles.AsNoTracking().AnyAsync(f => f.CaseId == caseId, context.CancellationToken))
        {
            throw RegisterRefusal.NotFound("parent", request.Parent);
        }

        List<CaseRecordRow> rows = await store.Db.CaseRecords.AsNoTracking().Where(r => r.CaseId == caseId && r.Ordinal > from)
            .OrderBy(r => r.Ordinal).Take(size + 1).ToListAsync(context.CancellationToken);
        var response = new ListCaseRecordsResponse();
        foreach (CaseRecordRow row in rows.Take(size))
        {
            var record = new CaseRecord { Info = RecordMapping.Info(StoredCase.Record(row), row.EnteredBy) };
            record.Event = row.Content is byte[] content ? Reform.Casefiles.V1.CaseEvent.Parser.ParseFrom(content) : null;
            response.Records.Add(record);
        }

        response.NextPageToken = rows.Count > size ? PageToken.Of(list, "-", rows[size - 1].Ordinal) : "";
        return response;
    }

    public override Task<ListCasesResponse> ListCases(ListCasesRequest request, ServerCallContext context) => questions.List(request, context.CancellationToken);

    public override async Task ExportCases(ExportCasesRequest request, IServerStreamWriter<ExportCasesResponse> responseStream, ServerCallContext context)
    {
        var filter = CaseFilter.Read(request.Parent, request.Procedure, request.State, request.ReceivedFrom, request.ReceivedBefore, request.DueBefore);
        IAsyncEnumerable<XesTrace> traces = CaseExport.Traces(store.Db, filter, request.WithSecret, context.CancellationToken);
        using var pending = new MemoryStream();
        using var log = new XesLogWriter(pending, CaseFileTraces.Head());
        async Task Send()
        {
            await responseStream.WriteAsync(new ExportCasesResponse { Data = ByteString.CopyFrom(pending.GetBuffer(), 0, (int)pending.Length) }, context.CancellationToken);
            pending.SetLength(0);
        }

        await foreach (XesTrace trace in traces)
        {
            log.Write(trace);
            if (pending.Length >= PieceBytes)
            {
                await Send();
            }
        }

        log.Complete();
        await Send();
    }

    public override async Task<LookUpCaseResponse> LookUpCase(LookUpCaseRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        string caseId = ResourceName.Identifier("case_id", request.CaseId);
        (StoredCase stored, CaseFile all) = await store.Find(caseId, context.CancellationToken) ?? throw RegisterRefusal.NotFound("case_id", caseId);
        LocalDateTime now = store.Now;
        CaseFile file = all.AsOf(now.Date) ?? throw RegisterRefusal.NotFound("case_id", caseId);
        (CaseTerms terms, Domain.Procedures.Procedure procedure) = await store.TermsOf(stored, file, context.CancellationToken);
        return RequesterView.Of(file, procedure.Name, terms, now) is RequesterView view
            ? CaseFileMapping.ToProto(view, language)
            : throw RegisterRefusal.NotFound("case_id", caseId);
    }

    public override async Task<AnswerSatisfactionResponse> AnswerSatisfaction(AnswerSatisfactionRequest request, ServerCallContext context)
    {
        AnswerSatisfactionRequest asked = request.Clone();
        asked.RequestId = RequestFields.RequestId(request.RequestId);
        string caseId = ResourceName.Identifier("case_id", request.CaseId);
        if (request.Score is < 1 or > 5)
        {
            throw Refusal.InvalidField("score", "phải từ 1 đến 5", "must be from 1 to 5");
        }

        var answer = new SatisfactionAnswered(store.Moment, request.Score);
        return await store.Once(asked.RequestId, asked, validateOnly: false, async () =>
        {
            (_, CaseFile file) = await store.Find(caseId, context.CancellationToken) ?? throw RegisterRefusal.NotFound("case_id", caseId);
            if (file.Receipt.IsSecret)
            {
                throw RegisterRefusal.NotFound("case_id", caseId);
            }

            await store.Append(caseId, caseId, etag: null, [new NewRecord(answer)], new RecordFields(_ => "score", (_, _) => "score"), Caller.Of(context).Id, context.CancellationToken);
            return new AnswerSatisfactionResponse();
        }, context.CancellationToken);
    }

    public override Task<ListDeskResponse> ListDesk(ListDeskRequest request, ServerCallContext context) => questions.Desk(request, context.CancellationToken);

    public override Task<SimulateCasesResponse> SimulateCases(SimulateCasesRequest request, ServerCallContext context) =>
        questions.Simulate(request, context.CancellationToken);

    public override Task<GetIndicatorsResponse> GetIndicators(GetIndicatorsRequest request, ServerCallContext context) =>
        indicators.Of(request, context.CancellationToken);

    public override Task<GetFactsProgressResponse> GetFactsProgress(GetFactsProgressRequest request, ServerCallContext context) =>
        progress.Get(request, context.CancellationToken);

    internal static StoredCase StoredOf(string caseId, string calendar, string place, CalendarSelections calendars, int recordCount) => new(
        ResourceName.Identifier("case_id", caseId),
        calendar.Length == 0 ? CalendarCatalogue.BuiltIn.Id : calendars.Get("calendar", calendar).Id,
        RecordMapping.Word("place", place),
        recordCount);

    private static NewRecord Entry(string field, CaseEntry entry)
    {
        if (entry.Event is null && entry.Corrects.Length == 0)
        {
            throw Refusal.RequiredField(field + ".event");
        }

        return new NewRecord(entry.Event is null ? null : CaseEventReading.Event(field + ".event", entry.Event), entry.Corrects.Length == 0 ? null : entry.Corrects);
    }
}
