using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Grpc.CaseFiles;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Grpc.Storage;
using P = Reform.Compliance.V1;

namespace Reform.Grpc.Compliance;

/// <summary>Issues waivers, ends them early, lists them. Every change is a further record; the findings of the case follow at once.</summary>
internal sealed class WaiverEdits(CaseFileStore store, CaseFactsReader reader, CaseRules rules, RegisterStore registers, IClock clock)
{
    private ReformDbContext Db => store.Db;

    public async Task<P.CreateWaiverResponse> Create(P.CreateWaiverRequest request, string enteredBy, CancellationToken cancellation)
    {
        P.CreateWaiverRequest asked = request.Clone();
        asked.RequestId = RequestFields.RequestId(request.RequestId);
        string id = ResourceName.Identifier("waiver_id", request.WaiverId);
        WaiverRow row = Read(id, request.Waiver ?? throw Refusal.RequiredField("waiver"), enteredBy);
        OrganizationRegister organization = (await registers.Current(cancellation)).Organization;
        if (organization.FindUnit(row.IssuerId) is null)
        {
            throw RegisterRefusal.NotFound("waiver.issuer", request.Waiver.Issuer);
        }

        return await store.Once(asked.RequestId, asked, request.ValidateOnly, async () =>
        {
            if (await Db.Waivers.AsNoTracking().AnyAsync(w => w.WaiverId == id, cancellation))
            {
                throw RegisterRefusal.AlreadyExists(ResourceName.Of(StoredWaivers.Collection, id));
            }

            await Add(row, "waiver.subject", cancellation);
            return new P.CreateWaiverResponse { Waiver = StoredWaivers.ToProto(row) };
        }, cancellation);
    }

    public async Task<P.EndWaiverResponse> End(P.EndWaiverRequest request, string enteredBy, CancellationToken cancellation)
    {
        P.EndWaiverRequest asked = request.Clone();
        asked.RequestId = RequestFields.RequestId(request.RequestId);
        string id = ResourceName.In(StoredWaivers.Collection, "name", request.Name);
        LocalDate to = CivilTimes.RequiredDate("to", request.To);
        if (request.Etag.Length == 0)
        {
            throw Refusal.RequiredField("etag");
        }

        return await store.Once(asked.RequestId, asked, request.ValidateOnly, async () =>
        {
            WaiverRow before = await StoredWaivers.Standing(Db).SingleOrDefaultAsync(w => w.WaiverId == id, cancellation)
                ?? throw RegisterRefusal.NotFound("name", request.Name);
            if (request.Etag != StoredWaivers.EtagOf(before))
            {
                throw Refusal.EtagMismatch(request.Name);
            }

            if (to >= before.ValidTo || to <= before.ValidFrom)
            {
                throw Refusal.InvalidField("to", "phải sau ngày đầu và trước ngày hết hạn đang có", "must be after the first date and before the end that it has");
            }

            var row = new WaiverRow
            {
                WaiverId = id,
                Ordinal = before.Ordinal + 1,
                RuleCode = before.RuleCode,
                SubjectKind = before.SubjectKind,
                SubjectId = before.SubjectId,
                IssuerId = before.IssuerId,
                Reason = before.Reason,
                ValidFrom = before.ValidFrom,
                ValidTo = to,
                RecordedAtMicros = Now(),
                EnteredBy = enteredBy,
            };
            await Add(row, "name", cancellation);
            return new P.EndWaiverResponse { Waiver = StoredWaivers.ToProto(row) };
        }, cancellation);
    }

    public async Task<P.ListWaiversResponse> List(P.ListWaiversRequest request, CancellationToken cancellation)
    {
        int size = RequestFields.PageSize(request.PageSize);
        P.ListWaiversRequest asked = request.Clone();
        (asked.PageSize, asked.PageToken) = (0, "");
        string list = "waivers?" + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(asked.ToByteArray()).AsSpan(0, 8));
        string? after = PageToken.Position(list, request.PageToken);
        IQueryable<WaiverRow> waivers = StoredWaivers.Standing(Db);
        if (CaseEvaluations.UnitOf(request.Parent) is string unit)
        {
            waivers = waivers.Where(w => w.IssuerId == unit);
        }

        if (request.Subject.Length > 0)
        {
            string subject = ResourceName.In(CaseFileMapping.Collection, "subject", request.Subject);
            waivers = waivers.Where(w => w.SubjectId == subject);
        }

        waivers = after is null ? waivers : waivers.Where(w => string.Compare(w.WaiverId, after) > 0);
        List<WaiverRow> page = await waivers.OrderBy(w => w.WaiverId).Take(size + 1).ToListAsync(cancellation);
        return new P.ListWaiversResponse
        {
            Waivers = { page.Take(size).Select(StoredWaivers.ToProto) },
            NextPageToken = page.Count > size ? PageToken.Of(list, page[size - 1].WaiverId) : "",
        };
    }

    // The facts of the case are saved anew, as of today, and with them its findings.
    private async Task Add(WaiverRow row, string field, CancellationToken cancellation)
    {
        CaseFacts facts = await reader.Of(field, ResourceName.Of(CaseFileMapping.Collection, row.SubjectId), null, cancellation);
        Db.Waivers.Add(row);
        Db.CaseFacts.Update(facts);
    }

    private WaiverRow Read(string id, P.Waiver waiver, string enteredBy)
    {
        (string kind, string code) = RuleMapping.In("waiver.rule", waiver.Rule);
        if (kind != rules.Book.Subject.Kind || !rules.Has(code))
        {
            throw RegisterRefusal.NotFound("waiver.rule", Refusal.Cut(waiver.Rule));
        }

        Validity period = RecordMapping.Period("waiver.period", waiver.Period);
        return new WaiverRow
        {
            WaiverId = id,
            Ordinal = 1,
            RuleCode = code,
            SubjectKind = kind,
            SubjectId = ResourceName.In(CaseFileMapping.Collection, "waiver.subject", waiver.Subject),
            IssuerId = ResourceName.In(ResourceName.Units, "waiver.issuer", waiver.Issuer),
            Reason = RecordMapping.RequiredWord("waiver.reason", waiver.Reason),
            ValidFrom = period.From,
            ValidTo = period.To ?? throw Refusal.RequiredField("waiver.period.to"),
            RecordedAtMicros = Now(),
            EnteredBy = enteredBy,
        };
    }

    private long Now() => RecordTime.Micros(clock.GetCurrentInstant());
}
