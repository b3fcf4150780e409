using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Delegation.ProvinceWorld;

namespace Reform.Domain.Tests.Delegation.Rules;

/// <summary>The rules over grants as they were made, by the law of their first day, through real registers.</summary>
public sealed class GrantRuleTests
{
    private const string Chair = "province/Chair";
    private const string Director = "department/Director";
    private static readonly Grant ToDirector = Mandate(Chair, Director);

    [Fact]
    public void A_mandate_in_writing_passes_an_oral_one_fails_and_other_grants_are_not_asked()
    {
        Assert.Equal(Verdict.Pass, Judge("CR-DLG-01", ToDirector).Verdict);
        Assert.Equal(Verdict.Fail, Judge("CR-DLG-01", ToDirector with { Instrument = ToDirector.Instrument with { IsWritten = false } }).Verdict);
        Assert.Equal(Verdict.NotApplicable, Judge("CR-DLG-01", Decentralization("province", "commune"), "province").Verdict);
    }

    [Fact]
    public void A_mandate_needs_a_term_and_no_law_that_was_read_leaves_it_open()
    {
        Grant open = ToDirector with { Validity = new Validity(new LocalDate(2026, 1, 1), null) };
        Judgement judgement = Judge("CR-DLG-02", open);

        Assert.Equal(Verdict.Pass, Judge("CR-DLG-02", ToDirector).Verdict);
        Assert.Equal((Verdict.Fail, Severity.Error, "mandate_without_term"), (judgement.Verdict, judgement.Rule.Severity, judgement.Reason!.Code));
        Assert.Equal("The grant 'province/Chair>department/Director' of province/Chair to department/Director from 1 January 2026 has no end", judgement.Reason.Sentence.English);
        Assert.Equal(Verdict.NotApplicable, Judge("CR-DLG-02", Decentralization("province", "commune"), "province").Verdict);

        // From 1 March to 15 June 2025 no law that was read is about mandates of local government.
        Judgement unread = Judge("CR-DLG-02", Dated(open, new LocalDate(2025, 6, 15)));
        Assert.Equal((Verdict.Unknown, "law"), (unread.Verdict, Assert.Single(unread.Missing).Name));
        Assert.Equal(Verdict.Fail, Judge("CR-DLG-02", Dated(open, new LocalDate(2025, 6, 16))).Verdict);
        Assert.Contains("77/2015/QH13", Judge("CR-DLG-02", Dated(open, new LocalDate(2025, 2, 28))).Rule.Basis.Citation.English, StringComparison.Ordinal);
    }

    [Fact]
    public void The_grantor_holds_the_power_on_the_first_day_or_not()
    {
        Power until(LocalDate day) => HeldBy(Chair) with { Holders = [HeldBy(Chair).Holders[0] with { Validity = new Validity(null, day) }] };

        Assert.Equal(Verdict.Pass, With(until(new LocalDate(2026, 1, 2)), ToDirector).Grant("CR-DLG-06", ToDirector.Id).Verdict);
        Assert.Equal(Verdict.Fail, With(until(new LocalDate(2026, 1, 1)), ToDirector).Grant("CR-DLG-06", ToDirector.Id).Verdict);
    }

    [Fact]
    public void A_mandate_passed_on_fails_and_what_passes_nothing_on_is_not_asked()
    {
        Grant onward = ToDirector with { AllowsOnward = true };
        Grant further = Mandate(Director, "division/UnitHead", onward);
        Grant below = Decentralization("province", "commune");
        Grant toChair = Mandate("commune", "commune/Chair", below);

        Assert.Equal(Verdict.Fail, With(HeldBy(Chair), onward, further).Grant("CR-DLG-07", further.Id).Verdict);
        Assert.Equal(Verdict.NotApplicable, With(HeldBy(Chair), onward, further).Grant("CR-DLG-07", onward.Id).Verdict);
        Assert.Equal(Verdict.Pass, With(HeldBy("province"), below, toChair).Grant("CR-DLG-07", toChair.Id).Verdict);
    }

    /// <summary>Law 72/2025/QH15, Art. 14.1; of the pairs of the law before, the list was not read in full.</summary>
    [Fact]
    public void Pairs_are_those_of_the_law_of_the_first_day()
    {
        Grant toOffice = Mandate(Chair, "commune-office");
        Judgement before = Judge("CR-DLG-08", Dated(toOffice, new LocalDate(2024, 1, 1)));
        Judgement gap = Judge("CR-DLG-08", Dated(toOffice, new LocalDate(2025, 3, 1)));

        Assert.Equal(Verdict.Fail, Judge("CR-DLG-08", toOffice).Verdict);
        Assert.Equal(Verdict.Pass, Judge("CR-DLG-08", Mandate(Chair, "commune/Chair")).Verdict);
        Assert.Equal(Verdict.Fail, Judge("CR-DLG-08", Mandate(Chair, "service")).Verdict);
        Assert.Equal(Verdict.Pass, With(HeldBy(Chair) with { IsPublicService = true }, Mandate(Chair, "service")).Grant("CR-DLG-08", "province/Chair>service").Verdict);
        Assert.Equal((Verdict.Unknown, "pair"), (before.Verdict, Assert.Single(before.Missing).Name));
        Assert.Equal((Verdict.Unknown, "law"), (gap.Verdict, Assert.Single(gap.Missing).Name));
        Assert.Equal(Verdict.NotApplicable, Judge("CR-DLG-08", Decentralization("province", "commune"), "province").Verdict);
    }

    /// <summary>Law 72/2025/QH15, Art. 13: a normative document; Law 77/2015/QH13 named none for decentralisation.</summary>
    [Fact]
    public void Documents_are_those_of_the_law_of_the_first_day()
    {
        Grant right = Decentralization("province", "commune");
        Grant wrong = right with { Instrument = Paper("9/QĐ-UBND", InstrumentKind.AdministrativeDocument) };
        Judgement unstated = Judge("CR-DLG-09", right with { Instrument = Paper("9", InstrumentKind.Unstated) }, "province");

        Assert.Equal(Verdict.Pass, Judge("CR-DLG-09", right, "province").Verdict);
        Assert.Equal(Verdict.Fail, Judge("CR-DLG-09", wrong, "province").Verdict);
        Assert.Equal((Verdict.Unknown, "instrument_kind"), (unstated.Verdict, Assert.Single(unstated.Missing).Name));
        Assert.Equal(Verdict.NotApplicable, Judge("CR-DLG-09", Dated(wrong, new LocalDate(2024, 1, 1)), "province").Verdict);
        Assert.Equal(Verdict.NotApplicable, Judge("CR-DLG-09", ToDirector).Verdict);
    }

    [Fact]
    public void A_power_that_the_law_keeps_fails_on_its_first_day_and_passes_the_day_before_the_law()
    {
        Power kept(LocalDate from) => HeldBy(Chair) with
        {
            Delegability = new DatedValues<Delegability>([new(Delegability.None(BilingualText.Same("kept")), new Validity(from, null), LegalBasis.Citing("law"))]),
        };

        Assert.Equal(Verdict.Fail, With(kept(new LocalDate(2026, 1, 1)), ToDirector).Grant("CR-DLG-18", ToDirector.Id).Verdict);
        Assert.Equal(Verdict.Pass, With(kept(new LocalDate(2026, 1, 2)), ToDirector).Grant("CR-DLG-18", ToDirector.Id).Verdict);
    }

    [Fact]
    public void A_task_passes_no_power_and_is_no_grant()
    {
        Grant task = ToDirector with { Kind = GrantKind.Assignment };

        Assert.All(
            ["CR-DLG-01", "CR-DLG-02", "CR-DLG-06", "CR-DLG-07", "CR-DLG-08", "CR-DLG-09", "CR-DLG-18"],
            code => Assert.Equal(Verdict.NotApplicable, Judge(code, task).Verdict));
    }

    private static Judgement Judge(string code, Grant grant, string holder = Chair) => With(HeldBy(holder), grant).Grant(code, grant.Id);

    private static Grant Dated(Grant grant, LocalDate on) => grant with
    {
        Validity = new Validity(on, grant.Validity.To),
        Instrument = grant.Instrument with { Date = on },
    };
}
