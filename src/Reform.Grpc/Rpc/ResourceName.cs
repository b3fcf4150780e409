using System.Text.RegularExpressions;

namespace Reform.Grpc.Rpc;

/// <summary>Reads and writes resource names (AIP-122).</summary>
internal static partial class ResourceName
{
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
