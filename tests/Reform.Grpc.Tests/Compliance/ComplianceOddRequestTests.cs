using CsCheck;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;
using Reform.Compliance.V1;
using Reform.Grpc.Tests.Rpc;
using Reform.Registers.V1;
using static Reform.Grpc.Tests.CaseFiles.CaseWorld;

namespace Reform.Grpc.Tests.Compliance;

/// <summary>One odd value in one field of one request: answered, or refused by a reason of the closed list that names a field of the request.</summary>
public sealed class ComplianceOddRequestTests
{
    private static readonly ServiceDescriptor Service = ComplianceService.Descriptor;

    [Fact]
    public async Task Every_method_answers_or_names_the_field()
    {
        await using ComplianceWorld world = await World();
        IMessage[] valid = [.. await Valid(world)];
        Assert.Equal(
            Service.Methods.Where(m => !m.IsClientStreaming && !m.IsServerStreaming).Select(m => m.InputType.Name).Order(StringComparer.Ordinal),
            valid.Select(m => m.Descriptor.Name).Order(StringComparer.Ordinal));
        string before = await Everything(world);
        (List<string> defects, Dictionary<string, int> reasons) = await OddRequests.DefectsOf(world.Server, Service, valid);
        Assert.True(defects.Count == 0, string.Join("\n", defects.Take(60)));
        Assert.True(reasons.GetValueOrDefault("INVALID_FIELD") > 300, string.Join(", ", reasons));
        Assert.Equal(before, await Everything(world));
    }

    [Fact]
    public async Task Odd_questions_of_a_stream_are_answered_in_their_place()
    {
        await using ComplianceWorld world = await World();
        var valid = new StreamEvaluateCasesRequest
        {
            Question = new EvaluateCaseRequest { Name = "caseFiles/H-1", AsOf = Civil.Date("2026-03-20"), RuleCodes = { "T-10" }, LanguageCode = "en" },
        };
        (string Path, IMessage Request)[] odd = [.. OddRequests.Of(valid)];
        using AsyncDuplexStreamingCall<StreamEvaluateCasesRequest, StreamEvaluateCasesResponse> call = world.Client.StreamEvaluateCases();
        int refused = 0;
        for (int i = 0; i < odd.Length; i++)
        {
            await call.RequestStream.WriteAsync((StreamEvaluateCasesRequest)odd[i].Request);
            Assert.True(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
            StreamEvaluateCasesResponse answer = call.ResponseStream.Current;
            Assert.Equal(i, answer.Index);
            if (answer.Error is not null)
            {
                refused++;
                ErrorInfo info = answer.Error.GetDetail<ErrorInfo>();
                Assert.True(info.Reason is "INVALID_FIELD" or "RESOURCE_NOT_FOUND" or "CALENDAR_RANGE", odd[i].Path + ": " + info.Reason);
                Assert.True(info.Reason == "CALENDAR_RANGE" || info.Metadata["field"].StartsWith("question", StringComparison.Ordinal), odd[i].Path + ": " + info.Metadata);
            }
        }

        Assert.True(refused > 50, refused + " were refused");
    }

    [Theory]
    [InlineData("EvaluateCases")]
    [InlineData("WatchFindings")]
    [InlineData("EvaluateCaseLog")]
    public async Task Odd_requests_of_streams_are_answered_or_name_the_field(string name)
    {
        await using ComplianceWorld world = await World();
        IMessage valid = name switch
        {
            "EvaluateCases" => new EvaluateCasesRequest { Parent = "units/ward", AsOf = Civil.Date("2026-03-20"), ValidateOnly = true },
            "WatchFindings" => new WatchFindingsRequest { Parent = "units/ward", Cursor = "0", Kinds = { FindingEventKind.Opened }, LanguageCode = "en" },
            _ => new EvaluateCaseLogRequest { CaseLog = "caseLogs/none", AsOf = Civil.Date("2026-03-20"), LanguageCode = "en" },
        };
        MethodDescriptor method = Service.Methods.Single(m => m.Name == name);
        Marshaller<byte[]> bytes = Marshallers.Create(b => b, b => b);
        var raw = new Method<byte[], byte[]>(MethodType.ServerStreaming, Service.FullName, name, bytes, bytes);
        List<string> defects = [];
        int refused = 0;
        foreach ((string path, IMessage odd) in OddRequests.Of(valid).Where(o => o.Path != "validate_only"))
        {
            using AsyncServerStreamingCall<byte[]> call = world.Server.Channel.CreateCallInvoker().AsyncServerStreamingCall(raw, null, default, odd.ToByteArray());
            try
            {
                await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken);
            }
            catch (RpcException e)
            {
                refused++;
                ErrorInfo? info = e.GetRpcStatus()?.GetDetail<ErrorInfo>();
                string[] fields = [.. e.GetRpcStatus()?.GetDetail<BadRequest>()?.FieldViolations.Select(v => v.Field) ?? []];
                if (info is null || info.Reason is "INTERNAL" or "STORAGE_UNAVAILABLE" || fields.Any(f => !OddRequests.Has(method.InputType, f)))
                {
                    defects.Add(path + ": " + e.Status + " " + info?.Reason + " " + string.Join(", ", fields));
                }
            }
        }

        Assert.True(defects.Count == 0, string.Join("\n", defects));
        Assert.True(refused > 20, refused + " were refused");
    }

    [Fact]
    public async Task Random_bytes_never_give_a_defect()
    {
        await using ComplianceWorld world = await World();
        string before = await Everything(world);
        var random = new PCG(6, 3);
        foreach (MethodDescriptor method in Service.Methods.Where(m => !m.IsClientStreaming && !m.IsServerStreaming))
        {
            for (int i = 0; i < 30; i++)
            {
                byte[] bytes = [.. Enumerable.Range(0, (int)random.Next(60)).Select(_ => (byte)random.Next(256))];
                (_, string reason, _) = await OddRequests.Call(world.Server, method, bytes);
                Assert.False(reason is "INTERNAL" or "STORAGE_UNAVAILABLE" || reason.StartsWith("no reason", StringComparison.Ordinal), method.Name + ": " + Convert.ToHexString(bytes));
            }
        }

        Assert.Equal(before, await Everything(world));
    }

    private static async Task<ComplianceWorld> World()
    {
        ComplianceWorld world = await ComplianceWorld.Start("2026-03-20");
        await world.Server.Create("H-1", Receipt("2026-03-02", procedure: "HP-1"));
        await world.Client.CreateWaiverAsync(new CreateWaiverRequest { RequestId = NewId, WaiverId = "w-1", Waiver = Waiver() });
        await Logs.Import(world.Server, "some", Logs.Of(2));
        return world;
    }

    private static Waiver Waiver() => new()
    {
        Rule = "ruleBooks/case/rules/T-10",
        Subject = "caseFiles/H-1",
        Issuer = "units/city",
        Reason = "Mất điện",
        Period = new Period { From = Civil.Date("2026-03-01"), To = Civil.Date("2026-04-01") },
    };

    private static async Task<string> Everything(ComplianceWorld world)
    {
        List<string> all = [];
        foreach (Finding finding in await world.Findings())
        {
            all.Add((await world.Whole(finding)).ToString());
        }

        all.Add((await world.Client.ListWaiversAsync(new ListWaiversRequest { Parent = "units/-" })).ToString());
        return string.Join("\n", all);
    }

    private static async Task<IEnumerable<IMessage>> Valid(ComplianceWorld world)
    {
        Google.Type.Date on = Civil.Date("2026-03-20");
        Finding finding = await world.Only("T-10");
        return
        [
            new ExplainCaseRequest { Name = "caseLogs/some/cases/c-1", AsOf = on, LanguageCode = "en" },
            new ListRulesRequest { LanguageCode = "en", Parent = "ruleBooks/case" },
            new GetRuleRequest { Name = "ruleBooks/case/rules/T-20", LanguageCode = "en" },
            new EvaluateCaseRequest { Name = "caseFiles/H-1", AsOf = on, RuleCodes = { "T-10" }, LanguageCode = "en" },
            new CompareEvaluationsRequest
            {
                Parent = "units/ward", AsOf = on, MaxDifferences = 5, Threshold = new AssumedThreshold { RuleCode = "T-20", Parameter = "most_days", Value = 3 },
            },
            new ListFindingsRequest
            {
                Parent = "units/ward", RuleCode = "T-10", States = { FindingState.Waived }, MinSeverity = Severity.Warning, Subject = "caseFiles/H-1",
                Verdict = Verdict.Fail, LanguageCode = "en",
            },
            new GetFindingRequest { Name = finding.Name, LanguageCode = "en" },
            new ExplainFindingRequest { Case = "caseFiles/H-1", RuleCode = "T-10", AsOf = on, LanguageCode = "en" },
            new CreateWaiverRequest { RequestId = NewId, WaiverId = "new", Waiver = Waiver(), ValidateOnly = true },
            new EndWaiverRequest { RequestId = NewId, Name = "waivers/w-1", Etag = "n1", To = Civil.Date("2026-03-21"), ValidateOnly = true },
            new ListWaiversRequest { Parent = "units/city", Subject = "caseFiles/H-1" },
        ];
    }
}
