using Reform.Domain.Legal;

namespace Reform.Domain.Tests.Legal;

public sealed class LegalBasisTests
{
    public static TheoryData<LegalBasis, string, string> Citations => new()
    {
        { LegalBasis.CivilCode("148(5)"), "Điều 148(5) Bộ luật Dân sự 91/2015/QH13", "Civil Code 91/2015/QH13, Art. 148(5)" },
        { LegalBasis.PartyProcedures("11"), "Điều 11 Quy định 338-QĐ/TW", "Regulation 338-QĐ/TW, Art. 11" },
        {
            LegalBasis.LocalGovernment("14"), "Điều 14 Luật Tổ chức chính quyền địa phương 72/2025/QH15",
            "Law on Organization of Local Government 72/2025/QH15, Art. 14"
        },
        {
            LegalBasis.GovernmentOrganization("9"), "Điều 9 Luật Tổ chức Chính phủ 63/2025/QH15",
            "Law on Organization of the Government 63/2025/QH15, Art. 9"
        },
        {
            LegalBasis.Programme72("đúng hạn", "in time"), "Chương trình số 72 ngày 03-5-2024 của Thành ủy Hải Phòng: đúng hạn",
            "Programme 72 of the Hải Phòng Party Committee, 3 May 2024: in time"
        },
        { LegalBasis.Citing("12-QĐ/TU"), "12-QĐ/TU", "12-QĐ/TU" },
    };

    [Theory]
    [MemberData(nameof(Citations))]
    public void A_citation_reads_as_a_clerk_writes_it(LegalBasis basis, string vietnamese, string english)
    {
        Assert.Equal(vietnamese, basis.Citation.Vietnamese);
        Assert.Equal(english, basis.Citation.English);
    }
}
