using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Rules;
using Reform.Grpc.CaseFiles;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Grpc.Storage;
using P = Reform.Compliance.V1;

namespace Reform.Grpc.Compliance;

/// <summary>Keeps the rules as data, and brings those that stand into the book by which cases are judged.</summary>
internal sealed class StoredDataRules(CaseFileStore store, CaseRules rules, IClock clock)
{
    private ReformDbContext Db => store.Db;

    private IQueryable<DataRuleRow> Standing =>
        Db.DataRules.AsNoTracking().Where(r => !Db.DataRules.Any(later => later.Code == r.Code && later.Version > r.Version));

    /// <summary>Takes the rules that stand into the book. A stored rule was valid when it was stored.</summary>
    public void Use() => rules.Use(Standing.OrderBy(r => r.Code).AsEnumerable().Select(RuleOf));

    public async Task<P.CreateDataRuleResponse> Create(P.CreateDataRuleRequest request, string enteredBy, CancellationToken cancellation)
    {
        P.CreateDataRuleRequest asked = request.Clone();
        asked.RequestId = RequestFields.RequestId(request.RequestId);
        string code = request.DataRuleId.Length == 0 ? throw Refusal.RequiredField("data_rule_id") : request.DataRuleId;
        P.DataRule message = request.DataRule ?? throw Refusal.RequiredField("data_rule");
        DataRule<CaseFacts> rule = DataRuleMapping.Read("data_rule", "data_rule_id", code, message);
        P.CreateDataRuleResponse response = await store.Once(asked.RequestId, asked, request.ValidateOnly, async () =>
        {
            if (rules.Given.Codes.Any(r => r.Code == code) || await Db.DataRules.AnyAsync(r => r.Code == code, cancellation))
            {
                throw RegisterRefusal.AlreadyExists(ResourceName.Of(DataRuleMapping.Collection, code));
            }

            DataRuleRow row = Add(rule, message, 1, enteredBy);
            return new P.CreateDataRuleResponse { DataRule = DataRuleMapping.ToProto(row) };
        }, cancellation);
        Use();
        return response;
    }

    public async Task<P.UpdateDataRuleResponse> Update(P.UpdateDataRuleRequest request, string enteredBy, CancellationToken cancellation)
    {
        P.UpdateDataRuleRequest asked = request.Clone();
        asked.RequestId = RequestFields.RequestId(request.RequestId);
        P.DataRule message = request.DataRule ?? throw Refusal.RequiredField("data_rule");
        string code = ResourceName.In(DataRuleMapping.Collection, "data_rule.name", message.Name);
        if (request.Etag.Length == 0)
        {
            throw Refusal.RequiredField("etag");
        }

        DataRule<CaseFacts> rule = DataRuleMapping.Read("data_rule", "data_rule.name", code, message);
        P.UpdateDataRuleResponse response = await store.Once(asked.RequestId, asked, request.ValidateOnly, async () =>
        {
            DataRuleRow before = await Standing.SingleOrDefaultAsync(r => r.Code == code, cancellation) ?? throw RegisterRefusal.NotFound("data_rule.name", message.Name);
            if (request.Etag != DataRuleMapping.EtagOf(before))
            {
                throw Refusal.EtagMismatch(message.Name);
            }

            DataRuleRow row = Add(rule, message, before.Version + 1, enteredBy);
            return new P.UpdateDataRuleResponse { DataRule = DataRuleMapping.ToProto(row) };
        }, cancellation);
        Use();
        return response;
    }

    public async Task<P.GetDataRuleResponse> Get(P.GetDataRuleRequest request, CancellationToken cancellation)
    {
        string code = ResourceName.In(DataRuleMapping.Collection, "name", request.Name);
        if (request.Version < 0)
        {
            throw Refusal.InvalidField("version", "không được âm", "must not be negative");
        }

        IQueryable<DataRuleRow> found = request.Version == 0 ? Standing : Db.DataRules.AsNoTracking().Where(r => r.Version == request.Version);
        DataRuleRow row = await found.SingleOrDefaultAsync(r => r.Code == code, cancellation) ?? throw RegisterRefusal.NotFound("name", request.Name);
        return new P.GetDataRuleResponse { DataRule = DataRuleMapping.ToProto(row) };
    }

    public async Task<P.ListDataRulesResponse> List(P.ListDataRulesRequest request, CancellationToken cancellation)
    {
        int size = RequestFields.PageSize(request.PageSize);
        string? after = PageToken.Position(DataRuleMapping.Collection, request.PageToken);
        IQueryable<DataRuleRow> asked = after is null ? Standing : Standing.Where(r => string.Compare(r.Code, after) > 0);
        List<DataRuleRow> page = await asked.OrderBy(r => r.Code).Take(size + 1).ToListAsync(cancellation);
        return new P.ListDataRulesResponse
        {
            DataRules = { page.Take(size).Select(DataRuleMapping.ToProto) },
            NextPageToken = page.Count > size ? PageToken.Of(DataRuleMapping.Collection, page[size - 1].Code) : "",
        };
    }

    private static DataRule<CaseFacts> RuleOf(DataRuleRow row) =>
        DataRuleMapping.Read("data_rule", "data_rule_id", row.Code, P.DataRule.Parser.ParseFrom(row.Content), row.Version);

    // What has to hold in the book as a whole is found out before anything is stored.
    private DataRuleRow Add(DataRule<CaseFacts> rule, P.DataRule message, int version, string enteredBy)
    {
        _ = rules.Given.With(rule);
        var row = new DataRuleRow
        {
            Code = rule.Text.Code,
            Version = version,
            Content = DataRuleMapping.Stored(message).ToByteArray(),
            RecordedAtMicros = RecordTime.Micros(clock.GetCurrentInstant()),
            EnteredBy = enteredBy,
        };
        Db.DataRules.Add(row);
        return row;
    }
}
