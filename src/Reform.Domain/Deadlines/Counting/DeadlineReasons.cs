using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>The sentences of an explained deadline, and what those rest on that no replaceable policy stands behind.</summary>
internal static class DeadlineReasons
{
    public static readonly ReasonKind FirstDayNotCounted = new(
        "first_day_not_counted",
        "Tiếp nhận ngày {received}; ngày này không tính vào thời hạn",
        "Received on {received}; that day is not counted");

    public static readonly ReasonKind StartsAtMoment = new(
        "starts_at_moment", "Thời hạn bắt đầu từ thời điểm {start}", "The period starts at {start}");

    public static readonly ReasonKind StartsInSession = new(
        "starts_at_working_instant",
        "Tiếp nhận lúc {received}, ngoài giờ làm việc; giờ làm việc tính từ {start}",
        "Received at {received}, outside office hours; working hours count from {start}");

    public static readonly ReasonKind SessionNotCounted = new(
        "session_not_counted",
        "Tiếp nhận lúc {received}; buổi làm việc đó không tính vào thời hạn",
        "Received at {received}; that office session is not counted");

    public static readonly ReasonKind DeemedReceived = new(
        "deemed_received",
        "Ghi nhận lúc {received}; {policy}: coi như tiếp nhận lúc {deemed}",
        "Stamped {received}; {policy}: deemed received at {deemed}");

    public static readonly ReasonKind DueSameDay = new(
        "due_same_day", "Phải trả trong ngày tiếp nhận: {last}", "Due on the day of receipt: {last}");

    public static readonly ReasonKind DueImmediately = new(
        "due_immediately", "Phải thực hiện ngay, từ thời điểm {last}", "Due at once, at {last}");

    public static readonly ReasonKind DueAtEvent = new(
        "due_at_next_event",
        "Hạn là ngày {last}: {event} gần nhất sau ngày {received}",
        "Due on {last}, the next after {received}: {event}");

    public static readonly ReasonKind AwaitsEvent = new(
        "awaits_event",
        "Chưa biết ngày tiếp theo sau ngày {received} của sự kiện: {event}; chưa có hạn",
        "The next date after {received} is not known: {event}; there is no due yet");

    public static readonly ReasonKind CountedWorkingDays = new(
        "counted_working_days",
        "Đếm {amount} ngày làm việc sau ngày {from}: đến ngày {last}",
        "{amount} working days after {from}: to {last}");

    public static readonly ReasonKind CountedToDate = new(
        "counted_to_date", "Cộng {amount} {unit}: ngày cuối của thời hạn là {last}", "Plus {amount} {unit}: the last day of the period is {last}");

    public static readonly ReasonKind CountedToMoment = new(
        "counted_to_moment", "Cộng {amount} {unit}: thời hạn kết thúc lúc {last}", "Plus {amount} {unit}: the period ends at {last}");

    public static readonly ReasonKind MonthHasNoSuchDay = new(
        "month_has_no_such_day",
        "Tháng cuối không có ngày {day}; lấy ngày cuối của tháng, {last}",
        "The last month has no day {day}; its last day is taken, {last}");

    public static readonly ReasonKind LeapDay = new(
        "leap_day", "Năm cuối không có ngày 29 tháng 2; {policy}: {last}", "The last year has no 29 February; {policy}: {last}");

    public static readonly ReasonKind ToleranceCounted = new(
        "tolerance_counted", "Dung sai {amount} {unit}: đến {last}", "A tolerance of {amount} {unit}: to {last}");

    public static readonly ReasonKind StepCounted = new(
        "step_before_counted", "Bước trước: {amount} {unit}, đến {last}", "A step before: {amount} {unit}, to {last}");

    public static readonly ReasonKind ExtensionCounted = new(
        "extension_counted",
        "Gia hạn {amount} {unit} ({why}), đếm tiếp từ ngày cuối chưa dời {from}: đến {last}",
        "Extended by {amount} {unit} ({why}), counted on from the unrolled end {from}: to {last}");

    public static readonly ReasonKind GrantDateNotStated = new(
        "grant_date_not_stated",
        "Không nêu ngày cho gia hạn, nên chưa kiểm tra được việc gia hạn trước khi hết hạn",
        "When the extension was granted is not stated, so that it came before the expiry is not checked");

    public static readonly ReasonKind SuspensionExcluded = new(
        "suspension_excluded",
        "Tạm dừng sau ngày {from} đến hết ngày {to} ({why}): {days} ngày không tính",
        "Suspended after {from} to the end of {to} ({why}): {days} date(s) are not counted");

    public static readonly ReasonKind SuspensionOpen = new(
        "suspension_open",
        "Đang tạm dừng từ sau ngày {from} ({why}); chưa có hạn, còn lại {remaining}",
        "Suspended since the end of {from} ({why}); there is no due yet, {remaining} left");

    public static readonly ReasonKind SuspensionNotReached = new(
        "suspension_not_reached",
        "Tạm dừng sau ngày {from} ({why}) không rơi vào thời hạn đang chạy: không có tác động",
        "The suspension after {from} ({why}) does not fall into the running period: no effect");

    public static readonly ReasonKind SuspensionWithoutDays = new(
        "suspension_without_days",
        "Tạm dừng bắt đầu và kết thúc cùng ngày {from} ({why}): không có ngày nào được trừ",
        "The suspension begins and ends on {from} ({why}): no day is left out");

    public static readonly ReasonKind Restarted = new(
        "restarted_from_zero",
        "Bổ sung xong ngày {to} ({why}); thời hạn tính lại từ đầu, không tính ngày này",
        "Complete on {to} ({why}); the limit restarts from zero, that day not counted");

    public static readonly ReasonKind RolledToWorkingDay = new(
        "rolled_to_working_day",
        "Ngày {last} không phải ngày làm việc; thời hạn kết thúc vào ngày làm việc tiếp theo, {due}",
        "{last} is no working day; the period ends on the next working day, {due}");

    public static readonly ReasonKind RolledBack = new(
        "rolled_back_to_working_day",
        "Ngày {last} không phải ngày làm việc; lùi về ngày làm việc liền trước, {due}",
        "{last} is no working day; it goes back to the working day before, {due}");

    public static readonly ReasonKind NotRolled = new(
        "not_rolled", "Ngày {last} không phải ngày làm việc; {policy}", "{last} is no working day; {policy}");

    public static readonly ReasonKind EndsAtEndOfDay = new(
        "ends_at_end_of_day", "Hạn kéo dài đến hết 24 giờ ngày {due}", "The due date {due} lasts until 24:00");

    public static readonly ReasonKind EndsAtClosing = new(
        "ends_at_closing", "Hạn kết thúc khi hết giờ làm việc, lúc {due}", "It ends when the office closes, at {due}");

    public static readonly ReasonKind CountedBackExclusive = new(
        "counted_back_before_day", "Tính ngược từ trước ngày {day}; ngày này không tính", "Counted back from before {day}; that day is not counted");

    public static readonly ReasonKind CountedBackInclusive = new(
        "counted_back_with_day",
        "Tính ngược từ ngày {day}; ngày này là ngày đầu được tính",
        "Counted back from {day}; that day is the first that may count");

    public static readonly ReasonKind CountedBackFromMoment = new(
        "counted_back_from_moment", "Tính ngược từ thời điểm {moment}", "Counted back from {moment}");

    public static readonly ReasonKind CountedBack = new("counted_back", "Lùi {amount} {unit}: đến {last}", "Back {amount} {unit}: to {last}");

    public static readonly ReasonKind CalendarUsed = new(
        "calendar_used", "Lịch: {calendar}, phiên bản {version}; {policy}", "Calendar: {calendar}, version {version}; {policy}");

    public static readonly ReasonKind CalendarUsedAsKnown = new(
        "calendar_used_as_known",
        "Lịch: {calendar}, như đã biết ngày {known_on}, phiên bản {version}; {policy}",
        "Calendar: {calendar}, as known on {known_on}, version {version}; {policy}");

    public static readonly ReasonKind Provisional = new(
        "provisional",
        "Hạn là tạm tính: từ ngày {first} đến ngày {last} có ngày chưa rõ theo quyết định chính thức",
        "The due is provisional: between {first} and {last} there are days whose official decision is missing or not known");

    public static readonly BilingualText NoReasonGiven = new("không nêu lý do", "no reason given");

    // The days off themselves are told with the law or decision of their year.
    public static readonly LegalBasis WorkingDays = Policy(
        "chỉ tính ngày làm việc theo lịch của cơ quan, kể cả ngày làm bù", "only working days of the agency's calendar count, make-up days among them");

    public static readonly LegalBasis NonHolidays = Policy(
        "chỉ bỏ ngày lễ, tết; ngày nghỉ hằng tuần, nghỉ bù, nghỉ hoán đổi vẫn tính",
        "only public holidays are left out; weekly rest, compensatory and swapped days count");

    public static readonly LegalBasis WorkingHours = Policy("chỉ tính giờ trong các buổi làm việc", "only time inside office sessions counts");

    public static readonly LegalBasis OwnUnit = Policy("gia hạn tính tiếp từ ngày cuối chưa dời", "an extension counts on from the unrolled end");

    public static readonly LegalBasis StatedByTerms = Policy("theo quy trình", "as the procedure states it");

    public static readonly LegalBasis BeforeDay = Policy("'trước ngày D': không tính ngày D", "'before day D': day D is not counted");

    public static readonly LegalBasis ByDay = Policy("'chậm nhất ngày D': tính cả ngày D", "'no later than day D': day D is counted");

    public static readonly LegalBasis UnknownIsSaid = Policy("điều chưa rõ thì nói rõ, không đoán", "what is not known is said, not guessed");

    private static LegalBasis Policy(string vietnamese, string english) => NamedPolicy.BasisOf(new BilingualText(vietnamese, english));
}
