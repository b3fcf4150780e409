using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Procedures;
using Reform.Domain.Values;
using Reform.Testing;

namespace Reform.Domain.Tests.Procedures;

/// <summary>What a new version saves, whether units apply one procedure alike, how cumbersome it is, and what a review finds beside that.</summary>
public sealed class VersionComparisonTests
{
    private static readonly LocalDate Day = new(2025, 10, 1);

    internal static ProcedureVersion Admission => ProcedureCatalogue.Vietnam.Find("PTY-ADM")!.InForceOn(Day)!;

    // One of eleven papers less is -9.09 %; 60 to 45 working days is a quarter.
    [Fact]
    public void A_paper_less_and_fifteen_days_less()
    {
        ProcedureVersion lean = Admission with { Documents = Admission.Documents!.Skip(1).ToValueList() };

        var comparison = VersionComparison.Of(Admission, new LocalDate(2020, 1, 1), lean, Day);

        Assert.Equal((new CountComparison(11, 10), -9.09m), (comparison.Documents, comparison.Documents!.Value.PercentChange));
        Assert.Equal(["Giấy khai sinh"], comparison.RemovedDocuments.Select(d => d.Vietnamese));
        LimitComparison total = comparison.Limits.Single(l => l.Id == "ADM-TOTAL").Comparison!;
        Assert.Equal((15, true), (total.Saved!.Value, total.SavesAtLeast(25)!.Value));
        Assert.Empty(comparison.Unexplained);
        Assert.Equal("11 → 10 (-9.09 %)", comparison.Documents.ToString());
    }

    [Fact]
    public void That_a_version_is_tried_by_a_pilot_is_told()
    {
        ProcedureVersion tried = Admission with { PilotId = "P-1" };
        string[] Told(ProcedureVersion before, ProcedureVersion after) =>
            [.. VersionComparison.Of(before, Day, after, Day).Explain().Where(r => r.Code.StartsWith("procedure_pilot", StringComparison.Ordinal)).Select(r => r.Sentence.English)];

        Assert.Equal((null, "P-1"), (VersionComparison.Of(Admission, Day, tried, Day).PilotBefore, VersionComparison.Of(Admission, Day, tried, Day).PilotAfter));
        Assert.Equal(["The later version stands under the pilot 'P-1'"], Told(Admission, tried));
        Assert.Equal(["The earlier version stands under the pilot 'P-1', the later one does not"], Told(tried, Admission));
        Assert.Equal(2, Told(tried, Admission with { PilotId = "P-2" }).Length);
        Assert.Empty(Told(tried, tried));
    }

    // The ceremony's start event moved: no saving is stated.
    [Fact]
    public void A_moved_start_event_is_not_comparable()
    {
        ProcedureVersion ceremony = ProcedureCatalogue.Vietnam.Find("PTY-CER")!.Versions[0];

        ComparedLimit limit = VersionComparison.Of(ceremony, new LocalDate(2025, 7, 1), ceremony, new LocalDate(2026, 7, 26)).Limits.Single(l => l.Id == "CER-30");

        Assert.Equal((Comparability.StartEventMoved, null), (limit.Comparison!.Comparability, limit.Comparison.Saved));
    }

    [Fact]
    public void Steps_that_come_go_move_or_change_hands()
    {
        ProcedureVersion before = Version(Step(1, "A", "u1"), Step(2, "B", "u2"), Step(3, "C", "u1"), Step(4, "D", "u3"));
        ProcedureVersion after = Version(Step(1, "B", "u2"), Step(2, "A", "u1"), Step(3, "C", "u4"), Step(4, "E", "u3"));

        var comparison = VersionComparison.Of(before, Day, after, Day);

        Assert.Equal("+E -D C", "+" + Text(comparison.AddedSteps) + " -" + Text(comparison.RemovedSteps) + " " + Text(comparison.StepsOfAnotherUnit));
        Assert.Single(comparison.MovedSteps);
        Assert.Equal((new CountComparison(4, 4), new CountComparison(3, 3)), (comparison.Steps, comparison.Handovers));
    }

    [Fact]
    public void What_grows_without_a_reason_is_told()
    {
        ProcedureVersion more = Admission with
        {
            Steps = [.. Admission.Steps, Step(10, "Thêm", "cell")],
            Documents = [.. Admission.Documents!, new RequiredDocument(BilingualText.Same("Thêm"), DocumentKind.Copy)],
        };

        Assert.Equal(
            ["procedure_more_steps", "procedure_more_documents", "procedure_limit_lengthened"],
            VersionComparison.Of(Admission, Day, more, new LocalDate(2020, 1, 1)).Unexplained.Select(r => r.Code));
        Assert.Empty(VersionComparison.Of(Admission, Day, more, new LocalDate(2020, 1, 1), new BilingualText("theo luật mới", "by a new law")).Unexplained);
    }

    // Birth registration at the counter: to file and to fetch. Online nobody comes; a hearing brings everybody in.
    [Fact]
    public void Visits_are_counted_by_channel_and_signatures_by_decision()
    {
        RequiredVisit file = new(new BilingualText("nộp hồ sơ", "file")) { Step = 1, Channels = ["in-person"] };
        RequiredVisit fetch = new(new BilingualText("nhận kết quả", "fetch")) { Channels = ["in-person"] };
        ProcedureVersion before = Version(Step(1, "A", "ward") with { Decider = "Chủ tịch" }, Step(2, "B", "ward") with { PowerId = "sign" }) with
        {
            Channels = ["in-person", "post"],
            Visits = [file, fetch, fetch with { Channels = ["post"] }],
        };
        ProcedureVersion after = Version(Step(1, "A", "ward") with { Decider = "Chủ tịch" }) with { Channels = ["online", "in-person"], Visits = [fetch] };

        var comparison = VersionComparison.Of(before, Day, after, Day);
        Assert.Equal((new CountComparison(2, 1), new CountComparison(2, 1)), (comparison.Visits!.Value, comparison.Signatures!.Value));
        Assert.Equal([new ComparedVisits("in-person", new CountComparison(2, 1))], comparison.VisitsByChannel);
        Assert.Equal((2, 1, 0), (before.VisitsBy("in-person")!.Value, before.VisitsBy("post")!.Value, after.VisitsBy("online")!.Value));
        Assert.Contains("Visits when filed by 'in-person': 2 → 1 (-50 %)", comparison.Explain().Select(r => r.Sentence.English));
        Assert.Contains("Số chữ ký: 2 → 1 (-50 %)", comparison.Explain().Select(r => r.Sentence.Vietnamese));

        // Only one channel less to come by: who files at the counter comes as often as before, and no visit is saved.
        Assert.Equal(0, VersionComparison.Of(before, Day, before with { Channels = ["in-person", "post", "online"] }, Day).Visits!.Value.Saved);
        Assert.Equal(["procedure_more_visits"], VersionComparison.Of(after, Day, after with { Visits = [fetch, file] }, Day).Unexplained.Select(r => r.Code));
        Assert.Equal((0, 2), (VersionComparison.Of(before with { Visits = [] }, Day, before, Day).Visits!.Value.Before, VersionComparison.Of(before with { Visits = [] }, Day, before, Day).Visits!.Value.After));
    }

    [Fact]
    public void Visits_and_signatures_that_nobody_recorded_are_not_compared()
    {
        var comparison = VersionComparison.Of(Version(), Day, Version() with { Visits = [] }, Day);
        Assert.Equal((null, null), (comparison.Visits, comparison.Signatures));
        Assert.Empty(comparison.VisitsByChannel);
        Assert.Contains("Visits: not recorded well enough to compare", comparison.Explain().Select(r => r.Sentence.English));
    }

    // Two wards with 5 and 7 documents for one procedure; the second may differ, by a decision of its own.
    [Fact]
    public void Units_that_ask_for_more()
    {
        ProcedureVersion issued = Version(Step(1, "A", "ward")) with { Documents = Papers(5) };
        ProcedureVersion seven = issued with { Documents = Papers(7) };

        ValueList<UnitDifference> differences = Uniformity.Of(
            issued, [new("ward-1", issued), new("ward-2", seven), new("ward-3", seven, LegalBasis.Citing("QĐ 1/2026"))], Day);

        Assert.Equal([(0, true), (2, false), (2, true)], differences.Select(d => (d.Differences.Count, d.IsUniform)));
        Assert.Equal("The unit 'ward-2' asks for one more document, 'Giấy 6'", differences[1].Differences[0].Sentence.English);
    }

    [Fact]
    public void A_unit_with_another_limit_or_one_that_cannot_be_compared()
    {
        ProcedureVersion issued = Version() with { TimeLimits = [Total(10, TimeUnit.WorkingDay)] };

        string[] Codes(params ProcedureTimeLimit[] limits) =>
            [.. Uniformity.Of(issued, [new UnitVariant("u", issued with { TimeLimits = [.. limits] })], Day)[0].Differences.Select(r => r.Code)];

        Assert.Equal(["other_limit"], Codes(Total(12, TimeUnit.WorkingDay)));
        Assert.Equal(["limit_not_comparable"], Codes(Total(12, TimeUnit.CalendarDay)));
        Assert.Empty(Codes(Total(10, TimeUnit.WorkingDay)));
        Assert.Equal(["left_out_limit"], Codes());
        Assert.Equal(["extra_limit"], Codes(Total(10, TimeUnit.WorkingDay), Total(2, TimeUnit.WorkingDay) with { Id = "own" }));
    }

    [Fact]
    public void A_lower_limit_may_not_be_longer_than_the_superiors()
    {
        ProcedureVersion central = Version() with { TimeLimits = [Total(45, TimeUnit.WorkingDay)] };

        string[] Codes(int amount, TimeUnit unit) => [.. LevelReview.AgainstSuperior(Version() with { TimeLimits = [Total(amount, unit)] }, central, Day).Select(r => r.Code)];

        Assert.Equal(["lower_limit_longer"], Codes(46, TimeUnit.WorkingDay));
        Assert.Empty(Codes(45, TimeUnit.WorkingDay));
        Assert.Equal(["lower_limit_not_comparable"], Codes(30, TimeUnit.CalendarDay));
    }

    [Fact]
    public void A_lower_limit_that_may_be_longer_says_by_what_right_and_why()
    {
        ProcedureVersion central = Version() with { TimeLimits = [Total(45, TimeUnit.WorkingDay)] };
        ProcedureVersion island = Version() with { TimeLimits = [Total(50, TimeUnit.WorkingDay)], Variant = new LocalVariant("12-QĐ/TU", new BilingualText("huyện đảo", "an island")) };
        Assert.Equal(
            "The lower level's limit 'T' is 50 working day(s), longer than the 45 working day(s) of the higher level; allowed by 12-QĐ/TU, because: an island",
            Assert.Single(LevelReview.AgainstSuperior(island, central, Day)).Sentence.English);
        Assert.Equal("lower_limit_longer", Assert.Single(LevelReview.AgainstSuperior(island with { Variant = new LocalVariant("12-QĐ/TU", null) }, central, Day)).Code);
        Assert.Empty(VersionComparison.Of(central, Day, island, Day).Unexplained);
    }

    [Fact]
    public void Papers_that_nobody_recorded_are_not_compared()
    {
        var comparison = VersionComparison.Of(Version(), Day, Version() with { Documents = null }, Day);
        Assert.Null(comparison.Documents);
        Assert.Empty(comparison.RemovedDocuments);
        Assert.True(BurdenScore.Of(Version() with { Documents = null }, Day).IsPartial);
    }

    // A paper that counts one month is over before 45 working days are.
    [Fact]
    public void A_paper_that_expires_before_it_is_used()
    {
        RequiredDocument Paper(int months) => new(BilingualText.Same("Giấy"), DocumentKind.Copy)
        {
            Validity = new DocumentValidity(TimeLimit.Months(months), "ngày cấp", "S", SourceConfidence.Verified),
        };
        ProcedureVersion version = Version() with { TimeLimits = [Total(45, TimeUnit.WorkingDay)], Documents = [Paper(1), Paper(6)] };

        Assert.Equal(
            "The document 'Giấy' issued on 15 July 2025 counts until 15 August 2025, before the decision is due on 18 September 2025",
            Assert.Single(LevelReview.DocumentsThatExpire(version, new LocalDate(2025, 7, 15), WorkCalendar.VietnamStateAgencies)).Sentence.English);
    }

    // 3 + 3 + 10 working days fit into 16 (Decree 297/2025/NĐ-CP); into 15 they would not.
    [Fact]
    public void Steps_that_add_up_to_more_than_the_whole()
    {
        ProcedureVersion karaoke = ProcedureCatalogue.Vietnam.Find("ST-KAR")!.Versions[0];
        Assert.Empty(LevelReview.StepsAgainstTotal(karaoke, Day));

        ProcedureVersion tight = karaoke with
        {
            TimeLimits = karaoke.TimeLimits.Select(l => l.Id == "KAR-16" ? l with { Terms = l.Terms with { Limit = TimeLimit.WorkingDays(15) } } : l).ToValueList(),
        };
        Assert.Equal(["procedure_steps_sum_exceeds_total"], LevelReview.StepsAgainstTotal(tight, Day).Select(r => r.Code));
    }

    // 2 papers of 1 and 2 copies, 3 steps, 2 changes of hands, 10 days: 2 x 3 + 3 x 1 + 3 x 2 + 2 x 2 + 10 x 1 = 29.
    [Fact]
    public void The_burden_is_a_sum_of_stated_weights()
    {
        ProcedureVersion version = Version(Step(1, "A", "u1"), Step(2, "B", "u2"), Step(3, "C", "u1")) with
        {
            Documents = [Papers(1)[0] with { Copies = 1 }, Papers(2)[1] with { Copies = 2 }],
            TimeLimits = [Total(10, TimeUnit.WorkingDay)],
        };

        Assert.Equal(new BurdenScore(29, 2, 3, 3, 2, 10), BurdenScore.Of(version, Day));
        Assert.Equal((26, true), (BurdenScore.Of(version with { Documents = Papers(2) }, Day).Score, BurdenScore.Of(version with { Documents = Papers(2) }, Day).IsPartial));
        Assert.Equal(10, BurdenScore.Of(version, Day, new BurdenWeights(0, 0, 0, 0, 1)).Score);
    }

    // 60 to 45 working days, a paper and a step less, one limit whose start moved; counted by hand.
    [Theory]
    [InlineData(Language.Vietnamese, "vi")]
    [InlineData(Language.English, "en")]
    public void A_comparison_reads_as_approved(Language language, string file)
    {
        ProcedureVersion lean = Admission with
        {
            Documents = Admission.Documents!.Skip(1).ToValueList(),
            Steps = Admission.Steps.Where(s => s.Number != 8).ToValueList(),
            TimeLimits = Admission.TimeLimits.Select(l => l.Id == "ADM-S25" ? l with { Terms = l.Terms with { StartEvent = "dossier.complete" }, History = [] } : l).ToValueList(),
        };
        var comparison = VersionComparison.Of(Admission, new LocalDate(2025, 2, 3), lean, Day);
        Approval.Verify(string.Join('\n', comparison.Explain().Select(r => r.Sentence.In(language))) + "\n", file + ".txt");
    }

    [Fact]
    public void The_38_ranked_by_burden_read_as_approved()
    {
        IEnumerable<string> lines = ProcedureCatalogue.Vietnam.Procedures
            .Select(p => (p.Code, Burden: BurdenScore.Of(p.Versions[^1], Day)))
            .OrderByDescending(p => p.Burden.Score).ThenBy(p => p.Code, StringComparer.Ordinal)
            .Select(p => string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{p.Code,-10} {p.Burden.Score,4}  documents {p.Burden.Documents,2}  steps {p.Burden.Steps,2}  handovers {p.Burden.Handovers,2}  days {p.Burden.Days,4}{(p.Burden.IsPartial ? "  partial" : "")}"));

        Approval.Verify(string.Join('\n', lines) + "\n");
    }

    private static string Text(IEnumerable<BilingualText> texts) => string.Join(',', texts.Select(t => t.Vietnamese));

    private static ProcedureVersion Version(params ProcedureStep[] steps) => new(default, "f", "r", "u", "u", "x") { Steps = [.. steps] };

    private static ProcedureStep Step(int number, string name, string unit) => new(number, BilingualText.Same(name), unit);

    private static ValueList<RequiredDocument> Papers(int count) =>
        Enumerable.Range(1, count).Select(i => new RequiredDocument(BilingualText.Same("Giấy " + i.ToString(System.Globalization.CultureInfo.InvariantCulture)), DocumentKind.Original)).ToValueList();

    private static ProcedureTimeLimit Total(int amount, TimeUnit unit) => new(
        "T", BilingualText.Same("T"), LimitScope.Total, CountDirection.Forward, new LimitTerms(new TimeLimit(amount, unit), "receipt.time", "S", SourceConfidence.Verified))
    { EndEvent = "decision.date" };
}
