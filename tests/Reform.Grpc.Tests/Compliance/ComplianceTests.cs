using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Reform.Cases.V1;
using Reform.Compliance.V1;
using Reform.Grpc.Cases;
using Reform.Grpc.Storage;

namespace Reform.Grpc.Tests.Compliance;

public sealed class ComplianceTests
{
    [Fact]
    public async Task A_log_is_judged_with_progress_findings_and_one_report_at_the_end()
    {
        await using TestServer server = await TestServer.Start();
        await Logs.Import(server, "judged", Logs.Of(1000));
        List<EvaluateCaseLogResponse> messages = await Evaluate(server, new EvaluateCaseLogRequest { CaseLog = "caseLogs/judged", IncludeFindings = true });

        Assert.Equal([250, 500, 750, 1000, 1000], messages.Where(m => m.Progress is not null).Select(m => m.Progress.JudgedCases));
        EvaluationReport report = Assert.Single(messages, m => m.Report is not null).Report;
        Assert.Same(report, messages[^1].Report);
        Assert.True(report.Synthetic);
        Assert.Equal((1000, 500, 500), (report.Log.Cases, report.Deadlines.LateByDate, Failed(report, "CR-CAS-06")));
        Assert.Equal((334, 334), (report.FourEyes.Single().Violations, Failed(report, "CR-CAS-29")));
        Judgement late = messages.Select(m => m.Finding).First(f => f?.Rule.Code == "CR-CAS-06")!;
        Assert.Equal("caseLogs/judged/cases/c-1", late.Case);
        Assert.Equal("Trả kết quả ngày 11/03/2026, sau hạn ngày 10/03/2026: chậm 1 ngày", late.Reason.Text);
        Assert.Equal(["2026-03-11", "2026-03-10", "1"], late.Reason.Arguments.Select(a => a.Value));
        Assert.Equal(834, messages.Count(m => m.Finding is not null));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task Whatever_shows_a_synthetic_log_says_so(string written, bool synthetic)
    {
        await using TestServer server = await TestServer.Start();
        byte[] log = Logs.Of(2);
        string mapping = Logs.Mapping.Replace("\"synthetic\": true", "\"synthetic\": " + written, StringComparison.Ordinal);
        CaseLog imported = (await Logs.Send(server, Logs.Header("kind", log, mapping: mapping), log)).CaseLog;
        List<EvaluateCaseLogResponse> messages = await Evaluate(server, new EvaluateCaseLogRequest { CaseLog = imported.Name });
        bool[] said =
        [
            imported.Synthetic,
            (await server.CaseLogs.GetCaseLogAsync(new GetCaseLogRequest { Name = imported.Name })).CaseLog.Synthetic,
            (await server.CaseLogs.ListCaseLogsAsync(new ListCaseLogsRequest())).CaseLogs.Single().Synthetic,
            (await server.CaseLogs.GetCaseAsync(new GetCaseRequest { Name = imported.Name + "/cases/c-1" })).Synthetic,
            (await server.CaseLogs.ListCasesAsync(new ListCasesRequest { Parent = imported.Name })).Synthetic,
            (await server.Compliance.ExplainCaseAsync(new ExplainCaseRequest { Name = imported.Name + "/cases/c-1" })).Synthetic,
            messages[^1].Report.Synthetic,
        ];
        Assert.All(said, s => Assert.Equal(synthetic, s));
    }

    [Fact]
    public async Task A_case_is_explained_in_the_language_asked_for()
    {
        await using TestServer server = await TestServer.Start();
        await Logs.Import(server, "why", Logs.Of(2));
        var request = new ExplainCaseRequest { Name = "caseLogs/why/cases/c-1" };
        Judgement vietnamese = (await server.Compliance.ExplainCaseAsync(request)).Findings.Single(f => f.Verdict == Verdict.Fail);
        request.LanguageCode = "en";
        ExplainCaseResponse explained = await server.Compliance.ExplainCaseAsync(request);
        Judgement english = explained.Findings.Single(f => f.Verdict == Verdict.Fail);
        Assert.Equal(("CR-CAS-06", "Giải quyết quá hạn"), (vietnamese.Rule.Code, vietnamese.Rule.Title));
        Assert.Equal("Ended on 11 March 2026, after the due date 10 March 2026: 1 day(s) late", english.Reason.Text);
        Assert.Equal("Civil Code 91/2015/QH13, Art. 148", english.Reason.Basis);
        Assert.Equal(new Google.Type.Date { Year = 2026, Month = 3, Day = 10 }, explained.RecordedDueDate);
    }

    [Fact]
    public async Task The_date_of_judgement_comes_from_the_request_before_the_mapping()
    {
        await using TestServer server = await TestServer.Start();
        byte[] open = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(Logs.Of(2)).Replace(
            "<date key=\"ended\" value=\"2026-03-11T00:10:00+07:00\"/>", "", StringComparison.Ordinal));
        await Logs.Import(server, "open", open);
        var request = new EvaluateCaseLogRequest { CaseLog = "caseLogs/open" };
        Assert.Equal(1, Failed((await Evaluate(server, request))[^1].Report, "CR-CAS-05"));
        request.AsOf = new Google.Type.Date { Year = 2026, Month = 3, Day = 10 };
        Assert.Equal(0, Failed((await Evaluate(server, request))[^1].Report, "CR-CAS-05"));
    }

    // Between the two readings no client can step in for sure, so the store is asked as the service asks it.
    [Fact]
    public async Task A_log_that_was_replaced_meanwhile_is_not_judged_by_the_documents_of_the_new_version()
    {
        await using TestServer server = await TestServer.Start();
        CaseLog first = await Logs.Import(server, "moving", Logs.Of(2));
        await using AsyncServiceScope scope = server.Scope();
        CaseLogs logs = scope.ServiceProvider.GetRequiredService<CaseLogs>();
        CaseLogRow row = await logs.Get("moving", TestContext.Current.CancellationToken);
        await Logs.Import(server, "moving", Logs.Of(3), first.Etag);
        foreach (Func<Task> reading in (Func<Task>[])
        [
            () => logs.Context(row, null, TestContext.Current.CancellationToken),
            () => logs.Page(row, 0, 10, 1000, TestContext.Current.CancellationToken),
            () => logs.EnsureUnchanged(row, TestContext.Current.CancellationToken),
        ])
        {
            Refused changed = await Refused.By(reading);
            Assert.Equal((StatusCode.Aborted, "CASE_LOG_CHANGED", "caseLogs/moving"), (changed.Code, changed.Reason, changed.Metadata["name"]));
        }
    }

    [Theory]
    [InlineData(1200, 3, 1000)]
    [InlineData(60, 60_000, 8)] // each unit twice, as key and as name: 8 of them fit into 1 MiB
    public async Task A_log_with_very_many_units_still_has_a_report_that_clients_accept(int units, int nameLength, int shown)
    {
        await using TestServer server = await TestServer.Start();
        string Unit(int i) => i.ToString("D4", System.Globalization.CultureInfo.InvariantCulture).PadRight(nameLength, 'u');
        byte[] log = System.Text.Encoding.UTF8.GetBytes("<log>" + string.Concat(Enumerable.Range(0, units).Select(i =>
            "<trace><string key=\"concept:name\" value=\"c" + i + "\"/><string key=\"u\" value=\"" + Unit(i) + "\"/></trace>")) + "</log>");
        ImportHeader header = Logs.Header("units", log, mapping: """{ "zone": "Asia/Ho_Chi_Minh", "case": { "unit": "u" } }""");
        await Logs.Send(server, header, log, pieceBytes: 1_000_000);
        EvaluationReport report = (await Evaluate(server, new EvaluateCaseLogRequest { CaseLog = "caseLogs/units" }))[^1].Report;
        Assert.Equal((units, shown, units - shown), (report.Log.Cases, report.ByUnit.Count, report.UnitsLeftOut));
        Assert.Equal((1, 0), (report.ByMonth.Count, report.MonthsLeftOut));
    }

    [Fact]
    public async Task Every_rule_is_listed_with_title_and_basis()
    {
        await using TestServer server = await TestServer.Start();
        ListRulesResponse rules = await server.Compliance.ListRulesAsync(new ListRulesRequest { LanguageCode = "en" });
        Assert.True(rules.Rules.Count >= 60);
        Assert.All(rules.RuleBooks, b => Assert.Equal(32, b.Hash.Length));
        foreach (Rule rule in rules.Rules)
        {
            Rule whole = (await server.Compliance.GetRuleAsync(new GetRuleRequest { Name = rule.Name })).Rule;
            Assert.True(whole.Editions.Count > 0 && whole.Code == rule.Code && whole.Title != rule.Title, rule.Name);
        }

        Assert.All(rules.Rules, r => Assert.True(r.Title.Length > 0 && r.Basis.Length > 0 && r.Severity != Severity.Unspecified));
        Assert.Equal(rules.Rules.Select(r => r.Code).Order(StringComparer.Ordinal), rules.Rules.Select(r => r.Code));
    }

    [Fact]
    public async Task What_is_not_there_or_out_of_form_is_refused()
    {
        await using TestServer server = await TestServer.Start();
        ComplianceService.ComplianceServiceClient client = server.Compliance;
        Refused log = await Refused.By(() => Evaluate(server, new EvaluateCaseLogRequest { CaseLog = "caseLogs/none" }));
        Assert.Equal((StatusCode.NotFound, "CASE_LOG_NOT_FOUND"), (log.Code, log.Reason));
        await Logs.Import(server, "some", Logs.Of(1));
        Refused absent = await Refused.By(async () => await client.ExplainCaseAsync(new ExplainCaseRequest { Name = "caseLogs/some/cases/none" }));
        Assert.Equal((StatusCode.NotFound, "CASE_NOT_FOUND"), (absent.Code, absent.Reason));
        Refused language = await Refused.By(async () => await client.ListRulesAsync(new ListRulesRequest { LanguageCode = "fr" }));
        Assert.Equal(["language_code"], language.Fields);
        var request = new EvaluateCaseLogRequest { CaseLog = "caseLogs/some", AsOf = new Google.Type.Date { Year = 2026, Month = 2, Day = 30 } };
        Refused date = await Refused.By(() => Evaluate(server, request));
        Assert.Equal(["as_of"], date.Fields);
    }

    private static int Failed(EvaluationReport report, string code) => report.Rules.Single(r => r.Code == code).Failed;

    private static async Task<List<EvaluateCaseLogResponse>> Evaluate(TestServer server, EvaluateCaseLogRequest request)
    {
        using AsyncServerStreamingCall<EvaluateCaseLogResponse> call = server.Compliance.EvaluateCaseLog(request);
        var messages = new List<EvaluateCaseLogResponse>();
        await foreach (EvaluateCaseLogResponse message in call.ResponseStream.ReadAllAsync())
        {
            messages.Add(message);
        }

        return messages;
    }
}
