using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Xml;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Compliance;

namespace Reform.Benchmarks;

/// <summary>
/// Reads a whole event log in several ways and says what each took of the processor, and the peak of the process. One way a process, for
/// a peak is a process's: <c>-- logs idle|xml|traces|cases|judged FILE</c>; <c>-- logs times10 FILE NEW</c> makes a log ten times as long.
/// </summary>
internal static class LogMeasurement
{
    private static readonly LogMapping Mapping = new()
    {
        Zone = DateTimeZoneProviders.Tzdb["Europe/Rome"],
        Case = new CaseAttributes(),
        Activities = new ActivityMeanings { Receipt = "Create Fine", End = "Send Fine" },
    };

    public static void Run(string[] args)
    {
        if (args is ["times10", string from, string to])
        {
            Tenfold(from, to);
            return;
        }

        string way = args[0];
        var watch = Stopwatch.StartNew();
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        using FileStream stream = File.OpenRead(args[1]);
        long count = way switch
        {
            "idle" => 0,
            "xml" => Xml(stream),
            "traces" => XesReader.Read(stream, new DataQuality()).LongCount(),
            "cases" => CaseLogReader.Read(stream, Mapping, new DataQuality()).LongCount(),
            "judged" => Judged(stream),
            _ => throw new ArgumentException("idle, xml, traces, cases, judged or times10", nameof(args)),
        };
        using Process process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{way}: {count} counted; processor {(process.TotalProcessorTime - before).TotalSeconds:F2} s, clock {watch.Elapsed.TotalSeconds:F2} s, peak {process.PeakWorkingSet64 / 1048576.0:F0} MiB"));
    }

    private static long Xml(Stream stream)
    {
        using var unpacked = new GZipStream(stream, CompressionMode.Decompress);
        using XmlReader xml = XmlReader.Create(unpacked, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, IgnoreWhitespace = true });
        long nodes = 0;
        while (xml.Read())
        {
            nodes++;
        }

        return nodes;
    }

    private static long Judged(Stream stream)
    {
        var quality = new DataQuality();
        var evaluation = new LogEvaluation(new CaseContext(Mapping), BuiltInRules.Cases);
        foreach (LoggedCase file in CaseLogReader.Read(stream, Mapping, quality))
        {
            evaluation.Add(file);
        }

        return evaluation.Report(quality).Log.Cases;
    }

    // The same traces ten times, each time with other identifiers, behind the same head.
    private static void Tenfold(string from, string to)
    {
        using var packed = new GZipStream(File.Create(to), CompressionLevel.Fastest);
        using var output = new StreamWriter(packed);
        for (int time = 0; time < 10; time++)
        {
            using var input = new StreamReader(new GZipStream(File.OpenRead(from), CompressionMode.Decompress));
            bool inTraces = false;
            bool inEvent = false;
            while (input.ReadLine() is string line)
            {
                inTraces |= line.Contains("<trace>", StringComparison.Ordinal);
                inEvent = (inEvent || line.Contains("<event>", StringComparison.Ordinal)) && !line.Contains("</event>", StringComparison.Ordinal);
                bool isEnd = line.Contains("</log>", StringComparison.Ordinal);
                if (isEnd ? time == 9 : inTraces || time == 0)
                {
                    bool isId = inTraces && !inEvent && line.Contains("key=\"concept:name\"", StringComparison.Ordinal);
                    output.WriteLine(isId ? line.Replace("value=\"", "value=\"" + time.ToString(CultureInfo.InvariantCulture) + "-", StringComparison.Ordinal) : line);
                }
            }
        }
    }
}
