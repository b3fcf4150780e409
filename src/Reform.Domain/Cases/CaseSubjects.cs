using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>What rules have to know of cases (hồ sơ).</summary>
public static class CaseSubjects
{
    private static readonly BilingualText Case = new("hồ sơ", "case");

    /// <summary>Cases of an event log: judged by the rules of the date of receipt, or else of the first event (<see cref="LoggedCaseFacts.GovernedOn"/>).</summary>
    public static RuleSubject<LoggedCaseFacts> Logged { get; } = new(
        "logged_case", Case, c => c.CaseId, c => c.GovernedOn, c => c.UnitId)
    {
        Words = LoggedCaseWords.All,
        AnswersOn = c => c.EndedOn,
    };

    /// <summary>Cases of their own events: judged by the rules of the date of receipt.</summary>
    public static RuleSubject<CaseFacts> Flat { get; } = new("case", Case, c => c.CaseId, c => c.ReceivedOn, c => c.UnitId)
    {
        Words = CaseWords.All,
        AnswersOn = c => c.EndedOn,
    };

    /// <summary>The order in which units resolve their cases: judged by the rules of the date of judgement.</summary>
    public static RuleSubject<QueueFacts> Queues { get; } = new(
        "case_queue", new BilingualText("thứ tự giải quyết", "queue of cases"), q => q.Key, q => q.AsOf, q => q.UnitId);

    /// <summary>Shares of the cases of a unit and procedure: judged by the rules of the date of judgement.</summary>
    public static RuleSubject<ShareFacts> Shares { get; } = new(
        "case_share", new BilingualText("tỉ lệ hồ sơ", "share of cases"), s => s.Key, s => s.AsOf, s => CaseSetKey.UnitOf(s.Key));

    /// <summary>Where late cases spent their time: judged by the rules of the date of judgement.</summary>
    public static RuleSubject<StepTimeFacts> StepTimes { get; } = new(
        "case_step_times", new BilingualText("thời gian các bước", "time of the steps"), s => s.Key, s => s.AsOf, s => s.UnitId);
}
