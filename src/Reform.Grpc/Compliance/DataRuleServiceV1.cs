using Grpc.Core;
using Reform.Compliance.V1;
using Reform.Domain.Cases;
using Reform.Domain.Values;
using Reform.Grpc.Access;
using Reform.Grpc.Rpc;

namespace Reform.Grpc.Compliance;

/// <summary>The service for rules as data.</summary>
internal sealed class DataRuleServiceV1(StoredDataRules rules) : DataRuleService.DataRuleServiceBase
{
    public override Task<CreateDataRuleResponse> CreateDataRule(CreateDataRuleRequest request, ServerCallContext context) =>
        rules.Create(request, Caller.Of(context).Id, context.CancellationToken);

    public override Task<UpdateDataRuleResponse> UpdateDataRule(UpdateDataRuleRequest request, ServerCallContext context) =>
        rules.Update(request, Caller.Of(context).Id, context.CancellationToken);

    public override Task<GetDataRuleResponse> GetDataRule(GetDataRuleRequest request, ServerCallContext context) => rules.Get(request, context.CancellationToken);

    public override Task<ListDataRulesResponse> ListDataRules(ListDataRulesRequest request, ServerCallContext context) => rules.List(request, context.CancellationToken);

    public override Task<ListFilterFactsResponse> ListFilterFacts(ListFilterFactsRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        return Task.FromResult(new ListFilterFactsResponse
        {
            Facts = { Domain.Rules.FilterFact.Of(CaseSubjects.Flat).Select(f => DataRuleMapping.ToProto(f, language)) },
        });
    }
}
