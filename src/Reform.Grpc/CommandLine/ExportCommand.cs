using System.CommandLine;
using System.Globalization;
using System.IO.Compression;
using Reform.Domain.Cases;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;
using Reform.Grpc.Cases;

namespace Reform.Grpc.CommandLine;

/// <summary>Writes a log of any known format as XES, with all that it says.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var common = new CommonOptions();
        var target = new Option<FileInfo>("--to") { Description = "The XES file to write; packed when its name ends with .gz. Must not exist yet.", Required = true };
        var command = new Command("export", "Writes an event log as XES: every trace, event and attribute.") { common.Log, common.Mapping, target, common.Language };
        command.SetAction(parsed => ReformCommands.Guarded(
            parsed.GetValue(common.Language),
            () => Run(parsed.GetRequiredValue(common.Log), parsed.GetRequiredValue(common.Mapping), parsed.GetRequiredValue(target), parsed.GetValue(common.Language))));
        return command;
    }

    private static int Run(FileInfo log, FileInfo mappingFile, FileInfo target, Language language)
    {
        LogMapping mapping = Files.LoadContext(mappingFile, null).Mapping;
        using FileStream stream = Files.Open(log);
        if (Path.Exists(target.FullName))
        {
            throw new InvalidDataFileException([new DataProblem(Files.NameOf(target), null, "--to", new BilingualText("đã có tệp này", "the file exists already"))]);
        }

        // Under another name until it is whole.
        string partial = target.FullName + ".partial";
        try
        {
            int cases = 0;
            LogProgress.Show(stream, language, () => cases = Write(stream, mapping, Files.NameOf(log), partial, target.Extension == ".gz"));
            File.Move(partial, target.FullName);
            string count = cases.ToString(CultureInfo.InvariantCulture);
            Console.Out.WriteLine(language == Language.English ? count + " cases written" : "đã ghi " + count + " hồ sơ");
            return 0;
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static int Write(FileStream stream, LogMapping mapping, string source, string path, bool packs)
    {
        var head = new XesHead();
        IEnumerable<XesTrace> traces = LogReading.Traces(stream, mapping, new DataQuality(), source, head: head);
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        using Stream output = packs ? new GZipStream(file, CompressionLevel.Optimal) : file;
        return XesWriter.Write(output, mapping.Table is null ? traces : TypedTimes.Of(traces, mapping), source, head);
    }
}
