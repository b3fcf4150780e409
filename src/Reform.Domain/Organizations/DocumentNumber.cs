using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Reform.Domain.Organizations;

/// <summary>The number and symbol of a document (số và ký hiệu văn bản), in the writing of its system.</summary>
/// <remarks>
/// The Party writes number-type/issuer, as "294-QĐ/TW"; the State number/year/type-issuer, as "297/2025/NĐ-CP", or without year or type, as
/// "2568/QĐ-UBND", "190/2025/QH15", "8662/VPCP-KGVX". Party numbers run by type and congress term: the number alone names no document, the
/// date has to be known too. Equal are numbers that are written alike.
/// </remarks>
public abstract record DocumentNumber
{
    private protected DocumentNumber(string number)
    {
        if (!IsSerial(number))
        {
            throw Bad(number);
        }

        Number = number;
    }

    /// <summary>The running number as it is written, leading zeros included; 1 to 7 digits.</summary>
    public string Number { get; }

    /// <summary>The running number.</summary>
    public int Serial => int.Parse(Number, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The system in whose writing it stands.</summary>
    public abstract OrganizationSystem System { get; }

    /// <summary>Reads a number.</summary>
    /// <param name="text">The text; white space around it is left out.</param>
    /// <returns>The number.</returns>
    /// <exception cref="OrganizationInputException">It is no number of either system (no_document_number).</exception>
    public static DocumentNumber Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out DocumentNumber? number) ? number : throw Bad(text);
    }

    /// <summary>Reads a number, if it is one.</summary>
    /// <param name="text">The text; white space around it is left out.</param>
    /// <param name="number">The number, or null.</param>
    /// <returns>True when it is a number of one of the two systems.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DocumentNumber? number)
    {
        number = null;
        string? trimmed = Normalized(text);
        int slash = trimmed?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (slash < 0)
        {
            return false;
        }

        string head = trimmed![..slash];
        string tail = trimmed[(slash + 1)..];
        int dash = head.IndexOf('-', StringComparison.Ordinal);
        number = dash < 0 ? StateDocumentNumber.From(head, tail) : PartyDocumentNumber.From(head[..dash], head[(dash + 1)..], tail);
        return number is not null;
    }

    /// <summary>The number as it is written.</summary>
    /// <returns>For example "294-QĐ/TW".</returns>
    public sealed override string ToString() => Print();

    private protected abstract string Print();

    internal static bool IsSerial(string? text) =>
        text is { Length: > 0 and <= 7 } && text.All(char.IsAsciiDigit) && text.Any(c => c != '0');

    // Letters and digits, a letter first.
    internal static bool IsSymbol(string? text) => text is { Length: > 0 } && char.IsLetter(text[0]) && text.All(char.IsLetterOrDigit);

    internal static bool AreSymbols(string? text) => text is not null && text.Split('-').All(IsSymbol);

    internal static OrganizationInputException Bad(string? text) => OrganizationInputException.Of(
        "no_document_number",
        "number",
        "'" + text + "' không phải số, ký hiệu văn bản, dạng 294-QĐ/TW hoặc 297/2025/NĐ-CP",
        "'" + text + "' is not a document number, of the form 294-QĐ/TW or 297/2025/NĐ-CP");

    private static string? Normalized(string? text)
    {
        try
        {
            return text?.Trim().Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}

/// <summary>A document number of the Party (số, ký hiệu văn bản của Đảng): number-type/issuer.</summary>
public sealed record PartyDocumentNumber : DocumentNumber
{
    /// <summary>Creates a number.</summary>
    /// <param name="number">The running number, 1 to 7 digits.</param>
    /// <param name="type">The abbreviated type; for example "QĐ".</param>
    /// <param name="issuer">The abbreviated issuer, and after a hyphen its office, if any; for example "TW".</param>
    /// <exception cref="OrganizationInputException">A part is not of its form (no_document_number).</exception>
    public PartyDocumentNumber(string number, string type, string issuer)
        : base(number)
    {
        if (!IsSymbol(type) || !AreSymbols(issuer))
        {
            throw Bad(number + "-" + type + "/" + issuer);
        }

        Type = type;
        Issuer = issuer;
    }

    /// <summary>The abbreviated type (tên loại); for example "QĐ".</summary>
    public string Type { get; }

    /// <summary>The abbreviated issuer (cơ quan ban hành); for example "TW".</summary>
    public string Issuer { get; }

    /// <inheritdoc/>
    public override OrganizationSystem System => OrganizationSystem.Party;

    internal static PartyDocumentNumber? From(string number, string type, string issuer) =>
        IsSerial(number) && IsSymbol(type) && AreSymbols(issuer) ? new PartyDocumentNumber(number, type, issuer) : null;

    private protected override string Print() => Number + "-" + Type + "/" + Issuer;
}
