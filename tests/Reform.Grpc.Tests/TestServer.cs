using System.Diagnostics.CodeAnalysis;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Reform.Calendars.V1;
using Reform.Casefiles.V1;
using Reform.Cases.V1;
using Reform.Compliance.V1;
using Reform.Deadlines.V1;
using Reform.Delegation.V1;
using Reform.Inspections.V1;
using Reform.Organizations.V1;
using Reform.Pilots.V1;
using Reform.Procedures.V1;
using Reform.Programmes.V1;
using Reform.Scoring.V1;

namespace Reform.Grpc.Tests;

/// <summary>The real service on a real port with a database file of its own; it can be stopped and started again on that file.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("reform-tests-").FullName;
    private WebApplication app;
    private GrpcChannel channel;

    private string[] settings;
    private Action<IServiceCollection>? configure;

    private TestServer(string[] settings, Action<IServiceCollection>? configure)
    {
        (this.settings, this.configure) = (settings, configure);
        Open();
    }

    public CalendarService.CalendarServiceClient Calendars => new(channel);

    public DeadlineService.DeadlineServiceClient Deadlines => new(channel);

    public CaseLogService.CaseLogServiceClient CaseLogs => new(channel);

    public ComplianceService.ComplianceServiceClient Compliance => new(channel);

    public DataRuleService.DataRuleServiceClient DataRules => new(channel);

    public OrganizationService.OrganizationServiceClient Organizations => new(channel);

    public DelegationService.DelegationServiceClient Delegation => new(channel);

    public ProcedureService.ProcedureServiceClient Procedures => new(channel);

    public InterpretationService.InterpretationServiceClient Interpretations => new(channel);

    public PublicationService.PublicationServiceClient Publications => new(channel);

    public ReviewService.ReviewServiceClient Reviews => new(channel);

    public InspectionService.InspectionServiceClient Inspections => new(channel);

    public PilotService.PilotServiceClient Pilots => new(channel);

    public ScoringService.ScoringServiceClient Scoring => new(channel);

    public ProgrammeService.ProgrammeServiceClient Programmes => new(channel);

    public CaseService.CaseServiceClient CaseFiles => new(channel);

    public GrpcChannel Channel => channel;

    public string Address { get; private set; } = "";

    public string Database => Path.Combine(folder, "reform.db");

    /// <summary>What one call would get from the host.</summary>
    public AsyncServiceScope Scope() => app.Services.CreateAsyncScope();

    public static Task<TestServer> Start(params string[] settings) => Start(null, settings);

    /// <summary>Starts it with other parts in the place of its own: a clock, rules.</summary>
    public static async Task<TestServer> Start(Action<IServiceCollection>? configure, params string[] settings)
    {
        var server = new TestServer(settings, configure);
        await server.StartApp();
        return server;
    }

    /// <param name="others">Other settings from now on; none: the same.</param>
    public async Task Restart(params string[] others)
    {
        settings = others.Length > 0 ? others : settings;
        await Stop();
        Open();
        await StartApp();
    }

    /// <summary>Other parts from the next start on.</summary>
    public void Configure(Action<IServiceCollection> parts) => configure = parts;

    /// <summary>Takes the disk away under the running service.</summary>
    public void LoseDisk()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [MemberNotNull(nameof(app), nameof(channel))]
    private void Open()
    {
        app = ReformServer.Build(
        [
            "--Database=" + Database,
            "--Kestrel:Endpoints:Grpc:Url=http://127.0.0.1:0",
            "--Logging:LogLevel:Default=Warning",
            .. settings,
        ],
        configure);
        channel = null!;
    }

    private async Task StartApp()
    {
        await app.StartAsync();
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        channel = GrpcChannel.ForAddress(Address);
    }

    /// <summary>Asks the service to stop, as an operator does; what runs is to end by itself.</summary>
    public Task StopApp() => app.StopAsync();

    private async Task Stop()
    {
        channel.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
