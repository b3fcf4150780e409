using System.CommandLine;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;
using Reform.Grpc.Cases;

namespace Reform.Grpc.CommandLine;

/// <summary>Tells what was found in one case, and why.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var common = new CommonOptions();
        var caseId = new Option<string>("--case") { Description = "The identifier of the case.", Required = true };
        var command = new Command("explain", "Tells what was found in one case of an event log, and why.") { caseId };
        common.AddTo(command);
        command.SetAction(parsed => ReformCommands.Guarded(
            parsed.GetValue(common.Language),
            () => Run(
                parsed.GetRequiredValue(common.Log),
                parsed.GetRequiredValue(common.Mapping),
                parsed.GetRequiredValue(caseId),
                parsed.GetValue(common.AsOf),
                parsed.GetValue(common.Language),
                asJson: parsed.GetValue(common.Output) == "json")));
        return command;
    }

    private static int Run(FileInfo log, FileInfo mapping, string caseId, LocalDate? asOf, Language language, bool asJson)
    {
        CaseContext context = Files.LoadContext(mapping, asOf);
        using FileStream stream = Files.Open(log);
        LoggedCase? file = LogReading.Cases(stream, context.Mapping, new DataQuality(), Files.NameOf(log))
            .FirstOrDefault(c => string.Equals(c.Id, caseId, StringComparison.Ordinal));
        if (file is null)
        {
            throw new InvalidDataFileException([new DataProblem(Files.NameOf(log), null, "--case", new BilingualText(
                "nhật ký không có hồ sơ '" + caseId + "'", "the log has no case '" + caseId + "'"))]);
        }

        CaseReport report = CaseReport.Of(file, context, BuiltInRules.Cases);
        if (asJson)
        {
            using Stream output = Console.OpenStandardOutput();
            CaseJson.Write(output, report);
        }
        else
        {
            CaseText.Write(Consoles.Output(), report, language);
        }

        return 0;
    }
}
