using NodaTime;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Procedures;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Procedures.Rules.Defined;

namespace Reform.Domain.Tests.Procedures.Rules;

/// <summary>Rules that set versions side by side: levels, changes, lives, units.</summary>
public sealed class ChangeRuleTests
{
    private static readonly LocalVariant Own = new("Điều 5 Luật thử", new BilingualText("vùng xa", "remote"));

    [Fact]
    public void A_lower_level_takes_no_longer_than_the_level_above() => RuleTable.Check(
        new LowerLimitNotLonger(),
        LevelLimitFacts.Subject,
        new(Level(Total, Total), Verdict.Pass),
        new(Level(Total.Lasting(TimeLimit.WorkingDays(16)), Total), Verdict.Fail),
        new(Level(Total.Lasting(TimeLimit.WorkingDays(16)), Total, Own), Verdict.Pass),
        new(Level(Total.Lasting(TimeLimit.WorkingDays(16)), Total, Own with { LengtheningReason = null }), Verdict.Fail),
        new(Level(Total.Lasting(TimeLimit.CalendarDays(15)), Total), Verdict.Unknown, "comparable_limits"),
        new(Level(Total.From("another"), Total), Verdict.Unknown, "comparable_limits"),
        new(Level(Total.Lasting(null), Total), Verdict.Unknown, "comparable_limits"),
        new(Level(Total.NotRecorded(), Total), Verdict.Unknown, "terms"),
        new(Level(Total.Lasting(null), Total.Lasting(null)), Verdict.NotApplicable));

    // Admission took 60 working days until June 2025 and takes 45 since; of a ceremony the start event moved on 26 July 2026.
    [Fact]
    public void A_change_lengthens_nothing_without_a_reason() => RuleTable.Check(
        new AmendmentDoesNotLengthen(),
        VersionChangeFacts.Subject,
        Changed(Kept, Verdict.Pass),
        Changed(Kept with { Steps = [.. Kept.Steps, Kept.Steps[1] with { Number = 3 }] }, Verdict.Fail),
        Changed(Kept with { Steps = [Kept.Steps[1]] }, Verdict.Pass),
        Changed(Kept with { Documents = [Paper, Paper] }, Verdict.Fail),
        Changed(Kept with { Documents = [] }, Verdict.Pass),
        Changed(Kept with { Documents = null }, Verdict.Unknown, "documents"),
        Changed(With(Total.Lasting(TimeLimit.WorkingDays(16)), Step), Verdict.Fail),
        Changed(With(Total.Lasting(TimeLimit.WorkingDays(16)), Step) with { Variant = Own }, Verdict.Pass),
        Changed(With(Total, Step.Lasting(TimeLimit.WorkingDays(6))), Verdict.Fail),
        Changed(With(Total, Step.Lasting(TimeLimit.WorkingDays(4))), Verdict.Pass),
        Changed(With(Total, Step.From("another")), Verdict.Unknown, "start_event"),
        Changed(With(Total.Lasting(TimeLimit.WorkingDays(16)), Step.From("another")), Verdict.Fail),
        Changed(With(Total, Step.Lasting(TimeLimit.CalendarDays(5))), Verdict.Unknown, "comparable_limits"),
        Changed(With(Total, Step.NotRecorded()), Verdict.Unknown, "comparable_limits"),
        Changed(With(Total), Verdict.Unknown, "comparable_limits"),
        Changed(With(Total, Step, Total with { Id = "more" }), Verdict.Pass),
        new(Period("PTY-ADM", "2025-06-30", "2025-07-01"), Verdict.Pass),
        new(Period("PTY-ADM", "2025-07-01", "2025-06-30"), Verdict.Fail),
        new(Period("PTY-CER", "2025-07-01", "2026-07-26"), Verdict.Unknown, "start_event"));

    [Fact]
    public void The_reason_names_the_longer_limit()
    {
        Reform.Domain.Explanations.Reason reason = new AmendmentDoesNotLengthen().Judge(Period("PTY-ADM", "2025-07-01", "2025-06-30")).Reason!;

        Assert.Equal(
            "The procedure 'PTY-ADM' from 1 July 2025 to 30 June 2025, and no reason is recorded: a longer limit 'ADM-TOTAL'", reason.Sentence.English);
    }

    // How long papers count is no work of the unit: a longer life burdens nobody.
    [Fact]
    public void A_longer_life_of_papers_is_no_lengthening()
    {
        ProcedureTimeLimit papers = Step with { Id = "V", Scope = LimitScope.DocumentValidity };

        Assert.Equal(0, VersionChangeFacts.Of("P", With(Total, papers), On, With(Total, papers.Lasting(TimeLimit.WorkingDays(9))), On).LimitsLonger);
    }

    [Fact]
    public void On_every_day_of_its_life_one_version_is_in_force() => RuleTable.Check(
        new OneVersionInForce(),
        VersionsInForceFacts.Subject,
        new(Life("2025-06-30"), Verdict.Pass),
        new(Life("2025-07-01"), Verdict.Fail),
        new(Life("2025-07-31"), Verdict.Fail),
        new(Life("2025-08-01"), Verdict.Pass),
        new(Life("2025-09-14"), Verdict.Pass),
        new(Life("2025-09-15"), Verdict.Fail),
        new(Life("2025-12-31"), Verdict.Pass),
        new(Life("2026-01-01"), Verdict.NotApplicable),
        new(Life("2024-12-31"), Verdict.NotApplicable),
        new(VersionsInForceFacts.Of("P", [new Validity(null, Day("2025-07-01")), new Validity(null, Day("2025-08-01"))], Day("2025-06-01")), Verdict.Unknown, "version_starts"),
        new(VersionsInForceFacts.Of("P", [new Validity(null, Day("2025-07-01")), new Validity(Day("2025-07-01"), null)], Day("2025-07-01")), Verdict.Pass));

    [Fact]
    public void The_gap_and_the_overlap_are_found_with_their_dates() => Assert.Equal(
        [("2025-01-01", "2025-07-01", Verdict.Pass), ("2025-07-01", "2025-08-01", Verdict.Fail), ("2025-08-01", "2025-09-15", Verdict.Pass),
            ("2025-09-15", "2025-10-01", Verdict.Fail), ("2025-10-01", "2026-01-01", Verdict.Pass), ("2026-01-01", "2026-02-01", Verdict.NotApplicable)],
        VersionsInForceFacts.Over(new OneVersionInForce(), "P", Lives, new Validity(Day("2025-01-01"), Day("2026-02-01")))
            .Select(j => (Iso(j.Period.From), Iso(j.Period.To), j.Judgement.Verdict)));

    // The catalogue refuses histories with gaps, so none of the 38 has one.
    [Fact]
    public void The_38_have_one_version_on_every_day() => Assert.All(ProcedureCatalogue.Vietnam.Procedures, p => Assert.All(
        VersionsInForceFacts.Over(new OneVersionInForce(), p.Code, p.Versions.Select(v => v.Validity), new Validity(Day("2011-01-01"), Day("2027-01-01"))),
        j => Assert.NotEqual(Verdict.Fail, j.Judgement.Verdict)));

    [Fact]
    public void A_unit_applies_a_procedure_as_it_was_issued() => RuleTable.Check(
        new AppliedAsIssued(),
        UnitVariantFacts.Subject,
        Applied(Kept, Verdict.Pass),
        Applied(Kept with { Documents = [Paper, Paper with { Name = BilingualText.Same("Thêm") }] }, Verdict.Fail),
        Applied(Kept with { Documents = [] }, Verdict.Fail),
        Applied(Kept with { Documents = null }, Verdict.Unknown, "documents"),
        Applied(Kept with { Steps = [Kept.Steps[0]] }, Verdict.Fail),
        Applied(With(Total, Step.Lasting(TimeLimit.WorkingDays(6))), Verdict.Fail),
        Applied(With(Total, Step.Lasting(TimeLimit.WorkingDays(4))), Verdict.Fail),
        Applied(With(Total), Verdict.Fail),
        Applied(With(Total, Step.Lasting(TimeLimit.CalendarDays(5))), Verdict.Unknown, "comparable_limits"),
        Applied(With(Total.Lasting(TimeLimit.WorkingDays(9)), Step.Lasting(TimeLimit.CalendarDays(5))), Verdict.Fail),
        Applied(With(Total), Verdict.Pass, null, LegalBasis.Citing("1-QĐ/TEST")),
        Applied(Kept with { Documents = null }, Verdict.Pass, null, LegalBasis.Citing("1-QĐ/TEST")));

    private static Validity[] Lives =>
    [
        new(Day("2025-01-01"), Day("2025-07-01")), new(Day("2025-08-01"), Day("2025-10-01")), new(Day("2025-09-15"), Day("2026-01-01")),
    ];

    private static VersionsInForceFacts Life(string on) => VersionsInForceFacts.Of("P", Lives, Day(on));

    private static LevelLimitFacts Level(ProcedureTimeLimit lower, ProcedureTimeLimit higher, LocalVariant? variant = null) =>
        Assert.Single(LevelLimitFacts.Of("P", With(lower) with { Variant = variant }, With(higher), On, "ward"));

    private static Row<VersionChangeFacts> Changed(ProcedureVersion after, Verdict verdict, string? missing = null) =>
        new(VersionChangeFacts.Of("P", Kept, On, after, On.PlusDays(1)), verdict, missing);

    private static VersionChangeFacts Period(string code, string from, string to) =>
        VersionChangeFacts.Over(ProcedureCatalogue.Vietnam.Find(code)!, Day(from), Day(to))!;

    private static Row<UnitVariantFacts> Applied(ProcedureVersion version, Verdict verdict, string? missing = null, LegalBasis? authority = null) =>
        new(Assert.Single(UnitVariantFacts.Of("P", Kept, [new UnitVariant("ward", version, authority)], On)), verdict, missing);

    private static LocalDate Day(string text) => RuleTable.Day(text);

    private static string? Iso(LocalDate? date) => date is LocalDate day ? NodaTime.Text.LocalDatePattern.Iso.Format(day) : null;
}
