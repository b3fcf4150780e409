using Reform.Grpc.CommandLine;

namespace Reform.Grpc;

/// <summary>The settings that the service takes on its command line. What it does not know it refuses: a mistyped one would else count for nothing.</summary>
internal static class ServiceSettings
{
    private static readonly string[] Known =
    [
        "Database", "Calendars:Folder", "RulePacks:Folder", "RulePacks:Assemblies", "Registers:CoversFrom", "Registers:CoversTo",
        "Urls", "Environment", "ContentRoot", "ApplicationName", "AllowedHosts", "ShutdownTimeoutSeconds",
    ];

    // Whatever stands below them is a name of the operator's own, or read by the host.
    private static readonly string[] Sections = ["Access:Callers:", "Kestrel:", "Logging:"];

    /// <exception cref="FormatException">A setting is not known, or has no value; the message names it and the nearest known one.</exception>
    public static void Check(IReadOnlyList<string> args)
    {
        for (int i = 0; i < args.Count; i++)
        {
            string[] parts = args[i].Split('=', 2);
            string name = parts[0].StartsWith("--", StringComparison.Ordinal) ? parts[0][2..] : parts[0];
            if (name == parts[0] || (!Known.Contains(name, StringComparer.OrdinalIgnoreCase) && !Array.Exists(Sections, s => IsBelow(s, name))))
            {
                throw new FormatException("there is no setting '" + ReformCommands.Printable(parts[0]) + "'; the nearest is '--" + NearestName.Of(name.TrimStart('-'), Known.Concat(Sections)) + "'");
            }

            if (parts.Length == 1 && (++i == args.Count || args[i].StartsWith("--", StringComparison.Ordinal)))
            {
                throw new FormatException("the setting '" + parts[0] + "' has no value");
            }
        }
    }

    private static bool IsBelow(string section, string name) => name.Length > section.Length && name.StartsWith(section, StringComparison.OrdinalIgnoreCase);
}
