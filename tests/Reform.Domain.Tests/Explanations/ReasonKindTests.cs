using System.Text;
using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;

namespace Reform.Domain.Tests.Explanations;

public sealed class ReasonKindTests
{
    private static readonly ReasonKind Late = new(
        "late", "Trả kết quả ngày {ended}, sau hạn {due} {days} ngày", "{days} day(s) late: due {due}, returned {ended}");

    private static readonly LocalDate Due = new(2024, 5, 7);
    private static readonly LocalDate Ended = new(2024, 12, 31);

    [Fact]
    public void The_sentence_is_made_in_both_languages_with_the_arguments_in_their_places()
    {
        Reason reason = Late.Because(LegalBasis.CivilCode("148"), ("days", 238), ("due", Due), ("ended", Ended));
        Assert.Equal("Trả kết quả ngày 31/12/2024, sau hạn 07/05/2024 238 ngày", reason.Sentence.Vietnamese);
        Assert.Equal("238 day(s) late: due 7 May 2024, returned 31 December 2024", reason.Sentence.English);
        Assert.Equal("late", reason.Code);
        Assert.Equal(LegalBasis.CivilCode("148"), reason.Basis);
    }

    [Fact]
    public void Arguments_stay_data_in_the_order_given()
    {
        Reason reason = Late.Because(null, ("due", Due), ("ended", Ended), ("days", 238));
        Assert.Equal(["due", "ended", "days"], reason.Arguments.Select(a => a.Name));
        Assert.Equal(["2024-05-07", "2024-12-31", "238"], reason.Arguments.Select(a => a.Value.ToInvariant()));
        Assert.Null(reason.Basis);
    }

    [Fact]
    public void A_missing_argument_is_refused_and_named()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Late.Because(null, ("due", Due), ("ended", Ended)));
        Assert.Contains("'days'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_argument_is_refused_and_named()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => Late.Because(null, ("due", Due), ("ended", Ended), ("days", 1), ("Days", 1)));
        Assert.Contains("'Days'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_argument_given_twice_is_refused_and_named()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => Late.Because(null, ("due", Due), ("ended", Ended), ("days", 1), ("days", 1)));
        Assert.Contains("'days'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_may_stand_twice_in_a_sentence()
    {
        var kind = new ReasonKind("twice", "{x} và {x}", "{x}");
        Assert.Equal("7 và 7", kind.Because(null, ("x", 7)).Sentence.Vietnamese);
    }

    [Fact]
    public void An_argument_that_looks_like_a_place_is_left_alone()
    {
        var kind = new ReasonKind("text", "{x}: {y}", "{x}: {y}");
        Assert.Equal("{y}: b", kind.Because(null, ("x", "{y}"), ("y", "b")).Sentence.English);
    }

    [Theory]
    [InlineData("Ngày {a}", "On {b}")]
    [InlineData("Ngày {a}", "On that day")]
    [InlineData("Ngày", "On {a}")]
    public void Sentences_with_different_arguments_are_refused(string vietnamese, string english) =>
        Assert.Throws<ArgumentException>(() => new ReasonKind("code", vietnamese, english));

    [Theory]
    [InlineData("Ngày {a", "On {a}")]
    [InlineData("Ngày {a}", "On a} {a}")]
    [InlineData("Ngày {a{b}", "On {a{b}")]
    [InlineData("Ngày {}", "On {}")]
    [InlineData("Ngày {a}{", "On {a}{")]
    [InlineData(" ", "On")]
    [InlineData("Ngày", "")]
    public void A_malformed_or_blank_sentence_is_refused(string vietnamese, string english) =>
        Assert.Throws<ArgumentException>(() => new ReasonKind("code", vietnamese, english));

    [Fact]
    public void A_blank_code_is_refused() => Assert.Throws<ArgumentException>(() => new ReasonKind(" ", "a", "a"));

    [Fact]
    public void The_sentence_is_in_normal_form_c_whatever_the_arguments_are()
    {
        var kind = new ReasonKind("name", "Đơn vị {x}", "Unit {x}");
        Reason reason = kind.Because(null, ("x", "Thẩm định".Normalize(NormalizationForm.FormD)));
        Assert.Equal("Đơn vị Thẩm định", reason.Sentence.Vietnamese);
    }

    [Fact]
    public void Reasons_with_the_same_content_are_equal()
    {
        Reason one = Late.Because(null, ("due", Due), ("ended", Ended), ("days", 1));
        Reason same = Late.Because(null, ("due", Due), ("ended", Ended), ("days", 1));
        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, Late.Because(null, ("due", Due), ("ended", Ended), ("days", 2)));
    }
}
