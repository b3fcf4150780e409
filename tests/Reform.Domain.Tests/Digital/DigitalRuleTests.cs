using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Domain.Digital;
using Reform.Domain.Rules;
using Reform.Domain.Tests.Procedures.Rules;
using static Reform.Domain.Tests.Procedures.Rules.RuleTable;

namespace Reform.Domain.Tests.Digital;

/// <summary>CR-DIG-01 to 05, on both sides of every bound, not applicable, and with data missing.</summary>
public sealed class DigitalRuleTests
{
    private static readonly LocalDate End = new(2025, 12, 31);

    [Fact]
    public void CR_DIG_01_Shares_reach_their_targets_without_the_secret() => RuleTable.Check(
        new AdoptionMeetsTarget(),
        AdoptionFacts.Subject,
        new(Adoption(1040, 40, 950, 500, 300), Verdict.Pass),
        new(Adoption(1040, 40, 949, 500, 300), Verdict.Fail),
        new(Adoption(1040, 0, 950, 500, 300), Verdict.Fail),
        new(Adoption(1040, 40, 950, 500, 299), Verdict.Fail),
        new(Adoption(1040, 40, null, 500, 300), Verdict.Unknown, "documents"),
        new(Adoption(1040, null, 950, 500, 300), Verdict.Unknown, "documents"),
        new(Adoption(1040, 40, 950, 500, null), Verdict.Unknown, "cases"),
        new(Adoption(1040, 40, 949, null, null), Verdict.Fail),
        new(Adoption(40, 40, 0, 500, 300), Verdict.Pass),
        new(Adoption(40, 40, 0, 0, 0), Verdict.NotApplicable));

    [Fact]
    public void Counts_that_cannot_be_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Adoption(10, 11, 0, 0, 0));
        Assert.Throws<ArgumentException>(() => Adoption(10, 1, 10, 0, 0));
        Assert.Throws<ArgumentException>(() => Adoption(10, 1, 9, 5, 6));
        Assert.Throws<ArgumentException>(() => Adoption(-1, 0, 0, 0, 0));
    }

    [Fact]
    public void CR_DIG_02_Codes_are_of_the_shared_list() => RuleTable.Check(
        new CodesAreShared(),
        CodeUseFacts.Subject,
        new(Codes(["A", "B"], "A", "B", "A"), Verdict.Pass),
        new(Codes(["A", "B"], "A", "b"), Verdict.Fail),
        new(Codes(["A", "B"]), Verdict.NotApplicable),
        new(Codes(null, "A"), Verdict.Unknown, "shared_list"));

    [Fact]
    public void CR_DIG_03_A_person_decides_what_a_system_proposes() => RuleTable.Check(
        new PeopleDecide(),
        AutomatedProposalFacts.Subject,
        new(Proposed(true, true), Verdict.Pass),
        new(Proposed(true, false), Verdict.Fail),
        new(Proposed(false, false), Verdict.NotApplicable),
        new(Proposed(null, true), Verdict.Unknown, "adoption"),
        new(Proposed(true, null), Verdict.Unknown, "human_decision"));

    [Fact]
    public void CR_DIG_04_The_filer_is_identified_and_authorised() => RuleTable.Check(
        new FilerIsIdentified(),
        FilingFacts.Subject,
        new(Filed(2), Verdict.Pass),
        new(Filed(1), Verdict.Fail),
        new(Filed(0), Verdict.Fail),
        new(Filed(null), Verdict.Unknown, "identity_level"),
        new(Filed(2, true, true), Verdict.Pass),
        new(Filed(2, true, false), Verdict.Fail),
        new(Filed(2, true, null), Verdict.Unknown, "authorisation"),
        new(Filed(1, true, null), Verdict.Fail));

    [Fact]
    public void CR_DIG_05_Nothing_top_secret_is_in_the_flow() => RuleTable.Check(
        new NoTopSecretInFlow(),
        FlowDocumentFacts.Subject,
        new(Seen(SecrecyClass.TopSecret), Verdict.Fail),
        new(Seen(SecrecyClass.VerySecret), Verdict.Pass),
        new(Seen(SecrecyClass.None), Verdict.Pass),
        new(Seen(null), Verdict.Unknown, "secrecy"));

    // Regulation 338 of 9 July 2025, Regulation 379 of 22 October 2025: before, these rules are not there.
    [Theory]
    [InlineData("2025-07-08", "2025-10-21", 0)]
    [InlineData("2025-07-09", "2025-10-22", 1)]
    public void Each_rule_binds_from_its_instrument_on(string filed, string seen, int rules)
    {
        Assert.Equal(rules, BuiltInRules.ElectronicFilings.Judge(Filed(1) with { FiledOn = Day(filed) }).Judged.Count(j => j.Verdict == Verdict.Fail));
        Assert.Equal(rules, BuiltInRules.FlowDocuments.Judge(Seen(SecrecyClass.TopSecret) with { SeenOn = Day(seen) }).Judged.Count(j => j.Verdict == Verdict.Fail));
        Assert.Equal(rules, BuiltInRules.AutomatedProposals.Judge(Proposed(true, false) with { ProposedOn = Day(seen) }).Judged.Count(j => j.Verdict == Verdict.Fail));
    }

    private static AdoptionFacts Adoption(int? sent, int? secret, int? electronic, int? cases, int? online) =>
        AdoptionFacts.Of("ward-a", "2025", End, sent, secret, electronic, cases, online);

    private static CodeUseFacts Codes(string[]? shared, params string[] used) =>
        CodeUseFacts.Of("ward-a", "procedures", shared?.ToHashSet(StringComparer.Ordinal), used, End);

    private static AutomatedProposalFacts Proposed(bool? adopted, bool? decided) =>
        new() { Id = "D-1", UnitId = "ward-a", ProposedOn = End, IsAdopted = adopted, HasHumanDecision = decided };

    private static FilingFacts Filed(int? level, bool forAnother = false, bool? authorised = null) =>
        new() { Id = "H-1", UnitId = "ward-a", FiledOn = End, IdentityLevel = level, IsForAnother = forAnother, IsAuthorised = authorised };

    private static FlowDocumentFacts Seen(SecrecyClass? secrecy) => new() { Id = "V-1", UnitId = "ward-a", SeenOn = End, Secrecy = secrecy };
}
