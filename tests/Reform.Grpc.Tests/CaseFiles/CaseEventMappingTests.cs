using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;
using Reform.Grpc.CaseFiles;
using P = Reform.Casefiles.V1;

namespace Reform.Grpc.Tests.CaseFiles;

/// <summary>Every kind of event, with everything that it can say, survives the way to its message and back.</summary>
public sealed class CaseEventMappingTests
{
    private static readonly CaseTime Moment = CaseTime.At(Instant.FromUtc(2026, 3, 2, 2, 30), DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"]);
    private static readonly CaseTime Date = CaseTime.On(new LocalDate(2026, 3, 2));
    private static readonly BilingualText Why = new("vì", "because");
    private static readonly LegalBasis Basis = new(new BilingualText("Điều 1", "Art. 1"));

    /// <summary>Every kind of event, with everything that it can say.</summary>
    internal static readonly CaseEvent[] All =
    [
        new CaseReceived(Moment, "P-1", "ward", "R-1") { Channel = "online", Territory = "Hải Phòng", AppointedAt = Date, IsSecret = true, Earlier = [new EarlierEvent("ceremony.date", new LocalDate(2025, 3, 2))] },
        new CompletenessChecked(Date, false) { Missing = ["Đơn"], ComplexBecause = "nhiều giấy tờ", Blocking = ["đang bị kiểm tra"] },
        new SupplementRequested(Date, ["Đơn", "Ảnh"]) { AsksForPaper = true, ConcernsSuppliedPapers = true },
        new SupplementReceived(Date) { Documents = ["Đơn"] },
        new StepStarted(Date, 2) { UnitId = "office", Assignee = "e-1" },
        new StepFinished(Date, 2),
        new StepReturned(Date, 3, 2, "thiếu") { UnitId = "office", Assignee = "e-1" },
        new CaseTransferred(Date, "city"),
        new ConsultationRequested(Date, "c1", "police") { Limit = TimeLimit.WorkingDays(5) },
        new ConsultationAnswered(Date, "c1"),
        new CaseUrged(Date),
        new CaseSuspended(Date, "chờ giám định") { Basis = Basis, Until = new LocalDate(2026, 3, 31) },
        new CaseResumed(Date),
        new CaseExtended(Date, TimeLimit.Months(1)) { Why = Why, Basis = Basis },
        new VoteHeld(Date, "board", new Ballot(Date.Date, 9, 8, 7)) { Step = 4 },
        new CaseDecided(Date) { Document = DocumentNumber.Parse("294-QĐ/TW"), EffectiveOn = new LocalDate(2026, 4, 1), DeclaredRelation = "anh em" },
        new CaseRefused(Date, "không đủ điều kiện", Basis) { IsForLateFiling = true, DeclaredRelation = "anh em" },
        new CaseWithdrawn(Date),
        new ResultReturned(Date),
        new PartyNotified(Date, NoticeSubject.Delay, "R-1") { Why = Why },
        new ApologyGiven(Date, new LocalDate(2026, 3, 9), Why),
        new SatisfactionAnswered(Date, 3),
        new DocumentRecorded(Date, true, "Quyết định")
        {
            Number = DocumentNumber.Parse("12/2026/QĐ-UBND"), Sha256 = new string('a', 64), Signer = "chair", SigningForm = SigningForm.ForHead,
            SignatureStatus = SignatureStatus.Invalid, Secrecy = SecrecyClass.TopSecret, IssuedOn = new LocalDate(2026, 3, 1),
        },
    ];

    [Fact]
    public void Every_event_survives()
    {
        foreach (CaseEvent e in All.Append(new CompletenessChecked(Date, true) { Blocking = [] }).Append(new CompletenessChecked(Date, true)))
        {
            CaseEvent full = e with { By = "chair", Milestone = "decision.date" };

            Assert.Equal(full, CaseEventReading.Event("event", P.CaseEvent.Parser.ParseFrom(Google.Protobuf.MessageExtensions.ToByteArray(CaseEventWriting.ToProto(full)))));
            Assert.Equal(e, CaseEventReading.Event("event", CaseEventWriting.ToProto(e)));
        }
    }

    [Fact]
    public void No_kind_is_left_out()
    {
        Assert.Equal(P.CaseEvent.Descriptor.Oneofs[0].Fields.Count, All.Select(e => CaseEventWriting.ToProto(e).EventCase).Distinct().Count());
        Assert.Equal(
            typeof(CaseEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(CaseEvent))).Select(t => t.Name).Order(StringComparer.Ordinal),
            All.Select(e => e.GetType().Name).Order(StringComparer.Ordinal));
    }

    public static TheoryData<string, Action<P.CaseEvent>> Wrong => new()
    {
        { "event.document_recorded.sha256", e => e.DocumentRecorded = new P.DocumentRecorded { Kind = "x", Sha256 = "AB" } },
        { "event.document_recorded.number", e => e.DocumentRecorded = new P.DocumentRecorded { Kind = "x", Number = "no number" } },
        { "event.document_recorded.signing_form", e => e.DocumentRecorded = new P.DocumentRecorded { Kind = "x", SigningForm = "by_hand" } },
        { "event.document_recorded.secrecy", e => e.DocumentRecorded = new P.DocumentRecorded { Kind = "x", Secrecy = (P.SecrecyClass)9 } },
        { "event.step_started.step", e => e.StepStarted = new P.StepStarted() },
        { "event.step_returned.reason", e => e.StepReturned = new P.StepReturned { Step = 2, ToStep = 1 } },
        { "event.supplement_requested.documents", e => e.SupplementRequested = new P.SupplementRequested() },
        { "event.vote_held", e => e.VoteHeld = new P.VoteHeld { Body = "b", Base = 3, Present = 4, InFavour = 1 } },
        { "event.extended.length", e => e.Extended = new P.CaseExtended() },
        { "event.extended.length.unit", e => e.Extended = new P.CaseExtended { Length = new Reform.Deadlines.V1.TimeLimit { Unit = Reform.Deadlines.V1.TimeUnit.SameDay } } },
        { "event.satisfaction_answered.score", e => e.SatisfactionAnswered = new P.SatisfactionAnswered { Score = 9 } },
        { "event.notified.about", e => e.Notified = new P.PartyNotified { To = "x" } },
        { "event.apology_given.why", e => e.ApologyGiven = new P.ApologyGiven { NewAppointedOn = new Google.Type.Date { Year = 2026, Month = 3, Day = 1 } } },
        { "event.consultation_requested.unit", e => e.ConsultationRequested = new P.ConsultationRequested { Consultation = "c" } },
        { "event.transferred.to_unit", e => e.Transferred = new P.CaseTransferred { ToUnit = " " } },
        { "event.by", e => { e.Urged = new P.CaseUrged(); e.By = new string('x', 201); } },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public async Task What_is_wrong_is_told_at_its_field(string field, Action<P.CaseEvent> spoil)
    {
        var message = new P.CaseEvent { At = new P.EventTime { Date = new Google.Type.Date { Year = 2026, Month = 3, Day = 2 } } };
        spoil(message);

        Refused refused = await Refused.By(() => Task.FromResult(CaseEventReading.Event("event", message)));

        Assert.Equal(("INVALID_FIELD", field), (refused.Reason, refused.Fields.Single()));
    }
}
