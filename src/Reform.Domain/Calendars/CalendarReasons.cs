using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Calendars;

/// <summary>The sentences with which a work calendar explains a day or names what is not decided.</summary>
internal static class CalendarReasons
{
    public static readonly ReasonKind WorkingDay = new("working_day", "Ngày {date} là ngày làm việc", "{date} is a working day");

    public static readonly ReasonKind ProjectedWorkingDay = new(
        "working_day_projected", "Ngày {date} tạm tính là ngày làm việc. {why}", "{date} is projected to be a working day. {why}");

    public static readonly ReasonKind WeeklyRest = new(
        "weekly_rest", "Ngày {date} là ngày nghỉ hằng tuần", "{date} is a weekly rest day");

    public static readonly ReasonKind ProjectedWeeklyRest = new(
        "weekly_rest_projected", "Ngày {date} tạm tính là ngày nghỉ hằng tuần. {why}", "{date} is projected to be a weekly rest day. {why}");

    public static readonly ReasonKind ListedDayOff = new(
        "day_off", "Ngày {date} được nghỉ: {name} ({basis})", "{date} is a day off: {name} ({basis})");

    public static readonly ReasonKind ListedMakeUp = new(
        "make_up_working_day", "Ngày {date} là ngày làm bù ({basis})", "{date} is a make-up working day ({basis})");

    public static readonly ReasonKind HolidayByLaw = new(
        "public_holiday_by_law", "Ngày {date} là ngày lễ, tết theo luật: {name} ({basis})", "{date} is a public holiday by law: {name} ({basis})");

    public static readonly ReasonKind HolidayAnnounced = new(
        "public_holiday_announced",
        "Ngày {date} là ngày lễ, tết: {name} ({basis}), đã công bố theo {instrument}",
        "{date} is a public holiday: {name} ({basis}), announced by {instrument}");

    public static readonly ReasonKind HolidayProjected = new(
        "public_holiday_projected",
        "Ngày {date} tạm tính là ngày lễ, tết: {name} ({basis}); quyết định của năm {year} chưa được biết",
        "{date} is projected to be a public holiday: {name} ({basis}); the decision for {year} is not known");

    public static readonly ReasonKind CompensatoryDay = new(
        "compensatory_day_off",
        "Ngày {date} được nghỉ bù cho {name} ngày {holiday} trùng ngày nghỉ hằng tuần ({basis})",
        "{date} is a compensatory day off for {name} of {holiday}, which falls on a weekly rest day ({basis})");

    public static readonly ReasonKind ProjectedCompensatoryDay = new(
        "compensatory_day_off_projected",
        "Ngày {date} tạm tính được nghỉ bù cho {name} ngày {holiday} trùng ngày nghỉ hằng tuần ({basis}); quyết định của năm {year} chưa được biết",
        "{date} is projected to be a compensatory day off for {name} of {holiday}, which falls on a weekly rest day ({basis}); "
            + "the decision for {year} is not known");

    public static readonly ReasonKind SwappedDayOff = new(
        "swapped_day_off",
        "Ngày {date} được nghỉ, hoán đổi với ngày làm bù {make_up}, đã công bố theo {instrument}",
        "{date} is a day off, swapped for the make-up working day {make_up}, announced by {instrument}");

    public static readonly ReasonKind MakeUpOfSwap = new(
        "make_up_working_day_of_swap",
        "Ngày {date} là ngày làm bù cho ngày nghỉ hoán đổi {day_off}, đã công bố theo {instrument}",
        "{date} is a make-up working day for the swapped day off {day_off}, announced by {instrument}");

    public static readonly ReasonKind LocalClosure = new(
        "local_closure", "Ngày {date} cơ quan đóng cửa: {name} ({basis})", "The agency is closed on {date}: {name} ({basis})");

    public static readonly ReasonKind TetNotDecided = new(
        "tet_not_decided",
        "Năm {year} chưa có quyết định về các ngày nghỉ Tết Âm lịch; tạm tính từ {from} đến {to}",
        "The days of Lunar New Year {year} are not decided; projected from {from} to {to}");

    public static readonly ReasonKind AdjacentDayNotDecided = new(
        "adjacent_day_not_decided",
        "Năm {year} chưa quyết định ngày nghỉ liền kề của {name}: {before} hay {after}; chưa tính ngày nào",
        "The day beside {name} {year} is not decided: {before} or {after}; neither is counted");

    public static readonly ReasonKind CompensationUnsettled = new(
        "compensatory_day_unsettled",
        "{name} {date} trùng ngày nghỉ hằng tuần, mà {basis} không nói có nghỉ bù hay không; chưa tính ngày nghỉ bù",
        "{name} of {date} falls on a weekly rest day, and {basis} does not say whether that gives a compensatory day; none is counted");

    public static readonly ReasonKind HolidaysOnOneDay = new(
        "holidays_on_one_day",
        "{name} và {other} trùng một ngày, {date}; luật không nói có nghỉ thêm hay không; chưa tính ngày nào",
        "{name} and {other} fall on one day, {date}; the law does not say whether that gives another day; none is counted");

    public static readonly ReasonKind LunarMonthUncertain = new(
        "lunar_month_uncertain",
        "{name} năm {year} dựa vào tháng âm lịch có điểm sóc hoặc trung khí sát nửa đêm; lịch chính thức có thể khác",
        "{name} {year} rests on a lunar month that an instant close to midnight decides; the official calendar may differ");

    public static readonly ReasonKind UnknownDate = new(
        "decision_of_unknown_date",
        "{basis}: không rõ được biết từ ngày nào, nên chưa áp dụng cho {days}",
        "{basis}: when that became known is not recorded, so it is not applied to {days}");

    public static readonly ReasonKind Proposed = new(
        "decision_proposed", "Mới là đề xuất, chưa áp dụng cho {days} ({basis})", "Only proposed, not applied to {days} ({basis})");

    public static readonly BilingualText CompensatoryName = new("Nghỉ bù", "Compensatory day off");

    public static readonly BilingualText SwappedName = new("Nghỉ hoán đổi", "Swapped day off");

    public static readonly BilingualText MakeUpName = new("Làm bù", "Make-up working day");
}
