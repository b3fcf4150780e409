using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.DataFiles;
using Reform.Domain.Explanations;
using Reform.Domain.Procedures;
using Reform.Domain.Values;
using Reform.Grpc.Access;
using Reform.Grpc.Calendars;
using Reform.Grpc.Catalogs;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Grpc.Storage;
using Reform.Procedures.V1;
using Interpretation = Reform.Procedures.V1.Interpretation;
using UnitVariant = Reform.Domain.Procedures.UnitVariant;

namespace Reform.Grpc.Procedures;

/// <summary>The service that tells of procedures and publishes them.</summary>
internal sealed class ProcedureServiceV1(ReformDbContext db, ProcedureCatalog catalog, CalendarSelections calendars, IClock clock, WriteTurn writes)
    : ProcedureService.ProcedureServiceBase
{
    private const int MostVariants = 100;
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

    public override async Task<CompareProcedureVersionsResponse> CompareProcedureVersions(CompareProcedureVersionsRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        LocalDate before = CivilTimes.RequiredDate("before", request.Before);
        LocalDate after = CivilTimes.RequiredDate("after", request.After);
        if (after < before)
        {
            throw Refusal.InvalidField("after", "không được trước ngày 'before'", "must not lie before 'before'");
        }

        BilingualText? reason = RecordMapping.Text("reason", request.Reason);
        Published published = await Get("name", request.Name, context);
        ProcedureVersion then = published.History.InForceOn(before) ?? throw NotInForce("before");
        ProcedureVersion now = request.Draft.IsEmpty
            ? published.History.InForceOn(after) ?? throw NotInForce("after")
            : VersionOf("draft", request.Draft, published.History.Code, after);
        return ComparisonMapping.ToProto(VersionComparison.Of(then, before, now, after, reason), then, before, now, after, language);
    }

    public override async Task<CompareUnitVariantsResponse> CompareUnitVariants(CompareUnitVariantsRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        LocalDate on = RequestFields.Date("on", request.On) ?? Today;
        RequestFields.AtMost("variants", request.Variants.Count, MostVariants);
        if (request.Variants.Count == 0)
        {
            throw Refusal.RequiredField("variants");
        }

        Published published = await Get("name", request.Name, context);
        ProcedureVersion issued = published.History.InForceOn(on) ?? throw NotInForce("on");
        List<UnitVariant> variants = [.. request.Variants.Select((v, i) =>
        {
            string field = RequestFields.At("variants", i);
            return new UnitVariant(
                ResourceName.In(ResourceName.Units, field + ".unit", v.Unit),
                VersionOf(field + ".content", v.Content, published.History.Code, on),
                RecordMapping.Basis(field + ".authority", v.Authority));
        })];
        return new CompareUnitVariantsResponse { Units = { Uniformity.Of(issued, variants, on).Select(d => ComparisonMapping.ToProto(d, language)) } };
    }

    public override async Task<ReviewProcedureResponse> ReviewProcedure(ReviewProcedureRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        LocalDate on = RequestFields.Date("on", request.On) ?? Today;
        WorkCalendar calendar = request.Calendar.Length == 0 ? CalendarCatalogue.BuiltIn : calendars.Get("calendar", request.Calendar);
        (Published published, ProcedureVersion version) = await InForce("name", request.Name, request.On, context);
        ProcedureVersion? superior = null;
        if (request.Superior.Length > 0)
        {
            superior = (await Get("superior", request.Superior, context)).History.InForceOn(on) ?? throw NotInForce("superior");
        }

        IEnumerable<Reason> findings = ProcedureReview.Of(version, published.File, on)
            .Concat(LevelReview.StepsAgainstTotal(version, on))
            .Concat(LevelReview.DocumentsThatExpire(version, on, calendar))
            .Concat(superior is null ? [] : LevelReview.AgainstSuperior(version, superior, on));
        return new ReviewProcedureResponse { Findings = { ProcedureMapping.ToProto(findings, language) }, Burden = ComparisonMapping.BurdenOf(version, on) };
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
        (ProcedureHistory history, ReferenceProcedures file) = Read("content", request.Content);
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
        (ProcedureHistory history, ReferenceProcedures file) = Read("content", request.Content);
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

    // The version of one procedure that a definition has for a date.
    private static ProcedureVersion VersionOf(string field, ByteString content, string code, LocalDate on)
    {
        (ProcedureHistory history, _) = Read(field, content);
        return history.Code == code
            ? history.InForceOn(on) ?? throw NotInForce(field)
            : throw Refusal.InvalidField(field, "phải là thủ tục '" + code + "'", "must be the procedure '" + code + "'");
    }

    private static (ProcedureHistory History, ReferenceProcedures File) Read(string field, ByteString content)
    {
        if (content.IsEmpty)
        {
            throw Refusal.RequiredField(field);
        }

        try
        {
            using var stream = new MemoryStream(content.ToByteArray());
            ReferenceProcedures file = ReferenceProcedureFile.Read(stream, field);
            return file.Procedures.Count == 1
                ? (file.Procedures[0], file)
                : throw Refusal.InvalidField(field, "phải có đúng một thủ tục", "must hold exactly one procedure");
        }
        catch (InvalidDataFileException e)
        {
            throw Refusal.InvalidData(e);
        }
    }
}
