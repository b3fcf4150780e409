using System.Buffers;
using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Reform.Domain.Delegation;
using Reform.Domain.Values;

namespace Reform.Grpc.CommandLine;

/// <summary>Answers who holds a power, question by question, over a bare world.</summary>
internal static class AuthorityCommand
{
    private const int SendFrom = 64 * 1024;
    private static readonly byte[] NewLine = [(byte)'\n'];

    public static Command Create()
    {
        Option<Language> language = CommonOptions.LanguageOption();
        var world = new Argument<FileInfo>("world") { Description = "Units, powers, holdings, grants and questions: JSON." };
        var batch = new Command("batch", "Reads a world and its questions; writes id, competent and chain as lines of JSON.") { world, language };
        batch.SetAction(parsed => ReformCommands.Guarded(parsed.GetValue(language), () => Run(parsed.GetRequiredValue(world))));
        return new Command("authority", "Who may decide.") { batch };
    }

    private static int Run(FileInfo file)
    {
        using FileStream stream = Files.Open(file);
        (AuthorityWorld world, ValueList<WorldQuestion> questions) = AuthorityWorldFile.Read(stream, Files.NameOf(file));
        using Stream output = Console.OpenStandardOutput();
        var lines = new ArrayBufferWriter<byte>(SendFrom * 2);
        using var json = new Utf8JsonWriter(lines, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        foreach (WorldQuestion question in questions)
        {
            AuthorityAnswer answer = world.Check(question.Actor, question.Power, question.Unit, question.On);
            json.WriteStartObject();
            json.WriteString("id", question.Id);
            json.WriteBoolean("competent", answer.IsCompetent);
            json.WriteStartArray("chain");
            foreach (string grant in answer.Chain())
            {
                json.WriteStringValue(grant);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.Flush();
            lines.Write(NewLine);
            json.Reset();
            if (lines.WrittenCount >= SendFrom)
            {
                output.Write(lines.WrittenSpan);
                lines.ResetWrittenCount();
            }
        }

        output.Write(lines.WrittenSpan);
        return 0;
    }
}
