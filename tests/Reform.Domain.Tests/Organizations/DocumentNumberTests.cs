using System.Text;
using CsCheck;
using Reform.Domain.Organizations;

namespace Reform.Domain.Tests.Organizations;

/// <summary>Document numbers and signing lines of both systems, read and written.</summary>
public sealed class DocumentNumberTests
{
    private static readonly Gen<string> Symbols = Gen.OneOf("CP", "TTg", "UBND", "QH15", "VPCP", "KGVX", "BTP", "LĐTBXH", "TW", "TU", "ĐU", "BNV");
    private static readonly Gen<string> Serials =
        Gen.OneOf(Gen.Int[1, 99999].Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)), Gen.OneOf("05", "001", "0012"));
    private static readonly Gen<string?> Types = Gen.OneOf<string?>(null, "QĐ", "NĐ", "QyĐ");
    private static readonly Gen<int?> Years = Gen.Int[1944, 2030].Select(y => y == 1944 ? (int?)null : y);

    [Theory]
    [InlineData("294-QĐ/TW", "294", "QĐ", "TW")]
    [InlineData("05-HD/VPTW", "05", "HD", "VPTW")]
    [InlineData("82-KL/TW", "82", "KL", "TW")]
    [InlineData("367-QĐ/TWĐTN-VP", "367", "QĐ", "TWĐTN-VP")]
    public void B11_A_Party_number_is_number_type_and_issuer(string text, string number, string type, string issuer)
    {
        PartyDocumentNumber read = Assert.IsType<PartyDocumentNumber>(DocumentNumber.Parse(text));
        Assert.Equal((number, type, issuer, OrganizationSystem.Party), (read.Number, read.Type, read.Issuer, read.System));
        Assert.Equal(text, read.ToString());
        Assert.Equal(read, new PartyDocumentNumber(number, type, issuer));
    }

    [Theory]
    [InlineData("297/2025/NĐ-CP", 297, 2025, "NĐ", "CP", null)]
    [InlineData("03/2025/TT-VPCP", 3, 2025, "TT", "VPCP", null)]
    [InlineData("14/2010/QĐ-TTg", 14, 2010, "QĐ", "TTg", null)]
    [InlineData("190/2025/QH15", 190, 2025, null, "QH15", null)]
    [InlineData("2568/QĐ-UBND", 2568, null, "QĐ", "UBND", null)]
    [InlineData("8662/VPCP-KGVX", 8662, null, null, "VPCP", "KGVX")]
    [InlineData("4323/BTP", 4323, null, null, "BTP", null)]
    [InlineData("5015/TB-LĐTBXH", 5015, null, "TB", "LĐTBXH", null)]
    [InlineData("12/2019/TTLT-BTC-BNV", 12, 2019, "TTLT", "BTC-BNV", null)]
    public void B11_A_State_number_is_number_year_type_and_issuer(string text, int serial, int? year, string? type, string issuer, string? office)
    {
        StateDocumentNumber read = Assert.IsType<StateDocumentNumber>(DocumentNumber.Parse(text));
        Assert.Equal((serial, year, type, issuer, office), (read.Serial, read.Year, read.Type, read.Issuer, read.Office));
        Assert.Equal(OrganizationSystem.State, read.System);
        Assert.Equal(text, read.ToString());
        StateDocumentNumber made = type is null
            ? StateDocumentNumber.Untyped(read.Number, year, issuer, office)
            : StateDocumentNumber.Typed(read.Number, year, type, issuer);
        Assert.Equal(read, made);
    }

    [Theory]
    [InlineData("")]
    [InlineData("294")]
    [InlineData("294-QĐ")]
    [InlineData("QĐ/TW")]
    [InlineData("0-QĐ/TW")]
    [InlineData("00/NĐ-CP")]
    [InlineData("294-QĐ/")]
    [InlineData("294-/TW")]
    [InlineData("294-QĐ/T W")]
    [InlineData("294 -QĐ/TW")]
    [InlineData("29a-QĐ/TW")]
    [InlineData("-294-QĐ/TW")]
    [InlineData("12345678-QĐ/TW")]
    [InlineData("297/25/NĐ-CP")]
    [InlineData("297/1944/NĐ-CP")]
    [InlineData("297/2025/")]
    [InlineData("297/2025/NĐ-")]
    [InlineData("297/2025/NĐ/CP")]
    [InlineData("٢٩٧/2025/NĐ-CP")]
    [InlineData("297/2025/NĐ-CP\u0000")]
    [InlineData("294–QĐ/TW")]
    public void What_is_no_number_is_refused_with_its_field(string text)
    {
        Assert.False(DocumentNumber.TryParse(text, out DocumentNumber? none));
        Assert.Null(none);
        OrganizationInputException refused = Assert.Throws<OrganizationInputException>(() => DocumentNumber.Parse(text));
        Assert.Equal(("no_document_number", "number"), (refused.Problems[0].Code, refused.Problems[0].Field));
    }

    [Fact]
    public void White_space_around_is_left_out_and_letters_are_read_in_either_normal_form()
    {
        Assert.Equal(DocumentNumber.Parse("12-QĐ/BCĐTƯ"), DocumentNumber.Parse("  " + "12-QĐ/BCĐTƯ".Normalize(NormalizationForm.FormD) + "\n"));
        Assert.NotEqual(DocumentNumber.Parse("5-HD/VPTW"), DocumentNumber.Parse("05-HD/VPTW"));
        Assert.False(DocumentNumber.TryParse(null, out _));
    }

    [Fact]
    public void Text_that_is_not_valid_Unicode_is_neither_a_number_nor_a_line()
    {
        Assert.False(DocumentNumber.TryParse("294-QĐ/\ud800", out _));
        Assert.False(SigningBlock.TryParse("T/M \ud800", out _));
    }

    [Fact]
    public void Whatever_is_made_is_read_back_as_it_was() => Gen.Select(Serials, Symbols, Symbols, Years, Types, Gen.Bool).Sample(
        (serial, issuer, office, year, type, hasOffice) =>
        {
            DocumentNumber[] made =
            [
                new PartyDocumentNumber(serial, type ?? "CV", issuer),
                type is null
                    ? StateDocumentNumber.Untyped(serial, year, issuer, hasOffice ? office : null)
                    : StateDocumentNumber.Typed(serial, year, type, issuer),
            ];
            Assert.All(made, number => Assert.Equal(number, DocumentNumber.Parse(number.ToString())));
        },
        iter: 1000);

    [Fact]
    public void Whatever_is_read_is_written_as_it_was() =>
        Gen.OneOf("1", "0", "12", "/", "-", "QĐ", "CP", "2025", "TW", "/", "-", " ", ".", "ă").Array[0, 9].Select(string.Concat).Sample(
            text =>
            {
                if (DocumentNumber.TryParse(text, out DocumentNumber? number))
                {
                    Assert.Equal(text.Trim(), number.ToString());
                }
            },
            iter: 20000);

    [Fact]
    public void A_part_that_would_not_read_back_is_refused()
    {
        Assert.Throws<OrganizationInputException>(() => new PartyDocumentNumber("1", "Q-Đ", "TW"));
        Assert.Throws<OrganizationInputException>(() => new PartyDocumentNumber("x", "QĐ", "TW"));
        Assert.Throws<OrganizationInputException>(() => StateDocumentNumber.Typed("1", null, "XX", "UBND"));
        Assert.Throws<OrganizationInputException>(() => StateDocumentNumber.Untyped("1", null, "QĐ", "UBND"));
        Assert.Throws<OrganizationInputException>(() => StateDocumentNumber.Typed("1", 1, "QĐ", "UBND"));
    }

    [Theory]
    [InlineData("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", OrganizationSystem.State, "OnBehalfOfCollective")]
    [InlineData("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", OrganizationSystem.State, "OnBehalfOfCollective,ForHead")]
    [InlineData("TL., KT. CHÁNH VĂN PHÒNG", OrganizationSystem.State, "ByOrder,ForHead")]
    [InlineData("TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ", OrganizationSystem.State, "ByMandate")]
    [InlineData("T/M BAN THƯỜNG VỤ\nBÍ THƯ", OrganizationSystem.Party, "OnBehalfOfCollective")]
    [InlineData("T/L BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG", OrganizationSystem.Party, "ByOrder")]
    [InlineData("K/T TRƯỞNG BAN\nPHÓ TRƯỞNG BAN", OrganizationSystem.Party, "ForHead")]
    [InlineData("T/U BAN THƯỜNG VỤ", OrganizationSystem.Party, "ByMandate")]
    [InlineData("Q. GIÁM ĐỐC", null, "Acting")]
    [InlineData("BÍ THƯ", null, "")]
    [InlineData("T/MẶT TRẬN", null, "")]
    public void Lines_above_a_signature_are_read_and_written(string text, OrganizationSystem? system, string forms)
    {
        SigningBlock block = SigningBlock.Parse(text);
        Assert.Equal(system, block.System);
        Assert.Equal(forms, string.Join(',', block.Forms));
        Assert.Equal(text, block.ToString());
        Assert.Equal(block, SigningBlock.Parse(block.ToString()));
        Assert.Equal(block.Lines, SigningBlock.Of(system ?? OrganizationSystem.Party, block.Lines).Lines);
    }

    [Theory]
    [InlineData("")]
    [InlineData("TM.")]
    [InlineData("TM. UBND\n\nCHỦ TỊCH")]
    [InlineData("T/M ĐẢNG ỦY\nKT. BÍ THƯ")]
    public void Lines_that_are_none_are_refused(string text)
    {
        Assert.False(SigningBlock.TryParse(text, out _));
        Assert.Equal("no_signature", Assert.Throws<OrganizationInputException>(() => SigningBlock.Parse(text)).Problems[0].Code);
    }

    [Fact]
    public void Lines_that_would_not_read_back_are_refused()
    {
        Assert.Throws<OrganizationInputException>(() => SigningBlock.Of(OrganizationSystem.State));
        Assert.Throws<OrganizationInputException>(() => SigningBlock.Of(OrganizationSystem.State, new SigningLine([], "TM. X")));
        Assert.Throws<OrganizationInputException>(() => SigningBlock.Of(OrganizationSystem.State, new SigningLine([SigningForm.ForHead], "A\nB")));
        Assert.Throws<ArgumentOutOfRangeException>(() => SigningBlock.MarkOf(SigningForm.ForHead, OrganizationSystem.Front));
        Assert.Equal("T/U", SigningBlock.MarkOf(SigningForm.ByMandate, OrganizationSystem.Party));
    }
}
