using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Explanations;
using Reform.Domain.Procedures;
using Reform.Domain.Values;
using Reform.Grpc.Calendars;
using Reform.Grpc.Catalogs;
using Reform.Grpc.Pilots;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Procedures.V1;
using UnitVariant = Reform.Domain.Procedures.UnitVariant;

namespace Reform.Grpc.Procedures;

/// <summary>The service that tells of procedures and publishes them.</summary>
internal sealed class ProcedureServiceV1(FactEdits edits, FactLists lists, CalendarSelections calendars, IClock clock)
    : ProcedureService.ProcedureServiceBase
{
    private const int MostVariants = 100;

    public override async Task<GetProcedureResponse> GetProcedure(GetProcedureRequest request, ServerCallContext context)
    {
        (Published published, ProcedureVersion version) = await InForce("name", request.Name, request.On, request.KnownAt, context);
        return new GetProcedureResponse { Procedure = ProcedureMapping.ToProto(published, version) };
    }

    public override async Task<ListProceduresResponse> ListProcedures(ListProceduresRequest request, ServerCallContext context)
    {
        ListPage page = await lists.Page(request, context.CancellationToken);
        var response = new ListProceduresResponse { Revision = page.State.Revision };
        (List<ProcedureSummary> items, response.NextPageToken) = page.Cut([.. page.State.Procedures.All], ProcedureMapping.ToSummary);
        response.Procedures.AddRange(items);
        return response;
    }

    public override async Task<ListProcedureVersionsResponse> ListProcedureVersions(ListProcedureVersionsRequest request, ServerCallContext context)
    {
        Published published = await Get("parent", request.Parent, request.KnownAt, context);
        return new ListProcedureVersionsResponse { Versions = { published.History.Versions.Select(v => ProcedureMapping.ToProto(published, v)) } };
    }

    public override async Task<CompareProcedureVersionsResponse> CompareProcedureVersions(CompareProcedureVersionsRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        LocalDate before = CivilTimes.RequiredDate("before", request.Before);
        LocalDate after = CivilTimes.RequiredDate("after", request.After);
        if (after < before)
        {
            throw Refusal.InvalidField("after", "không được trước ngày 'before'", "must not lie before 'before'");
        }

        BilingualText? reason = RecordMapping.Text("reason", request.Reason);
        (long, string?, Domain.Indicators.UnitCosts)? savings = SavingsMapping.Read(request.Savings);
        Published published = await Get("name", request.Name, request.KnownAt, context);
        ProcedureVersion then = published.History.InForceOn(before) ?? throw DefinitionReading.NotInForce("before");
        ProcedureVersion now = request.Draft.IsEmpty
            ? published.History.InForceOn(after) ?? throw DefinitionReading.NotInForce("after")
            : DefinitionReading.VersionOf("draft", request.Draft, published.History.Code, after);
        var comparison = VersionComparison.Of(then, before, now, after, reason);
        CompareProcedureVersionsResponse response = ComparisonMapping.ToProto(comparison, then, before, now, after, language);
        response.Savings = SavingsMapping.ToProto(comparison, savings);
        return response;
    }

    public override async Task<CompareUnitVariantsResponse> CompareUnitVariants(CompareUnitVariantsRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        LocalDate on = RequestFields.Date("on", request.On) ?? Today;
        RequestFields.AtMost("variants", request.Variants.Count, MostVariants);
        if (request.Variants.Count == 0)
        {
            throw Refusal.RequiredField("variants");
        }

        Published published = await Get("name", request.Name, request.KnownAt, context);
        ProcedureVersion issued = published.History.InForceOn(on) ?? throw DefinitionReading.NotInForce("on");
        List<UnitVariant> variants = [.. request.Variants.Select((v, i) =>
        {
            string field = RequestFields.At("variants", i);
            return new UnitVariant(
                ResourceName.In(ResourceName.Units, field + ".unit", v.Unit),
                DefinitionReading.VersionOf(field + ".content", v.Content, published.History.Code, on),
                RecordMapping.Basis(field + ".authority", v.Authority));
        })];
        return new CompareUnitVariantsResponse { Units = { Uniformity.Of(issued, variants, on).Select(d => ComparisonMapping.ToProto(d, language)) } };
    }

    public override async Task<ReviewProcedureResponse> ReviewProcedure(ReviewProcedureRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        LocalDate on = RequestFields.Date("on", request.On) ?? Today;
        WorkCalendar calendar = request.Calendar.Length == 0 ? CalendarCatalogue.BuiltIn : calendars.Get("calendar", request.Calendar);
        (Published published, ProcedureVersion version) = await InForce("name", request.Name, request.On, request.KnownAt, context);
        ProcedureVersion? superior = null;
        if (request.Superior.Length > 0)
        {
            superior = (await Get("superior", request.Superior, request.KnownAt, context)).History.InForceOn(on) ?? throw DefinitionReading.NotInForce("superior");
        }

        RegisterState state = await lists.At(request.KnownAt, context.CancellationToken);
        IEnumerable<Reason> findings = ProcedureReview.Of(version, published.File, on)
            .Concat(PilotReview.Of(published.History, version, state.Pilots, on))
            .Concat(LevelReview.StepsAgainstTotal(version, on))
            .Concat(LevelReview.DocumentsThatExpire(version, on, calendar))
            .Concat(superior is null ? [] : LevelReview.AgainstSuperior(version, superior, on));
        return new ReviewProcedureResponse { Findings = { ProcedureMapping.ToProto(findings, language) }, Burden = ComparisonMapping.BurdenOf(version, on) };
    }

    public override async Task<ValidateProcedureResponse> ValidateProcedure(ValidateProcedureRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        (Domain.Procedures.Procedure history, ProcedureCatalogue file) = DefinitionReading.Read("content", request.Content);
        ProcedureVersion last = history.Versions[^1];
        RegisterState state = await lists.At(null, context.CancellationToken);
        IEnumerable<Reason> findings = ProcedureReview.Of(last, file, Today).Concat(PilotReview.Of(history, last, state.Pilots, Today));
        return new ValidateProcedureResponse { Code = history.Code, Findings = { ProcedureMapping.ToProto(findings, language) } };
    }

    public override Task<PublishProcedureResponse> PublishProcedure(PublishProcedureRequest request, ServerCallContext context)
    {
        string code = ResourceName.Identifier("content", DefinitionReading.Read("content", request.Content).History.Code);
        var mutation = Mutation.Of(request, context);
        return edits.Do(mutation, state =>
        {
            if (request.Etag != (state.Procedures.Find(code)?.Etag ?? ""))
            {
                throw Refusal.EtagMismatch(ResourceName.Of(ProcedureMapping.Collection, code));
            }

            var entries = new RegisterEntries();
            entries.Add(
                ProcedureKinds.Definition.List, RegisterEntries.NewId(ProcedureKinds.Definition.List),
                new BytesValue { Value = request.Content }, null, "content", _ => "content");
            return entries;
        }, (after, entries) =>
        {
            Published published = after.Procedures.Find(code)!;
            return new PublishProcedureResponse
            {
                Procedure = ProcedureMapping.ToProto(published, published.History.Versions[^1]),
                Record = FactEdits.Info(entries, after, mutation),
                Revision = after.Revision,
            };
        });
    }

    private LocalDate Today => clock.TodayInVietnam();

    private async Task<Published> Get(string field, string name, Timestamp? knownAt, ServerCallContext context)
    {
        ResourceName.In(ProcedureMapping.Collection, field, name);
        return ProcedureLists.Procedure(await lists.At(knownAt, context.CancellationToken), field, name);
    }

    private async Task<(Published Published, ProcedureVersion Version)> InForce(
        string field, string name, Google.Type.Date? on, Timestamp? knownAt, ServerCallContext context)
    {
        LocalDate date = RequestFields.Date("on", on) ?? Today;
        Published published = await Get(field, name, knownAt, context);
        return (published, published.History.InForceOn(date) ?? throw DefinitionReading.NotInForce("on"));
    }
}
