using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Reform.Casefiles.V1;
using Reform.Compliance.V1;
using Reform.Grpc.Storage;
using static Reform.Grpc.Tests.CaseFiles.CaseWorld;
using static Reform.Grpc.Tests.Compliance.ComplianceWorld;
using CaseFile = Reform.Casefiles.V1.CaseFile;

namespace Reform.Grpc.Tests.Compliance;

/// <summary>Findings from day to day. HP-1 gives five working days: received on Monday 2 March 2026, a case is due on Monday 9.</summary>
public sealed class FindingTests
{
    [Fact]
    public async Task What_is_recorded_is_judged_at_once_and_a_daily_run_updates_and_never_doubles()
    {
        await using ComplianceWorld world = await ComplianceWorld.Start("2026-03-09");
        CaseFile file = await Received(world, "H-1", "2026-03-02");
        Finding channel = Assert.Single(await world.Findings());
        Assert.Equal(("T-30", Verdict.Unknown, "channel", "units/ward", "P-1"), (channel.Rule.Code, channel.Verdict, channel.Missing.Single().Name, channel.Unit, channel.Head));

        // The due date passes: nothing is recorded, the run finds it.
        world.Clock.Set("2026-03-10");
        Assert.Single(await world.Findings());
        Assert.Equal("Opened:1", Told(await world.Run()));
        Finding late = await world.Only("T-10");
        Assert.Equal((Verdict.Fail, FindingState.Open, "Past the due date 9 March 2026", "P-1"), (late.Verdict, late.State, late.Reason.Text, late.Head));
        Assert.Equal("2026-03-02", Civil.Text(late.GovernedOn));

        // Run again on the same day, and on the next: confirmed, not doubled; the head is that of the day.
        Assert.Equal("", Told(await world.Run()));
        world.Clock.Set("2026-03-12");
        EvaluateCasesResponse next = await world.Run();
        Assert.Equal((1, 0, 1, ""), (next.JudgedCases, next.SkippedCases, next.TotalCases, Told(next)));
        late = await world.Only("T-10");
        Assert.Equal(("2026-03-10", "2026-03-12", "P-2"), (Civil.Text(late.FirstFoundOn), Civil.Text(late.LastFoundOn), late.Head));
        Assert.Equal(2, (await world.Findings()).Count);

        // It was decided in time, and entered late: resolved with the record; struck out: found again.
        file = await world.Server.Append(file, Start("2026-03-03", 1), Decide("2026-03-09"));
        Assert.Equal("Opened@2026-03-10 Resolved@2026-03-12", History(await world.Whole(late)));
        Assert.Equal(FindingState.Resolved, (await world.Only("T-10")).State);
        world.Clock.Set("2026-03-13");
        await world.Server.CaseFiles.AppendCaseEventsAsync(new AppendCaseEventsRequest { RequestId = NewId, Name = file.Name, Etag = file.Etag, Entries = { new CaseEntry { Corrects = "3" } } });
        Assert.Equal("Opened@2026-03-10 Resolved@2026-03-12 Reopened@2026-03-13", History(await world.Whole(late)));

        // It is eleven days old by then.
        Assert.Equal(["T-30", "T-10", "T-20"], (await world.Findings()).Select(f => f.Rule.Code));
    }

    // P-1 heads the ward until 11 March, P-2 from then on: a case that ended answers by its end, one that goes on by the date of judgement.
    [Fact]
    public async Task D04_Every_finding_names_the_unit_and_its_head_on_the_date()
    {
        await using ComplianceWorld world = await ComplianceWorld.Start("2026-03-20");
        await world.Server.Append(await Received(world, "H-1", "2026-02-23"), Start("2026-03-03", 1), Decide("2026-03-11"));
        await Received(world, "H-2", "2026-03-02");
        await world.Server.Create("H-3", Receipt("2026-03-02", procedure: "HP-1", unit: "city"));
        List<Finding> findings = await world.Findings();
        Assert.Equal(3, findings.Count(f => f.Rule.Code == "T-10"));
        Assert.All(findings, f => Assert.Equal(
            f.Subject switch { "caseFiles/H-1" => ("units/ward", "P-1"), "caseFiles/H-2" => ("units/ward", "P-2"), _ => ("units/city", "") }, (f.Unit, f.Head)));
    }

    [Fact]
    public async Task What_is_refused_or_only_looked_at_leaves_no_finding()
    {
        await using ComplianceWorld world = await ComplianceWorld.Start("2026-03-20");
        var request = new CreateCaseRequest { RequestId = NewId, CaseId = "H-1", Receipt = Receipt("2026-03-02", procedure: "HP-1"), ValidateOnly = true };
        await world.Server.CaseFiles.CreateCaseAsync(request);
        Assert.Empty(await world.Findings());
        CaseFile file = await Received(world, "H-1", "2026-03-02");
        int before = (await world.Findings()).Count;
        Assert.Equal("REGISTER_CONFLICT", (await Refused.By(() => world.Server.Append(file, Decide("2026-03-03"), Decide("2026-03-04")))).Reason);
        Assert.Equal("", Told(await world.Run()));
        Assert.Equal(before, (await world.Findings()).Count);
        Assert.All(await world.Findings(), f => Assert.Equal(FindingState.Open, f.State));
    }

    [Fact]
    public async Task A_run_that_only_looks_stores_nothing_and_one_of_an_earlier_date_leaves_what_is_known_later()
    {
        await using ComplianceWorld world = await ComplianceWorld.Start("2026-03-05");
        await Received(world, "H-1", "2026-03-02");
        world.Clock.Set("2026-03-10");
        await Received(world, "H-2", "2026-03-10");
        Assert.Equal("Opened:1", Told(await world.Run(validateOnly: true)));
        Assert.Empty(await world.Findings(code: "T-10"));

        EvaluateCasesResponse earlier = await world.Run(asOf: "2026-03-09");
        Assert.Equal((1, 1), (earlier.JudgedCases, earlier.SkippedCases));
        Assert.Empty(await world.Findings(code: "T-10"));
        Assert.Equal("Opened:1", Told(await world.Run(parent: "units/ward")));
        Refused future = await Refused.By(() => world.Run(asOf: "2026-03-11"));
        Assert.Equal(("INVALID_FIELD", "as_of"), (future.Reason, future.Fields.Single()));
    }

    [Fact]
    public async Task A_rule_that_breaks_down_is_told_and_keeps_neither_the_record_nor_the_other_rules_back()
    {
        await using ComplianceWorld world = await ComplianceWorld.Start("2026-03-20");
        await world.Server.Create("H-1", Receipt("2026-03-02", procedure: "HP-1", secret: true));
        Assert.Equal(["T-10", "T-20", "T-30"], (await world.Findings()).Select(f => f.Rule.Code).Order(StringComparer.Ordinal));
        EvaluateCasesResponse run = await world.Run();
        BrokenRule broken = Assert.Single(run.BrokenRules);
        Assert.Equal(("T-40", "caseFiles/H-1", 1), (broken.Code, broken.Case, broken.Cases));
        Assert.StartsWith("NullReferenceException", broken.Error, StringComparison.Ordinal);
        EvaluateCaseResponse one = await world.Client.EvaluateCaseAsync(new EvaluateCaseRequest { Name = "caseFiles/H-1" });
        Assert.Equal(("T-40", 3), (one.BrokenRules.Single().Code, one.Judgements.Count));
    }

    [Fact]
    public async Task Findings_are_listed_by_every_filter_and_page_by_page()
    {
        await using ComplianceWorld world = await ComplianceWorld.Start("2026-03-20");
        for (int i = 0; i < 4; i++)
        {
            await world.Server.Create("W-" + i, Receipt("2026-03-02", unit: i < 3 ? "ward" : "city", procedure: "HP-1"));
        }

        await world.Server.Create("N-0", Receipt("2026-03-19", procedure: "HP-1"));
        async Task<string> Listed(ListFindingsRequest request)
        {
            request.Parent = request.Parent.Length == 0 ? "units/-" : request.Parent;
            List<string> found = [];
            do
            {
                ListFindingsResponse page = await world.Client.ListFindingsAsync(request);
                Assert.InRange(page.Findings.Count, 0, 2);
                found.AddRange(page.Findings.Select(f => f.Subject.Split('/')[1] + ":" + f.Rule.Code));
                request.PageToken = page.NextPageToken;
            }
            while (request.PageToken.Length > 0);
            return string.Join(" ", found);
        }

        Assert.Equal(
            "W-0:T-10 W-0:T-20 W-0:T-30 W-1:T-10 W-1:T-20 W-1:T-30 W-2:T-10 W-2:T-20 W-2:T-30 W-3:T-10 W-3:T-20 W-3:T-30 N-0:T-30",
            await Listed(new ListFindingsRequest { PageSize = 2 }));
        Assert.Equal("W-3:T-10 W-3:T-20 W-3:T-30", await Listed(new ListFindingsRequest { Parent = "units/city", PageSize = 2 }));
        Assert.Equal("W-0:T-20 W-1:T-20 W-2:T-20 W-3:T-20", await Listed(new ListFindingsRequest { RuleCode = "T-20", PageSize = 2 }));
        Assert.Equal("W-1:T-10", await Listed(new ListFindingsRequest { Subject = "caseFiles/W-1", MinSeverity = Severity.Error, PageSize = 2 }));
        Assert.Equal("N-0:T-30", await Listed(new ListFindingsRequest { Subject = "caseFiles/N-0", Verdict = Verdict.Unknown, States = { FindingState.Open }, PageSize = 2 }));
        Assert.Equal("", await Listed(new ListFindingsRequest { States = { FindingState.Resolved, FindingState.Waived }, PageSize = 2 }));
    }

    [Fact]
    public async Task Lists_of_findings_and_rules_on_open_cases_are_found_by_an_index()
    {
        await using ComplianceWorld world = await ComplianceWorld.Start("2026-03-20");
        await Received(world, "H-1", "2026-03-02");
        await using AsyncServiceScope scope = world.Server.Scope();
        ReformDbContext db = scope.ServiceProvider.GetRequiredService<ReformDbContext>();
        NodaTime.LocalDate today = new(2026, 3, 20);
        (string Index, IQueryable Query)[] queries =
        [
            ("IX_Findings_RuleCode_State", db.Findings.Where(f => f.RuleCode == "T-10" && f.State == Domain.Rules.FindingState.Open)),
            ("IX_Findings_UnitId_State", db.Findings.Where(f => f.UnitId == "ward" && f.State == Domain.Rules.FindingState.Open)),
            ("IX_Findings_SubjectKind_SubjectId", db.Findings.Where(f => f.SubjectKind == "case" && f.SubjectId == "H-1")),
            ("IX_CaseFacts_ComputedDueOn", db.CaseFacts.Where(f => f.EndedOn == null && f.ComputedDueOn < today)),
        ];
        foreach ((string index, IQueryable query) in queries)
        {
            Assert.Contains("USING INDEX " + index, await Plan(db, query.ToQueryString()), StringComparison.Ordinal);
        }
    }

    private static async Task<string> Plan(ReformDbContext db, string sql)
    {
        await db.Database.OpenConnectionAsync();
        await using System.Data.Common.DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + string.Join('\n', sql.Split('\n').Where(l => !l.StartsWith(".param", StringComparison.Ordinal)));
        foreach (string name in sql.Split('\n').Where(l => l.StartsWith(".param set ", StringComparison.Ordinal)).Select(l => l.Split(' ')[2]))
        {
            System.Data.Common.DbParameter parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, 1);
            command.Parameters.Add(parameter);
        }

        await using System.Data.Common.DbDataReader reader = await command.ExecuteReaderAsync();
        List<string> lines = [];
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(3));
        }

        return string.Join('\n', lines);
    }

    private static async Task<CaseFile> Received(ComplianceWorld world, string id, string on) =>
        (await world.Server.Create(id, Receipt(on, procedure: "HP-1"))).CaseFile;
}
