using Reform.Domain.Values;

namespace Reform.Domain.Legal;

/// <summary>Where a rule, a limit or a power comes from (căn cứ pháp lý): an instrument and its provision.</summary>
/// <param name="Citation">The citation as a clerk would write it; for example "Điều 148 Bộ luật Dân sự 91/2015/QH13".</param>
public sealed record LegalBasis(BilingualText Citation)
{
    /// <summary>A basis whose citation reads the same in both languages, as data files give it.</summary>
    /// <param name="citation">The citation; not blank.</param>
    /// <returns>The basis.</returns>
    public static LegalBasis Citing(string citation) => new(BilingualText.Same(citation));

    /// <summary>An article of the Civil Code 91/2015/QH13 (Bộ luật Dân sự).</summary>
    /// <param name="article">The article, with its clause where needed; for example "148(5)".</param>
    /// <returns>The basis.</returns>
    public static LegalBasis CivilCode(string article) =>
        new(new BilingualText("Điều " + article + " Bộ luật Dân sự 91/2015/QH13", "Civil Code 91/2015/QH13, Art. " + article));

    /// <summary>A requirement of Hải Phòng's Programme 72 of 3 May 2024 (Chương trình số 72 của Thành ủy Hải Phòng).</summary>
    /// <param name="vietnamese">The requirement, in the words of the programme that docs/coverage.md lists.</param>
    /// <param name="english">The same in English.</param>
    /// <returns>The basis.</returns>
    public static LegalBasis Programme72(string vietnamese, string english) => new(new BilingualText(
        "Chương trình số 72 ngày 03-5-2024 của Thành ủy Hải Phòng: " + vietnamese,
        "Programme 72 of the Hải Phòng Party Committee, 3 May 2024: " + english));

    /// <summary>An article of Regulation 338-QĐ/TW on Party administrative procedures (2025).</summary>
    /// <param name="article">The article.</param>
    /// <returns>The basis.</returns>
    public static LegalBasis PartyProcedures(string article) =>
        new(new BilingualText("Điều " + article + " Quy định 338-QĐ/TW", "Regulation 338-QĐ/TW, Art. " + article));

    /// <summary>An article of Regulation 366-QĐ/TW on the yearly review and rating of quality (2025).</summary>
    /// <param name="article">The article.</param>
    /// <returns>The basis.</returns>
    public static LegalBasis QualityRating(string article) =>
        new(new BilingualText("Điều " + article + " Quy định 366-QĐ/TW", "Regulation 366-QĐ/TW, Art. " + article));

    /// <summary>An article of the Law on Organization of Local Government 72/2025/QH15.</summary>
    /// <param name="article">The article.</param>
    /// <returns>The basis.</returns>
    public static LegalBasis LocalGovernment(string article) => new(new BilingualText(
        "Điều " + article + " Luật Tổ chức chính quyền địa phương 72/2025/QH15",
        "Law on Organization of Local Government 72/2025/QH15, Art. " + article));

    /// <summary>An article of the Law on Organization of the Government 63/2025/QH15.</summary>
    /// <param name="article">The article.</param>
    /// <returns>The basis.</returns>
    public static LegalBasis GovernmentOrganization(string article) => new(new BilingualText(
        "Điều " + article + " Luật Tổ chức Chính phủ 63/2025/QH15",
        "Law on Organization of the Government 63/2025/QH15, Art. " + article));
}
