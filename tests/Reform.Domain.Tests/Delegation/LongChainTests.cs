using Reform.Domain.Delegation;

namespace Reform.Domain.Tests.Delegation;

public sealed class LongChainTests
{
    // A hundred thousand grants: what takes time in proportion to their number is done at once, what takes its square never ends.
    private const int Length = 100_000;

    private static readonly Grant[] Chain = MakeChain();

    [Fact(Timeout = Testing.HangGuard.Milliseconds)]
    public async Task A_very_long_chain_without_a_holder_is_refused_and_explained_link_by_link() => await Task.Run(() =>
    {
        AuthorityDecision decision = TestRegisters.HeldBy("x", Chain).Ask("a" + Length, TestRegisters.NewYear);
        Assert.Equal(AuthorityBreak.GrantorLackedPower, decision.Break);
        Assert.Equal(Chain[0], decision.BrokenGrant);
        Assert.Equal(Length, decision.Explain().Count);
    }, TestContext.Current.CancellationToken);

    [Fact(Timeout = Testing.HangGuard.Milliseconds)]
    public async Task A_very_long_chain_from_a_holder_is_found() => await Task.Run(() =>
    {
        AuthorityDecision decision = TestRegisters.HeldBy("a0", Chain).Ask("a" + Length, TestRegisters.NewYear);
        Assert.Equal(Length + 1, decision.Chain.Count);
        Assert.Null(decision.NextChange);
    }, TestContext.Current.CancellationToken);

    private static Grant[] MakeChain()
    {
        var chain = new Grant[Length];
        for (int i = 0; i < Length; i++)
        {
            chain[i] = TestRegisters.Grant("a" + i, "a" + (i + 1), onward: true, parent: i == 0 ? null : chain[i - 1]);
        }

        return chain;
    }
}
