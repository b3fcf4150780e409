using NodaTime;
using NodaTime.Text;
using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Cases.Rules.RuleWorld;

namespace Reform.Domain.Tests.Cases.Rules;

/// <summary>A case of an event log is judged by the law of its own day, as a case that an agency keeps is.</summary>
public sealed class LoggedRuleDatesTests
{
    private const string Nothing = "";

    // The days about the first and last of every instrument, as docs/sources.md has them.
    [Theory]
    [InlineData("CR-CAS-01", "2018-06-20", Nothing)]
    [InlineData("CR-CAS-01", "2018-06-21", "Decree 61/2018/NĐ-CP")]
    [InlineData("CR-CAS-01", "2025-06-30", "Decree 61/2018/NĐ-CP")]
    [InlineData("CR-CAS-01", "2025-07-01", "Decree 118/2025/NĐ-CP")]
    [InlineData("CR-CAS-01", "2025-07-08", "Decree 118/2025/NĐ-CP")]
    [InlineData("CR-CAS-01", "2025-07-09", "Decree 118/2025/NĐ-CP; Regulation 338-QĐ/TW, Art. 14(1)")]
    [InlineData("CR-CAS-04", "2024-03-04", Nothing)]
    [InlineData("CR-CAS-04", "2025-07-08", Nothing)]
    [InlineData("CR-CAS-04", "2025-07-09", "Regulation 338-QĐ/TW, Art. 14(3)")]
    [InlineData("CR-CAS-09", "2025-07-08", Nothing)]
    [InlineData("CR-CAS-09", "2025-07-09", "Regulation 338-QĐ/TW, Art. 4(1), 4(6)")]
    public void A_case_is_judged_by_the_law_of_the_day_of_its_receipt(string code, string receivedOn, string basis)
    {
        LoggedCase broken = Sound() with
        {
            Receipt = At(receivedOn + " 08:00"),
            Deadline = null,
            Outcome = "no",
            Events = [Event("supplement", "2026-03-02 08:00", "a"), Event("supplement", "2026-03-02 08:00", "a")],
        };
        Told(code, basis, broken);

        // Without a receipt the first event tells the day, whatever its place in the log.
        Told(code, basis, broken with
        {
            Receipt = null,
            Events = [Event("supplement", "2026-03-02 08:00", "a"), Event("supplement", receivedOn + " 08:00", "a")],
        });
    }

    [Fact]
    public void Without_any_day_it_cannot_be_told_which_law_judges() => Assert.All(
        ["CR-CAS-01", "CR-CAS-04", "CR-CAS-09"],
        code => Assert.Equal(
            (Verdict.Unknown, "governing_date"),
            Judge(code, Sound() with { Receipt = null, Events = [Event("check", null, "a")] }) is { Missing: [MissingFact only] } undated ? (undated.Verdict, only.Name) : default));

    // Competence is a matter of the day of the decision: the case was received before.
    [Theory]
    [InlineData("CR-DLG-03", "ended", "2015-12-31", Nothing)]
    [InlineData("CR-DLG-03", "ended", "2016-01-01", "Law on Organization of Local Government 77/2015/QH13, Art. 14")]
    [InlineData("CR-DLG-03", "ended", "2025-02-28", "Law on Organization of Local Government 77/2015/QH13, Art. 14")]
    [InlineData("CR-DLG-03", "ended", "2025-03-01", "Law on Organization of the Government 63/2025/QH15, Art. 9; Law on Organization of Local Government 72/2025/QH15, Art. 14")]
    [InlineData("CR-DLG-04", "future", "2025-02-28", "Law on Organization of Local Government 77/2015/QH13, Art. 14")]
    [InlineData("CR-DLG-04", "future", "2025-03-01", "Law on Organization of the Government 63/2025/QH15, Art. 9; Law on Organization of Local Government 72/2025/QH15, Art. 14")]
    [InlineData("CR-DLG-05", "elsewhere", "2025-02-28", Nothing)]
    [InlineData("CR-DLG-05", "elsewhere", "2025-03-01", "Law on Organization of the Government 63/2025/QH15, Art. 9")]
    [InlineData("CR-DLG-06", "by-nobody", "2025-02-28", "Law on Organization of Local Government 77/2015/QH13, Art. 14")]
    [InlineData("CR-DLG-07", "passed-on", "2025-02-28", "Law on Organization of Local Government 77/2015/QH13, Art. 14")]
    [InlineData("CR-DLG-24", "stranger", "2025-02-28", Nothing)]
    [InlineData("CR-DLG-24", "stranger", "2025-03-01", "Law on Organization of the Government 63/2025/QH15, Art. 9; Law on Organization of Local Government 72/2025/QH15, Art. 14")]
    public void A_decision_is_judged_by_the_law_of_its_own_day(string code, string actor, string decidedOn, string basis) =>
        Told(code, basis, Sound().WithEvent("decide", e => e with { Position = actor, Time = At(decidedOn + " 10:00") }) with { Receipt = At("2015-12-01 08:00") });

    [Fact]
    public void A_code_says_the_same_over_logs_as_over_cases_that_an_agency_keeps()
    {
        string[] shared = [.. BuiltInRules.Cases.Codes.Select(r => r.Code).Intersect(BuiltInRules.CaseFiles.Codes.Select(r => r.Code))];
        Assert.Equal(["CR-CAS-01", "CR-CAS-03", "CR-CAS-04", "CR-CAS-05", "CR-CAS-06", "CR-CAS-09", "CR-CAS-12", "CR-CAS-15"], shared);
        Assert.All(shared, code => Assert.Equal(Periods(BuiltInRules.CaseFiles, code), Periods(BuiltInRules.Cases, code)));
    }

    [Fact]
    public void A_code_is_as_grave_over_logs_as_elsewhere()
    {
        ILookup<string, RuleInfo> others = RuleBooks.BuiltIn.All.Where(b => b is not RuleBook<LoggedCaseFacts>).SelectMany(b => b.Codes).ToLookup(r => r.Code, StringComparer.Ordinal);
        RuleInfo[] shared = [.. BuiltInRules.Cases.Codes.Where(r => others.Contains(r.Code))];
        Assert.Equal(15, shared.Length);
        Assert.All(shared, rule => Assert.All(others[rule.Code], other => Assert.Equal(rule.Severity, other.Severity)));
    }

    private static IEnumerable<(Validity Validity, LegalBasis Basis, Severity Severity)> Periods<T>(RuleBook<T> book, string code) =>
        book.Rules.Where(r => r.Info.Code == code).Select(r => (r.Info.Validity, r.Info.Basis, r.Info.Severity));

    private static void Told(string code, string basis, LoggedCase file)
    {
        Judgement judgement = Judge(code, file, new CaseContext(Mapping, Calendar, RuleWorld.Procedures, null, Register()));
        Assert.Equal(basis.Length == 0 ? Verdict.NotApplicable : Verdict.Fail, judgement.Verdict);
        Assert.Equal(basis, judgement.Reason?.Basis?.Citation.English ?? "");
    }

    private static AuthorityRegister Register()
    {
        var basis = LegalBasis.Citing("Quy chế mẫu");
        Grant Given(string to, string from = "board", string? start = null, string? end = null, string? parent = null, string territory = "x", string? id = null) => new()
        {
            Id = id ?? to,
            Kind = GrantKind.Mandate,
            PowerId = "power",
            ParentId = parent,
            GrantorId = from,
            GranteeId = to,
            Validity = new Validity(Day(start), Day(end)),
            Scope = new GrantScope { Territories = [territory] },
            Instrument = new Instrument(to, new LocalDate(2010, 1, 1), BilingualText.Same(to)),
        };
        return new AuthorityRegister(
            [new Power("power", BilingualText.Same("power"), [new HolderRule("board", default, basis)])],
            [
                Given("ended", end: "2014-01-01"), Given("future", start: "2027-01-01"), Given("elsewhere", territory: "y"), Given("by-nobody", from: "nobody"),
                Given("deputy"), Given("passed-on", from: "deputy", parent: "deputy"),
            ]);
    }

    private static LocalDate? Day(string? text) => text is null ? null : LocalDatePattern.Iso.Parse(text).Value;
}
