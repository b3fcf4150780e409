using System.Diagnostics;
using System.Text;

namespace Reform.Grpc.Tests;

/// <summary>The built program in a process of its own, as its users run it.</summary>
internal sealed class ReformProcess : IAsyncDisposable
{
    private const string ListeningOn = "Now listening on: ";
    private readonly Process process;
    private readonly Task<string> output;

    private ReformProcess(Process process, string address)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        Address = address;
    }

    /// <summary>host:port.</summary>
    public string Address { get; }

    /// <summary>Runs a command to its end.</summary>
    public static (int ExitCode, string Output, string Error) Run(params ReadOnlySpan<string> arguments) => Run(arguments, []);

    /// <summary>Runs a command to its end, in a changed environment.</summary>
    public static (int ExitCode, string Output, string Error) Run(ReadOnlySpan<string> arguments, Dictionary<string, string> environment)
    {
        ProcessStartInfo start = Dotnet(arguments);
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    /// <summary>Runs a command to its end with bytes as its standard input.</summary>
    public static (int ExitCode, string Output, string Error) RunOn(byte[] input, params ReadOnlySpan<string> arguments)
    {
        ProcessStartInfo start = Dotnet(arguments);
        start.RedirectStandardInput = true;
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return (process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>Starts the service on a database file and waits until it says where it listens.</summary>
    public static async Task<ReformProcess> Serve(string database, params string[] settings)
    {
        Process process = Process.Start(Dotnet(["--Database=" + database, "--Kestrel:Endpoints:Grpc:Url=http://127.0.0.1:0", .. settings]))!;
        var told = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync() is string line)
        {
            told.AppendLine(line);
            int at = line.IndexOf(ListeningOn, StringComparison.Ordinal);
            if (at >= 0)
            {
                return new ReformProcess(process, new Uri(line[(at + ListeningOn.Length)..].Trim()).Authority);
            }
        }

        throw new InvalidOperationException("The service ended before it listened: " + told + await process.StandardError.ReadToEndAsync());
    }

    /// <summary>Ends the process and gives what it wrote since it listened.</summary>
    public async Task<string> End()
    {
        process.Kill(entireProcessTree: true);
        return await output;
    }

    /// <summary>Ends the process without warning, as a power cut would.</summary>
    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static ProcessStartInfo Dotnet(ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = Testing.Repository.Root,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Reform.Grpc.dll"));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }
}
