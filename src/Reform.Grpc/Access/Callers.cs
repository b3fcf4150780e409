using System.Net;
using Reform.Domain.Values;

namespace Reform.Grpc.Access;

/// <summary>
/// The callers that the settings name (Access:Callers), each with its roles. As long as there are no credentials, a call from the machine
/// itself says who it is in the header "reform-caller"; where no callers are named, it is the development caller, who may do everything.
/// Nobody else is let in.
/// </summary>
internal sealed class Callers
{
    public const string Header = "reform-caller";

    private static readonly Caller Development = new("development", Enum.GetValues<AccessRole>().Select(r => new RoleHolding(r, null)).ToValueList());

    // With one of these the call came through a proxy: from where, the connection does not tell.
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Real-IP"];

    private readonly Dictionary<string, Caller> known;

    /// <exception cref="FormatException">A setting is wrong; the message says which.</exception>
    public Callers(IConfiguration configuration) => known = configuration.GetSection("Access:Callers").GetChildren()
        .Select(c => new Caller(c.Key, (c.Value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(h => Holding(c.Path, h)).ToValueList()))
        .ToDictionary(c => c.Id, StringComparer.Ordinal);

    /// <summary>Who calls; null when it cannot be told.</summary>
    public Caller? Of(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not IPAddress address || !IPAddress.IsLoopback(address)
            || ProxyHeaders.Any(context.Request.Headers.ContainsKey))
        {
            return null;
        }

        string?[] named = [.. context.Request.Headers[Header]];
        return named switch
        {
            [] => known.Count == 0 ? Development : null,
            [string name] => known.GetValueOrDefault(name),
            _ => null,
        };
    }

    private static RoleHolding Holding(string setting, string text)
    {
        string[] parts = text.Split(':', 2, StringSplitOptions.TrimEntries);
        return parts is [string role, { Length: > 0 } unit] && RoleOf(role) is AccessRole known
            ? new RoleHolding(known, unit == "*" ? null : unit)
            : throw new FormatException(setting + ": '" + text + "' is not of the form role:unit or role:*, with one of the roles "
                + string.Join(", ", Enum.GetValues<AccessRole>().Select(NameOf)));
    }

    public static string NameOf(AccessRole role) => role switch
    {
        AccessRole.Reader => "reader",
        AccessRole.CaseEditor => "case_editor",
        AccessRole.OrganizationEditor => "organization_editor",
        AccessRole.DelegationEditor => "delegation_editor",
        AccessRole.ProcedureEditor => "procedure_editor",
        AccessRole.ProcedureClerk => "procedure_clerk",
        AccessRole.SecretReader => "secret_reader",
        AccessRole.ComplianceEditor => "compliance_editor",
        AccessRole.InspectionEditor => "inspection_editor",
        AccessRole.PilotEditor => "pilot_editor",
        AccessRole.ScoringEditor => "scoring_editor",
        AccessRole.ScoringClerk => "scoring_clerk",
        AccessRole.ProgrammeEditor => "programme_editor",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    private static AccessRole? RoleOf(string name) => Enum.GetValues<AccessRole>().Where(r => NameOf(r) == name).Select(r => (AccessRole?)r).FirstOrDefault();
}
