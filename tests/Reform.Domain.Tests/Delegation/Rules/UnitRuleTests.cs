using NodaTime;
using Reform.Domain.Compliance;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Organizations.TestOrganizations;

namespace Reform.Domain.Tests.Delegation.Rules;

/// <summary>The rules over units: what they leave behind, and their working regulations.</summary>
public sealed class UnitRuleTests
{
    private static readonly LocalDate July1 = July2025;
    private static readonly OrganizationRegister Register = new(OrganizationRecords.Of(
        [
            Unit("district", BodyKind.PeoplesCommittee, OrganizationLevel.District, to: July1), Unit("other", BodyKind.PeoplesCommittee, OrganizationLevel.District, to: July1),
            Unit("ward-x", BodyKind.PeoplesCommittee), Unit("ward-y", BodyKind.PeoplesCommittee), Unit("committee"), Unit("office", BodyKind.CommitteeOffice),
            Unit("dissolved", BodyKind.SpecializedAgency, OrganizationLevel.District, to: July1),
        ],
        successions:
        [
            Link("other", "ward-x", ReorganizationKind.Divide, July1, territory: "X"), Link("other", "ward-y", ReorganizationKind.Divide, July1, territory: "Y"),
            Link("dissolved", null, ReorganizationKind.Dissolve, July1),
        ]));

    private static readonly LiveMatter Lost = new(MatterKind.Case, "c1", "district");
    private static readonly LiveMatter InX = new(MatterKind.Case, "c2", "other") { Territory = "X" };
    private static readonly LiveMatter Somewhere = new(MatterKind.Task, "t1", "other");

    /// <summary>Resolution 190/2025/QH15: the district level ended on 30 June 2025.</summary>
    [Fact]
    public void What_a_unit_had_in_hand_is_lost_from_the_day_on_which_it_ended_without_a_link()
    {
        Judgement lost = Succession("district", July1, Lost);

        Assert.Equal((Verdict.Fail, Severity.Critical), (lost.Verdict, lost.Rule.Severity));
        Assert.Equal("district ended on 1 July 2025; of 1 matter(s) in hand nobody is recorded to have taken over", lost.Reason!.Sentence.English);
        Assert.Equal(Verdict.NotApplicable, Succession("district", July1.PlusDays(-1), Lost).Verdict);
        Assert.Equal(Verdict.NotApplicable, Succession("district", July1, InX).Verdict);
        Assert.Equal(Verdict.Fail, Succession("dissolved", July1, Lost with { UnitId = "dissolved" }).Verdict);
        Assert.Equal(Verdict.Pass, Succession("other", July1, InX).Verdict);
        Assert.Equal(["function_or_territory"], Succession("other", July1, InX, Somewhere).MissingNames());
        Assert.Equal(["live_matters"], BuiltInRules.Units.By("CR-DLG-21", UnitFacts.Of(Register, "district", July1)).MissingNames());
    }

    [Fact]
    public void The_units_of_a_population_of_matters_are_judged_each()
    {
        ValueList<(UnitFacts Set, Judgement Judgement)> judged = new MattersOfUnits(Register).Judge([Somewhere, Lost, Lost with { Id = "c9" }, InX, new(MatterKind.Task, "t2", "committee")], July1);

        Assert.Equal(
            [("committee", Verdict.NotApplicable), ("district", Verdict.Fail), ("other", Verdict.Unknown)],
            judged.Select(j => (j.Set.UnitId, j.Judgement.Verdict)));
        Assert.Equal((2, 2, 0), (judged[1].Set.Matters, judged[1].Set.MattersLost, judged[1].Set.MattersOpen));
        Assert.Equal(["c1"], Register.OrphansOn([Lost], July1).Select(f => f.Matter.Id));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Working_regulations_are_asked_of_committees_their_offices_and_their_advisory_bodies(BodyKind kind)
    {
        var unit = new UnitFacts { UnitId = "u", AsOf = new LocalDate(2025, 8, 1), Kind = kind, Exists = true, HasWorkingRegulation = false };
        bool isAsked = kind is BodyKind.PartyCommittee or BodyKind.CommitteeOffice or BodyKind.OrganizationCommission or BodyKind.AdvisoryBody;

        Assert.Equal(isAsked ? Verdict.Fail : Verdict.NotApplicable, BuiltInRules.Units.By("CR-DLG-22", unit).Verdict);
        Assert.Equal(Verdict.NotApplicable, BuiltInRules.Units.By("CR-DLG-22", unit with { Exists = false }).Verdict);
    }

    public static TheoryData<BodyKind> Kinds => [.. Enum.GetValues<BodyKind>()];

    /// <summary>Regulation 294-QĐ/TW, 9.1.2.</summary>
    [Fact]
    public void A_committee_has_working_regulations_in_force_of_which_the_superior_was_informed()
    {
        var from = new LocalDate(2025, 9, 1);
        var paper = new WorkingRegulation("committee", new Instrument("1-QC/ĐU", from, BilingualText.Same("Quy chế")), new Validity(from, from.PlusMonths(3)), from.PlusDays(5));

        Assert.Equal("no_working_regulation", Regulation("committee", from.PlusDays(-1), paper).Reason!.Code);
        Assert.Equal("superior_not_informed", Regulation("committee", from, paper).Reason!.Code);
        Assert.Equal(Verdict.Fail, Regulation("committee", from.PlusDays(4), paper).Verdict);
        Assert.Equal(Verdict.Pass, Regulation("committee", from.PlusDays(5), paper).Verdict);
        Assert.Equal(Verdict.Pass, Regulation("committee", new LocalDate(2025, 11, 30), paper).Verdict);
        Assert.Equal((Verdict.Fail, Severity.Warning), Regulation("committee", new LocalDate(2025, 12, 1), paper) is var j ? (j.Verdict, j.Rule.Severity) : default);
        Assert.Equal(Verdict.Fail, Regulation("office", from.PlusDays(5), paper).Verdict);
        Assert.Equal(Verdict.NotApplicable, Regulation("ward-x", from.PlusDays(5), paper).Verdict);
        Assert.Equal(Verdict.NotApplicable, Regulation("committee", new LocalDate(2026, 4, 8), paper).Verdict);
        Assert.Equal(["working_regulation"], BuiltInRules.Units.By("CR-DLG-22", UnitFacts.Of(Register, "committee", from)).MissingNames());
    }

    [Fact]
    public void An_unknown_unit_is_refused() =>
        Assert.Equal(["unit: unknown_unit"], Codes(Assert.Throws<OrganizationInputException>(() => UnitFacts.Of(Register, "none", July1))));

    private static Judgement Succession(string unit, LocalDate on, params LiveMatter[] matters) =>
        BuiltInRules.Units.By("CR-DLG-21", UnitFacts.Of(Register, unit, on, matters));

    private static Judgement Regulation(string unit, LocalDate on, params WorkingRegulation[] regulations) =>
        BuiltInRules.Units.By("CR-DLG-22", UnitFacts.Of(Register, unit, on, regulations: regulations));
}
