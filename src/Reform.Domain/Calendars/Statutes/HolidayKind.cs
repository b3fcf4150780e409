namespace Reform.Domain.Calendars;

/// <summary>Which public holiday (loại ngày lễ, tết).</summary>
public enum HolidayKind
{
    /// <summary>New Year's Day, 1 January (Tết Dương lịch).</summary>
    NewYear = 0,

    /// <summary>Lunar New Year (Tết Nguyên đán, Tết Âm lịch): several days around the first day of the lunar year.</summary>
    LunarNewYear = 1,

    /// <summary>The Hùng Kings' commemoration day, day 10 of lunar month 3 (Giỗ Tổ Hùng Vương).</summary>
    HungKings = 2,

    /// <summary>Victory Day, 30 April (Ngày Chiến thắng).</summary>
    VictoryDay = 3,

    /// <summary>International Labour Day, 1 May (Ngày Quốc tế lao động).</summary>
    LabourDay = 4,

    /// <summary>National Day, 2 September, and from 2021 a day beside it (Quốc khánh).</summary>
    NationalDay = 5,

    /// <summary>Vietnamese Culture Day, 24 November, from 2026 (Ngày Văn hóa Việt Nam).</summary>
    CultureDay = 6,

    /// <summary>Any other holiday of a calendar of one's own.</summary>
    Other = 7,
}
