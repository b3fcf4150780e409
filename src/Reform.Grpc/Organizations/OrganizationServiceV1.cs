using Grpc.Core;
using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Organizations.V1;
using Appointment = Reform.Domain.Organizations.Appointment;
using LiveMatter = Reform.Domain.Organizations.LiveMatter;
using Position = Reform.Domain.Organizations.Position;

namespace Reform.Grpc.Organizations;

/// <summary>The service that keeps units, positions, persons and what ties them.</summary>
internal sealed class OrganizationServiceV1(RegisterStore store, OrganizationEdits edits) : OrganizationService.OrganizationServiceBase
{
    private const int MostMatters = 10_000;
    private const int MostTreeUnits = 20_000;
    private const int MostBlockLength = 1000;

    public override Task<CreateUnitResponse> CreateUnit(CreateUnitRequest request, ServerCallContext context) => edits.Create(request, context);

    public override Task<UpdateUnitResponse> UpdateUnit(UpdateUnitRequest request, ServerCallContext context) => edits.Update(request, context);

    public override Task<CreatePositionResponse> CreatePosition(CreatePositionRequest request, ServerCallContext context) => edits.Create(request, context);

    public override Task<UpdatePositionResponse> UpdatePosition(UpdatePositionRequest request, ServerCallContext context) => edits.Update(request, context);

    public override Task<CreateAppointmentResponse> CreateAppointment(CreateAppointmentRequest request, ServerCallContext context) =>
        edits.Create(request, context);

    public override Task<UpdateAppointmentResponse> UpdateAppointment(UpdateAppointmentRequest request, ServerCallContext context) =>
        edits.Update(request, context);

    public override Task<RecordOrganizationFactsResponse> RecordOrganizationFacts(RecordOrganizationFactsRequest request, ServerCallContext context) =>
        edits.Record(request, context);

    public override async Task<GetUnitResponse> GetUnit(GetUnitRequest request, ServerCallContext context)
    {
        string id = ResourceName.In(ResourceName.Units, "name", request.Name);
        LocalDate? on = RequestFields.Date("on", request.On);
        RegisterState state = await At(request.KnownAt, context);
        Recorded<OrganizationUnit> record = StandingRecords.Of(state.Organization).Unit(id) ?? throw RegisterRefusal.NotFound("name", request.Name);
        var response = new GetUnitResponse { Unit = OrganizationMapping.Unit(record.Fact!, record.Id), Revision = state.Revision };
        if (on is LocalDate date)
        {
            Ask(() =>
            {
                BilingualText name = record.Fact!.NameOn(date);
                response.DisplayNameVi = name.Vietnamese;
                response.DisplayNameEn = name.English;
                response.Exists = state.Organization.ExistsOn(id, date);
                response.Parent = response.Exists ? OrganizationAnswers.OptionalUnit(state.Organization.ParentOf(id, date)) : "";
                if (response.Exists && state.Organization.HeadOf(id, date) is Appointment head)
                {
                    response.Head = ToProto(state, head);
                }

                return true;
            });
        }

        return response;
    }

    public override async Task<ListUnitsResponse> ListUnits(ListUnitsRequest request, ServerCallContext context)
    {
        string? parent = Parent(request.Parent);
        LocalDate? on = RequestFields.Date("on", request.On);
        if (parent is not null && on is null)
        {
            throw Refusal.RequiredField("on");
        }

        ListUnitsRequest asked = request.Clone();
        (asked.PageSize, asked.PageToken) = (0, "");
        ListPage page = await ListPage.Open(store, asked, request.PageSize, request.PageToken, RecordMapping.KnownAt(request.KnownAt), context.CancellationToken);
        OrganizationRegister register = page.State.Organization;
        RequireUnit(register, "parent", parent);
        IEnumerable<OrganizationUnit> units = Ask(() => (parent, on) switch
        {
            (_, null) => register.Units,
            (null, LocalDate date) => register.UnitsOn(date),
            (string root, LocalDate date) => register.TreeOn(date) is UnitTree tree && tree.Contains(root) ? tree.Within(root) : [],
        });
        StandingRecords records = StandingRecords.Of(register);
        var response = new ListUnitsResponse { Revision = page.State.Revision };
        (List<Unit> items, response.NextPageToken) =
            page.Cut([.. units.OrderBy(u => u.Id, StringComparer.Ordinal)], u => OrganizationMapping.Unit(u, records.Unit(u.Id)!.Id));
        response.Units.AddRange(items);
        return response;
    }

    public override async Task<GetPositionResponse> GetPosition(GetPositionRequest request, ServerCallContext context)
    {
        string id = ResourceName.In(ResourceName.Positions, "name", request.Name);
        RegisterState state = await At(request.KnownAt, context);
        Recorded<Position> record = StandingRecords.Of(state.Organization).Position(id) ?? throw RegisterRefusal.NotFound("name", request.Name);
        return new GetPositionResponse { Position = OrganizationMapping.Position(record.Fact!, record.Id), Revision = state.Revision };
    }

    public override async Task<ListPositionsResponse> ListPositions(ListPositionsRequest request, ServerCallContext context)
    {
        string? parent = Parent(request.Parent);
        ListPositionsRequest asked = request.Clone();
        (asked.PageSize, asked.PageToken) = (0, "");
        ListPage page = await ListPage.Open(store, asked, request.PageSize, request.PageToken, RecordMapping.KnownAt(request.KnownAt), context.CancellationToken);
        RequireUnit(page.State.Organization, "parent", parent);
        StandingRecords records = StandingRecords.Of(page.State.Organization);
        var response = new ListPositionsResponse { Revision = page.State.Revision };
        (List<Reform.Organizations.V1.Position> items, response.NextPageToken) = page.Cut(
            [.. page.State.Organization.Positions.Where(p => parent is null || p.UnitId == parent).OrderBy(p => p.Id, StringComparer.Ordinal)],
            p => OrganizationMapping.Position(p, records.Position(p.Id)!.Id));
        response.Positions.AddRange(items);
        return response;
    }

    public override async Task<GetAppointmentResponse> GetAppointment(GetAppointmentRequest request, ServerCallContext context)
    {
        string first = OrganizationEdits.RecordOfAppointment("name", request.Name);
        RegisterState state = await At(request.KnownAt, context);
        Recorded<Appointment> record = StandingRecords.Of(state.Organization).Appointment(first) ?? throw RegisterRefusal.NotFound("name", request.Name);
        return new GetAppointmentResponse { Appointment = OrganizationMapping.Appointment(record.Fact!, OrganizationEdits.NameOfAppointment(first), record.Id), Revision = state.Revision };
    }

    public override async Task<ListAppointmentsResponse> ListAppointments(ListAppointmentsRequest request, ServerCallContext context)
    {
        string? parent = Parent(request.Parent);
        LocalDate? on = RequestFields.Date("on", request.On);
        ListAppointmentsRequest asked = request.Clone();
        (asked.PageSize, asked.PageToken) = (0, "");
        ListPage page = await ListPage.Open(store, asked, request.PageSize, request.PageToken, RecordMapping.KnownAt(request.KnownAt), context.CancellationToken);
        OrganizationRegister register = page.State.Organization;
        RequireUnit(register, "parent", parent);
        var response = new ListAppointmentsResponse { Revision = page.State.Revision };
        (List<Reform.Organizations.V1.Appointment> items, response.NextPageToken) = page.Cut(
            [.. StandingRecords.Of(register).Appointments
                .Where(a => (parent is null || register.FindPosition(a.Value.Fact!.PositionId)!.UnitId == parent)
                    && (on is not LocalDate date || a.Value.Fact!.Validity.Contains(date)))
                .OrderBy(a => a.Key, StringComparer.Ordinal)],
            a => OrganizationMapping.Appointment(a.Value.Fact!, OrganizationEdits.NameOfAppointment(a.Key), a.Value.Id));
        response.Appointments.AddRange(items);
        return response;
    }

    public override async Task<ListOrganizationRecordsResponse> ListOrganizationRecords(ListOrganizationRecordsRequest request, ServerCallContext context)
    {
        string? parent = Parent(request.Parent);
        ListOrganizationRecordsRequest asked = request.Clone();
        (asked.PageSize, asked.PageToken) = (0, "");
        ListPage page = await ListPage.Open(store, asked, request.PageSize, request.PageToken, RecordMapping.KnownAt(request.KnownAt), context.CancellationToken);
        List<OrganizationHistory.Item> all = OrganizationHistory.Of(page.State, parent);
        if (parent is not null && all.Count == 0)
        {
            throw RegisterRefusal.NotFound("parent", request.Parent);
        }

        var response = new ListOrganizationRecordsResponse { Revision = page.State.Revision };
        (List<OrganizationRecord> items, response.NextPageToken) = page.Cut(all, i => i.ToProto(""));
        IReadOnlyDictionary<string, string> enteredBy = await store.EnteredBy([.. items.Select(i => i.Info.Record)], context.CancellationToken);
        items.ForEach(i => i.Info.EnteredBy = enteredBy[i.Info.Record]);
        response.Records.AddRange(items);
        return response;
    }

    public override async Task<GetUnitTreeResponse> GetUnitTree(GetUnitTreeRequest request, ServerCallContext context)
    {
        string? root = Parent(request.Root, "root");
        LocalDate on = CivilTimes.RequiredDate("on", request.On);
        RegisterState state = await At(request.KnownAt, context);
        RequireUnit(state.Organization, "root", root);
        var response = new GetUnitTreeResponse { Revision = state.Revision };
        UnitTree tree = Ask(() => state.Organization.TreeOn(on));
        if (root is not null && !tree.Contains(root))
        {
            return response;
        }

        IEnumerable<OrganizationUnit> units = root is null ? tree.Roots.SelectMany(r => tree.Within(r.Id)) : tree.Within(root);
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (OrganizationUnit unit in units)
        {
            depths[unit.Id] = tree.ParentOf(unit.Id) is string above && depths.TryGetValue(above, out int depth) ? depth + 1 : 0;
            response.Units.Add(OrganizationAnswers.TreeUnit(tree, unit, depths[unit.Id]));
        }

        return response.Units.Count <= MostTreeUnits
            ? response
            : throw Refusal.InvalidField("root", "có quá nhiều đơn vị: hãy hỏi từng phần", "has too many units: ask for parts of it");
    }

    public override async Task<CompareUnitTreesResponse> CompareUnitTrees(CompareUnitTreesRequest request, ServerCallContext context)
    {
        LocalDate earlier = CivilTimes.RequiredDate("earlier", request.Earlier);
        LocalDate later = CivilTimes.RequiredDate("later", request.Later);
        Dictionary<string, decimal> workEarlier = OrganizationAnswers.Workloads("work_earlier", request.WorkEarlier);
        Dictionary<string, decimal> workLater = OrganizationAnswers.Workloads("work_later", request.WorkLater);
        RegisterState state = await At(request.KnownAt, context);
        TreeComparison comparison = Ask(
            () => state.Organization.Compare(earlier, later, workEarlier, workLater),
            f => OrganizationAnswers.FieldOfWorkload(f, "work_earlier", request.WorkEarlier) ?? OrganizationAnswers.FieldOfWorkload(f, "work_later", request.WorkLater) ?? f);
        return OrganizationAnswers.Comparison(comparison, state.Revision);
    }

    public override async Task<LookupSuccessorsResponse> LookupSuccessors(LookupSuccessorsRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        string unit = ResourceName.In(ResourceName.Units, "unit", request.Unit);
        LocalDate on = CivilTimes.RequiredDate("on", request.On);
        string? function = RecordMapping.Word("function", request.Function);
        string? territory = RecordMapping.Word("territory", request.Territory);
        RegisterState state = await At(request.KnownAt, context);
        SuccessionAnswer answer = Ask(() => state.Organization.SuccessorsOf(unit, on, function, territory));
        return new LookupSuccessorsResponse { Succession = OrganizationAnswers.Succession(answer, language), Revision = state.Revision };
    }

    public override async Task<ListOrphansResponse> ListOrphans(ListOrphansRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        LocalDate on = CivilTimes.RequiredDate("on", request.On);
        RequestFields.AtMost("matters", request.Matters.Count, MostMatters);
        List<LiveMatter> matters = [.. request.Matters.Select((m, i) => Matter(RequestFields.At("matters", i), m))];
        RegisterState state = await At(request.KnownAt, context);
        ValueList<MatterFate> orphans = Ask(() => state.Organization.OrphansOn(matters, on));
        return new ListOrphansResponse
        {
            Orphans = { orphans.Select(o => new Orphan { Matter = OrganizationAnswers.Matter(o.Matter), Succession = OrganizationAnswers.Succession(o.Succession, language) }) },
            Revision = state.Revision,
        };
    }

    public override Task<ListSigningFormsResponse> ListSigningForms(ListSigningFormsRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        var question = new SigningQuestion(
            RecordMapping.Required<Domain.Organizations.BodyKind>("body", request.Body),
            RecordMapping.Required<Domain.Organizations.TitleKind>("title", request.Title),
            RecordMapping.Required<Domain.Organizations.SigningBasis>("basis", request.Basis),
            CivilTimes.RequiredDate("on", request.On))
        {
            Mode = RecordMapping.Optional<Domain.Organizations.AppointmentMode>("mode", request.Mode) ?? Domain.Organizations.AppointmentMode.Substantive,
            MayPassToDeputy = request.HasMayPassToDeputy ? request.MayPassToDeputy : null,
        };
        return Task.FromResult(new ListSigningFormsResponse { Answer = OrganizationAnswers.Signing(SigningRules.Allowed(question), language) });
    }

    public override async Task<ReviewSignatureResponse> ReviewSignature(ReviewSignatureRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        var signature = new Signature(
            ResourceName.Identifier("person", request.Person),
            ResourceName.In(ResourceName.Positions, "position", request.Position),
            request.Block.Length <= MostBlockLength && SigningBlock.TryParse(request.Block, out SigningBlock? block)
                ? block
                : throw Refusal.InvalidField("block", "không phải phần ký của văn bản", "is no signing block"),
            RecordMapping.Required<Domain.Organizations.SigningBasis>("basis", request.Basis),
            CivilTimes.RequiredDate("on", request.On))
        {
            OnBehalfOfId = ResourceName.InOptional(ResourceName.Units, "on_behalf_of", request.OnBehalfOf),
            SealOfId = ResourceName.InOptional(ResourceName.Units, "seal_of", request.SealOf),
            Field = RecordMapping.Word("field", request.Field),
            MayPassToDeputy = request.HasMayPassToDeputy ? request.MayPassToDeputy : null,
        };
        RegisterState state = await At(request.KnownAt, context);
        SignatureReview review = Ask(() => state.Organization.ReviewSignature(signature));
        return new ReviewSignatureResponse
        {
            Verdict = (Reform.Organizations.V1.SigningVerdict)((int)review.Verdict + 1),
            Expected = OrganizationAnswers.Signing(review.Expected, language),
            Reasons = { review.Reasons.Select(r => ReasonMapping.ToProto(r, language)) },
            Revision = state.Revision,
        };
    }

    public override async Task<CountVotesResponse> CountVotes(CountVotesRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        string unit = ResourceName.In(ResourceName.Units, "unit", request.Unit);
        RegisterState state = await At(request.KnownAt, context);
        CountVotesResponse response = Ask(() => VoteCounting.Count(state.Organization, unit, request, language));
        response.Revision = state.Revision;
        return response;
    }

    public override Task<ParseDocumentNumberResponse> ParseDocumentNumber(ParseDocumentNumberRequest request, ServerCallContext context)
    {
        string text = RecordMapping.RequiredWord("text", request.Text);
        return Task.FromResult(new ParseDocumentNumberResponse
        {
            Number = OrganizationAnswers.Number(Ask(() => Domain.Organizations.DocumentNumber.Parse(text), _ => "text")),
        });
    }

    public override Task<FormatDocumentNumberResponse> FormatDocumentNumber(FormatDocumentNumberRequest request, ServerCallContext context) =>
        Task.FromResult(new FormatDocumentNumberResponse
        {
            Text = OrganizationAnswers.Number("number", request.Number ?? throw Refusal.RequiredField("number")).ToString(),
        });

    private static LiveMatter Matter(string field, Reform.Organizations.V1.LiveMatter matter) => new(
        RecordMapping.Required<Domain.Organizations.MatterKind>(field + ".kind", matter.Kind),
        RecordMapping.RequiredWord(field + ".id", matter.Id),
        ResourceName.In(ResourceName.Units, field + ".unit", matter.Unit))
    {
        Function = RecordMapping.Word(field + ".function", matter.Function),
        Territory = RecordMapping.Word(field + ".territory", matter.Territory),
    };

    private static Reform.Organizations.V1.Appointment ToProto(RegisterState state, Appointment appointment)
    {
        KeyValuePair<string, Recorded<Appointment>> record =
            StandingRecords.Of(state.Organization).Appointments.First(a => ReferenceEquals(a.Value.Fact, appointment) || a.Value.Fact == appointment);
        return OrganizationMapping.Appointment(appointment, OrganizationEdits.NameOfAppointment(record.Key), record.Value.Id);
    }

    private static string? Parent(string parent, string field = "parent") =>
        parent == "units/-" ? null : ResourceName.In(ResourceName.Units, field, parent);

    private static void RequireUnit(OrganizationRegister register, string field, string? unitId)
    {
        if (unitId is not null && register.FindUnit(unitId) is null)
        {
            throw RegisterRefusal.NotFound(field, ResourceName.Of(ResourceName.Units, unitId));
        }
    }

    private static T Ask<T>(Func<T> question, Func<string, string>? fieldOf = null)
    {
        try
        {
            return question();
        }
        catch (OrganizationInputException e)
        {
            throw RegisterRefusal.Question(e, fieldOf ?? (f => f));
        }
    }

    private Task<RegisterState> At(Google.Protobuf.WellKnownTypes.Timestamp? knownAt, ServerCallContext context) =>
        store.At(RecordMapping.KnownAt(knownAt), context.CancellationToken);
}
