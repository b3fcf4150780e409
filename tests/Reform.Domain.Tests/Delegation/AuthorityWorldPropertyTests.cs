using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Testing.Delegation;
using Reform.Testing.Delegation.Reference;

namespace Reform.Domain.Tests.Delegation;

/// <summary>
/// The laws that hold between answers, on the large random worlds with reorganisations, deep chains, events and corrections. Each counts
/// how often it applied. What is asked is the register's public interface alone; the reference only says who was reorganised.
/// </summary>
public sealed class AuthorityWorldPropertyTests(ITestOutputHelper output)
{
    private const ulong FirstSeed = 5_000_000_000;
    private const int Days = 45;
    private static readonly LocalDate First = RandomOrganization.First;
    private readonly WorldTally tally = new(output);

    /// <summary>Attenuation: whatever somebody may do by a grant, who granted it could have done on that day in that case.</summary>
    [Fact]
    public void A_child_never_exceeds_its_parent()
    {
        ForEachWorld(1_200, (world, register) =>
        {
            var facts = new ReferenceRegister(world.Records, world.Organization, world.Regimes, Instant.MaxValue);
            for (int i = 0; i < 40; i++)
            {
                AuthorityDecision decision = register.Check(world.Question());
                foreach (Grant grant in decision.IsCompetent ? decision.Chain.Select(l => l.Grant).OfType<Grant>() : [])
                {
                    AuthorityQuestion asked = decision.Question with { ActorId = grant.GrantorId };
                    // What a reorganised grantor granted goes on with whoever has by then what it had.
                    bool wasReorganised = facts.Organization.IsReorganised(grant.GrantorId, asked.On);
                    string[] grantors = wasReorganised ? [grant.GrantorId, .. RandomOrganization.Actors.Where(a => TookOver(facts, a, grant, asked.On))] : [grant.GrantorId];
                    tally.CountIf(wasReorganised, "granted by who gave or took over");

                    // Who holds one territory as head and another for the body decides in each, though not as one in both. Where several took
                    // over together, they together have it.
                    bool Could(AuthorityQuestion question) => grantors.Select(g => register.Check(question with { ActorId = g }))
                        .Any(d => d.IsCompetent || (wasReorganised && d.Causes.Contains(AuthorityBreak.SeveralSuccessors)));
                    string[] territories = asked.Case.Territories.Count > 0 || !wasReorganised ? [.. asked.Case.Territories] : [.. facts.Organization.Territories];
                    bool could = Could(asked) || (territories.Length > 1 && territories.All(t => Could(asked with { Case = asked.Case with { Territories = [t] } })));
                    bool isWithoutPost = HeirsWithoutHead(facts, grant, asked);
                    tally.CountIf(isWithoutPost, "by a head whose successor has none");
                    tally.Compare(could || isWithoutPost, world.Seed, "grantor of depth " + facts.Path(grant).Length, () => grant.Id + " by " + ReferenceLists.Written(asked));
                    if (grant.ParentId is string parent)
                    {
                        Grant above = facts.Parent(grant)!;
                        tally.Compare(register.StatusOf(parent, asked.On).IsInForce && facts.ScopeOn(above, asked.On).Covers(asked.Case) && (above.UnitId is null || above.UnitId == asked.UnitId),
                            world.Seed, "parent", () => grant.Id + " under " + parent + ": " + ReferenceLists.Written(asked));
                    }
                }
            }
        });
        tally.Report();
        tally.RequireTried(("grantor of depth 1", 2_000), ("grantor of depth 2", 800), ("grantor of depth 3", 300), ("grantor of depth 4", 100), ("grantor of depth 5", 40), ("parent", 2_000));
    }

    /// <summary>A register in which a grant was never made answers the same on every day before the grant's first.</summary>
    [Fact]
    public void No_grant_has_an_effect_before_its_date()
    {
        ForEachWorld(500, (world, register) =>
        {
            Grant grant = register.Grants[(int)(world.Seed % (ulong)register.Grants.Count)];
            LocalDate start = ReferenceRegister.StartOf(grant);
            HashSet<string> below = Below(register.Grants, grant.Id);
            var without = new AuthorityRegister(
                register.Powers, register.Grants.Where(g => !below.Contains(g.Id)), register.Events.Where(e => !below.Contains(e.GrantId)), new OrganizationRegister(world.Organization), new GrantRegimes(world.Regimes));
            foreach (string actor in RandomOrganization.Actors)
            {
                AuthorityQuestion question = world.Question() with { ActorId = actor, PowerId = grant.PowerId };
                for (LocalDate on = First.PlusDays(-5); on < start.PlusDays(3); on = on.PlusDays(1))
                {
                    string with = Shown(register.Check(question with { On = on }));
                    string never = Shown(without.Check(question with { On = on }));
                    tally.CountIf(on >= start && with != never, "an effect from its date on");
                    if (on < start)
                    {
                        tally.Compare(with == never, world.Seed, "days before", () => grant.Id + " " + ReferenceLists.Written(question with { On = on }));
                    }
                }
            }

            for (LocalDate on = First.PlusDays(-5); on < start; on = on.PlusDays(1))
            {
                tally.Compare(!register.StatusOf(grant.Id, on).IsInForce, world.Seed, "status before", () => grant.Id + " on " + on);
            }
        });
        tally.Report();
        tally.RequireTried(("days before", 30_000), ("status before", 2_000), ("an effect from its date on", 200));
    }

    /// <summary>Revoking cuts the grant and what hangs on it, from that day on, and nothing else; what was known before stays known.</summary>
    [Fact]
    public void A_revocation_cuts_exactly_the_descendants_and_from_its_day()
    {
        ForEachWorld(500, (world, register) =>
        {
            Grant revoked = register.Grants[(int)(world.Seed % (ulong)register.Grants.Count)];
            LocalDate cut = ReferenceRegister.StartOf(revoked).PlusDays((int)(world.Seed % 11));
            AuthorityRegister after;
            try
            {
                after = register.With(new AuthorityRecords { Events = [new Recorded<GrantEvent>("the cut", new GrantEvent.Revoked(revoked.Id, cut), RandomOrganization.Moment(9))] });
            }
            catch (AuthorityInputException)
            {
                tally.Count("refused");
                return;
            }

            AuthorityRegister before = after.AsKnownAt(RandomOrganization.Moment(8));
            HashSet<string> hanging = Below(register.Grants, revoked.Id);
            for (LocalDate on = First.PlusDays(-3); on < First.PlusDays(Days); on = on.PlusDays(1))
            {
                foreach (Grant grant in register.Grants)
                {
                    bool was = register.StatusOf(grant.Id, on).IsInForce;
                    bool isCut = hanging.Contains(grant.Id) && on >= cut;
                    tally.CountIf(was && isCut, grant == revoked ? "cut itself" : "cut below");
                    tally.CountIf(was && !isCut && hanging.Contains(grant.Id), "not yet cut");
                    tally.Compare(after.StatusOf(grant.Id, on).IsInForce == (was && !isCut), world.Seed, "statuses", () => grant.Id + " on " + on + ", " + revoked.Id + " revoked on " + cut);
                    tally.Compare(before.StatusOf(grant.Id, on).IsInForce == was, world.Seed, "as known before", () => grant.Id + " on " + on);
                }
            }

            for (int i = 0; i < 40; i++)
            {
                AuthorityQuestion question = world.Question();
                AuthorityDecision was = register.Check(question);
                bool rests = was.Chain.Any(l => l.Grant is Grant g && hanging.Contains(g.Id)) && question.On >= cut;
                AuthorityDecision now = after.Check(question);
                tally.CountIf(rests && was.IsCompetent, now.IsCompetent ? "decided by another chain" : "decided no more");
                if (was.IsCompetent)
                {
                    tally.Compare(rests ? now.Chain.All(l => l.Grant is null || !hanging.Contains(l.Grant.Id)) : Shown(was) == Shown(now), world.Seed, "decisions", () => ReferenceLists.Written(question));
                }
            }
        });
        tally.Report();
        tally.RequireTried(("statuses", 200_000), ("cut itself", 1_000), ("cut below", 500), ("not yet cut", 400), ("decisions", 3_000), ("decided no more", 100), ("decided by another chain", 10));
        Assert.True(tally["refused"] <= 20, tally["refused"] + " refused");
    }

    /// <summary>Day by day: nothing that a reader sees changes before the next change that a decision names, and something does on it.</summary>
    [Fact]
    public void An_answer_is_constant_until_its_next_change_and_differs_on_it()
    {
        ForEachWorld(600, (world, register) =>
        {
            for (int i = 0; i < 4; i++)
            {
                AuthorityQuestion question = world.Question();
                AuthorityDecision decision = register.Check(question);
                string now = Seen(decision);
                LocalDate end = decision.NextChange ?? First.PlusDays(70);
                tally.Count(decision.NextChange is null ? "no change to come" : "a change to come");
                tally.CountIf(decision.IsCompetent && decision.NextChange is not null, "a yes with a change to come");
                for (LocalDate on = question.On.PlusDays(1); on < end; on = on.PlusDays(1))
                {
                    string later = Seen(register.Check(question with { On = on }));
                    tally.Compare(later == now, world.Seed, "days until", () => ReferenceLists.Written(question) + ": on " + on + "\n  " + now + "\n  " + later);
                }

                if (decision.NextChange is LocalDate change)
                {
                    AuthorityDecision then = register.Check(question with { On = change });
                    tally.Compare(change > question.On && Seen(then) != now, world.Seed, "days of change", () => ReferenceLists.Written(question) + ": nothing differs on " + change);
                    tally.CountIf(then.Verdict != decision.Verdict, "another verdict on it");
                }
            }
        });
        tally.Report();
        tally.RequireTried(("days until", 20_000), ("days of change", 800), ("another verdict on it", 200), ("a yes with a change to come", 150), ("no change to come", 200));
    }

    private void ForEachWorld(int worlds, Action<RandomAuthority, AuthorityRegister> look) => Parallel.For(0, worlds, i =>
    {
        var world = new RandomAuthority(FirstSeed + (ulong)i);
        if (world.Register() is AuthorityRegister register && register.Grants.Count > 0)
        {
            tally.Count("worlds");
            look(world, register);
        }
    });

    private static bool TookOver(ReferenceRegister facts, string actor, Grant grant, LocalDate on) =>
        facts.Organization.Predecessors(actor, facts.PowerOf(grant.PowerId).Field).TryGetValue(grant.GrantorId, out LocalDate since) && since <= on;

    // What a head held goes on with a unit in which there is no such post to ask.
    private static bool HeirsWithoutHead(ReferenceRegister facts, Grant grant, AuthorityQuestion asked) => facts.Organization.Headed(grant.GrantorId) is string unit
        && (asked.Case.Territories.Count > 0 ? asked.Case.Territories : facts.Organization.Territories)
            .SelectMany(t => facts.Organization.Heirs(unit, facts.PowerOf(grant.PowerId).Field, t, asked.On))
            .Any(heir => heir is not null && facts.Organization.Post(heir + "/head") is null);

    private static HashSet<string> Below(IEnumerable<Grant> grants, string id)
    {
        HashSet<string> below = [id];
        while (grants.Any(g => g.ParentId is string parent && below.Contains(parent) && below.Add(g.Id)))
        {
        }

        return below;
    }

    private static string Shown(AuthorityDecision d) => d.Verdict + " " + string.Join('>', d.Chain.Select(l => l.Kind + ":" + l.HolderId + ":" + l.Grant?.Id));

    // What a reader sees, but for the date of the question and the persons behind units and posts.
    private static string Seen(AuthorityDecision d) => string.Join('|',
    [
        Shown(d), d.Code, d.Responsible?.ResultId, d.Responsible?.HandlingId, d.Responsible?.ConditionsId, d.BrokenGrant?.Id, d.NearestGrant?.GranteeId == d.Question.ActorId ? d.NearestGrant.Id : null, .. d.Causes, .. d.Missing, .. d.Findings,
        .. d.Explain().Select(r => r.Code + r.Basis?.Citation.English + string.Concat(r.Arguments.Where(a => a.Name != "on").Select(a => a.Value.ToInvariant()))),
        .. d.Chain.Take(1).Select(l => l.Basis?.Citation.English), .. (d.Signing?.Variants ?? []).Select(v => string.Join('+', v.Forms) + v.Seal),
    ]);
}
