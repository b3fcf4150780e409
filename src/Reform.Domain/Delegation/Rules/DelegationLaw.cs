using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>A law with the dates on which a rule rests on it; see docs/sources.md for each instrument and how it was read.</summary>
/// <param name="Basis">The provisions.</param>
/// <param name="Validity">The dates, [from, to).</param>
internal sealed record DelegationLaw(LegalBasis Basis, Validity Validity)
{
    private static readonly LocalDate Law63From = new(2025, 3, 1);
    private static readonly Validity Dates294 = new(new LocalDate(2025, 7, 1), new LocalDate(2026, 4, 8));

    /// <summary>Who may grant to whom: each grant by the law of its first day.</summary>
    public static DelegationLaw Pairs => new(Both(LegalBasis.LocalGovernment("14"), Capital), default);

    /// <summary>By what document a power is passed on: each grant by the law of its first day.</summary>
    public static DelegationLaw Instruments => new(Both(LegalBasis.LocalGovernment("12-13"), Before2025("12").Basis), default);

    /// <summary>The rules about signing forms, of State and Party.</summary>
    public static LegalBasis Signing => Both(Both(SigningLaw.Decree30, SigningLaw.Guidance36), SigningLaw.Guidance05);

    private static LegalBasis Capital => new(new BilingualText("Điều 14 Luật Thủ đô 39/2024/QH15", "Capital Law 39/2024/QH15, Art. 14"));

    /// <summary>The Law on Organization of Local Government of 2015, until that of 2025.</summary>
    public static DelegationLaw Before2025(string article) => new(
        new LegalBasis(new BilingualText(
            "Điều " + article + " Luật Tổ chức chính quyền địa phương 77/2015/QH13",
            "Law on Organization of Local Government 77/2015/QH13, Art. " + article)),
        new Validity(new LocalDate(2016, 1, 1), Law63From));

    /// <summary>The Law on Organization of the Government of 2025, and where it is given, that on local government beside it.</summary>
    public static DelegationLaw Since2025(string ofGovernment, string? ofLocalGovernment = null) => new(
        ofLocalGovernment is null ? LegalBasis.GovernmentOrganization(ofGovernment)
            : Both(LegalBasis.GovernmentOrganization(ofGovernment), LegalBasis.LocalGovernment(ofLocalGovernment)),
        new Validity(Law63From, null));

    /// <summary>Regulation 294-QĐ/TW; what came after it was not read.</summary>
    public static DelegationLaw Regulation294(string clause) => new(
        new LegalBasis(new BilingualText("Quy định 294-QĐ/TW, khoản " + clause, "Regulation 294-QĐ/TW, " + clause)), Dates294);

    /// <summary>Resolution 190/2025/QH15 on reorganised State bodies.</summary>
    public static DelegationLaw Resolution190(string articles) => new(
        new LegalBasis(new BilingualText("Điều " + articles + " Nghị quyết 190/2025/QH15", "Resolution 190/2025/QH15, Art. " + articles)),
        new Validity(new LocalDate(2025, 2, 19), null));

    /// <summary>Two provisions that say the same.</summary>
    public static LegalBasis Both(LegalBasis one, LegalBasis other) => new(new BilingualText(
        one.Citation.Vietnamese + "; " + other.Citation.Vietnamese, one.Citation.English + "; " + other.Citation.English));
}
