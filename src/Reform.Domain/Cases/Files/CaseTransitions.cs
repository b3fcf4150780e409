using Reform.Domain.Explanations;

namespace Reform.Domain.Cases;

/// <summary>What may follow what in a case (quy tắc chuyển trạng thái). What the law forbids but people do is recorded: rules find it.</summary>
public static class CaseTransitions
{
    /// <summary>A case begins with its receipt, and nothing lies before it.</summary>
    public static ReasonKind ReceiptFirst { get; } = new(
        "receipt_comes_first", "'{event}' không thể đứng trước việc tiếp nhận hồ sơ", "'{event}' cannot come before the receipt");

    /// <summary>A case is received once.</summary>
    public static ReasonKind ReceivedOnce { get; } = new("received_once", "Hồ sơ chỉ được tiếp nhận một lần", "A case is received once");

    /// <summary>Handling ends with the outcome.</summary>
    public static ReasonKind EndsWithOutcome { get; } = new(
        "handling_ended", "'{event}' không thể có sau khi hồ sơ đã kết thúc giải quyết", "'{event}' cannot follow the end of the handling");

    /// <summary>After the result is handed over nothing but notices, answers and documents follows.</summary>
    public static ReasonKind ClosedCase { get; } = new(
        "case_closed", "'{event}' không thể có sau khi đã trả kết quả", "'{event}' cannot follow the hand-over of the result");

    /// <summary>A supplement comes before what waits for it.</summary>
    public static ReasonKind WaitsForSupplement { get; } = new(
        "awaits_supplement", "'{event}' không thể có khi đang chờ bổ sung hồ sơ", "'{event}' cannot come while a supplement is awaited");

    /// <summary>A supplement was asked for before it comes.</summary>
    public static ReasonKind NoSupplementAwaited { get; } = new(
        "no_supplement_awaited", "Không có yêu cầu bổ sung nào đang chờ", "No supplement is awaited");

    /// <summary>A suspended case is resumed first.</summary>
    public static ReasonKind WhileSuspended { get; } = new(
        "case_suspended", "'{event}' không thể có khi hồ sơ đang tạm dừng; phải tiếp tục giải quyết trước",
        "'{event}' cannot come while the case is suspended: resume it first");

    /// <summary>Only a suspended case is resumed.</summary>
    public static ReasonKind NotSuspended { get; } = new("not_suspended", "Hồ sơ không ở trạng thái tạm dừng", "The case is not suspended");

    /// <summary>A step is begun once before it ends.</summary>
    public static ReasonKind StepIsOpen { get; } = new("step_open", "Bước {step} đang thực hiện", "Step {step} is open already");

    /// <summary>Only an open step ends.</summary>
    public static ReasonKind StepIsNotOpen { get; } = new("step_not_open", "Bước {step} không ở trạng thái đang thực hiện", "Step {step} is not open");

    /// <summary>A file goes back to a step that was done.</summary>
    public static ReasonKind StepWasNotDone { get; } = new(
        "step_not_done", "Không thể trả lại bước {step}: bước đó chưa hoàn thành", "The file cannot go back to step {step}: it was not done");

    /// <summary>A file moves to another unit.</summary>
    public static ReasonKind SameUnit { get; } = new("same_unit", "Hồ sơ đã ở đơn vị '{unit}'", "The file is with '{unit}' already");

    /// <summary>A consultation has one identifier.</summary>
    public static ReasonKind ConsultationTwice { get; } = new(
        "consultation_twice", "Mã lấy ý kiến '{id}' đã dùng", "The consultation '{id}' stands already");

    /// <summary>What was not asked, or was answered, is not answered.</summary>
    public static ReasonKind ConsultationNotOpen { get; } = new(
        "consultation_not_open", "Không có việc lấy ý kiến '{id}' đang chờ trả lời", "No consultation '{id}' awaits an answer");

    /// <summary>A result needs an outcome.</summary>
    public static ReasonKind NoOutcome { get; } = new(
        "no_outcome", "Chưa có quyết định, từ chối hoặc rút hồ sơ: không có kết quả để trả", "There is no outcome yet, so no result to hand over");

    /// <summary>There is one satisfaction answer in a case, after its end.</summary>
    public static ReasonKind AnsweredBeforeEnd { get; } = new(
        "answered_before_end", "Chỉ đánh giá mức độ hài lòng sau khi hồ sơ kết thúc", "Satisfaction is answered after the end of the case");

    /// <summary>There is one satisfaction answer in a case.</summary>
    public static ReasonKind AnsweredOnce { get; } = new(
        "answered_once", "Hồ sơ đã có một đánh giá mức độ hài lòng", "The case has its satisfaction answer already");
}
