using System.CommandLine;
using Reform.Domain.Values;

namespace Reform.Grpc.CommandLine;

/// <summary>Computes deadlines, line by line.</summary>
internal static class DeadlineCommand
{
    public static Command Create()
    {
        Option<Language> language = CommonOptions.LanguageOption();
        var batch = new Command(
            "batch",
            "Reads deadlines to be computed as lines of JSON; writes id, due_kind, due and provisional as lines of JSON.") { language };
        batch.SetAction(parsed => ReformCommands.Guarded(
            parsed.GetValue(language), () => LineBatch.Run(parsed.GetValue(language), DeadlineLines.Answer)));
        return new Command("deadline", "By when something is due.") { batch };
    }
}
