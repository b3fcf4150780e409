using System.Collections;
using Google.Protobuf;
using Grpc.Core;

namespace Reform.Grpc.Tests.Rpc;

/// <summary>Reads a listing page by page, as a client does.</summary>
internal static class Paging
{
    private const int Entered = 3;

    /// <summary>Holds the pages of a listing, between the first of which something is entered, against the whole as it was at the beginning.</summary>
    /// <param name="list">The call.</param>
    /// <param name="request">The request, without size and token.</param>
    /// <param name="enter">Enters something that belongs into the listing.</param>
    /// <returns>How many pages there were.</returns>
    public static async Task<int> HoldsItsState<TRequest, TResponse>(Func<TRequest, AsyncUnaryCall<TResponse>> list, TRequest request, Func<Task> enter)
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage<TResponse>
    {
        string what = request.Descriptor.Name;
        TResponse whole = await list(With(request, 1000, ""));
        Assert.Equal("", TokenOf(whole));
        Assert.True(Items(whole).Count >= 5, what + ": too few items to page");
        var seen = new List<object>();
        string token = "";
        int pages = 0;
        do
        {
            TResponse page = await list(With(request, 2, token));
            Assert.InRange(Items(page).Count, 1, 2);
            Assert.Equal(RevisionOf(whole), RevisionOf(page));
            seen.AddRange(Items(page));
            pages++;
            if (pages <= Entered)
            {
                await enter();
            }

            token = TokenOf(page);
        }
        while (token.Length > 0);

        Assert.Equal(Items(whole), seen);
        TResponse later = await list(With(request, 1000, ""));
        Assert.True(Items(later).Count > seen.Count, what + ": what was entered is not in it, so that the test shows nothing");
        Refused strange = await Refused.By(async () => await list(With(request, 2, "bm9uZQ==")));
        Assert.Equal(["page_token"], strange.Fields);
        foreach (int size in (int[])[-1, 1001])
        {
            Assert.Equal(["page_size"], (await Refused.By(async () => await list(With(request, size, "")))).Fields);
        }

        return pages;
    }

    private static TRequest With<TRequest>(TRequest request, int size, string token)
        where TRequest : IMessage<TRequest>
    {
        TRequest asked = request.Clone();
        asked.Descriptor.FindFieldByName("page_size").Accessor.SetValue(asked, size);
        asked.Descriptor.FindFieldByName("page_token").Accessor.SetValue(asked, token);
        return asked;
    }

    private static string TokenOf(IMessage page) => (string)page.Descriptor.FindFieldByName("next_page_token").Accessor.GetValue(page);

    private static long RevisionOf(IMessage page) => (long)page.Descriptor.FindFieldByName("revision").Accessor.GetValue(page);

    private static List<object> Items(IMessage page) =>
        [.. ((IList)page.Descriptor.Fields.InDeclarationOrder().First(f => f.IsRepeated).Accessor.GetValue(page)).Cast<object>()];
}
