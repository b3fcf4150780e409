using System.Security.Cryptography;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Reform.Grpc.Rpc;

namespace Reform.Grpc.Storage;

/// <summary>The mutations that were done, by request id. To be asked and told inside the transaction that does one.</summary>
internal static class DoneRequests
{
    /// <summary>The mutation, when it was done before; null when not.</summary>
    /// <param name="db">The store.</param>
    /// <param name="requestId">The request id in its one spelling.</param>
    /// <param name="request">The request; another one under the same request id is refused.</param>
    /// <param name="cancellation">Gives it up.</param>
    public static async Task<DoneRequestRow?> Find(ReformDbContext db, string requestId, IMessage request, CancellationToken cancellation)
    {
        DoneRequestRow? done = await db.DoneRequests.AsNoTracking().SingleOrDefaultAsync(r => r.RequestId == requestId, cancellation);
        bool isOther = done is null
            ? await db.Imports.AnyAsync(i => i.RequestId == requestId, cancellation)
            : !done.RequestHash.AsSpan().SequenceEqual(HashOf(request));
        return isOther ? throw Refusal.RequestIdReused(requestId) : done;
    }

    /// <summary>Notes that it was done.</summary>
    public static void Add(ReformDbContext db, string requestId, IMessage request, byte[]? response) =>
        db.DoneRequests.Add(new DoneRequestRow { RequestId = requestId, RequestHash = HashOf(request), Response = response });

    private static byte[] HashOf(IMessage request) => SHA256.HashData([.. System.Text.Encoding.UTF8.GetBytes(request.Descriptor.FullName), 0, .. request.ToByteArray()]);
}
