using System.Text;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Values;

public sealed class BilingualTextTests
{
    private const string Composed = "Thẩm quyền của Ủy ban";

    [Fact]
    public void A_text_typed_in_another_normal_form_is_the_same_text()
    {
        string decomposed = Composed.Normalize(NormalizationForm.FormD);
        Assert.NotEqual(Composed, decomposed);
        var text = new BilingualText(decomposed, decomposed);
        Assert.Equal(new BilingualText(Composed, Composed), text);
        Assert.Equal(Composed, text.Vietnamese);
        Assert.Equal(Composed, text.English);
        Assert.Equal(BilingualText.Same(Composed).GetHashCode(), text.GetHashCode());
    }

    [Fact]
    public void Texts_that_differ_in_one_language_differ()
    {
        var text = new BilingualText("hạn", "due");
        Assert.NotEqual(text, new BilingualText("hạn", "Due"));
        Assert.NotEqual(text, new BilingualText("hàn", "due"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\u00A0")]
    public void A_blank_wording_is_refused(string blank)
    {
        Assert.Throws<ArgumentException>(() => new BilingualText(blank, "due"));
        Assert.Throws<ArgumentException>(() => new BilingualText("hạn", blank));
    }

    [Fact]
    public void A_missing_wording_or_half_a_character_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => new BilingualText(null!, "due"));
        Assert.Throws<ArgumentException>(() => new BilingualText("hạn", "due \ud800"));
    }

    [Fact]
    public void Each_language_gives_its_wording_and_no_other_language_exists()
    {
        var text = new BilingualText("hạn", "due");
        Assert.Equal("hạn", text.In(Language.Vietnamese));
        Assert.Equal("due", text.In(Language.English));
        Assert.Throws<ArgumentOutOfRangeException>(() => text.In((Language)2));
        Assert.Equal("hạn / due", text.ToString());
        Assert.Equal("12-QĐ/TU", BilingualText.Same("12-QĐ/TU").ToString());
    }
}
