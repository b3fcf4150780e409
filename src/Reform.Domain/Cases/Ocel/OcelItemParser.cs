using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Reads the events and objects of an OCEL 2.0 document, with their attributes and relations.</summary>
internal sealed class OcelItemParser(OcelTokens tokens, DataQuality quality)
{
    /// <summary>The event or object where the tokens stand, to its end.</summary>
    public OcelItem Read(bool ofEvent)
    {
        var item = new OcelItem(tokens.Line);
        tokens.Weigh(0);
        tokens.Members(name =>
        {
            switch (name)
            {
                case "id":
                    item.Id = tokens.Text(name);
                    break;
                case "type":
                    item.Type = tokens.Text(name);
                    break;
                case "time" when ofEvent:
                    item.Time = tokens.Text(name);
                    break;
                case "attributes":
                    tokens.Items(name, () => Value(item));
                    break;
                case "relationships":
                    tokens.Items(name, () => Relation(item));
                    break;
                default:
                    tokens.Unknown(name);
                    break;
            }
        });
        if (string.IsNullOrWhiteSpace(item.Id) || item.Type is null)
        {
            throw tokens.Problem(item.Line, ofEvent ? "events" : "objects", "thiếu 'id' hoặc 'type'", "'id' or 'type' is missing");
        }

        return item;
    }

    private void Value(OcelItem item)
    {
        int line = tokens.Line;
        string? name = null;
        string? value = null;
        string? time = null;
        tokens.Members(member =>
        {
            switch (member)
            {
                case "name":
                    name = tokens.Text(member);
                    break;
                case "value":
                    value = tokens.Text(member);
                    break;
                case "time":
                    time = tokens.Text(member);
                    break;
                default:
                    tokens.Unknown(member);
                    break;
            }
        });
        if (string.IsNullOrWhiteSpace(name) || value is null)
        {
            quality.Report("attribute_without_key_or_value", "", line,
                new BilingualText("thuộc tính thiếu khóa hoặc giá trị; đã bỏ qua", "an attribute without key or value; left out"));
            return;
        }

        tokens.Bounded(item.Attributes.Count, "attributes");
        item.Attributes.Add(new OcelValue(name, value, time, line));
    }

    private void Relation(OcelItem item)
    {
        int line = tokens.Line;
        string? id = null;
        string qualifier = "";
        tokens.Members(member =>
        {
            switch (member)
            {
                case "objectId":
                    id = tokens.Text(member);
                    break;
                case "qualifier":
                    qualifier = tokens.Text(member) ?? "";
                    break;
                default:
                    tokens.Unknown(member);
                    break;
            }
        });
        if (id is null)
        {
            throw tokens.Problem(line, "relationships", "thiếu 'objectId'", "'objectId' is missing");
        }

        tokens.Bounded(item.Relations.Count, "relationships");
        item.Relations.Add(new OcelRelation(id, qualifier, line));
    }
}
