using Reform.Domain.Delegation;
using static Reform.Domain.Tests.Delegation.TestRegisters;

namespace Reform.Domain.Tests.Delegation;

/// <summary>Limits of amount, on both sides of each bound: "trên", "từ", "đến", "dưới" are four different things.</summary>
public sealed class AmountLimitTests
{
    public static TheoryData<string, double, bool> Cases => new()
    {
        { "above", 5, false }, { "above", 5.01, true }, { "at_least", 4.99, false }, { "at_least", 5, true },
        { "at_most", 5, true }, { "at_most", 5.01, false }, { "below", 4.99, true }, { "below", 5, false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_grant_holds_up_to_its_bound_and_no_further(string limit, double amount, bool holds)
    {
        AmountRange range = limit switch
        {
            "above" => AmountRange.Above(5),
            "at_least" => AmountRange.AtLeast(5),
            "at_most" => AmountRange.AtMost(5),
            _ => AmountRange.Below(5),
        };
        AuthorityRegister register = HeldBy("chair", Grant("chair", "director", scope: new GrantScope { Amount = range }));
        Assert.Equal(holds ? "competent" : "out_of_scope", register.Ask("director", June15, new AuthorityCase { Amount = (decimal)amount }).Code);
        Assert.Equal(["amount"], register.Ask("director", June15).Missing);
    }
}
