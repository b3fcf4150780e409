using Google.Protobuf.Collections;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Deadlines;
using Reform.Domain.Organizations;
using Reform.Domain.Values;
using Reform.Grpc.Deadlines;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Casefiles.V1;

namespace Reform.Grpc.CaseFiles;

/// <summary>From the messages of events to events; what is wrong is refused with its path.</summary>
internal static class CaseEventReading
{
    private const int MostTexts = 200;

    private static readonly DateTimeZone Vietnam = DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"];

    public static CaseEvent Event(string field, P.CaseEvent? message)
    {
        if (message is null)
        {
            throw Refusal.RequiredField(field);
        }

        CaseTime at = Time(field + ".at", message.At);
        string kind = field + "." + NameOf(message.EventCase);
        try
        {
            return Kind(kind, message, at) with { By = Word(field + ".by", message.By), Milestone = Word(field + ".milestone", message.Milestone) };
        }
        catch (CaseInputException e)
        {
            // What lies after the receipt is as much about the date of the receipt.
            string? beside = e.Code == "after_receipt" ? field + ".at" : null;
            throw Refusal.InvalidField(kind + "." + e.Field, e.Problem.Vietnamese, e.Problem.English, beside);
        }
        catch (OrganizationInputException e)
        {
            throw Refusal.InvalidField(kind + "." + e.Problems[0].Field, e.Problems[0].Message.Vietnamese, e.Problems[0].Message.English);
        }
    }

    public static CaseTime Time(string field, P.EventTime? time) => OptionalTime(field, time) ?? throw Refusal.RequiredField(field);

    private static CaseTime? OptionalTime(string field, P.EventTime? time) => time?.TimeCase switch
    {
        P.EventTime.TimeOneofCase.Date => CaseTime.On(CivilTimes.RequiredDate(field + ".date", time.Date)),
        P.EventTime.TimeOneofCase.Moment => CaseTime.At(RecordMapping.Moment(field + ".moment", time.Moment), Vietnam),
        _ => null,
    };

    private static CaseEvent Kind(string field, P.CaseEvent message, CaseTime at) => message.EventCase switch
    {
        P.CaseEvent.EventOneofCase.Received => Received(field, message.Received, at),
        P.CaseEvent.EventOneofCase.CompletenessChecked => new CompletenessChecked(at, message.CompletenessChecked.Complete)
        {
            Missing = Texts(field + ".missing", message.CompletenessChecked.Missing),
            ComplexBecause = Word(field + ".complex_because", message.CompletenessChecked.ComplexBecause),
            Blocking = message.CompletenessChecked.Blocking is { } blocking ? Texts(field + ".blocking.found", blocking.Found) : null,
        },
        P.CaseEvent.EventOneofCase.SupplementRequested => new SupplementRequested(at, Texts(field + ".documents", message.SupplementRequested.Documents))
        {
            ConcernsSuppliedPapers = message.SupplementRequested.ConcernsSuppliedPapers,
            AsksForPaper = message.SupplementRequested.AsksForPaper,
        },
        P.CaseEvent.EventOneofCase.SupplementReceived => new SupplementReceived(at) { Documents = Texts(field + ".documents", message.SupplementReceived.Documents) },
        P.CaseEvent.EventOneofCase.StepStarted => new StepStarted(at, message.StepStarted.Step)
        {
            UnitId = Word(field + ".unit", message.StepStarted.Unit),
            Assignee = Word(field + ".assignee", message.StepStarted.Assignee),
        },
        P.CaseEvent.EventOneofCase.StepFinished => new StepFinished(at, message.StepFinished.Step),
        P.CaseEvent.EventOneofCase.StepReturned => new StepReturned(
            at, message.StepReturned.Step, message.StepReturned.ToStep, RequiredWord(field + ".reason", message.StepReturned.Reason))
        {
            UnitId = Word(field + ".unit", message.StepReturned.Unit),
            Assignee = Word(field + ".assignee", message.StepReturned.Assignee),
        },
        P.CaseEvent.EventOneofCase.Transferred => new CaseTransferred(at, RequiredWord(field + ".to_unit", message.Transferred.ToUnit)),
        P.CaseEvent.EventOneofCase.ConsultationRequested => new ConsultationRequested(
            at, RequiredWord(field + ".consultation", message.ConsultationRequested.Consultation), RequiredWord(field + ".unit", message.ConsultationRequested.Unit))
        {
            Limit = message.ConsultationRequested.Limit is { } limit ? TermsMapping.Limit(field + ".limit", limit) : null,
        },
        P.CaseEvent.EventOneofCase.ConsultationAnswered => new ConsultationAnswered(
            at, RequiredWord(field + ".consultation", message.ConsultationAnswered.Consultation)),
        P.CaseEvent.EventOneofCase.Urged => new CaseUrged(at),
        P.CaseEvent.EventOneofCase.Suspended => new CaseSuspended(at, Word(field + ".ground", message.Suspended.Ground) ?? "")
        {
            Basis = RecordMapping.Basis(field + ".basis", message.Suspended.Basis),
            Until = RequestFields.Date(field + ".until", message.Suspended.Until),
        },
        P.CaseEvent.EventOneofCase.Resumed => new CaseResumed(at),
        P.CaseEvent.EventOneofCase.Extended => Extended(field, message.Extended, at),
        P.CaseEvent.EventOneofCase.VoteHeld => Vote(field, message.VoteHeld, at),
        P.CaseEvent.EventOneofCase.Decided => new CaseDecided(at)
        {
            Document = Number(field + ".document", message.Decided.Document),
            EffectiveOn = RequestFields.Date(field + ".effective_on", message.Decided.EffectiveOn),
            DeclaredRelation = Word(field + ".declared_relation", message.Decided.DeclaredRelation),
        },
        P.CaseEvent.EventOneofCase.Refused => new CaseRefused(
            at, Word(field + ".reason", message.Refused.Reason), RecordMapping.Basis(field + ".basis", message.Refused.Basis))
        {
            IsForLateFiling = message.Refused.ForLateFiling,
            DeclaredRelation = Word(field + ".declared_relation", message.Refused.DeclaredRelation),
        },
        P.CaseEvent.EventOneofCase.Withdrawn => new CaseWithdrawn(at),
        P.CaseEvent.EventOneofCase.ResultReturned => new ResultReturned(at),
        P.CaseEvent.EventOneofCase.Notified => new PartyNotified(
            at, About(field + ".about", message.Notified.About), RequiredWord(field + ".to", message.Notified.To))
        { Why = RecordMapping.Text(field + ".why", message.Notified.Why) },
        P.CaseEvent.EventOneofCase.ApologyGiven => new ApologyGiven(
            at, CivilTimes.RequiredDate(field + ".new_appointed_on", message.ApologyGiven.NewAppointedOn), RecordMapping.RequiredText(field + ".why", message.ApologyGiven.Why)),
        P.CaseEvent.EventOneofCase.SatisfactionAnswered => new SatisfactionAnswered(at, message.SatisfactionAnswered.Score),
        P.CaseEvent.EventOneofCase.DocumentRecorded => Document(field, message.DocumentRecorded, at),
        _ => throw Refusal.RequiredField(field[..field.LastIndexOf('.')] + ".event"),
    };

    private static CaseReceived Received(string field, P.CaseReceived message, CaseTime at) => new(
        at, RequiredWord(field + ".procedure", message.Procedure), RequiredWord(field + ".unit", message.Unit), message.Requester)
    {
        Channel = Word(field + ".channel", message.Channel),
        Territory = Word(field + ".territory", message.Territory),
        AppointedAt = OptionalTime(field + ".appointed_at", message.AppointedAt),
        IsSecret = message.Secret,
        Earlier = Earlier(field + ".earlier", message.Earlier),
    };

    private static ValueList<EarlierEvent> Earlier(string field, RepeatedField<P.EarlierEvent> events)
    {
        RequestFields.AtMost(field, events.Count, MostTexts);
        return events.Select((e, i) => new EarlierEvent(
            RequiredWord(RequestFields.At(field, i) + ".milestone", e.Milestone), CivilTimes.RequiredDate(RequestFields.At(field, i) + ".on", e.On))).ToValueList();
    }

    private static CaseExtended Extended(string field, P.CaseExtended message, CaseTime at)
    {
        TimeLimit length = TermsMapping.Limit(field + ".length", message.Length);
        if (length.Unit is TimeUnit.NextEvent or TimeUnit.SameDay or TimeUnit.Immediate)
        {
            throw Refusal.InvalidField(field + ".length.unit", "đơn vị này không có độ dài", "the unit has no length");
        }

        return new CaseExtended(at, length) { Why = RecordMapping.Text(field + ".why", message.Why), Basis = RecordMapping.Basis(field + ".basis", message.Basis) };
    }

    private static VoteHeld Vote(string field, P.VoteHeld message, CaseTime at)
    {
        if (message.InFavour < 0 || message.InFavour > message.Present || message.Present > message.Base)
        {
            throw Refusal.InvalidField(field, "phải có 0 <= số phiếu thuận <= số người dự <= số người để tính", "it has to be that 0 <= in favour <= present <= base");
        }

        return new VoteHeld(at, RequiredWord(field + ".body", message.Body), new Ballot(at.Date, message.Base, message.Present, message.InFavour))
        {
            Step = message.Step == 0 ? null : message.Step > 0 ? message.Step : throw Refusal.InvalidField(field + ".step", "không được âm", "must not be negative"),
        };
    }

    private static DocumentRecorded Document(string field, P.DocumentRecorded message, CaseTime at) => new(at, message.Issued, RequiredWord(field + ".kind", message.Kind))
    {
        Number = Number(field + ".number", message.Number),
        Sha256 = message.Sha256.Length == 0 ? null : message.Sha256,
        Signer = Word(field + ".signer", message.Signer),
        SigningForm = Form(field + ".signing_form", message.SigningForm),
        SignatureStatus = Enum.IsDefined((SignatureStatus)(int)message.SignatureStatus)
            ? (SignatureStatus)(int)message.SignatureStatus
            : throw Refusal.InvalidField(field + ".signature_status", "không có trạng thái này", "there is no such status"),
        Secrecy = Enum.IsDefined((SecrecyClass)(int)message.Secrecy)
            ? (SecrecyClass)(int)message.Secrecy
            : throw Refusal.InvalidField(field + ".secrecy", "không có độ mật này", "there is no such class"),
        IssuedOn = RequestFields.Date(field + ".issued_on", message.IssuedOn),
    };

    private static NoticeSubject About(string field, P.NoticeSubject about) => about switch
    {
        P.NoticeSubject.Result => NoticeSubject.Result,
        P.NoticeSubject.Delay => NoticeSubject.Delay,
        P.NoticeSubject.Other => NoticeSubject.Other,
        P.NoticeSubject.Unspecified => throw Refusal.RequiredField(field),
        _ => throw Refusal.InvalidField(field, "không có nội dung này", "there is no such subject"),
    };

    private static SigningForm? Form(string field, string code)
    {
        if (code.Length == 0)
        {
            return null;
        }

        foreach (SigningForm form in Enum.GetValues<SigningForm>())
        {
            if (RecordMapping.CodeOf(form) == code)
            {
                return form;
            }
        }

        throw Refusal.InvalidField(field, "không có hình thức ký này", "there is no such signing form");
    }

    private static DocumentNumber? Number(string field, string text) => text.Length == 0 ? null
        : DocumentNumber.TryParse(RequiredWord(field, text), out DocumentNumber? number) ? number
        : throw Refusal.InvalidField(field, "không phải số, ký hiệu văn bản", "is no document number");

    private static ValueList<string> Texts(string field, RepeatedField<string> texts)
    {
        RequestFields.AtMost(field, texts.Count, MostTexts);
        return texts.Select((t, i) => RequiredWord(RequestFields.At(field, i), t)).ToValueList();
    }

    private static string? Word(string field, string text) => RecordMapping.Word(field, text);

    private static string RequiredWord(string field, string text) => RecordMapping.RequiredWord(field, text);

    private static string NameOf(P.CaseEvent.EventOneofCase kind) => kind == P.CaseEvent.EventOneofCase.None
        ? "event"
        : System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());
}
