using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Reads what stands in a log before its traces: version and features, extensions, promises, classifiers, attributes of the log.</summary>
internal sealed class XesLogHead(
    XesCursor cursor, XesConformance conformance, XesAttributeReader attributes, XesExtensions extensions, XesGlobals globals, XesHeadKeeper keeper, XesLimits limits)
{
    private readonly HashSet<string> keysOfLog = new(StringComparer.Ordinal);

    public XesGlobals Globals => globals;

    /// <summary>The first trace, or the end of the log, is there.</summary>
    public void Close() => keeper.Close();

    /// <summary>The element "log" itself.</summary>
    public void Begin()
    {
        string version = cursor.XmlAttribute("xes.version") ?? "";
        attributes.MayNest = (cursor.XmlAttribute("xes.features") ?? "").Split(' ').Contains("nested-attributes", StringComparer.Ordinal);
        // The schemas of XES 1.0 and 2.0 have "openxes.version"; that of IEEE 1849 does not.
        if (version.StartsWith("1849", StringComparison.Ordinal))
        {
            conformance.RequireXmlAttributes(["xes.version"], "xes.features");
        }
        else
        {
            conformance.RequireXmlAttributes(["xes.version"], "xes.features", "openxes.version");
        }
    }

    public void Extension()
    {
        conformance.RequireXmlAttributes(["name", "prefix", "uri"]);
        var extension = new XesExtension(cursor.XmlAttribute("name"), cursor.XmlAttribute("prefix"), cursor.XmlAttribute("uri"));
        extensions.Declare(extension.Prefix);
        keeper.Keep(extension);
        cursor.Skip();
    }

    public void Global()
    {
        conformance.RequireXmlAttributes([], "scope");
        XesLevel scope = Scope();
        string? written = cursor.XmlAttribute("scope");
        var promised = new List<XesAttribute>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        if (!cursor.IsEmptyElement)
        {
            cursor.Read();
            while (!cursor.AtEnd)
            {
                if (cursor.AttributeType is XesType type)
                {
                    Promise(scope, type, keys, promised);
                }
                else
                {
                    attributes.SkipOther();
                }
            }
        }

        keeper.Keep(new XesGlobal(written, promised.ToValueList()));
        cursor.Read();
    }

    public void Classifier()
    {
        conformance.RequireXmlAttributes(["name", "keys"], "scope");
        keeper.Keep(new XesClassifier(cursor.XmlAttribute("name"), cursor.XmlAttribute("keys"), cursor.XmlAttribute("scope")));
        if (conformance.IsStrict && Scope() is var scope && cursor.XmlAttribute("keys") is string keys && !globals.IsPromised(scope, keys.Trim()))
        {
            foreach (string key in KeysOf(keys))
            {
                if (!globals.IsPromised(scope, key))
                {
                    conformance.Form(key, cursor.Line, "bộ phân loại dùng khóa mà nhật ký không hứa", "a classifier by a key that the log does not promise");
                }
            }
        }

        cursor.Skip();
    }

    /// <summary>An attribute of the log.</summary>
    public void Attribute(XesType type)
    {
        BeginWeighing();
        if (attributes.Read(type, XesLevel.Log) is not { } attribute)
        {
            return;
        }

        keeper.Keep(attribute);
        if (keysOfLog.Count < limits.MaxAttributes && !keysOfLog.Add(attribute.Key))
        {
            attributes.ReportDuplicate(attribute.Key, attribute.Line);
        }
    }

    // What is kept is weighed all together.
    private void BeginWeighing()
    {
        if (!keeper.Keeps)
        {
            attributes.BeginWeighing();
        }
    }

    private void Promise(XesLevel scope, XesType type, HashSet<string> keys, List<XesAttribute> kept)
    {
        BeginWeighing();
        if (attributes.Read(type, scope == XesLevel.None ? XesLevel.Event : scope) is not { } promised)
        {
            return;
        }

        if (keeper.Keeps)
        {
            kept.Add(promised);
        }

        if (keys.Count < limits.MaxAttributes && !keys.Add(promised.Key))
        {
            attributes.ReportDuplicate(promised.Key, promised.Line);
        }

        if (scope != XesLevel.None)
        {
            globals.Promise(scope, promised);
        }
    }

    // An unknown scope promises nothing that could be checked.
    private XesLevel Scope()
    {
        string? scope = cursor.XmlAttribute("scope");
        switch (scope)
        {
            case null or "event":
                return XesLevel.Event;
            case "trace":
                return XesLevel.Trace;
            default:
                conformance.Content("unknown_scope", "", cursor.Line,
                    "phạm vi không phải 'trace' hay 'event'; lời hứa không được kiểm tra", "a scope that is neither 'trace' nor 'event'; the promise is not checked");
                return XesLevel.None;
        }
    }

    // Keys that hold spaces stand in single quotes.
    private static IEnumerable<string> KeysOf(string keys)
    {
        string[] parts = keys.Split('\'');
        return parts.SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
