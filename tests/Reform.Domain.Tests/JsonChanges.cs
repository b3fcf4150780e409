using System.Text.Json.Nodes;

namespace Reform.Domain.Tests;

/// <summary>Every change of one place of a JSON file: taken out, of another kind, of another word, with a stranger beside it.</summary>
internal static class JsonChanges
{
    /// <summary>Changes of what stands at a path; each says whether it changed anything.</summary>
    public static IEnumerable<Func<JsonNode, bool>> At(string path)
    {
        yield return file => Replace(file, path, null, remove: true);
        yield return file => Replace(file, path, 7);
        yield return file => Replace(file, path, "no such word");
        yield return file => Replace(file, path, true);
        yield return file => Replace(file, path, new JsonArray());
        yield return file => Find(file, path) is JsonObject found && Add(found);
    }

    private static bool Add(JsonObject found)
    {
        found["stranger"] = 1;
        return true;
    }

    private static bool Replace(JsonNode file, string path, JsonNode? value, bool remove = false)
    {
        int cut = path.LastIndexOf('/');
        JsonNode? parent = Find(file, path[..cut]);
        string last = path[(cut + 1)..];
        if (parent is JsonArray list)
        {
            int index = int.Parse(last, System.Globalization.CultureInfo.InvariantCulture);
            if (remove)
            {
                list.RemoveAt(index);
            }
            else
            {
                list[index] = value;
            }

            return true;
        }

        if (remove)
        {
            ((JsonObject)parent!).Remove(last);
        }
        else
        {
            parent![last] = value;
        }

        return true;
    }

    private static JsonNode? Find(JsonNode file, string path)
    {
        JsonNode? at = file;
        foreach (string part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            at = at is JsonArray list ? list[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)] : at![part];
        }

        return at;
    }

    /// <summary>The path of every member and item; of a list, the first few items stand for the others.</summary>
    public static IEnumerable<string> Paths(JsonNode? node, int items = 2) => Paths(node, "", items);

    private static IEnumerable<string> Paths(JsonNode? node, string path, int items)
    {
        IEnumerable<(string Name, JsonNode? Value)> children = node switch
        {
            JsonObject found => found.Select(m => (m.Key, m.Value)),
            JsonArray list => list.Take(items).Select((v, i) => (i.ToString(System.Globalization.CultureInfo.InvariantCulture), v)),
            _ => [],
        };
        foreach ((string name, JsonNode? value) in children)
        {
            yield return path + "/" + name;
            foreach (string below in Paths(value, path + "/" + name, items))
            {
                yield return below;
            }
        }
    }
}
