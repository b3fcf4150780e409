using BenchmarkDotNet.Attributes;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Values;

namespace Reform.Benchmarks;

/// <summary>What it costs to build the calendar of 2013 to 2100, and others from it.</summary>
[MemoryDiagnoser]
public class WorkCalendarBuildBenchmarks
{
    private readonly CalendarOverlay overlay = new("office", BilingualText.Same("office"))
    {
        Hours =
        [
            new OfficeHours([new OfficeSession(new LocalTime(7, 0), new LocalTime(11, 0)), new OfficeSession(new LocalTime(13, 0), new LocalTime(17, 0))])
            {
                Season = new Season(new AnnualDate(4, 16), new AnnualDate(10, 15)),
            },
        ],
    };

    private byte[] file = [];

    [GlobalSetup]
    public void Prepare()
    {
        using Stream stream = typeof(WorkCalendar).Assembly.GetManifestResourceStream("vietnam-state-agencies.json")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        file = bytes.ToArray();
    }

    [Benchmark(Description = "read the file and build")]
    public WorkCalendar Read() => WorkCalendarFile.Read(new MemoryStream(file));

    [Benchmark(Description = "as known on a date")]
    public WorkCalendar AsKnownOn() => WorkCalendar.VietnamStateAgencies.AsKnownOn(new LocalDate(2024, 4, 11));

    [Benchmark(Description = "with an agency's overlay")]
    public WorkCalendar With() => WorkCalendar.VietnamStateAgencies.With(overlay);

    [Benchmark(Description = "with an agency's overlay, and its version")]
    public string Version() => WorkCalendar.VietnamStateAgencies.With(overlay).Version;
}
