using System.Security.Cryptography;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using Reform.Cases.V1;
using Reform.Domain.Cases;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;
using Reform.Grpc.Rpc;
using Reform.Grpc.Storage;

namespace Reform.Grpc.Cases;

/// <summary>Takes the bytes of an event log in, and makes them into a case log: all of it or nothing.</summary>
internal sealed class CaseLogImport(ReformDbContext db, IClock clock, WriteTurn writes, CaseContexts contexts)
{
    // One case is held in memory, more than once: as read, as judged, as stored. A log of a few megabytes can unpack to any size.
    private static readonly XesLimits Limits = XesLimits.Default with { MaxTraceCharacters = 32_000_000 };

    /// <summary>Begins an import, or finds the one that was begun or done with the same request id.</summary>
    /// <exception cref="InvalidDataFileException">The mapping or a reference document is invalid; nothing is kept.</exception>
    public async Task<ImportProgress> Begin(ImportHeader header, CancellationToken cancellation)
    {
        string requestId = header.RequestId;
        byte[] bytes = header.ToByteArray();
        byte[] hash = SHA256.HashData(bytes);
        if (await Begun(requestId, hash, cancellation) is ImportProgress known)
        {
            return known;
        }

        await contexts.Read(() => Context(header), cancellation);
        using IDisposable turn = await writes.Take(cancellation);
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await Begun(requestId, hash, cancellation) is ImportProgress meanwhile)
        {
            return meanwhile;
        }

        if (await db.DoneRequests.AnyAsync(r => r.RequestId == requestId, cancellation))
        {
            throw Refusal.RequestIdReused(requestId);
        }

        await CheckPrecondition(header, cancellation);
        db.Imports.Add(new ImportRow
        {
            RequestId = requestId,
            CaseLogId = header.CaseLogId,
            Header = bytes,
            HeaderHash = hash,
            TotalBytes = header.TotalBytes,
            ReceivedBytes = 0,
        });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
        return new ImportProgress { RequestId = requestId, HeaderHash = hash, TotalBytes = header.TotalBytes, ReceivedBytes = 0 };
    }

    /// <summary>How far an import has come; null when none with this request id was begun, or it was refused.</summary>
    public Task<ImportProgress?> Find(string requestId, CancellationToken cancellation) =>
        db.Imports.AsNoTracking().Where(i => i.RequestId == requestId).Select(i => new ImportProgress
        {
            RequestId = i.RequestId,
            HeaderHash = i.HeaderHash,
            TotalBytes = i.TotalBytes,
            ReceivedBytes = i.ReceivedBytes,
            Response = i.Response,
        }).SingleOrDefaultAsync(cancellation);

    /// <summary>Keeps one more piece; when this returns, it is on the disk.</summary>
    public async Task Append(ImportProgress import, ImportChunk chunk, CancellationToken cancellation)
    {
        if (chunk.Offset >= 0 && chunk.Data.Length > import.TotalBytes - chunk.Offset)
        {
            throw Refusal.InvalidField("chunk.data", "vượt quá total_bytes", "goes beyond total_bytes");
        }

        using IDisposable turn = await writes.Take(cancellation);
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellation);
        long received = chunk.Offset + chunk.Data.Length;
        int moved = await db.Imports
            .Where(i => i.RequestId == import.RequestId && i.ReceivedBytes == chunk.Offset && i.Response == null)
            .ExecuteUpdateAsync(i => i.SetProperty(r => r.ReceivedBytes, received), cancellation);
        if (moved == 0)
        {
            await transaction.RollbackAsync(cancellation);
            throw await OffsetMismatch(import.RequestId, cancellation);
        }

        db.ImportChunks.Add(new ImportChunkRow { RequestId = import.RequestId, Offset = chunk.Offset, Data = chunk.Data.ToByteArray() });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
        import.ReceivedBytes = received;
    }

    /// <summary>Reads the log and stores its cases, the answer and the end of the import in one transaction.</summary>
    /// <exception cref="InvalidDataFileException">The log cannot be used; the import is forgotten.</exception>
    public async Task<ImportCaseLogResponse> Finish(string requestId, CancellationToken cancellation)
    {
        using IDisposable turn = await writes.Take(cancellation);
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellation);
        ImportRow import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.RequestId == requestId, cancellation)
            ?? throw Refusal.ImportNotFound(requestId);
        if (import.Response is byte[] answered)
        {
            return ImportCaseLogResponse.Parser.ParseFrom(answered);
        }

        ImportHeader header = ImportHeader.Parser.ParseFrom(import.Header);
        try
        {
            await CheckPrecondition(header, cancellation);
            ImportCaseLogResponse response = await Store(header, cancellation);
            byte[] answer = response.ToByteArray();
            await db.Imports.Where(i => i.RequestId == requestId).ExecuteUpdateAsync(
                i => i.SetProperty(r => r.Response, answer).SetProperty(r => r.Header, Array.Empty<byte>()), cancellation);
            await db.ImportChunks.Where(c => c.RequestId == requestId).ExecuteDeleteAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return response;
        }
        catch (Exception e) when (e is InvalidDataFileException or global::Grpc.Core.RpcException)
        {
            await transaction.RollbackAsync(CancellationToken.None);
            db.ChangeTracker.Clear();
            await db.Imports.Where(i => i.RequestId == requestId).ExecuteDeleteAsync(CancellationToken.None);
            throw;
        }
    }

    private async Task<ImportProgress?> Begun(string requestId, byte[] hash, CancellationToken cancellation)
    {
        ImportProgress? begun = await Find(requestId, cancellation);
        return begun is null || begun.HeaderHash.AsSpan().SequenceEqual(hash) ? begun : throw Refusal.RequestIdReused(requestId);
    }

    private async Task<ImportCaseLogResponse> Store(ImportHeader header, CancellationToken cancellation)
    {
        CaseContext context = await contexts.Read(() => Context(header), cancellation);
        await db.CaseLogs.Where(l => l.Id == header.CaseLogId).ExecuteDeleteAsync(cancellation);
        var log = new CaseLogRow
        {
            Id = header.CaseLogId,
            Etag = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(header.RequestId)))[..16],
            CreatedAtTicks = clock.GetCurrentInstant().ToUnixTimeTicks(),
            CaseCount = 0,
            EventCount = 0,
            SizeBytes = header.TotalBytes,
            IsSynthetic = context.Mapping.IsSynthetic,
            MappingName = header.Mapping.Name,
            DataQuality = [],
        };
        db.CaseLogs.Add(log);
        foreach (Document document in header.References.Prepend(header.Mapping))
        {
            db.Documents.Add(new DocumentRow { CaseLogId = log.Id, Name = document.Name, Content = document.Content.ToByteArray() });
        }

        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        var quality = new DataQuality();
        await using var stream = new ImportedBytesStream(db, header.RequestId);
        await using var inserts = new CaseInserts(db, log.Id);
        foreach (Domain.Cases.LoggedCase file in LogReading.Cases(stream, context.Mapping, quality, limits: Limits))
        {
            cancellation.ThrowIfCancellationRequested();
            inserts.Add(log.CaseCount++, file.Id, CaseMapping.ToProto(file).ToByteArray());
            log.EventCount += file.Events.Count;
        }

        if (header.LogSha256.Length > 0 && !stream.HashToEnd().AsSpan().SequenceEqual(header.LogSha256.Span))
        {
            throw new InvalidDataFileException([new DataProblem("log", null, "log_sha256", new BilingualText(
                "các byte đã nhận không phải nhật ký đã báo trước", "the bytes that came are not the log that was announced"))]);
        }

        log.DataQuality = new CaseLog { DataQuality = { quality.Findings.Select(CaseMapping.ToProto) } }.ToByteArray();
        db.CaseLogs.Update(log);
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        return new ImportCaseLogResponse { CaseLog = CaseLogs.ToProto(log) };
    }

    private async Task CheckPrecondition(ImportHeader header, CancellationToken cancellation)
    {
        string name = ResourceName.OfCaseLog(header.CaseLogId);
        string? etag = await db.CaseLogs.Where(l => l.Id == header.CaseLogId).Select(l => l.Etag).SingleOrDefaultAsync(cancellation);
        if (etag is null)
        {
            if (header.Etag.Length > 0)
            {
                throw Refusal.CaseLogNotFound(name);
            }
        }
        else if (header.Etag.Length == 0)
        {
            throw Refusal.CaseLogAlreadyExists(name, etag);
        }
        else if (!string.Equals(etag, header.Etag, StringComparison.Ordinal))
        {
            throw Refusal.EtagMismatch(name);
        }
    }

    private async Task<global::Grpc.Core.RpcException> OffsetMismatch(string requestId, CancellationToken cancellation)
    {
        long? next = await db.Imports.Where(i => i.RequestId == requestId).Select(i => (long?)i.ReceivedBytes).SingleOrDefaultAsync(cancellation);
        return next is long offset ? Refusal.ImportOffsetMismatch(requestId, offset) : Refusal.ImportNotFound(requestId);
    }

    private static CaseContext Context(ImportHeader header)
    {
        var documents = header.References.Prepend(header.Mapping).ToDictionary(d => d.Name, d => d.Content, StringComparer.Ordinal);
        return CaseContextLoader.Load(
            header.Mapping.Name, name => documents.TryGetValue(name, out ByteString? content) ? new MemoryStream(content.ToByteArray()) : null);
    }
}
