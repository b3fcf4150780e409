using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Reads attributes with what is nested in them, and weighs what it keeps.</summary>
internal sealed class XesAttributeReader(XesCursor cursor, XesConformance conformance, XesExtensions extensions, XesLimits limits)
{
    private const int WeightOfAttribute = 64;
    private long traceCharacters;

    /// <summary>Whether the log says that its attributes may have attributes; only asked when reading is strict.</summary>
    public bool MayNest { get; set; }

    /// <summary>A trace, or something else that is held as a whole, begins.</summary>
    public void BeginWeighing() => traceCharacters = 0;

    public void Weigh(int characters)
    {
        traceCharacters += characters + WeightOfAttribute;
        if (traceCharacters > limits.MaxTraceCharacters)
        {
            throw cursor.Problem("trace", "hồ sơ dài hơn " + XesLimits.Number(limits.MaxTraceCharacters) + " ký tự",
                "longer than " + XesLimits.Number(limits.MaxTraceCharacters) + " characters");
        }
    }

    /// <summary>Reads the attribute where the cursor stands into a list; the later of two with one key is kept.</summary>
    public void ReadInto(XesAttributeList attributes, XesType type, XesLevel level)
    {
        if (Read(type, level) is not { } attribute)
        {
            return;
        }

        if (attributes.Put(attribute))
        {
            ReportDuplicate(attribute.Key, attribute.Line);
        }

        if (attributes.Count > limits.MaxAttributes)
        {
            throw cursor.TooMany("attribute", limits.MaxAttributes);
        }
    }

    /// <summary>Reads the attribute where the cursor stands, to its end; null when it has no key or no value.</summary>
    public XesAttribute? Read(XesType type, XesLevel level)
    {
        int line = cursor.Line;
        bool isComposite = type is XesType.List or XesType.Container;
        string? other = null;
        if (cursor.HasJustKeyAndValue(out string? key, out string? value))
        {
            key = cursor.Key(key);
        }
        else
        {
            (key, value, other) = cursor.XmlAttributes();
        }

        conformance.Other(other, line);
        if (type == XesType.Container)
        {
            conformance.Form("container", line, "chuẩn XES không có phần tử này", "the standard does not have this element");
        }

        if (string.IsNullOrWhiteSpace(key) || (value is null && !isComposite))
        {
            conformance.Content("attribute_without_key_or_value", level switch { XesLevel.Event => "event", XesLevel.Trace => "trace", _ => "" }, line,
                "thuộc tính thiếu khóa hoặc giá trị; đã bỏ qua", "an attribute without key or value; left out");
            cursor.Skip();
            return null;
        }

        bool isValue = isComposite || XesTypes.IsValue(type, value);
        value = isComposite ? "" : Normal(value!, isValue ? type : XesType.Text);
        Weigh(key.Length + value.Length);
        if (conformance.IsStrict)
        {
            extensions.Check(key, level, line);
        }

        if (!isValue)
        {
            conformance.Content("value_not_of_type", key, line,
                "giá trị không thuộc kiểu '" + XesTypes.ElementOf(type) + "' của nó; giữ nguyên như đã ghi",
                "a value that is not of its type '" + XesTypes.ElementOf(type) + "'; kept as written");
        }

        var attribute = new XesAttribute(key, value, line) { Type = type };
        if (!cursor.IsEmptyElement)
        {
            return Filled(attribute);
        }

        RequireValues(attribute, hasValues: false);
        cursor.Read();
        return attribute;
    }

    public void ReportDuplicate(string key, int line) => conformance.Content("duplicate_attribute", key, line,
        "thuộc tính bị lặp lại; giá trị sau được dùng", "an attribute that stands twice; the later value is used");

    // What is a number, a time, true or false has no letter that needs a normal form; spaces around it may.
    private static string Normal(string value, XesType type) =>
        type == XesType.Text || char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]) ? XesCursor.Normal(value) : value;

    private XesAttribute Filled(XesAttribute attribute)
    {
        XesAttributeList? nested = null;
        ValueList<XesAttribute>? items = null;
        cursor.Read();
        while (!cursor.AtEnd)
        {
            if (attribute.Type == XesType.List && items is null && cursor.IsElement && cursor.Name == "values")
            {
                items = Items();
            }
            else if (cursor.AttributeType is XesType type)
            {
                if (items is not null)
                {
                    conformance.Form(attribute.Key, cursor.Line, "thuộc tính đứng sau 'values'", "an attribute after 'values'");
                }

                RequireNesting(attribute);
                ReadInto(nested ??= new XesAttributeList(), type, XesLevel.Nested);
            }
            else
            {
                SkipOther();
            }
        }

        RequireValues(attribute, items is not null);
        cursor.Read();
        return nested is null && items is null ? attribute : attribute with { Nested = nested?.ToValueList() ?? [], Items = items ?? [] };
    }

    private ValueList<XesAttribute> Items()
    {
        conformance.Other(cursor.OtherXmlAttribute(), cursor.Line);
        if (cursor.IsEmptyElement)
        {
            cursor.Read();
            return [];
        }

        var items = new List<XesAttribute>();
        cursor.Read();
        while (!cursor.AtEnd)
        {
            if (cursor.AttributeType is XesType type)
            {
                if (items.Count == limits.MaxAttributes)
                {
                    throw cursor.TooMany("values", limits.MaxAttributes);
                }

                if (Read(type, XesLevel.Nested) is { } item)
                {
                    items.Add(item);
                }
            }
            else
            {
                SkipOther();
            }
        }

        cursor.Read();
        return items.ToValueList();
    }

    /// <summary>Skips what is no attribute: a comment in silence, an element or a text with a report.</summary>
    public void SkipOther()
    {
        if (cursor.IsElement || cursor.IsText)
        {
            conformance.Unknown();
        }

        cursor.Skip();
    }

    private void RequireValues(XesAttribute attribute, bool hasValues)
    {
        if (attribute.Type == XesType.List && !hasValues)
        {
            conformance.Form(attribute.Key, cursor.Line, "danh sách không có 'values'", "a list without 'values'");
        }
    }

    private void RequireNesting(XesAttribute outer)
    {
        if (!MayNest)
        {
            conformance.Form(outer.Key, cursor.Line,
                "thuộc tính lồng nhau, nhưng 'xes.features' không khai báo 'nested-attributes'",
                "an attribute of an attribute, but 'xes.features' does not say 'nested-attributes'");
        }
    }
}
