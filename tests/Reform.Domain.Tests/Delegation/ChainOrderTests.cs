using Reform.Domain.Delegation;

namespace Reform.Domain.Tests.Delegation;

/// <summary>Of several chains that give a power, the one that counts is the same whatever the order of the register and the culture.</summary>
public sealed class ChainOrderTests
{
    // By bytes "Z" comes before "a", and both before "đ"; a Vietnamese or English dictionary orders them otherwise.
    [Theory]
    [InlineData("Z", "a")]
    [InlineData("a", "đ")]
    [InlineData("a-c", "ab")]
    public void Of_two_equal_chains_the_ordinally_smaller_identifier_counts(string smaller, string larger)
    {
        Grant first = TestRegisters.Grant("chair", "department") with { Id = smaller };
        Grant second = TestRegisters.Grant("chair", "department") with { Id = larger };
        foreach (Grant[] grants in (Grant[][])[[first, second], [second, first]])
        {
            AuthorityDecision decision = TestRegisters.HeldBy("chair", grants).Ask("department", TestRegisters.June15);
            Assert.Equal(smaller, decision.Chain[1].Grant!.Id);
        }
    }

    [Fact]
    public void A_shorter_chain_counts_before_smaller_identifiers()
    {
        Grant direct = TestRegisters.Grant("chair", "department", kind: GrantKind.Decentralization) with { Id = "z" };
        Grant toOffice = TestRegisters.Grant("chair", "office", kind: GrantKind.Decentralization, onward: true) with { Id = "a" };
        Grant onward = TestRegisters.Grant("office", "department", kind: GrantKind.Decentralization, parent: toOffice) with { Id = "b" };
        AuthorityDecision decision = TestRegisters.HeldBy("chair", onward, toOffice, direct).Ask("department", TestRegisters.June15);
        Assert.Equal(["z"], decision.Chain.Select(l => l.Grant?.Id).OfType<string>());
    }
}
