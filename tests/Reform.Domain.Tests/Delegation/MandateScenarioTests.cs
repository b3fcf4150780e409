using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using static Reform.Domain.Tests.Delegation.ProvinceWorld;

namespace Reform.Domain.Tests.Delegation;

/// <summary>The given scenarios of mandates (ủy quyền): Law 72/2025/QH15, Art. 14 and Law 63/2025/QH15, Art. 9; ends and notices by analogy with the Civil Code.</summary>
public sealed class MandateScenarioTests
{
    private const string Chair = "province/Chair";
    private const string Director = "department/Director";
    private static readonly Grant ToDirector = Mandate(Chair, Director);
    private static readonly LocalDate March10 = new(2026, 3, 10);

    /// <summary>Law 72/2025/QH15, Art. 14: own form and seal of the delegate; the delegator answers for the result.</summary>
    [Fact]
    public void DS01_The_director_decides_by_mandate_with_the_departments_own_form_and_seal_and_the_chair_answers()
    {
        AuthorityDecision decision = With(HeldBy(Chair), ToDirector).Ask(Director);

        Assert.Equal((AuthorityVerdict.Competent, "competent"), (decision.Verdict, decision.Code));
        Assert.Equal(new Responsibility(Chair, Director, null) { PersonId = "an" }, decision.Responsible);
        SigningVariant variant = Assert.Single(decision.Signing!.Variants);
        Assert.Empty(variant.Forms);
        Assert.Equal(SealOwner.OwnBody, variant.Seal);
        Assert.Contains("72/2025/QH15", variant.Basis.Citation.Vietnamese, StringComparison.Ordinal);
        Assert.Equal(SigningVerdict.Invalid, decision.JudgeSigning([SigningForm.ByMandate])?.Verdict);
        Assert.Empty(decision.Findings);
        Assert.Equal("law-72-mandate", Assert.Single(GrantRegimes.Vietnam.For(GrantKind.Mandate, Organization.FindUnit("province")!, June15)).Id);
    }

    /// <summary>Law 72/2025/QH15, Art. 14.2.a: in writing; minutes of a meeting are none.</summary>
    [Fact]
    public void DS02_A_mandate_given_orally_at_a_meeting_grants_nothing()
    {
        Grant oral = ToDirector with { Instrument = ToDirector.Instrument with { IsWritten = false } };
        AuthorityDecision decision = With(HeldBy(Chair), oral).Ask(Director);

        Assert.Equal((AuthorityVerdict.NotCompetent, "no_written_instrument"), (decision.Verdict, decision.Code));
        Assert.Equal(oral, decision.BrokenGrant);
        Assert.Empty(decision.Chain);
    }

    /// <summary>Law 63/2025/QH15, Art. 9: a mandate is not passed on.</summary>
    [Fact]
    public void DS03_The_director_cannot_mandate_the_division_head_in_turn()
    {
        Grant onward = ToDirector with { AllowsOnward = true };
        Grant further = Mandate(Director, "division/UnitHead", onward);
        AuthorityDecision decision = With(HeldBy(Chair), onward, further).Ask("division/UnitHead");

        Assert.Equal((AuthorityVerdict.NotCompetent, "subdelegation_forbidden"), (decision.Verdict, decision.Code));
        Assert.Contains(AuthorityBreak.PairNotAllowed, decision.Causes);
        Assert.Equal(further, decision.BrokenGrant);
        Assert.Equal("division/UnitHead", decision.Responsible?.ResultId);
    }

    /// <summary>Fixed period: Law 72/2025/QH15, Art. 14. That the citizen's time goes on is an interpretation.</summary>
    [Fact]
    public void DS04_After_the_end_of_the_mandate_the_case_returns_to_the_chair_and_the_due_date_does_not_move()
    {
        AuthorityRegister register = With(HeldBy(Chair), ToDirector);
        var received = new LocalDate(2026, 12, 20);
        var signed = new LocalDate(2027, 1, 5);
        var question = new AuthorityQuestion(Director, "permit", received);

        Assert.Equal("competent", register.Check(question).Code);
        AuthorityDecision late = register.Check(question with { On = signed });
        Assert.Equal((AuthorityVerdict.NotCompetent, "grant_expired"), (late.Verdict, late.Code));
        AuthorityDecision back = register.ReturnsTo(ToDirector.Id, question with { On = signed })!;
        Assert.Equal((Chair, AuthorityVerdict.Competent), (back.Question.ActorId, back.Verdict));

        // Received on a Sunday: 21-25 and 28-31 December are nine working days, 4, 5 and 6 January the tenth to the twelfth.
        Deadline due = TimeLimit.WorkingDays(12).From(received, WorkCalendar.VietnamStateAgencies);
        Assert.Equal(new LocalDate(2027, 1, 6), due.DueDate);
        Assert.Equal(DeadlineState.Within, due.StatusAt(signed.At(new LocalTime(9, 0))).State);
        Assert.Equal(DeadlineState.Overdue, due.StatusAt(new LocalDateTime(2027, 1, 7, 9, 0)).State);
    }

    /// <summary>The legal date is the one in Vietnam (Asia/Ho_Chi_Minh); in UTC both moments fall on 31 December.</summary>
    [Fact]
    public void DS06_The_last_half_hour_of_the_mandate_and_ten_minutes_after_it_are_told_apart_in_Vietnams_time()
    {
        var inTime = Instant.FromUtc(2026, 12, 31, 16, 30);
        var late = Instant.FromUtc(2026, 12, 31, 17, 10);
        AuthorityRegister register = With(HeldBy(Chair), ToDirector);

        Assert.Equal(inTime.InUtc().Date, late.InUtc().Date);
        Assert.Equal("competent", register.Check(AuthorityQuestion.At(Director, "permit", inTime)).Code);
        Assert.Equal("grant_expired", register.Check(AuthorityQuestion.At(Director, "permit", late)).Code);
    }

    /// <summary>Law 63/2025/QH15, Art. 9: the delegate answers for what exceeds content, scope or term.</summary>
    [Fact]
    public void DS07_A_permit_of_another_kind_is_out_of_scope_and_the_delegate_answers()
    {
        AuthorityRegister register = With(HeldBy(Chair), ToDirector with { Scope = new GrantScope { Subjects = ["P1"] } });
        AuthorityDecision decision = register.Ask(Director, new AuthorityCase { Subject = "P2" });

        Assert.Equal((AuthorityVerdict.NotCompetent, "out_of_scope"), (decision.Verdict, decision.Code));
        Assert.EndsWith("(subject: P2)", Assert.Single(decision.Explain()).Sentence.English, StringComparison.Ordinal);
        Assert.Equal(new Responsibility(Director, Director, null) { PersonId = "chi" }, decision.Responsible);
        Assert.Equal(Chair, register.Ask(Director, new AuthorityCase { Subject = "P1" }).Responsible?.ResultId);
    }

    /// <summary>Official letter 4323/BTP: function and territory; the province chair assigns.</summary>
    [Fact]
    public void DS09_A_site_in_two_territories_is_assigned_by_the_province_chair()
    {
        Power power = HeldBy(Chair) with { Holders = [HeldBy(Chair).Holders[0], HeldBy("commune/Chair").Holders[0] with { Territories = ["X"] }] };
        var site = new AuthorityCase { Territories = ["X", "Y"] };
        AuthorityDecision decision = With(power).Ask("commune/Chair", site);

        Assert.Equal((AuthorityVerdict.Ambiguous, "multi_territory"), (decision.Verdict, decision.Code));
        Assert.Contains("cấp trên phải phân công", Assert.Single(decision.Explain()).Sentence.Vietnamese, StringComparison.Ordinal);
        Assert.Null(decision.Responsible);
        Assert.Equal([Chair, "an"], With(power).WhoCould("permit", June15, site).Select(d => d.Question.ActorId));
    }

    /// <summary>A grantor keeps nothing to lend once the law moves the power: an interpretation.</summary>
    [Fact]
    public void DS12_A_new_law_that_moves_the_power_ends_the_mandate()
    {
        var moved = new LocalDate(2026, 7, 1);
        Power power = HeldBy(Chair) with
        {
            Holders =
            [
                HeldBy(Chair).Holders[0] with { Validity = new Validity(null, moved) },
                HeldBy("commune").Holders[0] with { Validity = new Validity(moved, null) },
            ],
        };
        AuthorityRegister register = With(power, ToDirector);

        Assert.Equal("competent", register.Ask(Director, on: moved.PlusDays(-1)).Code);
        AuthorityDecision decision = register.Ask(Director, on: moved.PlusDays(1));
        Assert.Equal((AuthorityVerdict.NotCompetent, "grantor_lost_power"), (decision.Verdict, decision.Code));
        Assert.Equal(["grantor_lost_power", "holder_no_longer"], decision.Explain().Select(r => r.Code));
        Assert.Equal("competent", register.Ask("commune", on: moved.PlusDays(1)).Code);
    }

    /// <summary>Civil Code, Art. 569, by analogy: what is done before the notice stands.</summary>
    [Fact]
    public void DS13_Before_the_notice_of_a_revocation_acts_stand_with_a_finding_and_after_it_they_do_not()
    {
        var revoked = new GrantEvent.Revoked(ToDirector.Id, March10, new LocalDate(2026, 3, 12));
        var register = new AuthorityRegister([HeldBy(Chair)], [ToDirector], [revoked], Organization);
        (AuthorityVerdict, string, string) On(int day)
        {
            AuthorityDecision decision = register.Ask(Director, on: new LocalDate(2026, 3, day));
            return (decision.Verdict, decision.Code, string.Join(' ', decision.Findings));
        }

        Assert.Equal((AuthorityVerdict.Competent, "competent", ""), On(9));
        Assert.Equal((AuthorityVerdict.Competent, "competent", "revoked_not_notified"), On(11));
        Assert.Equal((AuthorityVerdict.NotCompetent, "revoked", ""), On(13));
    }

    /// <summary>An interpretation: a revocation moves cases, not limits; each answers for its own days.</summary>
    [Fact]
    public void DS14_Cases_of_a_revoked_mandate_go_back_with_their_limits_and_responsibility_is_split_by_date()
    {
        var register = new AuthorityRegister([HeldBy(Chair)], [ToDirector], [new GrantEvent.Revoked(ToDirector.Id, March10)], Organization);
        PendingCase[] pending = [.. Enumerable.Range(1, 3).Select(i => new PendingCase($"c{i}", new AuthorityQuestion(Director, "permit", March10)))];

        ExpiringGrant ended = Assert.Single(register.ExpiringBetween(March10.PlusDays(-3), March10, pending));
        Assert.Equal((March10.PlusDays(-1), AuthorityBreak.Revoked, "c1 c2 c3"), (ended.LastDay, ended.Cause, string.Join(' ', ended.PendingCaseIds)));
        Assert.All(pending, c => Assert.Equal(Chair, register.ReturnsTo(ToDirector.Id, c.Question)?.Question.ActorId));

        // Received on Monday, 2 March: ten working days end on Monday, 16 March, and not ten after the case went back.
        Deadline due = TimeLimit.WorkingDays(10).From(new LocalDate(2026, 3, 2), WorkCalendar.VietnamStateAgencies);
        Assert.Equal(new LocalDate(2026, 3, 16), due.DueDate);
        Assert.Equal(new TimeAmount(6, TimeUnit.WorkingDay), due.UsedAt(new LocalDateTime(2026, 3, 10, 17, 0)));

        Assert.Equal((Chair, Director), Answers(Director, March10.PlusDays(-1)));
        Assert.Equal((Chair, Chair), Answers(Chair, March10));
        Assert.Equal((Director, Director), Answers(Director, March10));

        (string, string) Answers(string actor, LocalDate on)
        {
            Responsibility who = register.Ask(actor, on: on).Responsible!;
            return (who.ResultId, who.HandlingId);
        }
    }

    /// <summary>Regulation 338-QĐ/TW, Art. 11; Civil Code, Art. 140: without a term, one year.</summary>
    [Fact]
    public void DS16_Thirteen_months_after_an_authorisation_without_term_a_relative_may_no_longer_file()
    {
        var given = new LocalDate(2025, 3, 31);
        var filer = new AuthorizedFiler("relative", "member", given);
        LocalDate late = given.PlusMonths(13);

        Assert.False(filer.MayFileOn(late));
        Assert.Equal(("filer_term_ended", LegalBasis.CivilCode("140")), (filer.Explain(late).Code, filer.Explain(late).Basis));
        Assert.Equal(given.PlusYears(1), filer.LastDay);
        Assert.Equal(LegalBasis.PartyProcedures("11"), filer.Explain(given.PlusYears(1)).Basis);
    }

    /// <summary>A mandate does not strip the delegator: an interpretation, as is that the decision notified first stands.</summary>
    [Fact]
    public void DS17_Where_delegator_and_delegate_decide_differently_the_decision_notified_first_stands_pending_review()
    {
        AuthorityRegister register = With(HeldBy(Chair), ToDirector);
        Assert.Equal(("competent", "competent"), (register.Ask(Chair).Code, register.Ask(Director).Code));

        var byChair = new CompetingDecision("12/QĐ-UBND", Chair, "granted", Instant.FromUtc(2026, 6, 16, 1, 0));
        var byDirector = new CompetingDecision("3/GP-S", Director, "refused", Instant.FromUtc(2026, 6, 15, 9, 0));
        DecisionConflict conflict = CompetingDecisions.Review([byChair, byDirector])!;
        Assert.Equal("conflicting_decisions", conflict.Reason.Code);
        Assert.Equal(byDirector, conflict.Standing);
        Assert.Contains("until they are reviewed", conflict.Reason.Sentence.English, StringComparison.Ordinal);
    }

    /// <summary>Law 72/2025/QH15, Art. 14.1: to public-service units only self-management and delivery of public services.</summary>
    [Fact]
    public void DS19_A_licensing_power_cannot_be_mandated_to_a_public_service_unit()
    {
        AuthorityDecision decision = With(HeldBy("province"), Mandate("province", "service")).Ask("service");

        Assert.Equal((AuthorityVerdict.NotCompetent, "grantee_kind_not_allowed"), (decision.Verdict, decision.Code));
        Assert.Equal("competent", With(HeldBy("province") with { IsPublicService = true }, Mandate("province", "service")).Ask("service").Code);
    }

    /// <summary>Law 72/2025/QH15, Art. 14.1.</summary>
    [Fact]
    public void DS21_The_provincial_chair_may_mandate_a_commune_chair_and_not_a_commune_office()
    {
        AuthorityRegister register = With(HeldBy(Chair));

        Assert.Empty(register.Validate(Mandate(Chair, "commune/Chair")));
        Assert.Equal([("pair_not_allowed", true)], register.Validate(Mandate(Chair, "commune-office")).Select(o => (o.Code, o.IsFatal)));
        Assert.Equal("pair_not_allowed", With(HeldBy(Chair), Mandate(Chair, "commune-office")).Ask("commune-office").Code);
    }

    /// <summary>Decree 30/2020/NĐ-CP, Art. 13: the deputy signs for the head in the field assigned to it.</summary>
    [Fact]
    public void DS37_A_deputy_chair_is_competent_within_the_assigned_field_and_signs_KT()
    {
        OrganizationRegister assigned = Organization.With(OrganizationRecords.Of([], allocations: [new("binh", "province/DeputyChair", "land", default)]));
        AuthorityDecision Asked(string field) =>
            new AuthorityRegister([HeldBy(Chair) with { Field = field }], [], organization: assigned).Ask("binh");

        Assert.Equal("competent", Asked("land").Code);
        Assert.Equal(SigningVerdict.Valid, Asked("land").JudgeSigning([SigningForm.ForHead])?.Verdict);
        Assert.Equal(SigningVerdict.Invalid, Asked("land").JudgeSigning([])?.Verdict);
        Assert.Contains("30/2020/NĐ-CP", Asked("land").Signing!.Variants[0].Basis.Citation.Vietnamese, StringComparison.Ordinal);
        Assert.Equal((AuthorityVerdict.NotCompetent, "no_grant"), (Asked("culture").Verdict, Asked("culture").Code));
    }

    /// <summary>An interpretation: the office grants, not the person.</summary>
    [Fact]
    public void DS39_A_mandate_signed_by_an_acting_chair_does_not_lapse_when_a_chair_is_appointed()
    {
        var appointed = new LocalDate(2026, 7, 1);
        OrganizationRecords acting = Units with
        {
            Appointments =
            [
                new("q", new Appointment("q", Chair, new Validity(null, appointed)) { Mode = AppointmentMode.Acting }, Instant.MinValue),
                new("a", new Appointment("an", Chair, new Validity(appointed, null)), Instant.MinValue),
            ],
        };
        var register = new AuthorityRegister([HeldBy(Chair)], [ToDirector], organization: new OrganizationRegister(acting));

        Assert.Equal("competent", register.Ask("q").Code);
        Assert.Equal(SigningVerdict.Valid, register.Ask("q").JudgeSigning([SigningForm.Acting])?.Verdict);
        Assert.Equal(("competent", "q"), (register.Ask(Director).Code, register.Ask(Director).Responsible?.PersonId));
        AuthorityDecision after = register.Ask(Director, on: appointed);
        Assert.Equal(("competent", "an"), (after.Code, after.Responsible?.PersonId));
        Assert.True(register.StatusOf(ToDirector.Id, appointed).IsInForce);
        Assert.Equal("no_grant", register.Ask("q", on: appointed).Code);
    }

    /// <summary>An open question of 26 December 2025: the act stands, the list has to be published again.</summary>
    [Fact]
    public void DS60_A_mandate_that_changes_the_body_of_a_published_procedure_leaves_the_publication_outdated()
    {
        AuthorityRegister register = With(HeldBy(Chair), ToDirector);
        AuthorityDecision decision = register.Ask(Director, new AuthorityCase { PublishedDecider = Chair });

        Assert.Equal(AuthorityVerdict.Competent, decision.Verdict);
        Assert.Equal(["publication_outdated"], decision.Findings);
        Assert.Empty(register.Ask(Director, new AuthorityCase { PublishedDecider = Director }).Findings);
    }
}
