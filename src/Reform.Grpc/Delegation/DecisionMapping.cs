using Reform.Domain.Delegation;
using Reform.Domain.Values;
using Reform.Grpc.Organizations;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Proto = Reform.Delegation.V1;

namespace Reform.Grpc.Delegation;

/// <summary>From decisions on authority to their messages, in one language; the explanation only when it is asked for.</summary>
internal readonly struct DecisionMapping(RegisterState state, Language language, bool explain)
{
    public Proto.AuthorityDecision ToProto(AuthorityDecision decision)
    {
        Language its = language;
        DecisionMapping mapping = this;
        var message = new Proto.AuthorityDecision
        {
            Verdict = (Proto.AuthorityVerdict)((int)decision.Verdict + 1),
            Code = decision.Code,
            Causes = { decision.Causes.Select(c => RecordMapping.CodeOf(c)) },
            Chain = { decision.Chain.Select(mapping.ToProto) },
            Responsible = decision.Responsible is Responsibility r
                ? new Proto.Responsibility { Result = r.ResultId, Handling = r.HandlingId, Conditions = r.ConditionsId ?? "", Person = r.PersonId ?? "" }
                : null,
            Signing = decision.Signing is null ? null : OrganizationAnswers.Signing(decision.Signing, its),
            Findings = { decision.Findings },
            BrokenGrant = NameOf(decision.BrokenGrant),
            NearestGrant = NameOf(decision.NearestGrant),
            Missing = { decision.Missing },
            NextChange = RecordMapping.ToProto(decision.NextChange),
            On = CivilTimes.ToProto(decision.Question.On),
        };
        if (explain)
        {
            message.Explanation.AddRange(decision.Explain(state.Organization.NameOf).Select(r => ReasonMapping.ToProto(r, its)));
        }

        return message;
    }

    public Proto.HeldPower ToProto(HeldPower held)
    {
        DecisionMapping mapping = this;
        return new Proto.HeldPower
        {
            Power = ResourceName.Of(ResourceName.Powers, held.Power.Id),
            Unit = ResourceName.OfOptional(ResourceName.Units, held.UnitId),
            Chain = { held.Chain.Select(mapping.ToProto) },
            Scopes = { held.Scopes.Select(s => ScopeMapping.ToProto(s) ?? new Proto.GrantScope()) },
            Until = RecordMapping.ToProto(held.Until),
        };
    }

    public static Proto.GrantStatus ToProto(GrantStatus status) => new()
    {
        InForce = status.IsInForce,
        Causes = { status.Causes.Select(c => RecordMapping.CodeOf(c)) },
        NextChange = RecordMapping.ToProto(status.NextChange),
    };

    public static Proto.GrantObjection ToProto(GrantObjection objection) =>
        new() { Code = objection.Code, Fatal = objection.IsFatal, Message = RecordMapping.ToProto(objection.Message) };

    private Proto.AuthorityLink ToProto(AuthorityLink link) => new()
    {
        Kind = (Proto.AuthorityLinkKind)((int)link.Kind + 1),
        Holder = link.HolderId,
        Grant = NameOf(link.Grant),
        Basis = link.Basis?.Citation.In(language) ?? "",
        Term = RecordMapping.ToProto(link.Term),
    };

    private static string NameOf(Grant? grant) => grant is null ? "" : ResourceName.Of(ResourceName.Grants, grant.Id);
}
