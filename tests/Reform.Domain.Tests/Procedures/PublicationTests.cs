using NodaTime;
using NodaTime.Text;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Procedures;
using Reform.Domain.Tests.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Procedures;

/// <summary>
/// A made procedure in two versions, the second in force from Tuesday 1 July 2025; posting is due within 5 working days: Tuesday 8 July. The
/// states are judged by hand.
/// </summary>
public sealed class PublicationTests
{
    private static readonly ProcedureCatalogue Procedures = new(
        [],
        [
            new Procedure("P", BilingualText.Same("P"), OrganizationSystem.Party, [Version("2025-01-01", "2025-07-01", "old"), Version("2025-07-01", null, "new")]),
            new Procedure("ENDED", BilingualText.Same("E"), OrganizationSystem.Party, [Version(null, "2025-07-01", "old")]),
        ]);

    private static readonly OrganizationRegister Units = new(
        [TestOrganizations.Unit("u"), TestOrganizations.Unit("young", from: Day("2025-09-01")), TestOrganizations.Unit("gone", to: Day("2025-07-01"))], []);

    public static TheoryData<string, string, PublicationState, string> Cases => new()
    {
        { "", "2025-07-08", PublicationState.Pending, "publication_pending" },
        { "", "2025-07-09", PublicationState.Missing, "publication_missing" },
        { "2 2025-07-08 ..", "2025-08-01", PublicationState.PublishedInTime, "publication_in_time" },
        { "2 2025-06-15 ..", "2025-08-01", PublicationState.PublishedInTime, "publication_in_time" },
        { "2 2025-07-09 ..", "2025-08-01", PublicationState.PublishedLate, "publication_late" },
        { "2 2025-07-09 ..", "2025-07-08", PublicationState.Pending, "publication_pending" },
        { "2 2025-07-02 2025-07-20", "2025-07-19", PublicationState.PublishedInTime, "publication_in_time" },
        { "2 2025-07-02 2025-07-20", "2025-07-20", PublicationState.Missing, "publication_missing" },
        { "2 2025-07-02 2025-07-20; 2 2025-08-01 ..", "2025-08-02", PublicationState.PublishedInTime, "publication_in_time" },
        { "2 .. ..", "2025-08-01", PublicationState.PublishedTimeUnknown, "publication_time_unknown" },
        { "2 .. ..; 2 2025-07-09 ..", "2025-08-01", PublicationState.PublishedTimeUnknown, "publication_time_unknown" },
        { "2 .. ..; 2 2025-07-08 ..", "2025-08-01", PublicationState.PublishedInTime, "publication_in_time" },
        { "1 2025-01-03 ..", "2025-07-09", PublicationState.Missing, "publication_missing" },
        { "1 2025-01-03 ..", "2025-06-30", PublicationState.PublishedInTime, "publication_in_time" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_cell_says_how_the_version_in_force_is_posted(string posted, string on, PublicationState state, string code)
    {
        PublicationCell cell = Cell(Register(posted), on);

        Assert.Equal((state, code), (cell.State, cell.Reason.Code));
        Assert.NotEqual(cell.Reason.Sentence.Vietnamese, cell.Reason.Sentence.English);
    }

    [Fact]
    public void The_reason_names_the_due_date_and_the_rule()
    {
        PublicationCell cell = Cell(Register("2 2025-07-09 .."), "2025-08-01");

        Assert.Equal("Version 2 was posted on 9 July 2025, after 8 July 2025", cell.Reason.Sentence.English);
        Assert.Equal("Công khai phiên bản 2 ngày 09/07/2025, sau hạn 08/07/2025", cell.Reason.Sentence.Vietnamese);
        Assert.Equal((LegalBasis.Citing("rule"), Day("2025-07-08")), (cell.Reason.Basis, cell.DueOn!.Value));
    }

    // C03: the old version is on the wall beside the new one, or alone.
    [Theory]
    [InlineData("1 2025-01-03 ..", "2025-06-30", false)]
    [InlineData("1 2025-01-03 ..", "2025-07-01", true)]
    [InlineData("1 2025-01-03 2025-07-01; 2 2025-07-01 ..", "2025-07-01", false)]
    [InlineData("1 2025-01-03 ..; 2 2025-07-01 ..", "2025-07-01", true)]
    public void C03_A_superseded_version_still_posted_is_a_fault(string posted, string on, bool isFault)
    {
        PublicationCell cell = Cell(Register(posted), on);

        Assert.Equal(isFault, cell.Has(PublicationFault.SupersededPosted));
        Assert.Equal(isFault ? ["p0: version 1 is still posted; it ended on 1 July 2025"] : [], cell.Findings.Select(f => f.Reason.Sentence.English.Replace("'", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_procedure_that_ended_need_not_be_posted_but_may_not_stay_posted()
    {
        PublicationRecords records = Records("1 2025-01-03 ..");
        records = records with { Publications = [Recorded(records.Publications[0].Fact! with { ProcedureCode = "ENDED" })] };
        PublicationCell cell = Cell(new PublicationRegister(records, Procedures), "2025-08-01", procedure: "ENDED");

        Assert.Equal((PublicationState.NotApplicable, "publication_procedure_not_in_force"), (cell.State, cell.Reason.Code));
        Assert.True(cell.Has(PublicationFault.SupersededPosted));
    }

    [Theory]
    [InlineData("new", null, null)]
    [InlineData("old", null, "publication_wrong_deciding_body")]
    [InlineData("new", "chair", "publication_wrong_deciding_body_after_grant")]
    [InlineData("chair", "chair", null)]
    public void The_deciding_body_is_that_of_the_version_until_a_grant_changes_it(string shown, string? decider, string? code)
    {
        EffectiveDecider[] deciders = decider is null
            ? []
            : [new EffectiveDecider("P", "u", decider, new Validity(Day("2025-07-15"), null), LegalBasis.Citing("5-QĐ/TEST"))];
        PublicationRegister register = With(Register("2 2025-07-02 .."), p => p with { DecidingBodyShown = shown });
        PublicationCell cell = Cell(register, "2025-08-01", deciders: deciders);

        Assert.Equal(code, cell.Findings.SingleOrDefault()?.Reason.Code);
        Assert.Equal(code is not null && decider is not null ? LegalBasis.Citing("5-QĐ/TEST") : null, cell.Findings.SingleOrDefault()?.Reason.Basis);

        // Before the grant the version alone counts.
        Assert.Equal(shown != "new", Cell(register, "2025-07-14", deciders: deciders).Has(PublicationFault.WrongDecidingBody));
    }

    [Fact]
    public void What_is_not_recorded_of_a_posting_is_neither_a_fault_nor_its_absence()
    {
        PublicationCell cell = Cell(With(Register("2 2025-07-02 .."), p => p with { DecidingBodyShown = null, HasSecretContent = null }), "2025-08-01");

        Assert.Empty(cell.Findings);
        Assert.Equal(["publication_body_unknown", "publication_secrecy_unknown"], cell.Unknowns.Select(r => r.Code));
        EffectiveDecider[] two =
        [
            new EffectiveDecider("P", "u", "a", default, LegalBasis.Citing("x")),
            new EffectiveDecider("P", "u", "b", default, LegalBasis.Citing("x")),
        ];
        Assert.Equal("publication_deciders_differ", Assert.Single(Cell(Register("2 2025-07-02 .."), "2025-08-01", deciders: two).Unknowns).Code);
    }

    [Fact]
    public void Secret_content_is_a_fault_even_where_the_procedure_need_not_be_posted()
    {
        PublicationRegister register = With(Register("2 2025-07-02 .."), p => p with { HasSecretContent = true });
        PublicationRecords notApplied = register.AllRecords with { Applications = [Recorded(new ProcedureApplication("a", "P", "u", false, default))] };

        Assert.True(Cell(register, "2025-08-01").Has(PublicationFault.SecretContent));
        PublicationCell cell = Cell(new PublicationRegister(notApplied, Procedures), "2025-08-01");
        Assert.Equal((PublicationState.NotApplicable, true), (cell.State, cell.Has(PublicationFault.SecretContent)));
    }

    [Theory]
    [InlineData("gone", "2025-06-30", PublicationState.Missing)]
    [InlineData("gone", "2025-07-01", PublicationState.NotApplicable)]
    [InlineData("young", "2025-08-31", PublicationState.NotApplicable)]
    [InlineData("young", "2025-09-09", PublicationState.Pending)]
    [InlineData("young", "2025-09-10", PublicationState.Missing)]
    [InlineData("nobody", "2025-08-01", PublicationState.Unknown)]
    public void A_unit_has_to_exist_and_its_limit_runs_from_when_it_does(string unit, string on, PublicationState state)
    {
        // From Monday 1 September 2025, itself a holiday with the 2nd: 3, 4, 5, 8, 9 September.
        var records = Records("") with { Applications = [Recorded(new ProcedureApplication("a", "P", unit, true, default))] };

        Assert.Equal(state, Cell(new PublicationRegister(records, Procedures), on, unit).State);
    }

    [Fact]
    public void Without_a_statement_or_with_two_that_differ_it_is_unknown_whether_a_unit_applies_it()
    {
        var none = Records("") with { Applications = [] };
        var both = none with
        {
            Applications = [Recorded(new ProcedureApplication("a", "P", "u", true, default)), Recorded(new ProcedureApplication("b", "P", "u", false, default))],
        };

        Assert.Equal("publication_application_unknown", Cell(new PublicationRegister(none, Procedures), "2025-08-01").Reason.Code);
        Assert.Equal("publication_application_contradictory", Cell(new PublicationRegister(both, Procedures), "2025-08-01").Reason.Code);
    }

    [Fact]
    public void Without_a_rule_or_outside_the_calendar_lateness_is_unknown()
    {
        PublicationRecords posted = Records("2 2025-07-09 ..") with { Rules = [] };

        Assert.Equal(PublicationState.PublishedTimeUnknown, Cell(new PublicationRegister(posted, Procedures), "2025-08-01").State);
        Assert.Equal(PublicationState.Unknown, Cell(new PublicationRegister(posted with { Publications = [] }, Procedures), "2025-08-01").State);
        PublicationMatrix matrix = Register("").MatrixOn(Day("2025-08-01"), ["u"], ["P"], Units, Calendars.TestCalendars.June2026());
        Assert.Equal(PublicationState.Unknown, Assert.Single(matrix.Cells).State);
    }

    [Fact]
    public void C03_The_matrix_shows_who_posts_which_version_and_keeps_the_unknown_apart()
    {
        PublicationRecords records = Records("2 2025-07-02 ..; 1 2025-01-03 ..");
        PublicationMatrix matrix = new PublicationRegister(records, Procedures)
            .MatrixOn(Day("2025-08-01"), ["u", "young", "nobody"], ["P", "ENDED"], Units, WorkCalendar.VietnamStateAgencies);

        Assert.Equal(new PublicationCoverage(1, 0, 0, 2, 3), matrix.Coverage);
        Assert.Equal(1, matrix.Coverage.Due);
        Assert.Equal(["p1"], matrix.Find("u", "P")!.Findings.Select(f => f.PublicationId));
        Assert.Null(matrix.Find("u", "Q"));
    }

    [Fact]
    public void An_unknown_procedure_is_refused()
    {
        ProcedureInputException invalid = Assert.Throws<ProcedureInputException>(
            () => Register("").MatrixOn(Day("2025-08-01"), ["u"], ["P", "Q"], Units, WorkCalendar.VietnamStateAgencies));

        Assert.Equal([("unknown_procedure", "procedures[1]")], invalid.Problems.Select(p => (p.Code, p.Field)));
    }

    internal static PublicationRecords Records(string posted) => new()
    {
        Publications = posted.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select((line, i) => Recorded(Posting("p" + i.ToString(System.Globalization.CultureInfo.InvariantCulture), line))).ToValueList(),
        Applications = [Recorded(new ProcedureApplication("a", "P", "u", true, default))],
        Rules = [new PublicationRule(TimeLimit.WorkingDays(5), LegalBasis.Citing("rule"), default)],
    };

    private static Publication Posting(string id, string line)
    {
        string[] parts = line.Split(' ');
        var dates = new Validity(parts[1] == ".." ? null : Day(parts[1]), parts[2] == ".." ? null : Day(parts[2]));
        return new Publication(id, "P", parts[0] == "1" ? 1 : 2, "u", PublicationChannel.NoticeBoard, dates)
        {
            DecidingBodyShown = parts[0] == "1" ? "old" : "new",
            HasSecretContent = false,
        };
    }

    private static PublicationRegister Register(string posted) => new(Records(posted), Procedures);

    private static PublicationRegister With(PublicationRegister register, Func<Publication, Publication> change) => new(
        register.AllRecords with { Publications = register.AllRecords.Publications.Select(r => r with { Fact = change(r.Fact!) }).ToValueList() }, Procedures);

    private static PublicationCell Cell(
        PublicationRegister register, string on, string unit = "u", string procedure = "P", IEnumerable<EffectiveDecider>? deciders = null) =>
        Assert.Single(register.MatrixOn(Day(on), [unit], [procedure], Units, WorkCalendar.VietnamStateAgencies, deciders).Cells);

    private static Recorded<Publication> Recorded(Publication fact) => new(fact.Id, fact, Instant.MinValue);

    private static Recorded<ProcedureApplication> Recorded(ProcedureApplication fact) => new(fact.Id, fact, Instant.MinValue);

    private static ProcedureVersion Version(string? from, string? to, string decider) =>
        new(new Validity(from is null ? null : Day(from), to is null ? null : Day(to)), "f", "r", "u", decider, "x");

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
