using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Grpc.Scoring;
using Reform.Grpc.Storage;
using P = Reform.Compliance.V1;

namespace Reform.Grpc.Compliance;

/// <summary>Tells of stored findings.</summary>
internal sealed class FindingQuestions(ReformDbContext db, CaseRules rules, EvaluationJudging evaluations)
{
    private const int MostStates = 10;

    public async Task<P.ListFindingsResponse> List(P.ListFindingsRequest request, CancellationToken cancellation)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        int size = RequestFields.PageSize(request.PageSize);
        P.ListFindingsRequest asked = request.Clone();
        (asked.PageSize, asked.PageToken, asked.LanguageCode) = (0, "", "");
        string list = "findings?" + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(asked.ToByteArray()).AsSpan(0, 8));
        (_, int from) = PageToken.Place(list, request.PageToken);
        IQueryable<FindingRow> findings = Of(db.Findings.AsNoTracking(), request).Where(f => f.Sequence > from);
        List<FindingRow> page = await findings.OrderBy(f => f.Sequence).Take(size + 1).ToListAsync(cancellation);
        var mapping = new FindingMapping(language);
        return new P.ListFindingsResponse
        {
            Findings = { page.Take(size).Select(mapping.ToProto) },
            NextPageToken = page.Count > size ? PageToken.Of(list, "-", checked((int)page[size - 1].Sequence)) : "",
        };
    }

    public async Task<P.GetFindingResponse> Get(P.GetFindingRequest request, CancellationToken cancellation)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        string id = ResourceName.In(FindingMapping.Collection, "name", request.Name);
        FindingRow row = await db.Findings.AsNoTracking().SingleOrDefaultAsync(f => f.FindingId == id, cancellation) ?? throw RegisterRefusal.NotFound("name", request.Name);
        List<FindingEventRow> events = await db.FindingEvents.AsNoTracking().Where(e => e.FindingSequence == row.Sequence).OrderBy(e => e.Sequence).ToListAsync(cancellation);
        P.Finding finding = new FindingMapping(language).ToProto(row);
        finding.History.AddRange(events.Select(FindingMapping.ToProto));
        return new P.GetFindingResponse { Finding = finding, Receipt = FindingContents.ReceiptOf(row) };
    }

    private IQueryable<FindingRow> Of(IQueryable<FindingRow> findings, P.ListFindingsRequest request)
    {
        if (CaseEvaluations.UnitOf(request.Parent) is string unit)
        {
            findings = findings.Where(f => f.UnitId == unit);
        }

        if (request.RuleCode.Length > 0)
        {
            string code = rules.Finds(request.RuleCode) || evaluations.Finds(request.RuleCode) ? request.RuleCode : throw RegisterRefusal.NotFound("rule_code", Refusal.Cut(request.RuleCode));
            findings = findings.Where(f => f.RuleCode == code);
        }

        RequestFields.AtMost("states", request.States.Count, MostStates);
        if (request.States.Count > 0)
        {
            FindingState[] states = [.. request.States.Select((s, i) => RecordMapping.Required<FindingState>(RequestFields.At("states", i), s)).Distinct()];
            findings = findings.Where(f => states.Contains(f.State));
        }

        if (RecordMapping.Optional<Severity>("min_severity", request.MinSeverity) is Severity least)
        {
            findings = findings.Where(f => f.Severity >= least);
        }

        if (request.Subject.Length > 0)
        {
            findings = FindingMapping.About(findings, "subject", request.Subject);
        }

        return RecordMapping.Optional<Verdict>("verdict", request.Verdict) is Verdict verdict ? findings.Where(f => f.Verdict == verdict) : findings;
    }
}
