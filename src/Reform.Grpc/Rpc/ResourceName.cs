using System.Text.RegularExpressions;

namespace Reform.Grpc.Rpc;

/// <summary>Reads and writes resource names (AIP-122).</summary>
internal static partial class ResourceName
{
    public const string Units = "units";
    public const string Positions = "positions";
    public const string Appointments = "appointments";
    public const string Powers = "powers";
    public const string Grants = "grants";

    private const int MaxIdentifierLength = 128;

    public static bool IsCaseLogId(string id) => PlainId().IsMatch(id);

    public static string OfCaseLog(string caseLogId) => "caseLogs/" + caseLogId;

    public static string OfCase(string caseLogId, string caseId) => OfCaseLog(caseLogId) + "/cases/" + Uri.EscapeDataString(caseId);

    /// <summary>The identifier in "caseLogs/{id}".</summary>
    public static string CaseLog(string field, string name) =>
        name.Split('/') is ["caseLogs", string id] && IsCaseLogId(id)
            ? id
            : throw Refusal.InvalidField(field, "phải có dạng 'caseLogs/{mã}'", "must be of the form 'caseLogs/{id}'");

    /// <summary>The identifiers in "caseLogs/{id}/cases/{percent-encoded id}".</summary>
    public static (string CaseLogId, string CaseId) Case(string field, string name) =>
        name.Split('/') is ["caseLogs", string id, "cases", { Length: > 0 } caseId] && IsCaseLogId(id)
            ? (id, Uri.UnescapeDataString(caseId))
            : throw Refusal.InvalidField(field, "phải có dạng 'caseLogs/{mã}/cases/{mã hồ sơ}'", "must be of the form 'caseLogs/{id}/cases/{id}'");

    /// <summary>The name of a resource whose last part may be any identifier: "units/{percent-encoded id}".</summary>
    public static string Of(string collection, string id) => collection + "/" + Uri.EscapeDataString(id);

    /// <summary>The name of a resource, empty for none.</summary>
    public static string OfOptional(string collection, string? id) => id is null ? "" : Of(collection, id);

    /// <summary>The identifier in "{collection}/{percent-encoded id}".</summary>
    public static string In(string collection, string field, string name)
    {
        string start = collection + "/";
        string id = name.StartsWith(start, StringComparison.Ordinal) ? Uri.UnescapeDataString(name[start.Length..]) : "";
        return IsIdentifier(id) && (Of(collection, id) == name || start + id == name)
            ? id
            : throw Refusal.InvalidField(
                field, "phải có dạng '" + start + "{mã}'", "must be of the form '" + start + "{id}'");
    }

    /// <summary>The same; null when the field is empty.</summary>
    public static string? InOptional(string collection, string field, string name) => name.Length == 0 ? null : In(collection, field, name);

    /// <summary>An identifier as registers have them: 1 to 128 characters, none of them for control.</summary>
    public static string Identifier(string field, string id) => IsIdentifier(id)
        ? id
        : throw Refusal.InvalidField(field, "phải có 1 đến 128 ký tự in được", "must have 1 to 128 characters, none of them for control");

    private static bool IsIdentifier(string id) =>
        id.Length is > 0 and <= MaxIdentifierLength && !string.IsNullOrWhiteSpace(id) && !id.Any(char.IsControl) && !id.Contains('\uFFFD', StringComparison.Ordinal);

    public static string OfCalendar(string calendarId) => "calendars/" + calendarId;

    /// <summary>The identifier in "calendars/{id}".</summary>
    public static string Calendar(string field, string name) =>
        name.Split('/') is ["calendars", string id] && IsCalendarId(id)
            ? id
            : throw Refusal.InvalidField(field, "phải có dạng 'calendars/{mã}'", "must be of the form 'calendars/{id}'");

    public static bool IsCalendarId(string id) => PlainId().IsMatch(id);

    [GeneratedRegex("^[a-z]([a-z0-9-]{0,61}[a-z0-9])?\\z")]
    private static partial Regex PlainId();
}
