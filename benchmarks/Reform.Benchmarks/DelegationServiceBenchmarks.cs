using BenchmarkDotNet.Attributes;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Reform.Delegation.V1;
using Reform.Grpc;
using Reform.Organizations.V1;
using Reform.Registers.V1;
using Date = Google.Type.Date;

namespace Reform.Benchmarks;

/// <summary>
/// Authority over gRPC: the whole service and its client in one process, over loopback without TLS, with the law of Vietnam: a province,
/// 200 agencies, each with a mandate of its chair. A figure is the time of one decision with its chain; client and server share the machine.
/// </summary>
[MemoryDiagnoser]
public class DelegationServiceBenchmarks
{
    private const int Agencies = 200;
    private const int Streamed = 10_000;
    private const int InBatch = 1000;
    private const int AtOnce = 50;
    private const int Calls = 1000;

    private readonly string folder = Directory.CreateTempSubdirectory("reform-benchmarks-").FullName;
    private readonly BatchCheckAuthorityRequest batch = new();
    private WebApplication app = null!;
    private GrpcChannel channel = null!;
    private DelegationService.DelegationServiceClient client = null!;
    private Grant last = null!;
    private int suspensions;

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
        client = new DelegationService.DelegationServiceClient(channel);
        Enter();
        batch.Items.AddRange(Enumerable.Range(0, InBatch).Select(i => new AuthorityItem { CorrelationId = "case", Question = Question(i) }));
        if (Batch().Answers.Any(a => a.Decision?.Verdict != AuthorityVerdict.Competent || a.Decision.Chain.Count < 2))
        {
            throw new InvalidOperationException("The service does not say yes with the chain.");
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
    public CheckAuthorityResponse Unary() => client.CheckAuthority(new CheckAuthorityRequest { Question = Question(7) });

    [Benchmark(Description = "unary, one after the other, explained")]
    public ExplainAuthorityResponse Explained() => client.ExplainAuthority(new ExplainAuthorityRequest { Question = Question(7) });

    [Benchmark(Description = "unary, 50 at once", OperationsPerInvoke = Calls)]
    public Task UnaryAtOnce() => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
    {
        for (int i = 0; i < Calls / AtOnce; i++)
        {
            await client.CheckAuthorityAsync(new CheckAuthorityRequest { Question = Question(i) });
        }
    }));

    [Benchmark(Description = "batch of 1000", OperationsPerInvoke = InBatch)]
    public BatchCheckAuthorityResponse Batch() => client.BatchCheckAuthority(batch);

    [Benchmark(Description = "stream, without waiting", OperationsPerInvoke = Streamed)]
    public async Task<int> Stream()
    {
        using AsyncDuplexStreamingCall<StreamCheckAuthorityRequest, StreamCheckAuthorityResponse> call = client.StreamCheckAuthority();
        Task send = Task.Run(async () =>
        {
            for (int i = 0; i < Streamed; i++)
            {
                await call.RequestStream.WriteAsync(new StreamCheckAuthorityRequest { Item = batch.Items[i % InBatch] });
            }

            await call.RequestStream.CompleteAsync();
        });
        int answers = 0;
        while (await call.ResponseStream.MoveNext(default))
        {
            answers += call.ResponseStream.Current.Answer.Error is null ? 1 : 0;
        }

        await send;
        return answers == Streamed ? answers : throw new InvalidOperationException("An answer is missing.");
    }

    [Benchmark(Description = "one event recorded, on the disk before it is answered")]
    public Grant Recorded()
    {
        Date on = Day(2027 + (suspensions / 300), 1 + (suspensions / 25 % 12), 1 + (suspensions % 25));
        suspensions++;
        last = suspensions % 2 == 1
            ? client.SuspendGrant(new SuspendGrantRequest { RequestId = Guid.NewGuid().ToString(), Name = last.Name, Etag = last.Etag, On = on }).Grant
            : client.ResumeGrant(new ResumeGrantRequest { RequestId = Guid.NewGuid().ToString(), Name = last.Name, Etag = last.Etag, On = on }).Grant;
        return last;
    }

    private void Enter()
    {
        var organization = new OrganizationService.OrganizationServiceClient(channel);
        var facts = new RecordOrganizationFactsRequest { RequestId = Guid.NewGuid().ToString() };
        void Add(OrganizationFact fact) => facts.Entries.Add(new OrganizationEntry { Fact = fact });
        Add(new OrganizationFact { Unit = Unit("province", BodyKind.PeoplesCommittee) });
        Add(new OrganizationFact { Position = Post("chair", "province", TitleKind.Chair) });
        for (int i = 0; i < Agencies; i++)
        {
            Add(new OrganizationFact { Unit = Unit("agency-" + i, BodyKind.SpecializedAgency) });
            Add(new OrganizationFact { Placement = new Placement { Unit = "units/agency-" + i, Parent = "units/province" } });
            Add(new OrganizationFact { Position = Post("director-" + i, "agency-" + i, TitleKind.Director) });
        }

        organization.RecordOrganizationFacts(facts);
        client.CreatePower(new CreatePowerRequest
        {
            RequestId = Guid.NewGuid().ToString(),
            PowerId = "permit",
            Power = new Power { DisplayName = Text("Cấp phép"), Holders = { new HolderRule { Holder = "chair", Basis = new LegalBasis { Citation = Text("Luật mẫu") } } } },
        });
        for (int i = 0; i < Agencies; i++)
        {
            last = client.CreateGrant(new CreateGrantRequest
            {
                RequestId = Guid.NewGuid().ToString(),
                GrantId = "g" + i,
                Grant = new Grant
                {
                    Kind = GrantKind.Mandate,
                    Power = "powers/permit",
                    Grantor = "chair",
                    Grantee = "agency-" + i,
                    GranteeKind = GranteeKind.Unit,
                    Period = new Period { From = Day(2026, 1, 1), To = Day(2040, 1, 1) },
                    Instrument = new Instrument { Number = "12/QĐ-UBND", Date = Day(2025, 12, 31), Title = Text("Quyết định mẫu"), Kind = InstrumentKind.AdministrativeDocument },
                },
            }).Grant;
        }
    }

    private static AuthorityQuestion Question(int i) => new() { Actor = "director-" + (i % (Agencies - 1)), Power = "powers/permit", On = Day(2026, 6, 15) };

    private static Unit Unit(string id, BodyKind kind) =>
        new() { Name = "units/" + id, DisplayName = Text(id), Kind = kind, Level = OrganizationLevel.Province };

    private static Position Post(string id, string unit, TitleKind title) =>
        new() { Name = "positions/" + id, Unit = "units/" + unit, DisplayName = Text(id), Title = title };

    private static Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };

    private static BilingualText Text(string text) => new() { Vi = text };
}
