using Reform.Compliance.V1;
using Reform.Registers.V1;
using static Reform.Grpc.Tests.CaseFiles.CaseWorld;

namespace Reform.Grpc.Tests.Compliance;

public sealed class WaiverTests
{
    [Fact]
    public async Task A_waived_finding_is_shown_as_waived_until_the_waiver_ends()
    {
        await using ComplianceWorld world = await ComplianceWorld.Start("2026-03-20");
        await world.Server.Create("H-1", Receipt("2026-03-02", procedure: "HP-1"));
        CreateWaiverRequest request = Of("w-1", "2026-04-01");
        Waiver waiver = (await world.Client.CreateWaiverAsync(request)).Waiver;
        Assert.Equal(("waivers/w-1", "units/city", "Mất điện", "n1"), (waiver.Name, waiver.Issuer, waiver.Reason, waiver.Etag));
        Assert.Equal(waiver, (await world.Client.CreateWaiverAsync(request)).Waiver);
        Finding late = await world.Only("T-10");
        Assert.Equal((FindingState.Waived, Verdict.Fail, "waivers/w-1"), (late.State, late.Verdict, late.Waiver));
        Assert.Equal(FindingState.Open, (await world.Only("T-20")).State);

        world.Clock.Set("2026-03-31");
        Assert.Equal("", ComplianceWorld.Told(await world.Run()));
        world.Clock.Set("2026-04-01");
        Assert.Equal("WaiverEnded:1", ComplianceWorld.Told(await world.Run()));
        Assert.Equal("Opened@2026-03-20 Waived@2026-03-20 WaiverEnded@2026-04-01", ComplianceWorld.History(await world.Whole(late)));
        Assert.Equal((FindingState.Open, ""), ((await world.Only("T-10")).State, (await world.Only("T-10")).Waiver));
    }

    [Fact]
    public async Task A_waiver_is_ended_early_by_a_further_record()
    {
        await using ComplianceWorld world = await ComplianceWorld.Start("2026-03-20");
        await world.Server.Create("H-1", Receipt("2026-03-02", procedure: "HP-1"));
        Waiver waiver = (await world.Client.CreateWaiverAsync(Of("w-1", "2026-05-01"))).Waiver;
        world.Clock.Set("2026-03-25");
        var end = new EndWaiverRequest { RequestId = NewId, Name = waiver.Name, Etag = waiver.Etag, To = Civil.Date("2026-03-25"), ValidateOnly = true };
        Waiver ended = (await world.Client.EndWaiverAsync(end)).Waiver;
        Assert.Equal(("2026-03-25", "n2"), (Civil.Text(ended.Period.To), ended.Etag));
        Assert.Equal(FindingState.Waived, (await world.Only("T-10")).State);
        end.ValidateOnly = false;
        await world.Client.EndWaiverAsync(end);
        Finding late = await world.Only("T-10");
        Assert.Equal("Opened@2026-03-20 Waived@2026-03-20 WaiverEnded@2026-03-25", ComplianceWorld.History(await world.Whole(late)));
        Waiver listed = Assert.Single((await world.Client.ListWaiversAsync(new ListWaiversRequest { Parent = "units/city", Subject = "caseFiles/H-1" })).Waivers);
        Assert.Equal("n2", listed.Etag);
        Assert.Empty((await world.Client.ListWaiversAsync(new ListWaiversRequest { Parent = "units/ward" })).Waivers);

        end.RequestId = NewId;
        Assert.Equal("ETAG_MISMATCH", (await Refused.By(async () => await world.Client.EndWaiverAsync(end))).Reason);
        (end.RequestId, end.Etag, end.To) = (NewId, "n2", Civil.Date("2026-03-26"));
        Assert.Equal("to", (await Refused.By(async () => await world.Client.EndWaiverAsync(end))).Fields.Single());
    }

    [Fact]
    public async Task A_waiver_needs_a_known_issuer_a_reason_an_end_a_case_and_a_rule()
    {
        await using ComplianceWorld world = await ComplianceWorld.Start("2026-03-20");
        await world.Server.Create("H-1", Receipt("2026-03-02", procedure: "HP-1"));
        (string Reason, string Field, Action<CreateWaiverRequest> Spoil)[] bad =
        [
            ("RESOURCE_NOT_FOUND", "waiver.issuer", r => r.Waiver.Issuer = "units/none"),
            ("INVALID_FIELD", "waiver.reason", r => r.Waiver.Reason = ""),
            ("INVALID_FIELD", "waiver.period.to", r => r.Waiver.Period.To = null),
            ("INVALID_FIELD", "waiver.period.to", r => r.Waiver.Period = new Period { From = Civil.Date("2026-04-02"), To = Civil.Date("2026-04-01") }),
            ("RESOURCE_NOT_FOUND", "waiver.subject", r => r.Waiver.Subject = "caseFiles/none"),
            ("RESOURCE_NOT_FOUND", "waiver.rule", r => r.Waiver.Rule = "ruleBooks/case/rules/none"),
            ("RESOURCE_NOT_FOUND", "waiver.rule", r => r.Waiver.Rule = "ruleBooks/logged_case/rules/T-10"),
            ("INVALID_FIELD", "waiver", r => r.Waiver = null),
        ];
        foreach ((string reason, string field, Action<CreateWaiverRequest> spoil) in bad)
        {
            CreateWaiverRequest request = Of("w", "2026-04-01");
            spoil(request);
            Refused refused = await Refused.By(async () => await world.Client.CreateWaiverAsync(request));
            Assert.Equal((reason, field), (refused.Reason, refused.Fields.Count > 0 ? refused.Fields[0] : refused.Metadata["field"]));
        }

        await world.Client.CreateWaiverAsync(Of("w", "2026-04-01"));
        Assert.Equal("RESOURCE_ALREADY_EXISTS", (await Refused.By(async () => await world.Client.CreateWaiverAsync(Of("w", "2026-04-01")))).Reason);
    }

    private static CreateWaiverRequest Of(string id, string to) => new()
    {
        RequestId = NewId,
        WaiverId = id,
        Waiver = new Waiver
        {
            Rule = "ruleBooks/case/rules/T-10",
            Subject = "caseFiles/H-1",
            Issuer = "units/city",
            Reason = "Mất điện",
            Period = new Period { From = Civil.Date("2026-03-01"), To = Civil.Date(to) },
        },
    };
}
