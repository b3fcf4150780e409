using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Values;
using Reform.Grpc.Rpc;
using CaseTime = Reform.Domain.Cases.CaseTime;
using LoggedDeadline = Reform.Domain.Cases.LoggedDeadline;
using ProtoCase = Reform.Cases.V1.LoggedCase;
using ProtoChange = Reform.Cases.V1.LoggedDeadline;
using ProtoEvent = Reform.Cases.V1.LoggedEvent;
using ProtoFinding = Reform.Cases.V1.DataQualityFinding;
using ProtoTime = Reform.Cases.V1.CaseTime;

namespace Reform.Grpc.Cases;

/// <summary>Between case files and their messages; the messages are also how cases are kept.</summary>
internal static class CaseMapping
{
    public static ProtoCase ToProto(LoggedCase file)
    {
        var message = new ProtoCase
        {
            CaseId = file.Id,
            Line = file.Line,
            Receipt = ToProto(file.Receipt),
            Deadline = ToProto(file.Deadline),
            PlannedEnd = ToProto(file.PlannedEnd),
            End = ToProto(file.End),
        };
        Set(file.Responsible, v => message.Responsible = v);
        Set(file.UnitId, v => message.Unit = v);
        Set(file.ProcedureCode, v => message.Procedure = v);
        Set(file.Outcome, v => message.Outcome = v);
        Set(file.OutcomeReason, v => message.OutcomeReason = v);
        Set(file.Requester, v => message.Requester = v);
        Set(file.Territory, v => message.Territory = v);
        message.Events.AddRange(file.Events.Select(ToProto));
        Set(file.Term, v => message.Term = v);
        message.UnreadableTimes.AddRange(file.UnreadableTimes);
        message.DeadlineChanges.AddRange(file.DeadlineChanges.Select(c => new ProtoChange { From = ToProto(c.From), Deadline = ToProto(c.Deadline) }));
        return message;
    }

    public static LoggedCase FromProto(ProtoCase message, DateTimeZone zone) => new()
    {
        Id = message.CaseId,
        Line = message.Line,
        Receipt = FromProto(message.Receipt, zone),
        Deadline = FromProto(message.Deadline, zone),
        PlannedEnd = FromProto(message.PlannedEnd, zone),
        End = FromProto(message.End, zone),
        Responsible = message.HasResponsible ? message.Responsible : null,
        UnitId = message.HasUnit ? message.Unit : null,
        ProcedureCode = message.HasProcedure ? message.Procedure : null,
        Outcome = message.HasOutcome ? message.Outcome : null,
        OutcomeReason = message.HasOutcomeReason ? message.OutcomeReason : null,
        Requester = message.HasRequester ? message.Requester : null,
        Territory = message.HasTerritory ? message.Territory : null,
        Term = message.HasTerm ? message.Term : null,
        DeadlineChanges = message.DeadlineChanges.Select(c => new LoggedDeadline(FromProto(c.From, zone), FromProto(c.Deadline, zone)!)).ToValueList(),
        Events = message.Events.Select(e => FromProto(e, zone)).ToValueList(),
        UnreadableTimes = message.UnreadableTimes.ToValueList(),
    };

    /// <summary>The message as clients see it, with its resource name.</summary>
    public static ProtoCase Named(byte[] stored, string caseLogId)
    {
        ProtoCase message = ProtoCase.Parser.ParseFrom(stored);
        message.Name = ResourceName.OfCase(caseLogId, message.CaseId);
        return message;
    }

    public static ProtoFinding ToProto(Domain.Cases.DataQualityFinding finding) => new()
    {
        Code = finding.Code,
        Field = finding.Field,
        MessageVi = finding.Message.Vietnamese,
        MessageEn = finding.Message.English,
        Count = finding.Count,
        Lines = { finding.Lines },
    };

    public static Google.Type.Date ToProto(LocalDate date) => new() { Year = date.Year, Month = date.Month, Day = date.Day };

    private static ProtoEvent ToProto(Domain.Cases.LoggedEvent e)
    {
        var message = new ProtoEvent { Line = e.Line, Time = ToProto(e.Time), Due = ToProto(e.Due), Started = ToProto(e.Started) };
        Set(e.Activity, v => message.Activity = v);
        Set(e.Resource, v => message.Resource = v);
        Set(e.Position, v => message.Position = v);
        return message;
    }

    private static Domain.Cases.LoggedEvent FromProto(ProtoEvent message, DateTimeZone zone) => new(
        message.Line,
        message.HasActivity ? message.Activity : null,
        FromProto(message.Time, zone),
        message.HasResource ? message.Resource : null,
        message.HasPosition ? message.Position : null)
    { Due = FromProto(message.Due, zone), Started = FromProto(message.Started, zone) };

    private static ProtoTime? ToProto(CaseTime? time)
    {
        if (time is null)
        {
            return null;
        }

        var message = new ProtoTime { Date = ToProto(time.Date) };
        if (time.Instant is Instant instant)
        {
            long seconds = instant.ToUnixTimeSeconds();
            message.Instant = new Google.Protobuf.WellKnownTypes.Timestamp
            {
                Seconds = seconds,
                Nanos = (int)(instant - Instant.FromUnixTimeSeconds(seconds)).TotalNanoseconds,
            };
        }

        if (time.WrittenOffset is Offset offset)
        {
            message.WrittenOffsetSeconds = offset.Seconds;
        }

        return message;
    }

    private static CaseTime? FromProto(ProtoTime? message, DateTimeZone zone)
    {
        if (message is null)
        {
            return null;
        }

        if (message.Instant is null)
        {
            return CaseTime.On(new LocalDate(message.Date.Year, message.Date.Month, message.Date.Day));
        }

        Instant instant = Instant.FromUnixTimeSeconds(message.Instant.Seconds).PlusNanoseconds(message.Instant.Nanos);
        return CaseTime.At(instant, zone, message.HasWrittenOffsetSeconds ? Offset.FromSeconds(message.WrittenOffsetSeconds) : null);
    }

    private static void Set(string? value, Action<string> assign)
    {
        if (value is not null)
        {
            assign(value);
        }
    }
}
