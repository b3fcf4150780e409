using Reform.Domain.Values;

namespace Reform.Grpc.CommandLine;

/// <summary>A line of a batch cannot be answered; the reason begins with the field at fault.</summary>
internal sealed class BadLineException(BilingualText reason) : Exception(reason.English)
{
    private const int MostQuoted = 60;
    private const char NoCharacter = '\uFFFE';
    private const char Replacement = '\uFFFD';

    public BadLineException(string field, string vietnamese, string english)
        : this(new BilingualText(field + ": " + vietnamese, field + ": " + english))
    {
    }

    public BilingualText Reason => reason;

    /// <summary>A bad value, short enough for one line, without what a text in two languages cannot hold.</summary>
    public static string Quote(string value)
    {
        int length = Math.Min(value.Length, MostQuoted);
        if (length < value.Length && char.IsHighSurrogate(value[length - 1]))
        {
            length--;
        }

        string shown = string.Concat(value.Take(length).Select(c => char.IsControl(c) || c == NoCharacter ? Replacement : c));
        return "'" + shown + (length < value.Length ? "…'" : "'");
    }
}
