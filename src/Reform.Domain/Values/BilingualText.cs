using System.Text;

namespace Reform.Domain.Values;

/// <summary>A text in Vietnamese and in English (văn bản song ngữ), both in Unicode normalization form C.</summary>
/// <remarks>Two texts are equal when both languages are equal, character by character.</remarks>
public sealed record BilingualText
{
    /// <summary>Creates a text from its two languages.</summary>
    /// <param name="vietnamese">The Vietnamese wording; not blank.</param>
    /// <param name="english">The English wording; not blank.</param>
    /// <exception cref="ArgumentException">A wording is blank, or is not valid Unicode.</exception>
    public BilingualText(string vietnamese, string english)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(vietnamese);
        ArgumentException.ThrowIfNullOrWhiteSpace(english);
        Vietnamese = vietnamese.Normalize(NormalizationForm.FormC);
        English = english.Normalize(NormalizationForm.FormC);
    }

    private BilingualText((string Vietnamese, string English) normal) => (Vietnamese, English) = normal;

    /// <summary>The Vietnamese wording.</summary>
    public string Vietnamese { get; }

    /// <summary>The English wording.</summary>
    public string English { get; }

    /// <summary>A text that reads the same in both languages, such as a name or a number.</summary>
    /// <param name="text">The wording; not blank.</param>
    /// <returns>The text.</returns>
    public static BilingualText Same(string text) => new(text, text);

    /// <summary>A text of two wordings that are in normalization form C already, and not blank.</summary>
    internal static BilingualText OfNormal(string vietnamese, string english) => new((vietnamese, english));

    /// <summary>The wording in one language.</summary>
    /// <param name="language">The language asked for.</param>
    /// <returns>The wording.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is no defined language.</exception>
    public string In(Language language) => language switch
    {
        Language.Vietnamese => Vietnamese,
        Language.English => English,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "No such language."),
    };

    /// <summary>Both wordings, for a debugger or a log.</summary>
    /// <returns>"Vietnamese / English", or the one wording when they are the same.</returns>
    public override string ToString() =>
        string.Equals(Vietnamese, English, StringComparison.Ordinal) ? Vietnamese : Vietnamese + " / " + English;
}
