using Grpc.Core;
using Reform.Grpc.Registers;
using Reform.Programmes.V1;

namespace Reform.Grpc.Programmes;

/// <summary>The service that keeps programmes, tells how they stand, adds up, and urges.</summary>
internal sealed class ProgrammeServiceV1(
    FactEdits edits, FactLists lists, ProgrammeQuestions questions, CoordinationQuestions coordination, ProgrammeResults results, ChangeQuestions changes,
    UrgingEdits urging, NoticeWatch watch)
    : ProgrammeService.ProgrammeServiceBase
{
    public override Task<EnterProgrammeFactsResponse> EnterProgrammeFacts(EnterProgrammeFactsRequest request, ServerCallContext context) => edits.Enter(
        ProgrammeKinds.All, [.. Entries(request)], request.Etag, Mutation.Of(request, context),
        (records, revision) => new EnterProgrammeFactsResponse { Records = { records }, Revision = revision });

    public override async Task<GetProgrammeFactResponse> GetProgrammeFact(GetProgrammeFactRequest request, ServerCallContext context)
    {
        (ProgrammeFact fact, long revision) = await lists.Get(ProgrammeKinds.All, request.Name, request.KnownAt, context.CancellationToken);
        return new GetProgrammeFactResponse { Fact = fact, Revision = revision };
    }

    public override async Task<ListProgrammeFactsResponse> ListProgrammeFacts(ListProgrammeFactsRequest request, ServerCallContext context)
    {
        string? unit = FactLists.UnitOf(request.Parent);
        IReadOnlyList<IFactKind> kinds = ProgrammeKinds.All.Chosen("kind", (int)request.Kind);
        ListPage page = await lists.Page(request, context.CancellationToken);
        (List<ProgrammeFact> facts, string next) = FactLists.Cut(page, ProgrammeKinds.All, kinds, unit);
        return new ListProgrammeFactsResponse { Facts = { facts }, NextPageToken = next, Revision = page.State.Revision };
    }

    public override async Task<ListProgrammeRecordsResponse> ListProgrammeRecords(ListProgrammeRecordsRequest request, ServerCallContext context)
    {
        string? unit = FactLists.UnitOf(request.Parent);
        IReadOnlyList<IFactKind> kinds = ProgrammeKinds.All.Chosen("kind", (int)request.Kind);
        ListPage page = await lists.Page(request, context.CancellationToken);
        (List<ProgrammeRecord> records, string next) = await lists.CutRecords(
            page, kinds, unit, i => new ProgrammeRecord { Info = i.Info, Fact = ProgrammeKinds.All.Wrap(i), Standing = i.IsStanding }, r => r.Info,
            context.CancellationToken);
        return new ListProgrammeRecordsResponse { Records = { records }, NextPageToken = next, Revision = page.State.Revision };
    }

    public override Task<GetProgrammeResponse> GetProgramme(GetProgrammeRequest request, ServerCallContext context) =>
        questions.Get(request, context.CancellationToken);

    public override Task<GetTaskMatrixResponse> GetTaskMatrix(GetTaskMatrixRequest request, ServerCallContext context) =>
        questions.Matrix(request, context.CancellationToken);

    public override Task<ListTaskStatusesResponse> ListTaskStatuses(ListTaskStatusesRequest request, ServerCallContext context) =>
        questions.Statuses(request, context.CancellationToken);

    public override Task<GetCoverageResponse> GetCoverage(GetCoverageRequest request, ServerCallContext context) =>
        questions.Coverage(request, context.CancellationToken);

    public override Task<ListPlanCellsResponse> ListPlanCells(ListPlanCellsRequest request, ServerCallContext context) =>
        questions.Cells(request, context.CancellationToken);

    public override Task<ListQuestionStatusesResponse> ListQuestionStatuses(ListQuestionStatusesRequest request, ServerCallContext context) =>
        coordination.Questions(request, context.CancellationToken);

    public override Task<ListConsultationStatusesResponse> ListConsultationStatuses(ListConsultationStatusesRequest request, ServerCallContext context) =>
        coordination.Consultations(request, context.CancellationToken);

    public override Task<GetTaskLatenessResponse> GetTaskLateness(GetTaskLatenessRequest request, ServerCallContext context) =>
        coordination.Lateness(request, context.CancellationToken);

    public override Task<GetTargetGapsResponse> GetTargetGaps(GetTargetGapsRequest request, ServerCallContext context) =>
        changes.Gaps(request, context.CancellationToken);

    public override Task<ListUnitChangesResponse> ListUnitChanges(ListUnitChangesRequest request, ServerCallContext context) =>
        changes.Changes(request, context.CancellationToken);

    public override Task<GetSummaryResponse> GetSummary(GetSummaryRequest request, ServerCallContext context) =>
        results.Summary(request, context.CancellationToken);

    public override Task<GetStarterKitResponse> GetStarterKit(GetStarterKitRequest request, ServerCallContext context) =>
        results.Starter(request, context.CancellationToken);

    public override Task<GetReferenceProgrammeResponse> GetReferenceProgramme(GetReferenceProgrammeRequest request, ServerCallContext context) =>
        Task.FromResult(ReferenceFacts.Of(request.Name));

    public override Task<EvaluateProgrammeResponse> EvaluateProgramme(EvaluateProgrammeRequest request, ServerCallContext context) =>
        results.Evaluate(request, context.CancellationToken);

    public override Task<UrgeTasksResponse> UrgeTasks(UrgeTasksRequest request, ServerCallContext context) => urging.Urge(request, context);

    public override Task<ListNoticesResponse> ListNotices(ListNoticesRequest request, ServerCallContext context) =>
        watch.List(request, context.CancellationToken);

    public override Task WatchNotices(WatchNoticesRequest request, IServerStreamWriter<WatchNoticesResponse> responseStream, ServerCallContext context) =>
        watch.Run(request, responseStream, context.CancellationToken);

    /// <summary>The entries of a request.</summary>
    public static IEnumerable<FactEntry<ProgrammeFact>> Entries(EnterProgrammeFactsRequest request) =>
        request.Entries.Select(e => new FactEntry<ProgrammeFact>(e.Fact, e.Etag, e.StruckOut));
}
