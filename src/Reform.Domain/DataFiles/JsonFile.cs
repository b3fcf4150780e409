using System.Globalization;
using System.Text.Json;
using Reform.Domain.Values;

namespace Reform.Domain.DataFiles;

/// <summary>A JSON document (comments and trailing commas allowed) read whole, within bounds, with the place of every value.</summary>
internal sealed class JsonFile
{
    private const int MaxBytes = 64 * 1024 * 1024;
    private const int MaxDepth = 32;
    private readonly List<DataProblem> problems = [];

    private JsonFile(string source) => Source = source;

    public string Source { get; }

    public bool HasProblems => problems.Count > 0;

    /// <summary>Reads a document whose top is an object.</summary>
    /// <exception cref="InvalidDataFileException">It is too large, is not JSON, or its top is not an object.</exception>
    public static (JsonFile File, JsonPart Root) Read(Stream stream, string source)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var file = new JsonFile(source);
        byte[] bytes = file.ReadBounded(stream);
        JsonPart root = file.Parse(bytes);
        root.ExpectObject();
        file.ThrowIfAnyProblem();
        return (file, root);
    }

    public void Report(DataProblem problem) => problems.Add(problem);

    /// <exception cref="InvalidDataFileException">A problem was reported.</exception>
    public void ThrowIfAnyProblem()
    {
        if (problems.Count > 0)
        {
            throw new InvalidDataFileException(problems.OrderBy(p => p.Line ?? 0));
        }
    }

    private byte[] ReadBounded(Stream stream)
    {
        using var buffer = new MemoryStream();
        byte[] chunk = new byte[81920];
        int read;
        while ((read = stream.Read(chunk, 0, chunk.Length)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > MaxBytes)
            {
                throw Fatal(null, "tệp lớn hơn 64 MiB", "the file is larger than 64 MiB");
            }
        }

        return buffer.ToArray();
    }

    private JsonPart Parse(byte[] bytes)
    {
        ReadOnlySpan<byte> content = bytes;
        if (content.StartsWith("\uFEFF"u8))
        {
            content = content[3..];
        }

        if (content.Trim(" \t\r\n"u8).IsEmpty)
        {
            throw Fatal(1, "tệp rỗng", "the file is empty");
        }

        int[] lineStarts = FindLineStarts(content);
        var reader = new Utf8JsonReader(content, new JsonReaderOptions
        {
            CommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
            MaxDepth = MaxDepth,
        });
        try
        {
            reader.Read();
            JsonPart root = ReadValue(ref reader, "", lineStarts);
            reader.Read();
            return root;
        }
        catch (JsonException e)
        {
            int? line = e.LineNumber is long zeroBased ? (int)zeroBased + 1 : null;
            throw Fatal(line, "không phải JSON hợp lệ: " + FirstSentence(e), "not valid JSON: " + FirstSentence(e));
        }
        catch (InvalidOperationException)
        {
            throw Fatal(null, "chuỗi không phải UTF-8 hợp lệ", "a string is not valid UTF-8");
        }
    }

    private JsonPart ReadValue(ref Utf8JsonReader reader, string path, int[] lineStarts)
    {
        int line = LineAt(lineStarts, reader.TokenStartIndex);
        string? text = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
            _ => null,
        };
        var part = new JsonPart(this, path, line, reader.TokenType, text);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    string name = reader.GetString()!;
                    reader.Read();
                    part.Add(name, ReadValue(ref reader, path.Length == 0 ? name : path + "." + name, lineStarts));
                }

                break;
            case JsonTokenType.StartArray:
                for (int i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
                {
                    part.Add(ReadValue(ref reader, path + "[" + i.ToString(CultureInfo.InvariantCulture) + "]", lineStarts));
                }

                break;
        }

        return part;
    }

    private InvalidDataFileException Fatal(int? line, string vietnamese, string english) =>
        new([new DataProblem(Source, line, "", new BilingualText(vietnamese, english))]);

    private static string FirstSentence(JsonException e)
    {
        int end = e.Message.IndexOf(" Path:", StringComparison.Ordinal);
        int end2 = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        int cut = new[] { end, end2 }.Where(i => i > 0).DefaultIfEmpty(e.Message.Length).Min();
        return e.Message[..cut];
    }

    private static int[] FindLineStarts(ReadOnlySpan<byte> content)
    {
        var starts = new List<int> { 0 };
        for (int i = 0; i < content.Length; i++)
        {
            if (content[i] == (byte)'\n')
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts];
    }

    private static int LineAt(int[] lineStarts, long index)
    {
        int found = Array.BinarySearch(lineStarts, (int)index);
        return found >= 0 ? found + 1 : ~found;
    }
}
