using NodaTime;
using Reform.Domain.Compliance;
using Reform.Domain.Delegation;
using Reform.Domain.Organizations;
using Reform.Domain.Rules;

namespace Reform.Domain.Tests.Delegation.Rules;

/// <summary>Which grants the rules over their state concern, one condition after another taken away.</summary>
public sealed class GrantStateConditionTests
{
    private static readonly LocalDate Day = new(2025, 8, 1);

    private static readonly GrantStateFacts Unwatched = new()
    {
        GrantId = "g",
        PowerId = "p",
        AsOf = Day,
        Kind = GrantKind.Mandate,
        GrantorId = "a",
        GranteeId = "b",
        System = OrganizationSystem.State,
        IsRunning = true,
        IsInForce = true,
        GranteeExists = true,
        GrantorExists = true,
        UnitExists = true,
        LastWatchedOn = Day.PlusDays(-366),
        DaysUnwatched = 366,
        LastDay = Day.PlusDays(10),
        DaysLeft = 10,
        PendingCases = 1,
        IsSettingKnown = true,
        Members = 5,
        Conditions = Eligibility.NotEligible,
    };

    private static readonly GrantStateFacts InParty = Unwatched with { System = OrganizationSystem.Party, HasConditions = true };

    public static TheoryData<Verdict, GrantStateFacts> Watched => new()
    {
        { Verdict.Fail, Unwatched },
        { Verdict.Fail, Unwatched with { Kind = GrantKind.Decentralization } },
        { Verdict.NotApplicable, Unwatched with { Kind = GrantKind.Devolution } },
        { Verdict.NotApplicable, Unwatched with { Kind = GrantKind.Assignment } },
        { Verdict.NotApplicable, Unwatched with { IsInForce = false } },
        { Verdict.Pass, Unwatched with { DaysUnwatched = 365 } },
        { Verdict.Unknown, Unwatched with { DaysUnwatched = null } },
        { Verdict.Fail, InParty },
        { Verdict.NotApplicable, InParty with { HasConditions = false } },
        { Verdict.NotApplicable, InParty with { System = OrganizationSystem.Front } },
        { Verdict.NotApplicable, InParty with { System = null } },

        // Regulation 294-QĐ/TW, 22.2, is in force from 1 July 2025 to 7 April 2026.
        { Verdict.NotApplicable, InParty with { AsOf = new LocalDate(2025, 6, 30) } },
        { Verdict.Fail, InParty with { AsOf = new LocalDate(2025, 7, 1) } },
        { Verdict.Fail, InParty with { AsOf = new LocalDate(2026, 4, 7) } },
        { Verdict.NotApplicable, InParty with { AsOf = new LocalDate(2026, 4, 8) } },
        { Verdict.Fail, Unwatched with { AsOf = new LocalDate(2026, 4, 8), HasConditions = true } },
    };

    [Theory]
    [MemberData(nameof(Watched))]
    public void Grants_are_watched_where_the_law_asks_for_it(Verdict verdict, GrantStateFacts facts) =>
        Assert.Equal(verdict, BuiltInRules.GrantStates.By("CR-DLG-15", facts).Verdict);

    [Fact]
    public void Conditions_are_asked_of_grants_in_force_that_have_some()
    {
        Assert.Equal(Verdict.Fail, BuiltInRules.GrantStates.By("CR-DLG-16", InParty).Verdict);
        Assert.Equal(Verdict.NotApplicable, BuiltInRules.GrantStates.By("CR-DLG-16", InParty with { IsInForce = false }).Verdict);
        Assert.Equal(Verdict.NotApplicable, BuiltInRules.GrantStates.By("CR-DLG-16", InParty with { HasConditions = false }).Verdict);

        // Who is not eligible whatever the setting and the number is not; who is for all that is known is not told.
        Assert.Equal(Verdict.Fail, BuiltInRules.GrantStates.By("CR-DLG-16", InParty with { IsSettingKnown = false }).Verdict);
        Assert.Equal(Verdict.Fail, BuiltInRules.GrantStates.By("CR-DLG-16", InParty with { Members = null }).Verdict);
        Assert.Equal(["base_setting"], BuiltInRules.GrantStates.By("CR-DLG-16", InParty with { IsSettingKnown = false, Conditions = Eligibility.Unknown }).MissingNames());
        Assert.Equal(["members"], BuiltInRules.GrantStates.By("CR-DLG-16", InParty with { Members = null, Conditions = Eligibility.Unknown }).MissingNames());
    }

    [Fact]
    public void Grants_are_renewed_that_are_in_force_and_end()
    {
        Assert.Equal(Verdict.Fail, BuiltInRules.GrantStates.By("CR-DLG-19", Unwatched).Verdict);
        Assert.Equal(Verdict.NotApplicable, BuiltInRules.GrantStates.By("CR-DLG-19", Unwatched with { IsInForce = false }).Verdict);
        Assert.Equal(Verdict.NotApplicable, BuiltInRules.GrantStates.By("CR-DLG-19", Unwatched with { LastDay = null }).Verdict);
    }

    // One party after another is gone, all the rest there.
    [Fact]
    public void A_running_grant_needs_each_of_its_parties()
    {
        Assert.Equal(Verdict.Pass, BuiltInRules.GrantStates.By("CR-DLG-10", Unwatched).Verdict);
        Assert.All(
            [Unwatched with { GranteeExists = false }, Unwatched with { GrantorExists = false }, Unwatched with { UnitExists = false }],
            facts =>
            {
                Assert.Equal(Verdict.Fail, BuiltInRules.GrantStates.By("CR-DLG-10", facts).Verdict);
                Assert.Equal(Verdict.NotApplicable, BuiltInRules.GrantStates.By("CR-DLG-10", facts with { IsRunning = false }).Verdict);
            });
    }
}
