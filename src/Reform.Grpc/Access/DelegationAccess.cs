using Google.Protobuf;
using Reform.Delegation.V1;
using Reform.Grpc.Delegation;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using DomainGrant = Reform.Domain.Delegation.Grant;

namespace Reform.Grpc.Access;

/// <summary>Which units the calls of DelegationService concern: a grant is its grantor's to change, and its grantor's and its grantee's to read.</summary>
internal static class DelegationAccess
{
    private static readonly string Service = DelegationService.Descriptor.FullName;

    public static IEnumerable<AccessRule> Rules =>
    [
        // Who holds a power by law is the same for everybody.
        AccessRule.Always(Service, "CreatePower", AccessRole.DelegationEditor, Concern.Everything),
        AccessRule.Always(Service, "UpdatePower", AccessRole.DelegationEditor, Concern.Everything),
        AccessRule.Always(Service, "GetPower", AccessRole.Reader, Concern.Nobody),
        AccessRule.Always(Service, "ListPowers", AccessRole.Reader, Concern.Nobody),
        Edit<CreateGrantRequest>("CreateGrant", (r, s) => Actor(s, r.Grant?.Grantor)),
        Edit<AmendGrantRequest>("AmendGrant", (r, s) => Grantor(s, r.Name)),
        Edit<SuspendGrantRequest>("SuspendGrant", (r, s) => Grantor(s, r.Name)),
        Edit<ResumeGrantRequest>("ResumeGrant", (r, s) => Grantor(s, r.Name)),
        Edit<RevokeGrantRequest>("RevokeGrant", (r, s) => Grantor(s, r.Name)),
        Edit<LapseGrantRequest>("LapseGrant", (r, s) => Grantor(s, r.Name)),
        Edit<CorrectGrantRecordRequest>("CorrectGrantRecord", (r, s) => Both(Grantor(s, r.Name), r.Grant is null ? null : Actor(s, r.Grant.Grantor))),
        Read<GetGrantRequest>("GetGrant", (r, s) => Parties(s, r.Name)),
        Read<ListGrantsRequest>("ListGrants", (r, _) => Parent(r.Parent)),
        Read<ListGrantHistoryRequest>("ListGrantHistory", (r, s) => Parties(s, r.Name)),
        Read<CheckAuthorityRequest>("CheckAuthority", (r, s) => Actor(s, r.Question?.Actor)),
        Read<BatchCheckAuthorityRequest>("BatchCheckAuthority", (r, s) => All(r.Items.Select(i => Actor(s, i.Question?.Actor)))),
        Read<StreamCheckAuthorityRequest>("StreamCheckAuthority", (r, s) => Actor(s, r.Item?.Question?.Actor)),
        Read<ExplainAuthorityRequest>("ExplainAuthority", (r, s) => Actor(s, r.Question?.Actor)),
        Read<LookupSignersRequest>("LookupSigners", (r, _) => r.Unit.Length == 0 ? Concern.Everything : Concern.Of(ResourceName.In(ResourceName.Units, "unit", r.Unit))),
        Read<ListAuthoritiesRequest>("ListAuthorities", (r, s) => Actor(s, r.Actor)),
        Read<ListExpiringGrantsRequest>("ListExpiringGrants", (r, s) => All([Parent(r.Parent), .. r.Pending.Select(p => Actor(s, p.Question?.Actor))])),
        AccessRule.Always(Service, "ListGrantOverlaps", AccessRole.Reader, Concern.Everything),
        AccessRule.Always(Service, "ListOrphanedGrants", AccessRole.Reader, Concern.Everything),
        Read<LookupReturnRequest>("LookupReturn", (r, s) => Parties(s, r.Name)),
        Read<GetDelegationRatioRequest>("GetDelegationRatio", (r, _) => Concern.Of(ResourceName.In(ResourceName.Units, "unit", r.Unit))),
        Read<ValidateGrantRequest>("ValidateGrant", (r, s) => Actor(s, r.Grant?.Grantor)),
    ];

    private static AccessRule Edit<T>(string method, Func<T, RegisterState, Concern> concern)
        where T : class, IMessage => AccessRule.For(Service, method, AccessRole.DelegationEditor, concern);

    private static AccessRule Read<T>(string method, Func<T, RegisterState, Concern> concern)
        where T : class, IMessage => AccessRule.For(Service, method, AccessRole.Reader, concern);

    private static Concern Parent(string parent) =>
        parent is "units/-" or "" ? Concern.Everything : Concern.Of(ResourceName.In(ResourceName.Units, "parent", parent));

    private static Concern Actor(RegisterState state, string? actorId) => Concern.AnyOf(Units(state, actorId));

    private static Concern Grantor(RegisterState state, string name) => Actor(state, Find(state, name)?.GrantorId);

    private static Concern Parties(RegisterState state, string name) => Find(state, name) is DomainGrant grant
        ? Concern.AnyOf([.. Units(state, grant.GrantorId), .. Units(state, grant.GranteeId)])
        : Concern.Of(Concern.NobodysUnit);

    private static Concern All(IEnumerable<Concern> concerns) => Concern.AllOf(concerns);

    private static Concern Both(Concern first, Concern? second) => second is null ? first : Concern.AllOf([first, second]);

    // Who is unknown belongs to nobody.
    private static IReadOnlyCollection<string> Units(RegisterState state, string? actorId) =>
        actorId is not null && UnitsOf.Actor(state.Organization, actorId) is { Count: > 0 } units ? units : [Concern.NobodysUnit];

    private static DomainGrant? Find(RegisterState state, string name) => state.Authority.FindGrant(ResourceName.In(ResourceName.Grants, "name", name));
}
