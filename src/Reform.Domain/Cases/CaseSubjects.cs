using NodaTime;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>What rules have to know of cases (hồ sơ).</summary>
public static class CaseSubjects
{
    private static readonly BilingualText Case = new("hồ sơ", "case");

    /// <summary>Cases of an event log: judged by the rules of the date of receipt.</summary>
    public static RuleSubject<LoggedCaseFacts> Logged { get; } = new(
        "logged_case", Case, c => c.File.Id, c => c.File.Receipt == null ? (LocalDate?)null : c.File.Receipt.Date, c => c.File.UnitId);

    /// <summary>Cases of their own events: judged by the rules of the date of receipt.</summary>
    public static RuleSubject<CaseFacts> Flat { get; } = new("case", Case, c => c.CaseId, c => c.ReceivedOn, c => c.UnitId)
    {
        Words = CaseWords.All,
        AnswersOn = c => c.EndedOn,
    };
}
