using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Domain.Deadlines;
using Reform.Domain.Procedures;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Cases.Rules.RuleWorld;

namespace Reform.Domain.Tests.Cases.Rules;

public sealed class CaseRuleTests
{
    [Fact]
    public void A_sound_case_breaks_no_rule_and_leaves_none_undecided()
    {
        CaseReport report = CaseReport.Of(Sound(), Full, BuiltInRules.Cases);
        Assert.Empty(report.Breaches);
        Assert.Empty(report.Undecided);
        Assert.Empty(report.Judgements.Failures);
        Assert.Equal(["board", "committee", "deputy"], report.Case.Authority!.Chain.Select(l => l.HolderId));
    }

    public static TheoryData<string, LoggedCase> Breaches => new()
    {
        { "CR-CAS-01", Sound() with { Receipt = null } },
        { "CR-CAS-01", Sound() with { Deadline = null } },
        { "CR-CAS-03", Sound() with { Deadline = At("2026-03-10 17:00") } },
        { "CR-CAS-04", Sound() with { Events = [.. Sound().Events, Event("supplement", null, "a"), Event("supplement", null, "a")] } },
        { "CR-CAS-05", Sound() with { End = null } },
        { "CR-CAS-06", Sound() with { End = At("2026-03-10 00:01") } },
        { "CR-CAS-06", Sound() with { End = At("2026-03-10 08:00"), Deadline = At("2026-03-20 17:00") } },
        { "CR-CAS-09", Sound() with { Outcome = "no" } },
        { "CR-CAS-12", Sound() with { Requester = "cb-3" } },
        { "CR-CAS-15", Sound() with { Events = [Sound().Events[0], Sound().Events[2]] } },
        { "CR-CAS-15", Sound() with { Events = [Sound().Events[1], Sound().Events[0], Sound().Events[2]] } },
        { "CR-CAS-15", Sound() with { End = null, Events = [Sound().Events[1], Sound().Events[0]] } },
        { "CR-CAS-27", Sound() with { Events = [Sound().Events[0], .. Sound().Events] } },
        { "CR-CAS-28", Sound() with { Events = [.. Sound().Events, Event("ask again", null, "a")] } },
        { "CR-CAS-29", Sound().WithEvent("decide", e => e with { Resource = "cb-2" }) },
        { "CR-CAS-30", Sound() with { Responsible = null } },
        { "CR-CAS-31", Sound().WithEvent("decide", e => e with { Time = At("2026-03-07 00:30") }) },
        { "CR-CAS-32", Sound() with { Responsible = "TEST" } },
        { "CR-CAS-32", Sound().WithEvent("check", e => e with { Resource = "Test" }) },
        { "CR-CAS-33", Sound() with { End = At("2026-03-02 07:59") } },
        { "CR-CAS-34", Sound() with { PlannedEnd = At("2026-03-10 00:01") } },
        { "CR-CAS-35", Sound().WithEvent("decide", e => e with { Time = At("2026-03-04 08:59") }) },
        { "CR-CAS-36", Sound().WithEvent("receive", e => e with { Time = At("2026-03-02 07:59") }) },
        { "CR-CAS-37", Sound() with { UnitId = null } },
        { "CR-CAS-04", Sound() with { Events = [Nameless, Event("supplement", null, "a"), Event("supplement", null, "a")] } },
        { "CR-CAS-27", Sound() with { Events = [Nameless, Sound().Events[0], .. Sound().Events] } },
        { "CR-CAS-28", Sound() with { Events = [Nameless, .. Sound().Events, Event("ask again", null, "a")] } },
        { "CR-CAS-31", Sound().WithEvent("decide", e => e with { Time = At("2026-03-07 00:30") }).WithEvent("check", e => e with { Time = null }) },
        { "CR-CAS-32", Sound().WithEvent("check", e => e with { Resource = "Test" }).WithEvent("decide", e => e with { Resource = null }) },
        { "CR-CAS-36", Sound().WithEvent("receive", e => e with { Time = At("2026-03-02 07:59") }).WithEvent("check", e => e with { Time = null }) },
        { "CR-PRC-01", Sound() with { ProcedureCode = "Q" } },
        { "CR-PRC-01", Sound() with { ProcedureCode = null } },
        { "CR-DLG-03", Sound().WithEvent("decide", e => e with { Position = "old" }) },
        { "CR-DLG-04", Sound().WithEvent("decide", e => e with { Position = "new" }) },
        { "CR-DLG-05", Sound().WithEvent("decide", e => e with { Position = "elsewhere" }) },
        { "CR-DLG-06", Sound().WithEvent("decide", e => e with { Position = "by-nobody" }) },
        { "CR-DLG-07", Sound().WithEvent("decide", e => e with { Position = "by-deputy" }) },
        { "CR-DLG-24", Sound().WithEvent("decide", e => e with { Position = "stranger" }) },
    };

    [Theory]
    [MemberData(nameof(Breaches))]
    public void A_breach_is_found_with_a_reason_in_both_languages(string code, LoggedCase file)
    {
        Judgement judgement = Judge(code, file);
        Assert.Equal(Verdict.Fail, judgement.Verdict);
        BilingualText sentence = judgement.Reason!.Sentence;
        Assert.NotEqual(sentence.Vietnamese, sentence.English);
        Assert.DoesNotContain('{', sentence.Vietnamese + sentence.English);
        Assert.Empty(judgement.Missing);
        if (code.StartsWith("CR-DLG", StringComparison.Ordinal))
        {
            Assert.Equal([code], CaseReport.Of(file, Full, BuiltInRules.Cases).Breaches.Select(b => b.Rule.Code));
        }
    }

    [Fact]
    public void Every_built_in_rule_has_a_breach_in_these_tests() =>
        Assert.Equal(BuiltInRules.Cases.Codes.Select(r => r.Code), Breaches.Select(b => b.Data.Item1).Distinct().Order(StringComparer.Ordinal));

    public static TheoryData<string, LoggedCase> Kept => new()
    {
        { "CR-CAS-04", Sound() with { Events = [.. Sound().Events, Event("supplement", null, "a")] } },
        { "CR-CAS-04", Sound() with { Events = [.. Sound().Events, Nameless] } },
        { "CR-CAS-05", Sound() with { End = null, Receipt = At("2026-03-24 08:00"), Deadline = At("2026-03-31 17:00") } },
        { "CR-CAS-06", Sound() with { End = At("2026-03-09 23:59") } },
        { "CR-CAS-09", Sound() with { Outcome = "no", OutcomeReason = "vì" } },
        { "CR-CAS-15", Sound() with { End = null, Events = [Sound().Events[0]] } },
        { "CR-CAS-28", Sound() with { Events = [.. Sound().Events, Event("supplement", null, "a")] } },
        { "CR-CAS-31", Sound().WithEvent("decide", e => e with { Time = At("2026-03-06 23:59") }) },
        { "CR-CAS-33", Sound() with { End = At("2026-03-02 00:00") } },
        { "CR-CAS-34", Sound() with { PlannedEnd = At("2026-03-09 23:59") } },
        { "CR-CAS-36", Sound().WithEvent("receive", e => e with { Time = At("2026-03-02 00:00") }) },
        { "CR-DLG-24", Sound().WithEvent("decide", e => e with { Position = "board" }) },
        { "CR-DLG-03", Sound().WithEvent("decide", e => e with { Position = "committee" }) },
    };

    [Theory]
    [MemberData(nameof(Kept))]
    public void What_is_just_allowed_passes(string code, LoggedCase file) => Assert.Equal(Verdict.Pass, Judge(code, file).Verdict);

    public static TheoryData<string, LoggedCase, string[]> Undecidable => new()
    {
        { "CR-CAS-03", Sound() with { Receipt = null }, ["receipt"] },
        { "CR-CAS-03", Sound() with { Deadline = null }, ["deadline"] },
        { "CR-CAS-03", Sound() with { Receipt = At("2026-01-15 08:00") }, ["limit_in_force"] },
        { "CR-CAS-03", Sound() with { Receipt = At("2026-04-29 08:00") }, ["calendar_coverage"] },
        { "CR-CAS-05", Sound() with { End = null, Receipt = null, Deadline = null }, ["due_date"] },
        { "CR-CAS-06", Sound() with { Receipt = null, Deadline = null }, ["due_date"] },
        { "CR-CAS-12", Sound() with { Requester = null }, ["requester"] },
        { "CR-CAS-12", Sound().WithEvent("decide", e => e with { Resource = null }), ["decision_resource"] },
        { "CR-CAS-29", Sound().WithEvent("decide", e => e with { Resource = null }), ["four_eyes_resource"] },
        { "CR-CAS-33", Sound() with { Receipt = null }, ["receipt"] },
        { "CR-CAS-34", Sound() with { Deadline = null }, ["deadline"] },
        { "CR-CAS-36", Sound() with { Receipt = null }, ["receipt"] },
        { "CR-CAS-01", Sound().WithUnreadable("receipt") with { Receipt = null }, ["receipt"] },
        { "CR-CAS-01", Sound().WithUnreadable("deadline") with { Deadline = null }, ["deadline"] },
        { "CR-CAS-06", Sound().WithUnreadable("end") with { End = null }, ["end"] },
        { "CR-CAS-31", Sound().WithUnreadable("end") with { End = null }, ["end"] },
        { "CR-CAS-33", Sound().WithUnreadable("end") with { End = null }, ["end"] },
        { "CR-CAS-34", Sound().WithUnreadable("planned_end") with { PlannedEnd = null }, ["planned_end"] },
        { "CR-CAS-31", Sound().WithEvent("check", e => e with { Time = null }), ["event_time"] },
        { "CR-CAS-35", Sound().WithEvent("check", e => e with { Time = null }), ["event_time"] },
        { "CR-CAS-36", Sound().WithEvent("check", e => e with { Time = null }), ["event_time"] },
        { "CR-CAS-04", Sound() with { Events = [.. Sound().Events, Event("supplement", null, "a"), Nameless] }, ["activity"] },
        { "CR-CAS-15", Sound() with { Events = [.. Sound().Events, Nameless] }, ["activity"] },
        { "CR-CAS-27", Sound() with { Events = [.. Sound().Events, Nameless] }, ["activity"] },
        { "CR-CAS-28", Sound() with { Events = [.. Sound().Events, Nameless] }, ["activity"] },
        { "CR-CAS-29", Sound() with { Events = [.. Sound().Events, Nameless] }, ["four_eyes_resource"] },
        { "CR-CAS-32", Sound().WithEvent("check", e => e with { Resource = null }), ["event_resource"] },
        { "CR-DLG-03", Sound().WithEvent("decide", e => e with { Position = null, Time = null }), ["decision_position", "decision_time"] },
        { "CR-DLG-04", Sound() with { Territory = null }, ["territory"] },
        { "CR-DLG-05", Sound() with { Territory = null }, ["territory"] },
        { "CR-DLG-06", Sound() with { Territory = null }, ["territory"] },
        { "CR-DLG-07", Sound() with { Territory = null }, ["territory"] },
        { "CR-DLG-24", Sound() with { Territory = null }, ["territory"] },
    };

    [Theory]
    [MemberData(nameof(Undecidable))]
    public void A_missing_fact_gives_neither_pass_nor_fail_and_is_named(string code, LoggedCase file, string[] missing)
    {
        Judgement judgement = Judge(code, file);
        Assert.Equal(Verdict.Unknown, judgement.Verdict);
        Assert.Equal(missing, judgement.Missing.Select(m => m.Name));
        Assert.All(judgement.Missing, m => Assert.Contains(m.Label.Vietnamese, judgement.Reason!.Sentence.Vietnamese, StringComparison.Ordinal));
        Assert.All(judgement.Missing, m => Assert.Contains(m.Label.English, judgement.Reason!.Sentence.English, StringComparison.Ordinal));
    }

    public static TheoryData<string, string, string, Verdict, string> Hours => new()
    {
        // eight working hours from Monday 08:00 are due on Tuesday at 08:30
        { "CR-CAS-06", "2026-03-02 08:00", "2026-03-03 08:30", Verdict.Pass, "" },
        { "CR-CAS-06", "2026-03-02 08:00", "2026-03-03 08:31", Verdict.Fail, "resolved_after_due_instant" },
        { "CR-CAS-06", "2026-03-02 08:00", "2026-03-04 07:00", Verdict.Fail, "resolved_late" },
        { "CR-CAS-06", "2026-03-02 08:00", "2026-03-03 00:00", Verdict.Unknown, "end_time" },
        { "CR-CAS-06", "2026-03-02 08:00", "2026-03-02 00:00", Verdict.Pass, "" },
        { "CR-CAS-03", "2026-03-02 08:00", "2026-03-03 08:30", Verdict.Fail, "wrong_due_date" },
        { "CR-CAS-03", "2026-03-02 00:00", "2026-03-03 08:30", Verdict.Unknown, "receipt_time" },
    };

    [Theory]
    [MemberData(nameof(Hours))]
    public void A_limit_in_hours_is_judged_by_the_instant_where_the_times_of_day_are_known(
        string code, string receipt, string end, Verdict verdict, string because)
    {
        Judgement judgement = JudgeUnder(TimeLimit.WorkingHours(8), code, Sound() with { Receipt = At(receipt), End = At(end) });
        Assert.Equal(verdict, judgement.Verdict);
        Assert.Equal(because, verdict == Verdict.Unknown ? Assert.Single(judgement.Missing).Name : judgement.Reason?.Code ?? "");
    }

    [Fact]
    public void A_limit_bound_to_an_event_cannot_be_judged_before_the_event_is_known()
    {
        Judgement judgement = JudgeUnder(TimeLimit.NextEvent(BilingualText.Same("meeting")), "CR-CAS-03", Sound());
        Assert.Equal((Verdict.Unknown, "event_date"), (judgement.Verdict, Assert.Single(judgement.Missing).Name));
    }

    public static TheoryData<string, LoggedCase> NotConcerned => new()
    {
        { "CR-CAS-03", Sound() with { ProcedureCode = null } },
        { "CR-CAS-05", Sound() },
        { "CR-CAS-05", Sound().WithUnreadable("end") with { End = null } },
        { "CR-CAS-06", Sound() with { End = null } },
        { "CR-CAS-09", Sound() },
        { "CR-CAS-12", Sound() with { Events = [Sound().Events[0]] } },
        { "CR-CAS-15", Sound() with { ProcedureCode = "Q" } },
        { "CR-CAS-27", Sound() with { ProcedureCode = "Q" } },
        { "CR-CAS-28", Sound() with { ProcedureCode = "Q" } },
        { "CR-CAS-29", Sound() with { Events = [Sound().Events[0], Sound().Events[1]] } },
        { "CR-CAS-31", Sound() with { End = null } },
        { "CR-CAS-33", Sound() with { End = null } },
        { "CR-CAS-34", Sound() with { PlannedEnd = null } },
        { "CR-DLG-03", Sound() with { Events = [Sound().Events[0]] } },
        { "CR-DLG-24", Sound() with { ProcedureCode = "Q" } },
    };

    [Theory]
    [MemberData(nameof(NotConcerned))]
    public void A_case_that_a_rule_does_not_concern_is_not_judged_by_it(string code, LoggedCase file) =>
        Assert.Equal(Verdict.NotApplicable, Judge(code, file).Verdict);

    [Fact]
    public void Without_a_date_of_judgement_an_open_case_is_overdue_only_if_an_event_proves_it()
    {
        CaseContext undated = Context(Mapping with { AsOf = null });
        LoggedCase open = Sound() with { End = null };
        Judgement unknown = Judge("CR-CAS-05", open, undated);
        Assert.Equal((Verdict.Unknown, "as_of"), (unknown.Verdict, Assert.Single(unknown.Missing).Name));
        Assert.Equal(Verdict.Fail, Judge("CR-CAS-05", open.WithEvent("decide", e => e with { Time = At("2026-03-10 08:00") }), undated).Verdict);
    }

    [Fact]
    public void Without_reference_data_the_rules_on_procedures_limits_and_authority_do_not_apply()
    {
        var bare = new CaseContext(Mapping with { TestAccounts = [], Activities = new(), Case = new CaseAttributes() });
        string[] judged = [.. CaseReport.Of(Sound(), bare, BuiltInRules.Cases).Judgements.Judged.Where(j => j.Verdict != Verdict.NotApplicable).Select(j => j.Rule.Code)];
        Assert.Equal(["CR-CAS-06", "CR-CAS-31", "CR-CAS-33", "CR-CAS-34", "CR-CAS-35", "CR-CAS-36"], judged);
    }

    [Fact]
    public void What_the_mapping_does_not_name_cannot_be_absent_from_a_case()
    {
        CaseContext withoutDeadlines = Context(Mapping with { Case = new CaseAttributes { Receipt = "received" } });
        Assert.Equal(Verdict.Pass, Judge("CR-CAS-01", Sound() with { Deadline = null }, withoutDeadlines).Verdict);
        Judgement breach = Judge("CR-CAS-01", Sound() with { Deadline = null, Receipt = null }, withoutDeadlines);
        Assert.Equal((Verdict.Fail, "The case lacks the time of receipt"), (breach.Verdict, breach.Reason!.Sentence.English));
    }

    [Fact]
    public void The_steps_of_the_mapping_count_where_there_is_no_catalogue()
    {
        var context = new CaseContext(Mapping with { ExpectedSequence = ["receive", "archive"], FourEyes = [new FourEyesPair("receive", "check")] });
        CaseReport report = CaseReport.Of(Sound().WithEvent("check", e => e with { Resource = "cb-1" }), context, BuiltInRules.Cases);
        Assert.Equal(["CR-CAS-15", "CR-CAS-28", "CR-CAS-29"], report.Breaches.Select(b => b.Rule.Code));
    }

    private static Judgement JudgeUnder(TimeLimit limit, string code, LoggedCase file) =>
        Judge(code, file, new CaseContext(Mapping, Calendar, RuleWorld.ProceduresWith(limit), null, Authority));
}
