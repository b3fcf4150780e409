using System.Globalization;

namespace Reform.Domain.Organizations;

/// <summary>A document number of the State (số, ký hiệu văn bản của Nhà nước): number/year/type-issuer, without year or type where none is written.</summary>
public sealed record StateDocumentNumber : DocumentNumber
{
    // A symbol that begins with one of these has a type; any other begins with its issuer.
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "L", "PL", "NQ", "NQLT", "NĐ", "QĐ", "TT", "TTLT", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC", "BB", "TTr",
        "HĐ", "CĐ", "BGN", "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB", "KL", "GP",
    };

    private StateDocumentNumber(string number, int? year, string? type, string issuer, string? office)
        : base(number)
    {
        Year = year;
        Type = type;
        Issuer = issuer;
        Office = office;
    }

    /// <summary>The year (năm ban hành), of a normative document; null: none is written.</summary>
    public int? Year { get; }

    /// <summary>The abbreviated type (tên loại), for example "NĐ"; null: none is written, as in a letter (công văn) or a law.</summary>
    public string? Type { get; }

    /// <summary>The abbreviated issuer (cơ quan ban hành); for example "CP"; several issuers of one document are joined by hyphens.</summary>
    public string Issuer { get; }

    /// <summary>The abbreviated office that drafted a letter (đơn vị soạn thảo), for example "KGVX"; null: none is written.</summary>
    public string? Office { get; }

    /// <inheritdoc/>
    public override OrganizationSystem System => OrganizationSystem.State;

    /// <summary>A number with a type.</summary>
    /// <param name="number">The running number, 1 to 7 digits.</param>
    /// <param name="year">The year, 1945 to 2999, or null.</param>
    /// <param name="type">The abbreviated type, one in use; for example "NĐ".</param>
    /// <param name="issuer">The abbreviated issuer; for example "CP".</param>
    /// <returns>The number.</returns>
    /// <exception cref="OrganizationInputException">A part is not of its form (no_document_number).</exception>
    public static StateDocumentNumber Typed(string number, int? year, string type, string issuer) =>
        type is not null && Types.Contains(type) && AreSymbols(issuer) && IsYearOrNone(year)
            ? new StateDocumentNumber(number, year, type, issuer, null)
            : throw Bad(Join(number, year, type + "-" + issuer));

    /// <summary>A number without a type, as letters and laws have it.</summary>
    /// <param name="number">The running number, 1 to 7 digits.</param>
    /// <param name="year">The year, 1945 to 2999, or null.</param>
    /// <param name="issuer">The abbreviated issuer; for example "VPCP" or "QH15".</param>
    /// <param name="office">The abbreviated office that drafted it, or null; for example "KGVX".</param>
    /// <returns>The number.</returns>
    /// <exception cref="OrganizationInputException">A part is not of its form, or the issuer reads as a type (no_document_number).</exception>
    public static StateDocumentNumber Untyped(string number, int? year, string issuer, string? office = null) =>
        IsSymbol(issuer) && (office is null || (AreSymbols(office) && !Types.Contains(issuer))) && IsYearOrNone(year)
            ? new StateDocumentNumber(number, year, null, issuer, office)
            : throw Bad(Join(number, year, issuer + (office is null ? "" : "-" + office)));

    internal static StateDocumentNumber? From(string number, string rest)
    {
        int? year = null;
        int slash = rest.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0)
        {
            if (slash != 4 || !rest[..4].All(char.IsAsciiDigit))
            {
                return null;
            }

            year = int.Parse(rest[..4], NumberStyles.None, CultureInfo.InvariantCulture);
            rest = rest[5..];
        }

        if (!IsSerial(number) || !AreSymbols(rest) || !IsYearOrNone(year))
        {
            return null;
        }

        int dash = rest.IndexOf('-', StringComparison.Ordinal);
        string first = dash < 0 ? rest : rest[..dash];
        string? more = dash < 0 ? null : rest[(dash + 1)..];
        return more is not null && Types.Contains(first)
            ? new StateDocumentNumber(number, year, first, more, null)
            : new StateDocumentNumber(number, year, null, first, more);
    }

    private protected override string Print() => Join(Number, Year, (Type is null ? "" : Type + "-") + Issuer + (Office is null ? "" : "-" + Office));

    private static string Join(string? number, int? year, string symbol) =>
        number + "/" + (year is int y ? y.ToString(CultureInfo.InvariantCulture) + "/" : "") + symbol;

    private static bool IsYearOrNone(int? year) => year is null or (>= 1945 and <= 2999);
}
