using System.CommandLine;
using System.CommandLine.Parsing;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Grpc.CommandLine;

/// <summary>The commands of the program. Exit codes: 0 done, whatever was found; 1 the answer could not be written; 2 bad input; 3 a finding that is not confirmed.</summary>
internal static class ReformCommands
{
    private const int NotWritten = 1;
    private const int BadInput = 2;

    public static int Run(string[] args)
    {
        var root = new RootCommand(
            "Reform: judges administrative cases by their deadlines, procedures and powers; computes dates and deadlines. "
            + "Without a command, runs the gRPC service.")
        {
            EvaluateCommand.Create(),
            ExplainCommand.Create(),
            SimulateCommand.Create(),
            ExportCommand.Create(),
            ReplayCommand.Create(),
            ExportCasesCommand.Create(),
            CalendarCommand.Create(),
            DeadlineCommand.Create(),
            AuthorityCommand.Create(),
            ScoreCommand.Create(),
        };
        ParseResult parsed = root.Parse(args);
        Command command = parsed.CommandResult.Command;
        string[] mistyped = [.. Mistyped(parsed)];
        foreach (string written in mistyped)
        {
            Console.Error.WriteLine("There is no option '" + Printable(written) + "'; the nearest is '" + NearestName.Of(written.Split('=')[0], OptionsOf(command)) + "'.");
        }

        if (mistyped.Length == 0 && command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [string named, ..])
        {
            Console.Error.WriteLine("There is no command '" + Printable(named) + "'; the nearest is '" + NearestName.Of(named, command.Subcommands.Select(c => c.Name)) + "'.");
            return BadInput;
        }

        foreach (ParseError error in mistyped.Length > 0 ? [] : parsed.Errors)
        {
            Console.Error.WriteLine(Printable(error.Message));
        }

        return mistyped.Length > 0 || parsed.Errors.Count > 0 ? BadInput : parsed.Invoke();
    }

    // What is no option is taken for an argument, a file of that name, where one is wanted.
    private static IEnumerable<string> Mistyped(ParseResult parsed) => parsed.UnmatchedTokens
        .Concat(parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens).Select(t => t.Value))
        .Where(t => t.StartsWith("--", StringComparison.Ordinal));

    private static IEnumerable<string> OptionsOf(Command command) => command.Options.Concat(command.Subcommands.SelectMany(c => c.Options)).Select(o => o.Name).Append("--help");

    /// <summary>Runs a command's work; bad input is told on standard error, line by line, and ends with code 2.</summary>
    public static int Guarded(Language language, Func<int> work)
    {
        try
        {
            return work();
        }
        catch (InvalidDataFileException e)
        {
            foreach (DataProblem problem in e.Problems)
            {
                Console.Error.WriteLine(Printable(problem.In(language)));
            }

            return BadInput;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine((language == Language.English ? "reading or writing failed: " : "không đọc hoặc không ghi được: ") + Printable(e.Message));
            return NotWritten;
        }
    }

    /// <summary>What a file says must not steer the terminal.</summary>
    public static string Printable(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c));
}
