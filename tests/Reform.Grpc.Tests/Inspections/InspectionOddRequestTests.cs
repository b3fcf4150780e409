using CsCheck;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Reform.Grpc.Tests.Pilots;
using Reform.Grpc.Tests.Rpc;
using Reform.Inspections.V1;
using Reform.Pilots.V1;
using static Reform.Grpc.Tests.Inspections.InspectionWorld;
using static Reform.Grpc.Tests.Procedures.ProcedureWorld;

namespace Reform.Grpc.Tests.Inspections;

/// <summary>One odd value in one field of one request about inspections or pilots: answered, or refused by a reason of the closed list that names a field.</summary>
public sealed class InspectionOddRequestTests
{
    private static readonly ServiceDescriptor[] Services = [InspectionService.Descriptor, PilotService.Descriptor];

    [Fact]
    public async Task Every_method_answers_or_names_the_field()
    {
        await using TestServer server = await World();
        long before = await Revision(server);
        IMessage[] valid = [.. await Valid(server)];
        Assert.Equal(
            Services.SelectMany(s => s.Methods).Select(m => m.InputType.Name).Order(StringComparer.Ordinal),
            valid.Select(m => m.Descriptor.Name).Distinct().Order(StringComparer.Ordinal));
        var reasons = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (ServiceDescriptor service in Services)
        {
            IEnumerable<IMessage> own = valid.Where(v => service.Methods.Any(m => m.InputType == v.Descriptor));
            (List<string> defects, Dictionary<string, int> given) = await OddRequests.DefectsOf(server, service, own);
            Assert.True(defects.Count == 0, string.Join("\n", defects.Take(60)));
            foreach ((string reason, int count) in given)
            {
                reasons[reason] = reasons.GetValueOrDefault(reason) + count;
            }
        }

        Assert.True(reasons.GetValueOrDefault("INVALID_FIELD") > 1000, string.Join(", ", reasons));
        Assert.True(reasons.GetValueOrDefault("REGISTER_CONFLICT") > 30, string.Join(", ", reasons));
        Assert.Equal(before, await Revision(server));
    }

    [Fact]
    public async Task Random_bytes_never_give_a_defect()
    {
        await using TestServer server = await World();
        long before = await Revision(server);
        var random = new PCG(5, 8);
        foreach (MethodDescriptor method in Services.SelectMany(s => s.Methods))
        {
            for (int i = 0; i < 40; i++)
            {
                byte[] bytes = [.. Enumerable.Range(0, (int)random.Next(60)).Select(_ => (byte)random.Next(256))];
                (_, string reason, _) = await OddRequests.Call(server, method, bytes);
                Assert.False(reason is "INTERNAL" or "STORAGE_UNAVAILABLE" || reason.StartsWith("no reason", StringComparison.Ordinal), method.Name + ": " + Convert.ToHexString(bytes));
            }
        }

        Assert.Equal(before, await Revision(server));
    }

    private static async Task<long> Revision(TestServer server) => (await server.Pilots.ListPilotsAsync(new ListPilotsRequest { Parent = "units/-" })).Revision;

    private static async Task<TestServer> World()
    {
        TestServer server = await Started();
        await server.Enter(Year());
        await server.EnterPilots(PilotWorld.Whole());
        return server;
    }

    private static async Task<IEnumerable<IMessage>> Valid(TestServer server)
    {
        Google.Type.Date on = Civil.Date("2025-06-15");
        IEnumerable<InspectionFact> facts = (await server.Inspections.ListInspectionFactsAsync(new ListInspectionFactsRequest { Parent = "units/-" })).Facts;
        IEnumerable<PilotFact> pilots = (await server.Pilots.ListPilotFactsAsync(new ListPilotFactsRequest { Parent = "units/-" })).Facts;
        string EtagOf(IMessage fact)
        {
            var inside = (IMessage)fact.Descriptor.Oneofs[0].Accessor.GetCaseFieldDescriptor(fact).Accessor.GetValue(fact);
            return (string)inside.Descriptor.FindFieldByName("etag").Accessor.GetValue(inside);
        }

        PilotProposal examined = PilotWorld.Proposal("P-2");
        examined.CoveredBy.Rules.Add(new CentralRule { Number = "338-QĐ/TW", Period = From("2025-01-01", "2027-01-01") });
        EnterInspectionFactsRequest fresh = Entering(Plan("new"), Visit("new"), Found("new"));
        EnterPilotFactsRequest draft = PilotWorld.Entering(examined);
        fresh.ValidateOnly = draft.ValidateOnly = true;
        return
        [
            // Each kind corrected to what it is; each alone, since only the first of a list is made odd.
            .. facts.Select(f => new EnterInspectionFactsRequest { RequestId = NewId, ValidateOnly = true, Entries = { new InspectionEntry { Fact = f, Etag = EtagOf(f) } } }),
            .. pilots.Select(f => new EnterPilotFactsRequest { RequestId = NewId, ValidateOnly = true, Entries = { new PilotEntry { Fact = f, Etag = EtagOf(f) } } }),
            fresh, draft,
            new EnterInspectionFactsRequest
            {
                RequestId = NewId, ValidateOnly = true,
                Entries = { new InspectionEntry { Fact = Fact(new Replication { Name = "replications/y1" }), Etag = EtagOf(facts.Last()), StruckOut = true } },
            },
            new GetInspectionFactRequest { Name = "shortcomings/s1" }, new ListInspectionFactsRequest { Parent = "units/ward", Kind = InspectionFactKind.Reminder },
            new ListInspectionRecordsRequest { Parent = "units/ward", Kind = InspectionFactKind.Plan },
            new ProposeSelectionRequest
            {
                On = on, RiskFrom = 5, RotationYears = 2, Drawn = 1, Seed = "s", FindingWeights = new FindingWeights { Info = 1, Warning = 2, Error = 3, Critical = 9 },
                Candidates = { new InspectionCandidate { Unit = "units/ward", RiskPoints = 3 }, new InspectionCandidate { Unit = "units/other" } },
            },
            new DrawUnitsRequest { Seed = "s", Count = 1, Units = { "units/ward", "units/other" } },
            new ListOpenShortcomingsRequest { Parent = "units/-", On = on, FoundBefore = on }, new ListPracticesToCopyRequest { On = on },
            new EvaluateInspectionsRequest
            {
                On = on, Parent = "units/-", Office = "units/office", Calendar = "calendars/vietnam-state-agencies", IncludePassed = true,
                Duties = { new InspectionDuty { Unit = Commission, Period = From("2024-01-01", "2025-01-01"), PlanDueOn = Civil.Date("2024-01-31"), Inspected = { "units/ward" } } },
            },
            new GetPilotFactRequest { Name = "pilots/P-1" }, new ListPilotFactsRequest { Parent = "units/city", Kind = PilotFactKind.Event },
            new ListPilotRecordsRequest { Parent = "units/city", Kind = PilotFactKind.Proposal }, new GetPilotRequest { Name = "pilots/P-1", On = on },
            new ListPilotsRequest { Parent = "units/city", On = on, State = PilotState.Running },
            new CheckPermissionRequest { Pilot = "pilots/P-1", Procedure = "procedures/PTY-ADM", Unit = "units/ward", On = on },
            new EvaluatePilotsRequest
            {
                On = on, Parent = "units/-", IncludePassed = true,
                Cases =
                {
                    new PilotCase
                    {
                        Case = "caseFiles/H-1", Pilot = "pilots/P-1", Procedure = "procedures/PTY-ADM", Unit = "units/ward", ReceivedOn = Civil.Date("2025-02-03"),
                        EndedOn = Civil.Date("2025-03-03"),
                    },
                },
            },
        ];
    }
}
