namespace Reform.Domain.Cases;

/// <summary>The pseudonymous reference of a person (mã giả danh): what may stand for a requester. A name cannot be written in it.</summary>
public static class Pseudonym
{
    /// <summary>How long it may be.</summary>
    public const int MaxLength = 64;

    /// <summary>Whether a text is one: 1 to 64 of A-Z, a-z, 0-9, "-", "_", "." and ":", with a digit among them.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True when it is.</returns>
    public static bool IsValid(string? text) =>
        text is { Length: > 0 and <= MaxLength } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':') && text.Any(char.IsAsciiDigit);

    internal static string Check(string field, string? text) => IsValid(text) ? text! : throw CaseInputException.Of(
        "no_pseudonym",
        field,
        "phải là mã giả danh: 1-64 ký tự A-Z, a-z, 0-9, '-', '_', '.', ':', có ít nhất một chữ số; không ghi tên người",
        "must be a pseudonym: 1 to 64 of A-Z, a-z, 0-9, '-', '_', '.', ':', with a digit among them; never a name");
}
