using Google.Rpc;
using Grpc.Core;
using Reform.Delegation.V1;
using static Reform.Grpc.Tests.Delegation.DelegationWorld;

namespace Reform.Grpc.Tests.Delegation;

/// <summary>Many questions at once: the order is kept, and what is wrong with one is told in its place.</summary>
public sealed class DelegationStreamTests
{
    private static readonly string[] Actors = ["chair", "department", "nobody", "division", "", "director", "an"];

    [Fact]
    public async Task Ten_thousand_questions_of_one_stream_are_answered_in_order_and_bad_ones_in_their_place()
    {
        const int Count = 10_000;
        await using TestServer server = await Start();
        await server.Enter("g1", Mandate());
        var alone = new List<AuthorityAnswer>();
        foreach (string actor in Actors)
        {
            alone.Add(await Alone(server, actor));
        }

        using AsyncDuplexStreamingCall<StreamCheckAuthorityRequest, StreamCheckAuthorityResponse> call = server.Delegation.StreamCheckAuthority();
        Task writing = Task.Run(async () =>
        {
            for (int i = 0; i < Count; i++)
            {
                await call.RequestStream.WriteAsync(new StreamCheckAuthorityRequest { Item = Item(i) });
            }

            await call.RequestStream.CompleteAsync();
        }, TestContext.Current.CancellationToken);
        int at = 0;
        await foreach (StreamCheckAuthorityResponse response in call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            Same(alone[at % Actors.Length], response.Answer, Id(at), "item.");
            at++;
        }

        await writing;
        Assert.Equal(Count, at);
    }

    [Fact]
    public async Task A_batch_answers_each_as_if_it_were_asked_alone()
    {
        await using TestServer server = await Start();
        await server.Enter("g1", Mandate());
        var request = new BatchCheckAuthorityRequest { Items = { Enumerable.Range(0, 1000).Select(Item) } };
        BatchCheckAuthorityResponse response = await server.Delegation.BatchCheckAuthorityAsync(request);
        Assert.Equal(request.Items.Count, response.Answers.Count);
        for (int i = 0; i < response.Answers.Count; i++)
        {
            Same(await Known(server, i), response.Answers[i], Id(i), "");
        }

        request.Items.Add(Item(1000));
        Assert.Equal(("INVALID_FIELD", "items"), Told(await Refused.By(async () => await server.Delegation.BatchCheckAuthorityAsync(request))));
        request.Items.Clear();
        request.Items.AddRange(Enumerable.Range(0, 101).Select(Item));
        request.IncludeExplanation = true;
        Assert.Equal(("INVALID_FIELD", "items"), Told(await Refused.By(async () => await server.Delegation.BatchCheckAuthorityAsync(request))));
        request.Items.RemoveAt(100);
        Assert.All((await server.Delegation.BatchCheckAuthorityAsync(request)).Answers.Where(a => a.Decision is not null), a => Assert.NotEmpty(a.Decision.Explanation));
    }

    [Fact]
    public async Task A_stream_without_an_item_or_with_a_bad_moment_goes_on()
    {
        await using TestServer server = await Start();
        using AsyncDuplexStreamingCall<StreamCheckAuthorityRequest, StreamCheckAuthorityResponse> call = server.Delegation.StreamCheckAuthority();
        StreamCheckAuthorityRequest[] requests =
        [
            new(), new() { Item = Item(0), LanguageCode = "xx" }, new() { Item = Item(0), KnownAt = new Google.Protobuf.WellKnownTypes.Timestamp { Nanos = -1 } },
            new() { Item = new AuthorityItem { CorrelationId = new string('x', 201), Question = Question("chair") } }, new() { Item = Item(0) },
        ];
        foreach (StreamCheckAuthorityRequest request in requests)
        {
            await call.RequestStream.WriteAsync(request);
        }

        await call.RequestStream.CompleteAsync();
        List<StreamCheckAuthorityResponse> responses = [];
        await foreach (StreamCheckAuthorityResponse response in call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            responses.Add(response);
        }

        Assert.Equal(["item", "language_code", "known_at", "item.correlation_id", ""], responses.Select(r => r.Answer.Error?.GetDetail<ErrorInfo>().Metadata["field"] ?? ""));
        Assert.Equal(AuthorityVerdict.Competent, responses[4].Answer.Decision.Verdict);
    }

    private static string Id(int i) => "q" + i;

    private static AuthorityItem Item(int i) => new() { CorrelationId = Id(i), Question = Question(Actors[i % Actors.Length]) };

    private static Task<AuthorityAnswer> Known(TestServer server, int i) => Alone(server, Actors[i % Actors.Length]);

    private static async Task<AuthorityAnswer> Alone(TestServer server, string actor)
    {
        try
        {
            return new AuthorityAnswer { Decision = await server.Ask(actor) };
        }
        catch (RpcException e)
        {
            return new AuthorityAnswer { Error = e.GetRpcStatus() };
        }
    }

    // The same refusal, but for where in the request its field stands.
    private static void Same(AuthorityAnswer alone, AuthorityAnswer answer, string id, string prefix)
    {
        Assert.Equal(id, answer.CorrelationId);
        Assert.Equal(alone.Decision, answer.Decision);
        if (alone.Error is not null)
        {
            Assert.Equal(alone.Error.Code, answer.Error.Code);
            ErrorInfo one = alone.Error.GetDetail<ErrorInfo>();
            ErrorInfo other = answer.Error.GetDetail<ErrorInfo>();
            Assert.Equal((one.Reason, prefix + one.Metadata["field"]), (other.Reason, other.Metadata["field"]));
        }
    }

    private static (string Reason, string Field) Told(Refused refused) => (refused.Reason, refused.Metadata["field"]);
}
