using System.Globalization;
using System.Security.Cryptography;
using Google.Protobuf;
using NodaTime;
using Reform.Grpc.Rpc;

namespace Reform.Grpc.Registers;

/// <summary>A page of a listing of the registers. The token carries the revision, so that every page is of the state of the first one.</summary>
internal sealed record ListPage
{
    // Below the 4 MiB that most clients accept.
    private const int MaxPageBytes = 3 * 1024 * 1024;

    private readonly string key;
    private readonly int from;
    private readonly int size;

    private ListPage(RegisterState state, string key, int from, int size)
    {
        State = state;
        this.key = key;
        this.from = from;
        this.size = size;
    }

    /// <summary>What is listed.</summary>
    public RegisterState State { get; }

    /// <param name="store">The registers.</param>
    /// <param name="asked">The request without page size and token: a token is good for the same question only.</param>
    /// <param name="pageSize">The page size of the request.</param>
    /// <param name="pageToken">The page token of the request.</param>
    /// <param name="knownAt">The moment of record; null: now.</param>
    /// <param name="cancellation">Gives it up.</param>
    public static async Task<ListPage> Open(
        RegisterStore store, IMessage asked, int pageSize, string pageToken, Instant? knownAt, CancellationToken cancellation)
    {
        int size = RequestFields.PageSize(pageSize);
        string key = asked.Descriptor.Name + ":" + Convert.ToHexString(SHA256.HashData(asked.ToByteArray()).AsSpan(0, 8));
        (string? revision, int from) = PageToken.Place(key, pageToken);
        if (revision is null)
        {
            return new ListPage(await store.At(knownAt, cancellation), key, 0, size);
        }

        RegisterState? state = long.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? await store.AtRevision(number, cancellation)
            : null;
        return new ListPage(state ?? throw PageToken.Unknown(), key, from, size);
    }

    /// <summary>The items of this page, and the token of the next one.</summary>
    public (List<TMessage> Items, string NextPageToken) Cut<T, TMessage>(IReadOnlyList<T> all, Func<T, TMessage> toMessage)
        where TMessage : IMessage
    {
        var items = new List<TMessage>();
        int bytes = 0;
        for (int i = from; i < all.Count && items.Count < size; i++)
        {
            TMessage item = toMessage(all[i]);
            bytes += item.CalculateSize();
            if (bytes > MaxPageBytes && items.Count > 0)
            {
                break;
            }

            items.Add(item);
        }

        int next = from + items.Count;
        return (items, next < all.Count ? PageToken.Of(key, State.Revision.ToString(CultureInfo.InvariantCulture), next) : "");
    }
}
