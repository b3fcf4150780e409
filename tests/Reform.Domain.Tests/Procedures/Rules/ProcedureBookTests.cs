using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Domain.Procedures;
using Reform.Domain.Rules;

namespace Reform.Domain.Tests.Procedures.Rules;

/// <summary>What all books over procedures and publication have in common.</summary>
public sealed class ProcedureBookTests
{
    [Fact]
    public void Every_book_is_found_by_its_kind_and_nothing_is_wrong_with_it()
    {
        Check(BuiltInRules.ProcedureWork);
        Check(BuiltInRules.ProcedureVersions);
        Check(BuiltInRules.LevelLimits);
        Check(BuiltInRules.Questions);
        Check(BuiltInRules.Interpretations);
        Check(BuiltInRules.VersionChanges);
        Check(BuiltInRules.Reductions);
        Check(BuiltInRules.Reviews);
        Check(BuiltInRules.UnitVariants);
        Check(BuiltInRules.ProcedureLives);
        Check(BuiltInRules.Publications);
        Check(BuiltInRules.Results);
        Check(BuiltInRules.Consultations);
    }

    [Fact]
    public void Every_fact_has_a_word_in_both_languages() => Assert.Empty((string[])
    [
        .. Wordless(ProcedureWorkFacts.Subject), .. Wordless(ProcedureVersionFacts.Subject), .. Wordless(LevelLimitFacts.Subject), .. Wordless(QuestionFacts.Subject),
        .. Wordless(InterpretedMatterFacts.Subject), .. Wordless(VersionChangeFacts.Subject), .. Wordless(ReductionFacts.Subject), .. Wordless(ReviewFacts.Subject),
        .. Wordless(UnitVariantFacts.Subject), .. Wordless(VersionsInForceFacts.Subject), .. Wordless(PublicationFacts.Subject), .. Wordless(ResultFacts.Subject),
        .. Wordless(ConsultationFacts.Subject),
    ]);

    // The receipt of the finding in the real text is judged again without anything else.
    [Fact]
    public void A_finding_names_who_answers_and_is_judged_again_from_its_receipt()
    {
        ProcedureVersionFacts facts = Defined.Real("PTY-REC") with { UnitId = "org-commission" };
        var search = new FindingSearch<ProcedureVersionFacts>(BuiltInRules.ProcedureVersions, (unit, on) => on == Defined.On ? "head of " + unit : null);
        Finding finding = search.In(facts, Defined.On).Single(f => f.Rule.Code == "CR-PRC-05");

        Assert.Equal(new FindingKey("CR-PRC-05", "procedure_version", "PTY-REC/1"), finding.Key);
        Assert.Equal(("org-commission", "head of org-commission"), (finding.UnitId, finding.HeadId));
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
