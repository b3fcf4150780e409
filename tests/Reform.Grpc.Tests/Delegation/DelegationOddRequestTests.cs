using Google.Protobuf;
using Reform.Delegation.V1;
using Reform.Grpc.Tests.Rpc;
using Reform.Organizations.V1;
using Reform.Registers.V1;
using static Reform.Grpc.Tests.Delegation.DelegationWorld;

namespace Reform.Grpc.Tests.Delegation;

/// <summary>One odd value in one field of one request: answered, or refused by a reason of the closed list that names a field of the request.</summary>
public sealed class DelegationOddRequestTests
{
    private static readonly Period Year = new() { From = Civil.Date("2026-01-01"), To = Civil.Date("2027-01-01") };

    [Fact]
    public async Task Every_method_answers_or_names_the_field()
    {
        await using TestServer server = await Start();
        await server.Enter("g1", Mandate());
        await server.Enter("g2", Mandate());
        await server.Revoke("g2", "2026-04-01");
        IMessage[] valid = [.. await Valid(server)];
        Assert.Equal(
            DelegationService.Descriptor.Methods.Where(m => !m.IsClientStreaming).Select(m => m.InputType.Name).Order(), valid.Select(m => m.Descriptor.Name).Distinct().Order());
        long before = await server.Revision();
        (List<string> defects, Dictionary<string, int> reasons) = await OddRequests.DefectsOf(server, DelegationService.Descriptor, valid);
        Assert.True(defects.Count == 0, string.Join("\n", defects.Take(60)));
        Assert.True(reasons.GetValueOrDefault("INVALID_FIELD") > 1500, string.Join(", ", reasons));
        Assert.True(reasons.GetValueOrDefault("REGISTER_CONFLICT") > 50, string.Join(", ", reasons));
        Assert.Equal(before, await server.Revision());
    }

    private static async Task<IEnumerable<IMessage>> Valid(TestServer server)
    {
        Grant known = (await server.Delegation.GetGrantAsync(new GetGrantRequest { Name = "grants/g1" })).Grant;
        Power permit = (await server.Delegation.GetPowerAsync(new GetPowerRequest { Name = "powers/permit" })).Power;
        string revocation = (await server.Delegation.ListGrantHistoryAsync(new ListGrantHistoryRequest { Name = "grants/g2" })).Entries.First(e => e.What == "revoked").Record;
        string etagOfRevoked = (await server.Delegation.GetGrantAsync(new GetGrantRequest { Name = "grants/g2" })).Grant.Etag;
        Grant grant = Mandate();
        grant.Unit = "units/department";
        grant.Scope = new GrantScope
        {
            Subjects = { "P1" },
            Territories = { "X" },
            CaseKinds = { "new" },
            Amount = new AmountRange { From = "1", Below = "5" },
            Exclusions = { new GrantScope { Subjects = { "P2" }, Amount = new AmountRange { Above = "2", To = "3" } } },
        };
        grant.Conditions.Add(new GrantCondition { Code = "report", Text = Text("Báo cáo hằng quý") });
        grant.GranteeFacts = new GranteeFacts { Members = 30, Ratings = { new BaseRating { Year = 2025, GoodOrBetter = true } } };
        Power power = Permit();
        power.Field = "land";
        power.HolderPatterns.Add(new HolderPattern { Body = BodyKind.PeoplesCommittee, Level = OrganizationLevel.Province, Title = TitleKind.Chair, Period = Year, Basis = Law });
        power.Delegability.Add(new DatedDelegability { Kinds = { GrantKind.Mandate }, Period = Year, Basis = Law, Why = Text("Luật mẫu") });
        power.DecidingBody.Add(new DatedDecidingBody { Body = BodyKind.PeoplesCommittee, Period = Year, Basis = Law });
        Google.Type.Date on = Civil.Date("2026-06-15");
        AuthorityQuestion question = Question("department");
        question.Unit = "units/department";
        question.Case = new CaseFacts { Subject = "P1", Territories = { "X" }, CaseKind = "new", Amount = "4.5" };
        var amendment = new Amendment { To = Civil.Date("2026-12-01"), AllowsOnward = true, Scope = grant.Scope };
        return
        [
            new CreatePowerRequest { RequestId = NewId, PowerId = "new", Power = power, ValidateOnly = true },
            new UpdatePowerRequest { RequestId = NewId, Power = permit, Etag = permit.Etag, ValidateOnly = true },
            new CreateGrantRequest { RequestId = NewId, GrantId = "new", Grant = grant, ValidateOnly = true },
            new AmendGrantRequest { RequestId = NewId, Name = known.Name, Etag = known.Etag, On = on, Amendment = amendment, Instrument = Paper("3"), ValidateOnly = true },
            new SuspendGrantRequest { RequestId = NewId, Name = known.Name, Etag = known.Etag, On = on, Instrument = Paper("3"), ValidateOnly = true },
            new ResumeGrantRequest { RequestId = NewId, Name = known.Name, Etag = known.Etag, On = on, Instrument = Paper("3"), ValidateOnly = true },
            new RevokeGrantRequest { RequestId = NewId, Name = known.Name, Etag = known.Etag, On = on, NotifiedOn = on, Instrument = Paper("3"), ValidateOnly = true },
            new LapseGrantRequest { RequestId = NewId, Name = known.Name, Etag = known.Etag, On = on, Why = Text("Đã xong", "Done"), Instrument = Paper("3"), ValidateOnly = true },
            new CorrectGrantRecordRequest { RequestId = NewId, Name = known.Name, Etag = known.Etag, Record = "grants/g1", Grant = known, ValidateOnly = true },
            new CorrectGrantRecordRequest { RequestId = NewId, Name = known.Name, Etag = known.Etag, Record = "grants/g1", StruckOut = true, ValidateOnly = true },
            new CorrectGrantRecordRequest
            {
                RequestId = NewId, Name = "grants/g2", Etag = etagOfRevoked, Record = revocation, ValidateOnly = true,
                Event = new GrantEvent { On = on, Instrument = Paper("3"), Amended = amendment },
            },
            new GetPowerRequest { Name = "powers/permit" }, new ListPowersRequest(),
            new GetGrantRequest { Name = known.Name, On = on }, new ListGrantsRequest { Parent = "units/department", Power = "powers/permit", InForceOn = on },
            new ListGrantHistoryRequest { Name = known.Name },
            new CheckAuthorityRequest { Question = question }, new BatchCheckAuthorityRequest { Items = { new AuthorityItem { Question = question, CorrelationId = "1" } } },
            new ExplainAuthorityRequest { Question = question },
            new LookupSignersRequest { Power = "powers/permit", On = on, Unit = "units/department", Case = question.Case },
            new ListAuthoritiesRequest { Actor = "department", On = on },
            new ListExpiringGrantsRequest
            {
                Parent = "units/department", From = on, To = Civil.Date("2027-03-01"), Pending = { new PendingCase { Case = "HS-1", Question = question } },
            },
            new ListGrantOverlapsRequest { Period = Year }, new ListOrphanedGrantsRequest { On = on },
            new LookupReturnRequest { Name = known.Name, Question = question },
            new GetDelegationRatioRequest { Unit = "units/province", On = on, Cases = { new PowerCases { Power = "powers/permit", Cases = 5 } } },
            new ValidateGrantRequest { Grant = grant },
        ];
    }
}
