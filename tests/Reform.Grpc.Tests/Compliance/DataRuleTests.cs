using Reform.Compliance.V1;
using Reform.Registers.V1;
using static Reform.Grpc.Tests.CaseFiles.CaseWorld;

namespace Reform.Grpc.Tests.Compliance;

/// <summary>Rules as data: made by a client, kept, versioned, and judging as the built-in ones do.</summary>
public sealed class DataRuleTests
{
    [Fact]
    public async Task A_rule_of_data_finds_and_explains_itself_in_both_languages()
    {
        await using ComplianceWorld world = await ComplianceWorld.Start("2026-03-20");
        CreateDataRuleRequest request = New("HP-CAS-01");
        DataRule made = (await world.DataRules.CreateDataRuleAsync(request)).DataRule;
        Assert.Equal(("dataRules/HP-CAS-01", 1, "v1"), (made.Name, made.Version, made.Etag));
        Assert.Equal(made, (await world.DataRules.CreateDataRuleAsync(request)).DataRule);
        await world.Server.Create("H-1", Receipt("2026-03-02", procedure: "HP-1"));

        Finding found = await world.Only("HP-CAS-01");
        Assert.Equal((Verdict.Fail, "Past due 9 March 2026, not ended"), (found.Verdict, found.Reason.Text));
        Assert.Equal("Quá hạn 09/03/2026, chưa kết thúc", Assert.Single(await world.Findings(code: "HP-CAS-01", language: "vi")).Reason.Text);
        ExplainFindingResponse why = await world.Client.ExplainFindingAsync(new ExplainFindingRequest { Case = "caseFiles/H-1", RuleCode = "HP-CAS-01", LanguageCode = "vi" });
        Assert.Contains(why.Sentences, s => s.Contains("hạn tính được = 09/03/2026", StringComparison.Ordinal));
        Rule listed = (await world.Client.ListRulesAsync(new ListRulesRequest { LanguageCode = "vi" })).Rules.Single(r => r.Code == "HP-CAS-01");
        Assert.Equal(("Còn mở sau hạn", "Quy chế mẫu"), (listed.Title, listed.Basis));
    }

    [Fact]
    public async Task A_next_version_judges_in_place_of_the_one_before_and_both_are_kept()
    {
        await using ComplianceWorld world = await ComplianceWorld.Start("2026-03-20");
        DataRule made = (await world.DataRules.CreateDataRuleAsync(New("HP-CAS-01"))).DataRule;
        await world.Server.Create("H-1", Receipt("2026-03-02", procedure: "HP-1"));
        Assert.Equal(FindingState.Open, (await world.Only("HP-CAS-01")).State);
        var update = new UpdateDataRuleRequest { RequestId = NewId, DataRule = made.Clone(), Etag = made.Etag };
        update.DataRule.Period = new Period { From = Civil.Date("2026-03-03") };

        DataRule next = (await world.DataRules.UpdateDataRuleAsync(update)).DataRule;

        Assert.Equal((2, "v2"), (next.Version, next.Etag));
        await world.Run();
        Assert.Equal(FindingState.Resolved, (await world.Only("HP-CAS-01")).State);
        Assert.Equal(made, (await world.DataRules.GetDataRuleAsync(new GetDataRuleRequest { Name = made.Name, Version = 1 })).DataRule);
        Assert.Equal(next, Assert.Single((await world.DataRules.ListDataRulesAsync(new ListDataRulesRequest())).DataRules));
        update.RequestId = NewId;
        Assert.Equal("ETAG_MISMATCH", (await Refused.By(async () => await world.DataRules.UpdateDataRuleAsync(update))).Reason);
    }

    [Fact]
    public async Task Only_looking_stores_nothing()
    {
        await using ComplianceWorld world = await ComplianceWorld.Start("2026-03-20");
        CreateDataRuleRequest request = New("HP-CAS-01");
        request.ValidateOnly = true;

        await world.DataRules.CreateDataRuleAsync(request);

        Assert.Empty((await world.DataRules.ListDataRulesAsync(new ListDataRulesRequest())).DataRules);
        Assert.DoesNotContain((await world.Client.ListRulesAsync(new ListRulesRequest())).Rules, r => r.Code == "HP-CAS-01");
    }

    [Fact]
    public async Task What_is_hostile_or_wrong_is_refused_at_its_field()
    {
        await using ComplianceWorld world = await ComplianceWorld.Start("2026-03-20");
        (string Field, Action<CreateDataRuleRequest> Spoil)[] bad =
        [
            ("data_rule.requires", r => r.DataRule.Requires = "ended_on.GetType() = 1"),
            ("data_rule.requires", r => r.DataRule.Requires = "System.IO.File:*"),
            ("data_rule.requires", r => r.DataRule.Requires = new string('(', 4096)),
            ("data_rule.requires", r => r.DataRule.Requires = string.Join(" AND ", Enumerable.Repeat("suspensions = 1", 200))),
            ("data_rule.requires", r => r.DataRule.Requires = string.Join(" AND ", Enumerable.Repeat("(suspensions=1)", 101))),
            ("data_rule.requires", r => r.DataRule.Requires = string.Concat(Enumerable.Repeat("NOT ", 500)) + "suspensions = 1"),
            ("data_rule.requires", r => r.DataRule.Requires = "case_id = 'x' OR 1=1"),
            ("data_rule.requires", r => r.DataRule.Requires = "  "),
            ("data_rule.applies_when", r => r.DataRule.AppliesWhen = "no_such_fact = 1"),
            ("data_rule.breach", r => r.DataRule.Breach = new BilingualText { Vi = "{no_such_fact}", En = "{no_such_fact}" }),
            ("data_rule.title", r => r.DataRule.Title = new BilingualText { Vi = "Same", En = "Same" }),
            ("data_rule.severity", r => r.DataRule.Severity = Severity.Unspecified),
            ("data_rule.basis", r => r.DataRule.Basis = null),
            ("data_rule.period.to", r => r.DataRule.Period = new Period { From = Civil.Date("2026-04-02"), To = Civil.Date("2026-04-01") }),
            ("data_rule_id", r => r.DataRuleId = "hp cas 01"),
            ("data_rule_id", r => r.DataRuleId = ""),
            ("data_rule", r => r.DataRule = null),
            ("request_id", r => r.RequestId = "1"),
        ];
        foreach ((string field, Action<CreateDataRuleRequest> spoil) in bad)
        {
            CreateDataRuleRequest request = New("HP-CAS-01");
            spoil(request);
            Refused refused = await Refused.By(async () => await world.DataRules.CreateDataRuleAsync(request));
            Assert.Equal(("INVALID_FIELD", field), (refused.Reason, refused.Fields[0]));
        }

        Assert.Equal("RESOURCE_ALREADY_EXISTS", (await Refused.By(async () => await world.DataRules.CreateDataRuleAsync(New("T-10")))).Reason);
        Assert.Empty((await world.DataRules.ListDataRulesAsync(new ListDataRulesRequest())).DataRules);
    }

    [Fact]
    public async Task The_facts_that_a_filter_can_name_are_listed()
    {
        await using ComplianceWorld world = await ComplianceWorld.Start("2026-03-20");
        ListFilterFactsResponse facts = await world.DataRules.ListFilterFactsAsync(new ListFilterFactsRequest());

        FilterFact ended = facts.Facts.Single(f => f.Name == "ended_on");
        Assert.Equal(("ngày kết thúc giải quyết", FilterFactKind.Date, true), (ended.DisplayName, ended.Kind, ended.CanBeUnknown));
        FilterFact outcome = facts.Facts.Single(f => f.Name == "outcome");
        Assert.Equal(["decided", "refused", "withdrawn"], outcome.Members);
        Assert.False(facts.Facts.Single(f => f.Name == "received_on").CanBeUnknown);
    }

    internal static CreateDataRuleRequest New(string code, string requires, string vietnamese, string english)
    {
        CreateDataRuleRequest request = New(code);
        (request.DataRule.AppliesWhen, request.DataRule.Requires, request.DataRule.Breach) = ("", requires, new BilingualText { Vi = vietnamese, En = english });
        return request;
    }

    private static CreateDataRuleRequest New(string code) => new()
    {
        RequestId = NewId,
        DataRuleId = code,
        DataRule = new DataRule
        {
            Severity = Severity.Warning,
            Title = new BilingualText { Vi = "Còn mở sau hạn", En = "Open past its due date" },
            Basis = new LegalBasis { Citation = new BilingualText { Vi = "Quy chế mẫu", En = "A made-up regulation" } },
            AppliesWhen = "NOT outcome:*",
            Requires = "as_of <= computed_due_on",
            Breach = new BilingualText { Vi = "Quá hạn {computed_due_on}, chưa kết thúc", En = "Past due {computed_due_on}, not ended" },
        },
    };
}
