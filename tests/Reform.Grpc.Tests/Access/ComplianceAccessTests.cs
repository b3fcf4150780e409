using Grpc.Core;
using Reform.Compliance.V1;
using Reform.Grpc.Tests.Compliance;
using Reform.Grpc.Tests.Procedures;
using Reform.Registers.V1;
using static Reform.Grpc.Tests.CaseFiles.CaseWorld;

namespace Reform.Grpc.Tests.Access;

/// <summary>Findings are their case's to read, evaluations and waivers take a role for the case, and a waiver one for its issuer as well.</summary>
public sealed class ComplianceAccessTests
{
    private static readonly string[] Settings =
    [
        "--Access:Callers:root=organization_editor:*,procedure_editor:*,case_editor:*,compliance_editor:*",
        "--Access:Callers:city=compliance_editor:city",
        "--Access:Callers:ward=compliance_editor:ward",
        "--Access:Callers:other=reader:other",
    ];

    [Fact]
    public async Task Findings_are_their_units_and_waivers_their_issuers()
    {
        await using TestServer server = await Started();
        ComplianceService.ComplianceServiceClient client = server.Compliance;
        var list = new ListFindingsRequest { Parent = "units/ward", RuleCode = "T-10" };
        await Denied("other", h => client.ListFindingsAsync(list, h));
        await Denied("ward", h => client.ListFindingsAsync(new ListFindingsRequest { Parent = "units/-" }, h));
        Finding finding = Assert.Single((await client.ListFindingsAsync(list, As("ward"))).Findings);
        await Denied("other", h => client.GetFindingAsync(new GetFindingRequest { Name = finding.Name }, h));
        await Denied("other", h => client.GetFindingAsync(new GetFindingRequest { Name = "findings/none" }, h));
        await client.GetFindingAsync(new GetFindingRequest { Name = finding.Name }, As("city"));
        await Denied("other", h => client.EvaluateCaseAsync(new EvaluateCaseRequest { Name = finding.Subject }, h));
        await Denied("other", h => client.ExplainFindingAsync(new ExplainFindingRequest { Case = finding.Subject, RuleCode = "T-10" }, h));
        await Denied("other", h => client.CompareEvaluationsAsync(new CompareEvaluationsRequest { Parent = "units/ward" }, h));
        Assert.Equal(4, (await client.ListRulesAsync(new ListRulesRequest { Parent = "ruleBooks/case" }, As("other"))).Rules.Count);

        CreateWaiverRequest Waive(string issuer) => new()
        {
            RequestId = NewId,
            WaiverId = "w-" + issuer,
            Waiver = new Waiver
            {
                Rule = "ruleBooks/case/rules/T-10",
                Subject = finding.Subject,
                Issuer = "units/" + issuer,
                Reason = "Mất điện",
                Period = new Period { To = Civil.Date("9000-01-01") },
            },
        };
        await Denied("ward", h => client.CreateWaiverAsync(Waive("city"), h));
        await Denied("other", h => client.CreateWaiverAsync(Waive("other"), h));
        Waiver waiver = (await client.CreateWaiverAsync(Waive("city"), As("city"))).Waiver;
        Assert.Equal("city", waiver.EnteredBy);
        await Denied("ward", h => client.EndWaiverAsync(new EndWaiverRequest { RequestId = NewId, Name = waiver.Name, Etag = waiver.Etag, To = Civil.Date("8999-01-01") }, h));
        await Denied("ward", h => client.ListWaiversAsync(new ListWaiversRequest { Parent = "units/city" }, h));

        await DeniedStream("other", h => client.EvaluateCases(new EvaluateCasesRequest { Parent = "units/other" }, h));
        await DeniedStream("ward", h => client.EvaluateCases(new EvaluateCasesRequest { Parent = "units/city" }, h));
        await DeniedStream("ward", h => client.WatchFindings(new WatchFindingsRequest { Parent = "units/-" }, h));
        using AsyncServerStreamingCall<EvaluateCasesResponse> run = client.EvaluateCases(new EvaluateCasesRequest { Parent = "units/ward" }, As("ward"));
        Assert.True(await run.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        using AsyncDuplexStreamingCall<StreamEvaluateCasesRequest, StreamEvaluateCasesResponse> questions = client.StreamEvaluateCases(As("other"));
        await questions.RequestStream.WriteAsync(new StreamEvaluateCasesRequest { Question = new EvaluateCaseRequest { Name = finding.Subject } });
        Assert.Equal("ACCESS_DENIED", (await Refused.By(() => questions.ResponseStream.MoveNext(TestContext.Current.CancellationToken))).Reason);
    }

    private static async Task<TestServer> Started()
    {
        TestServer server = await TestServer.Start(ComplianceWorld.Parts("2026-03-20"), Settings);
        foreach ((string unit, string parent) in ((string, string)[])[("city", ""), ("ward", "units/city"), ("other", "")])
        {
            await server.Organizations.CreateUnitAsync(Organizations.OrganizationWorld.Unit(unit, parent: parent), As("root"));
        }

        await server.Procedures.PublishProcedureAsync(
            new Reform.Procedures.V1.PublishProcedureRequest { RequestId = NewId, Content = PermitFile.Of(5) }, As("root"));
        await server.CaseFiles.CreateCaseAsync(
            new Reform.Casefiles.V1.CreateCaseRequest { RequestId = NewId, CaseId = "H-1", Receipt = Receipt("2026-03-02", procedure: "HP-1") }, As("root"));
        return server;
    }

    private static async Task Denied<T>(string caller, Func<Metadata, AsyncUnaryCall<T>> call) =>
        Assert.Equal("ACCESS_DENIED", (await Refused.By(async () => await call(As(caller)))).Reason);

    private static async Task DeniedStream<T>(string caller, Func<Metadata, AsyncServerStreamingCall<T>> open)
    {
        using AsyncServerStreamingCall<T> call = open(As(caller));
        Assert.Equal("ACCESS_DENIED", (await Refused.By(() => call.ResponseStream.MoveNext(TestContext.Current.CancellationToken))).Reason);
    }

    private static Metadata As(string caller) => new() { { "reform-caller", caller } };
}
