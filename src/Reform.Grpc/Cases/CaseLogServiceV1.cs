using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Reform.Cases.V1;
using Reform.Grpc.Rpc;
using Reform.Grpc.Storage;

namespace Reform.Grpc.Cases;

/// <summary>The service that keeps event logs as case files.</summary>
internal sealed class CaseLogServiceV1(ReformDbContext db, CaseLogs logs, CaseLogImport imports, WriteTurn writes) : CaseLogService.CaseLogServiceBase
{
    // Below the 4 MiB that most clients accept.
    private const int MaxPageBytes = 3 * 1024 * 1024;

    private const string CaseLogList = "caseLogs";

    public override async Task<ImportCaseLogResponse> ImportCaseLog(IAsyncStreamReader<ImportCaseLogRequest> requestStream, ServerCallContext context)
    {
        CancellationToken cancellation = context.CancellationToken;
        if (!await requestStream.MoveNext(cancellation))
        {
            throw Refusal.InvalidField("header", "luồng không có thông điệp nào", "the stream has no message");
        }

        ImportHeader header = ImportHeaderCheck.Checked(requestStream.Current);
        ImportProgress import = await imports.Begin(header, cancellation);
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
            : throw Refusal.ImportIncomplete(import.RequestId, import.ReceivedBytes);
    }

    public override async Task<GetImportResponse> GetImport(GetImportRequest request, ServerCallContext context)
    {
        string requestId = RequestFields.RequestId(request.RequestId);
        ImportProgress import = await imports.Find(requestId, context.CancellationToken) ?? throw Refusal.ImportNotFound(requestId);
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
        string after = PageToken.Position(CaseLogList, request.PageToken) ?? "";
        IQueryable<CaseLogRow> rows = db.CaseLogs.AsNoTracking()
            .Where(l => string.Compare(l.Id, after) > 0).OrderBy(l => l.Id).Take(size + 1);
        var response = new ListCaseLogsResponse();
        int bytes = 0;
        await foreach (CaseLogRow row in rows.AsAsyncEnumerable().WithCancellation(context.CancellationToken))
        {
            bytes += row.DataQuality.Length;
            if (response.CaseLogs.Count == size || (bytes > MaxPageBytes && response.CaseLogs.Count > 0))
            {
                response.NextPageToken = PageToken.Of(CaseLogList, after);
                break;
            }

            response.CaseLogs.Add(CaseLogs.ToProto(row));
            after = row.Id;
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

        using IDisposable turn = await writes.Take(cancellation);
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await DoneRequests.Find(db, canonical.RequestId, canonical, cancellation) is not null)
        {
            return new DeleteCaseLogResponse();
        }

        CaseLogRow log = await logs.Get(id, cancellation);
        if (!string.Equals(log.Etag, request.Etag, StringComparison.Ordinal))
        {
            throw Refusal.EtagMismatch(request.Name);
        }

        await db.CaseLogs.Where(l => l.Id == id).ExecuteDeleteAsync(cancellation);
        DoneRequests.Add(db, canonical.RequestId, canonical, null);
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
        string list = request.Parent + "/cases";
        (string? etag, int from) = PageToken.Place(list, request.PageToken);
        CaseLogRow log = await logs.Get(caseLogId, context.CancellationToken);
        if (etag is not null && etag != log.Etag)
        {
            throw Refusal.CaseLogChanged(request.Parent);
        }

        List<byte[]> page = await logs.Page(log, from, size, MaxPageBytes, context.CancellationToken);
        var response = new ListCasesResponse
        {
            Cases = { page.Select(content => CaseMapping.Named(content, caseLogId)) },
            Synthetic = log.IsSynthetic,
        };
        int next = from + page.Count;
        if (next < log.CaseCount)
        {
            response.NextPageToken = PageToken.Of(list, log.Etag, next);
        }

        return response;
    }
}
