using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Calendars;

/// <summary>A statutory holiday as a law words it (quy định về ngày lễ, tết): on which days of every year it falls.</summary>
public abstract record HolidayRule
{
    private HolidayRule(HolidayKind kind, BilingualText name, LegalBasis basis) => (Kind, Name, Basis) = (kind, name, basis);

    /// <summary>Which holiday.</summary>
    public HolidayKind Kind { get; }

    /// <summary>Its name.</summary>
    public BilingualText Name { get; }

    /// <summary>The provision that grants it.</summary>
    public LegalBasis Basis { get; }

    /// <summary>A holiday on a fixed day of the solar year (ngày dương lịch).</summary>
    public sealed record Solar : HolidayRule
    {
        /// <summary>Creates the rule.</summary>
        /// <param name="kind">Which holiday.</param>
        /// <param name="name">Its name.</param>
        /// <param name="basis">The provision.</param>
        /// <param name="date">The day of the year.</param>
        /// <param name="hasAdjacentDay">Whether the yearly decision adds the day before or the day after.</param>
        public Solar(HolidayKind kind, BilingualText name, LegalBasis basis, AnnualDate date, bool hasAdjacentDay = false)
            : base(kind, name, basis) => (Date, HasAdjacentDay) = (date, hasAdjacentDay);

        /// <summary>The day of the year.</summary>
        public AnnualDate Date { get; }

        /// <summary>Whether the yearly decision adds the day before or the day after (01 ngày liền kề trước hoặc sau).</summary>
        public bool HasAdjacentDay { get; }
    }

    /// <summary>A holiday on a fixed day of the lunar year (ngày âm lịch), in the month that is no leap month.</summary>
    public sealed record Lunar : HolidayRule
    {
        /// <summary>Creates the rule.</summary>
        /// <param name="kind">Which holiday.</param>
        /// <param name="name">Its name.</param>
        /// <param name="basis">The provision.</param>
        /// <param name="month">The lunar month, 1 to 12.</param>
        /// <param name="day">The day, 1 to 29: a day 30 does not stand in every year.</param>
        /// <exception cref="ArgumentOutOfRangeException">The month or the day is out of range.</exception>
        public Lunar(HolidayKind kind, BilingualText name, LegalBasis basis, int month, int day)
            : base(kind, name, basis)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(month, MaxMonth);
            ArgumentOutOfRangeException.ThrowIfLessThan(day, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(day, MaxDay);
            (Month, Day) = (month, day);
        }

        internal const int MaxMonth = 12;
        internal const int MaxDay = 29;

        /// <summary>The lunar month, 1 to 12.</summary>
        public int Month { get; }

        /// <summary>The day, 1 to 29.</summary>
        public int Day { get; }
    }

    /// <summary>Lunar New Year: days in a row that hold the first day of the lunar year (các ngày nghỉ Tết Âm lịch).</summary>
    public sealed record LunarNewYear : HolidayRule
    {
        internal const int MaxDays = 15;

        /// <summary>Creates the rule.</summary>
        /// <param name="name">Its name.</param>
        /// <param name="basis">The provision.</param>
        /// <param name="days">How many days; 1 to 15.</param>
        /// <param name="lastDaysOfOldYear">How many of them lie before the first day of the lunar year; fewer than all.</param>
        /// <param name="isChosenByDecision">
        /// Whether a yearly decision places the days; <paramref name="lastDaysOfOldYear"/> is then what is projected until it is made.
        /// </param>
        /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
        public LunarNewYear(BilingualText name, LegalBasis basis, int days, int lastDaysOfOldYear, bool isChosenByDecision)
            : base(HolidayKind.LunarNewYear, name, basis)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(days, MaxDays);
            ArgumentOutOfRangeException.ThrowIfNegative(lastDaysOfOldYear);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(lastDaysOfOldYear, days);
            (Days, LastDaysOfOldYear, IsChosenByDecision) = (days, lastDaysOfOldYear, isChosenByDecision);
        }

        /// <summary>How many days.</summary>
        public int Days { get; }

        /// <summary>How many of them lie before the first day of the lunar year: by law, or as projected until a decision is made.</summary>
        public int LastDaysOfOldYear { get; }

        /// <summary>Whether a yearly decision places the days.</summary>
        public bool IsChosenByDecision { get; }
    }
}
