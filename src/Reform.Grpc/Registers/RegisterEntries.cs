using System.Globalization;
using Google.Protobuf;

namespace Reform.Grpc.Registers;

/// <summary>One record to be entered.</summary>
/// <param name="List">The list to which the fact belongs.</param>
/// <param name="RecordId">The identifier of the record.</param>
/// <param name="Fact">The message of the fact; null strikes the corrected record out.</param>
/// <param name="Corrects">The record that it replaces, or null.</param>
/// <param name="Path">The field of the request that holds the fact; empty: the request itself.</param>
/// <param name="FieldOf">The field of the request for a field of the record, such as "corrects", where it is not in <paramref name="Path"/>; null: it is.</param>
internal sealed record RegisterEntry(string List, string RecordId, IMessage? Fact, string? Corrects, string Path, Func<string, string?>? FieldOf)
{
    /// <summary>The field of the request for a field of the record; the identifier of what a fact is about is its name.</summary>
    public string Told(string field)
    {
        if (FieldOf?.Invoke(field) is string elsewhere)
        {
            return elsewhere;
        }

        string told = Path + (field == "id" ? ".name" : field.Length > 0 ? "." + field : "");
        return told.Length > 0 ? told.TrimStart('.') : "name";
    }
}

/// <summary>What is entered in one go: all of it or nothing.</summary>
internal sealed class RegisterEntries
{
    private readonly List<RegisterEntry> entries = [];

    public IReadOnlyList<RegisterEntry> All => entries;

    /// <summary>A record identifier that nothing has yet.</summary>
    public static string NewId(string list) => list + "/" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);

    public void Add(string list, string recordId, IMessage? fact, string? corrects, string path, Func<string, string?>? fieldOf = null) =>
        entries.Add(new RegisterEntry(list, recordId, fact, corrects, path, fieldOf));

    /// <summary>The field of the request for a field of the domain, such as "grants[0].parent".</summary>
    /// <remarks>What is wrong elsewhere in the register is told at the first fact: it is what does not fit with the rest.</remarks>
    public string FieldOf(string field)
    {
        int open = field.IndexOf('[', StringComparison.Ordinal);
        int close = field.IndexOf(']', StringComparison.Ordinal);
        if (open > 0 && close > open && int.TryParse(field[(open + 1)..close], NumberStyles.None, CultureInfo.InvariantCulture, out int index))
        {
            string list = field[..open];
            RegisterEntry? entry = entries.Where(e => e.List == list).ElementAtOrDefault(index);
            if (entry is not null)
            {
                return entry.Told(field[(close + 1)..].TrimStart('.'));
            }
        }

        return entries.Count == 0 ? field : entries[0].Told("");
    }
}
