using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Deadlines;
using Reform.Domain.Organizations;
using Reform.Grpc.Deadlines;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Casefiles.V1;

namespace Reform.Grpc.CaseFiles;

/// <summary>From events to their messages.</summary>
internal static class CaseEventWriting
{
    public static P.EventTime Time(CaseTime time) => time.Instant is Instant moment
        ? new P.EventTime { Moment = RecordMapping.ToTimestamp(moment) }
        : new P.EventTime { Date = CivilTimes.ToProto(time.Date) };

    public static P.CaseEvent ToProto(CaseEvent e)
    {
        var message = new P.CaseEvent { At = Time(e.At), By = e.By ?? "", Milestone = e.Milestone ?? "" };
        switch (e)
        {
            case CaseReceived received:
                message.Received = Received(received);
                break;
            case CompletenessChecked check:
                message.CompletenessChecked = new P.CompletenessChecked
                {
                    Complete = check.IsComplete,
                    Missing = { check.Missing },
                    ComplexBecause = check.ComplexBecause ?? "",
                    Blocking = check.Blocking is null ? null : new P.BlockingCheck { Found = { check.Blocking } },
                };
                break;
            case SupplementRequested asked:
                message.SupplementRequested = new P.SupplementRequested
                {
                    Documents = { asked.Documents },
                    ConcernsSuppliedPapers = asked.ConcernsSuppliedPapers,
                    AsksForPaper = asked.AsksForPaper,
                };
                break;
            case SupplementReceived came:
                message.SupplementReceived = new P.SupplementReceived { Documents = { came.Documents } };
                break;
            case StepStarted start:
                message.StepStarted = new P.StepStarted { Step = start.Step, Unit = start.UnitId ?? "", Assignee = start.Assignee ?? "" };
                break;
            case StepFinished finish:
                message.StepFinished = new P.StepFinished { Step = finish.Step };
                break;
            case StepReturned back:
                message.StepReturned = new P.StepReturned
                {
                    Step = back.Step,
                    ToStep = back.ToStep,
                    Reason = back.Reason,
                    Unit = back.UnitId ?? "",
                    Assignee = back.Assignee ?? "",
                };
                break;
            case CaseTransferred transfer:
                message.Transferred = new P.CaseTransferred { ToUnit = transfer.ToUnitId };
                break;
            case ConsultationRequested asked:
                message.ConsultationRequested = new P.ConsultationRequested { Consultation = asked.ConsultationId, Unit = asked.UnitId, Limit = Limit(asked.Limit) };
                break;
            case ConsultationAnswered answer:
                message.ConsultationAnswered = new P.ConsultationAnswered { Consultation = answer.ConsultationId };
                break;
            case CaseUrged:
                message.Urged = new P.CaseUrged();
                break;
            case CaseSuspended suspended:
                message.Suspended = new P.CaseSuspended
                {
                    Ground = suspended.Ground,
                    Basis = RecordMapping.ToProto(suspended.Basis),
                    Until = RecordMapping.ToProto(suspended.Until),
                };
                break;
            case CaseResumed:
                message.Resumed = new P.CaseResumed();
                break;
            case CaseExtended extended:
                message.Extended = new P.CaseExtended
                {
                    Length = Limit(extended.Length),
                    Why = extended.Why is null ? null : RecordMapping.ToProto(extended.Why),
                    Basis = RecordMapping.ToProto(extended.Basis),
                };
                break;
            default:
                WriteOutcome(message, e);
                break;
        }

        return message;
    }

    private static void WriteOutcome(P.CaseEvent message, CaseEvent e)
    {
        switch (e)
        {
            case VoteHeld vote:
                message.VoteHeld = new P.VoteHeld
                {
                    Body = vote.BodyId,
                    Base = vote.Ballot.Base,
                    Present = vote.Ballot.Present,
                    InFavour = vote.Ballot.InFavour,
                    Step = vote.Step ?? 0,
                };
                break;
            case CaseDecided decided:
                message.Decided = new P.CaseDecided
                {
                    Document = decided.Document?.ToString() ?? "",
                    EffectiveOn = RecordMapping.ToProto(decided.EffectiveOn),
                    DeclaredRelation = decided.DeclaredRelation ?? "",
                };
                break;
            case CaseRefused refused:
                message.Refused = new P.CaseRefused
                {
                    Reason = refused.Reason ?? "",
                    Basis = RecordMapping.ToProto(refused.Basis),
                    ForLateFiling = refused.IsForLateFiling,
                    DeclaredRelation = refused.DeclaredRelation ?? "",
                };
                break;
            case CaseWithdrawn:
                message.Withdrawn = new P.CaseWithdrawn();
                break;
            case ResultReturned:
                message.ResultReturned = new P.ResultReturned();
                break;
            case PartyNotified notified:
                message.Notified = new P.PartyNotified
                {
                    About = (P.NoticeSubject)((int)notified.About + 1),
                    To = notified.To,
                    Why = notified.Why is null ? null : RecordMapping.ToProto(notified.Why),
                };
                break;
            case ApologyGiven apology:
                message.ApologyGiven = new P.ApologyGiven { NewAppointedOn = CivilTimes.ToProto(apology.NewAppointedOn), Why = RecordMapping.ToProto(apology.Why) };
                break;
            case SatisfactionAnswered answer:
                message.SatisfactionAnswered = new P.SatisfactionAnswered { Score = answer.Score };
                break;
            case DocumentRecorded document:
                message.DocumentRecorded = new P.DocumentRecorded
                {
                    Issued = document.IsIssued,
                    Kind = document.Kind,
                    Number = document.Number?.ToString() ?? "",
                    Sha256 = document.Sha256 ?? "",
                    Signer = document.Signer ?? "",
                    SigningForm = document.SigningForm is SigningForm form ? RecordMapping.CodeOf(form) : "",
                    SignatureStatus = (P.SignatureStatus)(int)document.SignatureStatus,
                    Secrecy = (P.SecrecyClass)(int)document.Secrecy,
                    IssuedOn = RecordMapping.ToProto(document.IssuedOn),
                };
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(e), e, "No such kind of event.");
        }
    }

    public static P.CaseReceived Received(CaseReceived received) => new()
    {
        Procedure = received.ProcedureCode,
        Unit = received.UnitId,
        Requester = received.Requester,
        Channel = received.Channel ?? "",
        Territory = received.Territory ?? "",
        AppointedAt = received.AppointedAt is CaseTime appointed ? Time(appointed) : null,
        Secret = received.IsSecret,
        Earlier = { received.Earlier.Select(e => new P.EarlierEvent { Milestone = e.Milestone, On = CivilTimes.ToProto(e.On) }) },
    };

    private static Reform.Deadlines.V1.TimeLimit? Limit(TimeLimit? limit) => limit is null ? null : new Reform.Deadlines.V1.TimeLimit
    {
        Amount = limit.Amount,
        Unit = TermsMapping.ToProto(limit.Unit),
        Event = limit.Event?.Vietnamese ?? "",
    };
}
