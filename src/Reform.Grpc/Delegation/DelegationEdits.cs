using Google.Protobuf;
using Grpc.Core;
using Reform.Delegation.V1;
using Reform.Domain.Legal;
using Reform.Domain.Values;
using Reform.Grpc.Access;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Grant = Reform.Domain.Delegation.Grant;
using GrantObjection = Reform.Domain.Delegation.GrantObjection;
using Power = Reform.Domain.Delegation.Power;
using RecordInfo = Reform.Registers.V1.RecordInfo;

namespace Reform.Grpc.Delegation;

/// <summary>What is entered in the authority register by each mutation.</summary>
internal sealed class DelegationEdits(RegisterStore store)
{
    public Task<CreatePowerResponse> Create(CreatePowerRequest request, ServerCallContext context)
    {
        CreatePowerRequest asked = request.Clone();
        asked.RequestId = RequestFields.RequestId(request.RequestId);
        string id = ResourceName.Identifier("power_id", request.PowerId);
        Reform.Delegation.V1.Power given = (request.Power ?? throw Refusal.RequiredField("power")).Clone();
        given.Name = ResourceName.Of(ResourceName.Powers, id);
        Power power = PowerMapping.Power("power", given);
        return Do(asked.RequestId, asked, request.ValidateOnly, context, state =>
        {
            if (state.Authority.FindPower(id) is not null)
            {
                throw RegisterRefusal.AlreadyExists(given.Name);
            }

            bool isTaken = state.Authority.AllRecords.Powers.Any(r => r.Id == AuthorityRecordsBuilder.Powers + "/" + id);
            return One(AuthorityRecordsBuilder.Powers, isTaken ? null : id, PowerMapping.ToProto(power), null, "power");
        }, (after, entries) => new CreatePowerResponse
        {
            Power = PowerMapping.ToProto(after.Authority.FindPower(id)!, entries.All[0].RecordId),
            Record = Info(entries, after, context),
            Revision = after.Revision,
        });
    }

    public Task<UpdatePowerResponse> Update(UpdatePowerRequest request, ServerCallContext context)
    {
        UpdatePowerRequest asked = request.Clone();
        asked.RequestId = RequestFields.RequestId(request.RequestId);
        Power power = PowerMapping.Power("power", request.Power ?? throw Refusal.RequiredField("power"));
        RequireEtag(request.Etag);
        return Do(asked.RequestId, asked, request.ValidateOnly, context, state =>
        {
            Recorded<Power> standing = GrantRecords.Of(state.Authority).Power(power.Id) ?? throw RegisterRefusal.NotFound("power.name", request.Power.Name);
            return standing.Id == request.Etag
                ? One(AuthorityRecordsBuilder.Powers, null, PowerMapping.ToProto(power), standing.Id, "power")
                : throw Refusal.EtagMismatch(request.Power.Name);
        }, (after, entries) => new UpdatePowerResponse
        {
            Power = PowerMapping.ToProto(after.Authority.FindPower(power.Id)!, entries.All[0].RecordId),
            Record = Info(entries, after, context),
            Revision = after.Revision,
        });
    }

    public Task<CreateGrantResponse> Create(CreateGrantRequest request, ServerCallContext context)
    {
        CreateGrantRequest asked = request.Clone();
        asked.RequestId = RequestFields.RequestId(request.RequestId);
        string id = ResourceName.Identifier("grant_id", request.GrantId);
        Reform.Delegation.V1.Grant given = (request.Grant ?? throw Refusal.RequiredField("grant")).Clone();
        given.Name = ResourceName.Of(ResourceName.Grants, id);
        Grant grant = GrantMapping.Grant("grant", given);
        ValueList<GrantObjection> objections = [];
        return Do(asked.RequestId, asked, request.ValidateOnly, context, state =>
        {
            if (state.Authority.FindGrant(id) is not null)
            {
                throw RegisterRefusal.AlreadyExists(given.Name);
            }

            objections = state.Authority.Validate(grant);
            bool isTaken = state.Authority.AllRecords.Grants.Any(r => r.Id == AuthorityRecordsBuilder.Grants + "/" + id);
            return One(AuthorityRecordsBuilder.Grants, isTaken ? null : id, GrantMapping.ToProto(grant), null, "grant");
        }, (after, entries) => new CreateGrantResponse
        {
            Grant = GrantMapping.ToProto(after.Authority.FindGrant(id)!, entries.All[0].RecordId),
            Record = Info(entries, after, context),
            Revision = after.Revision,
            Objections = { objections.Select(DecisionMapping.ToProto) },
        });
    }

    /// <summary>Enters that something happened to a grant.</summary>
    /// <param name="request">The request.</param>
    /// <param name="requestId">Its request id.</param>
    /// <param name="canonical">Gives the request with its request id in the one spelling.</param>
    /// <param name="name">The grant.</param>
    /// <param name="etag">The etag that it had.</param>
    /// <param name="validateOnly">Whether only to look.</param>
    /// <param name="happened">What happened; its grant is filled in.</param>
    /// <param name="answer">Makes the answer.</param>
    /// <param name="context">The call.</param>
    public Task<TResponse> Happen<TRequest, TResponse>(
        TRequest request, string requestId, Action<TRequest, string> canonical, string name, string etag, bool validateOnly,
        GrantEvent happened, Func<Reform.Delegation.V1.Grant, RecordInfo, long, TResponse> answer, ServerCallContext context)
        where TRequest : class, IMessage<TRequest>
        where TResponse : IMessage<TResponse>, new()
    {
        TRequest asked = request is IDeepCloneable<TRequest> cloneable ? cloneable.Clone() : request;
        string id = RequestFields.RequestId(requestId);
        canonical(asked, id);
        string grantId = ResourceName.In(ResourceName.Grants, "name", name);
        RequireEtag(etag);
        happened.Grant = ResourceName.Of(ResourceName.Grants, grantId);
        GrantEvent clean = GrantMapping.ToProto(GrantMapping.Event("", happened));
        return Do(id, asked, validateOnly, context, state =>
        {
            RequireGrant(state, grantId, name, etag);
            return One(AuthorityRecordsBuilder.Events, null, clean, null, "", f => f == "grant" ? "name" : null);
        }, (after, entries) => answer(
            GrantMapping.ToProto(after.Authority.FindGrant(grantId)!, entries.All[0].RecordId), Info(entries, after, context), after.Revision));
    }

    public Task<CorrectGrantRecordResponse> Correct(CorrectGrantRecordRequest request, ServerCallContext context)
    {
        CorrectGrantRecordRequest asked = request.Clone();
        asked.RequestId = RequestFields.RequestId(request.RequestId);
        string grantId = ResourceName.In(ResourceName.Grants, "name", request.Name);
        RequireEtag(request.Etag);
        string record = RecordMapping.RequiredWord("record", request.Record);
        IMessage? fact = Correction(request);
        return Do(asked.RequestId, asked, request.ValidateOnly, context, state =>
        {
            RequireGrant(state, grantId, request.Name, request.Etag);
            (string list, string of) = GrantRecords.Of(state.Authority).GrantOf(record) ?? throw RegisterRefusal.NotFound("record", record);
            if (of != grantId)
            {
                throw RegisterRefusal.NotFound("record", record);
            }

            string expected = list == AuthorityRecordsBuilder.Grants ? "grant" : "event";
            if (fact is not null && (fact is Reform.Delegation.V1.Grant) != (list == AuthorityRecordsBuilder.Grants))
            {
                throw Refusal.InvalidField(expected, "ghi nhận này phải được đính chính bằng trường này", "is what this record is corrected by");
            }

            return One(list, null, fact, record, expected, f => f == "corrects" || fact is null ? "record" : null);
        }, (after, entries) => new CorrectGrantRecordResponse
        {
            Grant = after.Authority.FindGrant(grantId) is Grant grant ? GrantMapping.ToProto(grant, entries.All[0].RecordId) : null,
            Record = Info(entries, after, context),
            Revision = after.Revision,
        });
    }

    private static IMessage? Correction(CorrectGrantRecordRequest request)
    {
        switch (request.CorrectionCase)
        {
            case CorrectGrantRecordRequest.CorrectionOneofCase.Grant:
                Reform.Delegation.V1.Grant grant = request.Grant.Clone();
                grant.Name = grant.Name.Length == 0 ? request.Name : grant.Name;
                return GrantMapping.ToProto(GrantMapping.Grant("grant", grant));
            case CorrectGrantRecordRequest.CorrectionOneofCase.Event:
                GrantEvent happened = request.Event.Clone();
                happened.Grant = happened.Grant.Length == 0 ? request.Name : happened.Grant;
                return GrantMapping.ToProto(GrantMapping.Event("event", happened));
            case CorrectGrantRecordRequest.CorrectionOneofCase.StruckOut when request.StruckOut:
                return null;
            default:
                throw Refusal.RequiredField("correction");
        }
    }

    private static void RequireGrant(RegisterState state, string grantId, string name, string etag)
    {
        if (state.Authority.FindGrant(grantId) is null)
        {
            throw RegisterRefusal.NotFound("name", name);
        }

        if (GrantRecords.Of(state.Authority).Etag(grantId) != etag)
        {
            throw Refusal.EtagMismatch(name);
        }
    }

    private static void RequireEtag(string etag)
    {
        if (etag.Length == 0)
        {
            throw Refusal.RequiredField("etag");
        }
    }

    private static RegisterEntries One(string list, string? id, IMessage? fact, string? corrects, string path, Func<string, string?>? fieldOf = null)
    {
        var entries = new RegisterEntries();
        entries.Add(list, id is null ? RegisterEntries.NewId(list) : list + "/" + id, fact, corrects, path, fieldOf);
        return entries;
    }

    private static RecordInfo Info(RegisterEntries entries, RegisterState after, ServerCallContext context) =>
        RecordMapping.Info(entries.All[0], after, Caller.Of(context).Id);

    private Task<TResponse> Do<TResponse>(
        string requestId, IMessage request, bool validateOnly, ServerCallContext context,
        Func<RegisterState, RegisterEntries> decide, Func<RegisterState, RegisterEntries, TResponse> answer)
        where TResponse : IMessage<TResponse>, new() =>
        store.Append(new RegisterMutation<TResponse>(requestId, request, validateOnly, Caller.Of(context).Id, decide, answer), context.CancellationToken);
}
