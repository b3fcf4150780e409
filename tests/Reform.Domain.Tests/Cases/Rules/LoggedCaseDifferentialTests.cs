using System.Collections.Concurrent;
using CsCheck;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Cases.Rules.RuleWorld;

namespace Reform.Domain.Tests.Cases.Rules;

/// <summary>Random event histories, judged by the rules and by the reference.</summary>
public sealed class LoggedCaseDifferentialTests
{
    private static readonly Gen<CaseTime> Time = Gen.Select(
        Gen.OneOf(
            Gen.Int[0, 40].Select(d => new LocalDate(2026, 2, 27).PlusDays(d)),
            Any(new LocalDate(2017, 5, 2), new LocalDate(2025, 7, 8), new LocalDate(2025, 7, 9), new LocalDate(2026, 1, 31), new LocalDate(2026, 4, 28))),
        Any("", "00:00", "07:59", "08:00", "16:00", "23:59"),
        (date, clock) => clock.Length == 0 ? CaseTime.On(date) : At(date.ToString("uuuu-MM-dd", null) + " " + clock));

    private static readonly Gen<LoggedEvent> Event = Gen.Select(
        Gen.Int[1, 99],
        Any<string?>("receive", "check", "decide", "receive", "check", "decide", "supplement", "other", null),
        Maybe(9),
        Any<string?>("cb-1", "cb-2", "cb-3", "dv-1", "Test", null),
        Any<string?>("board", "committee", "deputy", "old", "new", "elsewhere", "by-nobody", "by-deputy", "stranger", null),
        (line, activity, time, resource, position) => new LoggedEvent(line, activity, time, resource, position));

    private static readonly Gen<LoggedCase> Case = Gen.Select(
        Gen.Select(Maybe(9), Maybe(5), Maybe(3), Maybe(3)),
        Gen.Select(Text("P", "P", "P", "Q"), Text("cb-1", "TEST"), Text("u-1"), Text("yes", "no"), Text("vì"), Text("dv-1", "cb-3"), Text("x", "y")),
        Event.Array[0, 6],
        Any("receipt", "deadline", "planned_end", "end").Array[0, 2],
        (times, texts, events, unreadable) => new LoggedCase
        {
            Id = "HS-1",
            Line = 1,
            Receipt = times.Item1,
            Deadline = times.Item2,
            PlannedEnd = times.Item3,
            End = times.Item4,
            ProcedureCode = texts.Item1,
            Responsible = texts.Item2,
            UnitId = texts.Item3,
            Outcome = texts.Item4,
            OutcomeReason = texts.Item5,
            Requester = texts.Item6,
            Territory = texts.Item7,
            Events = ValueList.Create<LoggedEvent>(events),
            UnreadableTimes = Missing(times, unreadable),
        });

    [Fact]
    public void Every_rule_says_of_random_histories_what_a_slow_reading_of_the_events_says()
    {
        string[] codes = [.. BuiltInRules.Cases.Codes.Select(r => r.Code)];
        ConcurrentDictionary<(string, Verdict), int> seen = new();
        Case.Sample(
            file =>
            {
                CaseReport report = CaseReport.Of(file, Full, BuiltInRules.Cases);
                Assert.Empty(report.Judgements.Failures);
                Assert.Equal(codes.Select(c => (c, LoggedCaseReference.Of(c, file))), report.Judgements.Judged.Select(j => (j.Rule.Code, j.Verdict)));
                Assert.All(report.Judgements.Judged, j => seen.AddOrUpdate((j.Rule.Code, j.Verdict), 1, (_, n) => n + 1));
            },
            iter: 20_000);

        // Each rule was kept and broken, and what has needs was undecided.
        Assert.All(codes, c => Assert.All([Verdict.Pass, Verdict.Fail], v => Assert.True(seen.ContainsKey((c, v)), c + " " + v)));
        string[] alwaysDecided = ["CR-CAS-30", "CR-CAS-37", "CR-PRC-01"];
        Assert.All(codes.Except(alwaysDecided), c => Assert.True(seen.ContainsKey((c, Verdict.Unknown)), c));
    }

    [Fact]
    public void Every_fact_has_its_words_and_nothing_stands_in_the_way_of_a_database()
    {
        Assert.Empty(typeof(LoggedCaseFacts).GetProperties().Select(p => p.Name).Except(CaseSubjects.Logged.Words.Keys));
        Assert.Empty(BuiltInRules.Cases.Check());
    }

    // What the service does not keep of a log, a program can: the finding is judged again from its receipt alone.
    [Fact]
    public void A_finding_against_a_case_of_a_log_is_confirmed_from_its_receipt()
    {
        LoggedCaseFacts facts = LoggedCaseFacts.Of(Sound() with { End = At("2026-03-10 00:01") }, Full);
        Finding late = Assert.Single(new FindingSearch<LoggedCaseFacts>(BuiltInRules.Cases).In(facts, new LocalDate(2026, 3, 31)));

        Replay replay = RuleBooks.BuiltIn.ReplayOf(FindingReceipt.Write(late, facts), "r");

        Assert.Equal((ReplayOutcome.Confirmed, "CR-CAS-06"), (replay.Outcome, replay.Key.RuleCode));
        Assert.Equal(late.Reason.Sentence, replay.Judgement!.Reason!.Sentence);
    }

    private static Gen<CaseTime?> Maybe(int often) => Gen.Frequency((often, Time.Select(t => (CaseTime?)t)), (1, Gen.Const((CaseTime?)null)));

    private static Gen<T> Any<T>(params T[] of) => Gen.Int[0, of.Length - 1].Select(i => of[i]);

    private static Gen<string?> Text(params string?[] texts) => Any<string?>([.. texts, .. texts, null]);

    // What can be read is not unreadable.
    private static ValueList<string> Missing((CaseTime? Receipt, CaseTime? Deadline, CaseTime? PlannedEnd, CaseTime? End) times, string[] unreadable) => unreadable.Where(name => name switch
    {
        "receipt" => times.Receipt,
        "deadline" => times.Deadline,
        "planned_end" => times.PlannedEnd,
        _ => times.End,
    } is null).Distinct().ToValueList();
}
