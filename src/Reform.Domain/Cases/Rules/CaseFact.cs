using System.Linq.Expressions;
using Reform.Domain.Delegation;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>The facts that rules over cases need, each named once.</summary>
internal static class CaseFact
{
    public static Fact<LoggedCaseFacts> Receipt { get; } = new(
        "receipt", new BilingualText("thời điểm tiếp nhận", "the time of receipt"), Specification.Where<LoggedCaseFacts>(c => c.ReceivedOn != null));

    public static Fact<LoggedCaseFacts> RecordedDeadline { get; } = new(
        "deadline", new BilingualText("hạn trả đã ghi", "the recorded due date"), Specification.Where<LoggedCaseFacts>(c => c.RecordedDueOn != null));

    public static Fact<LoggedCaseFacts> End { get; } = new(
        "end", new BilingualText("thời điểm kết thúc đọc được", "a time of the end that can be read"), Specification.Where<LoggedCaseFacts>(c => c.EndedOn != null));

    public static Fact<LoggedCaseFacts> PlannedEnd { get; } = new(
        "planned_end",
        new BilingualText("thời điểm dự kiến kết thúc đọc được", "a planned end that can be read"),
        Specification.Where<LoggedCaseFacts>(c => c.PlannedEndOn != null));

    // For the rule that they are there at all: what cannot be read is there, but as what?
    public static Fact<LoggedCaseFacts> ReadableReceipt { get; } = new(
        "receipt",
        new BilingualText("thời điểm tiếp nhận đọc được", "a time of receipt that can be read"),
        Specification.Where<LoggedCaseFacts>(c => !c.IsReceiptUnreadable));

    public static Fact<LoggedCaseFacts> ReadableDeadline { get; } = new(
        "deadline",
        new BilingualText("hạn trả đọc được", "a recorded due date that can be read"),
        Specification.Where<LoggedCaseFacts>(c => !c.IsDeadlineUnreadable));

    // One event after the end proves a breach; without such a one, every time must be known.
    public static Fact<LoggedCaseFacts> TimesUpToEnd { get; } = EventTimes(c => c.EndedOn == null || c.LastEventOn > c.EndedOn);

    public static Fact<LoggedCaseFacts> TimesFromReceipt { get; } = EventTimes(c => c.ReceivedOn == null || c.EventBeforeReceiptOn != null);

    public static Fact<LoggedCaseFacts> TimesInOrder { get; } = EventTimes(c => c.FirstUnorderedLine != null || c.Events < 2);

    // The order of steps can only be told when every event says what was done.
    public static Fact<LoggedCaseFacts> Activities { get; } = ActivityNames(null);

    public static Fact<LoggedCaseFacts> ActivitiesNotRepeated { get; } = ActivityNames(c => c.RepeatedSteps != null);

    public static Fact<LoggedCaseFacts> ActivitiesOfProcedure { get; } = ActivityNames(c => c.UnexpectedActivities != null);

    public static Fact<LoggedCaseFacts> SupplementActivities { get; } = ActivityNames(c => c.SupplementRequests > 1 || c.SupplementRequests + c.EventsWithoutActivity <= 1);

    public static Fact<LoggedCaseFacts> EventResources { get; } = new(
        "event_resource",
        new BilingualText("người thực hiện của mọi sự kiện", "the account of every event"),
        Specification.Where<LoggedCaseFacts>(c => c.TestAccounts != null || c.EventsWithoutResource == 0));

    public static Fact<LoggedCaseFacts> DueDate { get; } = new(
        "due_date",
        new BilingualText("hạn trả (không ghi và không tính được)", "a due date, recorded or computable"),
        Specification.Where<LoggedCaseFacts>(c => c.DueOn != null));

    // Without a date of judgement, an event after the due date still proves that an open case is overdue.
    public static Fact<LoggedCaseFacts> JudgementDate { get; } = new(
        "as_of",
        new BilingualText("ngày đánh giá", "the date of judgement"),
        Specification.Where<LoggedCaseFacts>(c => c.AsOf != null || c.LastEventOn > c.DueOn));

    // Only asked for when the receipt is known: without it, the receipt is what is missing.
    public static Fact<LoggedCaseFacts> LimitInForce { get; } = new(
        "limit_in_force",
        new BilingualText("thời hạn của thủ tục có hiệu lực vào ngày tiếp nhận", "a time limit of the procedure in force on the date of receipt"),
        Specification.Where<LoggedCaseFacts>(c => c.ReceivedOn == null || c.LimitUnit != null));

    public static Fact<LoggedCaseFacts> ReceiptTime { get; } = new(
        "receipt_time",
        new BilingualText("giờ tiếp nhận, vì thời hạn tính theo giờ", "the time of day of the receipt, because the limit is counted in hours"),
        Specification.Where<LoggedCaseFacts>(c => !c.LacksReceiptTime));

    public static Fact<LoggedCaseFacts> EndTime { get; } = new(
        "end_time",
        new BilingualText("giờ trả kết quả, vì thời hạn tính theo giờ", "the time of day of the end, because the limit is counted in hours"),
        Specification.Where<LoggedCaseFacts>(c => !c.LacksEndTime));

    public static Fact<LoggedCaseFacts> EventDate { get; } = new(
        "event_date",
        new BilingualText("ngày của sự kiện mà thời hạn gắn với", "the date of the event that the limit is bound to"),
        Specification.Where<LoggedCaseFacts>(c => !c.DueAwaitsEvent));

    public static Fact<LoggedCaseFacts> CalendarCoverage { get; } = new(
        "calendar_coverage",
        new BilingualText("lịch làm việc cho những ngày phải đếm", "a work calendar for the days to be counted"),
        Specification.Where<LoggedCaseFacts>(c => !c.IsOutsideCalendar));

    public static Fact<LoggedCaseFacts> Requester { get; } = new(
        "requester", new BilingualText("người yêu cầu", "the requester"), Specification.Where<LoggedCaseFacts>(c => c.Requester != null));

    public static Fact<LoggedCaseFacts> DecisionResource { get; } = new(
        "decision_resource",
        new BilingualText("người thực hiện bước quyết định", "who did the step that decides"),
        Specification.Where<LoggedCaseFacts>(c => c.DecidedBy != null));

    public static Fact<LoggedCaseFacts> DecisionPosition { get; } = new(
        "decision_position",
        new BilingualText("chức vụ ở bước quyết định", "the position that decided"),
        Specification.Where<LoggedCaseFacts>(c => c.DecidedByPosition != null));

    public static Fact<LoggedCaseFacts> DecisionTime { get; } = new(
        "decision_time",
        new BilingualText("thời điểm quyết định", "the time of the decision"),
        Specification.Where<LoggedCaseFacts>(c => c.DecidedOn != null));

    public static Fact<LoggedCaseFacts> Territory { get; } = new(
        "territory", new BilingualText("địa bàn", "the territory"), Specification.Where<LoggedCaseFacts>(c => c.Territory != null));

    // Only asked for when who decided, when and where is known: without them, they are what is missing.
    public static Fact<LoggedCaseFacts> AuthorityDecided { get; } = new(
        "authority_decided",
        new BilingualText("dữ kiện để kết luận về thẩm quyền", "what the authority register needs to decide"),
        Specification.Where<LoggedCaseFacts>(c => c.DecidedByPosition == null || c.DecidedOn == null || c.Territory == null
            || c.DecisionAuthority == AuthorityVerdict.Competent || c.DecisionAuthority == AuthorityVerdict.NotCompetent));

    public static Fact<LoggedCaseFacts> FourEyesResources { get; } = new(
        "four_eyes_resource",
        new BilingualText("người thực hiện của một hoạt động cần bốn mắt", "who did an activity that needs four eyes"),
        Specification.Where<LoggedCaseFacts>(c => c.FourEyesAccounts != null || !c.IsFourEyesUndecided));

    private static Fact<LoggedCaseFacts> EventTimes(Expression<Func<LoggedCaseFacts, bool>> decidedAnyway) => new(
        "event_time",
        new BilingualText("thời điểm của mọi sự kiện", "the time of every event"),
        Specification.Where(decidedAnyway) | Specification.Where<LoggedCaseFacts>(c => c.EventsWithoutTime == 0));

    private static Fact<LoggedCaseFacts> ActivityNames(Expression<Func<LoggedCaseFacts, bool>>? decidedAnyway)
    {
        var all = Specification.Where<LoggedCaseFacts>(c => c.EventsWithoutActivity == 0);
        return new(
            "activity",
            new BilingualText("tên hoạt động của mọi sự kiện", "the activity of every event"),
            decidedAnyway is null ? all : Specification.Where(decidedAnyway) | all);
    }
}
