using Grpc.Core;
using NodaTime;
using Reform.Delegation.V1;
using Reform.Domain.Delegation;
using Reform.Domain.Organizations;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using AuthorityAnswer = Reform.Delegation.V1.AuthorityAnswer;
using AuthorityDecision = Reform.Domain.Delegation.AuthorityDecision;
using AuthorityQuestion = Reform.Domain.Delegation.AuthorityQuestion;
using ExpiringGrant = Reform.Domain.Delegation.ExpiringGrant;
using Grant = Reform.Domain.Delegation.Grant;
using GrantEvent = Reform.Delegation.V1.GrantEvent;
using GrantHistoryEntry = Reform.Domain.Delegation.GrantHistoryEntry;
using PendingCase = Reform.Domain.Delegation.PendingCase;
using Timestamp = Google.Protobuf.WellKnownTypes.Timestamp;

namespace Reform.Grpc.Delegation;

/// <summary>The service that keeps powers and grants, and tells who may decide.</summary>
internal sealed class DelegationServiceV1(RegisterStore store, DelegationEdits edits) : DelegationService.DelegationServiceBase
{
    private const int MostItems = 1000;
    private const int MostExplainedItems = 100;
    private const int MostCases = 10_000;
    private const int MostCorrelationLength = 200;

    public override Task<CreatePowerResponse> CreatePower(CreatePowerRequest request, ServerCallContext context) => edits.Create(request, context);

    public override Task<UpdatePowerResponse> UpdatePower(UpdatePowerRequest request, ServerCallContext context) => edits.Update(request, context);

    public override Task<CreateGrantResponse> CreateGrant(CreateGrantRequest request, ServerCallContext context) => edits.Create(request, context);

    public override Task<AmendGrantResponse> AmendGrant(AmendGrantRequest request, ServerCallContext context) => edits.Happen(
        request, request.RequestId, (r, id) => r.RequestId = id, request.Name, request.Etag, request.ValidateOnly,
        new GrantEvent { On = request.On, Instrument = request.Instrument, Amended = request.Amendment ?? throw Refusal.RequiredField("amendment") },
        (g, r, v) => new AmendGrantResponse { Grant = g, Record = r, Revision = v }, context);

    public override Task<SuspendGrantResponse> SuspendGrant(SuspendGrantRequest request, ServerCallContext context) => edits.Happen(
        request, request.RequestId, (r, id) => r.RequestId = id, request.Name, request.Etag, request.ValidateOnly,
        new GrantEvent { On = request.On, Instrument = request.Instrument, Suspended = new Suspension() },
        (g, r, v) => new SuspendGrantResponse { Grant = g, Record = r, Revision = v }, context);

    public override Task<ResumeGrantResponse> ResumeGrant(ResumeGrantRequest request, ServerCallContext context) => edits.Happen(
        request, request.RequestId, (r, id) => r.RequestId = id, request.Name, request.Etag, request.ValidateOnly,
        new GrantEvent { On = request.On, Instrument = request.Instrument, Resumed = new Resumption() },
        (g, r, v) => new ResumeGrantResponse { Grant = g, Record = r, Revision = v }, context);

    public override Task<RevokeGrantResponse> RevokeGrant(RevokeGrantRequest request, ServerCallContext context) => edits.Happen(
        request, request.RequestId, (r, id) => r.RequestId = id, request.Name, request.Etag, request.ValidateOnly,
        new GrantEvent { On = request.On, Instrument = request.Instrument, Revoked = new Revocation { NotifiedOn = request.NotifiedOn } },
        (g, r, v) => new RevokeGrantResponse { Grant = g, Record = r, Revision = v }, context);

    public override Task<LapseGrantResponse> LapseGrant(LapseGrantRequest request, ServerCallContext context) => edits.Happen(
        request, request.RequestId, (r, id) => r.RequestId = id, request.Name, request.Etag, request.ValidateOnly,
        new GrantEvent { On = request.On, Instrument = request.Instrument, Lapsed = new Lapse { Why = request.Why } },
        (g, r, v) => new LapseGrantResponse { Grant = g, Record = r, Revision = v }, context);

    public override Task<CorrectGrantRecordResponse> CorrectGrantRecord(CorrectGrantRecordRequest request, ServerCallContext context) =>
        edits.Correct(request, context);

    public override async Task<GetPowerResponse> GetPower(GetPowerRequest request, ServerCallContext context)
    {
        string id = ResourceName.In(ResourceName.Powers, "name", request.Name);
        RegisterState state = await At(request.KnownAt, context);
        return GrantRecords.Of(state.Authority).Power(id) is { } record
            ? new GetPowerResponse { Power = PowerMapping.ToProto(record.Fact!, record.Id), Revision = state.Revision }
            : throw RegisterRefusal.NotFound("name", request.Name);
    }

    public override async Task<ListPowersResponse> ListPowers(ListPowersRequest request, ServerCallContext context)
    {
        ListPowersRequest asked = request.Clone();
        (asked.PageSize, asked.PageToken) = (0, "");
        ListPage page = await Page(asked, request.PageSize, request.PageToken, request.KnownAt, context);
        GrantRecords records = GrantRecords.Of(page.State.Authority);
        var response = new ListPowersResponse { Revision = page.State.Revision };
        (List<Reform.Delegation.V1.Power> items, response.NextPageToken) = page.Cut(
            [.. page.State.Authority.Powers.OrderBy(p => p.Id, StringComparer.Ordinal)], p => PowerMapping.ToProto(p, records.Power(p.Id)!.Id));
        response.Powers.AddRange(items);
        return response;
    }

    public override async Task<GetGrantResponse> GetGrant(GetGrantRequest request, ServerCallContext context)
    {
        string id = ResourceName.In(ResourceName.Grants, "name", request.Name);
        LocalDate? on = RequestFields.Date("on", request.On);
        RegisterState state = await At(request.KnownAt, context);
        Grant grant = state.Authority.FindGrant(id) ?? throw RegisterRefusal.NotFound("name", request.Name);
        return new GetGrantResponse
        {
            Grant = ToProto(state, grant),
            Status = on is LocalDate date ? DecisionMapping.ToProto(Ask(() => state.Authority.StatusOf(id, date))) : null,
            Revision = state.Revision,
        };
    }

    public override async Task<ListGrantsResponse> ListGrants(ListGrantsRequest request, ServerCallContext context)
    {
        string? parent = Parent(request.Parent);
        string? power = ResourceName.InOptional(ResourceName.Powers, "power", request.Power);
        LocalDate? on = RequestFields.Date("in_force_on", request.InForceOn);
        ListGrantsRequest asked = request.Clone();
        (asked.PageSize, asked.PageToken) = (0, "");
        ListPage page = await Page(asked, request.PageSize, request.PageToken, request.KnownAt, context);
        RegisterState state = page.State;
        RequireUnit(state, parent);
        if (power is not null && state.Authority.FindPower(power) is null)
        {
            throw RegisterRefusal.NotFound("power", request.Power);
        }

        List<Grant> grants = Ask(() => state.Authority.Grants
            .Where(g => (power is null || g.PowerId == power) && (parent is null || Touches(state, g, parent))
                && (on is not LocalDate date || state.Authority.StatusOf(g.Id, date).IsInForce))
            .OrderBy(g => g.Id, StringComparer.Ordinal).ToList(), f => f == "on" ? "in_force_on" : f);
        var response = new ListGrantsResponse { Revision = state.Revision };
        (List<Reform.Delegation.V1.Grant> items, response.NextPageToken) = page.Cut(grants, g => ToProto(state, g));
        response.Grants.AddRange(items);
        return response;
    }

    public override async Task<ListGrantHistoryResponse> ListGrantHistory(ListGrantHistoryRequest request, ServerCallContext context)
    {
        string id = ResourceName.In(ResourceName.Grants, "name", request.Name);
        ListGrantHistoryRequest asked = request.Clone();
        (asked.PageSize, asked.PageToken) = (0, "");
        ListPage page = await Page(asked, request.PageSize, request.PageToken, request.KnownAt, context);
        ValueList<GrantHistoryEntry> history = page.State.Authority.FindGrant(id) is null
            ? throw RegisterRefusal.NotFound("name", request.Name)
            : page.State.Authority.HistoryOf(id);
        var response = new ListGrantHistoryResponse { Revision = page.State.Revision };
        (List<Reform.Delegation.V1.GrantHistoryEntry> items, response.NextPageToken) = page.Cut(history, ToProto);
        IReadOnlyDictionary<string, string> enteredBy = await store.EnteredBy([.. items.Select(i => i.Record)], context.CancellationToken);
        items.ForEach(i => i.EnteredBy = enteredBy.GetValueOrDefault(i.Record, ""));
        response.Entries.AddRange(items);
        return response;
    }

    public override async Task<CheckAuthorityResponse> CheckAuthority(CheckAuthorityRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        AuthorityQuestion question = QuestionMapping.Question("question", request.Question);
        RegisterState state = await At(request.KnownAt, context);
        return new CheckAuthorityResponse
        {
            Decision = new DecisionMapping(state, language, request.IncludeExplanation).ToProto(Check(state, question, "question")),
            Revision = state.Revision,
        };
    }

    public override async Task<BatchCheckAuthorityResponse> BatchCheckAuthority(BatchCheckAuthorityRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        RequestFields.AtMost("items", request.Items.Count, request.IncludeExplanation ? MostExplainedItems : MostItems);
        RegisterState state = await At(request.KnownAt, context);
        var mapping = new DecisionMapping(state, language, request.IncludeExplanation);
        var response = new BatchCheckAuthorityResponse { Revision = state.Revision };
        foreach (AuthorityItem item in request.Items)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            response.Answers.Add(Answer(state, mapping, item, ""));
        }

        return response;
    }

    public override async Task StreamCheckAuthority(
        IAsyncStreamReader<StreamCheckAuthorityRequest> requestStream, IServerStreamWriter<StreamCheckAuthorityResponse> responseStream, ServerCallContext context)
    {
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            await responseStream.WriteAsync(await Answer(requestStream.Current, context), context.CancellationToken);
        }
    }

    public override async Task<ExplainAuthorityResponse> ExplainAuthority(ExplainAuthorityRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        AuthorityQuestion question = QuestionMapping.Question("question", request.Question);
        RegisterState state = await At(request.KnownAt, context);
        return new ExplainAuthorityResponse
        {
            Decision = new DecisionMapping(state, language, explain: true).ToProto(Check(state, question, "question")),
            Revision = state.Revision,
        };
    }

    public override async Task<LookupSignersResponse> LookupSigners(LookupSignersRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        string power = ResourceName.In(ResourceName.Powers, "power", request.Power);
        LocalDate on = CivilTimes.RequiredDate("on", request.On);
        string? unit = ResourceName.InOptional(ResourceName.Units, "unit", request.Unit);
        AuthorityCase about = QuestionMapping.Case("case", request.Case);
        LookupSignersRequest asked = request.Clone();
        (asked.PageSize, asked.PageToken) = (0, "");
        ListPage page = await Page(asked, request.PageSize, request.PageToken, request.KnownAt, context);
        var mapping = new DecisionMapping(page.State, language, explain: false);
        ValueList<AuthorityDecision> signers = Ask(() => page.State.Authority.WhoCould(power, on, about, unit));
        var response = new LookupSignersResponse { Revision = page.State.Revision };
        (List<Signer> items, response.NextPageToken) = page.Cut(signers, d => new Signer { Actor = d.Question.ActorId, Decision = mapping.ToProto(d) });
        response.Signers.AddRange(items);
        return response;
    }

    public override async Task<ListAuthoritiesResponse> ListAuthorities(ListAuthoritiesRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        string actor = ResourceName.Identifier("actor", request.Actor);
        LocalDate on = CivilTimes.RequiredDate("on", request.On);
        ListAuthoritiesRequest asked = request.Clone();
        (asked.PageSize, asked.PageToken) = (0, "");
        ListPage page = await Page(asked, request.PageSize, request.PageToken, request.KnownAt, context);
        if (!page.State.Authority.Knows(actor))
        {
            throw RegisterRefusal.NotFound("actor", actor);
        }

        var mapping = new DecisionMapping(page.State, language, explain: false);
        ValueList<Reform.Domain.Delegation.HeldPower> held = Ask(() => page.State.Authority.PowersOf(actor, on));
        var response = new ListAuthoritiesResponse { Revision = page.State.Revision };
        (List<Reform.Delegation.V1.HeldPower> items, response.NextPageToken) = page.Cut(held, mapping.ToProto);
        response.Authorities.AddRange(items);
        return response;
    }

    public override async Task<ListExpiringGrantsResponse> ListExpiringGrants(ListExpiringGrantsRequest request, ServerCallContext context)
    {
        string? parent = Parent(request.Parent);
        LocalDate from = CivilTimes.RequiredDate("from", request.From);
        LocalDate to = CivilTimes.RequiredDate("to", request.To);
        RequestFields.AtMost("pending", request.Pending.Count, MostCases);
        List<PendingCase> pending = [.. request.Pending.Select((p, i) => Pending(RequestFields.At("pending", i), p))];
        ListExpiringGrantsRequest asked = request.Clone();
        (asked.PageSize, asked.PageToken) = (0, "");
        ListPage page = await Page(asked, request.PageSize, request.PageToken, request.KnownAt, context);
        RegisterState state = page.State;
        RequireUnit(state, parent);
        for (int i = 0; i < pending.Count; i++)
        {
            RequireKnown(state, pending[i].Question, RequestFields.At("pending", i) + ".question");
        }

        List<ExpiringGrant> ending = [.. Ask(() => state.Authority.ExpiringBetween(from, to, pending)).Where(e => parent is null || Touches(state, e.Grant, parent))];
        var response = new ListExpiringGrantsResponse { Revision = state.Revision };
        (List<Reform.Delegation.V1.ExpiringGrant> items, response.NextPageToken) = page.Cut(ending, e => new Reform.Delegation.V1.ExpiringGrant
        {
            Grant = ToProto(state, e.Grant),
            LastDay = CivilTimes.ToProto(e.LastDay),
            Cause = RecordMapping.CodeOf(e.Cause),
            PendingCases = { e.PendingCaseIds },
        });
        response.Grants.AddRange(items);
        return response;
    }

    public override async Task<ListGrantOverlapsResponse> ListGrantOverlaps(ListGrantOverlapsRequest request, ServerCallContext context)
    {
        Domain.Legal.Validity period = RecordMapping.Period("period", request.Period);
        ListGrantOverlapsRequest asked = request.Clone();
        (asked.PageSize, asked.PageToken) = (0, "");
        ListPage page = await Page(asked, request.PageSize, request.PageToken, request.KnownAt, context);
        var response = new ListGrantOverlapsResponse { Revision = page.State.Revision };
        (List<Reform.Delegation.V1.GrantOverlap> items, response.NextPageToken) = page.Cut(
            page.State.Authority.Overlaps(period), o => new Reform.Delegation.V1.GrantOverlap
            {
                First = ResourceName.Of(ResourceName.Grants, o.First.Id),
                Second = ResourceName.Of(ResourceName.Grants, o.Second.Id),
                FirstDay = CivilTimes.ToProto(o.FirstDay),
            });
        response.Overlaps.AddRange(items);
        return response;
    }

    public override async Task<ListOrphanedGrantsResponse> ListOrphanedGrants(ListOrphanedGrantsRequest request, ServerCallContext context)
    {
        LocalDate on = CivilTimes.RequiredDate("on", request.On);
        ListOrphanedGrantsRequest asked = request.Clone();
        (asked.PageSize, asked.PageToken) = (0, "");
        ListPage page = await Page(asked, request.PageSize, request.PageToken, request.KnownAt, context);
        var response = new ListOrphanedGrantsResponse { Revision = page.State.Revision };
        (List<OrphanedGrant> items, response.NextPageToken) = page.Cut(
            Ask(() => page.State.Authority.OrphanedOn(on)),
            s => new OrphanedGrant { Grant = ResourceName.Of(ResourceName.Grants, s.Grant.Id), Status = DecisionMapping.ToProto(s) });
        response.Grants.AddRange(items);
        return response;
    }

    public override async Task<LookupReturnResponse> LookupReturn(LookupReturnRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        string grant = ResourceName.In(ResourceName.Grants, "name", request.Name);
        AuthorityQuestion question = QuestionMapping.Question("question", request.Question, needsActor: false);
        RegisterState state = await At(request.KnownAt, context);
        if (state.Authority.FindGrant(grant) is null)
        {
            throw RegisterRefusal.NotFound("name", request.Name);
        }

        AuthorityDecision? decision = Ask(() => state.Authority.ReturnsTo(grant, question), f => "question." + f);
        return new LookupReturnResponse
        {
            Actor = decision?.Question.ActorId ?? "",
            Decision = decision is null ? null : new DecisionMapping(state, language, explain: false).ToProto(decision),
            Revision = state.Revision,
        };
    }

    public override async Task<GetDelegationRatioResponse> GetDelegationRatio(GetDelegationRatioRequest request, ServerCallContext context)
    {
        string unit = ResourceName.In(ResourceName.Units, "unit", request.Unit);
        LocalDate on = CivilTimes.RequiredDate("on", request.On);
        Dictionary<string, long> cases = Cases(request.Cases);
        RegisterState state = await At(request.KnownAt, context);
        DelegationRatio ratio = Ask(() => state.Authority.RatioOf(unit, on));
        return new GetDelegationRatioResponse
        {
            Eligible = { ratio.EligiblePowerIds.Select(NameOfPower) },
            Delegated = { ratio.DelegatedPowerIds.Select(NameOfPower) },
            Retained = { ratio.RetainedWith(cases).Select(r => new PowerCases { Power = NameOfPower(r.PowerId), Cases = r.Cases }) },
            Revision = state.Revision,
        };
    }

    public override async Task<ValidateGrantResponse> ValidateGrant(ValidateGrantRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        Reform.Delegation.V1.Grant given = (request.Grant ?? throw Refusal.RequiredField("grant")).Clone();
        RegisterState state = await At(request.KnownAt, context);
        if (given.Name.Length == 0)
        {
            given.Name = ResourceName.Of(ResourceName.Grants, RegisterEntries.NewId("validated"));
        }

        ValueList<Reform.Domain.Delegation.GrantObjection> objections = state.Authority.Validate(GrantMapping.Grant("grant", given));
        return new ValidateGrantResponse
        {
            Lawful = !objections.Any(o => o.IsFatal),
            Objections = { objections.Select(DecisionMapping.ToProto) },
            Revision = state.Revision,
        };
    }

    private async Task<StreamCheckAuthorityResponse> Answer(StreamCheckAuthorityRequest request, ServerCallContext context)
    {
        try
        {
            Language language = RequestFields.Language(request.LanguageCode);
            RegisterState state = await At(request.KnownAt, context);
            var mapping = new DecisionMapping(state, language, request.IncludeExplanation);
            return new StreamCheckAuthorityResponse
            {
                Answer = Answer(state, mapping, request.Item ?? throw Refusal.RequiredField("item"), "item."),
                Revision = state.Revision,
            };
        }
        catch (RpcException refusal) when (refusal.StatusCode is StatusCode.InvalidArgument)
        {
            return new StreamCheckAuthorityResponse
            {
                Answer = new AuthorityAnswer { CorrelationId = request.Item?.CorrelationId ?? "", Error = refusal.GetRpcStatus() },
            };
        }
    }

    private static AuthorityAnswer Answer(RegisterState state, DecisionMapping mapping, AuthorityItem item, string path)
    {
        var answer = new AuthorityAnswer { CorrelationId = item.CorrelationId };
        try
        {
            if (item.CorrelationId.Length > MostCorrelationLength)
            {
                throw Refusal.InvalidField(path + "correlation_id", "dài quá 200 ký tự", "is longer than 200 characters");
            }

            string field = path + "question";
            answer.Decision = mapping.ToProto(Check(state, QuestionMapping.Question(field, item.Question), field));
        }
        catch (RpcException refusal)
        {
            answer.Error = refusal.GetRpcStatus();
        }

        return answer;
    }

    private static AuthorityDecision Check(RegisterState state, AuthorityQuestion question, string field) =>
        Ask(() => state.Authority.Check(question), f => field + "." + f);

    private static PendingCase Pending(string field, Reform.Delegation.V1.PendingCase pending) => new(
        RecordMapping.RequiredWord(field + ".case", pending.Case), QuestionMapping.Question(field + ".question", pending.Question, needsDate: false));

    private static void RequireKnown(RegisterState state, AuthorityQuestion question, string field)
    {
        if (state.Authority.FindPower(question.PowerId) is null)
        {
            throw RegisterRefusal.NotFound(field + ".power", NameOfPower(question.PowerId));
        }

        if (!state.Authority.Knows(question.ActorId))
        {
            throw RegisterRefusal.NotFound(field + ".actor", question.ActorId);
        }

        if (question.UnitId is string unit && state.Organization.FindUnit(unit) is null)
        {
            throw RegisterRefusal.NotFound(field + ".unit", ResourceName.Of(ResourceName.Units, unit));
        }
    }

    private static Dictionary<string, long> Cases(Google.Protobuf.Collections.RepeatedField<PowerCases> cases)
    {
        RequestFields.AtMost("cases", cases.Count, MostCases);
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        for (int i = 0; i < cases.Count; i++)
        {
            string field = RequestFields.At("cases", i);
            string power = ResourceName.In(ResourceName.Powers, field + ".power", cases[i].Power);
            if (cases[i].Cases < 0)
            {
                throw Refusal.InvalidField(field + ".cases", "không được âm", "must not be negative");
            }

            if (!counts.TryAdd(power, cases[i].Cases))
            {
                throw Refusal.InvalidField(field + ".power", "xuất hiện hai lần", "stands twice");
            }
        }

        return counts;
    }

    private static Reform.Delegation.V1.GrantHistoryEntry ToProto(GrantHistoryEntry entry) => new()
    {
        What = entry.What,
        On = RecordMapping.ToProto(entry.On),
        Record = entry.RecordId ?? "",
        RecordTime = RecordMapping.ToTimestamp(entry.RecordedAt),
        CorrectedTime = RecordMapping.ToTimestamp(entry.CorrectedAt),
        Instrument = entry.Instrument is Domain.Delegation.Instrument instrument ? GrantMapping.ToProto(instrument) : null,
    };

    private static Reform.Delegation.V1.Grant ToProto(RegisterState state, Grant grant) =>
        GrantMapping.ToProto(grant, GrantRecords.Of(state.Authority).Etag(grant.Id));

    private static bool Touches(RegisterState state, Grant grant, string unitId) =>
        UnitsOf.Actor(state.Organization, grant.GrantorId).Contains(unitId) || UnitsOf.Actor(state.Organization, grant.GranteeId).Contains(unitId);

    private static string NameOfPower(string id) => ResourceName.Of(ResourceName.Powers, id);

    private static string? Parent(string parent) => parent == "units/-" ? null : ResourceName.In(ResourceName.Units, "parent", parent);

    private static void RequireUnit(RegisterState state, string? unitId)
    {
        if (unitId is not null && state.Organization.FindUnit(unitId) is null)
        {
            throw RegisterRefusal.NotFound("parent", ResourceName.Of(ResourceName.Units, unitId));
        }
    }

    private static T Ask<T>(Func<T> question, Func<string, string>? fieldOf = null)
    {
        try
        {
            return question();
        }
        catch (AuthorityInputException e)
        {
            throw RegisterRefusal.Question(e, fieldOf ?? (f => f));
        }
        catch (OrganizationInputException e)
        {
            throw RegisterRefusal.Question(e, fieldOf ?? (f => f));
        }
    }

    private Task<ListPage> Page(Google.Protobuf.IMessage asked, int pageSize, string pageToken, Timestamp? knownAt, ServerCallContext context) =>
        ListPage.Open(store, asked, pageSize, pageToken, RecordMapping.KnownAt(knownAt), context.CancellationToken);

    private Task<RegisterState> At(Timestamp? knownAt, ServerCallContext context) => store.At(RecordMapping.KnownAt(knownAt), context.CancellationToken);
}
