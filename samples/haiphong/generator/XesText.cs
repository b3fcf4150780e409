using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Reform.Samples.HaiPhong.Generator;

/// <summary>Writes cases as XES, packed with gzip.</summary>
internal static class XesText
{
    public static void Write(string path, IEnumerable<Draft> cases)
    {
        using FileStream file = File.Create(path);
        using var gzip = new GZipStream(file, CompressionLevel.SmallestSize);
        gzip.Write(Encoding.UTF8.GetBytes(Text(cases)));
    }

    private static string Text(IEnumerable<Draft> cases)
    {
        var text = new StringBuilder();
        text.Append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        text.Append("<!-- SYNTHETIC DATA (DỮ LIỆU MÔ PHỎNG): written by samples/haiphong/generator; no real case, person or unit. -->\n");
        text.Append("<log xes.version=\"1849-2016\" xmlns=\"http://www.xes-standard.org/\">\n");
        text.Append("  <string key=\"concept:name\" value=\"SYNTHETIC – dữ liệu mô phỏng\"/>\n  <boolean key=\"synthetic\" value=\"true\"/>\n");
        foreach (Draft d in cases)
        {
            text.Append("  <trace>\n");
            Attribute(text, 4, "concept:name", d.Id);
            Attribute(text, 4, "procedure", d.ProcedureCode);
            Attribute(text, 4, "unit", d.Unit);
            Attribute(text, 4, "territory", d.Territory);
            Attribute(text, 4, "requester", d.Requester);
            Attribute(text, 4, "responsible", d.Responsible);
            Date(text, 4, "received_at", d.Received);
            Date(text, 4, "due_at", d.Due);
            Date(text, 4, "planned_at", d.Planned);
            Date(text, 4, "returned_at", d.Returned);
            Attribute(text, 4, "outcome", d.Outcome);
            Attribute(text, 4, "refusal_reason", d.RefusalReason);
            foreach (DraftEvent e in d.Events)
            {
                text.Append("    <event>\n");
                Attribute(text, 6, "concept:name", e.Activity);
                Date(text, 6, "time:timestamp", e.Time);
                Attribute(text, 6, "org:resource", e.Resource);
                Attribute(text, 6, "org:role", e.Role);
                text.Append("    </event>\n");
            }

            text.Append("  </trace>\n");
        }

        return text.Append("</log>\n").ToString();
    }

    private static void Attribute(StringBuilder text, int indent, string key, string? value)
    {
        if (value is not null)
        {
            text.Append(' ', indent).Append("<string key=\"").Append(key).Append("\" value=\"").Append(SecurityElement.Escape(value)).Append("\"/>\n");
        }
    }

    private static void Date(StringBuilder text, int indent, string key, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            text.Append(' ', indent).Append("<date key=\"").Append(key).Append("\" value=\"")
                .Append(time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture)).Append("\"/>\n");
        }
    }
}
