using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Reform.Compliance.V1;
using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Grpc;
using Reform.Grpc.Storage;

namespace Reform.Benchmarks;

/// <summary>
/// The daily run over stored cases: <c>-- daily COUNT FOLDER</c> after <c>-- store casefiles 5000 FOLDER</c>. The stored cases are copied under other
/// names up to the count; the service judges them all, twice; then the rules alone judge the same facts in pages of the service's size, case by case
/// and in batches, with the reasons of what is found.
/// </summary>
internal static class DailyMeasurement
{
    private const int Page = 200;
    private const int Rounds = 5;

    public static async Task Run(string[] args)
    {
        if (args is not [string count, string folder])
        {
            throw new ArgumentException("COUNT FOLDER", nameof(args));
        }

        string database = Path.Combine(folder, "reform.db");
        IndicatorMeasurement.Multiply(database, int.Parse(count, CultureInfo.InvariantCulture), "CaseRecords");
        await using WebApplication app = ReformServer.Build(
            ["--Database=" + database, "--Kestrel:Endpoints:Grpc:Url=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning"]);
        await app.StartAsync();
        using var channel = GrpcChannel.ForAddress(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        for (int run = 0; run < 2; run++)
        {
            var watch = Stopwatch.StartNew();
            using AsyncServerStreamingCall<EvaluateCasesResponse> call = new ComplianceService.ComplianceServiceClient(channel)
                .EvaluateCases(new EvaluateCasesRequest { Parent = "units/-" });
            EvaluateCasesResponse last = new();
            await foreach (EvaluateCasesResponse message in call.ResponseStream.ReadAllAsync())
            {
                last = message;
            }

            Say("service, " + string.Join(' ', last.Events.Select(e => e.Kind + " " + e.Count.ToString(CultureInfo.InvariantCulture))), last.JudgedCases, watch.Elapsed);
        }

        using IServiceScope scope = app.Services.CreateScope();
        CaseFacts[][] pages = [.. (await scope.ServiceProvider.GetRequiredService<ReformDbContext>().CaseFacts.AsNoTracking().OrderBy(f => f.CaseId).ToListAsync()).Chunk(Page)];
        Rules(pages);
        await app.StopAsync();
    }

    private static void Rules(CaseFacts[][] pages)
    {
        var search = new FindingSearch<CaseFacts>(BuiltInRules.CaseFiles);
        var batch = new RuleBatch<CaseFacts>(BuiltInRules.CaseFiles);
        var matches = new SpecificationMatches();
        LocalDate on = pages[0][0].AsOf;
        int cases = pages.Sum(p => p.Length);
        TimeSpan one = TimeSpan.MaxValue, together = TimeSpan.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            int found = pages.Sum(p => p.Sum(c => search.In(c, on).Count()));
            TimeSpan took = Stopwatch.GetElapsedTime(start);
            one = took < one ? took : one;
            start = Stopwatch.GetTimestamp();
            int other = 0;
            foreach (CaseFacts[] page in pages)
            {
                batch.Judge(page, matches);
                foreach (SpecificationMatch match in matches.Matches)
                {
                    other += search.Of(batch.Places[match.Specification].Code, page[match.Candidate], on) is null ? 0 : 1;
                }
            }

            took = Stopwatch.GetElapsedTime(start);
            together = took < together ? took : together;
            if (found != other)
            {
                throw new InvalidOperationException("The batch finds " + other.ToString(CultureInfo.InvariantCulture) + ", not " + found.ToString(CultureInfo.InvariantCulture) + ".");
            }
        }

        Say("rules, case by case", cases, one);
        Say("rules, in batches", cases, together);
    }

    private static void Say(string way, long count, TimeSpan took)
    {
        using Process process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{way}: {count} cases, clock {took.TotalSeconds:F2} s, {took.TotalMicroseconds / Math.Max(count, 1):F2} us a case, processor of the process so far {process.TotalProcessorTime.TotalSeconds:F1} s"));
    }
}
