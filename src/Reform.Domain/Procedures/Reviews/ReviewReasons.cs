using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Why a review stands as it does.</summary>
internal static class ReviewReasons
{
    public static readonly ReasonKind Pending = new(
        "review_pending", "Chưa rà soát '{procedure}', hạn ngày {due}", "'{procedure}' is not reviewed; due on {due}");

    public static readonly ReasonKind NotReviewed = new(
        "review_missing", "'{unit}' chưa rà soát '{procedure}', quá hạn ngày {due}", "'{unit}' has not reviewed '{procedure}', which was due on {due}");

    public static readonly ReasonKind InTime = new(
        "review_in_time", "Kết luận '{outcome}' ngày {decided}, trong hạn {due}", "Verdict '{outcome}' on {decided}, in time for {due}");

    public static readonly ReasonKind Late = new(
        "review_late", "Kết luận '{outcome}' ngày {decided}, sau hạn {due}", "Verdict '{outcome}' on {decided}, after {due}");

    public static readonly ReasonKind Disagree = new(
        "review_verdicts_differ", "Các đơn vị kết luận khác nhau về '{procedure}': {verdicts}", "Units decided differently about '{procedure}': {verdicts}");

    public static readonly ReasonKind Kept = new("review_follow_up_none", "Giữ nguyên: không phải thực hiện gì", "Kept: nothing follows");

    public static readonly ReasonKind Waiting = new(
        "review_follow_up_waiting", "Chưa thực hiện '{outcome}', hạn ngày {due}", "'{outcome}' is not carried out; due on {due}");

    public static readonly ReasonKind Overdue = new(
        "review_follow_up_overdue", "Quá hạn thực hiện '{outcome}', hạn là {due}", "'{outcome}' is not carried out and was due on {due}");

    public static readonly ReasonKind DoneInTime = new(
        "review_follow_up_done", "Đã thực hiện '{outcome}' từ {done}, trong hạn {due}", "'{outcome}' was carried out on {done}, in time for {due}");

    public static readonly ReasonKind DoneLate = new(
        "review_follow_up_late", "Thực hiện '{outcome}' từ {done}, sau hạn {due}", "'{outcome}' was carried out on {done}, after {due}");

    public static readonly ReasonKind WaitingWithoutDue = new(
        "review_follow_up_without_due",
        "Chưa thực hiện '{outcome}'; không tính được hạn",
        "'{outcome}' is not carried out; its due date cannot be computed");

    public static readonly ReasonKind DoneWithoutDue = new(
        "review_follow_up_done_without_due",
        "Đã thực hiện '{outcome}' từ {done}; không tính được hạn",
        "'{outcome}' was carried out on {done}; its due date cannot be computed");

    public static BilingualText NameOf(ReviewOutcome outcome) => outcome switch
    {
        ReviewOutcome.Keep => new BilingualText("giữ nguyên", "keep"),
        ReviewOutcome.Amend => new BilingualText("sửa đổi", "amend"),
        ReviewOutcome.Merge => new BilingualText("gộp", "merge"),
        ReviewOutcome.Abolish => new BilingualText("bãi bỏ", "abolish"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No such outcome."),
    };
}
