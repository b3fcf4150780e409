using Reform.Domain.Compliance;
using Reform.Domain.Programmes;
using Reform.Domain.Rules;
using Reform.Testing;
using static Reform.Domain.Tests.Programmes.TestProgrammes;

namespace Reform.Domain.Tests.Programmes.Rules;

/// <summary>What the books over programmes have in common, and the table of the guide.</summary>
public sealed class ProgrammeBookTests
{
    [Fact]
    public void Every_book_is_found_by_its_kind_and_nothing_is_wrong_with_it()
    {
        Check(BuiltInRules.UnitPlans);
        Check(BuiltInRules.ProgrammeTasks);
        Check(BuiltInRules.ReportDuties);
        Check(BuiltInRules.SubmittedReports);
        Check(BuiltInRules.TaskDifficulties);
        Check(BuiltInRules.TaskConsultations);
    }

    [Fact]
    public void The_codes_are_those_of_the_catalogue() => Assert.Equal(
        Enumerable.Range(1, 13).Select(n => "CR-PRG-" + n.ToString("00", System.Globalization.CultureInfo.InvariantCulture)),
        BuiltInRules.OverProgrammes.Select(r => r.Code).Distinct().Order());

    [Fact]
    public void Every_fact_has_a_word_in_both_languages() => Assert.Empty((string[])
    [
        .. Wordless(UnitPlanFacts.Subject), .. Wordless(ProgrammeTaskFacts.Subject), .. Wordless(ReportDutyFacts.Subject), .. Wordless(SubmittedReportFacts.Subject),
        .. Wordless(EasyFirstFacts.Subject), .. Wordless(TaskConsultationFacts.Subject),
    ]);

    [Fact]
    public void The_guide_lists_every_rule_once_with_its_severity() => Assert.Equal(
        BuiltInRules.OverProgrammes.Select(r => (r.Code, r.Severity.ToString().ToLowerInvariant())).Order(),
        File.ReadLines(Repository.PathOf("docs", "guides", "compliance-programmes.md")).Where(l => l.StartsWith("| CR-PRG-", StringComparison.Ordinal))
            .Select(l => l.Trim('|', ' ').Split(" | ")).Select(c => (c[0], c[2])).Order());

    // A unit may be stricter with itself, not looser.
    [Fact]
    public void A_unit_may_set_fewer_days_for_itself_and_not_more()
    {
        Assert.NotNull(BuiltInRules.ProgrammeTasks.With(Own(2)));
        Assert.Throws<ArgumentException>(() => BuiltInRules.ProgrammeTasks.With(Own(4)));

        static UnitThreshold Own(int days) => new(
            "CR-PRG-06", "most_overdue_working_days", "office", days, default, Domain.Legal.LegalBasis.Citing("1-QĐ/TEST"));
    }

    [Fact]
    public void A_late_opinion_is_a_finding_against_whoever_was_asked()
    {
        var register = new ProgrammeRegister(
            Records(Task("a", "propaganda", "2024-10-31")) with
            {
                Consultations = [At("c", new TaskConsultation("c", "a", "propaganda", "front", Day("2024-10-07")) { ReplyWithin = WorkingDays(5) })],
            },
            City);
        var search = new FindingSearch<TaskConsultationFacts>(BuiltInRules.TaskConsultations, (_, _) => null);
        TaskConsultationFacts facts = Assert.Single(TaskConsultationFacts.Of(register, Id, Day("2024-10-15"), Calendar));
        Finding finding = Assert.Single(search.In(facts, Day("2024-10-15")));
        Assert.Equal(("CR-PRG-08", "front"), (finding.Rule.Code, finding.UnitId));
        Assert.Equal(ReplayOutcome.Confirmed, RuleBooks.BuiltIn.ReplayOf(FindingReceipt.Write(finding, facts), "r").Outcome);
    }

    private static void Check<T>(RuleBook<T> book)
    {
        Assert.Empty(RuleBookCheck.Of(book));
        Assert.Same(book, RuleBooks.BuiltIn.Find(book.Subject.Kind));
    }

    private static IEnumerable<string> Wordless<T>(RuleSubject<T> subject) => typeof(T).GetProperties()
        .Where(p => !p.GetMethod!.IsStatic && p.Name != "EqualityContract" && !subject.Words.ContainsKey(p.Name)).Select(p => typeof(T).Name + "." + p.Name);
}
