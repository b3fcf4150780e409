using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Domain.Rules;
using Reform.Grpc.Tests.Compliance;

namespace Reform.Grpc.Tests.CommandLine;

/// <summary>A finding is judged again by the program alone.</summary>
public sealed class ReplayTests : IDisposable
{
    private static readonly LocalDate Day = new(2026, 3, 2);

    private static readonly CaseFacts Facts = new()
    {
        CaseId = "C1",
        ProcedureCode = "P1",
        UnitId = "U1",
        HolderUnitId = "U1",
        Requester = "R1",
        AsOf = Day,
        State = CaseState.Received,
        ReceivedOn = Day,
        CalendarDays = 0,
        Consultations = 4,
    };

    private readonly string folder = Directory.CreateTempSubdirectory("reform-replay-").FullName;
    private readonly SamplePack pack = new();

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        pack.Dispose();
    }

    [Fact]
    public void A_finding_is_confirmed_offline()
    {
        (int exit, string output, string error) = ReformProcess.Run("replay", Receipt(), "--rule-packs", pack.Folder);

        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("SAMPLE-CAS-02, hồ sơ C1: xác nhận", output, StringComparison.Ordinal);
        Assert.Contains("Lấy ý kiến 4 lần, tối đa 3", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_byte_is_noticed()
    {
        string receipt = Receipt();
        File.WriteAllText(receipt, File.ReadAllText(receipt).Replace("\"consultations\": \"4\"", "\"consultations\": \"5\"", StringComparison.Ordinal));

        (int exit, string output, _) = ReformProcess.Run("replay", receipt, "--rule-packs", pack.Folder, "--language", "en");

        Assert.Equal(3, exit);
        Assert.Contains("the receipt was altered", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_pack_it_says_which_is_missing()
    {
        (int exit, string output, _) = ReformProcess.Run("replay", Receipt(), "--language", "en");

        Assert.Equal(3, exit);
        Assert.Contains("the rule pack 'sample' is missing", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistyped_option_is_refused_with_the_nearest_one()
    {
        foreach (string[] arguments in (string[][])[["replay", Receipt(), "--rule-pack", pack.Folder], ["replay", "--rule-pack", pack.Folder], ["replay", Receipt(), "--rule-pack=" + pack.Folder]])
        {
            (int exit, string output, string error) = ReformProcess.Run(arguments);

            Assert.Equal((2, ""), (exit, output));
            Assert.Contains("'--rule-pack", error, StringComparison.Ordinal);
            Assert.Contains("the nearest is '--rule-packs'", error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_no_receipt_is_refused_with_its_place()
    {
        string file = Path.Combine(folder, "other.json");
        File.WriteAllText(file, "{\"format\": \"reform-finding/1\"}");

        (int exit, _, string error) = ReformProcess.Run("replay", file, "--language", "en");

        Assert.Equal(2, exit);
        Assert.Contains("subject_kind", error, StringComparison.Ordinal);
    }

    private string Receipt()
    {
        RuleBooks books = Grpc.Compliance.RulePackFolder.Load(RuleBooks.BuiltIn, pack.Folder);
        Finding finding = new FindingSearch<CaseFacts>(books.Over<CaseFacts>()).Of("SAMPLE-CAS-02", Facts, Day)!;
        string file = Path.Combine(folder, "finding.json");
        File.WriteAllBytes(file, FindingReceipt.Write(finding, Facts));
        return file;
    }
}
