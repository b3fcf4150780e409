using System.CommandLine;
using System.Globalization;
using Reform.Domain.Compliance;
using Reform.Domain.DataFiles;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using Reform.Grpc.Compliance;
using Spectre.Console;

namespace Reform.Grpc.CommandLine;

/// <summary>Judges a finding again from its receipt, without any server. Exit code 3: it is not confirmed.</summary>
internal static class ReplayCommand
{
    private const int NotConfirmed = 3;
    private const long MaxBytes = 1024 * 1024;

    public static Command Create()
    {
        var receipt = new Argument<FileInfo>("finding.json") { Description = "The receipt of a finding, as the service or the library wrote it." };
        var packs = new Option<string?>("--rule-packs") { Description = "A folder of assemblies with rule packs." };
        Option<Language> language = CommonOptions.LanguageOption();
        var command = new Command("replay", "Judges a finding again, offline, from its receipt. Ends with 0 when it is confirmed, with 3 when it is not.") { receipt, packs, language };
        command.SetAction(parsed => ReformCommands.Guarded(
            parsed.GetValue(language), () => Run(parsed.GetRequiredValue(receipt), parsed.GetValue(packs), parsed.GetValue(language))));
        return command;
    }

    private static int Run(FileInfo receipt, string? packs, Language language)
    {
        RuleBooks books = RulePackFolder.Load(RuleBooks.BuiltIn, packs);
        Replay replay = books.ReplayOf(Content(receipt), Files.NameOf(receipt));
        IAnsiConsole output = Consoles.Output();
        output.WriteLine(ReformCommands.Printable(
            replay.Key.RuleCode + ", " + (books.Find(replay.Key.SubjectKind)?.Label.In(language) ?? replay.Key.SubjectKind) + " " + replay.Key.SubjectId + ": "
            + TextOf(replay, books).In(language)));
        if (replay.OwnText is { } own)
        {
            output.WriteLine(ReformCommands.Printable(ByOwnText(own).In(language)));
        }

        if (replay.Judgement?.Reason is { } reason)
        {
            output.WriteLine(ReformCommands.Printable(reason.Sentence.In(language)));
            output.WriteLine(ReformCommands.Printable(reason.Basis?.Citation.In(language) ?? ""));
        }

        return replay.Outcome == ReplayOutcome.Confirmed ? 0 : NotConfirmed;
    }

    private static ReadOnlyMemory<byte> Content(FileInfo receipt)
    {
        using FileStream stream = Files.Open(receipt);
        return stream.Length <= MaxBytes ? File.ReadAllBytes(receipt.FullName) : throw new InvalidDataFileException([new DataProblem(
            Files.NameOf(receipt), null, "", new BilingualText("tệp lớn hơn 1 MiB", "the file is larger than 1 MiB"))]);
    }

    private static BilingualText ByOwnText(DataRuleText own) => own.Version == 0
        ? new("chấm theo quy tắc ghi trong biên nhận: " + own.Requires, "judged by the rule as the receipt has it: " + own.Requires)
        : new(
            string.Create(CultureInfo.InvariantCulture, $"chấm theo quy tắc ghi trong biên nhận, phiên bản {own.Version}: {own.Requires}"),
            string.Create(CultureInfo.InvariantCulture, $"judged by the rule as the receipt has it, version {own.Version}: {own.Requires}"));

    private static BilingualText TextOf(Replay replay, RuleBooks books) => replay.Outcome switch
    {
        ReplayOutcome.RuleAbsent when replay.Pack is string pack && !books.Packs.Contains(pack) => new(
            "thiếu gói quy tắc '" + pack + "': chỉ ra thư mục của gói bằng --rule-packs", "the rule pack '" + pack + "' is missing: name its folder with --rule-packs"),
        ReplayOutcome.Confirmed => new("xác nhận: cùng quy tắc, cùng dữ kiện, cùng kết luận", "confirmed: the same rule, on the same facts, says the same"),
        ReplayOutcome.Altered => new("biên nhận đã bị sửa", "the receipt was altered"),
        ReplayOutcome.RuleAbsent => new("không có quy tắc này", "there is no such rule here"),
        ReplayOutcome.RuleChanged => new("quy tắc đã thay đổi, kết luận giữ nguyên", "the rule was stated otherwise since, and says the same"),
        _ => new("quy tắc hiện nay kết luận khác", "the rules at hand say something else"),
    };
}
