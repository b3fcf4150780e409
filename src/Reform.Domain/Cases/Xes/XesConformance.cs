using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>
/// What a log does against the standard: refused when reading is strict. Else what is lost for judging is counted, and mere form is
/// nobody's business.
/// </summary>
internal sealed class XesConformance(XesCursor cursor, DataQuality quality, bool isStrict)
{
    public bool IsStrict => isStrict;

    /// <summary>Something that changes what can be known of a case.</summary>
    public void Content(string code, string field, int line, string vietnamese, string english)
    {
        var message = new BilingualText(vietnamese, english);
        if (isStrict)
        {
            throw cursor.Problem(line, field, message);
        }

        quality.Report(code, field, line, message);
    }

    /// <summary>Something that is only a matter of form.</summary>
    public void Form(string field, int line, string vietnamese, string english)
    {
        if (isStrict)
        {
            throw cursor.Problem(line, field, new BilingualText(vietnamese, english));
        }
    }

    /// <summary>An element, or a text, that XES does not have where the cursor stands.</summary>
    public void Unknown()
    {
        if (cursor.IsText)
        {
            Content("unexpected_text", "", cursor.Line,
                "văn bản ở chỗ XES không cho phép; đã bỏ qua", "a text where XES has none; left out");
        }
        else
        {
            Content("unknown_element", cursor.Name, cursor.Line,
                "phần tử không có ở chỗ này trong XES; đã bỏ qua", "an element that XES does not have in this place; left out");
        }
    }

    /// <summary>XML attributes of a trace, an event or an attribute beyond those that it may have.</summary>
    public void Other(string? xmlAttribute, int line)
    {
        if (xmlAttribute is not null)
        {
            Content("unexpected_xml_attribute", xmlAttribute, line,
                "thuộc tính XML mà XES không có ở phần tử này; đã bỏ qua", "an XML attribute that XES does not have on this element; left out");
        }
    }

    /// <summary>XML attributes that must stand on the element where the cursor is, and those that may.</summary>
    public void RequireXmlAttributes(ReadOnlySpan<string> required, params ReadOnlySpan<string> optional)
    {
        if (!isStrict)
        {
            return;
        }

        foreach (string name in required)
        {
            if (string.IsNullOrWhiteSpace(cursor.XmlAttribute(name)))
            {
                Form(name, cursor.Line, "phần tử '" + cursor.Name + "' thiếu '" + name + "'", "the element '" + cursor.Name + "' lacks '" + name + "'");
            }
        }

        Other(cursor.OtherXmlAttribute([.. required, .. optional]), cursor.Line);
    }
}
