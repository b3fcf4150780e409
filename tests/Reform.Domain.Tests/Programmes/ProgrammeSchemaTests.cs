using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Reform.Domain.DataFiles;
using Reform.Domain.Programmes;
using Reform.Testing;

namespace Reform.Domain.Tests.Programmes;

/// <summary>The published JSON Schema against the reader: what the one refuses the other does.</summary>
public sealed class ProgrammeSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(File.ReadAllText(Repository.PathOf("docs", "schemas", "programmes.schema.json")));

    [Fact]
    public void Programme_72_and_a_file_with_everything_in_it_are_valid()
    {
        Assert.True(IsValid(JsonNode.Parse(
            File.ReadAllText(Repository.PathOf("src", "Reform.Domain", "Programmes", "Data", "hai-phong-programme-72.json")),
            documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!));
        Assert.True(IsValid(Sample()));
        Assert.True(IsReadable(Sample()));
    }

    [Fact]
    public void What_the_schema_refuses_the_reader_refuses()
    {
        int refusedByBoth = 0, refusedByReaderAlone = 0;
        foreach (string path in JsonChanges.Paths(Sample(), items: 10).ToList())
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

        // What the reader alone refuses: identifiers that do not exist, days out of their order.
        Assert.True(refusedByBoth > 300 && refusedByReaderAlone < refusedByBoth, refusedByBoth + " " + refusedByReaderAlone);
    }

    private static JsonNode Sample() => JsonNode.Parse(ProgrammeFileTests.Whole)!;

    private static bool IsValid(JsonNode file) => Schema.Evaluate(file).IsValid;

    private static bool IsReadable(JsonNode file)
    {
        try
        {
            using var stream = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(file));
            ProgrammeFile.Read(stream, TestProgrammes.City);
            return true;
        }
        catch (InvalidDataFileException)
        {
            return false;
        }
    }
}
