using System.IO.Compression;
using System.Text;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.DataFiles;
using Reform.Testing;

namespace Reform.Domain.Tests.Cases;

/// <summary>What real logs hold in store, beyond what the tests of the readers already show.</summary>
public sealed class LogTrapTests
{
    private static readonly LogMapping Mapping = new() { Zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"], Case = new CaseAttributes() };

    [Fact]
    public void Times_written_as_texts_in_mixed_formats_are_read_by_the_patterns_of_the_mapping()
    {
        LogMapping mapping = Mapping with
        {
            NaiveZone = Mapping.Zone,
            Case = new CaseAttributes { Receipt = "received", Deadline = "due", End = "ended" },
            TimePatterns = [new TimePatterns("received", ["dd/MM/uuuu"]), new TimePatterns("ended", ["MM/dd/yy HH:mm", "dd.MM.uuuu HH:mm o<+HH:mm>"])],
        };
        string Trace(string id, string ended) => "<trace><string key=\"concept:name\" value=\"" + id + "\"/><string key=\"received\" value=\"24/05/2011\"/>"
            + "<string key=\"due\" value=\"2011-05-27T14:53:02+02:00\"/><string key=\"ended\" value=\"" + ended + "\"/></trace>";
        List<LoggedCase> cases = Read("<log>" + Trace("a", "05/24/11 15:09") + Trace("b", "25.05.2011 01:00 +10:00") + Trace("c", "24/05/11") + "</log>", mapping).Cases;
        Assert.Equal((new LocalDate(2011, 5, 24), true), (cases[0].Receipt!.Date, cases[0].Receipt!.IsDateOnly));
        Assert.Equal(Instant.FromUtc(2011, 5, 27, 12, 53, 2), cases[0].Deadline!.Instant);
        Assert.Equal(Instant.FromUtc(2011, 5, 24, 13, 9), cases[0].End!.Instant);
        Assert.Equal((Instant.FromUtc(2011, 5, 24, 15, 0), Offset.FromHours(10)), (cases[1].End!.Instant, cases[1].End!.WrittenOffset));
        Assert.Equal(["end"], cases[2].UnreadableTimes);
    }

    [Fact]
    public void A_time_in_a_foreign_offset_keeps_instant_and_offset_and_has_the_date_of_the_given_zone()
    {
        LoggedCase file = Read(
            "<log><trace><event><date key=\"time:timestamp\" value=\"2011-05-25T05:00:00.000+10:00\"/></event></trace></log>", Mapping).Cases.Single();
        CaseTime time = file.Events.Single().Time!;
        Assert.Equal((Instant.FromUtc(2011, 5, 24, 19, 0), Offset.FromHours(10), new LocalDate(2011, 5, 24)), (time.Instant, time.WrittenOffset, time.Date));
    }

    [Fact]
    public void Midnights_are_dates_so_that_sixty_days_are_sixty_days_over_summer_time()
    {
        LogMapping mapping = Mapping with { Case = new CaseAttributes { Receipt = "r", End = "e" } };
        LoggedCase file = Read(
            "<log><trace><date key=\"r\" value=\"2012-03-01T00:00:00.000+01:00\"/><date key=\"e\" value=\"2012-04-30T00:00:00.000+02:00\"/></trace></log>", mapping).Cases.Single();
        Assert.True(file.Receipt!.IsDateOnly && file.End!.IsDateOnly);
        Assert.Equal(60, Period.DaysBetween(file.Receipt.Date, file.End.Date));
        Assert.NotEqual(Duration.FromDays(60), file.End.Instant - file.Receipt.Instant);
    }

    [Theory]
    [InlineData("2011-05-24T10:00:00")]
    [InlineData("2011-05-24 10:00")]
    public void A_time_without_an_offset_is_refused_with_its_line_unless_its_zone_is_given(string text)
    {
        string log = "<log><trace>\n<event><string key=\"time:timestamp\" value=\"" + text + "\"/></event></trace></log>";
        (List<LoggedCase> cases, DataQuality quality) = Read(log, Mapping);
        Assert.Null(cases.Single().Events.Single().Time);
        Assert.Equal(2, quality.Findings.Single(f => f.Code == "time_without_offset").Lines.Single());
        CaseTime known = Read(log, Mapping with { NaiveZone = DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"] }).Cases.Single().Events.Single().Time!;
        Assert.Equal((Instant.FromUtc(2011, 5, 24, 3, 0), null), (known.Instant, known.WrittenOffset));
    }

    [Theory]
    [InlineData("2011-05-24T10:00:00Z", 0)]
    [InlineData("2011-05-24T10:00:00.5Z", 500_000_000)]
    [InlineData("2011-05-24T10:00:00.123Z", 123_000_000)]
    [InlineData("2011-05-24T12:00:00.123456+02:00", 123_456_000)]
    public void Fractions_of_any_length_are_read_whole(string text, int nanoseconds) => Assert.Equal(
        Instant.FromUtc(2011, 5, 24, 10, 0).PlusNanoseconds(nanoseconds),
        Read("<log><trace><event><date key=\"time:timestamp\" value=\"" + text + "\"/></event></trace></log>", Mapping).Cases.Single().Events.Single().Time!.Instant);

    [Fact]
    public void Events_keep_their_order_in_the_file_unless_sorting_is_asked_for_and_then_stay_stable()
    {
        string Event(string name, string? time) => "<event><string key=\"concept:name\" value=\"" + name + "\"/>"
            + (time is null ? "" : "<date key=\"time:timestamp\" value=\"2011-05-" + time + "+00:00\"/>") + "</event>";
        string log = "<log><trace>" + Event("a", "03T09:00:00") + Event("b", null) + Event("c", "02T09:00:00") + Event("d", "03T09:00:00") + "</trace></log>";
        Assert.Equal(["a", "b", "c", "d"], Read(log, Mapping).Cases.Single().Events.Select(e => e.Activity));
        (List<LoggedCase> cases, DataQuality quality) = Read(log, Mapping with { SortsEvents = true });
        Assert.Equal(["c", "a", "b", "d"], cases.Single().Events.Select(e => e.Activity));
        Assert.Equal(1, quality.Findings.Single(f => f.Code == "events_sorted").Count);
    }

    [Fact]
    public void Ten_thousand_levels_are_refused_with_their_line()
    {
        string nested = string.Concat(Enumerable.Repeat("<string key=\"k\" value=\"v\">", 10_000)) + string.Concat(Enumerable.Repeat("</string>", 10_000));
        foreach (string log in (string[])["<log>\n" + nested + "</log>", "<log><trace>\n" + nested + "</trace></log>", "<log><trace>\n" + nested.Replace("string", "text", StringComparison.Ordinal) + "</trace></log>"])
        {
            DataProblem problem = Refused(Encoding.UTF8.GetBytes(log));
            Assert.Equal((2, "elements are nested deeper than 64 levels"), (problem.Line, problem.Message.English));
        }
    }

    [Fact]
    public void A_gzip_bomb_of_one_trace_is_refused_before_it_is_in_memory()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write("<log><trace>"u8);
            byte[] piece = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<event><string key=\"a\" value=\"" + new string('x', 1000) + "\"/></event>", 1000)));
            for (int i = 0; i < 100; i++)
            {
                gzip.Write(piece);
            }
        }

        DataProblem problem = Assert.Single(Assert.Throws<InvalidDataFileException>(() => XesReader.Read(
            new MemoryStream(packed.ToArray()), new DataQuality(), limits: new XesLimits { MaxTraceCharacters = 5_000_000 }).Count()).Problems);
        Assert.Equal("longer than 5000000 characters", problem.Message.English);
    }

    [Fact]
    public void Too_many_and_too_long_are_refused_by_the_bounds_that_hold_unless_others_are_given()
    {
        string many = string.Concat(Enumerable.Range(0, 5000).Select(i => "<string key=\"k" + i + "\" value=\"v\"/>"));
        Assert.Equal("more than 4096", Refused(Encoding.UTF8.GetBytes("<log><trace><event>" + many + "</event></trace></log>")).Message.English);
        Assert.Equal("more than 4096", Refused(Encoding.UTF8.GetBytes("<log><trace><string key=\"o\" value=\"v\">" + many + "</string></trace></log>")).Message.English);
        Assert.Equal("more than 4096", Refused(Encoding.UTF8.GetBytes("<log><trace><list key=\"o\"><values>" + many + "</values></list></trace></log>")).Message.English);
        byte[] longValue = Encoding.UTF8.GetBytes("<log><trace><string key=\"a\" value=\"" + new string('x', 2_000_000) + "\"/></trace></log>");
        Assert.Equal("an element is longer than 1048576 bytes", Refused(longValue).Message.English);
    }

    [Fact]
    public void The_building_permits_have_steps_with_due_dates_terms_extensions_and_suspensions()
    {
        using FileStream stream = File.OpenRead(Repository.RealLog("BPIC15_1f.xes.gz"));
        LogMapping mapping = Mapping with
        {
            NaiveZone = Mapping.Zone,
            Case = new CaseAttributes { Responsible = "(case)_Responsible_actor", Term = "(case)_termName" },
            Event = new EventAttributes { Activity = "activityNameEN", Due = "dueDate" },
            LeaveOut = new LeftOutEvents { Resources = ["artificial"] },
            Activities = new ActivityMeanings { Extension = "extend procedure term", Suspension = "suspension ground applicable" },
        };
        var quality = new DataQuality();
        List<LoggedCase> cases = [.. CaseLogReader.Read(stream, mapping, quality)];
        List<LoggedEvent> events = [.. cases.SelectMany(c => c.Events)];
        Assert.Equal((902, 19852, 1787), (cases.Count, events.Count, events.Count(e => e.Due is not null)));
        Assert.Equal(1804, quality.Findings.Single(f => f.Code == "event_left_out").Count);
        List<LoggedCaseFacts> facts = [.. cases.Select(c => LoggedCaseFacts.Of(c, new CaseContext(mapping)))];
        Assert.Equal((43, 268), (facts.Sum(f => f.Extensions), facts.Sum(f => f.Suspensions)));
        Assert.Equal(events.Count(e => e.Due is not null && e.Time!.Instant!.Value.InZone(mapping.Zone).Date > e.Due.Instant!.Value.InZone(mapping.Zone).Date),
            facts.Sum(f => f.LateEvents));
        Assert.All(events, e => Assert.Equal(Offset.FromHours(10), e.Time!.WrittenOffset));
        Assert.Contains("Termijn bezwaar en beroep 1", cases.Select(c => c.Term));
        Assert.InRange(facts.Sum(f => f.LateEvents), 1, 1786);
    }

    private static (List<LoggedCase> Cases, DataQuality Quality) Read(string log, LogMapping mapping)
    {
        var quality = new DataQuality();
        return ([.. CaseLogReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(log)), mapping, quality)], quality);
    }

    private static DataProblem Refused(byte[] log) => Assert.Single(
        Assert.Throws<InvalidDataFileException>(() => XesReader.Read(new MemoryStream(log), new DataQuality()).Count()).Problems);
}
