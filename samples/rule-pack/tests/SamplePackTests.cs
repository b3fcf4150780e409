using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Domain.Rules;

namespace Reform.Samples.RulePack.Tests;

public sealed class SamplePackTests
{
    private static readonly LocalDate Day = new(2026, 3, 2);

    private static readonly CaseFacts Decided = new()
    {
        CaseId = "C1",
        ProcedureCode = "P1",
        UnitId = "U1",
        HolderUnitId = "U1",
        Requester = "R1",
        AsOf = Day.PlusDays(9),
        State = CaseState.Decided,
        Outcome = CaseOutcome.Decided,
        ReceivedOn = Day.PlusDays(-9),
        EndedOn = Day,
        ResultNotifiedOn = Day,
        CalendarDays = 9,
        Consultations = 3,
    };

    [Fact]
    public void The_result_is_told_on_the_day()
    {
        Given(new ResultToldOnTheDay(), Decided).Passes();
        Given(new ResultToldOnTheDay(), Decided with { ResultNotifiedOn = Day.PlusDays(1) })
            .Fails("sample_result_told_late", ("decided", "2026-03-02"), ("told", "2026-03-03"));
        Given(new ResultToldOnTheDay(), Decided with { ResultNotifiedOn = null }).IsUndecided("result_notified_on");
        Given(new ResultToldOnTheDay(), Decided with { Outcome = null }).DoesNotApply();
    }

    [Fact]
    public void Few_units_are_consulted()
    {
        Given(new FewConsultations(), Decided).Passes();
        Given(new FewConsultations(), Decided with { Consultations = 4 }).Fails("sample_many_consultations", ("count", "4"), ("most", "3"));
    }

    [Fact]
    public void The_pack_stands_among_the_built_in_rules()
    {
        RuleBooks books = RuleBooks.BuiltIn.With(new SamplePack());

        Assert.Contains("SAMPLE-CAS-01", books.Over<CaseFacts>().Codes.Select(c => c.Code));
        Assert.Equal(["sample"], books.Packs);
        Assert.Throws<RulePackException>(() => books.With(new SamplePack()));
    }

    private static RuleExpectation<CaseFacts> Given(ComplianceRule<CaseFacts> rule, CaseFacts facts) =>
        RuleExpectation.Given(rule, facts, CaseSubjects.Flat);
}
