using System.Diagnostics;
using CsCheck;
using NodaTime;
using Reform.Domain.Inspections;
using Reform.Domain.Legal;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Inspections.InspectionWorld;

namespace Reform.Domain.Tests.Inspections;

/// <summary>The register of inspections, and the choice of units.</summary>
public sealed class InspectionTests
{
    [Fact]
    public void A12_The_practice_of_a_pioneer_is_among_those_to_copy_once_it_is_recommended()
    {
        Assert.Empty(Register().PracticesToCopy(Day("2024-11-14")));
        PracticeSpread spread = Assert.Single(Register().PracticesToCopy(Day("2024-11-15")));
        Assert.Equal(("hong-bang", "bàn làm việc trống trơn"), (spread.Practice.UnitId, spread.Practice.Title.Vietnamese));
        Assert.Empty(spread.Replications);
        Assert.Equal("ward-a", Assert.Single(Register().PracticesToCopy(Day("2025-02-03"))).Replications.Single().UnitId);
    }

    [Fact]
    public void E23_An_earlier_shortcoming_bars_the_top_level_until_it_is_fixed()
    {
        InspectionRegister open = Register();
        Assert.False(open.AllFixed("ward-b", Year.From!.Value, Day("2024-12-31")));
        Assert.True(open.AllFixed("ward-a", Year.From!.Value, Day("2024-12-31")));
        InspectionRegister mended = Register(r => r with { Fixes = [In(new ShortcomingFix("K-1", "TT-1", Day("2024-12-31"), "100-BC/ĐU"), "f1")] });
        Assert.False(mended.AllFixed("ward-b", Year.From!.Value, Day("2024-12-30")));
        Assert.True(mended.AllFixed("ward-b", Year.From!.Value, Day("2024-12-31")));
        Assert.Equal(["TT-2"], mended.OpenShortcomings("ward-b", Day("2024-12-31")).Select(s => s.Id));
    }

    [Fact]
    public void The_last_inspection_is_that_whose_work_ended()
    {
        Assert.Null(Register().LastInspectedOn("ward-b", Day("2024-07-04")));
        Assert.Equal(Day("2024-07-05"), Register().LastInspectedOn("ward-b", Day("2024-07-05")));
    }

    // The hashes by sha256sum: printf 'SEED\nUNIT' | sha256sum.
    [Fact]
    public void E10_Another_tool_draws_the_same_sample()
    {
        string[] units = [.. Enumerable.Range(1, 20).Select(u => "ward-" + u)];
        using var shell = Process.Start(new ProcessStartInfo(
            "sh", ["-c", "for u in \"$@\"; do printf '%s %s\\n' \"$(printf '2024/1\\n%s' \"$u\" | sha256sum | cut -c1-64)\" \"$u\"; done | LC_ALL=C sort | head -5 | cut -d' ' -f2", "sh", .. units])
        {
            RedirectStandardOutput = true,
        })!;
        string[] drawn = shell.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        shell.WaitForExit();
        Assert.Equal(drawn, UnitSample.Draw("2024/1", units, 5));
        Assert.NotEqual(drawn, UnitSample.Draw("2024/2", units, 5));
    }

    [Fact]
    public void E10_The_same_seed_gives_the_same_sample_whatever_the_order_and_a_larger_one_begins_with_it() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[0, 40], Gen.String[Gen.Char.AlphaNumeric, 1, 8], Gen.Int).Sample((count, drawn, seed, shuffle) =>
        {
            string[] units = [.. Enumerable.Range(0, count).Select(u => "u" + u)];
            int some = Math.Min(drawn, count);
            ValueList<string> sample = UnitSample.Draw(seed, units, some);
            string[] mixed = [.. units];
            new Random(shuffle).Shuffle(mixed);
            Assert.Equal(sample, UnitSample.Draw(seed, mixed, some));
            Assert.Equal(sample, UnitSample.Draw(seed, units, count).Take(some));
            Assert.Equal(some, sample.Intersect(units).Count());
        });

    // 2,000 seeds, 3 of 10 units each: every unit is to come about 600 times; six standard deviations are 123.
    [Fact]
    public void No_unit_is_preferred()
    {
        string[] units = [.. Enumerable.Range(0, 10).Select(u => "u" + u)];
        ILookup<string, int> drawn = Enumerable.Range(0, 2000).SelectMany(s => UnitSample.Draw("seed " + s, units, 3).Select(u => (u, s))).ToLookup(d => d.u, d => d.s);
        Assert.All(units, u => Assert.InRange(drawn[u].Count(), 600 - 123, 600 + 123));
    }

    [Fact]
    public void Bad_draws_are_refused()
    {
        Assert.Throws<ArgumentException>(() => UnitSample.Draw(" ", ["a"], 1));
        Assert.Throws<ArgumentException>(() => UnitSample.Draw("s", ["a", "a"], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => UnitSample.Draw("s", ["a"], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => UnitSample.Draw("s", ["a"], -1));
    }

    [Fact]
    public void E10_Units_are_proposed_for_risk_then_by_rotation_then_by_draw()
    {
        InspectionCandidate[] candidates =
        [
            new("calm", 0, Day("2024-01-10")), new("risky", 9, Day("2024-01-10")), new("risk-at-bound", 5, null), new("below", 4, Day("2022-06-02")),
            new("long-ago", 1, Day("2022-06-01")), new("never", null, null), new("calm-too", 2, Day("2023-05-05")),
        ];
        ValueList<InspectionSelection> proposed = InspectionSelector.Propose(candidates, new SelectionPolicy(5, 2, 1, "2024/1"), Day("2024-06-01"));
        string drawn = UnitSample.Draw("2024/1", ["calm", "below", "calm-too"], 1)[0];
        Assert.Equal(
            [("risky", SelectionReason.Risk), ("risk-at-bound", SelectionReason.Risk), ("never", SelectionReason.Rotation), ("long-ago", SelectionReason.Rotation), (drawn, SelectionReason.Random)],
            proposed.Select(p => (p.UnitId, p.Reason!.Value)));
        Assert.All(proposed, p => Assert.True(p.HasReason));
    }

    public static TheoryData<string, string, string> Refusals { get; } = new()
    {
        { "inspection of no plan", "unknown_plan", "inspections[0].plan" },
        { "ends before it begins", "ends_before_beginning", "inspections[0].ended_on" },
        { "concluded twice", "concluded_twice", "conclusions[1]" },
        { "concluded before it began", "before_beginning", "conclusions[0].on" },
        { "commended for another unit", "another_unit", "commendations[0].unit" },
        { "due before issued", "due_before_issued", "reminders[0].due_on" },
        { "confirmed by itself", "confirmed_by_itself", "confirmations[0].unit" },
        { "confirms nothing", "unknown_reminder", "confirmations[0].reminder" },
        { "fixed without proof", "blank", "fixes[0].evidence" },
        { "fixes nothing", "unknown_shortcoming", "fixes[0].shortcoming" },
        { "copies itself", "replicates_itself", "replications[0].unit" },
        { "seed without a draw", "seed_without_draw", "plans[0].selections[0].seed" },
        { "unit selected twice", "duplicate_id", "plans[0].selections[1]" },
        { "plan without an end", "open_period", "plans[0].period" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_contradicts_itself_is_refused_with_its_place(string what, string code, string field)
    {
        Func<InspectionRecords, InspectionRecords> change = what switch
        {
            "inspection of no plan" => r => r with { Inspections = [In(OfWardA with { PlanId = "KH-9" }, "i1"), In(OfWardB, "i2")] },
            "ends before it begins" => r => r with { Inspections = [In(OfWardA with { EndedOn = Day("2024-06-02") }, "i1"), In(OfWardB, "i2")] },
            "concluded twice" => r => r with { Conclusions = [r.Conclusions[0], In(new InspectionConclusion("KL-2", "KT-1", Day("2024-07-06"), InspectionRating.Weak), "c2")] },
            "concluded before it began" => r => r with { Conclusions = [In(new InspectionConclusion("KL-1", "KT-1", Day("2024-06-02"), InspectionRating.Good), "c1")] },
            "commended for another unit" => r => r with { Commendations = [In(new Commendation("BD-1", "ward-b", Day("2024-07-19"), "KT-1"), "k1")] },
            "due before issued" => r => r with { Reminders = [In(r.Reminders[0].Fact! with { RemedyDueOn = Day("2024-07-31") }, "r1")] },
            "confirmed by itself" => r => r with { Confirmations = [In(new RemedyConfirmation("X", "NN-1", Day("2024-09-01"), "ward-b"), "x")] },
            "confirms nothing" => r => r with { Confirmations = [In(new RemedyConfirmation("X", "NN-9", Day("2024-09-01"), "office"), "x")] },
            "fixed without proof" => r => r with { Fixes = [In(new ShortcomingFix("K", "TT-1", Day("2024-09-01"), " "), "f")] },
            "fixes nothing" => r => r with { Fixes = [In(new ShortcomingFix("K", "TT-9", Day("2024-09-01"), "x"), "f")] },
            "copies itself" => r => r with { Replications = [In(new Replication("NR-1", "CL-1", "hong-bang", Day("2025-02-03")), "n1")] },
            "seed without a draw" => r => r with { Plans = [In(Plan with { Selections = [Plan.Selections[0] with { Seed = "x" }] }, "p")] },
            "unit selected twice" => r => r with { Plans = [In(Plan with { Selections = [Plan.Selections[0], Plan.Selections[0]] }, "p")] },
            _ => r => r with { Plans = [In(Plan with { Period = new Validity(Day("2024-01-01"), null) }, "p")] },
        };
        RecordProblem problem = Assert.Single(Assert.Throws<RecordInputException>(() => Register(change)).Problems);
        Assert.Equal((code, field), (problem.Code, problem.Field));
    }

    [Fact]
    public void A_correction_changes_what_is_known_later_only()
    {
        InspectionRegister register = Register(r => r with
        {
            Conclusions = [r.Conclusions[0], new("c2", r.Conclusions[0].Fact! with { Rating = InspectionRating.Weak }, Instant.FromUnixTimeSeconds(9), "c1")],
        });
        Assert.Equal(InspectionRating.Good, register.AsKnownAt(Instant.FromUnixTimeSeconds(8)).Conclusions[0].Rating);
        Assert.Equal(InspectionRating.Weak, register.AsKnownAt(Instant.FromUnixTimeSeconds(9)).Conclusions[0].Rating);
    }
}
