using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reform.Compliance.V1;
using static Reform.Grpc.Tests.CaseFiles.CaseWorld;

namespace Reform.Grpc.Tests.Compliance;

/// <summary>Rules told, cases judged without storing anything, explained, and judged by what is assumed.</summary>
public sealed class EvaluationTests
{
    [Fact]
    public async Task Rules_are_told_with_texts_thresholds_and_editions_in_both_languages()
    {
        await using ComplianceWorld world = await ComplianceWorld.Start("2026-03-20");
        ListRulesResponse all = await world.Client.ListRulesAsync(new ListRulesRequest { LanguageCode = "en" });
        Assert.Superset(new HashSet<string> { "ruleBooks/case", "ruleBooks/logged_case" }, all.RuleBooks.Select(b => b.Name).ToHashSet());
        Assert.Equal(ComplianceWorld.Book.Hash, all.RuleBooks.Single(b => b.Name == "ruleBooks/case").Hash);
        ListRulesResponse cases = await world.Client.ListRulesAsync(new ListRulesRequest { Parent = "ruleBooks/case", LanguageCode = "en" });
        Assert.Equal(["T-10", "T-20", "T-30", "T-40"], cases.Rules.Select(r => r.Code));
        Assert.Equal(("ruleBooks/case/rules/T-20", "Long handling", "A made-up basis", Severity.Warning), (cases.Rules[1].Name, cases.Rules[1].Title, cases.Rules[1].Basis, cases.Rules[1].Severity));

        Rule rule = (await world.Client.GetRuleAsync(new GetRuleRequest { Name = "ruleBooks/case/rules/T-20" })).Rule;
        Assert.Equal(("Xử lý lâu", "Căn cứ mẫu"), (rule.Title, rule.Basis));
        RuleParameter parameter = Assert.Single(rule.Parameters);
        Assert.Equal(("most_days", "số ngày tối đa", true), (parameter.Name, parameter.DisplayName, parameter.LowerIsStricter));
        Assert.Equal([30, 10], parameter.Values.Select(v => v.Value));
        Assert.Equal(["2026-01-01 30", " 10"], rule.Editions.Select(e => (e.Period.To is null ? "" : Civil.Text(e.Period.To)) + " " + e.Thresholds.Single().Value));

        await world.Server.Create("H-1", Receipt("2026-03-02", procedure: "HP-1"));
        Assert.Equal(rule.Editions[1].Hash, (await world.Only("T-20")).RuleHash);
        Assert.Equal("RESOURCE_NOT_FOUND", (await Refused.By(async () => await world.Client.GetRuleAsync(new GetRuleRequest { Name = "ruleBooks/case/rules/none" }))).Reason);
        Assert.Equal("RESOURCE_NOT_FOUND", (await Refused.By(async () => await world.Client.ListRulesAsync(new ListRulesRequest { Parent = "ruleBooks/none" }))).Reason);
    }

    [Fact]
    public async Task A_case_is_judged_as_it_stood_on_a_date_and_explained_either_way()
    {
        await using ComplianceWorld world = await ComplianceWorld.Start("2026-03-20");
        Reform.Casefiles.V1.CaseFile file = (await world.Server.Create("H-1", Receipt("2026-03-02", procedure: "HP-1"))).CaseFile;
        await world.Server.Append(file, Start("2026-03-03", 1), Decide("2026-03-11"));
        async Task<string> On(string day, params string[] codes)
        {
            EvaluateCaseResponse response = await world.Client.EvaluateCaseAsync(new EvaluateCaseRequest { Name = "caseFiles/H-1", AsOf = Civil.Date(day), RuleCodes = { codes } });
            return string.Join(" ", response.Judgements.Select(j => j.Rule.Code + ":" + j.Verdict));
        }

        Assert.Equal("T-10:Pass T-20:Pass T-30:Unknown T-40:NotApplicable", await On("2026-03-09"));
        Assert.Equal("T-10:Fail", await On("2026-03-10", "T-10"));
        Assert.Equal("T-10:Fail T-20:Pass", await On("2026-03-19", "T-20", "T-10"));
        Assert.Equal("RESOURCE_NOT_FOUND", (await Refused.By(() => On("2026-03-01"))).Reason);

        var why = new ExplainFindingRequest { Case = "caseFiles/H-1", RuleCode = "T-10", AsOf = Civil.Date("2026-03-19"), LanguageCode = "en" };
        ExplainFindingResponse english = await world.Client.ExplainFindingAsync(why);
        Assert.Equal("T-10: Past the due date 9 March 2026", english.Sentences[0]);
        Assert.Contains(english.Sentences, s => s.Contains("ended on = 11 March 2026", StringComparison.Ordinal) && s.Contains("computed due date = 9 March 2026", StringComparison.Ordinal));
        why.LanguageCode = "vi";
        ExplainFindingResponse vietnamese = await world.Client.ExplainFindingAsync(why);
        Assert.Equal("T-10: Quá hạn 09/03/2026", vietnamese.Sentences[0]);
        Assert.Contains(vietnamese.Sentences, s => s.Contains("hạn tính được = 09/03/2026", StringComparison.Ordinal));
        Assert.Contains(vietnamese.Facts, f => f is { Name: "EndedOn", Value: "2026-03-11" });

        // Why it did not fire.
        why.AsOf = Civil.Date("2026-03-09");
        Assert.Equal("T-10: đạt", (await world.Client.ExplainFindingAsync(why)).Sentences[0]);
        why.RuleCode = "T-40";
        Assert.Equal(Verdict.NotApplicable, (await world.Client.ExplainFindingAsync(why)).Judgement.Verdict);
    }

    [Fact]
    public async Task A_stream_keeps_the_order_and_goes_on_after_bad_questions()
    {
        await using ComplianceWorld world = await ComplianceWorld.Start("2026-03-20");
        await world.Server.Create("H-1", Receipt("2026-03-02", procedure: "HP-1"));
        await world.Server.Create("H-2", Receipt("2026-03-19", procedure: "HP-1"));
        using AsyncDuplexStreamingCall<StreamEvaluateCasesRequest, StreamEvaluateCasesResponse> call = world.Client.StreamEvaluateCases();
        EvaluateCaseRequest?[] questions =
        [
            new() { Name = "caseFiles/H-1", RuleCodes = { "T-10" } }, null, new() { Name = "caseFiles/none" }, new() { Name = "x" },
            new() { Name = "caseFiles/H-2", LanguageCode = "fr" }, new() { Name = "caseFiles/H-2", RuleCodes = { "T-10" } },
        ];
        foreach (EvaluateCaseRequest? question in questions)
        {
            await call.RequestStream.WriteAsync(new StreamEvaluateCasesRequest { Question = question });
        }

        await call.RequestStream.CompleteAsync();
        List<string> answers = [];
        await foreach (StreamEvaluateCasesResponse answer in call.ResponseStream.ReadAllAsync())
        {
            Assert.Equal(answers.Count, answer.Index);
            answers.Add(answer.Error is null
                ? answer.Evaluation.Judgements.Single().Verdict.ToString()
                : answer.Error.GetDetail<Google.Rpc.ErrorInfo>().Reason + " " + answer.Error.GetDetail<Google.Rpc.ErrorInfo>().Metadata["field"]);
        }

        Assert.Equal(
            ["Fail", "INVALID_FIELD question", "RESOURCE_NOT_FOUND question.name", "INVALID_FIELD question.name", "INVALID_FIELD question.language_code", "Pass"], answers);
    }

    [Fact]
    public async Task A_changed_rule_is_tried_on_past_cases_without_touching_them()
    {
        await using ComplianceWorld world = await ComplianceWorld.Start("2026-03-20");
        for (int i = 0; i < 4; i++)
        {
            await world.Server.Create("H-" + i, Receipt("2026-03-0" + ((2 * i) + 2), procedure: "HP-1", unit: i == 3 ? "city" : "ward"));
        }

        // On 20 March the cases are 18, 16, 14 and 12 days old; ten days are allowed, thirty were before 2026.
        List<Finding> before = await world.Findings();
        var request = new CompareEvaluationsRequest { Parent = "units/-", MaxDifferences = 2, Threshold = new AssumedThreshold { RuleCode = "T-20", Parameter = "most_days", Value = 15 } };
        CompareEvaluationsResponse looser = await world.Client.CompareEvaluationsAsync(request);
        Assert.Equal((4, "T-20 Fail>Pass 2"), (looser.JudgedCases, Changes(looser)));
        Assert.Equal(["caseFiles/H-2", "caseFiles/H-3"], looser.Differences.Select(d => d.Case));
        Assert.NotEqual(ComplianceWorld.Book.Hash, looser.BookHash);
        request.RulesOn = Civil.Date("2025-06-01");
        CompareEvaluationsResponse then = await world.Client.CompareEvaluationsAsync(request);
        Assert.Equal(("T-20 Fail>Pass 4", 2), (Changes(then), then.Differences.Count));
        request.Parent = "units/city";
        Assert.Equal("T-20 Fail>Pass 1", Changes(await world.Client.CompareEvaluationsAsync(request)));
        request.AsOf = Civil.Date("2026-03-18");
        Assert.Equal("", Changes(await world.Client.CompareEvaluationsAsync(request)));
        Assert.Equal(before, await world.Findings());

        request.Threshold = new AssumedThreshold { RuleCode = "T-20", Parameter = "none", Value = 1 };
        Refused refused = await Refused.By(async () => await world.Client.CompareEvaluationsAsync(request));
        Assert.Equal("threshold.parameter", refused.Fields.Single());
    }

    private static string Changes(CompareEvaluationsResponse response) =>
        string.Join(" ", response.Changes.Select(c => c.RuleCode + " " + c.Before + ">" + c.After + " " + c.Count));
}
