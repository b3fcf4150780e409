using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Domain.DataFiles;
using Reform.Domain.Procedures;
using Reform.Domain.Tests.Cases.Rules;
using Reform.Domain.Values;
using Reform.Testing;

namespace Reform.Domain.Tests.Compliance;

public sealed class LogEvaluationTests
{
    [Fact]
    public void An_empty_log_has_zeros_and_no_medians()
    {
        EvaluationReport report = Evaluate([]);
        Assert.Equal(new LogFigures(0, 0, 0, 0, 0), report.Log);
        Assert.Equal(new DeadlineFigures(0, 0, 0, 0, null), report.Deadlines);
        Assert.Equal(new ThroughputFigures(0, null, null), report.Throughput);
        Assert.Equal((0L, 0, 0), (report.Flow.DirectlyFollowsTotal, report.Flow.DirectlyFollowsPairs, report.Flow.Top.Count));
        Assert.Empty(report.ByUnit);
        Assert.Empty(report.Worst);
    }

    [Fact]
    public void Pairs_variants_activities_and_accounts_are_counted_over_all_cases()
    {
        EvaluationReport report = Evaluate([Trace("1", "abab"), Trace("2", "ab"), Trace("3", "ab"), Trace("4", "c"), Trace("5", "")]);
        Assert.Equal(new LogFigures(5, 9, 3, 4, 1), report.Log);
        Assert.Equal((5L, 2), (report.Flow.DirectlyFollowsTotal, report.Flow.DirectlyFollowsPairs));
        Assert.Equal([new FlowPair("a", "b", 4), new FlowPair("b", "a", 1)], report.Flow.Top);
    }

    [Theory]
    [InlineData(new[] { 3 }, 3.0)]
    [InlineData(new[] { 3, 10 }, 6.5)]
    [InlineData(new[] { 10, 1, 4 }, 4.0)]
    [InlineData(new[] { 7, 1, 2, 30 }, 4.5)]
    [InlineData(new[] { 5, 5, 5, 1 }, 5.0)]
    [InlineData(new[] { 9, 2, 9, 2 }, 5.5)]
    [InlineData(new[] { 2, 9, 2, 9, 9, 0, 0 }, 2.0)]
    public void A_median_lies_half_way_between_two_middles(int[] days, double median)
    {
        EvaluationReport report = Evaluate(days.Select((d, i) => new LoggedCase
        {
            Id = "c" + i,
            Line = 1,
            Receipt = CaseTime.On(new LocalDate(2026, 3, 2)),
            End = CaseTime.On(new LocalDate(2026, 3, 2).PlusDays(d)),
        }));
        Assert.Equal((days.Length, median), (report.Throughput.Cases, report.Throughput.CalendarDaysMedian!.Value));
    }

    [Fact]
    public void Lateness_is_counted_by_legal_date_and_by_instant_apart()
    {
        LoggedCase Ended(string id, string end) => new() { Id = id, Line = 1, Deadline = RuleWorld.At("2026-03-06 17:00"), End = RuleWorld.At(end) };
        EvaluationReport report = Evaluate(
            [Ended("in time", "2026-03-06 16:00"), Ended("late at night", "2026-03-06 23:00"), Ended("after the weekend", "2026-03-09 08:00"), Ended("on Sunday", "2026-03-08 08:00")]);
        Assert.Equal(new DeadlineFigures(4, 0, 2, 3, 0.5), report.Deadlines);
    }

    [Fact]
    public void Units_come_by_breaches_and_months_by_time_and_what_names_none_is_a_group_too()
    {
        EvaluationReport report = Evaluate(
            [
                RuleWorld.Sound() with { Id = "1" },
                RuleWorld.Sound() with { Id = "2", UnitId = "u-2", Responsible = null, Outcome = "no" },
                RuleWorld.Sound() with { Id = "3", UnitId = null, Receipt = null },
            ],
            RuleWorld.Full);
        Assert.Equal([("", 2), ("u-2", 2), ("u-1", 0)], report.ByUnit.Select(u => (u.Key, u.Breaches)));
        Assert.Equal(["", "2026-03"], report.ByMonth.Select(m => m.Key));
        GroupFigures none = report.ByMonth[0];
        Assert.Equal((1, 1, 1, 2, 3), (none.Cases, none.Finished, none.CasesWithBreach, none.Breaches, none.Unknown));
        Assert.Equal("(không rõ ngày tiếp nhận)", none.Name.Vietnamese);
    }

    [Fact]
    public void The_ten_worst_are_ranked_by_critical_then_error_then_days_late_then_warning()
    {
        LoggedCase sound = RuleWorld.Sound();
        List<LoggedCase> files =
        [
            sound with { Id = "warning", UnitId = null },
            sound with { Id = "late", End = RuleWorld.At("2026-03-10 08:00") },
            sound with { Id = "later", End = RuleWorld.At("2026-03-20 08:00") },
            sound with { Id = "late, and a warning", End = RuleWorld.At("2026-03-10 08:00"), UnitId = null },
            sound with { Id = "two errors", Responsible = null, Outcome = "no" },
            sound.WithEvent("decide", e => e with { Resource = "cb-2" }) with { Id = "critical" },
            sound with { Id = "sound" },
        ];
        Assert.Equal(["critical", "two errors", "later", "late, and a warning", "late", "warning"], Evaluate(files, RuleWorld.Full).Worst.Select(w => w.CaseId));
        List<LoggedCase> many = [.. Enumerable.Range(0, 30).Select(i => sound with { Id = "w" + (char)('a' + i), UnitId = null })];
        Assert.Equal(many.Take(10).Select(m => m.Id), Evaluate(many.AsEnumerable().Reverse(), RuleWorld.Full).Worst.Select(w => w.CaseId));
    }

    [Fact]
    public void An_event_that_does_not_say_what_was_done_joins_no_pair_and_keeps_a_trace_from_being_exact()
    {
        var context = new CaseContext(Minimal with { ExpectedSequence = ["a", "b"] });
        LoggedCase exact = Trace("1", "ab");
        LoggedCase gap = exact with { Id = "2", Events = [exact.Events[0], new LoggedEvent(1, null, null, "x", null), exact.Events[1]] };
        EvaluationReport report = Evaluate([exact, gap], context);
        Assert.Equal(new LogFigures(2, 5, 2, 2, 1), report.Log);
        Assert.Equal((1L, 1), (report.Flow.DirectlyFollowsTotal, report.Flow.DirectlyFollowsPairs));
        Assert.Equal(new ConformanceFigures(2, 1, 0, 0, 0, 0), report.Conformance);
    }

    [Fact]
    public void A_case_whose_end_cannot_be_read_is_finished_but_neither_late_nor_timed()
    {
        LoggedCase unread = RuleWorld.Sound().WithUnreadable("end") with { End = null, Deadline = RuleWorld.At("2026-03-03 17:00") };
        EvaluationReport report = Evaluate([unread], RuleWorld.Full);
        Assert.Equal(new DeadlineFigures(1, 0, 0, 0, null), report.Deadlines);
        Assert.Equal(new ThroughputFigures(0, null, null), report.Throughput);
        Assert.Equal((1, 0), (report.ByMonth.Single().Finished, report.Worst.Single().DaysLate));
    }

    [Fact]
    public void The_real_log_gives_the_numbers_that_were_counted_independently()
    {
        EvaluationReport report = EvaluateLog("receipt.xes.gz", Read(Repository.PathOf("samples", "receipt.mapping.json"), s => LogMappingFile.Read(s))).Report;
        Assert.Equal(new LogFigures(1434, 8577, 27, 116, 48), report.Log);
        Assert.Equal(new DeadlineFigures(1329, 105, 309, 377, 15), report.Deadlines);
        Assert.Equal((7143L, 99), (report.Flow.DirectlyFollowsTotal, report.Flow.DirectlyFollowsPairs));
        Assert.Equal(new FlowPair("T04 Determine confirmation of receipt", "T05 Print and send confirmation of receipt", 1177), report.Flow.Top[0]);
        Assert.Equal(new ConformanceFigures(1434, 713, 157, 152, 88, 515), report.Conformance);
        Assert.Equal([new FourEyesFigures(new FourEyesPair("Confirmation of receipt", "T02 Check confirmation of receipt"), 1316, 1099, 0)], report.FourEyes);
        Assert.Equal(new ThroughputFigures(1329, 50, 36), report.Throughput);
        Assert.Equal(
            [("aantekening", 1434L), ("enddate", 105L), ("group", 825L), ("redenverlenging", 1434L)],
            report.DataQuality.Where(f => f.Code == "promised_attribute_missing").Select(f => (f.Field, f.Count)));
        Assert.Equal(4, report.DataQuality.Count);
    }

    [Theory]
    [InlineData("road-traffic-fines.xes.gz")]
    [InlineData("BPIC15_1f.xes.gz")]
    public void Other_real_logs_have_as_many_cases_and_events_as_their_text_has_elements(string name)
    {
        (EvaluationReport report, string path) = EvaluateLog(name, Minimal);
        using var text = new StreamReader(new System.IO.Compression.GZipStream(File.OpenRead(path), System.IO.Compression.CompressionMode.Decompress));
        (int Traces, int Events) elements = (0, 0);
        while (text.ReadLine() is string line)
        {
            elements.Traces += Count(line, "<trace>");
            elements.Events += Count(line, "<event>");
        }

        Assert.Equal(elements, (report.Log.Cases, (int)report.Log.Events));
    }

    [Fact]
    public void The_files_of_the_XES_importer_tests_are_read_or_refused_with_a_reason()
    {
        string folder = Path.Combine(Path.GetDirectoryName(Repository.RealLog("receipt.xes.gz"))!, "xes_importer_tests");
        string[] files = Directory.GetFiles(folder, "*.xes*");
        Assert.NotEmpty(files);
        foreach (string file in files)
        {
            using FileStream stream = File.OpenRead(file);
            try
            {
                Assert.True(CaseLogReader.Read(stream, Minimal, new DataQuality()).Count() >= 0);
            }
            catch (InvalidDataFileException e)
            {
                Assert.NotEmpty(e.Problems);
            }
        }
    }

    private static LogMapping Minimal { get; } = new() { Zone = DateTimeZone.Utc, Case = new CaseAttributes() };

    private static EvaluationReport Evaluate(IEnumerable<LoggedCase> files, CaseContext? context = null)
    {
        var evaluation = new LogEvaluation(context ?? new CaseContext(Minimal), BuiltInRules.Cases);
        foreach (LoggedCase file in files)
        {
            evaluation.Add(file);
        }

        return evaluation.Report();
    }

    private static (EvaluationReport Report, string Path) EvaluateLog(string name, LogMapping mapping)
    {
        string path = Repository.RealLog(name);
        var evaluation = new LogEvaluation(new CaseContext(mapping), BuiltInRules.Cases);
        var quality = new DataQuality();
        using FileStream stream = File.OpenRead(path);
        foreach (LoggedCase file in CaseLogReader.Read(stream, mapping, quality))
        {
            evaluation.Add(file);
        }

        return (evaluation.Report(quality), path);
    }

    private static T Read<T>(string path, Func<Stream, T> read)
    {
        using FileStream stream = File.OpenRead(path);
        return read(stream);
    }

    private static LoggedCase Trace(string id, string activities) => new()
    {
        Id = id,
        Line = 1,
        Events = activities.Select(a => new LoggedEvent(1, a.ToString(), null, "x", null)).ToValueList(),
    };

    private static int Count(string line, string element) => (line.Length - line.Replace(element, "", StringComparison.Ordinal).Length) / element.Length;
}
