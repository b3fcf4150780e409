using Reform.Domain.Calendars;
using Reform.Domain.Inspections;
using Reform.Domain.Rules;
using Reform.Domain.Tests.Procedures.Rules;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Inspections.InspectionWorld;

namespace Reform.Domain.Tests.Inspections;

/// <summary>CR-INS-01 to 08, on both sides of every bound, not applicable, and with data missing.</summary>
public sealed class InspectionRuleTests
{
    [Fact]
    public void CR_INS_01_A_plan_is_approved_by_its_due_date() => RuleTable.Check(
        new InspectionIsPlanned(),
        InspectionDutyFacts.Subject,
        new(Duty("2024-12-31", due: "2024-05-20"), Verdict.Pass),
        new(Duty("2024-12-31", due: "2024-05-19"), Verdict.Fail),
        new(Duty("2024-05-19", due: "2024-05-19"), Verdict.NotApplicable),
        new(Duty("2024-05-19", due: "2024-05-18"), Verdict.Fail));

    [Fact]
    public void CR_INS_02_Each_selection_has_a_reason() => RuleTable.Check(
        new SelectionHasReason(),
        SelectionFacts.Subject,
        new(Selected(Plan.Selections[0]), Verdict.Pass),
        new(Selected(Plan.Selections[1]), Verdict.Pass),
        new(Selected(Plan.Selections[1] with { Seed = " " }), Verdict.Fail),
        new(Selected(new InspectionSelection("ward-c", SelectionReason.Rotation)), Verdict.Pass),
        new(Selected(new InspectionSelection("ward-c", null)), Verdict.Fail));

    [Fact]
    public void CR_INS_03_A07_The_Office_takes_part() => RuleTable.Check(
        new OfficeTakesPart(),
        InspectionPlanFacts.Subject,
        new(InspectionPlanFacts.Of(Plan, "office", Day("2024-12-31")), Verdict.Pass),
        new(InspectionPlanFacts.Of(Plan with { CoordinatorIds = ["organisation"] }, "office", Day("2024-12-31")), Verdict.Fail),
        new(InspectionPlanFacts.Of(Plan with { CoordinatorIds = [], UnitId = "office" }, "office", Day("2024-12-31")), Verdict.Pass),
        new(InspectionPlanFacts.Of(Plan, null, Day("2024-12-31")), Verdict.Unknown, "has_office"));

    // The work ended on Friday 14 June 2024; 15 working days end on Friday 5 July.
    [Fact]
    public void CR_INS_04_Concluded_within_its_limit() => RuleTable.Check(
        new ConcludedInTime(),
        InspectionFacts.Subject,
        new(Inspected("2024-12-31"), Verdict.Pass),
        new(Inspected("2024-12-31", concluded: "2024-07-06"), Verdict.Fail),
        new(Inspected("2024-07-05", concluded: null), Verdict.NotApplicable),
        new(Inspected("2024-07-06", concluded: null), Verdict.Fail),
        new(Inspected("2024-06-13"), Verdict.NotApplicable),
        new(Inspected("2024-12-31") with { ConcludeBy = null }, Verdict.Unknown, "conclude_by"));

    // Concluded on Friday 5 July 2024; 10 working days end on Friday 19 July.
    [Fact]
    public void CR_INS_05_Good_work_is_commended_in_time() => RuleTable.Check(
        new GoodWorkCommended(),
        InspectionFacts.Subject,
        new(Inspected("2024-12-31"), Verdict.Pass),
        new(Inspected("2024-12-31") with { CommendedOn = Day("2024-07-20") }, Verdict.Fail),
        new(Inspected("2024-07-18"), Verdict.NotApplicable),
        new(Inspected("2024-07-20") with { CommendedOn = null }, Verdict.Fail),
        new(Inspected("2024-07-19") with { CommendedOn = null }, Verdict.NotApplicable),
        new(Inspected("2024-12-31") with { Rating = InspectionRating.Satisfactory }, Verdict.NotApplicable),
        new(Inspected("2024-12-31") with { CommendBy = null }, Verdict.Unknown, "commend_by"));

    [Fact]
    public void CR_INS_06_What_was_reminded_is_mended_in_time() => RuleTable.Check(
        new RemedyInTime(),
        RemedyFacts.Subject,
        new(Remedy("2024-12-31", confirmed: "2024-09-30"), Verdict.Pass),
        new(Remedy("2024-12-31", confirmed: "2024-10-01"), Verdict.Fail),
        new(Remedy("2024-10-01", confirmed: null), Verdict.Fail),
        new(Remedy("2024-09-30", confirmed: null), Verdict.NotApplicable));

    [Fact]
    public void CR_INS_07_Nobody_inspects_the_own_unit() => RuleTable.Check(
        new InspectorsAreIndependent(),
        InspectionFacts.Subject,
        new(Inspected("2024-12-31"), Verdict.Pass),
        new(Inspected("2024-12-31", new Inspector("cb-1", "inspection"), new Inspector("cb-9", "ward-a")), Verdict.Fail),
        new(Inspected("2024-12-31", new Inspector("cb-1", null)), Verdict.Unknown, "inspector_units"),
        new(Inspected("2024-12-31", new Inspector("cb-1", null), new Inspector("cb-9", "ward-a")), Verdict.Fail),
        new(Inspected("2024-12-31") with { Inspectors = 0 }, Verdict.NotApplicable));

    [Fact]
    public void CR_INS_08_Every_unit_has_its_turn() => RuleTable.Check(
        new InspectedByRotation(),
        RotationFacts.Subject,
        new(RotationFacts.Of(Register(), "inspection", "ward-b", null, Day("2027-07-04")), Verdict.Pass),
        new(RotationFacts.Of(Register(), "inspection", "ward-b", null, Day("2027-07-05")), Verdict.Fail),
        new(RotationFacts.Of(Register(), "inspection", "ward-c", Day("2025-07-01"), Day("2028-06-30")), Verdict.Pass),
        new(RotationFacts.Of(Register(), "inspection", "ward-c", Day("2025-07-01"), Day("2028-07-01")), Verdict.Fail),
        new(RotationFacts.Of(Register(), "inspection", "ward-c", null, Day("2028-07-01")), Verdict.Unknown, "since"));

    private static InspectionDutyFacts Duty(string asOf, string due) => InspectionDutyFacts.Of(Register(), "inspection", Year, Day(due), Day(asOf));

    private static SelectionFacts Selected(InspectionSelection selection) => SelectionFacts.Of(Plan with { Selections = [selection] }, Day("2024-12-31"))[0];

    private static InspectionFacts Inspected(string asOf, params Inspector[] inspectors) => Inspected(asOf, "2024-07-05", inspectors);

    private static InspectionFacts Inspected(string asOf, string? concluded, params Inspector[] inspectors) => InspectionFacts.Of(
        Register(r => r with
        {
            Inspections = [In(inspectors.Length == 0 ? OfWardA : OfWardA with { Inspectors = inspectors.ToValueList() }, "i1"), In(OfWardB, "i2")],
            Conclusions = concluded is null ? [] : [In(new InspectionConclusion("KL-1", "KT-1", Day(concluded), InspectionRating.Good), "c1")],
        }),
        Day(asOf),
        WorkCalendar.VietnamStateAgencies).Single(f => f.Id == "KT-1");

    private static RemedyFacts Remedy(string asOf, string? confirmed) => RemedyFacts.Of(
        Register(r => r with { Confirmations = confirmed is null ? [] : [In(new RemedyConfirmation("XN-1", "NN-1", Day(confirmed), "office"), "x1")] }), Day(asOf)).Single();
}
