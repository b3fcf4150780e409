using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Compliance;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Procedures;
using Reform.Domain.Rules;
using Reform.Domain.Tests.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Procedures.Rules;

/// <summary>A made procedure whose second version is in force from Tuesday 1 July 2025, to be posted within five working days: by Tuesday 8 July.</summary>
public sealed class PublicationRuleTests
{
    private static readonly ProcedureCatalogue Procedures = new(
        [],
        [
            new Procedure(
                "P",
                BilingualText.Same("P"),
                OrganizationSystem.Party,
                [
                    Defined.Kept with { Validity = new Validity(Day("2025-01-01"), Day("2025-07-01")), DecidingUnit = "old" },
                    Defined.Kept with { Validity = new Validity(Day("2025-07-01"), null), DecidingUnit = "new" },
                ]),
        ]);

    private static readonly OrganizationRegister Units = new([TestOrganizations.Unit("u")], []);

    [Fact]
    public void The_version_in_force_is_posted_when_its_limit_is_over() => Check(
        new CurrentVersionPublished(),
        new(Cell("", "2025-07-08"), Verdict.NotApplicable),
        new(Cell("", "2025-07-09"), Verdict.Fail),
        new(Cell("2 2025-07-08 ..", "2025-07-09"), Verdict.Pass),
        new(Cell("2 2025-07-09 ..", "2025-07-09"), Verdict.Pass),
        new(Cell("1 2025-01-03 ..", "2025-07-09"), Verdict.Fail),
        new(Cell("2 2025-07-02 2025-07-20", "2025-07-19"), Verdict.Pass),
        new(Cell("2 2025-07-02 2025-07-20", "2025-07-20"), Verdict.Fail),
        new(Cell("2 .. ..", "2025-07-09"), Verdict.Pass),
        new(Cell("", "2025-07-09", applies: false), Verdict.NotApplicable),
        new(Cell("", "2025-07-09", applies: null), Verdict.Unknown, "publication_state"),
        new(Cell("", "2025-07-09", ruled: false), Verdict.Unknown, "publication_state"));

    [Fact]
    public void What_is_posted_was_posted_in_time() => Check(
        new PublishedInTime(),
        new(Cell("2 2025-07-08 ..", "2025-08-01"), Verdict.Pass),
        new(Cell("2 2025-07-09 ..", "2025-08-01"), Verdict.Fail),
        new(Cell("2 .. ..", "2025-08-01"), Verdict.Unknown, "first_posting"),
        new(Cell("2 2025-07-09 ..", "2025-08-01", ruled: false), Verdict.Unknown, "first_posting"),
        new(Cell("", "2025-08-01"), Verdict.NotApplicable),
        new(Cell("2 2025-07-08 ..", "2025-08-01", applies: false), Verdict.NotApplicable));

    // A posting always names its version, and a version that ended has an end: nothing can be missing.
    [Fact]
    public void No_version_that_ended_is_posted() => Check(
        new NoSupersededPosting(),
        new(Cell("1 2025-01-03 ..", "2025-06-30"), Verdict.Pass),
        new(Cell("1 2025-01-03 ..", "2025-07-01"), Verdict.Fail),
        new(Cell("1 2025-01-03 2025-07-02; 2 2025-07-01 ..", "2025-07-01"), Verdict.Fail),
        new(Cell("1 2025-01-03 2025-07-02; 2 2025-07-01 ..", "2025-07-02"), Verdict.Pass),
        new(Cell("", "2025-08-01"), Verdict.NotApplicable));

    [Fact]
    public void The_body_shown_is_the_one_that_decides() => Check(
        new RightDecidingBodyShown(),
        new(Cell("2 2025-07-02 ..", "2025-08-01"), Verdict.Pass),
        new(Cell("2 2025-07-02 ..", "2025-07-14", decider: "chair"), Verdict.Pass),
        new(Cell("2 2025-07-02 ..", "2025-07-15", decider: "chair"), Verdict.Fail),
        new(Cell("2 2025-07-02 ..", "2025-08-01", body: "chair", decider: "chair"), Verdict.Pass),
        new(Cell("2 2025-07-02 ..", "2025-08-01", body: "chair"), Verdict.Fail),
        new(Cell("2 2025-07-02 ..", "2025-08-01", body: null), Verdict.Unknown, "deciding_body_shown"),
        new(Cell("", "2025-08-01"), Verdict.NotApplicable),
        new(Cell("1 2025-01-03 ..", "2025-08-01"), Verdict.NotApplicable));

    [Fact]
    public void Nothing_secret_is_posted() => Check(
        NoSecretPosting.All[1],
        new(Cell("2 2025-07-02 ..", "2025-08-01"), Verdict.Pass),
        new(Cell("2 2025-07-02 ..", "2025-08-01", secret: true), Verdict.Fail),
        new(Cell("2 2025-07-02 ..", "2025-08-01", secret: null), Verdict.Unknown, "secrecy"),
        new(Cell("2 2025-07-02 ..", "2025-08-01", secret: true, applies: false), Verdict.Fail),
        new(Cell("", "2025-08-01"), Verdict.NotApplicable));

    // Regulation 294-QĐ/TW, section 6.2.4, was in force from 1 July 2025 to 7 April 2026; the law on State secrets was not read, and only warns.
    [Theory]
    [InlineData("2020-06-30", null)]
    [InlineData("2020-07-01", Severity.Warning)]
    [InlineData("2025-06-30", Severity.Warning)]
    [InlineData("2025-07-01", Severity.Critical)]
    [InlineData("2026-04-07", Severity.Critical)]
    [InlineData("2026-04-08", Severity.Warning)]
    public void Secret_content_is_judged_by_the_law_of_the_day(string on, Severity? severity)
    {
        PublicationFacts facts = Cell("2 2025-07-02 ..", "2025-08-01", secret: true) with { On = Day(on) };
        Judgement judgement = BuiltInRules.Publications.Judge(facts).Judged.Single(j => j.Rule.Code == "CR-PUB-07");

        Assert.Equal((severity is null ? Verdict.NotApplicable : Verdict.Fail, severity ?? judgement.Rule.Severity), (judgement.Verdict, judgement.Rule.Severity));
    }

    [Fact]
    public void Posting_late_is_judged_since_the_index_exists()
    {
        PublicationFacts late = Cell("2 2025-07-09 ..", "2025-08-01");

        Assert.Equal(Verdict.NotApplicable, VerdictOf(late with { On = Day("2022-06-22") }));
        Assert.Equal(Verdict.Fail, VerdictOf(late with { On = Day("2022-06-23") }));

        static Verdict VerdictOf(PublicationFacts facts) => BuiltInRules.Publications.Judge(facts).Judged.Single(j => j.Rule.Code == "CR-PUB-02").Verdict;
    }

    [Fact]
    public void The_reasons_name_unit_and_procedure()
    {
        PublicationFacts wrong = Cell("2 2025-07-02 ..; 1 2025-01-03 ..", "2025-08-01", decider: "chair", secret: true);

        Assert.Equal(
            [
                "The unit 'u' still posts 1 version(s) of the procedure 'P' that ended",
                "The unit 'u', the procedure 'P': 'p0': it shows the deciding body 'new'; since 15 July 2025 it is 'chair'",
                "The unit 'u' posts content marked secret in 2 posting(s) of the procedure 'P'",
            ],
            BuiltInRules.Publications.Judge(wrong).Judged.Where(j => j.Verdict == Verdict.Fail).Select(j => j.Reason!.Sentence.English));
        Assert.Equal(
            "Đơn vị 'u', thủ tục 'P': Ngày 09/07/2025 chưa công khai phiên bản 2, hạn là 08/07/2025",
            new CurrentVersionPublished().Judge(Cell("", "2025-07-09")).Reason!.Sentence.Vietnamese);
    }

    private static void Check(ComplianceRule<PublicationFacts> rule, params Row<PublicationFacts>[] rows) =>
        RuleTable.Check(rule, PublicationFacts.Subject, rows);

    private static PublicationFacts Cell(
        string posted, string on, bool? applies = true, bool ruled = true, string? body = "", string? decider = null, bool? secret = false)
    {
        PublicationRecords records = PublicationTests.Records(posted);
        records = records with
        {
            Publications = records.Publications
                .Select(r => r with { Fact = r.Fact! with { HasSecretContent = secret, DecidingBodyShown = body is "" ? r.Fact.DecidingBodyShown : body } }).ToValueList(),
            Applications = applies is bool yes
                ? [new Recorded<ProcedureApplication>("a", new ProcedureApplication("a", "P", "u", yes, default), Instant.MinValue)]
                : [],
            Rules = ruled ? records.Rules : [],
        };
        EffectiveDecider[] deciders = decider is null
            ? []
            : [new EffectiveDecider("P", "u", decider, new Validity(Day("2025-07-15"), null), LegalBasis.Citing("5-QĐ/TEST"))];
        return Assert.Single(PublicationFacts.Of(new PublicationRegister(records, Procedures)
            .MatrixOn(Day(on), ["u"], ["P"], Units, WorkCalendar.VietnamStateAgencies, deciders)));
    }

    private static LocalDate Day(string text) => RuleTable.Day(text);
}
