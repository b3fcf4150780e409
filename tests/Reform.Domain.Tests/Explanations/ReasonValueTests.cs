using System.Globalization;
using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Explanations;

public sealed class ReasonValueTests
{
    private static readonly string[] Cultures = ["", "en-US", "vi-VN", "tr-TR", "ar-SA", "fa-IR", "th-TH"];

    public static TheoryData<ReasonValue, string, string, string> Values => new()
    {
        { new LocalDate(2024, 5, 7), "07/05/2024", "7 May 2024", "2024-05-07" },
        { new LocalDate(2026, 11, 24), "24/11/2026", "24 November 2026", "2026-11-24" },
        { new LocalDateTime(2024, 5, 7, 14, 5), "14:05 ngày 07/05/2024", "7 May 2024 14:05", "2024-05-07T14:05:00" },
        { new LocalDateTime(2024, 5, 7, 0, 0), "00:00 ngày 07/05/2024", "7 May 2024 00:00", "2024-05-07T00:00:00" },
        { -1234567, "-1234567", "-1234567", "-1234567" },
        { "12-QĐ/TU", "12-QĐ/TU", "12-QĐ/TU", "12-QĐ/TU" },
        { new BilingualText("tuần", "week"), "tuần", "week", "week" },
        { (ValueList<string>)["một", "hai"], "một; hai", "một; hai", "một; hai" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_reads_by_its_language_and_never_by_the_culture_of_the_machine(
        ReasonValue value, string vietnamese, string english, string invariant)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string culture in Cultures)
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal(vietnamese, value.In(Language.Vietnamese));
                Assert.Equal(english, value.In(Language.English));
                Assert.Equal(invariant, value.ToInvariant());
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Values_are_equal_by_kind_and_content()
    {
        ReasonValue date = new LocalDate(2024, 5, 7);
        ReasonValue same = new LocalDate(2024, 5, 7);
        ReasonValue text = "2024-05-07";
        Assert.Equal(date, same);
        Assert.NotEqual(date, text);
    }
}
