using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>The kinds of events: their codes and their names.</summary>
internal static class CaseEventKinds
{
    private static readonly Dictionary<Type, Kind> Kinds = new()
    {
        [typeof(CaseReceived)] = new("received", "tiếp nhận hồ sơ", "received"),
        [typeof(CompletenessChecked)] = new("completeness_checked", "kiểm tra tính đầy đủ", "completeness checked"),
        [typeof(SupplementRequested)] = new("supplement_requested", "yêu cầu bổ sung", "supplement requested"),
        [typeof(SupplementReceived)] = new("supplement_received", "nhận hồ sơ bổ sung", "supplement received"),
        [typeof(StepStarted)] = new("step_started", "bắt đầu bước", "step started"),
        [typeof(StepFinished)] = new("step_finished", "hoàn thành bước", "step finished"),
        [typeof(StepReturned)] = new("step_returned", "trả lại bước trước", "returned to an earlier step"),
        [typeof(CaseTransferred)] = new("transferred", "chuyển hồ sơ", "transferred"),
        [typeof(ConsultationRequested)] = new("consultation_requested", "lấy ý kiến phối hợp", "consultation requested"),
        [typeof(ConsultationAnswered)] = new("consultation_answered", "trả lời lấy ý kiến", "consultation answered"),
        [typeof(CaseUrged)] = new("urged", "đôn đốc", "urged"),
        [typeof(CaseSuspended)] = new("suspended", "tạm dừng giải quyết", "suspended"),
        [typeof(CaseResumed)] = new("resumed", "tiếp tục giải quyết", "resumed"),
        [typeof(CaseExtended)] = new("extended", "gia hạn", "extended"),
        [typeof(VoteHeld)] = new("vote_held", "biểu quyết", "vote held"),
        [typeof(CaseDecided)] = new("decided", "quyết định", "decided"),
        [typeof(CaseRefused)] = new("refused", "từ chối giải quyết", "refused"),
        [typeof(CaseWithdrawn)] = new("withdrawn", "rút hồ sơ", "withdrawn"),
        [typeof(ResultReturned)] = new("result_returned", "trả kết quả", "result returned"),
        [typeof(PartyNotified)] = new("notified", "thông báo", "notified"),
        [typeof(ApologyGiven)] = new("apology_given", "xin lỗi và hẹn lại", "apology given"),
        [typeof(SatisfactionAnswered)] = new("satisfaction_answered", "đánh giá mức độ hài lòng", "satisfaction answered"),
        [typeof(DocumentRecorded)] = new("document_recorded", "ghi nhận văn bản", "document recorded"),
    };

    /// <summary>Every code; for tests and documentation.</summary>
    public static IEnumerable<string> Codes => Kinds.Values.Select(k => k.Code);

    public static Kind Of(CaseEvent e) => Kinds[e.GetType()];

    internal sealed class Kind(string code, string vietnamese, string english)
    {
        public string Code { get; } = code;

        public BilingualText Name { get; } = new(vietnamese, english);
    }
}
