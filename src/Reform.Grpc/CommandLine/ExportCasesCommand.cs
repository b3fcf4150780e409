using System.CommandLine;
using System.Globalization;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;
using Reform.Grpc.CaseFiles;
using Reform.Grpc.Storage;

namespace Reform.Grpc.CommandLine;

/// <summary>Writes cases that the service keeps as XES, from its database file; the service may run meanwhile.</summary>
internal static class ExportCasesCommand
{
    public static Command Create()
    {
        var database = new Argument<FileInfo>("database") { Description = "The database file of the service; only read." };
        var unit = new Option<string?>("--unit") { Description = "Only the cases that this unit received." };
        var procedure = new Option<string?>("--procedure") { Description = "Only the cases of this procedure." };
        Option<LocalDate?> from = CommonOptions.DateOption("--received-from", "Only cases received on or after this date, year-month-day.");
        Option<LocalDate?> before = CommonOptions.DateOption("--received-before", "Only cases received before this date, year-month-day.");
        var withSecret = new Option<bool>("--with-secret") { Description = "Also cases that are or were secret, or hold a secret document." };
        Option<FileInfo> target = NewFile.Option();
        Option<Language> language = CommonOptions.LanguageOption();
        var command = new Command("export-cases", "Writes the cases that the service keeps as XES: every record with both of its times.")
        {
            database, unit, procedure, from, before, withSecret, target, language,
        };
        command.SetAction(parsed => ReformCommands.Guarded(parsed.GetValue(language), () =>
        {
            var filter = new CaseFilter
            {
                UnitId = parsed.GetValue(unit),
                Procedure = parsed.GetValue(procedure),
                ReceivedFrom = parsed.GetValue(from),
                ReceivedBefore = parsed.GetValue(before),
            };
            return Run(
                parsed.GetRequiredValue(database), filter, parsed.GetValue(withSecret), parsed.GetRequiredValue(target), parsed.GetValue(language));
        }));
        return command;
    }

    private static int Run(FileInfo database, CaseFilter filter, bool withSecret, FileInfo target, Language language)
    {
        using ReformDbContext db = Open(database);
        int cases = NewFile.Write(target, output => XesWriter.Write(
            output, CaseExport.Traces(db, filter, withSecret, CancellationToken.None).ToBlockingEnumerable(), Files.NameOf(database), CaseFileTraces.Head()));
        string count = cases.ToString(CultureInfo.InvariantCulture);
        Console.Out.WriteLine(language == Language.English ? count + " cases written" : "đã ghi " + count + " hồ sơ");
        return 0;
    }

    private static ReformDbContext Open(FileInfo database)
    {
        Files.Open(database).Dispose();
        try
        {
            return DatabaseFile.OpenToRead(database.FullName);
        }
        catch (DatabaseFileException e)
        {
            throw new InvalidDataFileException([new DataProblem(
                Files.NameOf(database), null, "", new BilingualText("không phải tệp dữ liệu của dịch vụ dùng được: " + e.Message, e.Message))]);
        }
    }
}
