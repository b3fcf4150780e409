using Grpc.Core;
using NodaTime;
using Reform.Domain.Compliance;
using Reform.Domain.Pilots;
using Reform.Domain.Values;
using Reform.Grpc.CaseFiles;
using Reform.Grpc.Compliance;
using Reform.Grpc.Procedures;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Pilots.V1;
using PilotState = Reform.Domain.Pilots.PilotState;

namespace Reform.Grpc.Pilots;

/// <summary>The service that keeps pilots and what happened to them, and tells how they stand and what they allow.</summary>
internal sealed class PilotServiceV1(FactEdits edits, FactLists lists, RuleBooks books, BrokenRuleLog log, IClock clock) : PilotService.PilotServiceBase
{
    private const int MostCases = 1000;

    public override Task<EnterPilotFactsResponse> EnterPilotFacts(EnterPilotFactsRequest request, ServerCallContext context) => edits.Enter(
        PilotKinds.All, [.. Entries(request)], request.Etag, Mutation.Of(request, context),
        (records, revision) => new EnterPilotFactsResponse { Records = { records }, Revision = revision });

    public override async Task<GetPilotFactResponse> GetPilotFact(GetPilotFactRequest request, ServerCallContext context)
    {
        (PilotFact fact, long revision) = await lists.Get(PilotKinds.All, request.Name, request.KnownAt, context.CancellationToken);
        return new GetPilotFactResponse { Fact = fact, Revision = revision };
    }

    public override async Task<ListPilotFactsResponse> ListPilotFacts(ListPilotFactsRequest request, ServerCallContext context)
    {
        string? unit = FactLists.UnitOf(request.Parent);
        IReadOnlyList<IFactKind> kinds = PilotKinds.All.Chosen("kind", (int)request.Kind);
        ListPage page = await lists.Page(request, context.CancellationToken);
        (List<PilotFact> facts, string next) = FactLists.Cut(page, PilotKinds.All, kinds, unit);
        return new ListPilotFactsResponse { Facts = { facts }, NextPageToken = next, Revision = page.State.Revision };
    }

    public override async Task<ListPilotRecordsResponse> ListPilotRecords(ListPilotRecordsRequest request, ServerCallContext context)
    {
        string? unit = FactLists.UnitOf(request.Parent);
        IReadOnlyList<IFactKind> kinds = PilotKinds.All.Chosen("kind", (int)request.Kind);
        ListPage page = await lists.Page(request, context.CancellationToken);
        (List<PilotRecord> records, string next) = await lists.CutRecords(
            page, kinds, unit, i => new PilotRecord { Info = i.Info, Fact = PilotKinds.All.Wrap(i), Standing = i.IsStanding }, r => r.Info, context.CancellationToken);
        return new ListPilotRecordsResponse { Records = { records }, NextPageToken = next, Revision = page.State.Revision };
    }

    public override async Task<GetPilotResponse> GetPilot(GetPilotRequest request, ServerCallContext context)
    {
        string id = ResourceName.In(PilotKinds.Pilots, "name", request.Name);
        LocalDate on = RequestFields.Date("on", request.On) ?? clock.TodayInVietnam();
        RegisterState state = await lists.At(request.KnownAt, context.CancellationToken);
        PilotStanding pilot = state.Pilots.On(id, on) ?? throw RegisterRefusal.NotFound("name", request.Name);
        return new GetPilotResponse { Pilot = PilotMapping.ToProto(pilot, state), Revision = state.Revision };
    }

    public override async Task<ListPilotsResponse> ListPilots(ListPilotsRequest request, ServerCallContext context)
    {
        string? unit = FactLists.UnitOf(request.Parent);
        LocalDate on = RequestFields.Date("on", request.On) ?? clock.TodayInVietnam();
        PilotState? wanted = RecordMapping.Optional<PilotState>("state", request.State);
        ListPage page = await lists.Page(request, context.CancellationToken);
        List<PilotStanding> all = [.. page.State.Pilots.On(on).Where(p => (unit is null || p.Proposal.UnitId == unit) && (wanted is null || p.State == wanted))];
        (List<Pilot> pilots, string next) = page.Cut(all, p => PilotMapping.ToProto(p, page.State));
        return new ListPilotsResponse { Pilots = { pilots }, NextPageToken = next, Revision = page.State.Revision };
    }

    public override async Task<CheckPermissionResponse> CheckPermission(CheckPermissionRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        string pilot = ResourceName.In(PilotKinds.Pilots, "pilot", request.Pilot);
        string procedure = ResourceName.In(ProcedureMapping.Collection, "procedure", request.Procedure);
        string unit = ResourceName.In(ResourceName.Units, "unit", request.Unit);
        LocalDate on = RequestFields.Date("on", request.On) ?? clock.TodayInVietnam();
        RegisterState state = await lists.At(request.KnownAt, context.CancellationToken);
        PilotPermission permission = state.Pilots.MayDeviate(pilot, procedure, unit, on);
        return new CheckPermissionResponse { Allowed = permission.IsAllowed, Reason = ReasonMapping.ToProto(permission.Reason, language), Revision = state.Revision };
    }

    public override async Task<EvaluatePilotsResponse> EvaluatePilots(EvaluatePilotsRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        LocalDate on = RequestFields.Date("on", request.On) ?? clock.TodayInVietnam();
        var found = new SubjectJudging(books, log, FactLists.UnitOf(request.Parent), request.IncludePassed);
        RequestFields.AtMost("cases", request.Cases.Count, MostCases);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        List<Func<PilotRegister, (PilotCaseFacts, string)>> cases = [.. request.Cases.Select((c, i) => Case(RequestFields.At("cases", i), c, on, seen))];
        ListPage page = await lists.Page(request, context.CancellationToken);
        PilotRegister register = page.State.Pilots;
        found.Judge(register.On(on).Select(p => (PilotFacts.Of(p), ResourceName.Of(PilotKinds.Pilots, p.Proposal.Id))));
        found.Judge(cases.Select(c => c(register)));
        (List<Reform.Compliance.V1.SubjectJudgement> items, string next) = page.Cut(found.Judged, j => SubjectJudging.ToProto(j, language));
        return new EvaluatePilotsResponse { Judgements = { items }, NextPageToken = next, Revision = page.State.Revision, BrokenRules = { found.Broken } };
    }

    /// <summary>The entries of a request.</summary>
    public static IEnumerable<FactEntry<PilotFact>> Entries(EnterPilotFactsRequest request) =>
        request.Entries.Select(e => new FactEntry<PilotFact>(e.Fact, e.Etag, e.StruckOut));

    // Everything of the request is read before the registers are asked.
    private static Func<PilotRegister, (PilotCaseFacts Facts, string Name)> Case(string field, PilotCase stated, LocalDate asOf, HashSet<string> seen)
    {
        string id = ResourceName.In(CaseFileMapping.Collection, field + ".case", stated.Case);
        string pilot = ResourceName.In(PilotKinds.Pilots, field + ".pilot", stated.Pilot);
        string procedure = ResourceName.In(ProcedureMapping.Collection, field + ".procedure", stated.Procedure);
        string unit = ResourceName.In(ResourceName.Units, field + ".unit", stated.Unit);
        LocalDate? received = RequestFields.Date(field + ".received_on", stated.ReceivedOn);
        LocalDate? ended = RequestFields.Date(field + ".ended_on", stated.EndedOn);
        if (ended < received)
        {
            throw Refusal.InvalidField(field + ".ended_on", "không được trước ngày tiếp nhận", "must not lie before 'received_on'");
        }

        return seen.Add(id)
            ? register => (PilotCaseFacts.Of(register, asOf, pilot, id, procedure, unit, received, ended), ResourceName.Of(CaseFileMapping.Collection, id))
            : throw Refusal.InvalidField(field + ".case", "hồ sơ nêu hai lần", "stands twice");
    }
}
