using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Domain.DataFiles;
using Reform.Domain.Delegation;
using Reform.Domain.Organizations;
using Reform.Domain.Values;
using Reform.Grpc.Access;
using Reform.Grpc.Calendars;
using Reform.Grpc.CaseFiles;
using Reform.Grpc.Cases;
using Reform.Grpc.Catalogs;
using Reform.Grpc.Compliance;
using Reform.Grpc.Deadlines;
using Reform.Grpc.Delegation;
using Reform.Grpc.Inspections;
using Reform.Grpc.Organizations;
using Reform.Grpc.Pilots;
using Reform.Grpc.Procedures;
using Reform.Grpc.Programmes;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Grpc.Scoring;
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
        catch (InvalidDataFileException e)
        {
            foreach (DataProblem problem in e.Problems)
            {
                Console.Error.WriteLine("The service cannot start: " + problem.In(Language.English));
            }

            return CannotStart;
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

    /// <param name="args">The settings.</param>
    /// <param name="configure">Puts other parts in the place of the service's own; null: none.</param>
    /// <exception cref="FormatException">A setting is not known, or wrong; the message says which.</exception>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? configure = null)
    {
        ServiceSettings.Check(args);
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
        });
        var calendars = CalendarCatalogue.Load(builder.Configuration["Calendars:Folder"]);
        RuleBooks books = RulePackFolder.Load(RuleBooks.BuiltIn, builder.Configuration["RulePacks:Folder"], builder.Configuration["RulePacks:Assemblies"]);
        string database = DatabaseFile.ConnectionString(builder.Configuration["Database"] ?? "reform.db");
        builder.Services.AddDbContext<ReformDbContext>((services, options) => options
            .UseSqlite(database)
            .AddInterceptors(new SqliteDurability(), services.GetRequiredService<FindingInterceptor>()));
        builder.Services.AddSingleton<IClock>(SystemClock.Instance);
        builder.Services.AddSingleton<WriteTurn>();
        builder.Services.AddSingleton(new Callers(builder.Configuration));
        builder.Services.AddSingleton<Func<IRecordsBuilder<OrganizationRecords>>>(() => new OrganizationRecordsBuilder());
        builder.Services.AddSingleton<Func<IRecordsBuilder<AuthorityRecords>>>(() => new AuthorityRecordsBuilder());
        builder.Services.AddSingleton<FactRegister>(ProcedureKept.Register);
        builder.Services.AddSingleton<FactRegister>(InspectionKept.Register);
        builder.Services.AddSingleton<FactRegister>(PilotKept.Register);
        builder.Services.AddSingleton<FactRegister>(ProgrammeKept.Register);
        builder.Services.AddSingleton<FactRegister>(ScoringKept.Register);
        builder.Services.AddSingleton(new RegisterBounds(builder.Configuration));
        builder.Services.AddSingleton(_ => new WriteWatch(database));
        builder.Services.AddSingleton<WriteSignal>();
        builder.Services.AddHostedService<WriteWatching>();
        builder.Services.AddSingleton<RegisterSignal>();
        builder.Services.AddSingleton<RegisterStore>();
        builder.Services.AddSingleton<CaseContexts>();
        builder.Services.AddSingleton(calendars);
        builder.Services.AddSingleton<CalendarSelections>();
        builder.Services.AddSingleton<DeadlineQuestions>();
        builder.Services.AddSingleton<JudgingTurns>();
        builder.Services.AddSingleton<OrganizationEdits>();
        builder.Services.AddSingleton<DelegationEdits>();
        builder.Services.AddSingleton<FactEdits>();
        builder.Services.AddSingleton<FactLists>();
        builder.Services.AddSingleton<PublicationEdits>();
        builder.Services.AddSingleton<InspectionJudging>();
        builder.Services.AddScoped<InspectionSelecting>();
        builder.Services.AddSingleton<ScoringEdits>();
        builder.Services.AddSingleton<ResultEdits>();
        builder.Services.AddSingleton<ScoringQuestions>();
        builder.Services.AddSingleton<RatingQuestions>();
        builder.Services.AddSingleton<EvaluationJudging>();
        builder.Services.AddSingleton<ProgrammeQuestions>();
        builder.Services.AddSingleton<CoordinationQuestions>();
        builder.Services.AddSingleton<ProgrammeResults>();
        builder.Services.AddSingleton<ChangeQuestions>();
        builder.Services.AddSingleton<ProgrammeJudging>();
        builder.Services.AddSingleton<UrgingEdits>();
        builder.Services.AddSingleton<NoticeWatch>();
        builder.Services.AddSingleton<CaseUnits>();
        builder.Services.AddScoped<CaseTermsFinder>();
        builder.Services.AddScoped<CaseFileStore>();
        builder.Services.AddHostedService<CaseFactsRenewal>();
        builder.Services.AddSingleton<FactsSignal>();
        builder.Services.AddScoped<FactsProgress>();
        builder.Services.AddHostedService<FactsFollowing>();
        builder.Services.AddScoped<CaseQuestions>();
        builder.Services.AddScoped<CaseIndicators>();
        builder.Services.AddScoped<CaseImport>();
        builder.Services.AddSingleton<ImportedCases>();
        builder.Services.AddSingleton(books);
        builder.Services.AddSingleton(new CaseRules(
            books.Over<CaseFacts>(),
            CaseSetRule.Of(BuiltInRules.QueueOrder, CaseSubjects.Queues),
            CaseSetRule.Of(BuiltInRules.OnTimeRate, CaseSubjects.Shares),
            CaseSetRule.Of(BuiltInRules.Bottlenecks, CaseSubjects.StepTimes)));
        builder.Services.AddHostedService<StaleSets>();
        builder.Services.AddSingleton<StaleSetSignal>();
        builder.Services.AddSingleton<RuleLists>();
        builder.Services.AddSingleton<BrokenRuleLog>();
        builder.Services.AddSingleton<FindingSignal>();
        builder.Services.AddScoped<FindingLedger>();
        builder.Services.AddScoped<FindingInterceptor>();
        builder.Services.AddScoped<CaseFactsReader>();
        builder.Services.AddScoped<CaseEvaluations>();
        builder.Services.AddScoped<FindingUpdates>();
        builder.Services.AddScoped<FindingQuestions>();
        builder.Services.AddScoped<FindingWatch>();
        builder.Services.AddScoped<WaiverEdits>();
        builder.Services.AddScoped<StoredDataRules>();
        builder.Services.AddScoped<CaseLogs>();
        builder.Services.AddScoped<CaseLogImport>();
        builder.Services.AddGrpc(options =>
        {
            options.MaxReceiveMessageSize = MaxMessageBytes;
            options.Interceptors.Add<RefusalInterceptor>();
            options.Interceptors.Add<AccessInterceptor>();
        });
        builder.Services.AddGrpcReflection();
        builder.Services.AddGrpcHealthChecks().AddCheck<StorageHealth>("storage");

        configure?.Invoke(builder.Services);
        WebApplication app = builder.Build();
        using (IServiceScope scope = app.Services.CreateScope())
        {
            DatabaseFile.Prepare(scope.ServiceProvider.GetRequiredService<ReformDbContext>());
            scope.ServiceProvider.GetRequiredService<StoredDataRules>().Use();
        }

        app.UseMiddleware<RefusalMiddleware>();
        app.MapGrpcService<CalendarServiceV1>();
        app.MapGrpcService<DeadlineServiceV1>();
        app.MapGrpcService<OrganizationServiceV1>();
        app.MapGrpcService<DelegationServiceV1>();
        app.MapGrpcService<ProcedureServiceV1>();
        app.MapGrpcService<InterpretationServiceV1>();
        app.MapGrpcService<PublicationServiceV1>();
        app.MapGrpcService<ReviewServiceV1>();
        app.MapGrpcService<InspectionServiceV1>();
        app.MapGrpcService<PilotServiceV1>();
        app.MapGrpcService<ScoringServiceV1>();
        app.MapGrpcService<ProgrammeServiceV1>();
        app.MapGrpcService<CaseServiceV1>();
        app.MapGrpcService<CaseLogServiceV1>();
        app.MapGrpcService<ComplianceServiceV1>();
        app.MapGrpcService<DataRuleServiceV1>();
        app.MapGrpcHealthChecksService();
        app.MapGrpcReflectionService();
        return app;
    }
}
