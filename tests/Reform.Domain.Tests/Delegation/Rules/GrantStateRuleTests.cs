using NodaTime;
using Reform.Domain.Compliance;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Delegation.ProvinceWorld;

namespace Reform.Domain.Tests.Delegation.Rules;

/// <summary>The rules over grants as they stand on a date.</summary>
public sealed class GrantStateRuleTests
{
    private const string Chair = "province/Chair";
    private const string Director = "department/Director";
    private static readonly Grant ToDirector = Mandate(Chair, Director);
    private static readonly AuthorityRegister Mandated = With(HeldBy(Chair), ToDirector);
    private static readonly GrantMonitoring NeverChecked = new();

    [Fact]
    public void A_grant_that_runs_on_after_a_party_ended_fails_from_that_day()
    {
        var gone = new LocalDate(2026, 4, 1);
        OrganizationRecords units = Units with
        {
            Units = Units.Units.Select(u => u.Fact!.Id == "department" ? u with { Fact = u.Fact with { Validity = new Validity(null, gone) } } : u).ToValueList(),
        };
        Grant grant = Mandate(Chair, "department");
        var register = new AuthorityRegister([HeldBy(Chair)], [grant], organization: new OrganizationRegister(units));

        Assert.Equal(Verdict.Pass, On(register, "CR-DLG-10", grant.Id, gone.PlusDays(-1)).Verdict);
        Assert.Equal((Verdict.Fail, "running_grant_without_party"), On(register, "CR-DLG-10", grant.Id, gone) is var j ? (j.Verdict, j.Reason!.Code) : default);
        Assert.Equal(Verdict.NotApplicable, On(register, "CR-DLG-10", grant.Id, new LocalDate(2027, 1, 1)).Verdict);
        Assert.Equal([grant.Id], register.OrphanedOn(gone).Select(s => s.Grant.Id));
    }

    /// <summary>Regularly, by Law 63/2025/QH15, Art. 8; how often is a policy of 365 days.</summary>
    [Fact]
    public void A_grant_is_watched_at_least_every_365_days_from_its_first_day_or_the_last_check()
    {
        Grant grant = Decentralization("province", "commune");
        AuthorityRegister register = With(HeldBy("province"), grant);
        var once = new GrantMonitoring { CheckedOn = [new LocalDate(2026, 6, 30)] };

        Assert.Equal(Verdict.Pass, On(register, "CR-DLG-15", grant.Id, Start.PlusDays(365), NeverChecked).Verdict);
        Judgement late = On(register, "CR-DLG-15", grant.Id, Start.PlusDays(366), NeverChecked);
        Assert.Equal(Verdict.Fail, late.Verdict);
        Assert.EndsWith("since 1 July 2025, for more than 365 days", late.Reason!.Sentence.English, StringComparison.Ordinal);
        Assert.Equal(Verdict.Pass, On(register, "CR-DLG-15", grant.Id, Start.PlusDays(366), once).Verdict);
        Assert.Equal(Verdict.Pass, On(register, "CR-DLG-15", grant.Id, new LocalDate(2026, 6, 30).PlusDays(365), once).Verdict);
        Assert.Equal(Verdict.Fail, On(register, "CR-DLG-15", grant.Id, new LocalDate(2026, 6, 30).PlusDays(366), once).Verdict);

        Judgement open = On(register, "CR-DLG-15", grant.Id, June15);
        Assert.Equal((Verdict.Unknown, "monitoring"), (open.Verdict, Assert.Single(open.Missing).Name));
        Assert.Equal(Verdict.NotApplicable, On(register, "CR-DLG-15", grant.Id, Start.PlusDays(-1), NeverChecked).Verdict);
    }

    [Fact]
    public void Over_time_a_check_ends_the_breach_and_a_later_year_without_one_begins_it_again()
    {
        Grant grant = Decentralization("province", "commune");
        var check = new LocalDate(2026, 9, 1);
        var monitoring = new GrantMonitoring { CheckedOn = [check] };
        ValueList<TimelineJudgement> judged = GrantTimeline.Judge(
            new GrantIsWatched(), With(HeldBy("province"), grant), grant.Id, new Validity(new LocalDate(2025, 1, 1), new LocalDate(2028, 1, 1)), monitoring);

        Assert.Equal(
            [
                (new LocalDate(2025, 3, 1), Verdict.NotApplicable), (Start, Verdict.Pass), (Start.PlusDays(366), Verdict.Fail), (check, Verdict.Pass),
                (check.PlusDays(366), Verdict.Fail),
            ],
            judged.Select(j => (j.Period.From!.Value, j.Judgement.Verdict)));
        Assert.Equal(new LocalDate(2028, 1, 1), judged[^1].Period.To);
        Assert.Throws<ArgumentException>(() => GrantTimeline.Judge(new GrantIsWatched(), Mandated, ToDirector.Id, default));
        Assert.Empty(GrantTimeline.Judge(new GrantIsWatched(), Mandated, ToDirector.Id, new Validity(new LocalDate(2020, 1, 1), new LocalDate(2025, 3, 1))));
    }

    [Fact]
    public void A_unit_may_set_itself_a_shorter_interval_and_no_longer_one()
    {
        static UnitThreshold Own(int days) => new("CR-DLG-15", "interval_days", "province", days, default, LegalBasis.Citing("1-QĐ/UBND"));
        AuthorityRegister register = With(HeldBy("province"), Decentralization("province", "commune"));
        GrantStateFacts facts = register.StateOf("province>commune", Start.PlusDays(91), NeverChecked);

        Assert.Equal(Verdict.Pass, BuiltInRules.GrantStates.By("CR-DLG-15", facts).Verdict);
        Assert.Equal(Verdict.Fail, BuiltInRules.GrantStates.With(Own(90)).By("CR-DLG-15", facts).Verdict);
        Assert.Throws<ArgumentException>(() => BuiltInRules.GrantStates.With(Own(366)));
    }

    /// <summary>Regulation 294-QĐ/TW, 22.1: more than 100 members; three years rated good; in force from 1 July 2025 to 7 April 2026.</summary>
    [Fact]
    public void A_base_that_falls_to_a_hundred_members_or_below_good_no_longer_meets_the_conditions()
    {
        AuthorityRegister register = Admission();
        LocalDate on = new(2025, 9, 1);

        Assert.Equal(Verdict.Pass, On(register, "CR-DLG-16", "g", on, Of(101, true)).Verdict);
        Assert.Equal(Verdict.Fail, On(register, "CR-DLG-16", "g", on, Of(100, true)).Verdict);
        Assert.Equal(Verdict.Fail, On(register, "CR-DLG-16", "g", on, Of(150, false)).Verdict);
        Assert.Equal(Verdict.Fail, On(register, "CR-DLG-16", "g", new LocalDate(2026, 4, 7), Of(100, true)).Verdict);
        Assert.Equal(Verdict.NotApplicable, On(register, "CR-DLG-16", "g", new LocalDate(2026, 4, 8), Of(100, true)).Verdict);
        Assert.Equal(Verdict.NotApplicable, On(Mandated, "CR-DLG-16", ToDirector.Id, June15).Verdict);
        Assert.Equal(["members"], On(register, "CR-DLG-16", "g", on).MissingNames());
        Assert.Equal(["members"], On(register, "CR-DLG-16", "g", on, Of(null, true)).MissingNames());
        Assert.Equal(["ratings"], On(register, "CR-DLG-16", "g", on, new GrantMonitoring { Grantee = [new(Start, new GranteeFacts(150, []))] }).MissingNames());
    }

    [Fact]
    public void What_was_known_of_the_base_last_counts()
    {
        var fell = new LocalDate(2025, 10, 1);
        GrantMonitoring over = new() { Grantee = [new(fell, Of(100, true).Grantee[0].Facts), new(Start, Of(150, true).Grantee[0].Facts)] };

        Assert.Equal(Verdict.Pass, On(Admission(), "CR-DLG-16", "g", fell.PlusDays(-1), over).Verdict);
        Assert.Equal(Verdict.Fail, On(Admission(), "CR-DLG-16", "g", fell, over).Verdict);
    }

    [Fact]
    public void Over_time_the_conditions_are_those_of_each_day()
    {
        var fell = new LocalDate(2025, 10, 1);
        GrantMonitoring over = new() { Grantee = [new(Start, Of(150, true).Grantee[0].Facts), new(fell, Of(100, true).Grantee[0].Facts), new(fell.PlusMonths(1), Of(101, true).Grantee[0].Facts)] };

        Assert.Equal(
            [(Start, Verdict.Pass), (fell, Verdict.Fail), (fell.PlusMonths(1), Verdict.Pass)],
            GrantTimeline.Judge(new ConditionsStillMet(), Admission(), "g", new Validity(new LocalDate(2025, 1, 1), new LocalDate(2027, 1, 1)), over)
                .Select(j => (j.Period.From!.Value, j.Judgement.Verdict)));
    }

    /// <summary>The mandate of 2026 ends on 31 December; a reminder is due 30 days ahead.</summary>
    [Fact]
    public void A_grant_with_pending_cases_is_reminded_of_thirty_days_before_its_last_day()
    {
        var dayBefore = new LocalDate(2026, 11, 30);
        var firstDay = new LocalDate(2026, 12, 1);
        PendingCase[] pending = [new("c1", new AuthorityQuestion(Director, "permit", June15)), new("c2", new AuthorityQuestion(Chair, "permit", June15))];

        Assert.Equal(Verdict.Pass, On(Mandated, "CR-DLG-19", ToDirector.Id, dayBefore, pending: pending).Verdict);
        Judgement soon = On(Mandated, "CR-DLG-19", ToDirector.Id, firstDay, pending: pending);
        Assert.Equal((Verdict.Fail, Severity.Info), (soon.Verdict, soon.Rule.Severity));
        Assert.EndsWith("is in force until 31 December 2026; 1 pending case(s) rest on it", soon.Reason!.Sentence.English, StringComparison.Ordinal);
        Assert.Equal(Verdict.Fail, On(Mandated, "CR-DLG-19", ToDirector.Id, new LocalDate(2026, 12, 31), pending: pending).Verdict);
        Assert.Equal(Verdict.NotApplicable, On(Mandated, "CR-DLG-19", ToDirector.Id, new LocalDate(2027, 1, 1), pending: pending).Verdict);
        Assert.Equal(Verdict.Pass, On(Mandated, "CR-DLG-19", ToDirector.Id, firstDay, pending: pending[1..]).Verdict);
        Assert.Equal(["pending_cases"], On(Mandated, "CR-DLG-19", ToDirector.Id, firstDay).MissingNames());
        Assert.Equal(Verdict.Pass, On(Mandated, "CR-DLG-19", ToDirector.Id, dayBefore).Verdict);
        Assert.Equal("c1", Assert.Single(Mandated.ExpiringBetween(firstDay, new LocalDate(2026, 12, 31), pending)).PendingCaseIds.Single());
    }

    private static Judgement On(
        AuthorityRegister register, string code, string grantId, LocalDate on, GrantMonitoring? monitoring = null, IEnumerable<PendingCase>? pending = null) =>
        BuiltInRules.GrantStates.By(code, register.StateOf(grantId, on, monitoring, pending));

    private static GrantMonitoring Of(int? members, bool isGood) => new()
    {
        Grantee = [new(new LocalDate(2025, 7, 1), new GranteeFacts(members, [new(2022, true), new(2023, true), new(2024, isGood), new(2025, true)]))],
    };

    private static AuthorityRegister Admission()
    {
        var organization = new OrganizationRegister(OrganizationRecords.Of(
        [
            new("superior", BilingualText.Same("superior"), BodyKind.PartyCommittee, OrganizationLevel.Commune, default),
            new("base", BilingualText.Same("base"), BodyKind.PartyCommittee, OrganizationLevel.Grassroots, default) { Setting = BaseSetting.Enterprise },
        ]));
        Power power = HeldBy("superior") with { GranteeRule = GranteeRule.AdmissionByBase };
        var grant = new Grant
        {
            Id = "g",
            Kind = GrantKind.Mandate,
            PowerId = "permit",
            GrantorId = "superior",
            GranteeId = "base",
            Validity = new Validity(Start, null),
            GranteeFacts = Of(150, true).Grantee[0].Facts,
            Instrument = new Instrument("1-QĐ/ĐU", Start, BilingualText.Same("decision")) { Kind = InstrumentKind.PartyDocument },
        };
        return new AuthorityRegister([power], [grant], organization: organization);
    }
}
