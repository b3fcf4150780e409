using System.Security.Cryptography;
using System.Text;
using Reform.Compliance.V1;
using Reform.Inspections.V1;
using static Reform.Grpc.Tests.Inspections.InspectionWorld;
using static Reform.Grpc.Tests.Procedures.ProcedureWorld;
using Verdict = Reform.Compliance.V1.Verdict;

namespace Reform.Grpc.Tests.Inspections;

/// <summary>Inspections over the wire: what is planted is found, in both languages, and what is as it should be is not.</summary>
public sealed class InspectionServiceTests
{
    private static readonly InspectionDuty Duty = new()
    {
        Unit = Commission,
        Period = From("2024-01-01", "2025-01-01"),
        PlanDueOn = Civil.Date("2024-01-31"),
        Inspected = { "units/ward", "units/other" },
    };

    [Fact]
    public async Task A_year_as_it_should_be_gives_no_finding()
    {
        await using TestServer server = await Started();
        await server.Enter(Year());
        Assert.Equal(["CR-INS-08 units/other"], await Findings(server, "2024-12-31"));
        Assert.Empty(await Findings(server, "2022-12-31", duty: false));

        EvaluateInspectionsResponse all = await server.Inspections.EvaluateInspectionsAsync(
            new EvaluateInspectionsRequest { Parent = "units/-", On = Civil.Date("2024-12-31"), Office = "units/office", Duties = { Duty }, IncludePassed = true, PageSize = 1000 });
        Assert.Equal(
            ["CR-INS-01", "CR-INS-02", "CR-INS-03", "CR-INS-04", "CR-INS-05", "CR-INS-06", "CR-INS-07", "CR-INS-08"],
            all.Judgements.Where(j => j.Verdict == Verdict.Pass).Select(j => j.Rule.Code).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_planted_is_found()
    {
        await using TestServer server = await Started();
        InspectionPlan plan = Plan();
        plan.ApprovedOn = Civil.Date("2024-02-01");
        plan.Coordinators.Clear();
        plan.Selections[0].Reason = SelectionReason.Unspecified;
        plan.Selections[1].Seed = "";
        Inspection own = Visit("i2", "units/other");
        own.Inspectors.Add(new Inspector { Reference = "insp-9", Unit = "units/other" });
        Inspection unknown = Visit("i3", "units/other");
        unknown.Inspectors.Add(new Inspector { Reference = "insp-8" });
        InspectionConclusion late = Conclusion();
        late.On = Civil.Date("2024-08-30");
        await server.Enter(
            plan, Visit(), late, own, Conclusion("c2", "i2"), unknown, Conclusion("c3", "i3", InspectionRating.Weak), Reminded());
        string[] december =
        [
            "CR-INS-01 units/commission/inspectionPeriods/2024-01-01",
            "CR-INS-03 inspectionPlans/p1",
            "CR-INS-02 inspectionPlans/p1/selections/ward",
            "CR-INS-02 inspectionPlans/p1/selections/other",
            "CR-INS-04 inspections/i1",
            "CR-INS-05 inspections/i1",
            "CR-INS-05 inspections/i2",
            "CR-INS-07 inspections/i2",
            "CR-INS-07? inspections/i3",
            "CR-INS-06 reminders/r1",
        ];
        Assert.Equal(december, await Findings(server, "2024-12-31"));
        Assert.DoesNotContain("CR-INS-06 reminders/r1", await Findings(server, "2024-09-30"));
        Assert.Contains("CR-INS-06 reminders/r1", await Findings(server, "2024-10-01"));

        // Whoever answers: the commission for its plans and inspections, the ward for what it has to mend.
        Assert.Equal(["CR-INS-06 reminders/r1"], await Findings(server, "2024-12-31", "units/ward"));
        Assert.Equal(december[..^1], await Findings(server, "2024-12-31", Commission));

        async Task<SubjectJudgement> Late(string language) => (await server.Inspections.EvaluateInspectionsAsync(
            new EvaluateInspectionsRequest { Parent = "units/-", On = Civil.Date("2024-12-31"), LanguageCode = language })).Judgements.Single(j => j.Rule.Code == "CR-INS-04");
        Assert.Equal("inspection_concluded_late", (await Late("vi")).Reason.Code);
        Assert.StartsWith("Kết luận ngày ", (await Late("vi")).Reason.Text, StringComparison.Ordinal);
        Assert.StartsWith("Concluded on ", (await Late("en")).Reason.Text, StringComparison.Ordinal);
        Assert.Equal(("2024-08-30", "2024-08-30"), (Argument(await Late("vi"), "concluded"), Argument(await Late("en"), "concluded")));
        SubjectJudgement undecided = (await server.Inspections.EvaluateInspectionsAsync(
            new EvaluateInspectionsRequest { Parent = "units/-", On = Civil.Date("2024-12-31"), LanguageCode = "en" })).Judgements.Single(j => j.Subject == "inspections/i3");
        Assert.Equal((Verdict.Unknown, 1), (undecided.Verdict, undecided.Missing.Count));
        Assert.NotEmpty(undecided.Missing[0].DisplayName);
    }

    [Fact]
    public async Task Shortcomings_are_open_from_the_day_they_are_found_to_the_day_of_the_fix()
    {
        await using TestServer server = await Started();
        await server.Enter(Found(), Fixed(), Found("s2", "units/other"));
        async Task<string[]> Open(string on, string parent = "units/-", string? before = null) => [.. (await server.Inspections.ListOpenShortcomingsAsync(
            new ListOpenShortcomingsRequest { Parent = parent, On = Civil.Date(on), FoundBefore = before is null ? null : Civil.Date(before) })).Shortcomings.Select(s => s.Name)];
        Assert.Empty(await Open("2024-06-06"));
        Assert.Equal(["shortcomings/s1", "shortcomings/s2"], await Open("2024-06-07"));
        Assert.Equal(["shortcomings/s1", "shortcomings/s2"], await Open("2024-10-31"));
        Assert.Equal(["shortcomings/s2"], await Open("2024-11-01"));
        Assert.Empty(await Open("2024-11-01", "units/ward"));
        Assert.Equal(["shortcomings/s2"], await Open("2024-12-31", before: "2024-06-08"));
        Assert.Empty(await Open("2024-12-31", before: "2024-06-07"));
    }

    [Fact]
    public async Task Practices_are_told_with_who_took_them_over_by_then()
    {
        await using TestServer server = await Started();
        GoodPractice quiet = Practice("g2");
        quiet.RecommendedOn = null;
        await server.Enter(Practice(), quiet, Copied());
        async Task<ListPracticesToCopyResponse> On(string date) => await server.Inspections.ListPracticesToCopyAsync(new ListPracticesToCopyRequest { On = Civil.Date(date) });
        Assert.Empty((await On("2024-03-31")).Practices);
        Assert.Empty((await On("2024-05-01")).Practices.Single().Replications);
        PracticeSpread spread = (await On("2024-05-02")).Practices.Single();
        Assert.Equal(("goodPractices/g1", "units/other"), (spread.Practice.Name, spread.Replications.Single().Unit));
    }

    [Fact]
    public async Task Selections_have_their_reasons_and_a_draw_can_be_done_again_with_any_tool()
    {
        await using TestServer server = await Started();
        Inspection seen = Visit("i1", "units/u3");
        (seen.BeganOn, seen.EndedOn) = (Civil.Date("2023-05-02"), Civil.Date("2023-05-04"));
        await server.Enter(Plan(), seen);
        string[] units = [.. Enumerable.Range(1, 9).Select(i => "units/u" + i)];
        var request = new ProposeSelectionRequest { On = Civil.Date("2024-01-10"), RiskFrom = 5, RotationYears = 2, Drawn = 2, Seed = "2024/1" };
        request.Candidates.AddRange(units.Select(u => new InspectionCandidate { Unit = u }));
        request.Candidates[0].RiskPoints = 5;
        request.Candidates[1].RiskPoints = 9;
        request.Candidates[2].RiskPoints = 4;
        ProposeSelectionResponse proposed = await server.Inspections.ProposeSelectionAsync(request);
        Assert.Equal(["units/u2", "units/u1"], proposed.Selections.Where(s => s.Reason == SelectionReason.Risk).Select(s => s.Unit));
        // u3 was inspected eight months ago and has too few points: it can only be drawn. The others never were.
        Assert.Equal(units[3..], proposed.Selections.Where(s => s.Reason == SelectionReason.Rotation).Select(s => s.Unit));
        Assert.Equal(["units/u3"], proposed.Selections.Where(s => s.Reason == SelectionReason.Random).Select(s => s.Unit));
        Assert.Equal("2024/1", proposed.Selections[^1].Seed);
        Assert.Equal("never inspected", proposed.Selections[2].Note.En);

        string[] expected = [.. units.OrderBy(u => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("2024/1\n" + u["units/".Length..]))), StringComparer.Ordinal).Take(3)];
        async Task<string[]> Draw(IEnumerable<string> from, string seed = "2024/1") =>
            [.. (await server.Inspections.DrawUnitsAsync(new DrawUnitsRequest { Seed = seed, Count = 3, Units = { from } })).Units];
        Assert.Equal(expected, await Draw(units));
        Assert.Equal(expected, await Draw(units.Reverse()));
        Assert.NotEqual(expected, await Draw(units, "2024/2"));
        Assert.Equal(["units[9]"], (await Refused.By(() => Draw([.. units, "units/u1"]))).Fields);
    }

    private static string Argument(SubjectJudgement judgement, string name) => judgement.Reason.Arguments.Single(a => a.Name == name).Value;

    private static async Task<string[]> Findings(TestServer server, string on, string parent = "units/-", bool duty = true)
    {
        var request = new EvaluateInspectionsRequest { Parent = parent, On = Civil.Date(on), Office = "units/office", PageSize = 1000 };
        request.Duties.AddRange(duty ? [Duty] : []);
        return [.. (await server.Inspections.EvaluateInspectionsAsync(request)).Judgements.Select(j => j.Rule.Code + (j.Verdict == Verdict.Unknown ? "? " : " ") + j.Subject)];
    }
}
