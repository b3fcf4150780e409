using System.Diagnostics;
using System.Globalization;

namespace Reform.Grpc.Tests.Compliance.Differential;

/// <summary>A PostgreSQL server of the test's own: a fresh cluster in a temporary folder, reached through a socket in it.</summary>
internal sealed class PostgresServer : IDisposable
{
    private const string Account = "postgres";
    private const string Installed = "/usr/lib/postgresql";

    private readonly string bin;
    private readonly string folder;

    private PostgresServer(string bin, string folder) => (this.bin, this.folder) = (bin, folder);

    // A pool would hold a connection to every database: of those the server has a hundred.
    public string ConnectionStringOf(string database) => "Host=" + folder + ";Username=" + Account + ";Pooling=false;Database=" + database;

    /// <summary>Starts one; null where PostgreSQL is not installed.</summary>
    public static PostgresServer? Start()
    {
        if (Find() is not string bin)
        {
            return null;
        }

        var server = new PostgresServer(bin, Directory.CreateTempSubdirectory("reform-pg-").FullName);
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", Account, server.folder);
        }

        try
        {
            server.RunAs("initdb", "-D", server.Data, "-U", Account, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
            server.RunAs(
                "pg_ctl", "-D", server.Data, "-w", "-l", Path.Combine(server.folder, "log"), "-o", "-c listen_addresses='' -c fsync=off -k " + server.folder, "start");
            return server;
        }
        catch
        {
            Directory.Delete(server.folder, recursive: true);
            throw;
        }
    }

    public void Dispose()
    {
        Npgsql.NpgsqlConnection.ClearAllPools();
        RunAs("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");
        Directory.Delete(folder, recursive: true);
    }

    private string Data => Path.Combine(folder, "data");

    // Debian keeps the programs of each version in a folder of its own.
    private static string? Find() => (Directory.Exists(Installed) ? Directory.GetDirectories(Installed) : [])
        .OrderByDescending(d => int.TryParse(Path.GetFileName(d), NumberStyles.None, CultureInfo.InvariantCulture, out int version) ? version : 0)
        .Select(d => Path.Combine(d, "bin")).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")));

    // PostgreSQL refuses to run as root.
    private void RunAs(string program, params ReadOnlySpan<string> arguments)
    {
        string path = Path.Combine(bin, program);
        if (Environment.IsPrivilegedProcess)
        {
            Run("runuser", ["-u", Account, "--", path, .. arguments]);
        }
        else
        {
            Run(path, arguments);
        }
    }

    private static void Run(string program, params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = Path.GetTempPath() };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(program + " " + string.Join(' ', arguments.ToArray()) + " ended with " + process.ExitCode.ToString(CultureInfo.InvariantCulture) + ".");
        }
    }
}
