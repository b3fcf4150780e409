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

    public static int Run(string[] args)
    {
        WebApplication app = Build(args);
        app.Run();
        return 0;
    }

    public static WebApplication Build(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
        });
        string database = builder.Configuration["Database"] ?? "reform.db";
        builder.Services.AddDbContext<ReformDbContext>(options => options
            .UseSqlite("Data Source=" + database + ";Default Timeout=300")
            .AddInterceptors(new SqliteDurability()));
        builder.Services.AddSingleton<IClock>(SystemClock.Instance);
        builder.Services.AddSingleton<WriteTurn>();
        builder.Services.AddSingleton<CaseContexts>();
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
            scope.ServiceProvider.GetRequiredService<ReformDbContext>().Database.Migrate();
        }

        app.UseMiddleware<RefusalMiddleware>();
        app.MapGrpcService<CaseLogServiceV1>();
        app.MapGrpcService<ComplianceServiceV1>();
        app.MapGrpcHealthChecksService();
        app.MapGrpcReflectionService();
        return app;
    }
}
