using System.Globalization;
using CsCheck;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.DataFiles;

namespace Reform.Domain.Tests.Cases;

/// <summary>No identifier comes twice, however long the log.</summary>
public sealed class CaseIdTests
{
    private const int BeyondLines = 70_000;
    private static readonly LogMapping Mapping = new() { Zone = DateTimeZone.Utc, Case = new CaseAttributes() };

    [Theory]
    [InlineData("HS-3", "on line 3", "")]
    [InlineData("HS-66000", "further up", "")]
    [InlineData("HS-66000/x", "on line 66000", "/x")]
    public void A_second_one_is_found_however_far_behind_the_first(string id, string where, string ending)
    {
        IEnumerable<string> ids = Numbers(BeyondLines).Select(n => "HS-" + n + ending);
        InvalidDataFileException error = Assert.Throws<InvalidDataFileException>(() => Count(ids.Append(id)));
        Assert.Equal((BeyondLines + 1, "the case id '" + id + "' stands already " + where), (error.Problems.Single().Line, error.Problems.Single().Message.English));
    }

    [Fact]
    public void Zeros_before_a_number_make_another_identifier()
    {
        string[] alike = ["A7", "A07", "A007", "A70", "7", "07", "0", "00", "A", "A-7", "A1234567890123456789", "A01234567890123456789", "A0", "A00"];
        Assert.Equal(BeyondLines + alike.Length, Count(Numbers(BeyondLines).Select(n => "x" + n).Concat(alike)));
    }

    [Fact]
    public void What_is_said_of_the_second_one_is_what_a_set_of_them_says()
    {
        Gen<string> id = Gen.Select(Gen.OneOf(Gen.Const(""), Gen.Const("A"), Gen.Const("A-"), Gen.Const("B0"), Gen.Const("Ố")), Gen.Int[0, 40_000], Gen.OneOf(Gen.Const(""), Gen.Const(""), Gen.Const("/x")), (prefix, n, end) =>
            prefix + n.ToString(CultureInfo.InvariantCulture) + end);
        id.Array[1, 300].Sample(
            ids =>
            {
                var known = new HashSet<string>(Numbers(BeyondLines).Select(n => "x" + n), StringComparer.Ordinal);
                string? twice = ids.FirstOrDefault(i => !known.Add(i));
                IEnumerable<string> all = Numbers(BeyondLines).Select(n => "x" + n).Concat(ids);
                if (twice is null)
                {
                    Assert.Equal(BeyondLines + ids.Length, Count(all));
                }
                else
                {
                    Assert.StartsWith(
                        "the case id '" + twice + "'", Assert.Throws<InvalidDataFileException>(() => Count(all)).Problems.Single().Message.English, StringComparison.Ordinal);
                }
            },
            iter: 10);
    }

    private static IEnumerable<string> Numbers(int count) => Enumerable.Range(1, count).Select(n => n.ToString(CultureInfo.InvariantCulture));

    private static long Count(IEnumerable<string> ids) => CaseLogReader.FromTraces(Traces(ids), Mapping, new DataQuality()).LongCount();

    private static IEnumerable<XesTrace> Traces(IEnumerable<string> ids) =>
        ids.Select((id, i) => new XesTrace(i + 1, [new XesAttribute("concept:name", id, i + 1)], []));
}
