using NodaTime;
using NodaTime.Text;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Procedures;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Procedures;

/// <summary>A round of 2025, due on 31 March, over made procedures: A gets a version on 1 September 2025, B ends on 1 October, C goes on.</summary>
public sealed class ReviewRoundTests
{
    private static readonly ProcedureCatalogue Procedures = new(
        [],
        [
            new Procedure("A", BilingualText.Same("A"), OrganizationSystem.Party, [Version(null, "2025-09-01"), Version("2025-09-01", null)]),
            new Procedure("B", BilingualText.Same("B"), OrganizationSystem.Party, [Version(null, "2025-10-01")]),
            new Procedure("C", BilingualText.Same("C"), OrganizationSystem.Party, [Version(null, null)]),
        ]);

    private static readonly ReviewRound Round = new(
        "R", BilingualText.Same("2025"), new Validity(Day("2025-01-01"), Day("2026-01-01")), Day("2025-03-31"), ["A", "B", "C"], ["u"]);

    [Theory]
    [InlineData(null, "2025-03-31", ReviewState.Pending)]
    [InlineData(null, "2025-04-01", ReviewState.NotReviewed)]
    [InlineData("2025-03-31", "2025-04-01", ReviewState.ReviewedInTime)]
    [InlineData("2025-04-01", "2025-04-01", ReviewState.ReviewedLate)]
    [InlineData("2025-04-02", "2025-04-01", ReviewState.NotReviewed)]
    public void C06_What_is_not_reviewed_by_the_due_date_is_listed(string? decided, string on, ReviewState state)
    {
        ReviewVerdict[] verdicts = decided is null ? [] : [Verdict("v", "C", ReviewOutcome.Keep, decided)];
        ReviewReport report = Register([Round], verdicts).ReportOn("R", Day(on), WorkCalendar.VietnamStateAgencies);

        Assert.Equal(state, report.Items.Single(i => i.ProcedureCode == "C").State);
        Assert.Equal(on == "2025-03-31" ? [] : state == ReviewState.NotReviewed ? ["A", "B", "C"] : ["A", "B"], report.NotReviewed.Select(i => i.ProcedureCode));
    }

    // Six months from 3 February 2025 end on Sunday 3 August, so on Monday the 4th; eight on Friday 3 October.
    [Theory]
    [InlineData("A", ReviewOutcome.Amend, 6, "2025-08-04", FollowUpState.Waiting)]
    [InlineData("A", ReviewOutcome.Amend, 6, "2025-08-05", FollowUpState.Overdue)]
    [InlineData("A", ReviewOutcome.Amend, 6, "2025-09-01", FollowUpState.DoneLate)]
    [InlineData("A", ReviewOutcome.Amend, 8, "2025-09-01", FollowUpState.DoneInTime)]
    [InlineData("A", ReviewOutcome.Amend, 8, "2025-08-31", FollowUpState.Waiting)]
    [InlineData("A", ReviewOutcome.Amend, 0, "2025-08-31", FollowUpState.WaitingWithoutDue)]
    [InlineData("A", ReviewOutcome.Amend, 0, "2025-09-01", FollowUpState.DoneWithoutDue)]
    [InlineData("B", ReviewOutcome.Merge, 8, "2025-10-01", FollowUpState.DoneInTime)]
    [InlineData("B", ReviewOutcome.Abolish, 6, "2025-10-01", FollowUpState.DoneLate)]
    [InlineData("C", ReviewOutcome.Abolish, 8, "2025-10-04", FollowUpState.Overdue)]
    [InlineData("C", ReviewOutcome.Keep, 0, "2025-10-04", FollowUpState.None)]
    public void What_follows_has_a_due_date_and_is_read_from_the_procedure(string code, ReviewOutcome outcome, int months, string on, FollowUpState state)
    {
        ReviewVerdict verdict = Verdict("v", code, outcome, "2025-02-03") with
        {
            MergedInto = outcome == ReviewOutcome.Merge ? "C" : null,
            FollowWithin = months == 0 ? null : TimeLimit.Months(months),
        };
        FollowUp followUp = Register([Round], verdict).ReportOn("R", Day(on), WorkCalendar.VietnamStateAgencies)
            .Items.Single(i => i.ProcedureCode == code).FollowUp!;

        Assert.Equal(state, followUp.State);
        Assert.Equal(months switch { 6 => Day("2025-08-04"), 8 => Day("2025-10-03"), _ => null }, followUp.DueOn);
    }

    [Fact]
    public void A_second_verdict_contradicts_the_first_unless_it_corrects_it()
    {
        ReviewVerdict first = Verdict("v1", "A", ReviewOutcome.Keep, "2025-02-03");
        ReviewVerdict second = Verdict("v2", "A", ReviewOutcome.Abolish, "2025-02-04");

        Assert.Equal([("verdict_twice", "verdicts[1]")], Refused([Round], first, second));
        var corrected = new ReviewRecords
        {
            Rounds = [new Recorded<ReviewRound>("r", Round, Instant.MinValue)],
            Verdicts =
            [
                new Recorded<ReviewVerdict>("1", first, Instant.FromUtc(2025, 2, 3, 0, 0)),
                new Recorded<ReviewVerdict>("2", first with { Outcome = ReviewOutcome.Abolish }, Instant.FromUtc(2025, 2, 10, 0, 0), "1"),
            ],
        };
        var register = new ReviewRegister(corrected, Procedures);
        Assert.Equal(ReviewOutcome.Abolish, Assert.Single(register.Verdicts).Outcome);
        Assert.Equal(ReviewOutcome.Keep, Assert.Single(register.AsKnownAt(Instant.FromUtc(2025, 2, 9, 0, 0)).Verdicts).Outcome);
    }

    [Fact]
    public void A_merger_needs_a_procedure_that_stays()
    {
        ReviewVerdict merge = Verdict("v1", "A", ReviewOutcome.Merge, "2025-02-03");

        Assert.Equal([("merges_into_nothing", "verdicts[0].merged_into")], Refused([Round], merge));
        Assert.Equal([("unknown_procedure", "verdicts[0].merged_into")], Refused([Round], merge with { MergedInto = "X" }));
        Assert.Equal([("merges_into_itself", "verdicts[0].merged_into")], Refused([Round], merge with { MergedInto = "A" }));
        Assert.Equal(
            [("merges_into_abolished", "verdicts[0].merged_into")],
            Refused([Round], merge with { MergedInto = "B" }, Verdict("v2", "B", ReviewOutcome.Abolish, "2025-02-03")));
        Assert.Equal(
            [("merges_in_a_circle", "verdicts[0].merged_into"), ("merges_in_a_circle", "verdicts[1].merged_into"), ("merges_in_a_circle", "verdicts[2].merged_into")],
            Refused(
                [Round],
                merge with { MergedInto = "B" },
                merge with { Id = "v2", ProcedureCode = "B", MergedInto = "C" },
                merge with { Id = "v3", ProcedureCode = "C", MergedInto = "A" }));
    }

    [Fact]
    public void Units_that_decide_differently_are_reported()
    {
        ReviewRound two = Round with { UnitIds = ["u", "w"] };
        ReviewReport report = Register(
            [two], Verdict("v1", "A", ReviewOutcome.Keep, "2025-02-03"), Verdict("v2", "A", ReviewOutcome.Abolish, "2025-02-03") with { UnitId = "w" })
            .ReportOn("R", Day("2025-03-01"), WorkCalendar.VietnamStateAgencies);

        Assert.Equal("Units decided differently about 'A': v1; v2", Assert.Single(report.Disagreements).Sentence.English);
        Assert.Equal(6, report.Items.Count);
    }

    [Fact]
    public void An_unknown_round_is_refused() => Assert.Equal(
        "unknown_round",
        Assert.Single(Assert.Throws<ProcedureInputException>(
            () => Register([Round]).ReportOn("S", Day("2025-03-01"), WorkCalendar.VietnamStateAgencies)).Problems).Code);

    private static IEnumerable<(string, string)> Refused(ReviewRound[] rounds, params ReviewVerdict[] verdicts) =>
        Assert.Throws<ProcedureInputException>(() => Register(rounds, verdicts)).Problems.Select(p => (p.Code, p.Field));

    private static ReviewRegister Register(ReviewRound[] rounds, params ReviewVerdict[] verdicts) => new(
        new ReviewRecords
        {
            Rounds = rounds.Select(r => new Recorded<ReviewRound>(r.Id, r, Instant.MinValue)).ToValueList(),
            Verdicts = verdicts.Select(v => new Recorded<ReviewVerdict>(v.Id, v, Instant.MinValue)).ToValueList(),
        },
        Procedures);

    private static ReviewVerdict Verdict(string id, string procedure, ReviewOutcome outcome, string decided) =>
        new(id, "R", procedure, "u", outcome, Day(decided), BilingualText.Same("x"));

    private static ProcedureVersion Version(string? from, string? to) =>
        new(new Validity(from is null ? null : Day(from), to is null ? null : Day(to)), "f", "r", "u", "d", "x");

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
