using NodaTime;
using Reform.Domain.Deadlines;
using Reform.Domain.Values;
using Reform.Grpc.Rpc;
using ChangedDay = Reform.Domain.Deadlines.ChangedDay;
using Deadline = Reform.Domain.Deadlines.Deadline;
using DueKind = Reform.Domain.Deadlines.DueKind;
using ProtoAmount = Reform.Deadlines.V1.TimeAmount;
using ProtoChangedDay = Reform.Deadlines.V1.ChangedDay;
using ProtoDeadline = Reform.Deadlines.V1.Deadline;
using ProtoDueKind = Reform.Deadlines.V1.DueKind;
using ProtoEffect = Reform.Deadlines.V1.SuspensionEffect;
using ProtoLevel = Reform.Deadlines.V1.WarningLevel;
using ProtoOutcome = Reform.Deadlines.V1.SuspensionOutcome;
using ProtoPart = Reform.Deadlines.V1.TimePart;
using ProtoReason = Reform.Explanations.V1.Reason;
using ProtoStanding = Reform.Deadlines.V1.Standing;
using ProtoState = Reform.Deadlines.V1.DeadlineState;
using ProtoSuspension = Reform.Deadlines.V1.Suspension;
using Reason = Reform.Domain.Explanations.Reason;
using Suspension = Reform.Domain.Deadlines.Suspension;
using SuspensionEffect = Reform.Domain.Deadlines.SuspensionEffect;
using TimeAmount = Reform.Domain.Deadlines.TimeAmount;
using WarningLevel = Reform.Domain.Deadlines.WarningLevel;

namespace Reform.Grpc.Deadlines;

/// <summary>From deadlines to their messages, in one language; the explanation only when it is asked for.</summary>
internal readonly struct DeadlineMapping(Language language, bool explain)
{
    public ProtoDeadline ToProto(in Deadline deadline, LocalDateTime? asOf = null, LocalDateTime? deliveredAt = null)
    {
        var message = new ProtoDeadline
        {
            Provisional = deadline.IsProvisional,
            Suspended = deadline.IsSuspended,
            AwaitsEvent = deadline.AwaitsEvent,
            Calendar = ResourceName.OfCalendar(deadline.Calendar.Id),
            CalendarVersion = deadline.CalendarVersion,
        };
        if (deadline.HasDue)
        {
            message.DueKind = deadline.DueKind == DueKind.Instant ? ProtoDueKind.Instant : ProtoDueKind.Date;
            message.DueDate = CivilTimes.ToProto(deadline.DueDate);
            message.DueAt = CivilTimes.ToProto(deadline.DueAt);
            message.UnrolledDate = CivilTimes.ToProto(deadline.UnrolledDate);
        }

        if (asOf is LocalDateTime now)
        {
            message.Standing = StandingOf(deadline, now, deliveredAt);
        }

        if (explain)
        {
            message.Explanation.AddRange(Reasons(deadline.Explain()));
        }

        return message;
    }

    public IEnumerable<ProtoReason> Reasons(ValueList<Reason> reasons)
    {
        Language its = language;
        return reasons.Select(r => ReasonMapping.ToProto(r, its));
    }

    public ProtoChangedDay ToProto(ChangedDay day) => new()
    {
        Date = CivilTimes.ToProto(day.Date),
        Before = ReasonMapping.ToProto(day.Before, language),
        After = ReasonMapping.ToProto(day.After, language),
    };

    public ProtoEffect ToProto(SuspensionEffect effect) => new()
    {
        Suspension = ToProto(effect.Suspension),
        Outcome = (ProtoOutcome)((int)effect.Outcome + 1), // numbered alike, from 1 on; a test compares the names
        DaysNotCounted = effect.DaysNotCounted,
    };

    private ProtoSuspension ToProto(Suspension suspension) => new()
    {
        FromDate = CivilTimes.ToProto(suspension.From),
        ToDate = suspension.To is LocalDate to ? CivilTimes.ToProto(to) : null,
        Cause = suspension.Why?.In(language) ?? "",
        Basis = suspension.Basis?.Citation.In(language) ?? "",
    };

    private ProtoStanding StandingOf(in Deadline deadline, LocalDateTime now, LocalDateTime? deliveredAt)
    {
        DeadlineStatus status;
        try
        {
            status = deadline.StatusAt(now, deliveredAt);
        }
        catch (InvalidTermsException e)
        {
            throw Refusal.InvalidField("question.delivered_at", e.Reason.Sentence.Vietnamese, e.Reason.Sentence.English);
        }

        var standing = new ProtoStanding
        {
            State = (ProtoState)((int)status.State + 1), // numbered alike, from 1 on; a test compares the names
            Warnings = { deadline.WarningsAt(now).Select(ToProto) },
        };
        if (deadline.Direction == CountDirection.Forward)
        {
            standing.Used = ToProto(deadline.UsedAt(now));
            standing.Remaining = ToProto(deadline.RemainingAt(now));
        }

        return standing;
    }

    private ProtoAmount ToProto(TimeAmount amount) => new()
    {
        Parts = { amount.Parts.Select(p => new ProtoPart { Amount = p.Amount, Unit = TermsMapping.ToProto(p.Unit) }) },
        Text = amount.Text.In(language),
    };

    private static ProtoLevel ToProto(WarningLevel level) => level.Measure switch
    {
        WarningMeasure.PercentUsed => new ProtoLevel { PercentUsed = level.Amount },
        WarningMeasure.WorkingDaysBefore => new ProtoLevel { WorkingDaysBefore = level.Amount },
        _ => new ProtoLevel { CalendarDaysBefore = level.Amount },
    };
}
