using Reform.Compliance.V1;
using Reform.Grpc.Tests.CaseFiles;
using Reform.Grpc.Tests.Compliance;
using Reform.Inspections.V1;

namespace Reform.Grpc.Tests.Inspections;

/// <summary>Risk points follow from the open findings against a unit.</summary>
public sealed class RiskPointsTests
{
    // Against the ward stand a warning and an error; that its channel is not known is nothing against it.
    [Fact]
    public async Task Open_breaches_weigh_by_how_grave_they_are_and_waived_ones_nothing()
    {
        await using ComplianceWorld world = await ComplianceWorld.Start("2026-03-02");
        await world.Server.Create("H-1", CaseWorld.Receipt("2026-03-02", "ward", "HP-1"));
        world.Clock.Set("2026-03-13");
        await world.Run();
        Assert.Equal(["T-10 Fail", "T-20 Fail", "T-30 Unknown"], (await world.Findings()).Select(f => f.Rule.Code + " " + f.Verdict).Order(StringComparer.Ordinal));
        var request = new ProposeSelectionRequest
        {
            On = Civil.Date("2026-03-13"),
            RiskFrom = 7,
            RotationYears = 2,
            Seed = "s",
            FindingWeights = new FindingWeights { Info = 100, Warning = 2, Error = 5, Critical = 1000 },
            Candidates = { new InspectionCandidate { Unit = "units/city" }, new InspectionCandidate { Unit = "units/ward" } },
        };
        async Task<string[]> Risky() => [.. (await world.Server.Inspections.ProposeSelectionAsync(request)).Selections
            .Where(s => s.Reason == SelectionReason.Risk).Select(s => s.Unit + " " + s.Note.En)];
        Assert.Equal(["units/ward risk points 7"], await Risky());
        request.RiskFrom = 8;
        Assert.Empty(await Risky());

        // What is stated goes before what is found; without weights nothing is found.
        request.Candidates[1].RiskPoints = 8;
        Assert.Equal(["units/ward risk points 8"], await Risky());
        request.Candidates[1].ClearRiskPoints();
        (request.RiskFrom, request.FindingWeights) = (1, null);
        Assert.Empty(await Risky());

        await world.Client.CreateWaiverAsync(new CreateWaiverRequest
        {
            RequestId = Guid.NewGuid().ToString(),
            WaiverId = "w-1",
            Waiver = new Waiver
            {
                Rule = "ruleBooks/case/rules/T-10",
                Subject = "caseFiles/H-1",
                Issuer = "units/city",
                Reason = "mẫu",
                Period = new Reform.Registers.V1.Period { From = Civil.Date("2026-03-13"), To = Civil.Date("2026-06-01") },
            },
        });
        (request.RiskFrom, request.FindingWeights) = (2, new FindingWeights { Warning = 2, Error = 5 });
        Assert.Equal(["units/ward risk points 2"], await Risky());
    }
}
