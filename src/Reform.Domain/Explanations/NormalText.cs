using System.Globalization;
using System.Text;
using Reform.Domain.Values;

namespace Reform.Domain.Explanations;

/// <summary>
/// A text in Unicode normalization form C, and whether it can be put behind any other such text: not so when its first character is one
/// that melts with what stands before it. To normalize a whole sentence costs more than to make it.
/// </summary>
internal readonly record struct NormalText(string Text, bool JoinsNormal)
{
    // The vowels and the finals of Hangul, the only letters that join a letter before them.
    private const char FirstJoiningJamo = '\u1160';
    private const char LastJoiningJamo = '\u11FF';

    /// <exception cref="ArgumentException">The text is not valid Unicode.</exception>
    public static NormalText Of(string text)
    {
        if (Ascii.IsValid(text))
        {
            return new(text, true);
        }

        string normal = text.Normalize(NormalizationForm.FormC);
        return new(normal, !MayJoin(normal[0]));
    }

    /// <summary>The wording of an argument.</summary>
    public static NormalText Of(ReasonValue value, Language language)
    {
        string text = value.In(language);
        return value.IsNormal ? new(text, text.Length == 0 || !MayJoin(text[0])) : Of(text);
    }

    private static bool MayJoin(char first) =>
        char.IsSurrogate(first)
        || first is >= FirstJoiningJamo and <= LastJoiningJamo
        || CharUnicodeInfo.GetUnicodeCategory(first) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
