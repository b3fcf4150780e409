using System.CommandLine;
using System.Globalization;
using Reform.Domain.Cases;
using Reform.Domain.Values;
using Reform.Grpc.Cases;

namespace Reform.Grpc.CommandLine;

/// <summary>Writes a log of any known format as XES, with all that it says.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var common = new CommonOptions();
        Option<FileInfo> target = NewFile.Option();
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
        NewFile.EnsureAbsent(target);
        int cases = 0;
        LogProgress.Show(stream, language, () => cases = NewFile.Write(target, output => Write(stream, output, mapping, Files.NameOf(log))));
        string count = cases.ToString(CultureInfo.InvariantCulture);
        Console.Out.WriteLine(language == Language.English ? count + " cases written" : "đã ghi " + count + " hồ sơ");
        return 0;
    }

    private static int Write(FileStream stream, Stream output, LogMapping mapping, string source)
    {
        var head = new XesHead();
        IEnumerable<XesTrace> traces = LogReading.Traces(stream, mapping, new DataQuality(), source, head: head);
        return XesWriter.Write(output, mapping.Table is null ? traces : TypedTimes.Of(traces, mapping), source, head);
    }
}
