using Reform.Domain.Explanations;

namespace Reform.Domain.Cases;

/// <summary>Why a limit stands in a case as it does.</summary>
internal static class CaseReasons
{
    public static readonly ReasonKind NotStarted = new(
        "limit_not_started", "Chưa ghi nhận mốc '{event}'", "The event '{event}' is not recorded");

    public static readonly ReasonKind NoTermsOn = new(
        "limit_terms_unknown", "Không rõ thời hạn '{limit}' vào ngày {on}: chưa có văn bản được ghi nhận", "No terms of the limit '{limit}' are recorded for {on}");

    public static readonly ReasonKind OutsideCalendar = new(
        "outside_calendar", "Lịch '{calendar}' không có ngày {on}", "The calendar '{calendar}' does not cover {on}");

    public static readonly ReasonKind NoLength = new(
        "limit_without_stated_length", "Thời hạn '{limit}' không có độ dài", "The limit '{limit}' has no length");

    public static readonly ReasonKind NeedsEndTime = new(
        "end_time_missing", "Hạn là {due}, nhưng thời điểm kết thúc ngày {end} không có giờ", "It is due at {due}, and the end on {end} has no time of day");

    public static readonly ReasonKind EndsFirst = new(
        "ends_before_start", "Mốc kết thúc {end} đứng trước mốc bắt đầu {start}", "The end {end} lies before the start {start}");

    public static readonly ReasonKind AwaitsEvent = new(
        "awaits_event", "Thời hạn '{limit}' chờ một sự kiện chưa biết ngày", "The limit '{limit}' waits for an event whose date is not known");

    public static readonly ReasonKind EndedWhileStopped = new(
        "ended_while_stopped", "Kết thúc {end} khi đồng hồ đang dừng", "Ended on {end} while the clock stood still");

    public static readonly ReasonKind Late = new("limit_broken", "Kết thúc {end}, sau hạn {due}", "Ended {end}, after the due {due}");

    public static readonly ReasonKind InTime = new("limit_kept", "Kết thúc {end}, không sau hạn {due}", "Ended {end}, not after the due {due}");

    public static readonly ReasonKind Overdue = new("limit_overdue", "Đang quá hạn {due}", "Past the due {due}");

    public static readonly ReasonKind Stopped = new("clock_stopped", "Đồng hồ dừng từ ngày {since}", "The clock stands still since {since}");

    public static readonly ReasonKind Running = new("limit_running", "Hạn {due}", "Due {due}");

    public static readonly ReasonKind NotBefore = new("not_before", "Chỉ được thực hiện từ ngày {first}", "May be done from {first} on");

    public static readonly ReasonKind TooEarly = new(
        "minimum_wait_not_met", "Chưa đủ thời gian tối thiểu: chỉ được thực hiện từ ngày {first}", "The least wait was not met: it may be done from {first} on");

    public static readonly ReasonKind Counts = new("counts_until", "Có giá trị đến hết ngày {last}", "Counts until the end of {last}");

    public static readonly ReasonKind Lapsed = new("lapsed_by_time", "Hết giá trị sau ngày {last}", "Lapsed by time after {last}");

    public static readonly ReasonKind TakesEffect = new("takes_effect", "Có hiệu lực từ ngày {effective}", "Takes effect on {effective}");

    public static readonly ReasonKind WrongEffect = new(
        "wrong_effective_date", "Ghi hiệu lực ngày {stated}, đúng ra là ngày {effective}", "States effect on {stated}; it is {effective}");

    public static readonly ReasonKind ReadingsDiffer = new(
        "limit_readings_differ",
        "Thời hạn '{limit}' đang có nhiều cách hiểu: {readings}",
        "The limit '{limit}' is read in several ways, and none is settled: {readings}");

    public static readonly ReasonKind NoTotal = new(
        "no_total_limit", "Thủ tục không có thời hạn toàn bộ được ghi nhận", "No limit of the whole procedure is recorded");

    public static readonly ReasonKind SeveralTotals = new(
        "several_total_limits", "Có nhiều thời hạn toàn bộ: {limits}; cần biết cấp hoặc địa bàn", "Several limits of the whole apply: {limits}; the level or territory has to be known");
}
