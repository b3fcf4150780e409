using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>The terms of a deadline contradict themselves or lack something: which field, and why, in both languages.</summary>
public sealed class InvalidTermsException : ArgumentException
{
    private static readonly ReasonKind NoEvent = new(
        "event_is_missing", "Thời hạn theo sự kiện phải nêu sự kiện", "A limit bound to an event must name the event");

    private static readonly ReasonKind NoTime = new(
        "time_of_day_is_missing",
        "Thời hạn tính bằng {unit} cần cả giờ, không chỉ ngày {date}",
        "A limit in {unit} needs a time of day, not only the date {date}");

    private static readonly ReasonKind NoTimeForCutOff = new(
        "time_of_receipt_is_missing_for_cut_off",
        "Quy tắc tiếp nhận theo giờ chốt cần giờ tiếp nhận, không chỉ ngày {date}",
        "A cut-off hour needs the time of receipt, not only the date {date}");

    private static readonly ReasonKind EndsFirst = new(
        "suspension_ends_before_it_starts",
        "Tạm dừng kết thúc ngày {to}, trước khi bắt đầu ngày {from}",
        "A suspension ends on {to}, before it starts on {from}");

    private static readonly ReasonKind Overlap = new(
        "suspensions_overlap", "Hai lần tạm dừng cùng chứa ngày {date}", "Two suspensions share the day {date}");

    private static readonly ReasonKind NoLength = new(
        "unit_has_no_length", "Không thể {use} bằng đơn vị '{unit}'", "One cannot {use} in the unit '{unit}'");

    private static readonly ReasonKind NotBackward = new(
        "not_counted_backward", "Thời hạn tính ngược không có {what}", "A limit counted backward has no {what}");

    private static readonly ReasonKind DeliveredFirst = new(
        "delivered_before_receipt",
        "Trả kết quả lúc {delivered}, trước khi tiếp nhận lúc {received}",
        "Delivered at {delivered}, before the receipt at {received}");

    private static readonly ReasonKind ToleranceElsewhere = new(
        "tolerance_without_immediate", "Chỉ thời hạn 'ngay' hoặc 'trong ngày' mới có thời gian dung sai", "Only 'at once' and 'same day' have a tolerance");

    internal InvalidTermsException(string field, Reason reason)
        : base(reason.Sentence.English + ".", field) => Reason = reason;

    /// <summary>Why, with its code and arguments.</summary>
    public Reason Reason { get; }

    /// <summary>The field at fault; for example "received" or "extensions[1]". The same as <see cref="ArgumentException.ParamName"/>.</summary>
    public string Field => ParamName!;

    internal static InvalidTermsException EventIsMissing() => new("unit", NoEvent.Because(null));

    internal static InvalidTermsException NeedsTime(string field, TimeUnit unit, LocalDate date) =>
        new(field, NoTime.Because(null, ("unit", TimeUnits.NameOf(unit)), ("date", date)));

    internal static InvalidTermsException CutOffNeedsTime(LocalDate date) => new("received", NoTimeForCutOff.Because(null, ("date", date)));

    internal static InvalidTermsException SuspensionEndsFirst(LocalDate from, LocalDate to) =>
        new("to", EndsFirst.Because(null, ("from", from), ("to", to)));

    internal static InvalidTermsException SuspensionsOverlap(int index, LocalDate date) =>
        new(At("suspensions", index), Overlap.Because(null, ("date", date)));

    internal static InvalidTermsException HasNoLength(string field, BilingualText use, TimeUnit unit) =>
        new(field, NoLength.Because(null, ("use", use), ("unit", TimeUnits.NameOf(unit))));

    internal static InvalidTermsException Backward(string field, BilingualText what) => new(field, NotBackward.Because(null, ("what", what)));

    internal static InvalidTermsException DeliveredBeforeReceipt(LocalDateTime delivered, LocalDateTime received) =>
        new("deliveredAt", DeliveredFirst.Because(null, ("delivered", delivered), ("received", received)));

    internal static InvalidTermsException ToleranceWithout() => new("tolerance", ToleranceElsewhere.Because(null));

    internal static string At(string list, int index) => list + "[" + index.ToString(System.Globalization.CultureInfo.InvariantCulture) + "]";
}
