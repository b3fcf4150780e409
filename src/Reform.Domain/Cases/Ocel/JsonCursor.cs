using System.Text;
using System.Text.Json;

namespace Reform.Domain.Cases;

/// <summary>Walks the tokens of a JSON text that is read piece by piece, within bounds; knows the line of each.</summary>
internal sealed class JsonCursor(Stream stream, XesLimits limits)
{
    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;
    private bool isLast;
    private long total;
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = limits.MaxDepth });

    public JsonTokenType Token { get; private set; }

    /// <summary>The text of a name, a text or a number; "true" and "false".</summary>
    public string Text { get; private set; } = "";

    public int Line { get; private set; } = 1;

    /// <exception cref="JsonException">It is no JSON, or is cut off.</exception>
    /// <exception cref="LogBoundException">It is beyond a bound.</exception>
    public bool Read()
    {
        if (total == 0 && end == 0)
        {
            Fill();
            start = buffer.AsSpan(0, end).StartsWith("\uFEFF"u8) ? 3 : 0;
        }

        while (true)
        {
            var reader = new Utf8JsonReader(buffer.AsSpan(start, end - start), isLast, state);
            if (reader.Read())
            {
                Token = reader.TokenType;
                Text = TextOf(ref reader);
                Moved((int)reader.TokenStartIndex, (int)reader.BytesConsumed, reader.CurrentState);
                return true;
            }

            if (isLast)
            {
                return false;
            }

            Moved((int)reader.BytesConsumed, (int)reader.BytesConsumed, reader.CurrentState);
            Fill();
        }
    }

    /// <summary>Skips the value that begins at the token, to its last token.</summary>
    public void Skip()
    {
        int depth = 0;
        do
        {
            depth += Token switch
            {
                JsonTokenType.StartArray or JsonTokenType.StartObject => 1,
                JsonTokenType.EndArray or JsonTokenType.EndObject => -1,
                _ => 0,
            };
        }
        while (depth > 0 && Read());
    }

    private void Moved(int before, int consumed, JsonReaderState reached)
    {
        Line += buffer.AsSpan(start, before).Count((byte)'\n');
        start += consumed;
        total += consumed;
        state = reached;
        if (total > limits.MaxCharacters)
        {
            string bound = XesLimits.Number(limits.MaxCharacters);
            throw new LogBoundException("nhật ký dài hơn " + bound + " byte", "the log is longer than " + bound + " bytes");
        }
    }

    private void Fill()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        end -= start;
        start = 0;
        if (end == buffer.Length)
        {
            if (end >= limits.MaxElementBytes)
            {
                string bound = XesLimits.Number(limits.MaxElementBytes);
                throw new LogBoundException("một giá trị dài hơn " + bound + " byte", "a value is longer than " + bound + " bytes");
            }

            Array.Resize(ref buffer, buffer.Length * 2);
        }

        int read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        isLast = read == 0;
    }

    private static string TextOf(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName or JsonTokenType.String:
                try
                {
                    string text = reader.GetString()!;
                    return Ascii.IsValid(text) ? text : text.Normalize(NormalizationForm.FormC);
                }
                catch (Exception e) when (e is InvalidOperationException or ArgumentException)
                {
                    throw new JsonException("a text that is not valid Unicode", e);
                }

            case JsonTokenType.Number:
                return Encoding.ASCII.GetString(reader.ValueSpan);
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            default:
                return "";
        }
    }
}
