using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Procedures;
using Reform.Domain.Values;
using Reform.Grpc.Access;
using Reform.Grpc.Catalogs;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Grpc.Storage;
using Reform.Procedures.V1;
using Interpretation = Reform.Procedures.V1.Interpretation;
using ProcedureTimeLimit = Reform.Domain.Procedures.ProcedureTimeLimit;

namespace Reform.Grpc.Procedures;

/// <summary>The service that tells of procedures and publishes them.</summary>
internal sealed class ProcedureServiceV1(ReformDbContext db, ProcedureCatalog catalog, IClock clock, WriteTurn writes) : ProcedureService.ProcedureServiceBase
{
    private const string ListName = "procedures";

    private static readonly DateTimeZone Vietnam = DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"];

    public override async Task<GetProcedureResponse> GetProcedure(GetProcedureRequest request, ServerCallContext context)
    {
        (Published published, ProcedureVersion version) = await InForce("name", request.Name, request.On, context);
        return new GetProcedureResponse { Procedure = ProcedureMapping.ToProto(published, version) };
    }

    public override async Task<ListProceduresResponse> ListProcedures(ListProceduresRequest request, ServerCallContext context)
    {
        int size = RequestFields.PageSize(request.PageSize);
        string after = PageToken.Position(ListName, request.PageToken) ?? "";
        List<Published> rest = [.. (await catalog.All(db, context.CancellationToken)).Where(p => string.CompareOrdinal(p.History.Code, after) > 0)];
        return new ListProceduresResponse
        {
            Procedures = { rest.Take(size).Select(ProcedureMapping.ToSummary) },
            NextPageToken = rest.Count > size ? PageToken.Of(ListName, rest[size - 1].History.Code) : "",
        };
    }

    public override async Task<ListProcedureVersionsResponse> ListProcedureVersions(ListProcedureVersionsRequest request, ServerCallContext context)
    {
        Published published = await Get("parent", request.Parent, context);
        return new ListProcedureVersionsResponse { Versions = { published.History.Versions.Select(v => ProcedureMapping.ToProto(published, v)) } };
    }

    public override async Task<CompareProcedureLimitsResponse> CompareProcedureLimits(CompareProcedureLimitsRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        LocalDate before = CivilTimes.RequiredDate("before", request.Before);
        LocalDate after = CivilTimes.RequiredDate("after", request.After);
        if (after < before)
        {
            throw Refusal.InvalidField("after", "không được trước ngày 'before'", "must not lie before 'before'");
        }

        Published published = await Get("name", request.Name, context);
        ProcedureVersion then = published.History.InForceOn(before) ?? throw NotInForce("before");
        ProcedureVersion now = published.History.InForceOn(after) ?? throw NotInForce("after");
        IEnumerable<string> ids = now.TimeLimits.Concat(then.TimeLimits).Select(l => l.Id).Distinct(StringComparer.Ordinal);
        return new CompareProcedureLimitsResponse
        {
            Comparisons =
            {
                ids.Select(id =>
                {
                    (ProcedureTimeLimit? old, ProcedureTimeLimit? recent) = (Find(then, id), Find(now, id));
                    return ProcedureMapping.Compare(id, old, TermsOn(old, before), recent, TermsOn(recent, after), language);
                }),
            },
        };
    }

    public override async Task<ReviewProcedureResponse> ReviewProcedure(ReviewProcedureRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        (Published published, ProcedureVersion version) = await InForce("name", request.Name, request.On, context);
        LocalDate on = RequestFields.Date("on", request.On) ?? Today;
        return new ReviewProcedureResponse { Findings = { ProcedureMapping.ToProto(ProcedureReview.Of(version, published.File, on), language) } };
    }

    public override async Task<ListInterpretationsResponse> ListInterpretations(ListInterpretationsRequest request, ServerCallContext context)
    {
        (_, ProcedureVersion version) = await InForce("parent", request.Parent, request.On, context);
        return new ListInterpretationsResponse
        {
            Interpretations =
            {
                version.Interpretations.Select(i => new Interpretation { Question = i.Question, Answer = i.Answer, Confidence = RecordMapping.CodeOf(i.Confidence) }),
            },
        };
    }

    public override Task<ValidateProcedureResponse> ValidateProcedure(ValidateProcedureRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        (ProcedureHistory history, ReferenceProcedures file) = Read(request.Content);
        return Task.FromResult(new ValidateProcedureResponse
        {
            Code = history.Code,
            Findings = { ProcedureMapping.ToProto(ProcedureReview.Of(history.Versions[^1], file, Today), language) },
        });
    }

    public override async Task<PublishProcedureResponse> PublishProcedure(PublishProcedureRequest request, ServerCallContext context)
    {
        PublishProcedureRequest asked = request.Clone();
        asked.RequestId = RequestFields.RequestId(request.RequestId);
        (ProcedureHistory history, ReferenceProcedures file) = Read(request.Content);
        ResourceName.Identifier("content", history.Code);
        CancellationToken cancellation = context.CancellationToken;
        using IDisposable turn = await writes.Take(cancellation);
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await DoneRequests.Find(db, asked.RequestId, asked, cancellation) is DoneRequestRow done)
        {
            return PublishProcedureResponse.Parser.ParseFrom(done.Response);
        }

        Published? before = await catalog.Find(db, history.Code, cancellation);
        if (request.Etag != (before is null ? "" : ProcedureMapping.Etag(before)))
        {
            throw Refusal.EtagMismatch(ResourceName.Of(ProcedureMapping.Collection, history.Code));
        }

        var row = new ProcedureRow
        {
            Code = history.Code,
            RecordedAtMicros = RecordTime.Micros(clock.GetCurrentInstant()),
            Content = request.Content.ToByteArray(),
            EnteredBy = Caller.Of(context).Id,
        };
        db.Procedures.Add(row);
        await db.SaveChangesAsync(cancellation);
        var response = new PublishProcedureResponse { Procedure = ProcedureMapping.ToProto(new Published(history, file, row.Sequence), history.Versions[^1]) };
        DoneRequests.Add(db, asked.RequestId, asked, response.ToByteArray());
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(CancellationToken.None);
        return response;
    }

    private LocalDate Today => clock.GetCurrentInstant().InZone(Vietnam).Date;

    private async Task<Published> Get(string field, string name, ServerCallContext context) =>
        await catalog.Find(db, ResourceName.In(ProcedureMapping.Collection, field, name), context.CancellationToken) ?? throw RegisterRefusal.NotFound(field, name);

    private async Task<(Published Published, ProcedureVersion Version)> InForce(string field, string name, Google.Type.Date? on, ServerCallContext context)
    {
        Published published = await Get(field, name, context);
        return (published, published.History.InForceOn(RequestFields.Date("on", on) ?? Today) ?? throw NotInForce("on"));
    }

    private static RpcException NotInForce(string field) =>
        Refusal.InvalidField(field, "không có phiên bản có hiệu lực vào ngày này", "no version is in force on this date");

    private static ProcedureTimeLimit? Find(ProcedureVersion version, string id) => version.TimeLimits.FirstOrDefault(l => l.Id == id);

    // A limit whose history is not recorded has the terms that were read, whatever the date.
    private static LimitTerms? TermsOn(ProcedureTimeLimit? limit, LocalDate date) =>
        limit is null ? null : limit.History.Count == 0 ? limit.Terms : limit.InForceOn(date);

    private static (ProcedureHistory History, ReferenceProcedures File) Read(ByteString content)
    {
        if (content.IsEmpty)
        {
            throw Refusal.RequiredField("content");
        }

        try
        {
            using var stream = new MemoryStream(content.ToByteArray());
            ReferenceProcedures file = ReferenceProcedureFile.Read(stream, "content");
            return file.Procedures.Count == 1
                ? (file.Procedures[0], file)
                : throw Refusal.InvalidField("content", "phải có đúng một thủ tục", "must hold exactly one procedure");
        }
        catch (InvalidDataFileException e)
        {
            throw Refusal.InvalidData(e);
        }
    }
}
