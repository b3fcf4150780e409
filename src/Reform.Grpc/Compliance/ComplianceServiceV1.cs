using Grpc.Core;
using NodaTime;
using Reform.Compliance.V1;
using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Grpc.Access;
using Reform.Grpc.Cases;
using Reform.Grpc.Rpc;
using Reform.Grpc.Storage;
using BrokenRule = Reform.Domain.Compliance.BrokenRule;
using ProtoCase = Reform.Cases.V1.LoggedCase;

namespace Reform.Grpc.Compliance;

/// <summary>The service that judges cases: those of imported logs here, those that are stored by others beside it.</summary>
internal sealed class ComplianceServiceV1(
    CaseLogs logs, JudgingTurns turns, RuleBooks books, RuleLists rules, CaseEvaluations evaluations, FindingUpdates updates, FindingQuestions findings, FindingWatch watch,
    WaiverEdits waivers, BrokenRuleLog broken)
    : ComplianceService.ComplianceServiceBase
{
    private const int CasesPerTurn = 50;
    private const int CasesPerProgress = 250;

    public override async Task EvaluateCaseLog(
        EvaluateCaseLogRequest request, IServerStreamWriter<EvaluateCaseLogResponse> responseStream, ServerCallContext context)
    {
        CancellationToken cancellation = context.CancellationToken;
        string id = ResourceName.CaseLog("case_log", request.CaseLog);
        var mapping = new ComplianceMapping(RequestFields.Language(request.LanguageCode), id, broken);
        LocalDate? asOf = RequestFields.Date("as_of", request.AsOf);
        CaseLogRow log = await logs.Get(id, cancellation);
        CaseContext cases = await logs.Context(log, asOf, cancellation);
        var evaluation = new LogEvaluation(cases, books.Over<LoggedCaseFacts>());
        int judged = 0;
        await foreach (byte[][] some in logs.Cases(log, CasesPerTurn, cancellation))
        {
            List<EvaluateCaseLogResponse> found = await turns.Run(
                () => Judge(some, evaluation, cases.Mapping.Zone, request.IncludeFindings ? mapping : null), cancellation);
            foreach (EvaluateCaseLogResponse finding in found)
            {
                await responseStream.WriteAsync(finding, cancellation);
            }

            int before = judged;
            judged += some.Length;
            if (judged / CasesPerProgress > before / CasesPerProgress)
            {
                await responseStream.WriteAsync(Progress(judged, log.CaseCount), cancellation);
            }
        }

        await responseStream.WriteAsync(Progress(judged, log.CaseCount), cancellation);
        Reform.Compliance.V1.EvaluationReport message = mapping.ToProto(evaluation.Report());
        message.DataQuality.AddRange(CaseLogs.ToProto(log).DataQuality);
        await responseStream.WriteAsync(new() { Report = message }, cancellation);
    }

    public override async Task<ExplainCaseResponse> ExplainCase(ExplainCaseRequest request, ServerCallContext context)
    {
        CancellationToken cancellation = context.CancellationToken;
        (string caseLogId, string caseId) = ResourceName.Case("name", request.Name);
        var mapping = new ComplianceMapping(RequestFields.Language(request.LanguageCode), caseLogId, broken);
        LocalDate? asOf = RequestFields.Date("as_of", request.AsOf);
        CaseLogRow log = await logs.Get(caseLogId, cancellation);
        CaseContext cases = await logs.Context(log, asOf, cancellation);
        ProtoCase stored = ProtoCase.Parser.ParseFrom(await logs.GetCase(caseLogId, caseId, cancellation));
        await logs.EnsureUnchanged(log, cancellation);
        CaseReport report = CaseReport.Of(CaseMapping.FromProto(stored, cases.Mapping.Zone), cases, books.Over<LoggedCaseFacts>());
        LoggedCaseFacts facts = report.Facts;
        return new ExplainCaseResponse
        {
            Synthetic = cases.Mapping.IsSynthetic,
            Findings = { report.Judgements.Judged.Select(j => mapping.ToProto(caseId, j)) },
            Deadline = { report.ExplainDeadline().Select(mapping.ToProto) },
            Authority = { report.ExplainAuthority().Select(mapping.ToProto) },
            RecordedDueDate = facts.RecordedDueOn is LocalDate recorded ? CaseMapping.ToProto(recorded) : null,
            ComputedDueDate = facts.ComputedDueOn is { } due ? CaseMapping.ToProto(due) : null,
            CalendarVersion = report.Case.ComputedDeadline?.CalendarVersion ?? "",
            BrokenRules = { report.Judgements.Failures.Select(f => mapping.ToProto(new BrokenRule(f, caseId, 1))) },
        };
    }

    public override Task<ListRulesResponse> ListRules(ListRulesRequest request, ServerCallContext context) => Task.FromResult(rules.List(request));

    public override Task<GetRuleResponse> GetRule(GetRuleRequest request, ServerCallContext context) => Task.FromResult(rules.Get(request));

    public override Task<EvaluateCaseResponse> EvaluateCase(EvaluateCaseRequest request, ServerCallContext context) =>
        evaluations.Evaluate("", request, context.CancellationToken);

    public override Task StreamEvaluateCases(
        IAsyncStreamReader<StreamEvaluateCasesRequest> requestStream, IServerStreamWriter<StreamEvaluateCasesResponse> responseStream, ServerCallContext context) =>
        evaluations.Stream(requestStream, responseStream, context.CancellationToken);

    public override Task EvaluateCases(EvaluateCasesRequest request, IServerStreamWriter<EvaluateCasesResponse> responseStream, ServerCallContext context) =>
        updates.Run(request, responseStream, context.CancellationToken);

    public override Task<CompareEvaluationsResponse> CompareEvaluations(CompareEvaluationsRequest request, ServerCallContext context) =>
        evaluations.Compare(request, context.CancellationToken);

    public override Task<ListFindingsResponse> ListFindings(ListFindingsRequest request, ServerCallContext context) => findings.List(request, context.CancellationToken);

    public override Task<GetFindingResponse> GetFinding(GetFindingRequest request, ServerCallContext context) => findings.Get(request, context.CancellationToken);

    public override Task<ExplainFindingResponse> ExplainFinding(ExplainFindingRequest request, ServerCallContext context) =>
        evaluations.Explain(request, context.CancellationToken);

    public override Task WatchFindings(WatchFindingsRequest request, IServerStreamWriter<WatchFindingsResponse> responseStream, ServerCallContext context) =>
        watch.Run(request, responseStream, context.CancellationToken);

    public override Task<CreateWaiverResponse> CreateWaiver(CreateWaiverRequest request, ServerCallContext context) =>
        waivers.Create(request, Caller.Of(context).Id, context.CancellationToken);

    public override Task<EndWaiverResponse> EndWaiver(EndWaiverRequest request, ServerCallContext context) =>
        waivers.End(request, Caller.Of(context).Id, context.CancellationToken);

    public override Task<ListWaiversResponse> ListWaivers(ListWaiversRequest request, ServerCallContext context) => waivers.List(request, context.CancellationToken);

    private static List<EvaluateCaseLogResponse> Judge(byte[][] stored, LogEvaluation evaluation, DateTimeZone zone, ComplianceMapping? findings)
    {
        var messages = new List<EvaluateCaseLogResponse>();
        foreach (byte[] content in stored)
        {
            CaseReport report = evaluation.Add(CaseMapping.FromProto(ProtoCase.Parser.ParseFrom(content), zone));
            if (findings is not null)
            {
                messages.AddRange(report.Breaches.Concat(report.Undecided)
                    .Select(j => new EvaluateCaseLogResponse { Finding = findings.ToProto(report.Facts.CaseId, j) }));
            }
        }

        return messages;
    }

    private static EvaluateCaseLogResponse Progress(int judged, int total) =>
        new() { Progress = new EvaluationProgress { JudgedCases = judged, TotalCases = total } };
}
