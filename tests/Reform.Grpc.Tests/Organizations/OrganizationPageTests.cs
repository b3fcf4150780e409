using Google.Protobuf.WellKnownTypes;
using Reform.Grpc.Tests.Rpc;
using Reform.Organizations.V1;
using Reform.Registers.V1;
using static Reform.Grpc.Tests.Organizations.OrganizationWorld;

namespace Reform.Grpc.Tests.Organizations;

/// <summary>The pages of every listing of the organization register are of the state in which it began, whatever is entered meanwhile.</summary>
public sealed class OrganizationPageTests
{
    private int entered;

    [Fact]
    public async Task Units_positions_appointments_and_records_are_paged_over_one_state()
    {
        await using TestServer server = await TestServer.Start();
        await server.Organizations.CreateUnitAsync(Unit("city"));
        for (int i = 0; i < 5; i++)
        {
            await EnterMore(server, "m");
        }

        // New ones come before, between and behind those that are listed.
        foreach (Func<Task<int>> listing in (Func<Task<int>>[])
            [
                () => Paging.HoldsItsState(r => server.Organizations.ListUnitsAsync(r), new ListUnitsRequest { Parent = "units/-" }, () => EnterMore(server, "a")),
                () => Paging.HoldsItsState(
                    r => server.Organizations.ListUnitsAsync(r), new ListUnitsRequest { Parent = "units/city", On = Day(2026, 3, 3) }, () => EnterMore(server, "k")),
                () => Paging.HoldsItsState(r => server.Organizations.ListPositionsAsync(r), new ListPositionsRequest { Parent = "units/city" }, () => EnterMore(server, "b")),
                () => Paging.HoldsItsState(r => server.Organizations.ListPositionsAsync(r), new ListPositionsRequest { Parent = "units/-" }, () => EnterMore(server, "z")),
                () => Paging.HoldsItsState(
                    r => server.Organizations.ListAppointmentsAsync(r), new ListAppointmentsRequest { Parent = "units/city", On = Day(2026, 3, 3) }, () => EnterMore(server, "c")),
                () => Paging.HoldsItsState(r => server.Organizations.ListAppointmentsAsync(r), new ListAppointmentsRequest { Parent = "units/-" }, () => EnterMore(server, "y")),
                () => Paging.HoldsItsState(
                    r => server.Organizations.ListOrganizationRecordsAsync(r), new ListOrganizationRecordsRequest { Parent = "units/city" }, () => EnterMore(server, "d")),
                () => Paging.HoldsItsState(
                    r => server.Organizations.ListOrganizationRecordsAsync(r), new ListOrganizationRecordsRequest { Parent = "units/-" }, () => EnterMore(server, "x")),
            ])
        {
            Assert.True(await listing() >= 3);
        }
    }

    [Fact]
    public async Task The_page_of_a_moment_goes_on_as_known_at_that_moment()
    {
        await using TestServer server = await TestServer.Start();
        await server.Organizations.CreateUnitAsync(Unit("city"));
        Timestamp moment = null!;
        for (int i = 0; i < 6; i++)
        {
            moment = i == 3 ? (await server.Organizations.CreatePositionAsync(Post("p" + i, "city"))).Record.RecordTime
                : (await server.Organizations.CreatePositionAsync(Post("p" + i, "city")), moment).moment;
        }

        var request = new ListPositionsRequest { Parent = "units/city", PageSize = 3, KnownAt = moment };
        ListPositionsResponse first = await server.Organizations.ListPositionsAsync(request);
        request.PageToken = first.NextPageToken;
        await server.Restart();
        ListPositionsResponse second = await server.Organizations.ListPositionsAsync(request);
        Assert.Equal(["positions/p0", "positions/p1", "positions/p2", "positions/p3"], first.Positions.Concat(second.Positions).Select(p => p.Name));
        Assert.Equal("", second.NextPageToken);
        request.KnownAt = null;
        Assert.Equal(["page_token"], (await Refused.By(async () => await server.Organizations.ListPositionsAsync(request))).Fields);
    }

    // A unit under the city, a post in the city, its holder.
    private async Task EnterMore(TestServer server, string start)
    {
        string id = start + entered++;
        await server.Organizations.CreateUnitAsync(Unit(id, parent: "units/city"));
        await server.Organizations.CreatePositionAsync(Post("post-" + id, "city", TitleKind.CivilServant));
        await server.Organizations.RecordOrganizationFactsAsync(new RecordOrganizationFactsRequest
        {
            RequestId = NewRequest(),
            Entries =
            {
                new OrganizationEntry
                {
                    Record = "appointments/" + id,
                    Fact = new OrganizationFact { Appointment = new Appointment { Person = "p-" + id, Position = "positions/post-" + id, Period = new Period { From = Day(2026, 1, 1) } } },
                },
            },
        });
    }
}
