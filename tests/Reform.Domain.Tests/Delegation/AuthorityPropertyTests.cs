using CsCheck;
using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Delegation;

/// <summary>The register against the definition, and the laws that hold between its answers, on small random registers.</summary>
public sealed class AuthorityPropertyTests
{
    private const int Runs = 4_000;
    private static readonly string[] Units = ["", "u"];
    private static readonly string[] Subjects = ["P1", "P2", "P3"];
    private static readonly string[] Actors = ["a", "b", "c", "d", "e"];
    private static readonly LocalDate First = new(2026, 1, 28);

    private static readonly Gen<Validity> Periods = Gen.Select(Gen.Int[-3, 6], Gen.Int[1, 16]).Select((from, length) => new Validity(
        from < 0 ? null : First.PlusDays(from), length > 12 ? null : First.PlusDays(Math.Max(from, 0) + length)));

    private static readonly Gen<GrantScope> Scopes = Gen.Frequency(
        (4, Gen.Const(GrantScope.Everything)),
        (1, Gen.Const(new GrantScope { Territories = ["X"] })),
        (1, Gen.Const(new GrantScope { Territories = ["X", "Y"], Amount = AmountRange.AtMost(5) })),
        (1, Gen.Const(new GrantScope { Subjects = ["P1"], Amount = AmountRange.Below(5) })),
        (1, Gen.Const(new GrantScope { Subjects = ["P1", "P2"], Exclusions = [new GrantScope { Subjects = ["P2"], Territories = ["Y"] }] })));

    private static readonly Gen<Power> Powers =
        from holders in Gen.Select(Gen.OneOf(Actors), Periods, Gen.OneOf<string?>(null, null, "u"), Gen.OneOf<ValueList<string>>([], [], ["X"])).Array[0, 3]
        from kinds in Gen.OneOf<ValueList<GrantKind>?>(null, null, null, [], [GrantKind.Mandate])
        from period in Periods
        select new Power(
            "permit",
            BilingualText.Same("permit"),
            holders.Select((h, i) => new HolderRule(h.Item1, h.Item2, LegalBasis.Citing("rule " + i)) { UnitId = h.Item3, Territories = h.Item4 }).ToValueList())
        {
            Delegability = new DatedValues<Delegability>(kinds is null ? [] : [new(new Delegability(kinds), period, LegalBasis.Citing("law"))]),
        };

    private static readonly Gen<Grant> Grants =
        from kind in Gen.Frequency((6, Gen.Const(GrantKind.Mandate)), (3, Gen.Const(GrantKind.Decentralization)), (1, Gen.Const(GrantKind.Assignment)))
        from grantor in Gen.OneOf(Actors)
        from grantee in Gen.OneOf(Actors)
        from period in Periods
        from signed in Gen.Int[-2, 3]
        from onward in Gen.Int[0, 5]
        from scope in Scopes
        from unit in Gen.OneOf<string?>(null, null, null, "u")
        select new Grant
        {
            Id = "",
            Kind = kind,
            PowerId = "permit",
            GrantorId = grantor,
            GranteeId = grantee,
            Validity = period,
            AllowsOnward = onward > 0,
            Scope = scope,
            UnitId = unit,
            Instrument = new Instrument("1", First.PlusDays(signed), BilingualText.Same("decision")),
        };

    private static readonly Gen<GrantEvent> Events =
        from grant in Gen.Int[0, 7]
        from begins in Gen.Int[3, 14]
        from more in Gen.Int[-2, 6]
        from scope in Scopes
        from kind in Gen.Int[0, 6]
        let id = "g" + grant
        let day = First.PlusDays(begins)
        select (GrantEvent)(kind switch
        {
            0 or 1 => new GrantEvent.Revoked(id, day, more < 0 ? null : day.PlusDays(more)),
            2 => new GrantEvent.Suspended(id, day),
            3 => new GrantEvent.Resumed(id, day),
            4 => new GrantEvent.Lapsed(id, day, BilingualText.Same("done")),
            _ => new GrantEvent.Amended(id, day)
            {
                To = more < 0 ? null : day.PlusDays(more - 1),
                Scope = kind == 5 ? scope : null,
                AllowsOnward = more > 3 ? more > 4 : null,
            },
        });

    private static readonly Gen<Facts> Registers =
        from power in Powers
        from grants in Gen.Select(Grants, Gen.Int[-3, 7], Gen.Int[0, 6]).Array[0, 8]
        from events in Events.Array[0, 5]
        select Hung(power, grants, events);

    private static readonly Gen<AuthorityQuestion> Questions =
        from actor in Gen.OneOf([.. Actors, "nobody"])
        from day in Gen.Int[-3, 22]
        from unit in Gen.OneOf<string?>(null, "u", "v")
        from territories in Gen.OneOf<ValueList<string>>([], ["X"], ["Y"], ["X", "Y"], ["Z"])
        from subject in Gen.OneOf<string?>(null, "P1", "P2", "P1")
        from amount in Gen.OneOf<decimal?>(null, 4, 5, 6, 4)
        select new AuthorityQuestion(actor, "permit", First.PlusDays(day))
        {
            UnitId = unit,
            Case = new AuthorityCase { Territories = territories, Subject = subject, Amount = amount },
        };

    [Fact]
    public void A_yes_and_its_chain_are_those_of_the_definition() =>
        Gen.Select(Registers, Questions.Array[8]).Sample((facts, questions) =>
        {
            foreach (AuthorityQuestion question in questions)
            {
                AuthorityDecision decision = facts.Register.Check(question);
                string[]? expected = facts.Oracle.ChainOf(question);
                Assert.Equal(expected is not null, decision.IsCompetent);
                Assert.Equal(expected ?? [], Ids(decision.IsCompetent ? decision.Chain : []));
                Assert.Equal(decision.IsCompetent, decision.Causes.Count == 0);
                Assert.NotEmpty(decision.Explain());
            }
        }, iter: Runs);

    // More facts only ever settle what could not be told or lay in several territories.
    [Fact]
    public void What_cannot_be_told_is_a_no_for_some_facts_and_a_yes_for_others_and_a_no_stays_a_no() =>
        Gen.Select(Registers, Questions).Sample((facts, question) =>
        {
            AuthorityDecision decision = facts.Register.Check(question);
            List<bool> answers = [.. Completed(question).Select(q => facts.Oracle.ChainOf(q) is not null)];
            if (decision.Verdict == AuthorityVerdict.Unknown)
            {
                Assert.NotEmpty(decision.Missing);
                Assert.True(answers.Contains(true) || CouldBeAssigned(facts, question));
            }
            else if (decision.Verdict == AuthorityVerdict.NotCompetent)
            {
                Assert.DoesNotContain(true, answers);
            }
            else if (decision.Verdict == AuthorityVerdict.Ambiguous)
            {
                Assert.True(CouldBeAssigned(facts, question));
            }
        }, iter: Runs);

    [Fact]
    public void A_grant_never_holds_where_the_one_that_it_passes_on_does_not() =>
        Gen.Select(Registers, Questions.Array[8]).Sample((facts, questions) =>
        {
            foreach (AuthorityQuestion question in questions)
            {
                ValueList<AuthorityLink> chain = facts.Register.Check(question) is { IsCompetent: true } decision ? decision.Chain : [];
                for (int i = 1; i < chain.Count; i++)
                {
                    Grant grant = chain[i].Grant!;
                    Assert.Equal(chain[i - 1].HolderId, grant.GrantorId);
                    Assert.True(facts.Oracle.InForce(grant, question.On));
                    Assert.True(question.On >= AuthorityOracle.StartOf(grant));
                    Assert.True(facts.Register.Check(question with { ActorId = grant.GrantorId }).IsCompetent);
                }
            }
        }, iter: Runs);

    [Fact]
    public void A_revocation_cuts_the_grant_and_what_hangs_on_it_from_its_day_on_and_nothing_else() =>
        Gen.Select(Registers.Where(f => f.Grants.Length > 0), Gen.Int[0, 7], Gen.Int[3, 12]).Sample((facts, which, on) =>
        {
            Grant revoked = facts.Grants[which % facts.Grants.Length];
            LocalDate cut = First.PlusDays(on);
            Facts after = facts.With(new GrantEvent.Revoked(revoked.Id, cut));
            HashSet<string> hanging = Below(facts.Grants, revoked.Id);
            for (LocalDate day = First.PlusDays(-3); day < First.PlusDays(24); day = day.PlusDays(1))
            {
                foreach (Grant grant in facts.Grants)
                {
                    bool before = facts.Register.StatusOf(grant.Id, day).IsInForce;
                    bool isCut = hanging.Contains(grant.Id) && (day >= cut || AuthorityOracle.StartOf(grant) >= cut);
                    Assert.Equal(before && !isCut, after.Register.StatusOf(grant.Id, day).IsInForce);
                }
            }
        }, iter: Runs);

    [Fact]
    public void A_decision_stays_the_same_until_its_next_change_and_not_longer() =>
        Gen.Select(Registers, Questions).Sample((facts, question) =>
        {
            AuthorityDecision decision = facts.Register.Check(question);
            string now = Shown(decision);
            LocalDate? next = decision.NextChange;
            for (LocalDate day = question.On.PlusDays(1); day < First.PlusDays(45) && !(day >= next); day = day.PlusDays(1))
            {
                Assert.Equal(now, Shown(facts.Register.Check(question with { On = day })));
            }

            if (next is LocalDate change)
            {
                Assert.True(change > question.On);
                Assert.NotEqual(now, Shown(facts.Register.Check(question with { On = change })));
            }
        }, iter: Runs);

    [Fact]
    public void The_index_says_yes_where_some_case_could_get_a_yes() =>
        Gen.Select(Registers, Questions).Sample((facts, question) =>
        {
            AuthorityIndex index = facts.Register.Index;
            int actor = index.FindActor(question.ActorId);
            bool inForce = Units.Select(index.FindUnit).Where(u => u >= 0)
                .Any(u => index.Check(index.FindPower("permit"), u, actor, question.On).IsCompetent);
            bool expected = facts.Power.Holders.Any(h => h.HolderId == question.ActorId && h.Validity.Contains(question.On))
                || facts.Grants.Any(g => g.GranteeId == question.ActorId && facts.Oracle.InForce(g, question.On));
            Assert.Equal(expected, inForce);
        }, iter: Runs);

    [Fact]
    public void Who_could_decide_are_those_who_are_told_yes() =>
        Gen.Select(Registers, Questions).Sample((facts, question) =>
        {
            IEnumerable<string> yes = Actors.Where(a => facts.Register.Check(question with { ActorId = a }).IsCompetent);
            ValueList<AuthorityDecision> could = facts.Register.WhoCould("permit", question.On, question.Case, question.UnitId);
            Assert.Equal(yes.Order(StringComparer.Ordinal), could.Select(d => d.Question.ActorId).Order(StringComparer.Ordinal));
            Assert.All(could, d => Assert.Equal(Shown(facts.Register.Check(d.Question)), Shown(d)));
        }, iter: Runs);

    [Fact]
    public void What_an_actor_may_do_lists_what_a_check_says_yes_to_and_nothing_else() =>
        Gen.Select(Registers, Questions.Array[8]).Sample((facts, questions) =>
        {
            foreach (AuthorityQuestion question in questions)
            {
                ValueList<HeldPower> held = facts.Register.PowersOf(question.ActorId, question.On);
                bool covered = held.Any(h => (h.UnitId is null || h.UnitId == question.UnitId) && h.Scopes.All(s => s.Covers(question.Case)));
                Assert.Equal(facts.Register.Check(question).IsCompetent, covered);
                foreach (HeldPower power in held)
                {
                    Assert.Equal(question.ActorId, power.Chain[^1].HolderId);
                    LocalDate last = power.Until?.PlusDays(-1) ?? question.On.PlusDays(30);
                    Assert.Contains(facts.Register.PowersOf(question.ActorId, last), p => Ids(p.Chain).SequenceEqual(Ids(power.Chain)));
                }
            }
        }, iter: Runs);

    [Fact]
    public void A_grant_ends_on_the_last_day_on_which_it_is_in_force() =>
        Gen.Select(Registers, Gen.Int[-2, 18], Gen.Int[0, 8]).Sample((facts, from, length) =>
        {
            LocalDate start = First.PlusDays(from);
            IEnumerable<(LocalDate, string)> expected =
                from n in Enumerable.Range(0, length + 1)
                let day = start.PlusDays(n)
                from grant in facts.Grants
                where facts.Oracle.InForce(grant, day) && !facts.Oracle.InForce(grant, day.PlusDays(1))
                orderby day, grant.Id
                select (day, grant.Id);
            Assert.Equal(expected, facts.Register.ExpiringBetween(start, start.PlusDays(length)).Select(e => (e.LastDay, e.Grant.Id)));
        }, iter: Runs);

    [Fact]
    public void A_grant_to_which_nothing_objects_is_in_force_on_its_first_day_and_the_others_are_not() =>
        Gen.Select(Registers, Grants, Gen.Int[-3, 7], Gen.Int[0, 6]).Sample((facts, drawn, parent, fit) =>
        {
            Grant grant = Child(drawn, parent, fit, facts.Grants) with { Id = "new" };
            ValueList<GrantObjection> objections = facts.Register.Validate(grant);
            Assert.Equal(objections, facts.Register.Validate(grant));
            Facts with = facts.With(grant);
            if (objections.Any(o => o.Code == "outside_grantor_scope" && o.IsFatal))
            {
                Assert.Contains(Assert.Throws<AuthorityInputException>(() => _ = with.Register).Problems, p => p.Code == "outside_grantor_scope");
                return;
            }

            Assert.Equal(with.Oracle.InForce(grant, AuthorityOracle.StartOf(grant)), !objections.Any(o => o.IsFatal));
        }, iter: Runs);

    [Fact]
    public void Grants_overlap_where_two_could_decide_one_case_on_one_day() =>
        Registers.Sample(facts =>
        {
            var during = new Validity(First, First.PlusDays(12));
            List<(string, string)> expected = [];
            foreach ((Grant a, Grant b) in Pairs(facts.Grants).Where(p => p.First.GranteeId != p.Second.GranteeId))
            {
                bool related = Below(facts.Grants, a.Id).Contains(b.Id) || Below(facts.Grants, b.Id).Contains(a.Id);
                IEnumerable<LocalDate> days = Enumerable.Range(0, 12).Select(n => First.PlusDays(n));
                if (!related && days.Any(day => facts.Oracle.InForce(a, day) && facts.Oracle.InForce(b, day) && Cases.Any(c => Meets(facts, a, c, day) && Meets(facts, b, c, day))))
                {
                    expected.Add((a.Id, b.Id));
                }
            }

            // The list may hold pairs that only the scopes further up keep apart; it lacks none.
            Assert.Subset(facts.Register.Overlaps(during).Select(o => (o.First.Id, o.Second.Id)).ToHashSet(), expected.ToHashSet());
        }, iter: Runs);

    // In several territories, and in one of them alone it could be a yes.
    private static bool CouldBeAssigned(Facts facts, AuthorityQuestion question) => question.Case.Territories.Count > 1
        && question.Case.Territories.Any(t => Completed(question with { Case = question.Case with { Territories = [t] } }).Any(q => facts.Oracle.ChainOf(q) is not null));

    private static bool Meets(Facts facts, Grant grant, AuthorityQuestion about, LocalDate day) => facts.Oracle.Covers(grant, about with { On = day });

    private static IEnumerable<AuthorityQuestion> Cases => Completed(new AuthorityQuestion("a", "permit", First));

    private static IEnumerable<(Grant First, Grant Second)> Pairs(Grant[] grants) =>
        from a in grants from b in grants where string.CompareOrdinal(a.Id, b.Id) < 0 select (a, b);

    private static HashSet<string> Below(Grant[] grants, string id)
    {
        HashSet<string> below = [id];
        while (grants.Any(g => g.ParentId is string parent && below.Contains(parent) && below.Add(g.Id)))
        {
        }

        return below;
    }

    // Every way to state what a question leaves open, each fact also as something that no scope names.
    private static IEnumerable<AuthorityQuestion> Completed(AuthorityQuestion question) =>
        from unit in question.UnitId is null ? new string?[] { null, "u" } : [question.UnitId]
        from territory in question.Case.Territories.Count == 0 ? new ValueList<string>[] { ["X"], ["Y"], ["Z"] } : [question.Case.Territories]
        from subject in question.Case.Subject is null ? Subjects : [question.Case.Subject]
        from amount in question.Case.Amount is null ? new decimal[] { 4, 5, 6 } : [question.Case.Amount.Value]
        select question with { UnitId = unit, Case = question.Case with { Territories = territory, Subject = subject, Amount = amount } };

    // What a reader sees, the date of the question apart.
    private static string Shown(AuthorityDecision d) => string.Join(
        '|', [d.Verdict, .. d.Causes, .. Ids(d.Chain), d.BrokenGrant?.Id, d.NearestGrant?.GranteeId == d.Question.ActorId ? d.NearestGrant.Id : null, .. d.Missing, .. d.Findings, d.Responsible, .. d.Explain().Select(r => r.Code + r.Basis?.Citation.English + string.Concat(r.Arguments.Where(a => a.Name != "on").Select(a => a.Value.ToInvariant()))), .. d.Chain.Take(1).Select(l => l.Basis?.Citation.English)]);

    private static IEnumerable<string> Ids(ValueList<AuthorityLink> chain) => chain.Select(l => l.Grant?.Id).OfType<string>();

    private static Facts Hung(Power power, (Grant Grant, int Parent, int Fit)[] drawn, GrantEvent[] events)
    {
        var grants = new Grant[drawn.Length];
        for (int i = 0; i < grants.Length; i++)
        {
            Grant child = Child(drawn[i].Grant, drawn[i].Parent, drawn[i].Fit, grants[..i]);
            grants[i] = child with { Id = "g" + i, Instrument = child.Instrument with { Number = "instrument " + i } };
        }

        return new Facts(power, Lawful(grants), [.. events.Where(e => grants.Any(g => g.Id == e.GrantId))]);
    }

    // Most children fit their parents: the grantor received it, and the scope is not wider.
    private static Grant Child(Grant grant, int wished, int fit, Grant[] before)
    {
        Grant? parent = wished < 0 || before.Length == 0 ? null : before[wished % before.Length];
        return parent is null ? grant : grant with
        {
            ParentId = parent.Id,
            GrantorId = fit > 0 ? parent.GranteeId : grant.GrantorId,
            Scope = fit > 1 && !grant.Scope.IsWithin(parent.Scope) ? parent.Scope : grant.Scope,
            UnitId = parent.UnitId ?? grant.UnitId,
        };
    }

    // A scope beyond the parent's is no register: such a grant takes its parent's scope. 
    private static Grant[] Lawful(Grant[] grants)
    {
        for (int i = 0; i < grants.Length; i++)
        {
            Grant? parent = grants.FirstOrDefault(g => g.Id == grants[i].ParentId);
            grants[i] = parent is not null && !grants[i].Scope.IsWithin(parent.Scope) ? grants[i] with { Scope = parent.Scope } : grants[i];
        }

        return grants;
    }

    private sealed class Facts(Power power, Grant[] grants, GrantEvent[] events)
    {
        private readonly Lazy<AuthorityRegister> register = new(() => new AuthorityRegister([power], grants, events));

        public Power Power => power;

        public Grant[] Grants => grants;

        public AuthorityRegister Register => register.Value;

        public AuthorityOracle Oracle { get; } = new([power], grants, events);

        public Facts With(params GrantEvent[] more) => new(power, grants, [.. events, .. more]);

        public Facts With(Grant more) => new(power, [.. grants, more], events);
    }
}
