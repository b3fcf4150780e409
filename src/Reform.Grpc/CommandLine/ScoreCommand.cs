using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Reform.Domain.Scoring;
using Reform.Domain.Values;

namespace Reform.Grpc.CommandLine;

/// <summary>Scores, ranks and classifies the units of one file, and writes what became of them as JSON.</summary>
internal static class ScoreCommand
{
    private const int Decimals = 2;
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        Option<Language> language = CommonOptions.LanguageOption();
        var file = new Argument<FileInfo>("file") { Description = "Criteria, level rules, and units with their raw measures: JSON." };
        var command = new Command("score", "Scores the units of a file by its criteria; writes leaves, index, rank and level as JSON.") { file, language };
        command.SetAction(parsed => ReformCommands.Guarded(parsed.GetValue(language), () => Run(parsed.GetRequiredValue(file))));
        return command;
    }

    private static int Run(FileInfo file)
    {
        using FileStream stream = Files.Open(file);
        ScoreSheet sheet = ScoringFile.Score(stream, Files.NameOf(file));
        using Stream output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("units");
            foreach (ScoredUnit unit in sheet.Units)
            {
                Write(json, unit);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
        return 0;
    }

    private static void Write(Utf8JsonWriter json, ScoredUnit unit)
    {
        UnitScore score = unit.Score;
        json.WriteStartObject();
        json.WriteString("id", score.UnitId);
        json.WriteString("group", score.Group);
        json.WriteStartObject("leaves");
        foreach (LeafScore leaf in score.Leaves)
        {
            json.WriteString(leaf.LeafId, leaf.Points?.ToFixed(Decimals));
        }

        json.WriteEndObject();
        json.WriteString("adjust", score.Adjustment.ToFixed(Decimals));
        json.WriteString("total", score.Total?.ToFixed(Decimals));
        json.WriteString("applicableMax", score.ApplicableMax.ToFixed(Decimals));
        json.WriteString("index", score.Index?.ToFixed(Decimals));
        if (unit.Rank is int rank)
        {
            json.WriteNumber("rank", rank);
        }
        else
        {
            json.WriteNull("rank");
        }

        json.WriteString("level", unit.Level.Level.ToString());
        json.WriteEndObject();
    }
}
