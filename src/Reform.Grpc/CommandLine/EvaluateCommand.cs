using System.CommandLine;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using Reform.Grpc.Cases;

namespace Reform.Grpc.CommandLine;

/// <summary>Judges every case of a log and reports on the whole.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var common = new CommonOptions();
        var findings = new Option<bool>("--findings") { Description = "With --output json: list every breach and every undecided rule, case by case." };
        var command = new Command("evaluate", "Judges every case of an event log and reports on the whole.") { findings };
        common.AddTo(command);
        command.SetAction(parsed => ReformCommands.Guarded(
            parsed.GetValue(common.Language),
            () => Run(
                parsed.GetRequiredValue(common.Log),
                parsed.GetRequiredValue(common.Mapping),
                parsed.GetValue(common.AsOf),
                parsed.GetValue(common.Language),
                asJson: parsed.GetValue(common.Output) == "json",
                withFindings: parsed.GetValue(findings))));
        return command;
    }

    private static int Run(FileInfo log, FileInfo mapping, LocalDate? asOf, Language language, bool asJson, bool withFindings)
    {
        CaseContext context = Files.LoadContext(mapping, asOf);
        using FileStream stream = Files.Open(log);
        var evaluation = new LogEvaluation(context, BuiltInRules.Cases);
        var quality = new DataQuality();
        using var findings = new JsonItemsBuffer(withFindings);
        LogProgress.Show(stream, language, () =>
        {
            foreach (LoggedCase file in LogReading.Cases(stream, context.Mapping, quality, Files.NameOf(log)))
            {
                CaseReport judged = evaluation.Add(file);
                foreach (Judgement judgement in findings.IsWanted ? judged.Breaches.Concat(judged.Undecided) : [])
                {
                    findings.Add(json => ReportJson.WriteFinding(json, file.Id, judgement));
                }
            }
        });
        EvaluationReport report = evaluation.Report(quality);
        if (asJson)
        {
            using Stream output = Console.OpenStandardOutput();
            ReportJson.Write(output, report, findings);
        }
        else
        {
            ReportTables.Write(Consoles.Output(), report, language);
        }

        return 0;
    }
}
