using Grpc.Core;
using NodaTime;
using Reform.Domain.Inspections;
using Reform.Domain.Values;
using Reform.Grpc.Calendars;
using Reform.Grpc.Catalogs;
using Reform.Grpc.Compliance;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Inspections.V1;
using Shortcoming = Reform.Domain.Inspections.Shortcoming;

namespace Reform.Grpc.Inspections;

/// <summary>The service that keeps inspections and what follows from them, proposes whom to inspect, and tells what is late, missing or open.</summary>
internal sealed class InspectionServiceV1(
    FactEdits edits, FactLists lists, InspectionSelecting selecting, InspectionJudging judging, CalendarSelections calendars, IClock clock)
    : InspectionService.InspectionServiceBase
{
    public override Task<EnterInspectionFactsResponse> EnterInspectionFacts(EnterInspectionFactsRequest request, ServerCallContext context) => edits.Enter(
        InspectionKinds.All, [.. Entries(request)], request.Etag, Mutation.Of(request, context),
        (records, revision) => new EnterInspectionFactsResponse { Records = { records }, Revision = revision });

    public override async Task<GetInspectionFactResponse> GetInspectionFact(GetInspectionFactRequest request, ServerCallContext context)
    {
        (InspectionFact fact, long revision) = await lists.Get(InspectionKinds.All, request.Name, request.KnownAt, context.CancellationToken);
        return new GetInspectionFactResponse { Fact = fact, Revision = revision };
    }

    public override async Task<ListInspectionFactsResponse> ListInspectionFacts(ListInspectionFactsRequest request, ServerCallContext context)
    {
        string? unit = FactLists.UnitOf(request.Parent);
        IReadOnlyList<IFactKind> kinds = InspectionKinds.All.Chosen("kind", (int)request.Kind);
        ListPage page = await lists.Page(request, context.CancellationToken);
        (List<InspectionFact> facts, string next) = FactLists.Cut(page, InspectionKinds.All, kinds, unit);
        return new ListInspectionFactsResponse { Facts = { facts }, NextPageToken = next, Revision = page.State.Revision };
    }

    public override async Task<ListInspectionRecordsResponse> ListInspectionRecords(ListInspectionRecordsRequest request, ServerCallContext context)
    {
        string? unit = FactLists.UnitOf(request.Parent);
        IReadOnlyList<IFactKind> kinds = InspectionKinds.All.Chosen("kind", (int)request.Kind);
        ListPage page = await lists.Page(request, context.CancellationToken);
        (List<InspectionRecord> records, string next) = await lists.CutRecords(
            page, kinds, unit, i => new InspectionRecord { Info = i.Info, Fact = InspectionKinds.All.Wrap(i), Standing = i.IsStanding }, r => r.Info,
            context.CancellationToken);
        return new ListInspectionRecordsResponse { Records = { records }, NextPageToken = next, Revision = page.State.Revision };
    }

    public override Task<ProposeSelectionResponse> ProposeSelection(ProposeSelectionRequest request, ServerCallContext context) =>
        selecting.Propose(request, context.CancellationToken);

    public override Task<DrawUnitsResponse> DrawUnits(DrawUnitsRequest request, ServerCallContext context) => Task.FromResult(InspectionSelecting.Draw(request));

    public override async Task<ListOpenShortcomingsResponse> ListOpenShortcomings(ListOpenShortcomingsRequest request, ServerCallContext context)
    {
        string? unit = FactLists.UnitOf(request.Parent);
        LocalDate on = RequestFields.Date("on", request.On) ?? clock.TodayInVietnam();
        LocalDate? before = RequestFields.Date("found_before", request.FoundBefore);
        ListPage page = await lists.Page(request, context.CancellationToken);
        InspectionRegister register = page.State.Inspections;
        IEnumerable<string> units = unit is null ? register.Shortcomings.Select(s => s.UnitId).Distinct(StringComparer.Ordinal) : [unit];
        List<Shortcoming> open = [.. units.SelectMany(u => register.OpenShortcomings(u, on)).Where(s => before is null || s.FoundOn < before)
            .OrderBy(s => s.Id, StringComparer.Ordinal)];
        (List<Reform.Inspections.V1.Shortcoming> items, string next) = page.Cut(open, s => ToProto(InspectionKinds.Shortcoming, page.State, s.Id));
        return new ListOpenShortcomingsResponse { Shortcomings = { items }, NextPageToken = next, Revision = page.State.Revision };
    }

    public override async Task<ListPracticesToCopyResponse> ListPracticesToCopy(ListPracticesToCopyRequest request, ServerCallContext context)
    {
        LocalDate on = RequestFields.Date("on", request.On) ?? clock.TodayInVietnam();
        ListPage page = await lists.Page(request, context.CancellationToken);
        (List<Reform.Inspections.V1.PracticeSpread> items, string next) = page.Cut(page.State.Inspections.PracticesToCopy(on), s => new Reform.Inspections.V1.PracticeSpread
        {
            Practice = ToProto(InspectionKinds.Practice, page.State, s.Practice.Id),
            Replications = { s.Replications.Select(r => ToProto(InspectionKinds.Replication, page.State, r.Id)) },
        });
        return new ListPracticesToCopyResponse { Practices = { items }, NextPageToken = next, Revision = page.State.Revision };
    }

    public override async Task<EvaluateInspectionsResponse> EvaluateInspections(EvaluateInspectionsRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        InspectionQuestion question = InspectionQuestion.Of(request) with
        {
            On = RequestFields.Date("on", request.On) ?? clock.TodayInVietnam(),
            Calendar = request.Calendar.Length == 0 ? CalendarCatalogue.BuiltIn : calendars.Get("calendar", request.Calendar),
        };
        ListPage page = await lists.Page(request, context.CancellationToken);
        SubjectJudging found = judging.Judge(page.State, question);
        (List<Reform.Compliance.V1.SubjectJudgement> items, string next) = page.Cut(found.Judged, j => SubjectJudging.ToProto(j, language));
        return new EvaluateInspectionsResponse { Judgements = { items }, NextPageToken = next, Revision = page.State.Revision, BrokenRules = { found.Broken } };
    }

    /// <summary>The entries of a request.</summary>
    public static IEnumerable<FactEntry<InspectionFact>> Entries(EnterInspectionFactsRequest request) =>
        request.Entries.Select(e => new FactEntry<InspectionFact>(e.Fact, e.Etag, e.StruckOut));

    private static TMessage ToProto<TMessage, TFact>(FactKind<TMessage, TFact> kind, RegisterState state, string id)
        where TMessage : class, Google.Protobuf.IMessage<TMessage>, new()
        where TFact : class => kind.ToProto(kind.Latest(state, id) ?? throw new InvalidOperationException("What the register has is recorded."));
}
