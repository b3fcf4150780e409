using System.Text;
using System.Text.Json;
using System.Xml;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Turns what the unpacker and the readers of XML and JSON throw into a problem of the log, with its line.</summary>
internal sealed class LogFailure(string source, GunzipStream? packed, XesLimits limits)
{
    public T GuardXml<T>(XmlReader? xml, Func<T> read) => Guard(() => LineOf(xml), read);

    public T Guard<T>(Func<int?> line, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException e)
        {
            throw IsDamaged() ? DamagedGzip(line()) : InvalidXml(e, line());
        }
        catch (JsonException e)
        {
            // Lines and places of the parser count from the piece that it was given.
            string why = Printable(e.Message.Split(" LineNumber:")[0]);
            throw IsDamaged() ? DamagedGzip(line()) : Problem(line(), "JSON không hợp lệ hoặc bị cắt: " + why, "not well-formed JSON, or cut off: " + why);
        }
        catch (InvalidDataException)
        {
            throw DamagedGzip(line());
        }
        catch (LogBoundException e)
        {
            throw Problem(line(), e.Vietnamese, e.Message);
        }
    }

    private bool IsDamaged() => packed?.IsDamaged(limits.MaxCharacters) == true;

    private InvalidDataFileException DamagedGzip(int? line) => Problem(
        line,
        "tệp gzip bị cắt, bị hỏng, hoặc có byte thừa ở cuối",
        "the gzip is truncated, damaged, or followed by other bytes");

    private InvalidDataFileException InvalidXml(XmlException e, int? lineReached)
    {
        int? line = e.LineNumber > 0 ? e.LineNumber : lineReached;
        if (e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            return Problem(line, "có khai báo DTD; vì an toàn, nhật ký có DTD không được đọc", "a DTD; for safety, no log with a DTD is read");
        }

        if (e.Message.Contains(nameof(XmlReaderSettings.MaxCharactersInDocument), StringComparison.Ordinal))
        {
            string bound = XesLimits.Number(limits.MaxCharacters);
            return Problem(line, "nhật ký dài hơn " + bound + " ký tự", "the log is longer than " + bound + " characters");
        }

        string why = Printable(e.Message);
        return Problem(line, "XML không hợp lệ hoặc bị cắt: " + why, "not well-formed XML, or cut off: " + why);
    }

    private InvalidDataFileException Problem(int? line, string vietnamese, string english) =>
        new([new DataProblem(source, line, "", new BilingualText(vietnamese, english))]);

    private static int? LineOf(XmlReader? xml) => xml is IXmlLineInfo info && info.LineNumber > 0 ? info.LineNumber : null;

    // The reader quotes the very characters that it refuses: half a surrogate pair, control characters, U+FFFE.
    private static string Printable(string message)
    {
        var text = new StringBuilder(message.Length);
        Span<char> characters = stackalloc char[2];
        foreach (Rune rune in message.EnumerateRunes())
        {
            Rune shown = Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF ? Rune.ReplacementChar : rune;
            text.Append(characters[..shown.EncodeToUtf16(characters)]);
        }

        return text.ToString();
    }
}
