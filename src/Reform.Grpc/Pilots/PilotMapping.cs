using Google.Protobuf.Collections;
using NodaTime;
using Reform.Domain.Pilots;
using Reform.Domain.Values;
using Reform.Grpc.Procedures;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Pilots.V1;

namespace Reform.Grpc.Pilots;

/// <summary>Between proposals, what happened to them, and their messages.</summary>
internal static class PilotMapping
{
    private const int MostItems = 1000;

    public static PilotProposal Proposal(string path, P.PilotProposal message) => new(
        ResourceName.In(PilotKinds.Pilots, path + ".name", message.Name),
        RecordMapping.RequiredText(path + ".title", message.Title),
        ResourceName.In(ResourceName.Units, path + ".unit", message.Unit),
        CivilTimes.RequiredDate(path + ".drafted_on", message.DraftedOn),
        Scope(path + ".scope", message.Scope))
    {
        Gap = RecordMapping.Text(path + ".gap", message.Gap),
        CoveredBy = message.CoveredBy is null ? null : Rules(path + ".covered_by.rules", message.CoveredBy.Rules),
    };

    public static P.PilotProposal ToProto(PilotProposal proposal, string etag) => new()
    {
        Name = ResourceName.Of(PilotKinds.Pilots, proposal.Id),
        Etag = etag,
        Title = RecordMapping.ToProto(proposal.Title),
        Unit = ResourceName.Of(ResourceName.Units, proposal.UnitId),
        DraftedOn = CivilTimes.ToProto(proposal.DraftedOn),
        Scope = ToProto(proposal.Scope),
        Gap = proposal.Gap is BilingualText gap ? RecordMapping.ToProto(gap) : null,
        CoveredBy = proposal.CoveredBy is ValueList<CentralRule> rules
            ? new P.CentralRules { Rules = { rules.Select(r => new P.CentralRule { Number = r.Number, Period = RecordMapping.ToProto(r.Validity) }) } }
            : null,
    };

    public static PilotEvent Event(string path, P.PilotEvent message)
    {
        string id = ResourceName.In(PilotKinds.Events, path + ".name", message.Name);
        string pilot = ResourceName.In(PilotKinds.Pilots, path + ".pilot", message.Pilot);
        LocalDate on = CivilTimes.RequiredDate(path + ".on", message.On);
        string Document(string what, string document) => RecordMapping.RequiredWord(path + "." + what + ".document", document);
        return message.HappenedCase switch
        {
            P.PilotEvent.HappenedOneofCase.BoardDecision => new PilotBoardDecision(
                id, pilot, on, message.BoardDecision.Agrees, message.BoardDecision.HasValid ? message.BoardDecision.Valid : null),
            P.PilotEvent.HappenedOneofCase.Sent => new PilotSent(id, pilot, on, Document("sent", message.Sent.Document)),
            P.PilotEvent.HappenedOneofCase.Approved => new PilotApproved(
                id, pilot, on, Document("approved", message.Approved.Document), Scope(path + ".approved.scope", message.Approved.Scope)),
            P.PilotEvent.HappenedOneofCase.Rejected => new PilotRejected(id, pilot, on, Document("rejected", message.Rejected.Document)),
            P.PilotEvent.HappenedOneofCase.Evaluated => new PilotEvaluated(
                id, pilot, on, Document("evaluated", message.Evaluated.Document),
                RecordMapping.Required<PilotRecommendation>(path + ".evaluated.recommends", message.Evaluated.Recommends)),
            P.PilotEvent.HappenedOneofCase.Stopped => new PilotStopped(id, pilot, on, RecordMapping.RequiredText(path + ".stopped.why", message.Stopped.Why)),
            _ => throw Refusal.RequiredField(path + ".happened"),
        };
    }

    public static P.PilotEvent ToProto(PilotEvent happened, string etag)
    {
        var message = new P.PilotEvent
        {
            Name = ResourceName.Of(PilotKinds.Events, happened.Id),
            Etag = etag,
            Pilot = ResourceName.Of(PilotKinds.Pilots, happened.PilotId),
            On = CivilTimes.ToProto(happened.On),
        };
        switch (happened)
        {
            case PilotBoardDecision decision:
                message.BoardDecision = new P.BoardDecision { Agrees = decision.Agrees };
                if (decision.IsValid is bool valid)
                {
                    message.BoardDecision.Valid = valid;
                }

                break;
            case PilotSent sent:
                message.Sent = new P.SentToCentral { Document = sent.Document };
                break;
            case PilotApproved approved:
                message.Approved = new P.CentralApproval { Document = approved.Document, Scope = ToProto(approved.Scope) };
                break;
            case PilotRejected rejected:
                message.Rejected = new P.CentralRejection { Document = rejected.Document };
                break;
            case PilotEvaluated evaluated:
                message.Evaluated = new P.PilotEvaluation { Document = evaluated.Document, Recommends = (P.PilotRecommendation)((int)evaluated.Recommends + 1) };
                break;
            case PilotStopped stopped:
                message.Stopped = new P.PilotStop { Why = RecordMapping.ToProto(stopped.Why) };
                break;
            default:
                throw new ArgumentException("No such event.", nameof(happened));
        }

        return message;
    }

    /// <summary>A pilot on a date; the proposal and what happened come with their etags.</summary>
    public static P.Pilot ToProto(PilotStanding pilot, RegisterState state) => new()
    {
        Proposal = PilotKinds.Proposal.ToProto(PilotKinds.Proposal.Latest(state, pilot.Proposal.Id)!),
        On = CivilTimes.ToProto(pilot.On),
        State = (P.PilotState)((int)pilot.State + 1),
        Approved = pilot.Approval is PilotApproved approval ? ToProto(approval.Scope) : null,
        EndedOn = RecordMapping.ToProto(pilot.EndedOn),
        Events = { pilot.Events.Select(e => PilotKinds.Event.ToProto(PilotKinds.Event.Latest(state, e.Id)!)) },
    };

    private static PilotScope Scope(string path, P.PilotScope? scope)
    {
        if (scope is null)
        {
            throw Refusal.RequiredField(path);
        }

        return new PilotScope(
            Names(ProcedureMapping.Collection, path + ".procedures", scope.Procedures), Names(ResourceName.Units, path + ".units", scope.Units),
            RecordMapping.Period(path + ".period", scope.Period));
    }

    private static P.PilotScope ToProto(PilotScope scope) => new()
    {
        Procedures = { scope.ProcedureCodes.Select(p => ResourceName.Of(ProcedureMapping.Collection, p)) },
        Units = { scope.UnitIds.Select(u => ResourceName.Of(ResourceName.Units, u)) },
        Period = RecordMapping.ToProto(scope.Period),
    };

    private static ValueList<CentralRule> Rules(string path, RepeatedField<P.CentralRule> rules)
    {
        RequestFields.AtMost(path, rules.Count, MostItems);
        return rules.Select((r, i) => new CentralRule(
            RecordMapping.RequiredWord(RequestFields.At(path, i) + ".number", r.Number), RecordMapping.Period(RequestFields.At(path, i) + ".period", r.Period))).ToValueList();
    }

    private static ValueList<string> Names(string collection, string path, RepeatedField<string> names)
    {
        RequestFields.AtMost(path, names.Count, MostItems);
        return names.Count > 0
            ? names.Select((n, i) => ResourceName.In(collection, RequestFields.At(path, i), n)).ToValueList()
            : throw Refusal.RequiredField(path);
    }
}
