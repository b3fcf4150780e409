using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Reform.Grpc.Cases;
using Reform.Grpc.Compliance;
using Reform.Grpc.Rpc;
using Reform.Grpc.Storage;

namespace Reform.Grpc;

/// <summary>The gRPC service: how it is put together, and its start.</summary>
internal static class ReformServer
{
    /// <summary>The largest message that is taken; the reference documents of an import come in one.</summary>
    public const int MaxMessageBytes = 12 * 1024 * 1024;

    private const int CannotStart = 2;

    /// <summary>Runs the service until it is stopped: 0. When it cannot start, says why in one line: 2.</summary>
    public static int Run(string[] args)
    {
        WebApplication app;
        try
        {
            app = Build(args);
            app.Start();
        }
        catch (Exception e) when (e is DatabaseFileException or IOException or SocketException or FormatException)
        {
            Console.Error.WriteLine("The service cannot start: " + e.Message);
            return CannotStart;
        }

        using (app)
        {
            app.WaitForShutdown();
        }

        return 0;
    }

    public static WebApplication Build(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
        });
        string database = DatabaseFile.ConnectionString(builder.Configuration["Database"] ?? "reform.db");
        builder.Services.AddDbContext<ReformDbContext>(options => options
            .UseSqlite(database)
            .AddInterceptors(new SqliteDurability()));
        builder.Services.AddSingleton<IClock>(SystemClock.Instance);
        builder.Services.AddSingleton<WriteTurn>();
        builder.Services.AddSingleton<CaseContexts>();
        builder.Services.AddSingleton<JudgingTurns>();
        builder.Services.AddScoped<CaseLogs>();
        builder.Services.AddScoped<CaseLogImport>();
        builder.Services.AddGrpc(options =>
        {
            options.MaxReceiveMessageSize = MaxMessageBytes;
            options.Interceptors.Add<RefusalInterceptor>();
        });
        builder.Services.AddGrpcReflection();
        builder.Services.AddGrpcHealthChecks().AddCheck<StorageHealth>("storage");

        WebApplication app = builder.Build();
        using (IServiceScope scope = app.Services.CreateScope())
        {
            DatabaseFile.Prepare(scope.ServiceProvider.GetRequiredService<ReformDbContext>());
        }

        app.UseMiddleware<RefusalMiddleware>();
        app.MapGrpcService<CaseLogServiceV1>();
        app.MapGrpcService<ComplianceServiceV1>();
        app.MapGrpcHealthChecksService();
        app.MapGrpcReflectionService();
        return app;
    }
}
