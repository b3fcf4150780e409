using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.Values;

namespace Reform.Domain.Explanations;

/// <summary>An argument of a reason, kept as data (a date stays a date); the wording comes last, by language.</summary>
public abstract record ReasonValue
{
    private ReasonValue()
    {
    }

    /// <summary>The value as a clerk reads it.</summary>
    /// <param name="language">The language.</param>
    /// <returns>The wording; it never depends on the machine's culture.</returns>
    public abstract string In(Language language);

    // Whether its wording is in Unicode normalization form C whatever it is: to ask costs more than to write it.
    internal virtual bool IsNormal => true;

    /// <summary>The value as a program reads it: ISO 8601 for dates and instants, digits for numbers.</summary>
    /// <returns>The invariant text.</returns>
    public abstract string ToInvariant();

    /// <summary>A text that is the same in both languages, such as a code or a name.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator ReasonValue(string text) => new Text(text);

    /// <summary>A text with two wordings.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator ReasonValue(BilingualText text) => new Wording(text);

    /// <summary>A whole number.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator ReasonValue(int number) => new Number(number);

    /// <summary>A legal date.</summary>
    /// <param name="date">The date.</param>
    public static implicit operator ReasonValue(LocalDate date) => new Date(date);

    /// <summary>A local date and time.</summary>
    /// <param name="moment">The date and time.</param>
    public static implicit operator ReasonValue(LocalDateTime moment) => new Moment(moment);

    /// <summary>A list of texts, shown in order with semicolons.</summary>
    /// <param name="texts">The texts.</param>
    public static implicit operator ReasonValue(ValueList<string> texts) => new TextList(texts);

    /// <summary>A text that is the same in both languages.</summary>
    /// <param name="Content">The text.</param>
    public sealed record Text(string Content) : ReasonValue
    {
        internal override bool IsNormal => false;

        /// <inheritdoc/>
        public override string In(Language language) => Content;

        /// <inheritdoc/>
        public override string ToInvariant() => Content;
    }

    /// <summary>A text with two wordings.</summary>
    /// <param name="Content">The text.</param>
    public sealed record Wording(BilingualText Content) : ReasonValue
    {
        /// <inheritdoc/>
        public override string In(Language language) => Content.In(language);

        /// <inheritdoc/>
        public override string ToInvariant() => Content.English;
    }

    /// <summary>A whole number.</summary>
    /// <param name="Content">The number.</param>
    public sealed record Number(int Content) : ReasonValue
    {
        /// <inheritdoc/>
        public override string In(Language language) => ToInvariant();

        /// <inheritdoc/>
        public override string ToInvariant() => Content.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A legal date: 07/05/2024 in Vietnamese, 7 May 2024 in English.</summary>
    /// <param name="Content">The date.</param>
    public sealed record Date(LocalDate Content) : ReasonValue
    {
        private static readonly LocalDatePattern Vietnamese = LocalDatePattern.CreateWithInvariantCulture("dd'/'MM'/'uuuu");
        private static readonly LocalDatePattern English = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");
        private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;

        /// <inheritdoc/>
        public override string In(Language language) =>
            Content.Year is < 1 or > 9999 ? (language == Language.English ? English : Vietnamese).Format(Content)
            : language == Language.English ? string.Create(CultureInfo.InvariantCulture, $"{Content.Day} {Months[Content.Month - 1]} {Content.Year:D4}")
            : string.Create(CultureInfo.InvariantCulture, $"{Content.Day:D2}/{Content.Month:D2}/{Content.Year:D4}");

        /// <inheritdoc/>
        public override string ToInvariant() => LocalDatePattern.Iso.Format(Content);
    }

    /// <summary>A local date and time: 14:05 07/05/2024 in Vietnamese, 7 May 2024 14:05 in English.</summary>
    /// <param name="Content">The date and time.</param>
    public sealed record Moment(LocalDateTime Content) : ReasonValue
    {
        private static readonly LocalDateTimePattern Vietnamese = LocalDateTimePattern.CreateWithInvariantCulture("HH':'mm' ngày 'dd'/'MM'/'uuuu");
        private static readonly LocalDateTimePattern English = LocalDateTimePattern.CreateWithInvariantCulture("d MMMM uuuu' 'HH':'mm");

        /// <inheritdoc/>
        public override string In(Language language) =>
            language == Language.English ? English.Format(Content) : Vietnamese.Format(Content);

        /// <inheritdoc/>
        public override string ToInvariant() => LocalDateTimePattern.GeneralIso.Format(Content);
    }

    /// <summary>A list of texts.</summary>
    /// <param name="Content">The texts, in order.</param>
    public sealed record TextList(ValueList<string> Content) : ReasonValue
    {
        internal override bool IsNormal => false;

        /// <inheritdoc/>
        public override string In(Language language) => ToInvariant();

        /// <inheritdoc/>
        public override string ToInvariant() => string.Join("; ", Content);
    }
}
