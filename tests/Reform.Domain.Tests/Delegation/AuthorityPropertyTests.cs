using CsCheck;
using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Delegation;

/// <summary>The register against the plain recursive definition of who is competent, on small random registers with circles.</summary>
public sealed class AuthorityPropertyTests
{
    private static readonly string[] Actors = ["a", "b", "c", "d", "e"];
    private static readonly LocalDate First = new(2026, 1, 1);

    private static readonly Gen<Validity> Periods = Gen.Select(Gen.Int[-2, 3], Gen.Int[1, 6]).Select((from, length) => new Validity(
        from < 0 ? null : First.PlusDays(from), length > 5 ? null : First.PlusDays(Math.Max(from, 0) + length)));

    private static readonly Gen<GrantScope> Scopes = Gen.OneOf(
        GrantScope.Everything, new GrantScope(["X"], []), new GrantScope([], ["P1"]), new GrantScope(["X", "Y"], ["P2"]));

    private static readonly Gen<Grant> Grants =
        from grantor in Gen.OneOf(Actors)
        from grantee in Gen.OneOf(Actors)
        from period in Periods
        from onward in Gen.Bool
        from scope in Scopes
        select TestRegisters.Grant(grantor, grantee, validity: period, onward: onward, scope: scope);

    private static readonly Gen<AuthorityRegister> Registers =
        from holders in Gen.Select(Gen.OneOf(Actors), Periods).Array[0, 2]
        from grants in Grants.Array[0, 9]
        select new AuthorityRegister(
            [
                new Power(
                    "permit", BilingualText.Same("permit"),
                    holders.Select(h => new PowerHolder(h.Item1, h.Item2, LegalBasis.LocalGovernment("14"))).ToValueList())
            ],
            grants.Select((g, i) => g with { Id = "g" + i }));

    private static readonly Gen<AuthorityQuestion> Questions =
        from actor in Gen.OneOf(Actors)
        from day in Gen.Int[-1, 9]
        from territory in Gen.OneOf("X", "Y", "Z")
        from procedure in Gen.OneOf("P1", "P2")
        select new AuthorityQuestion(actor, "permit", First.PlusDays(day), territory, procedure);

    [Fact]
    public void Competent_is_exactly_who_the_definition_says() =>
        Gen.Select(Registers, Questions).Sample((register, question) =>
            Assert.Equal(IsCompetent(register, question), register.Check(question).IsCompetent));

    [Fact]
    public void A_chain_leads_from_a_holder_by_law_to_the_actor_and_every_link_holds() =>
        Gen.Select(Registers, Questions).Sample((register, question) =>
        {
            ValueList<AuthorityLink> chain = register.Check(question).Chain;
            if (chain.Count == 0)
            {
                return;
            }

            Assert.True(HoldsByLaw(register, chain[0].HolderId, question.On));
            Assert.Null(chain[0].Grant);
            Assert.Equal(question.ActorId, chain[^1].HolderId);
            for (int i = 1; i < chain.Count; i++)
            {
                Grant grant = Assert.IsType<Grant>(chain[i].Grant);
                Assert.Equal(chain[i - 1].HolderId, grant.GrantorId);
                Assert.Equal(chain[i].HolderId, grant.GranteeId);
                Assert.True(Applies(grant, question));
                Assert.True(grant.AllowsOnward || i == chain.Count - 1);
            }

            Assert.Equal(ShortestChain(register, question), chain.Count);
        });

    [Fact]
    public void A_refusal_names_the_cause_that_came_furthest_and_always_says_why() =>
        Gen.Select(Registers, Questions).Sample((register, question) =>
        {
            AuthorityDecision decision = register.Check(question);
            Assert.NotEmpty(decision.Explain());
            if (decision.IsCompetent)
            {
                return;
            }

            List<AuthorityBreak> causes =
                [.. register.Grants.Where(g => g.GranteeId == question.ActorId).Select(g => Cause(register, g, question))];
            int furthest = causes.Append(AuthorityBreak.NoGrant).Max(Rank);
            Assert.Equal(furthest, Rank(decision.Break));
            Assert.Equal(decision.Break == AuthorityBreak.NoGrant, decision.BrokenGrant is null);
            if (decision.BrokenGrant is Grant broken)
            {
                Assert.Equal(decision.Break, Cause(register, broken, question));
            }
        });

    private static bool IsCompetent(AuthorityRegister register, AuthorityQuestion question) =>
        HoldsByLaw(register, question.ActorId, question.On)
        || register.Grants.Any(
            g => g.GranteeId == question.ActorId && Applies(g, question) && MayPassOn(register, g.GrantorId, question, []));

    private static bool MayPassOn(AuthorityRegister register, string id, AuthorityQuestion question, string[] above) =>
        !above.Contains(id)
        && (HoldsByLaw(register, id, question.On)
            || register.Grants.Any(g => g.GranteeId == id && g.AllowsOnward && Applies(g, question)
                && MayPassOn(register, g.GrantorId, question, [.. above, id])));

    private static int ShortestChain(AuthorityRegister register, AuthorityQuestion question)
    {
        string[] at = [question.ActorId];
        for (int links = 1; ; links++)
        {
            if (at.Any(id => HoldsByLaw(register, id, question.On)))
            {
                return links;
            }

            bool anyGrant = links == 1;
            at = [.. register.Grants.Where(g => at.Contains(g.GranteeId) && Applies(g, question) && (anyGrant || g.AllowsOnward))
                .Select(g => g.GrantorId)];
            Assert.NotEmpty(at);
        }
    }

    private static AuthorityBreak Cause(AuthorityRegister register, Grant grant, AuthorityQuestion question) =>
        grant.Validity.From > question.On ? AuthorityBreak.NotYetInForce
        : grant.Validity.To <= question.On ? AuthorityBreak.Expired
        : !Covers(grant.Scope, question) ? AuthorityBreak.OutOfScope
        : IsCompetent(register, question with { ActorId = grant.GrantorId }) ? AuthorityBreak.OnwardNotPermitted
        : AuthorityBreak.GrantorLackedPower;

    private static int Rank(AuthorityBreak cause) => cause switch
    {
        AuthorityBreak.NoGrant => 0,
        AuthorityBreak.NotYetInForce or AuthorityBreak.Expired => 1,
        AuthorityBreak.OutOfScope => 2,
        AuthorityBreak.GrantorLackedPower => 3,
        _ => 4,
    };

    private static bool HoldsByLaw(AuthorityRegister register, string id, LocalDate on) => register.Powers[0].Holders.Any(
        h => h.HolderId == id && !(h.Validity.From > on) && !(h.Validity.To <= on));

    private static bool Applies(Grant grant, AuthorityQuestion question) =>
        !(grant.Validity.From > question.On) && !(grant.Validity.To <= question.On) && Covers(grant.Scope, question);

    private static bool Covers(GrantScope scope, AuthorityQuestion question) =>
        (scope.Territories.Count == 0 || scope.Territories.Any(t => t == question.Territory))
        && (scope.Procedures.Count == 0 || scope.Procedures.Any(p => p == question.ProcedureCode));
}
