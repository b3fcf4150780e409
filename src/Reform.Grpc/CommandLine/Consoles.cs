using Spectre.Console;

namespace Reform.Grpc.CommandLine;

/// <summary>The terminal: results go to standard output, progress to standard error.</summary>
internal static class Consoles
{
    // A pipe or a file has no width; tables are then as wide as they need up to this.
    private const int WidthWithoutTerminal = 160;

    public static IAnsiConsole Output()
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = WidthWithoutTerminal;
        }

        return console;
    }

    /// <summary>Standard error, where it is a terminal: a bar can move there wherever standard output goes.</summary>
    public static IAnsiConsole Error() => AnsiConsole.Create(
        new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error), Interactive = InteractionSupport.Yes });
}
