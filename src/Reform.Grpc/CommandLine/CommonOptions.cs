using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.Values;

namespace Reform.Grpc.CommandLine;

/// <summary>The arguments and options that the commands share.</summary>
internal sealed class CommonOptions
{
    public Argument<FileInfo> Log { get; } = new("log") { Description = "The event log: XES, OCEL 2.0 (JSON) or CSV, plain or gzip; told by its content." };

    public Option<FileInfo> Mapping { get; } = new("--mapping")
    {
        Description = "The mapping: what the log's attributes mean, and which reference files to judge by.",
        Required = true,
    };

    public Option<LocalDate?> AsOf { get; } = DateOption("--as-of", "The date of judgement, year-month-day; in place of the mapping's.");

    public Option<Language> Language { get; } = LanguageOption();

    public Option<string> Output { get; } = new("--output")
    {
        Description = "table (default) or json.",
        DefaultValueFactory = _ => "table",
    };

    public CommonOptions() => Output.AcceptOnlyFromAmong("table", "json");

    public void AddTo(Command command)
    {
        command.Arguments.Add(Log);
        command.Options.Add(Mapping);
        command.Options.Add(AsOf);
        command.Options.Add(Language);
        command.Options.Add(Output);
    }

    public static Option<LocalDate?> DateOption(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            ParseResult<LocalDate> parsed = LocalDatePattern.Iso.Parse(result.Tokens[0].Value);
            if (parsed.Success)
            {
                return parsed.Value;
            }

            result.AddError(name + ": '" + result.Tokens[0].Value + "' is not a date of the form year-month-day.");
            return null;
        },
    };

    public static Option<Language> LanguageOption() => new("--language")
    {
        Description = "vi (default) or en: the language of what people read.",
        CustomParser = result =>
        {
            switch (result.Tokens[0].Value)
            {
                case "vi":
                    return Domain.Values.Language.Vietnamese;
                case "en":
                    return Domain.Values.Language.English;
                default:
                    result.AddError("--language: '" + result.Tokens[0].Value + "' is neither vi nor en.");
                    return Domain.Values.Language.Vietnamese;
            }
        },
        DefaultValueFactory = _ => Domain.Values.Language.Vietnamese,
    };
}
