using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Reform.Compliance.V1;
using Reform.Domain.Cases;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using Reform.Grpc.Compliance;
using Reform.Grpc.Storage;
using Reform.Grpc.Tests.Organizations;
using Reform.Grpc.Tests.Procedures;
using static Reform.Grpc.Tests.CaseFiles.CaseWorld;
using Finding = Reform.Compliance.V1.Finding;
using FindingState = Reform.Compliance.V1.FindingState;
using RuleParameter = Reform.Domain.Rules.RuleParameter;
using Severity = Reform.Domain.Rules.Severity;
using Verdict = Reform.Compliance.V1.Verdict;

namespace Reform.Grpc.Tests.Compliance;

/// <summary>The built-in rules over stored cases and over sets of them, as the service runs them.</summary>
public sealed class BuiltInFindingTests
{
    [Fact]
    public async Task Cases_and_the_sets_to_which_they_belong_are_judged_when_something_is_recorded()
    {
        var clock = new TestClock("2026-03-20");
        await using TestServer server = await TestServer.Start(s => s.AddSingleton<IClock>(clock));
        await Prepare(server);
        string cursor = await Watched(server, "", f => f is { Rule.Code: "CR-CAS-24" }, async () =>
        {
            foreach ((string id, string decided) in ((string, string)[])[("H-1", "2026-03-05"), ("H-2", "2026-03-12")])
            {
                await server.Append((await server.Create(id, Receipt("2026-03-02", procedure: "HP-1"))).CaseFile, Start("2026-03-03", 1), Decide(decided), Return(decided));
            }
        });

        // One of two was on time: 50% is below 95%.
        Finding share = Assert.Single((await server.Compliance.ListFindingsAsync(new ListFindingsRequest { Parent = "units/ward", RuleCode = "CR-CAS-24", LanguageCode = "en" })).Findings);
        Assert.Equal(("caseSets/ward%2FHP-1", FindingState.Open, Verdict.Fail), (share.Subject, share.State, share.Verdict));
        Assert.Equal(["1", "2", "95"], share.Reason.Arguments.Select(a => a.Value));
        Assert.Contains("CR-CAS-06", (await Of(server, "caseFiles/H-2")).Select(f => f.Rule.Code));
        Assert.DoesNotContain("CR-CAS-06", (await Of(server, "caseFiles/H-1")).Select(f => f.Rule.Code));
        Assert.Equal(share.Name, Assert.Single(await Of(server, share.Subject), f => f.Rule.Code == "CR-CAS-24").Name);

        // The late one was decided in time after all: the set is kept again, by itself.
        Reform.Casefiles.V1.CaseFile late = await server.Get("H-2");
        await Watched(server, cursor, f => f is { Rule.Code: "CR-CAS-24", State: FindingState.Resolved }, () => server.CaseFiles.AppendCaseEventsAsync(
            new Reform.Casefiles.V1.AppendCaseEventsRequest
            {
                RequestId = NewId,
                Name = late.Name,
                Etag = late.Etag,
                Entries =
                {
                    new Reform.Casefiles.V1.CaseEntry { Event = Decide("2026-03-06"), Corrects = "3" }, new Reform.Casefiles.V1.CaseEntry { Event = Return("2026-03-06"), Corrects = "4" },
                },
            }).ResponseAsync);
    }

    // The mark is in the store before the set is judged: a service that stops in between judges it after its start.
    [Fact]
    public async Task What_was_marked_and_not_judged_is_judged_after_the_next_start()
    {
        var clock = new TestClock("2026-03-20");
        await using TestServer server = await TestServer.Start(s => s.AddSingleton<IClock>(clock).AddSingleton(new CaseRules(Domain.Compliance.BuiltInRules.CaseFiles)));
        await Prepare(server);
        await server.Append((await server.Create("H-1", Receipt("2026-03-02", procedure: "HP-1"))).CaseFile, Start("2026-03-03", 1), Decide("2026-03-12"), Return("2026-03-12"));
        await using (AsyncServiceScope scope = server.Scope())
        {
            ReformDbContext db = scope.ServiceProvider.GetRequiredService<ReformDbContext>();
            db.StaleCaseSets.Add(new StaleCaseSetRow { UnitId = "ward", ProcedureCode = "HP-1" });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        server.Configure(s => s.AddSingleton<IClock>(clock));
        await server.Restart();
        await Watched(server, "", f => f is { Rule.Code: "CR-CAS-24" }, () => Task.CompletedTask);
        await using AsyncServiceScope after = server.Scope();
        ReformDbContext now = after.ServiceProvider.GetRequiredService<ReformDbContext>();
        using IDisposable turn = await after.ServiceProvider.GetRequiredService<WriteTurn>().Take(TestContext.Current.CancellationToken);
        Assert.Empty(await now.StaleCaseSets.ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_set_rule_that_breaks_down_is_told_and_does_not_keep_the_others_back()
    {
        var clock = new TestClock("2026-03-20");
        await using TestServer server = await TestServer.Start(s => s.AddSingleton<IClock>(clock).AddSingleton(new CaseRules(
            Domain.Compliance.BuiltInRules.CaseFiles,
            CaseSetRule.Of(new Exploding(), CaseSubjects.Shares), CaseSetRule.Of(Domain.Compliance.BuiltInRules.OnTimeRate, CaseSubjects.Shares))));
        await Prepare(server);
        await server.Append((await server.Create("H-1", Receipt("2026-03-02", procedure: "HP-1"))).CaseFile, Start("2026-03-03", 1), Decide("2026-03-12"), Return("2026-03-12"));
        using AsyncServerStreamingCall<EvaluateCasesResponse> run = server.Compliance.EvaluateCases(new EvaluateCasesRequest { Parent = "units/ward" });
        EvaluateCasesResponse last = new();
        await foreach (EvaluateCasesResponse message in run.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            last = message;
        }

        Assert.Equal(("T-50", "caseSets/ward%2FHP-1", "NotSupportedException"), Assert.Single(last.BrokenRules.Select(b => (b.Code, b.Case, b.Error))));
        Assert.Single((await server.Compliance.ListFindingsAsync(new ListFindingsRequest { Parent = "units/ward", RuleCode = "CR-CAS-24" })).Findings);
    }

    [Fact]
    public async Task A_pack_from_a_folder_is_listed_and_finds()
    {
        using var pack = new SamplePack();
        await using TestServer server = await TestServer.Start("--RulePacks:Folder=" + pack.Folder);
        ListRulesResponse rules = await server.Compliance.ListRulesAsync(new ListRulesRequest { Parent = "ruleBooks/case" });
        Assert.Equal("Báo kết quả sau ngày quyết định", rules.Rules.Single(r => r.Code == "SAMPLE-CAS-01").Title);
        await Prepare(server);
        Reform.Casefiles.V1.CaseFile file = (await server.Create("H-1", Receipt("2026-03-02", procedure: "HP-1"))).CaseFile;
        await server.Append(file, Start("2026-03-03", 1), Decide("2026-03-04"), new Reform.Casefiles.V1.CaseEvent
        {
            At = At("2026-03-05"),
            Notified = new Reform.Casefiles.V1.PartyNotified { About = Reform.Casefiles.V1.NoticeSubject.Result, To = "R-100" },
        });
        EvaluateCaseResponse judged = await server.Compliance.EvaluateCaseAsync(new EvaluateCaseRequest { Name = file.Name, RuleCodes = { "SAMPLE-CAS-01" } });
        Assert.Equal(Verdict.Fail, judged.Judgements.Single().Verdict);
        Assert.Contains("SAMPLE-CAS-01", (await Of(server, file.Name)).Select(f => f.Rule.Code));
    }

    private static async Task Prepare(TestServer server)
    {
        await server.Organizations.CreateUnitAsync(OrganizationWorld.Unit("ward", from: OrganizationWorld.Day(2020, 1, 1)));
        await server.Procedures.PublishProcedureAsync(new Reform.Procedures.V1.PublishProcedureRequest { RequestId = NewId, Content = PermitFile.Of(5) });
    }

    private static async Task<IEnumerable<Finding>> Of(TestServer server, string subject) =>
        (await server.Compliance.ListFindingsAsync(new ListFindingsRequest { Parent = "units/-", Subject = subject, PageSize = 1000 })).Findings;

    // Does something, and waits for a finding as a client does; the cursor at which it came.
    private static async Task<string> Watched(TestServer server, string cursor, Func<Finding, bool> isIt, Func<Task> act)
    {
        using AsyncServerStreamingCall<WatchFindingsResponse> call = server.Compliance.WatchFindings(new WatchFindingsRequest { Parent = "units/-", Cursor = cursor });
        await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken);
        await act();
        while (await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken))
        {
            if (isIt(call.ResponseStream.Current.Finding))
            {
                return call.ResponseStream.Current.Cursor;
            }
        }

        throw new InvalidOperationException("The stream ended.");
    }

    private sealed class Exploding() : SetRule<CaseFacts, ShareFacts>(new ShareTarget(
        "T-50", Severity.Info, BilingualText.Same("broken"), LegalBasis.Citing("made up"),
        RuleParameter.Always("target_percent", BilingualText.Same("target"), Tightening.Higher, 50, LegalBasis.Citing("made up"))))
    {
        protected override IEnumerable<ShareFacts> Sets(IEnumerable<CaseFacts> members, LocalDate asOf) => throw new NotSupportedException("made up");
    }
}
