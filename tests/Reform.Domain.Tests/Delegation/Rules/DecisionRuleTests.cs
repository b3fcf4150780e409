using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Delegation.ProvinceWorld;

namespace Reform.Domain.Tests.Delegation.Rules;

/// <summary>The rules over decisions, through real registers.</summary>
public sealed class DecisionRuleTests
{
    private const string Chair = "province/Chair";
    private const string Director = "department/Director";
    private static readonly Grant ToDirector = Mandate(Chair, Director);
    private static readonly AuthorityRegister Mandated = With(HeldBy(Chair), ToDirector);

    /// <summary>Law 72/2025/QH15, Art. 14.2.a: minutes of a meeting are no instrument.</summary>
    [Fact]
    public void A_decision_by_an_oral_mandate_breaks_the_rule_on_writing_alone()
    {
        AuthorityRegister oral = With(HeldBy(Chair), ToDirector with { Instrument = ToDirector.Instrument with { IsWritten = false } });

        Judgement judgement = oral.Decision("CR-DLG-01", By(Director));
        Assert.Equal((Verdict.Fail, Severity.Critical, "decided_without_authority"), (judgement.Verdict, judgement.Rule.Severity, judgement.Reason!.Code));
        Assert.Contains("department/Director", judgement.Reason.Sentence.English, StringComparison.Ordinal);
        Assert.Equal(["CR-DLG-01"], oral.Failed(By(Director)));
        Assert.Equal(Verdict.Pass, Mandated.Decision("CR-DLG-01", By(Director)).Verdict);
        Assert.Equal(Verdict.NotApplicable, Mandated.Decision("CR-DLG-01", By(Chair)).Verdict);
    }

    /// <summary>A mandate for 2026: its last day is 31 December (Law 72/2025/QH15, Art. 14.1).</summary>
    [Fact]
    public void The_last_day_of_a_mandate_passes_and_the_day_after_fails()
    {
        Assert.Equal(Verdict.Pass, Mandated.Decision("CR-DLG-03", By(Director, new LocalDate(2026, 12, 31))).Verdict);
        Assert.Equal(Verdict.Fail, Mandated.Decision("CR-DLG-03", By(Director, new LocalDate(2027, 1, 1))).Verdict);
        Assert.Equal(["CR-DLG-03"], Mandated.Failed(By(Director, new LocalDate(2027, 1, 1))));
    }

    [Theory]
    [InlineData("suspended")]
    [InlineData("revoked")]
    [InlineData("lapsed")]
    public void A_mandate_that_is_suspended_revoked_or_lapsed_has_run_out_as_well(string how)
    {
        var on = new LocalDate(2026, 3, 10);
        GrantEvent step = how switch
        {
            "suspended" => new GrantEvent.Suspended(ToDirector.Id, on),
            "revoked" => new GrantEvent.Revoked(ToDirector.Id, on),
            _ => new GrantEvent.Lapsed(ToDirector.Id, on, BilingualText.Same("done")),
        };
        var register = new AuthorityRegister([HeldBy(Chair)], [ToDirector], [step], Organization);

        Assert.Equal(Verdict.Pass, register.Decision("CR-DLG-03", By(Director, on.PlusDays(-1))).Verdict);
        Assert.Equal(Verdict.Fail, register.Decision("CR-DLG-03", By(Director, on)).Verdict);
    }

    [Fact]
    public void The_first_day_of_a_mandate_passes_and_the_day_before_fails()
    {
        Assert.Equal(Verdict.Fail, Mandated.Decision("CR-DLG-04", By(Director, new LocalDate(2025, 12, 31))).Verdict);
        Assert.Equal(Verdict.Pass, Mandated.Decision("CR-DLG-04", By(Director, new LocalDate(2026, 1, 1))).Verdict);
        Assert.Equal(["CR-DLG-04"], Mandated.Failed(By(Director, new LocalDate(2025, 12, 31))));
    }

    /// <summary>The law of each date: 77/2015/QH13 to 28 February 2025, then 63/2025/QH15; nothing was read for dates before 2016.</summary>
    [Fact]
    public void Each_date_is_judged_by_its_own_law()
    {
        var register = new AuthorityRegister([TestRegisters.Permit], [TestRegisters.Grant("chair", "director", validity: new Validity(new LocalDate(2010, 1, 1), new LocalDate(2011, 1, 1))) with
        {
            Instrument = new Instrument("1-QĐ", new LocalDate(2009, 12, 1), BilingualText.Same("a")),
        }]);
        Judgement On(int year, int month, int day) => register.Decision("CR-DLG-03", By("director", new LocalDate(year, month, day)));

        Assert.Equal(Verdict.NotApplicable, On(2015, 12, 31).Verdict);
        Assert.Contains("77/2015/QH13", On(2016, 1, 1).Rule.Basis.Citation.English, StringComparison.Ordinal);
        Assert.Contains("77/2015/QH13", On(2025, 2, 28).Rule.Basis.Citation.English, StringComparison.Ordinal);
        Assert.Contains("63/2025/QH15", On(2025, 3, 1).Rule.Basis.Citation.English, StringComparison.Ordinal);
        Assert.All([On(2016, 1, 1), On(2025, 2, 28), On(2025, 3, 1)], j => Assert.Equal(Verdict.Fail, j.Verdict));
    }

    [Fact]
    public void A_subject_outside_the_scope_fails_one_inside_passes_and_one_not_stated_is_not_guessed()
    {
        AuthorityRegister register = With(HeldBy(Chair), ToDirector with { Scope = new GrantScope { Subjects = ["P1"] } });

        Assert.Equal(["CR-DLG-05"], register.Failed(By(Director, about: new AuthorityCase { Subject = "P2" })));
        Assert.Equal(Verdict.Pass, register.Decision("CR-DLG-05", By(Director, about: new AuthorityCase { Subject = "P1" })).Verdict);
        Judgement open = register.Decision("CR-DLG-05", By(Director));
        Assert.Equal((Verdict.Unknown, new MissingFact("subject", new BilingualText("nội dung", "the subject matter"))), (open.Verdict, Assert.Single(open.Missing)));
    }

    [Fact]
    public void Whatever_the_register_misses_is_named()
    {
        static ValueList<string> Missing(GrantScope scope) => With(HeldBy(Chair), ToDirector with { Scope = scope }).Decision("CR-DLG-03", By(Director)).MissingNames();

        Assert.Equal(["territory"], Missing(new GrantScope { Territories = ["X"] }));
        Assert.Equal(["amount"], Missing(new GrantScope { Amount = AmountRange.AtMost(5) }));
        Assert.Equal(["case_kind"], Missing(new GrantScope { CaseKinds = ["k"] }));
        Assert.Equal(["unit"], With(HeldBy(Chair), ToDirector with { UnitId = "commune" }).Decision("CR-DLG-03", By(Director)).MissingNames());
        Assert.Equal(["authority_facts"], With(HeldBy(Chair), ToDirector with { Conditions = [new GrantCondition("c", BilingualText.Same("c"))] }).Decision("CR-DLG-03", By(Director)).MissingNames());
    }

    /// <summary>Official letter 4323/BTP: the superior assigns.</summary>
    [Fact]
    public void A_matter_in_two_territories_waits_for_an_assignment()
    {
        Power power = HeldBy(Chair) with { Holders = [HeldBy(Chair).Holders[0], HeldBy("commune/Chair").Holders[0] with { Territories = ["X"] }] };
        Judgement judgement = With(power).Decision("CR-DLG-05", By("commune/Chair", about: new AuthorityCase { Territories = ["X", "Y"] }));

        Assert.Equal((Verdict.Unknown, "assignment"), (judgement.Verdict, Assert.Single(judgement.Missing).Name));
    }

    [Fact]
    public void A_grantor_that_never_held_the_power_or_lost_it_fails()
    {
        var lost = new LocalDate(2026, 6, 1);
        Power until = HeldBy(Chair) with { Holders = [HeldBy(Chair).Holders[0] with { Validity = new Validity(null, lost) }] };
        AuthorityRegister register = With(until, ToDirector);

        Assert.Equal(["CR-DLG-06"], With(HeldBy("commune/Chair"), ToDirector).Failed(By(Director)));
        Assert.Equal(Verdict.Pass, register.Decision("CR-DLG-06", By(Director, lost.PlusDays(-1))).Verdict);
        Assert.Equal(Verdict.Fail, register.Decision("CR-DLG-06", By(Director, lost)).Verdict);
    }

    /// <summary>Law 63/2025/QH15, Art. 9.</summary>
    [Fact]
    public void A_mandate_passed_on_fails_and_the_mandate_itself_passes()
    {
        Grant onward = ToDirector with { AllowsOnward = true };
        AuthorityRegister register = With(HeldBy(Chair), onward, Mandate(Director, "division/UnitHead", onward));

        Assert.Equal(["CR-DLG-07"], register.Failed(By("division/UnitHead")));
        Assert.Equal(Verdict.Pass, register.Decision("CR-DLG-07", By(Director)).Verdict);
        Assert.Equal(Verdict.NotApplicable, register.Decision("CR-DLG-07", By(Chair)).Verdict);
    }

    /// <summary>Law 72/2025/QH15, Art. 14.1: the provincial chair to the commune's chair, not to the commune's office.</summary>
    [Fact]
    public void A_pair_that_the_law_does_not_name_fails()
    {
        AuthorityRegister register = With(HeldBy(Chair), Mandate(Chair, "commune-office"), Mandate(Chair, "commune/Chair"));

        Assert.Equal(["CR-DLG-08"], register.Failed(By("commune-office")));
        Assert.Equal(Verdict.Pass, register.Decision("CR-DLG-08", By("commune/Chair")).Verdict);
        Assert.Equal(["CR-DLG-08"], With(HeldBy(Chair), Mandate(Chair, "service")).Failed(By("service")));
        Assert.Empty(With(HeldBy(Chair) with { IsPublicService = true }, Mandate(Chair, "service")).Failed(By("service")));
    }

    /// <summary>Law 72/2025/QH15, Art. 13: a normative document.</summary>
    [Fact]
    public void A_decentralisation_by_an_ordinary_decision_fails()
    {
        Grant right = Decentralization("province", "commune");
        Grant wrong = right with { Instrument = Paper("9/QĐ-UBND", InstrumentKind.AdministrativeDocument) };

        Assert.Equal(["CR-DLG-09"], With(HeldBy("province"), wrong).Failed(By("commune")));
        Assert.Equal(Verdict.Pass, With(HeldBy("province"), right).Decision("CR-DLG-09", By("commune")).Verdict);
    }

    /// <summary>The district level ended on 30 June 2025 (DS-29).</summary>
    [Fact]
    public void A_grantee_that_ended_fails_from_the_day_on_which_it_is_gone()
    {
        var gone = new LocalDate(2026, 4, 1);
        OrganizationRecords units = Units with
        {
            Units = Units.Units.Select(u => u.Fact!.Id == "department" ? u with { Fact = u.Fact with { Validity = new Validity(null, gone) } } : u).ToValueList(),
        };
        var register = new AuthorityRegister([HeldBy(Chair)], [Mandate(Chair, "department")], organization: new OrganizationRegister(units));

        Assert.Equal(Verdict.Pass, register.Decision("CR-DLG-10", By("department", gone.PlusDays(-1))).Verdict);
        Assert.Equal(Verdict.Fail, register.Decision("CR-DLG-10", By("department", gone)).Verdict);
        Assert.Equal(["CR-DLG-10"], register.Failed(By("department", gone)));
    }

    [Fact]
    public void A_power_that_the_law_keeps_from_being_passed_on_fails()
    {
        Power kept = HeldBy(Chair) with
        {
            Delegability = new DatedValues<Delegability>([new(Delegability.None(BilingualText.Same("kept")), new Validity(June15, null), LegalBasis.Citing("law"))]),
        };

        Assert.Equal(Verdict.Pass, With(kept, ToDirector).Decision("CR-DLG-18", By(Director, June15.PlusDays(-1))).Verdict);
        Assert.Equal(["CR-DLG-18"], With(kept, ToDirector).Failed(By(Director)));
    }

    [Fact]
    public void Somebody_without_any_grant_fails_the_rule_for_what_no_other_names()
    {
        Assert.Equal(["CR-DLG-24"], Mandated.Failed(By("commune/Chair")));
        Assert.Equal(Verdict.Pass, Mandated.Decision("CR-DLG-24", By(Chair)).Verdict);
    }

    [Fact]
    public void The_unit_that_answers_is_the_grantors_under_a_mandate_and_the_actors_without_competence()
    {
        Assert.Equal("province", Mandated.FactsOf("d", By(Director)).UnitId);
        Assert.Equal("department", Mandated.FactsOf("d", By(Director, new LocalDate(2027, 1, 1))).UnitId);
        Assert.Equal((true, 0, null as string), (Mandated.FactsOf("d", By(Chair)) is var f ? (f.IsByLaw, f.Grants, f.GrantId) : default));
        Assert.Equal((false, 1, ToDirector.Id), (Mandated.FactsOf("d", By(Director)) is var g ? (g.IsByLaw, g.Grants, g.GrantId) : default));
    }

    /// <summary>A mandate that was recorded in March was not known in February.</summary>
    [Fact]
    public void A_register_as_known_earlier_gives_the_facts_of_that_moment()
    {
        var march = Instant.FromUtc(2026, 3, 1, 0, 0);
        var records = new AuthorityRecords
        {
            Powers = [new("p", HeldBy(Chair), Instant.MinValue)],
            Grants = [new("g", ToDirector, march)],
        };
        var register = new AuthorityRegister(records, Organization, GrantRegimes.Vietnam);

        Assert.Empty(register.Failed(By(Director)));
        Assert.Equal(["CR-DLG-24"], register.AsKnownAt(march - Duration.FromDays(1)).Failed(By(Director)));
    }

    private static AuthorityQuestion By(string actor, LocalDate? on = null, AuthorityCase? about = null) =>
        new(actor, "permit", on ?? June15) { Case = about ?? AuthorityCase.Unstated };
}
