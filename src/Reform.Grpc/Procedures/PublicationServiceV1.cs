using Google.Protobuf.Collections;
using Grpc.Core;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Legal;
using Reform.Domain.Procedures;
using Reform.Domain.Values;
using Reform.Grpc.Calendars;
using Reform.Grpc.Catalogs;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Procedures.V1;
using EffectiveDecider = Reform.Domain.Procedures.EffectiveDecider;
using ProcedureApplication = Reform.Domain.Procedures.ProcedureApplication;
using Publication = Reform.Domain.Procedures.Publication;
using PublicationCell = Reform.Domain.Procedures.PublicationCell;
using PublicationState = Reform.Domain.Procedures.PublicationState;

namespace Reform.Grpc.Procedures;

/// <summary>The service that keeps what units post of procedures, and tells what is wrong with it.</summary>
internal sealed class PublicationServiceV1(FactEdits edits, PublicationEdits publications, FactLists lists, CalendarSelections calendars, IClock clock)
    : PublicationService.PublicationServiceBase
{
    private const int MostNames = 1000;
    private const int MostCells = 100_000;

    public override Task<RecordPublicationsResponse> RecordPublications(RecordPublicationsRequest request, ServerCallContext context) =>
        publications.Record(request, context);

    public override Task<CreatePublicationRuleResponse> CreatePublicationRule(CreatePublicationRuleRequest request, ServerCallContext context) => edits.Create(
        ProcedureKinds.Rule, request.PublicationRuleId, request.PublicationRule, Mutation.Of(request, context),
        (p, r, v) => new CreatePublicationRuleResponse { PublicationRule = p, Record = r, Revision = v });

    public override Task<CorrectPublicationRuleResponse> CorrectPublicationRule(CorrectPublicationRuleRequest request, ServerCallContext context) => edits.Correct(
        ProcedureKinds.Rule, request.Name, request.Etag, request.PublicationRule, request.StruckOut, Mutation.Of(request, context),
        (p, r, v) => new CorrectPublicationRuleResponse { PublicationRule = p, Record = r, Revision = v });

    public override async Task<GetPublicationResponse> GetPublication(GetPublicationRequest request, ServerCallContext context)
    {
        (Reform.Procedures.V1.Publication fact, long revision) = await lists.Get(ProcedureKinds.Publication, request.Name, request.KnownAt, context.CancellationToken);
        return new GetPublicationResponse { Publication = fact, Revision = revision };
    }

    public override async Task<ListPublicationsResponse> ListPublications(ListPublicationsRequest request, ServerCallContext context)
    {
        string? unit = FactLists.UnitOf(request.Parent);
        LocalDate? on = RequestFields.Date("posted_on", request.PostedOn);
        ListPage page = await lists.Page(request, context.CancellationToken);
        string? procedure = ProcedureLists.ProcedureOf(page.State, "procedure", request.Procedure);
        List<Recorded<Publication>> all = [.. ProcedureKinds.Publication.Standing(page.State)
            .Where(p => (unit is null || p.Fact!.UnitId == unit) && (procedure is null || p.Fact!.ProcedureCode == procedure)
                && (on is not LocalDate date || p.Fact!.Posted.Contains(date)))
            .OrderBy(p => p.Fact!.Id, StringComparer.Ordinal)];
        var response = new ListPublicationsResponse { Revision = page.State.Revision };
        (List<Reform.Procedures.V1.Publication> items, response.NextPageToken) = page.Cut(all, ProcedureKinds.Publication.ToProto);
        response.Publications.AddRange(items);
        return response;
    }

    public override async Task<GetProcedureApplicationResponse> GetProcedureApplication(GetProcedureApplicationRequest request, ServerCallContext context)
    {
        (Reform.Procedures.V1.ProcedureApplication fact, long revision) = await lists.Get(ProcedureKinds.Application, request.Name, request.KnownAt, context.CancellationToken);
        return new GetProcedureApplicationResponse { Application = fact, Revision = revision };
    }

    public override async Task<ListProcedureApplicationsResponse> ListProcedureApplications(ListProcedureApplicationsRequest request, ServerCallContext context)
    {
        string? unit = FactLists.UnitOf(request.Parent);
        LocalDate? on = RequestFields.Date("in_force_on", request.InForceOn);
        ListPage page = await lists.Page(request, context.CancellationToken);
        string? procedure = ProcedureLists.ProcedureOf(page.State, "procedure", request.Procedure);
        List<Recorded<ProcedureApplication>> all = [.. ProcedureKinds.Application.Standing(page.State)
            .Where(a => (unit is null || a.Fact!.UnitId == unit) && (procedure is null || a.Fact!.ProcedureCode == procedure)
                && (on is not LocalDate date || a.Fact!.Validity.Contains(date)))
            .OrderBy(a => a.Fact!.Id, StringComparer.Ordinal)];
        var response = new ListProcedureApplicationsResponse { Revision = page.State.Revision };
        (List<Reform.Procedures.V1.ProcedureApplication> items, response.NextPageToken) = page.Cut(all, ProcedureKinds.Application.ToProto);
        response.Applications.AddRange(items);
        return response;
    }

    public override async Task<GetPublicationRuleResponse> GetPublicationRule(GetPublicationRuleRequest request, ServerCallContext context)
    {
        (Reform.Procedures.V1.PublicationRule fact, long revision) = await lists.Get(ProcedureKinds.Rule, request.Name, request.KnownAt, context.CancellationToken);
        return new GetPublicationRuleResponse { PublicationRule = fact, Revision = revision };
    }

    public override async Task<ListPublicationRulesResponse> ListPublicationRules(ListPublicationRulesRequest request, ServerCallContext context)
    {
        ListPage page = await lists.Page(request, context.CancellationToken);
        var response = new ListPublicationRulesResponse { Revision = page.State.Revision };
        (List<Reform.Procedures.V1.PublicationRule> items, response.NextPageToken) = page.Cut(ProcedureKinds.Rule.Standing(page.State), ProcedureKinds.Rule.ToProto);
        response.PublicationRules.AddRange(items);
        return response;
    }

    public override async Task<ListPublicationCellsResponse> ListPublicationCells(ListPublicationCellsRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        LocalDate on = RequestFields.Date("on", request.On) ?? clock.TodayInVietnam();
        WorkCalendar calendar = request.Calendar.Length == 0 ? CalendarCatalogue.BuiltIn : calendars.Get("calendar", request.Calendar);
        PublicationState? wanted = RecordMapping.Optional<PublicationState>("state", request.State);
        List<string> units = Names(ResourceName.Units, "units", request.Units);
        List<string> codes = Names(ProcedureMapping.Collection, "procedures", request.Procedures);
        RequestFields.AtMost("deciders", request.Deciders.Count, MostNames);
        List<EffectiveDecider> deciders = [.. request.Deciders.Select((d, i) => PublicationMapping.Decider(RequestFields.At("deciders", i), d))];
        if (units.Count == 0)
        {
            throw Refusal.RequiredField("units");
        }

        ListPage page = await lists.Page(request, context.CancellationToken);
        for (int i = 0; i < codes.Count; i++)
        {
            _ = page.State.Procedures.Find(codes[i]) ?? throw RegisterRefusal.NotFound(RequestFields.At("procedures", i), request.Procedures[i]);
        }

        codes = codes.Count > 0 ? codes : [.. page.State.Procedures.All.Select(p => p.History.Code)];
        if ((long)units.Count * codes.Count > MostCells)
        {
            throw Refusal.InvalidField("units", "quá 100.000 ô", "makes more than 100,000 cells");
        }

        PublicationMatrix matrix = page.State.Procedures.Publications.MatrixOn(on, units, codes, page.State.Organization, calendar, deciders);
        List<PublicationCell> cells = [.. matrix.Cells.Where(c => (wanted is null || c.State == wanted) && (!request.FindingsOnly || c.Findings.Count > 0))];
        var response = new ListPublicationCellsResponse { Revision = page.State.Revision, Coverage = PublicationMapping.ToProto(matrix.Coverage) };
        (List<Reform.Procedures.V1.PublicationCell> items, response.NextPageToken) = page.Cut(cells, c => PublicationMapping.ToProto(c, language));
        response.Cells.AddRange(items);
        return response;
    }

    public override async Task<ListPublicationRecordsResponse> ListPublicationRecords(ListPublicationRecordsRequest request, ServerCallContext context)
    {
        string? unit = FactLists.UnitOf(request.Parent);
        ListPage page = await lists.Page(request, context.CancellationToken);
        IEnumerable<HistoryItem> all = FactLists.History(ProcedureKinds.Publication, page.State, p => unit is null || p.UnitId == unit)
            .Concat(FactLists.History(ProcedureKinds.Application, page.State, a => unit is null || a.UnitId == unit))
            .Concat(FactLists.History(ProcedureKinds.Rule, page.State, _ => unit is null));
        var response = new ListPublicationRecordsResponse { Revision = page.State.Revision };
        (List<PublicationRecord> records, response.NextPageToken) = await lists.Cut(page, all, ToProto, r => r.Info, context.CancellationToken);
        response.Records.AddRange(records);
        return response;
    }

    private static PublicationRecord ToProto(HistoryItem item)
    {
        var record = new PublicationRecord { Info = item.Info, Standing = item.IsStanding };
        switch (item.Fact)
        {
            case Reform.Procedures.V1.Publication publication:
                record.Publication = publication;
                break;
            case Reform.Procedures.V1.ProcedureApplication application:
                record.Application = application;
                break;
            default:
                record.PublicationRule = (Reform.Procedures.V1.PublicationRule)item.Fact;
                break;
        }

        return record;
    }

    // Each stands once: a cell is a unit and a procedure.
    private static List<string> Names(string collection, string field, RepeatedField<string> names)
    {
        RequestFields.AtMost(field, names.Count, MostNames);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. names.Select((n, i) => ResourceName.In(collection, RequestFields.At(field, i), n)).Where(seen.Add)];
    }
}
