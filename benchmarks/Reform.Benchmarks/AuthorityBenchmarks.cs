using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;

namespace Reform.Benchmarks;

/// <summary>The defined work of authority. A check is one of 100,000 questions; every engine is compared with brute force before it is measured.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class AuthorityBenchmarks
{
    private readonly int[] chain = new int[8];
    private AuthorityWork work = null!;
    private AuthorityIndex index = null!;
    private HandWrittenChainWalk walk = null!;
    private HandWrittenPackedTable packed = null!;
    private HandWrittenDictionary dictionary = null!;
    private (int Power, int Unit, int Actor, LocalDate On)[] numbered = null!;
    private (int Power, int Unit, int Person, int Day)[] bare = null!;
    private (string Actor, string Power, string Unit, LocalDate On)[] named = null!;
    private AuthorityRegister register = null!;
    private int revocation;

    [GlobalSetup]
    public void Prepare()
    {
        work = new AuthorityWork();
        index = work.World.Index;
        walk = new HandWrittenChainWalk(work);
        packed = new HandWrittenPackedTable(work);
        dictionary = new HandWrittenDictionary(work);
        bare = [.. work.Questions.Select(q => (q.Cell / AuthorityWork.Units, q.Cell % AuthorityWork.Units, q.Person, q.Day))];
        named = [.. bare.Select(q => ("a" + q.Person, "p" + q.Power, "u" + q.Unit, AuthorityWork.Day(q.Day)))];
        numbered = [.. named.Select(q => (index.FindPower(q.Power), index.FindUnit(q.Unit), index.FindActor(q.Actor), q.On))];
        register = work.Register();
        Compare();
    }

    [BenchmarkCategory("100,000 checks")]
    [Benchmark(Baseline = true, OperationsPerInvoke = AuthorityWork.QuestionCount, Description = "chain walk by hand, with the chain")]
    public int HandWrittenWalk()
    {
        int sum = 0;
        foreach ((int power, int unit, int person, int day) in bare)
        {
            sum += walk.Check((power * AuthorityWork.Units) + unit, person, day, chain);
        }

        return sum;
    }

    [BenchmarkCategory("100,000 checks")]
    [Benchmark(OperationsPerInvoke = AuthorityWork.QuestionCount, Description = "AuthorityIndex.Check, with the chain")]
    public int IndexWithChain()
    {
        int sum = 0;
        foreach ((int power, int unit, int actor, LocalDate on) in numbered)
        {
            sum += index.Check(power, unit, actor, on).CopyChainTo(chain);
        }

        return sum;
    }

    [BenchmarkCategory("100,000 checks")]
    [Benchmark(OperationsPerInvoke = AuthorityWork.QuestionCount, Description = "AuthorityIndex.Check, yes or no")]
    public int IndexYesOrNo()
    {
        int sum = 0;
        foreach ((int power, int unit, int actor, LocalDate on) in numbered)
        {
            sum += index.Check(power, unit, actor, on).IsCompetent ? 1 : 0;
        }

        return sum;
    }

    [BenchmarkCategory("100,000 checks")]
    [Benchmark(OperationsPerInvoke = AuthorityWork.QuestionCount, Description = "AuthorityWorld.Check, identifiers in, with the chain")]
    public int WorldByIdentifiers()
    {
        int sum = 0;
        foreach ((string actor, string power, string unit, LocalDate on) in named)
        {
            sum += work.World.Check(actor, power, unit, on).CopyChainTo(chain);
        }

        return sum;
    }

    [BenchmarkCategory("100,000 checks")]
    [Benchmark(OperationsPerInvoke = AuthorityWork.QuestionCount, Description = "packed table by hand, yes or no")]
    public int HandWrittenPacked()
    {
        int sum = 0;
        foreach ((int power, int unit, int person, int day) in bare)
        {
            sum += packed.Check((power * AuthorityWork.Units) + unit, person, day) ? 1 : 0;
        }

        return sum;
    }

    [BenchmarkCategory("100,000 checks")]
    [Benchmark(OperationsPerInvoke = AuthorityWork.QuestionCount, Description = "Dictionary by hand, yes or no")]
    public int HandWrittenIdiomatic()
    {
        int sum = 0;
        foreach ((int power, int unit, int person, int day) in bare)
        {
            sum += dictionary.Check(power, unit, person, day) ? 1 : 0;
        }

        return sum;
    }

    [BenchmarkCategory("100,000 checks")]
    [Benchmark(OperationsPerInvoke = AuthorityWork.QuestionCount, Description = "AuthorityRegister.Check, decision with chain, findings, responsibility")]
    public int RegisterDecision()
    {
        int sum = 0;
        foreach ((string actor, string power, string unit, LocalDate on) in named)
        {
            sum += register.Check(new AuthorityQuestion(actor, power, on) { UnitId = unit }).Chain.Count;
        }

        return sum;
    }

    [BenchmarkCategory("build")]
    [Benchmark(Description = "AuthorityRegister built from 50 powers with 50,000 rules and 20,000 grants")]
    public AuthorityRegister BuildRegister() => work.Register();

    [BenchmarkCategory("one revocation")]
    [Benchmark(Description = "AuthorityRegister.With one recorded revocation")]
    public AuthorityRegister Record()
    {
        revocation = (revocation + 7) % work.Grants.Length;
        LocalDate on = AuthorityWork.Day(work.Grants[revocation].From + 1);
        return register.With(new AuthorityRecords
        {
            Events = [new Recorded<GrantEvent>("revocation", new GrantEvent.Revoked(AuthorityWork.GrantId(revocation), on), Instant.FromUtc(2026, 1, 1, 0, 0))],
        });
    }

    [BenchmarkCategory("build")]
    [Benchmark(Description = "AuthorityWorld built from 50,000 holdings and 20,000 grants")]
    public AuthorityWorld Build() => new(work.WorldUnits(), work.WorldPowers(), work.WorldHoldings(), work.WorldGrants());

    [BenchmarkCategory("one revocation")]
    [Benchmark(Description = "AuthorityWorld.WithRevocation of one grant and what hangs on it")]
    public AuthorityWorld Revoke()
    {
        revocation = (revocation + 7) % work.Grants.Length;
        return work.World.WithRevocation(AuthorityWork.GrantId(revocation), AuthorityWork.Day(work.Grants[revocation].From + 1));
    }

    private void Compare()
    {
        for (int i = 0; i < work.Questions.Length; i++)
        {
            int[]? expected = work.BruteForce(work.Questions[i]);
            (int power, int unit, int person, int day) = bare[i];
            AuthorityAnswer answer = index.Check(numbered[i].Power, numbered[i].Unit, numbered[i].Actor, numbered[i].On);
            int length = answer.CopyChainTo(chain);
            int walked = walk.Check((power * AuthorityWork.Units) + unit, person, day, new int[8]);
            AuthorityDecision decision = register.Check(new AuthorityQuestion(named[i].Actor, named[i].Power, named[i].On) { UnitId = named[i].Unit });
            bool same = decision.IsCompetent == expected is not null && decision.Chain.Count == (expected is null ? 0 : expected.Length + 1) && answer.IsCompetent == expected is not null && chain.AsSpan(0, length).SequenceEqual(expected ?? [])
                && walked == (expected?.Length ?? -1)
                && packed.Check((power * AuthorityWork.Units) + unit, person, day) == expected is not null
                && dictionary.Check(power, unit, person, day) == expected is not null;
            if (!same)
            {
                throw new InvalidOperationException("The candidates do not give the answer of brute force: question " + i);
            }
        }
    }
}
