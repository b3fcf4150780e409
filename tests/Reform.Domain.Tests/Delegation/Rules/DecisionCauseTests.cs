using NodaTime;
using Reform.Domain.Compliance;
using Reform.Domain.Delegation;
using Reform.Domain.Organizations;
using Reform.Domain.Rules;

namespace Reform.Domain.Tests.Delegation.Rules;

/// <summary>Which rule over decisions names which cause of a broken chain, and which facts none can do without: one table, cause by cause.</summary>
public sealed class DecisionCauseTests
{
    private static readonly string[] OverEveryDecision = ["CR-DLG-05", "CR-DLG-24"];

    private static readonly DecisionFacts ByGrant = new()
    {
        DecisionId = "d",
        ActorId = "a",
        PowerId = "p",
        DecidedOn = new LocalDate(2025, 8, 1),
        Verdict = AuthorityVerdict.Competent,
        System = OrganizationSystem.Party,
    };

    // CR-DLG-24 takes what no other names.
    private static string CodeOf(AuthorityBreak cause) => cause switch
    {
        AuthorityBreak.NoWrittenInstrument => "CR-DLG-01",
        AuthorityBreak.GrantExpired or AuthorityBreak.GrantSuspended or AuthorityBreak.Revoked or AuthorityBreak.Lapsed => "CR-DLG-03",
        AuthorityBreak.GrantNotYetInForce => "CR-DLG-04",
        AuthorityBreak.OutOfScope or AuthorityBreak.ConditionNotMet => "CR-DLG-05",
        AuthorityBreak.GrantorLackedPower or AuthorityBreak.GrantorLostPower => "CR-DLG-06",
        AuthorityBreak.SubdelegationForbidden => "CR-DLG-07",
        AuthorityBreak.PairNotAllowed or AuthorityBreak.GranteeKindNotAllowed => "CR-DLG-08",
        AuthorityBreak.WrongInstrumentKind => "CR-DLG-09",
        AuthorityBreak.GranteeCeased or AuthorityBreak.GrantorCeased or AuthorityBreak.UnitCeased => "CR-DLG-10",
        AuthorityBreak.NotYetConfirmed => "CR-DLG-13",
        AuthorityBreak.NonDelegable => "CR-DLG-18",
        // Whether a vote was needed and passed is read from the vote itself (CR-DLG-12).
        AuthorityBreak.None or AuthorityBreak.VoteNotPassed => "",
        _ => "CR-DLG-24",
    };

    public static TheoryData<AuthorityBreak> Causes => [.. Enum.GetValues<AuthorityBreak>()];

    [Theory]
    [MemberData(nameof(Causes))]
    public void Each_cause_breaks_the_one_rule_that_names_it(AuthorityBreak cause)
    {
        string code = CodeOf(cause);
        Assert.Equal(code.Length == 0 ? [] : [code], Failed(ByGrant with { Break = cause }));

        // Without any grant the rules about grants have nothing to say; scope, title and whether anything was granted at all have.
        Assert.Equal(
            OverEveryDecision.Append("CR-DLG-13").Contains(code) ? [code] : [],
            Failed(ByGrant with { Break = cause, IsByLaw = true }));

        // Titles are confirmed in the Party.
        Assert.Equal(code is "" or "CR-DLG-13" ? [] : [code], Failed(ByGrant with { Break = cause, System = OrganizationSystem.State }));
    }

    public static TheoryData<string, DecisionFacts> Lacks => new()
    {
        { "subject", ByGrant with { LacksSubject = true } },
        { "territory", ByGrant with { LacksTerritory = true } },
        { "case_kind", ByGrant with { LacksCaseKind = true } },
        { "amount", ByGrant with { LacksAmount = true } },
        { "unit", ByGrant with { LacksUnit = true } },
        { "vote", ByGrant with { LacksVote = true } },
        { "confirmation", ByGrant with { LacksConfirmation = true } },
        { "assignment", ByGrant with { LacksAssignment = true } },
        { "authority_facts", ByGrant with { LacksOther = true } },
    };

    [Theory]
    [MemberData(nameof(Lacks))]
    public void Where_the_register_lacks_a_fact_no_rule_on_the_chain_decides(string name, DecisionFacts facts)
    {
        Judgement[] onTheChain = [.. BuiltInRules.Decisions.Judge(facts).Judged.Where(j => j.Verdict != Verdict.NotApplicable)];
        Assert.Equal(12, onTheChain.Length);
        Assert.All(onTheChain, j => Assert.Equal((Verdict.Unknown, name), (j.Verdict, Assert.Single(j.Missing).Name)));
    }

    private static IEnumerable<string> Failed(DecisionFacts facts) => BuiltInRules.Decisions.Judge(facts).With(Verdict.Fail).Select(j => j.Rule.Code);
}
