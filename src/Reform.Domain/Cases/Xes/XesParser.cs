using System.Runtime.InteropServices;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Turns the elements of one XES document into traces.</summary>
internal sealed class XesParser
{
    private const int MostReused = 1024;
    private static readonly string[] Order = ["extension", "global", "classifier", "attribute", "trace", "event"];

    private readonly XesCursor cursor;
    private readonly XesConformance conformance;
    private readonly XesAttributeReader attributes;
    private readonly XesLogHead head;
    private readonly DataQuality quality;
    private readonly XesLimits limits;
    private readonly XesAttributeList ofTrace = new();
    private readonly XesAttributeList ofEvent = new();
    private readonly List<XesEvent> events = [];
    private int place;
    private bool anyTrace;

    public XesParser(XesCursor cursor, DataQuality quality, XesLimits limits, bool isStrict, XesHead? kept)
    {
        this.cursor = cursor;
        this.quality = quality;
        this.limits = limits;
        conformance = new XesConformance(cursor, quality, isStrict);
        var extensions = new XesExtensions(conformance);
        attributes = new XesAttributeReader(cursor, conformance, extensions, limits);
        head = new XesLogHead(cursor, conformance, attributes, extensions, new XesGlobals(conformance, quality), new XesHeadKeeper(kept, cursor, conformance, limits), limits);
    }

    /// <summary>Moves into the element "log".</summary>
    public void ReadStart()
    {
        while (cursor.Read() && !cursor.IsElement && !cursor.IsText)
        {
        }

        if (!cursor.IsElement || !string.Equals(cursor.Name, "log", StringComparison.Ordinal))
        {
            throw cursor.Problem("", "không phải XES: phần tử gốc là '" + cursor.Name + "', không phải 'log'",
                "not XES: the top element is '" + cursor.Name + "', not 'log'");
        }

        head.Begin();
        bool isEmpty = cursor.IsEmptyElement;
        cursor.Read();
        if (isEmpty)
        {
            cursor.ReadToEnd();
        }
    }

    /// <summary>The next trace, or null at the end of the log.</summary>
    public XesTrace? ReadTrace()
    {
        while (!cursor.AtEnd)
        {
            if (!cursor.IsElement)
            {
                attributes.SkipOther();
                continue;
            }

            switch (cursor.Name)
            {
                case "trace":
                    Ordered(4);
                    return Trace();
                case "event":
                    Ordered(5);
                    EventOutsideTrace();
                    break;
                case "extension":
                    Ordered(0);
                    head.Extension();
                    break;
                case "global":
                    Ordered(1);
                    head.Global();
                    break;
                case "classifier":
                    Ordered(2);
                    head.Classifier();
                    break;
                case var _ when cursor.AttributeType is XesType type:
                    Ordered(3);
                    head.Attribute(type);
                    break;
                case "object-types" or "event-types":
                    throw cursor.Problem(cursor.Name, "đây là OCEL dạng XML; chỉ đọc OCEL 2.0 dạng JSON", "this is OCEL in XML; OCEL 2.0 is read in JSON only");
                default:
                    attributes.SkipOther();
                    break;
            }
        }

        head.Close();
        cursor.ReadToEnd();
        if (!anyTrace)
        {
            anyTrace = true;
            quality.Report("log_without_cases", "", Math.Max(1, cursor.Line), new BilingualText("nhật ký không có hồ sơ nào", "the log has no case"));
        }

        return null;
    }

    private void Ordered(int at)
    {
        if (at < place)
        {
            conformance.Form(Order[at], cursor.Line, "phần tử đứng sau '" + Order[place] + "'", "the element stands after '" + Order[place] + "'");
        }

        place = Math.Max(place, at);
    }

    private void EventOutsideTrace()
    {
        int line = cursor.Line;
        attributes.BeginWeighing();
        Event();
        quality.Report("event_outside_trace", "", line,
            new BilingualText("sự kiện không thuộc hồ sơ nào; đã bỏ qua", "an event that belongs to no case; left out"));
    }

    private XesTrace Trace()
    {
        anyTrace = true;
        head.Close();
        attributes.BeginWeighing();
        int line = cursor.Line;
        conformance.Other(cursor.OtherXmlAttribute(), line);
        ofTrace.Clear();
        events.Clear();
        events.Capacity = Math.Min(events.Capacity, MostReused);
        if (!cursor.IsEmptyElement)
        {
            cursor.Read();
            while (!cursor.AtEnd)
            {
                InTrace();
            }
        }

        cursor.Read();
        var trace = new XesTrace(line, ofTrace.ToValueList(), ValueList.Create<XesEvent>(CollectionsMarshal.AsSpan(events)));
        head.Globals.CheckTrace(trace);
        return trace;
    }

    private void InTrace()
    {
        if (!cursor.IsElement)
        {
            attributes.SkipOther();
        }
        else if (string.Equals(cursor.Name, "event", StringComparison.Ordinal))
        {
            if (events.Count == limits.MaxEventsPerTrace)
            {
                throw cursor.TooMany("event", limits.MaxEventsPerTrace);
            }

            events.Add(Event());
        }
        else if (cursor.AttributeType is XesType type)
        {
            if (events.Count > 0)
            {
                conformance.Form("trace", cursor.Line, "thuộc tính đứng sau sự kiện", "an attribute after an event");
            }

            attributes.ReadInto(ofTrace, type, XesLevel.Trace);
        }
        else
        {
            attributes.SkipOther();
        }
    }

    private XesEvent Event()
    {
        int line = cursor.Line;
        attributes.Weigh(0);
        conformance.Other(cursor.OtherXmlAttribute(), line);
        ofEvent.Clear();
        if (!cursor.IsEmptyElement)
        {
            cursor.Read();
            while (!cursor.AtEnd)
            {
                if (cursor.AttributeType is XesType type)
                {
                    attributes.ReadInto(ofEvent, type, XesLevel.Event);
                }
                else
                {
                    attributes.SkipOther();
                }
            }
        }

        cursor.Read();
        var e = new XesEvent(line, ofEvent.ToValueList());
        head.Globals.CheckEvent(e);
        return e;
    }
}
