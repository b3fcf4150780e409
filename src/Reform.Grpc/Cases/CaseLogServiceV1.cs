using System.Globalization;
using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Reform.Cases.V1;
using Reform.Domain.Values;
using Reform.Grpc.Rpc;
using Reform.Grpc.Storage;
using Reform.Rpc.V1;

namespace Reform.Grpc.Cases;

/// <summary>The service that keeps event logs as case files.</summary>
internal sealed class CaseLogServiceV1(ReformDbContext db, CaseLogs logs, CaseLogImport imports) : CaseLogService.CaseLogServiceBase
{
    public override async Task<ImportCaseLogResponse> ImportCaseLog(IAsyncStreamReader<ImportCaseLogRequest> requestStream, ServerCallContext context)
    {
        CancellationToken cancellation = context.CancellationToken;
        if (!await requestStream.MoveNext(cancellation))
        {
            throw Refusal.InvalidField("header", "luồng không có thông điệp nào", "the stream has no message");
        }

        ImportHeader header = ImportHeaderCheck.Checked(requestStream.Current);
        ImportRow import = await imports.Begin(header, cancellation);
        if (import.Response is byte[] answered)
        {
            return ImportCaseLogResponse.Parser.ParseFrom(answered);
        }

        while (await requestStream.MoveNext(cancellation))
        {
            await imports.Append(import, ImportHeaderCheck.CheckedChunk(requestStream.Current), cancellation);
        }

        return import.ReceivedBytes == import.TotalBytes
            ? await imports.Finish(import.RequestId, cancellation)
            : throw Incomplete(import);
    }

    public override async Task<GetImportResponse> GetImport(GetImportRequest request, ServerCallContext context)
    {
        string requestId = RequestFields.RequestId(request.RequestId);
        ImportRow import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.RequestId == requestId, context.CancellationToken)
            ?? throw Refusal.Of(
                StatusCode.NotFound, ErrorReason.ImportNotFound,
                new BilingualText("không có lần nhập nào với mã yêu cầu này", "no import has this request id"), ("request_id", requestId));
        var response = new GetImportResponse { Done = import.Response is not null, NextOffset = import.ReceivedBytes, TotalBytes = import.TotalBytes };
        if (import.Response is byte[] answered)
        {
            response.CaseLog = ImportCaseLogResponse.Parser.ParseFrom(answered).CaseLog;
        }

        return response;
    }

    public override async Task<GetCaseLogResponse> GetCaseLog(GetCaseLogRequest request, ServerCallContext context)
    {
        CaseLogRow log = await logs.Get(ResourceName.CaseLog("name", request.Name), context.CancellationToken);
        return new GetCaseLogResponse { CaseLog = CaseLogs.ToProto(log) };
    }

    public override async Task<ListCaseLogsResponse> ListCaseLogs(ListCaseLogsRequest request, ServerCallContext context)
    {
        int size = RequestFields.PageSize(request.PageSize);
        string after = RequestFields.Position(request.PageToken);
        List<CaseLogRow> rows = await db.CaseLogs.AsNoTracking()
            .Where(l => string.Compare(l.Id, after) > 0).OrderBy(l => l.Id).Take(size + 1).ToListAsync(context.CancellationToken);
        var response = new ListCaseLogsResponse { CaseLogs = { rows.Take(size).Select(CaseLogs.ToProto) } };
        if (rows.Count > size)
        {
            response.NextPageToken = RequestFields.PageToken(rows[size - 1].Id);
        }

        return response;
    }

    public override async Task<DeleteCaseLogResponse> DeleteCaseLog(DeleteCaseLogRequest request, ServerCallContext context)
    {
        CancellationToken cancellation = context.CancellationToken;
        string id = ResourceName.CaseLog("name", request.Name);
        DeleteCaseLogRequest canonical = request.Clone();
        canonical.RequestId = RequestFields.RequestId(request.RequestId);
        if (request.Etag.Length == 0)
        {
            throw Refusal.InvalidField("etag", "thiếu etag", "the etag is missing");
        }

        byte[] hash = SHA256.HashData(canonical.ToByteArray());
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellation);
        DoneRequestRow? done = await db.DoneRequests.AsNoTracking().SingleOrDefaultAsync(r => r.RequestId == canonical.RequestId, cancellation);
        if (done is not null)
        {
            return done.RequestHash.AsSpan().SequenceEqual(hash) ? new DeleteCaseLogResponse() : throw Refusal.RequestIdReused(canonical.RequestId);
        }

        CaseLogRow log = await logs.Get(id, cancellation);
        if (!string.Equals(log.Etag, request.Etag, StringComparison.Ordinal))
        {
            throw Refusal.EtagMismatch(request.Name);
        }

        await db.CaseLogs.Where(l => l.Id == id).ExecuteDeleteAsync(cancellation);
        db.DoneRequests.Add(new DoneRequestRow { RequestId = canonical.RequestId, RequestHash = hash });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new DeleteCaseLogResponse();
    }

    public override async Task<GetCaseResponse> GetCase(GetCaseRequest request, ServerCallContext context)
    {
        (string caseLogId, string caseId) = ResourceName.Case("name", request.Name);
        CaseLogRow log = await logs.Get(caseLogId, context.CancellationToken);
        return new GetCaseResponse
        {
            Case = CaseMapping.Named(await logs.GetCase(caseLogId, caseId, context.CancellationToken), caseLogId),
            Synthetic = log.IsSynthetic,
        };
    }

    public override async Task<ListCasesResponse> ListCases(ListCasesRequest request, ServerCallContext context)
    {
        int size = RequestFields.PageSize(request.PageSize);
        string caseLogId = ResourceName.CaseLog("parent", request.Parent);
        string position = RequestFields.Position(request.PageToken);
        int from = 0;
        if (position.Length > 0 && !int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out from))
        {
            throw Refusal.InvalidField("page_token", "không phải mã trang do dịch vụ cấp", "is not a token that this service gave");
        }

        CaseLogRow log = await logs.Get(caseLogId, context.CancellationToken);
        List<byte[]> rows = await db.Cases.AsNoTracking()
            .Where(c => c.CaseLogId == caseLogId && c.Ordinal >= from).OrderBy(c => c.Ordinal).Take(size + 1).Select(c => c.Content)
            .ToListAsync(context.CancellationToken);
        var response = new ListCasesResponse
        {
            Cases = { rows.Take(size).Select(content => CaseMapping.Named(content, caseLogId)) },
            Synthetic = log.IsSynthetic,
        };
        if (rows.Count > size)
        {
            response.NextPageToken = RequestFields.PageToken((from + size).ToString(CultureInfo.InvariantCulture));
        }

        return response;
    }

    private static RpcException Incomplete(ImportRow import)
    {
        string next = import.ReceivedBytes.ToString(CultureInfo.InvariantCulture);
        return Refusal.Of(
            StatusCode.FailedPrecondition, ErrorReason.ImportIncomplete,
            new BilingualText("mới nhận " + next + " byte; gửi tiếp phần còn lại", "only " + next + " bytes have come; send the rest"),
            ("request_id", import.RequestId), ("next_offset", next));
    }
}
