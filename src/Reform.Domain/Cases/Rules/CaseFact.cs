using Reform.Domain.Delegation;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>The facts that rules over cases need, each named once.</summary>
internal static class CaseFact
{
    public static Fact<CaseFacts> Receipt { get; } = new(
        "receipt", new BilingualText("thời điểm tiếp nhận", "the time of receipt"), Specification.Where<CaseFacts>(c => c.File.Receipt != null));

    public static Fact<CaseFacts> RecordedDeadline { get; } = new(
        "deadline", new BilingualText("hạn trả đã ghi", "the recorded due date"), Specification.Where<CaseFacts>(c => c.File.Deadline != null));

    public static Fact<CaseFacts> DueDate { get; } = new(
        "due_date",
        new BilingualText("hạn trả (không ghi và không tính được)", "a due date, recorded or computable"),
        Specification.Where<CaseFacts>(c => c.DueOn != null));

    // Without a date of judgement, an event after the due date still proves that an open case is overdue.
    public static Fact<CaseFacts> JudgementDate { get; } = new(
        "as_of",
        new BilingualText("ngày đánh giá", "the date of judgement"),
        Specification.Where<CaseFacts>(c => c.AsOf != null || c.LastEventOn > c.DueOn));

    // Only asked for when the receipt is known: without it, the receipt is what is missing.
    public static Fact<CaseFacts> LimitInForce { get; } = new(
        "limit_in_force",
        new BilingualText("thời hạn của thủ tục có hiệu lực vào ngày tiếp nhận", "a time limit of the procedure in force on the date of receipt"),
        Specification.Where<CaseFacts>(c => c.File.Receipt == null || c.LimitInForce != null));

    public static Fact<CaseFacts> CalendarCoverage { get; } = new(
        "calendar_coverage",
        new BilingualText("lịch làm việc cho những ngày phải đếm", "a work calendar for the days to be counted"),
        Specification.Where<CaseFacts>(c => !c.IsOutsideCalendar));

    public static Fact<CaseFacts> Requester { get; } = new(
        "requester", new BilingualText("người yêu cầu", "the requester"), Specification.Where<CaseFacts>(c => c.File.Requester != null));

    public static Fact<CaseFacts> DecisionResource { get; } = new(
        "decision_resource",
        new BilingualText("người thực hiện bước quyết định", "who did the step that decides"),
        Specification.Where<CaseFacts>(c => c.DecisionEvent!.Resource != null));

    public static Fact<CaseFacts> DecisionPosition { get; } = new(
        "decision_position",
        new BilingualText("chức vụ ở bước quyết định", "the position that decided"),
        Specification.Where<CaseFacts>(c => c.DecisionEvent!.Position != null));

    public static Fact<CaseFacts> DecisionTime { get; } = new(
        "decision_time",
        new BilingualText("thời điểm quyết định", "the time of the decision"),
        Specification.Where<CaseFacts>(c => c.DecisionEvent!.Time != null));

    public static Fact<CaseFacts> Territory { get; } = new(
        "territory", new BilingualText("địa bàn", "the territory"), Specification.Where<CaseFacts>(c => c.File.Territory != null));

    // Only asked for when who decided, when and where is known: without them, they are what is missing.
    public static Fact<CaseFacts> AuthorityDecided { get; } = new(
        "authority_decided",
        new BilingualText("dữ kiện để kết luận về thẩm quyền", "what the authority register needs to decide"),
        Specification.Where<CaseFacts>(c => c.DecisionEvent!.Position == null || c.DecisionEvent.Time == null || c.File.Territory == null
            || (c.Authority != null && (c.Authority.Verdict == AuthorityVerdict.Competent || c.Authority.Verdict == AuthorityVerdict.NotCompetent))));

    public static Fact<CaseFacts> FourEyesResources { get; } = new(
        "four_eyes_resource",
        new BilingualText("người thực hiện của một hoạt động cần bốn mắt", "who did an activity that needs four eyes"),
        Specification.Where<CaseFacts>(c => c.FourEyes.Any(p => p.IsViolated) || !c.FourEyes.Any(p => p.IsUndecided)));
}
