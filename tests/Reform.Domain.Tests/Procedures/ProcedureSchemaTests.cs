using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Reform.Domain.DataFiles;
using Reform.Domain.Deadlines;
using Reform.Domain.Procedures;
using Reform.Domain.Values;
using Reform.Testing;

namespace Reform.Domain.Tests.Procedures;

/// <summary>The published JSON Schema against the reader: what the one refuses the other does.</summary>
public sealed class ProcedureSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(File.ReadAllText(Repository.PathOf("docs", "schemas", "procedures.schema.json")));

    [Fact]
    public void The_38_are_valid() =>
        Assert.True(IsValid(JsonNode.Parse(
            File.ReadAllText(Repository.PathOf("src", "Reform.Domain", "Procedures", "Definitions", "vietnam-procedures.json")),
            documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!));

    [Fact]
    public void What_is_written_is_valid() => Assert.True(IsValid(Sample()));

    // Every member of a file with everything in it: taken out, of another kind, of another word, with a stranger beside it.
    [Fact]
    public void What_the_schema_refuses_the_reader_refuses()
    {
        int refusedByBoth = 0, refusedByReaderAlone = 0;
        foreach (string path in JsonChanges.Paths(Sample()).ToList())
        {
            foreach (Func<JsonNode, bool> change in JsonChanges.At(path))
            {
                JsonNode file = Sample();
                if (!change(file))
                {
                    continue;
                }

                bool readable = IsReadable(file);
                if (!IsValid(file))
                {
                    Assert.False(readable, path + ": the schema refuses what the reader takes: " + file.ToJsonString());
                    refusedByBoth++;
                }
                else if (!readable)
                {
                    refusedByReaderAlone++;
                }
            }
        }

        // What the reader alone refuses: identifiers that do not exist, periods, lengths that a scope needs.
        Assert.True(refusedByBoth > 300 && refusedByReaderAlone < refusedByBoth, refusedByBoth + " " + refusedByReaderAlone);
    }

    private static JsonNode Sample()
    {
        ProcedureCatalogue all = ProcedureCatalogue.Vietnam;
        Procedure admission = all.Find("PTY-ADM")!;
        var own = admission.Versions[0].TimeLimits.Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        var history = new Procedure(admission.Code, admission.Name, admission.System,
        [
            admission.Versions[0] with
            {
                Steps = [.. admission.Versions[0].Steps.Select((s, i) => s with
                {
                    TimeLimitIds = [.. s.TimeLimitIds.Where(own.Contains)],
                    Activity = i == 0 ? "learn" : s.Activity,
                    Decider = i == 0 ? "head" : null,
                    PowerId = i == 0 ? "power" : null,
                })],
                Documents = [.. admission.Versions[0].Documents!.Select((d, i) => i == 0 ? d with { IssuedBy = "commune" } : d)],
                Visits = [new RequiredVisit(BilingualText.Same("fetch")) { Step = 2, Channels = [admission.Versions[0].Channels[0]] }, new RequiredVisit(BilingualText.Same("file"))],
                Conditions = [BilingualText.Same("of age")],
                FourEyes = [new FourEyesPair("learn", admission.Versions[0].Steps[1].Activity)],
                Supplement = SupplementRegime.RestartFromZero,
                IsWritten = false,
                PilotId = "P-1",
                Variant = new LocalVariant("rule", BilingualText.Same("why")),
            },
        ]);
        return JsonNode.Parse(ProcedureFile.Write(new ProcedureCatalogue(all.Sources, [history])))!;
    }

    private static bool IsValid(JsonNode file) => Schema.Evaluate(file).IsValid;

    private static bool IsReadable(JsonNode file)
    {
        try
        {
            using var stream = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(file));
            ProcedureFile.Read(stream);
            return true;
        }
        catch (InvalidDataFileException)
        {
            return false;
        }
    }
}
