using Grpc.Core;
using Reform.Deadlines.V1;

namespace Reform.Grpc.Tests.Deadlines;

/// <summary>Every conformance vector through the service: on one stream, in a batch, one by one.</summary>
public sealed class DeadlineConformanceTests
{
    private static readonly IReadOnlyList<Vector> Vectors =
        [.. Vector.All("default.jsonl"), .. Vector.All("policies.jsonl"), .. Vector.All("backward.jsonl"), .. Vector.All("refused.jsonl")];

    private static IEnumerable<(string Id, string Answer)> Expected => Vectors.Select(v => (v.Id, v.Expected));

    [Fact]
    public async Task On_a_stream_answers_come_in_order_and_a_bad_question_does_not_end_it()
    {
        await using TestServer server = await TestServer.Start();
        using AsyncDuplexStreamingCall<StreamDeadlinesRequest, StreamDeadlinesResponse> call = server.Deadlines.StreamDeadlines();
        Task send = Task.Run(async () =>
        {
            foreach (Vector vector in Vectors)
            {
                await call.RequestStream.WriteAsync(new StreamDeadlinesRequest { CorrelationId = vector.Id, Question = vector.Question });
            }

            await call.RequestStream.CompleteAsync();
        });
        var answers = new List<(string, string)>();
        await foreach (StreamDeadlinesResponse response in call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            answers.Add((response.CorrelationId, Vector.AnswerOf(response.Deadline, response.Error)));
        }

        await send;
        Assert.Equal(Expected, answers);
        Assert.True(Vectors.Count > 230);
    }

    [Fact]
    public async Task In_a_batch_each_has_its_own_outcome()
    {
        await using TestServer server = await TestServer.Start();
        var request = new BatchComputeDeadlinesRequest
        {
            Items = { Vectors.Select(v => new BatchItem { CorrelationId = v.Id, Question = v.Question }) },
        };
        BatchComputeDeadlinesResponse response = await server.Deadlines.BatchComputeDeadlinesAsync(request);
        Assert.Equal(Expected, response.Outcomes.Select(o => (o.CorrelationId, Vector.AnswerOf(o.Deadline, o.Error))));
    }

    [Fact]
    public async Task One_by_one_they_are_the_same()
    {
        await using TestServer server = await TestServer.Start();
        foreach (Vector vector in Vectors)
        {
            try
            {
                ComputeDeadlineResponse response = await server.Deadlines.ComputeDeadlineAsync(new ComputeDeadlineRequest { Question = vector.Question });
                Assert.Equal((vector.Id, vector.Expected), (vector.Id, Vector.AnswerOf(response.Deadline, null)));
                Assert.Empty(response.Deadline.Explanation);
            }
            catch (RpcException e)
            {
                Assert.Equal((vector.Id, vector.Expected), (vector.Id, Vector.AnswerOf(null, e.GetRpcStatus())));
            }
        }
    }

    [Fact]
    public async Task An_answer_comes_before_the_next_question_is_asked()
    {
        await using TestServer server = await TestServer.Start();
        using AsyncDuplexStreamingCall<StreamDeadlinesRequest, StreamDeadlinesResponse> call = server.Deadlines.StreamDeadlines();
        foreach (Vector vector in Vectors.Take(50))
        {
            await call.RequestStream.WriteAsync(new StreamDeadlinesRequest { CorrelationId = vector.Id, Question = vector.Question });
            Assert.True(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
            Assert.Equal(vector.Id, call.ResponseStream.Current.CorrelationId);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
    }
}
