using System.Text;
using System.Xml.Linq;
using CsCheck;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.DataFiles;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Tests.Cases.Files;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Cases.Exchange;

public sealed class CaseFileTracesTests
{
    private static readonly DateTimeZone Zone = DateTimeZone.ForOffset(Offset.FromHours(7));
    private static readonly BilingualText Both = new("Vì quá tải <&>", "Too much work");
    private static readonly LegalBasis Basis = new(new BilingualText("Điều 1", "Art. 1"));

    [Fact]
    public void Every_kind_of_event_comes_back_with_every_fact()
    {
        CaseFile[] before = [Whole(), Ended(new CaseRefused(At("2026-03-05"), "thiếu điều kiện", Basis) { IsForLateFiling = true, DeclaredRelation = "anh em" }), Ended(new CaseWithdrawn(At("2026-03-05 08:00")))];
        Type[] kinds = [.. typeof(CaseEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(CaseEvent)))];
        Assert.Equal(kinds.ToHashSet(), before.SelectMany(f => f.Records).Select(r => r.Fact?.GetType()).OfType<Type>().ToHashSet());
        CaseFile[] after = [.. Back(before)];
        Assert.Equal(before.Select(f => f.Id), after.Select(f => f.Id));
        Assert.Equal(before.SelectMany(f => f.Records), after.SelectMany(f => f.Records));
        Assert.Equal(before.SelectMany(f => f.Events), after.SelectMany(f => f.Events));
    }

    [Fact]
    public void Cases_of_any_history_come_back_as_known_at_every_moment()
    {
        int corrected = 0;
        CasePropertyTests.Steps.Sample(
            steps =>
            {
                CaseFile before = CasePropertyTests.Build(steps);
                Interlocked.Add(ref corrected, before.Records.Count(r => r.Corrects is not null));
                CaseFile after = Back([before]).Single();
                Assert.Equal(before.Records, after.Records);
                foreach (Instant known in before.Records.Select(r => r.RecordedAt).Distinct())
                {
                    LocalDate last = new(2026, 12, 31);
                    Assert.Equal(before.AsOf(last, known)?.Events, after.AsOf(last, known)?.Events);
                }
            },
            iter: 300);
        Assert.True(corrected > 50);
    }

    [Fact]
    public void Another_tool_finds_the_attributes_of_the_standard()
    {
        var document = XDocument.Load(new MemoryStream(Write([Whole()])));
        XNamespace xes = "http://www.xes-standard.org/";
        List<Dictionary<string, string>> events = [.. document.Descendants(xes + "event").Select(e => e.Elements()
            .Where(a => a.Attribute("value") is not null).ToDictionary(a => a.Attribute("key")!.Value, a => a.Attribute("value")!.Value))];
        Assert.Equal(Whole().Events.Count, events.Count);
        Assert.Equal(["received", "completeness_checked", "supplement_requested", "supplement_received", "completeness_checked"], events.Take(5).Select(e => e["concept:name"]));
        Assert.Equal(
            ["step_1/1 start", "step_1/1 complete", "step_2/1 start", "step_2/1 ate_abort", "step_1/2 complete"],
            events.Where(e => e["concept:name"].StartsWith("step_", StringComparison.Ordinal)).Select(e =>
                e["concept:name"] + "/" + e["concept:instance"] + " " + e["lifecycle:transition"]));
        Assert.Equal("2026-03-02T09:30:00+07:00", events[0]["time:timestamp"]);
        Assert.Equal("2026-03-03T00:00:00+07:00", events[1]["time:timestamp"]);
        Assert.Equal(["cb-17"], events.Where(e => e.ContainsKey("org:resource")).Select(e => e["org:resource"]));
        Assert.Equal(["cell", "u1", "u1"], events.Where(e => e.ContainsKey("org:group")).Select(e => e["org:group"]));
        Assert.All(document.Descendants(xes + "date"), d => Assert.True(DateTimeOffset.TryParse(d.Attribute("value")!.Value, out _)));
    }

    [Fact]
    public void Secret_cases_stay_out_unless_they_are_asked_for()
    {
        CaseFile open = CaseBuilder.Received("2026-03-02").File;
        CaseFile secret = CaseFile.From("H-2", Record("a", Secret("2026-03-02"), 2));
        CaseFile noLonger = CaseFile.From("H-3", Record("a", Secret("2026-03-02"), 2), Record("b", Secret("2026-03-02") with { IsSecret = false }, 3, "a"));
        CaseFile document = CaseFile.From(
            "H-4", Record("a", Secret("2026-03-02") with { IsSecret = false }, 2),
            Record("b", new DocumentRecorded(At("2026-03-03"), true, "Quyết định") { Secrecy = SecrecyClass.Secret }, 3));
        CaseFile[] all = [open, secret, noLonger, document];
        Assert.Equal(["H-1"], CaseFileTraces.Of(all, Zone).Select(t => t.Attributes[0].Value));
        Assert.Equal([false, true, true, true], all.Select(CaseFileTraces.IsWithheld));
        Assert.Equal(all.SelectMany(f => f.Records), CaseFileTraces.Of(all, Zone, withSecret: true).SelectMany(t => CaseFileTraces.Read(t, Zone).Records));
    }

    [Theory]
    [InlineData("reform:place", "0", "2", "reform:place")]
    [InlineData("reform:place", "1", "0", "reform:place")]
    [InlineData("reform:kind", "decided", "promised", "reform:kind")]
    [InlineData("reform:kind", "decided", "resumed", "reform:effective_on")]
    [InlineData("reform:requester", "R-100", "Nguyễn", "reform:requester")]
    [InlineData("reform:effective_on", "2026-04-01", "1-4-2026", "reform:effective_on")]
    [InlineData("reform:at", "2026-03-03", "2026-02-03", "records[1]")]
    [InlineData("reform:recorded_at", "2026-03-03T00:00:00Z", "2026-03-03", "reform:recorded_at")]
    public void What_is_no_case_is_refused_with_the_attribute(string key, string value, string instead, string field)
    {
        CaseFile file = CaseBuilder.Received("2026-03-02").Then(new CaseDecided(At("2026-03-03")) { EffectiveOn = new LocalDate(2026, 4, 1) }).File;
        string text = Encoding.UTF8.GetString(Write([file]));
        string attribute = "key=\"" + key + "\" value=\"";
        Assert.Contains(attribute + value + "\"", text, StringComparison.Ordinal);
        byte[] changed = Encoding.UTF8.GetBytes(text.Replace(attribute + value + "\"", attribute + instead + "\"", StringComparison.Ordinal));
        XesTrace trace = XesReader.Read(new MemoryStream(changed), new DataQuality()).Single();
        DataProblem problem = Assert.Single(Assert.Throws<InvalidDataFileException>(() => CaseFileTraces.Read(trace, Zone)).Problems);
        Assert.Equal(field, problem.Field);
        Assert.True(problem.Line > 1);
    }

    private static IEnumerable<CaseFile> Back(CaseFile[] files) =>
        XesReader.Read(new MemoryStream(Write(files)), new DataQuality(), isStrict: true).Select(t => CaseFileTraces.Read(t, Zone));

    private static byte[] Write(CaseFile[] files)
    {
        using var stream = new MemoryStream();
        XesWriter.Write(stream, CaseFileTraces.Of(files, Zone), head: CaseFileTraces.Head());
        return stream.ToArray();
    }

    private static CaseFile Ended(CaseEvent end) => CaseBuilder.Received("2026-03-02").Then(end).File;

    private static CaseReceived Secret(string at) => new(At(at), "P", "u1", "R-1") { IsSecret = true };

    private static Recorded<CaseEvent> Record(string id, CaseEvent? e, int day, string? corrects = null) =>
        new(id, e, Instant.FromUtc(2026, 3, day, 10, 30, 15).PlusNanoseconds(123_456_789), corrects);

    private static CaseTime At(string text) => CaseBuilder.At(text);

    private static CaseFile Whole() => CaseFile.From(
        "H-9",
        Record("r1", new CaseReceived(CaseTime.At(Instant.FromUtc(2026, 3, 2, 2, 30), Zone, Offset.FromHours(7)), "PTY-ADM", "cell", "R-100")
        {
            Channel = "online",
            Territory = "t1",
            AppointedAt = At("2026-04-01"),
            By = "cb-17",
            Milestone = "receipt.time",
            Earlier = [new EarlierEvent("cell.resolution.date", new LocalDate(2026, 2, 20)), new EarlierEvent("ceremony.date", new LocalDate(2025, 2, 20))],
        }, 2),
        Record("r2", new CompletenessChecked(At("2026-03-03"), false) { Missing = ["Đơn", "Bản sao"], Blocking = ["đang bị kiểm tra"] }, 3),
        Record("r3", new SupplementRequested(At("2026-03-03"), ["Đơn"]) { ConcernsSuppliedPapers = true, AsksForPaper = true }, 3),
        Record("r4", new SupplementReceived(At("2026-03-04 09:00")) { Documents = ["Đơn"] }, 4),
        Record("r5", new CompletenessChecked(At("2026-03-04 10:00"), true) { ComplexBecause = "nhiều thửa", Blocking = [] }, 4),
        Record("r6", new StepStarted(At("2026-03-05"), 1) { UnitId = "u1", Assignee = "cb-2" }, 5),
        Record("r7", new StepFinished(At("2026-03-06"), 1), 6),
        Record("r8", new StepStarted(At("2026-03-06"), 2), 6),
        Record("r9", new StepReturned(At("2026-03-07"), 2, 1, "sai số") { UnitId = "u1", Assignee = "cb-2" }, 7),
        Record("r10", new StepFinished(At("2026-03-08"), 1), 8),
        Record("r11", new CaseTransferred(At("2026-03-08"), "u2"), 8),
        Record("r12", new ConsultationRequested(At("2026-03-09"), "c1", "u3") { Limit = TimeLimit.WorkingDays(5) }, 9),
        Record("r13", new ConsultationAnswered(At("2026-03-10"), "c1"), 10),
        Record("r14", new ConsultationRequested(At("2026-03-10"), "c2", "u4") { Limit = TimeLimit.NextEvent(Both) }, 10),
        Record("r15", new CaseUrged(At("2026-03-11")), 11),
        Record("r16", new CaseSuspended(At("2026-03-11"), "") { Basis = Basis, Until = new LocalDate(2026, 3, 31) }, 11),
        Record("r17", new CaseResumed(At("2026-03-12")), 12),
        Record("r18", new CaseExtended(At("2026-03-12"), TimeLimit.Months(1)) { Why = Both, Basis = Basis }, 12),
        Record("r19", new DocumentRecorded(At("2026-03-13"), true, "Nghị quyết")
        {
            Number = DocumentNumber.Parse("012-NQ/TW"),
            Sha256 = new string('a', 64),
            Signer = "bt",
            SigningForm = SigningForm.OnBehalfOfCollective,
            SignatureStatus = SignatureStatus.Valid,
            IssuedOn = new LocalDate(2026, 3, 13),
        }, 13),
        Record("r20", new VoteHeld(At("2026-03-13"), "b1", new Ballot(new LocalDate(2026, 3, 12), 9, 8, 7)) { Step = 2 }, 13),
        Record("r21", new PartyNotified(At("2026-03-14"), NoticeSubject.Delay, "R-100") { Why = Both }, 14),
        Record("r22", new ApologyGiven(At("2026-03-14"), new LocalDate(2026, 4, 20), Both), 14),
        Record("r23", new CaseUrged(At("2026-03-15")), 15),
        Record("r24", null, 16, "r23"),
        Record("r25", new CaseDecided(At("2026-03-16")) { EffectiveOn = new LocalDate(2026, 4, 1) }, 16),
        Record("r26", new CaseDecided(At("2026-03-17")) { Document = DocumentNumber.Parse("2568/QĐ-UBND"), EffectiveOn = new LocalDate(2026, 4, 2), DeclaredRelation = "anh em" }, 17, "r25"),
        Record("r27", new ResultReturned(At("2026-03-18 16:59")), 18),
        Record("r28", new SatisfactionAnswered(At("2026-03-19"), 4), 19));
}
