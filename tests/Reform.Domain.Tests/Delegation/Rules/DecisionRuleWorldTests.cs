using NodaTime;
using Reform.Domain.Compliance;
using Reform.Domain.Delegation;
using Reform.Domain.Rules;
using Reform.Testing.Delegation;

namespace Reform.Domain.Tests.Delegation.Rules;

/// <summary>The rules against the register on random worlds: what fails is what is broken, and by the code of its cause.</summary>
public sealed class DecisionRuleWorldTests(ITestOutputHelper output)
{
    private const ulong FirstSeed = 7_100_000_000;

    // The catalogue's own table, written apart from the rules. Conflicts, lost time, tasks and the rest have no rule of their own.
    private static readonly Dictionary<AuthorityBreak, string> CodeOf = new()
    {
        [AuthorityBreak.NoWrittenInstrument] = "CR-DLG-01",
        [AuthorityBreak.GrantExpired] = "CR-DLG-03",
        [AuthorityBreak.GrantSuspended] = "CR-DLG-03",
        [AuthorityBreak.Revoked] = "CR-DLG-03",
        [AuthorityBreak.Lapsed] = "CR-DLG-03",
        [AuthorityBreak.GrantNotYetInForce] = "CR-DLG-04",
        [AuthorityBreak.OutOfScope] = "CR-DLG-05",
        [AuthorityBreak.ConditionNotMet] = "CR-DLG-05",
        [AuthorityBreak.GrantorLackedPower] = "CR-DLG-06",
        [AuthorityBreak.GrantorLostPower] = "CR-DLG-06",
        [AuthorityBreak.SubdelegationForbidden] = "CR-DLG-07",
        [AuthorityBreak.PairNotAllowed] = "CR-DLG-08",
        [AuthorityBreak.GranteeKindNotAllowed] = "CR-DLG-08",
        [AuthorityBreak.WrongInstrumentKind] = "CR-DLG-09",
        [AuthorityBreak.GranteeCeased] = "CR-DLG-10",
        [AuthorityBreak.GrantorCeased] = "CR-DLG-10",
        [AuthorityBreak.UnitCeased] = "CR-DLG-10",
        [AuthorityBreak.NonDelegable] = "CR-DLG-18",
    };

    [Fact]
    public void The_rules_agree_with_the_check_and_with_the_status_of_the_grant()
    {
        var tally = new WorldTally(output);
        for (ulong seed = FirstSeed; seed < FirstSeed + 400; seed++)
        {
            var world = new RandomAuthority(seed);
            if (world.Register() is not AuthorityRegister register)
            {
                continue;
            }

            for (int i = 0; i < 25; i++)
            {
                AuthorityQuestion question = world.Question();
                AuthorityDecision decision = register.Check(question);
                Judgements judged = BuiltInRules.Decisions.Judge(register.FactsOf("d", question));
                string[] failed = [.. judged.With(Verdict.Fail).Select(j => j.Rule.Code)];
                string[] unknown = [.. judged.With(Verdict.Unknown).Select(j => j.Rule.Code)];
                string[] expected = decision.Verdict == AuthorityVerdict.NotCompetent ? [CodeOf.GetValueOrDefault(decision.Break, "CR-DLG-24")] : [];
                bool isOpen = decision.Verdict is AuthorityVerdict.Unknown or AuthorityVerdict.Ambiguous;

                tally.Compare(failed.SequenceEqual(expected), seed, "failed as " + decision.Break, () => string.Join(", ", failed) + " for " + decision.Code);
                tally.Compare(isOpen == unknown.Length > 0 && judged.Failures.Count == 0, seed, "unknown", () => string.Join(", ", unknown) + " for " + decision.Code);
                if (decision.IsCompetent)
                {
                    bool allInForce = decision.Chain.Where(l => l.Grant is not null).All(l => register.StatusOf(l.Grant!.Id, question.On).IsInForce);
                    tally.Compare(allInForce && !judged.With(Verdict.Fail).Any(), seed, "competent", () => decision.Code);
                }
                else if (failed is ["CR-DLG-03" or "CR-DLG-04"] && decision.BrokenGrant is Grant broken)
                {
                    tally.Compare(!register.StatusOf(broken.Id, question.On).IsInForce, seed, "not in force", () => broken.Id);
                }
            }

            foreach (Grant grant in register.Grants)
            {
                GrantFacts facts = register.FactsOf(grant.Id);
                HashSet<AuthorityBreak> causes = register.StatusOf(grant.Id, facts.StartsOn).Causes.ToHashSet();
                string[] failed = [.. BuiltInRules.Grants.Judge(facts).With(Verdict.Fail).Select(j => j.Rule.Code)];
                foreach (AuthorityBreak cause in (AuthorityBreak[])[AuthorityBreak.SubdelegationForbidden, AuthorityBreak.PairNotAllowed, AuthorityBreak.WrongInstrumentKind, AuthorityBreak.NonDelegable])
                {
                    bool isTask = grant.Kind == GrantKind.Assignment;
                    tally.Compare((causes.Contains(cause) && !isTask) == failed.Contains(CodeOf[cause]), seed, "grant, " + cause, () => grant.Id + ": " + string.Join(", ", failed));
                }
            }
        }

        tally.Report();
        tally.RequireTried(("failed as GrantExpired", 100), ("failed as OutOfScope", 100), ("failed as GrantorLostPower", 50), ("competent", 500), ("unknown", 5_000), ("not in force", 100));
    }

    /// <summary>A receipt holds what the rules read and what the reason says: judged again without any register, it comes out the same.</summary>
    [Fact]
    public void Whatever_is_found_is_found_again_from_its_receipt()
    {
        var decisions = new FindingSearch<DecisionFacts>(BuiltInRules.Decisions);
        var grants = new FindingSearch<GrantFacts>(BuiltInRules.Grants);
        var tally = new WorldTally(output);
        for (ulong seed = FirstSeed; seed < FirstSeed + 40; seed++)
        {
            var world = new RandomAuthority(seed);
            if (world.Register() is not AuthorityRegister register)
            {
                continue;
            }

            for (int i = 0; i < 10; i++)
            {
                AuthorityQuestion question = world.Question();
                Replayed(decisions, register.FactsOf("d", question), question.On, seed, tally);
            }

            foreach (Grant grant in register.Grants)
            {
                GrantFacts facts = register.FactsOf(grant.Id);
                Replayed(grants, facts, facts.StartsOn, seed, tally);
            }
        }

        tally.Report();
        tally.RequireTried(("CR-DLG-03", 10), ("CR-DLG-06", 50), ("CR-DLG-24", 20), ("CR-DLG-18", 20));
    }

    private static void Replayed<T>(FindingSearch<T> search, T facts, LocalDate on, ulong seed, WorldTally tally)
        where T : class
    {
        foreach (Finding finding in search.In(facts, on))
        {
            Replay replay = FindingReceipt.ReplayOf(FindingReceipt.Write(finding, facts), "r", search.Book);
            tally.Compare(replay.Outcome == ReplayOutcome.Confirmed, seed, finding.Rule.Code, () => replay.Outcome.ToString());
        }
    }
}
