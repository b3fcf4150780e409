using Reform.Delegation.V1;
using Reform.Grpc.Tests.Rpc;
using Reform.Organizations.V1;
using Reform.Registers.V1;
using static Reform.Grpc.Tests.Delegation.DelegationWorld;

namespace Reform.Grpc.Tests.Delegation;

/// <summary>The pages of every listing of the delegation service are of the state in which it began; orphaned grants are listed as such.</summary>
public sealed class DelegationPageTests
{
    private int entered;

    [Fact]
    public async Task Every_listing_is_paged_over_one_state()
    {
        await using TestServer server = await Start();
        for (int i = 0; i < 5; i++)
        {
            await EnterMore(server, "m");
        }

        Google.Type.Date on = Civil.Date("2026-06-15");
        DelegationService.DelegationServiceClient client = server.Delegation;
        foreach (Func<Task<int>> listing in (Func<Task<int>>[])
            [
                () => Paging.HoldsItsState(r => client.ListGrantOverlapsAsync(r), new ListGrantOverlapsRequest(), () => EnterMore(server, "f")),
                () => Paging.HoldsItsState(r => client.ListPowersAsync(r), new ListPowersRequest(), () => EnterMore(server, "a")),
                () => Paging.HoldsItsState(r => client.ListGrantsAsync(r), new ListGrantsRequest { Parent = "units/department", InForceOn = on }, () => EnterMore(server, "b")),
                () => Paging.HoldsItsState(r => client.ListGrantHistoryAsync(r), new ListGrantHistoryRequest { Name = "grants/m0" }, () => SuspendAndResume(server)),
                () => Paging.HoldsItsState(r => client.LookupSignersAsync(r), new LookupSignersRequest { Power = "powers/permit", On = on }, () => EnterMore(server, "c")),
                () => Paging.HoldsItsState(r => client.ListAuthoritiesAsync(r), new ListAuthoritiesRequest { Actor = "department", On = on }, () => EnterMore(server, "d")),
                () => Paging.HoldsItsState(
                    r => client.ListExpiringGrantsAsync(r), new ListExpiringGrantsRequest { Parent = "units/-", From = on, To = Civil.Date("2027-03-01") }, () => EnterMore(server, "e")),
            ])
        {
            Assert.True(await listing() >= 3);
        }
    }

    [Fact]
    public async Task Grants_of_a_unit_that_ended_without_an_heir_are_orphans_and_those_with_one_are_not()
    {
        await using TestServer server = await Start();
        for (int i = 0; i < 5; i++)
        {
            await Open(server, "d" + i);
        }

        await server.Enter("kept", Mandate());
        Google.Type.Date lastDay = Civil.Date("2026-06-30");
        Google.Type.Date after = Civil.Date("2026-07-01");
        var known = new ListOrphanedGrantsRequest { On = after };
        Assert.Empty((await server.Delegation.ListOrphanedGrantsAsync(known)).Grants);
        foreach (int i in (int[])[0, 1, 2, 3])
        {
            await End(server, "d" + i, "2026-07-01");
        }

        Assert.Empty((await server.Delegation.ListOrphanedGrantsAsync(new ListOrphanedGrantsRequest { On = lastDay })).Grants);
        ListOrphanedGrantsResponse orphans = await server.Delegation.ListOrphanedGrantsAsync(known);
        Assert.Equal(["grants/to-d0", "grants/to-d1", "grants/to-d2", "grants/to-d3"], orphans.Grants.Select(g => g.Grant));
        Assert.All(orphans.Grants, g => Assert.Equal((false, "grantee_ceased"), (g.Status.InForce, g.Status.Causes.First())));

        // Four to begin with, one more on the way: what is paged stays as it was.
        await End(server, "d4", "2026-07-01");
        await Open(server, "d5");
        Assert.True(await Paging.HoldsItsState(r => server.Delegation.ListOrphanedGrantsAsync(r), new ListOrphanedGrantsRequest { On = after }, async () =>
        {
            string id = "e" + entered++;
            await Open(server, id);
            await End(server, id, "2026-07-01");
        }) >= 3);

        // A decentralisation goes on with who took over; the mandate to the same unit does not.
        Grant decentralized = Mandate(from: "province", to: "d5");
        decentralized.Kind = GrantKind.Decentralization;
        decentralized.Instrument.Kind = InstrumentKind.NormativeDocument;
        decentralized.Power = "powers/plan";
        await server.Delegation.CreatePowerAsync(new CreatePowerRequest
        {
            RequestId = NewId,
            PowerId = "plan",
            Power = new Power { DisplayName = Text("Quy hoạch"), Holders = { new HolderRule { Holder = "province", Basis = Law } } },
        });
        await server.Enter("followed", decentralized);
        await End(server, "d5", "2026-07-01", heir: "department");
        IEnumerable<string> left = (await server.Delegation.ListOrphanedGrantsAsync(new ListOrphanedGrantsRequest { On = after, PageSize = 1000 })).Grants.Select(g => g.Grant);
        Assert.Contains("grants/to-d5", left);
        Assert.DoesNotContain("grants/followed", left);
        Assert.DoesNotContain("grants/kept", left);
    }

    // A department of the province, with a mandate of the chair.
    private static async Task Open(TestServer server, string id)
    {
        await server.Organizations.CreateUnitAsync(new CreateUnitRequest
        {
            RequestId = NewId,
            UnitId = id,
            Unit = new Unit { DisplayName = Text(id), Kind = BodyKind.SpecializedAgency, Level = OrganizationLevel.Province },
            Parent = "units/province",
        });
        await server.Enter("to-" + id, Mandate(to: id));
    }

    private static async Task End(TestServer server, string id, string on, string heir = "")
    {
        Unit unit = (await server.Organizations.GetUnitAsync(new GetUnitRequest { Name = "units/" + id })).Unit;
        string record = unit.Etag;
        unit.Period = new Period { To = Civil.Date(on) };
        await server.Organizations.RecordOrganizationFactsAsync(new RecordOrganizationFactsRequest
        {
            RequestId = NewId,
            Entries =
            {
                new OrganizationEntry { Corrects = record, Fact = new OrganizationFact { Unit = unit } },
                new OrganizationEntry
                {
                    Fact = new OrganizationFact
                    {
                        Succession = new SuccessionLink
                        {
                            FromUnit = unit.Name,
                            ToUnit = heir.Length == 0 ? "" : "units/" + heir,
                            Kind = heir.Length == 0 ? ReorganizationKind.Dissolve : ReorganizationKind.Merge,
                            On = Civil.Date(on),
                        },
                    },
                },
            },
        });
    }

    // A power of the chair, and a mandate of "permit" that overlaps with every other and reaches a division of its own.
    private async Task EnterMore(TestServer server, string start)
    {
        string id = start + entered++;
        await server.Delegation.CreatePowerAsync(new CreatePowerRequest { RequestId = NewId, PowerId = "power-" + id, Power = Permit() });
        await server.Organizations.CreateUnitAsync(new CreateUnitRequest
        {
            RequestId = NewId,
            UnitId = "unit-" + id,
            Unit = new Unit { DisplayName = Text(id), Kind = BodyKind.SpecializedAgency, Level = OrganizationLevel.Province },
            Parent = "units/province",
        });
        await server.Enter(id, Mandate());
        await server.Enter("other-" + id, Mandate(to: "unit-" + id));
        if (id == "m0")
        {
            for (int i = 0; i < 3; i++)
            {
                await SuspendAndResume(server);
            }
        }
    }

    private static async Task SuspendAndResume(TestServer server)
    {
        Grant grant = (await server.Delegation.GetGrantAsync(new GetGrantRequest { Name = "grants/m0" })).Grant;
        SuspendGrantResponse suspended = await server.Delegation.SuspendGrantAsync(
            new SuspendGrantRequest { RequestId = NewId, Name = grant.Name, Etag = grant.Etag, On = Civil.Date("2026-02-01") });
        await server.Delegation.ResumeGrantAsync(
            new ResumeGrantRequest { RequestId = NewId, Name = grant.Name, Etag = suspended.Grant.Etag, On = Civil.Date("2026-02-10") });
    }
}
