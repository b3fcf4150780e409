using Reform.Domain.Delegation;

namespace Reform.Domain.Tests.Delegation;

public sealed class LongChainTests
{
    // A hundred thousand grants: what takes time in proportion to their number is done at once, what takes its square never ends.
    private const int Length = 100_000;

    [Fact(Timeout = 60_000)]
    public async Task A_very_long_chain_without_a_holder_is_refused_and_explained_link_by_link() => await Task.Run(() =>
    {
        AuthorityRegister register = TestRegisters.HeldBy("x", [.. Enumerable.Range(0, Length).Select(i => TestRegisters.Grant("a" + i, "a" + (i + 1), onward: true))]);
        AuthorityDecision decision = register.Ask("a" + Length, TestRegisters.NewYear);
        Assert.Equal(AuthorityBreak.GrantorLackedPower, decision.Break);
        Assert.Equal(Length + 1, decision.Explain().Count);
    }, TestContext.Current.CancellationToken);

    [Fact(Timeout = 60_000)]
    public async Task A_very_long_chain_from_a_holder_is_found() => await Task.Run(() =>
    {
        AuthorityRegister register = TestRegisters.HeldBy("a0", [.. Enumerable.Range(0, Length).Select(i => TestRegisters.Grant("a" + i, "a" + (i + 1), onward: true))]);
        Assert.Equal(Length + 1, register.Ask("a" + Length, TestRegisters.NewYear).Chain.Count);
    }, TestContext.Current.CancellationToken);
}
