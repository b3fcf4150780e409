using BenchmarkDotNet.Attributes;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Reform.Deadlines.V1;
using Reform.Grpc;

namespace Reform.Benchmarks;

/// <summary>
/// Deadlines over gRPC: the whole service and its client in one process, over loopback without TLS. A figure is the time of one
/// deadline; client and server share the machine.
/// </summary>
[MemoryDiagnoser]
public class DeadlineServiceBenchmarks
{
    private const int Streamed = 10_000;
    private const int InBatch = 1000;
    private const int AtOnce = 50;
    private const int Calls = 1000;

    private readonly string folder = Directory.CreateTempSubdirectory("reform-benchmarks-").FullName;
    private readonly BatchComputeDeadlinesRequest batch = new();
    private WebApplication app = null!;
    private GrpcChannel channel = null!;
    private DeadlineService.DeadlineServiceClient client = null!;
    private DeadlineQuestion question = null!;

    [GlobalSetup]
    public void Start()
    {
        app = ReformServer.Build(
        [
            "--Database=" + Path.Combine(folder, "reform.db"),
            "--Kestrel:Endpoints:Grpc:Url=http://127.0.0.1:0",
            "--Logging:LogLevel:Default=Warning",
        ]);
        app.StartAsync().GetAwaiter().GetResult();
        channel = GrpcChannel.ForAddress(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        client = new DeadlineService.DeadlineServiceClient(channel);
        question = new DeadlineQuestion
        {
            Terms = new DeadlineTerms { Limit = new TimeLimit { Amount = 10, Unit = TimeUnit.WorkingDay } },
            ReceivedAt = new Google.Type.DateTime { Year = 2025, Month = 12, Day = 26, Hours = 9 },
        };
        batch.Items.AddRange(Enumerable.Range(0, InBatch).Select(i => new BatchItem { CorrelationId = "case", Question = question }));
        Google.Type.Date due = Unary().Deadline.DueDate;
        if ((due.Year, due.Month, due.Day) != (2026, 1, 12) || Batch().Outcomes.Any(o => !o.Deadline.DueDate.Equals(due)))
        {
            throw new InvalidOperationException("The service does not give the due date.");
        }
    }

    [GlobalCleanup]
    public void Stop()
    {
        channel.Dispose();
        app.StopAsync().GetAwaiter().GetResult();
        Directory.Delete(folder, recursive: true);
    }

    [Benchmark(Baseline = true, Description = "unary, one after the other")]
    public ComputeDeadlineResponse Unary() => client.ComputeDeadline(new ComputeDeadlineRequest { Question = question });

    [Benchmark(Description = "unary, one after the other, with trace")]
    public ComputeDeadlineResponse UnaryWithTrace() =>
        client.ComputeDeadline(new ComputeDeadlineRequest { Question = question, IncludeExplanation = true });

    [Benchmark(Description = "unary, 50 at once", OperationsPerInvoke = Calls)]
    public Task UnaryAtOnce() => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
    {
        for (int i = 0; i < Calls / AtOnce; i++)
        {
            await client.ComputeDeadlineAsync(new ComputeDeadlineRequest { Question = question });
        }
    }));

    [Benchmark(Description = "batch of 1000", OperationsPerInvoke = InBatch)]
    public BatchComputeDeadlinesResponse Batch() => client.BatchComputeDeadlines(batch);

    [Benchmark(Description = "stream, without waiting", OperationsPerInvoke = Streamed)]
    public async Task<int> Stream()
    {
        using AsyncDuplexStreamingCall<StreamDeadlinesRequest, StreamDeadlinesResponse> call = client.StreamDeadlines();
        Task send = Task.Run(async () =>
        {
            for (int i = 0; i < Streamed; i++)
            {
                await call.RequestStream.WriteAsync(new StreamDeadlinesRequest { CorrelationId = "case", Question = question });
            }

            await call.RequestStream.CompleteAsync();
        });
        int answers = 0;
        while (await call.ResponseStream.MoveNext(default))
        {
            answers += call.ResponseStream.Current.Error is null ? 1 : 0;
        }

        await send;
        return answers == Streamed ? answers : throw new InvalidOperationException("An answer is missing.");
    }
}
