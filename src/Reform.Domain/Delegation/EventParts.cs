using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>Reads an event of a data file.</summary>
internal static class EventParts
{
    private static readonly Dictionary<string, Func<JsonPart, string?, LocalDate?, GrantEvent?>> Kinds = new(StringComparer.Ordinal)
    {
        ["amended"] = Amended,
        ["suspended"] = (_, grant, on) => grant is null || on is not LocalDate day ? null : new GrantEvent.Suspended(grant, day),
        ["resumed"] = (_, grant, on) => grant is null || on is not LocalDate day ? null : new GrantEvent.Resumed(grant, day),
        ["revoked"] = Revoked,
        ["lapsed"] = Lapsed,
    };

    public static GrantEvent? Read(JsonPart item)
    {
        string? grant = item.Required("grant")?.Text();
        JsonPart? kindPart = item.Required("kind");
        string? kind = kindPart?.Text();
        LocalDate? on = item.Required("on")?.Date();
        Instrument? instrument = item.Optional("instrument") is JsonPart part ? GrantParts.ReadInstrument(part) : null;
        if (kind is null)
        {
            return null;
        }

        if (!Kinds.TryGetValue(kind, out Func<JsonPart, string?, LocalDate?, GrantEvent?>? make))
        {
            string allowed = string.Join(", ", Kinds.Keys);
            kindPart!.Problem("'" + kind + "' không có trong danh sách: " + allowed, "'" + kind + "' is not one of: " + allowed);
            return null;
        }

        return make(item, grant, on) is GrantEvent step ? step with { Instrument = instrument } : null;
    }

    private static GrantEvent.Amended? Amended(JsonPart item, string? grant, LocalDate? on)
    {
        GrantScope? scope = item.Optional("scope") is JsonPart part ? GrantParts.ReadScope(part) : null;
        LocalDate? to = item.Optional("to")?.Date();
        bool? onward = item.Optional("onward")?.Boolean();
        return grant is null || on is not LocalDate day ? null : new GrantEvent.Amended(grant, day) { Scope = scope, To = to, AllowsOnward = onward };
    }

    private static GrantEvent.Revoked? Revoked(JsonPart item, string? grant, LocalDate? on)
    {
        LocalDate? notified = item.Optional("notified_on")?.Date();
        return grant is null || on is not LocalDate day ? null : new GrantEvent.Revoked(grant, day, notified);
    }

    private static GrantEvent.Lapsed? Lapsed(JsonPart item, string? grant, LocalDate? on)
    {
        BilingualText? why = item.Required("why")?.Bilingual();
        return grant is null || on is not LocalDate day || why is null ? null : new GrantEvent.Lapsed(grant, day, why);
    }
}
