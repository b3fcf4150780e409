using Grpc.Core;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using Reform.Grpc.CaseFiles;
using Reform.Grpc.Rpc;
using P = Reform.Compliance.V1;

namespace Reform.Grpc.Compliance;

/// <summary>Judges stored cases without storing anything: one, many on a stream, and all under an assumption.</summary>
internal sealed class CaseEvaluations(CaseFactsReader reader, CaseRules rules, JudgingTurns turns, BrokenRuleLog log)
{
    private const int MostCodes = 200;
    private const int MostDifferences = 1000;

    private string Kind => rules.Book.Subject.Kind;

    public async Task<P.EvaluateCaseResponse> Evaluate(string prefix, P.EvaluateCaseRequest request, CancellationToken cancellation)
    {
        var mapping = new FindingMapping(LanguageOf(prefix, request.LanguageCode));
        LocalDate? asOf = RequestFields.Date(prefix + "as_of", request.AsOf);
        RequestFields.AtMost(prefix + "rule_codes", request.RuleCodes.Count, MostCodes);
        var codes = request.RuleCodes.Select((c, i) => CodeOf(RequestFields.At(prefix + "rule_codes", i), c)).ToHashSet(StringComparer.Ordinal);
        CaseFacts facts = await reader.Of(prefix + "name", request.Name, asOf, cancellation);
        Judgements judged = rules.Book.Judge(facts);
        return new P.EvaluateCaseResponse
        {
            Judgements = { judged.Judged.Where(j => codes.Count == 0 || codes.Contains(j.Rule.Code)).Select(j => mapping.ToProto(Kind, facts.CaseId, j)) },
            BrokenRules =
            {
                judged.Failures.Where(f => codes.Count == 0 || codes.Contains(f.RuleCode))
                    .Select(f => log.Note(f, ResourceName.Of(CaseFileMapping.Collection, facts.CaseId))),
            },
            AsOf = CivilTimes.ToProto(facts.AsOf),
            BookHash = rules.Book.Hash,
        };
    }

    public async Task Stream(
        IAsyncStreamReader<P.StreamEvaluateCasesRequest> requests, IServerStreamWriter<P.StreamEvaluateCasesResponse> responses, CancellationToken cancellation)
    {
        for (long index = 0; await requests.MoveNext(cancellation); index++)
        {
            var response = new P.StreamEvaluateCasesResponse { Index = index };
            try
            {
                response.Evaluation = await Evaluate("question.", requests.Current.Question ?? throw Refusal.RequiredField("question"), cancellation);
            }
            catch (RpcException e) when (e.StatusCode is StatusCode.InvalidArgument or StatusCode.NotFound or StatusCode.FailedPrecondition)
            {
                response.Error = e.GetRpcStatus();
            }

            await responses.WriteAsync(response, cancellation);
        }
    }

    public async Task<P.ExplainFindingResponse> Explain(P.ExplainFindingRequest request, CancellationToken cancellation)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        LocalDate? asOf = RequestFields.Date("as_of", request.AsOf);
        string code = CodeOf("rule_code", request.RuleCode);
        CaseFacts facts = await reader.Of("case", request.Case, asOf, cancellation);
        var mapping = new FindingMapping(language);
        RuleExplanation explanation = rules.Book.EditionFor(code, facts) is RuleEdition<CaseFacts> edition
            ? edition.Rule.Explain(facts)
            : new RuleExplanation(
                rules.Book.Judge(facts).Judged.First(j => j.Rule.Code == code), new RuleTrace(Domain.Specifications.Specification.Always<CaseFacts>().Trace(facts), [], []));
        return new P.ExplainFindingResponse
        {
            Judgement = mapping.ToProto(Kind, facts.CaseId, explanation.Judgement),
            Sentences = { explanation.Sentences(rules.Book.Subject).Select(s => s.In(language)) },
            Facts = { explanation.Trace.ValuesRead().Select(v => mapping.ToProto(v.Path, rules.Book.Subject.WordOf(v.Path), v.Text)) },
            Thresholds = { RuleMapping.Thresholds(explanation.Judgement.Values) },
        };
    }

    public async Task<P.CompareEvaluationsResponse> Compare(P.CompareEvaluationsRequest request, CancellationToken cancellation)
    {
        string? unit = UnitOf(request.Parent);
        LocalDate asOf = RequestFields.Date("as_of", request.AsOf) ?? reader.Today;
        if (request.MaxDifferences is < 0 or > MostDifferences)
        {
            throw Refusal.InvalidField("max_differences", "phải từ 0 đến 1000", "must be from 0 to 1000");
        }

        RuleBook<CaseFacts> assumed = Assumed(request);
        var response = new P.CompareEvaluationsResponse { BookHash = assumed.Hash };
        var changes = new Dictionary<(string Code, Verdict Before, Verdict After), long>();
        await foreach (List<CaseOnDate> page in reader.Pages(unit, asOf, cancellation))
        {
            CaseFacts[] cases = [.. page.Select(c => c.Facts).OfType<CaseFacts>()];
            List<P.VerdictDifference> differences = await turns.Run(() => cases.SelectMany(c => Differences(c, assumed)).ToList(), cancellation);
            response.JudgedCases += cases.Length;
            foreach (P.VerdictDifference difference in differences)
            {
                (string, Verdict, Verdict) key = (difference.RuleCode, (Verdict)((int)difference.Before - 1), (Verdict)((int)difference.After - 1));
                changes[key] = changes.GetValueOrDefault(key) + 1;
            }

            response.Differences.AddRange(differences.Take(request.MaxDifferences - response.Differences.Count));
        }

        response.Changes.AddRange(changes.OrderBy(c => c.Key.Code, StringComparer.Ordinal).ThenBy(c => c.Key.Before).ThenBy(c => c.Key.After).Select(c => new P.VerdictChange
        {
            RuleCode = c.Key.Code,
            Before = RuleMapping.VerdictOf(c.Key.Before),
            After = RuleMapping.VerdictOf(c.Key.After),
            Count = c.Value,
        }));
        return response;
    }

    /// <summary>The unit in "units/{unit}"; null for "units/-".</summary>
    public static string? UnitOf(string parent) => parent == "units/-" ? null : ResourceName.In(ResourceName.Units, "parent", parent);

    /// <summary>A code that the book has.</summary>
    public string CodeOf(string field, string code) => code.Length == 0 ? throw Refusal.RequiredField(field)
        : rules.Has(code) ? code
        : throw Registers.RegisterRefusal.NotFound(field, Refusal.Cut(code));

    private static Language LanguageOf(string prefix, string code) => prefix.Length == 0 || code is "" or "vi" or "en"
        ? RequestFields.Language(code)
        : throw Refusal.InvalidField(prefix + "language_code", "phải là 'vi' hoặc 'en'", "must be 'vi' or 'en'");

    private RuleBook<CaseFacts> Assumed(P.CompareEvaluationsRequest request)
    {
        switch (request.AssumptionCase)
        {
            case P.CompareEvaluationsRequest.AssumptionOneofCase.RulesOn:
                return rules.Book.AsOn(CivilTimes.RequiredDate("rules_on", request.RulesOn));
            case P.CompareEvaluationsRequest.AssumptionOneofCase.Threshold:
                string code = CodeOf("threshold.rule_code", request.Threshold.RuleCode);
                string parameter = request.Threshold.Parameter;
                if (!rules.Book.Rules.Any(r => r.Info.Code == code && r.Info.Parameters.Any(p => p.Name == parameter)))
                {
                    throw Refusal.InvalidField("threshold.parameter", "quy tắc không có ngưỡng này", "is no threshold of the rule");
                }

                return rules.Book.WhatIf(code, parameter, request.Threshold.Value);
            default:
                throw Refusal.RequiredField("assumption");
        }
    }

    // A rule that breaks down has no verdict, and no difference.
    private IEnumerable<P.VerdictDifference> Differences(CaseFacts facts, RuleBook<CaseFacts> assumed)
    {
        Dictionary<string, Verdict> after = assumed.Judge(facts).Judged.ToDictionary(j => j.Rule.Code, j => j.Verdict, StringComparer.Ordinal);
        foreach (Judgement judgement in rules.Book.Judge(facts).Judged)
        {
            if (after.TryGetValue(judgement.Rule.Code, out Verdict then) && then != judgement.Verdict)
            {
                yield return new P.VerdictDifference
                {
                    Case = ResourceName.Of(CaseFileMapping.Collection, facts.CaseId),
                    RuleCode = judgement.Rule.Code,
                    Before = RuleMapping.VerdictOf(judgement.Verdict),
                    After = RuleMapping.VerdictOf(then),
                };
            }
        }
    }
}
