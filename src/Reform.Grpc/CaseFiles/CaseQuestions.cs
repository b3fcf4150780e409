using Microsoft.EntityFrameworkCore;
using NodaTime;
using Reform.Casefiles.V1;
using Reform.Domain.Calendars;
using Reform.Domain.Cases;
using Reform.Domain.Deadlines;
using Reform.Domain.Simulation;
using Reform.Domain.Values;
using Reform.Grpc.Calendars;
using Reform.Grpc.Deadlines;
using Reform.Grpc.Procedures;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Grpc.Storage;
using CaseFile = Reform.Domain.Cases.CaseFile;
using DeskItem = Reform.Domain.Cases.DeskItem;

namespace Reform.Grpc.CaseFiles;

/// <summary>Answers what concerns many cases at once.</summary>
internal sealed class CaseQuestions(CaseFileStore store, CalendarSelections calendars)
{
    private const int MostDeskItems = 1000;
    private const int MostDifferences = 1000;

    /// <summary>When a date is looked at: at its end.</summary>
    public static readonly LocalTime LastSecond = new(23, 59, 59);

    private ReformDbContext Db => store.Db;

    /// <summary>The moment of judgement: the end of a date; of today, now.</summary>
    public LocalDateTime MomentOf(LocalDate? asOf)
    {
        LocalDateTime now = store.Now;
        return asOf is LocalDate date && date != now.Date ? date.At(LastSecond) : now;
    }

    public async Task<ListCasesResponse> List(ListCasesRequest request, CancellationToken cancellation)
    {
        int size = RequestFields.PageSize(request.PageSize);
        ListCasesRequest asked = request.Clone();
        (asked.PageSize, asked.PageToken) = (0, "");
        string list = "caseFiles?" + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Google.Protobuf.MessageExtensions.ToByteArray(asked)).AsSpan(0, 8));
        string? after = PageToken.Position(list, request.PageToken);
        IQueryable<CaseFacts> facts = CaseFilter.Read(
            request.Parent, request.Procedure, request.State, request.ReceivedFrom, request.ReceivedBefore, request.DueBefore).Of(Db.CaseFacts);
        if (after is not null)
        {
            facts = facts.Where(f => string.Compare(f.CaseId, after) > 0);
        }

        List<CaseFacts> page = await facts.OrderBy(f => f.CaseId).Take(size + 1).ToListAsync(cancellation);
        return new ListCasesResponse
        {
            Cases = { page.Take(size).Select(CaseFileMapping.ToSummary) },
            NextPageToken = page.Count > size ? PageToken.Of(list, page[size - 1].CaseId) : "",
        };
    }

    public async Task<ListDeskResponse> Desk(ListDeskRequest request, CancellationToken cancellation)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        string unit = ResourceName.In(ResourceName.Units, "unit", request.Unit);
        string officer = RecordMapping.RequiredWord("officer", request.Officer);
        IQueryable<CaseFileRow> open = Db.CaseFiles.Where(r => Db.CaseFacts.Any(f => f.CaseId == r.CaseId && f.HolderUnitId == unit && f.EndedOn == null));
        LocalDateTime now = store.Now;
        var cases = new List<CaseInTerms>();
        await foreach ((StoredCase stored, CaseFile file) in store.All(open, cancellation))
        {
            if (file.Steps.Any(s => s.IsOpen && s.Assignee == officer))
            {
                (CaseTerms terms, _) = await store.TermsOf(stored, file, cancellation);
                cases.Add(new CaseInTerms(file, terms));
            }
        }

        ValueList<DeskItem> items = Domain.Cases.Desk.Of(cases, officer, now, (await store.Registers(cancellation)).Authority);
        return new ListDeskResponse { Items = { items.Take(MostDeskItems).Select(i => CaseFileMapping.ToProto(i, language)) } };
    }

    public async Task<SimulateCasesResponse> Simulate(SimulateCasesRequest request, CancellationToken cancellation)
    {
        var filter = CaseFilter.Read(request.Parent, request.Procedure);
        IQueryable<CaseFacts> facts = filter.Of(Db.CaseFacts);
        LocalDateTime now = MomentOf(RequestFields.Date("as_of", request.AsOf));
        var assumption = new Assumption
        {
            Limit = request.Limit is null ? null : LimitOf(request.Limit),
            Version = request.Draft.IsEmpty ? null
                : DefinitionReading.VersionOf("draft", request.Draft, filter.Procedure ?? throw Refusal.RequiredField("procedure"), now.Date),
            Calendar = request.Calendar.Length == 0 ? null : calendars.Get("calendar", request.Calendar),
            WithoutStep = request.WithoutStep switch { 0 => null, > 0 => request.WithoutStep, _ => throw Refusal.InvalidField("without_step", "không được âm", "must not be negative") },
        };
        if (request.MaxDifferences is < 0 or > MostDifferences)
        {
            throw Refusal.InvalidField("max_differences", "phải từ 0 đến 1000", "must be from 0 to 1000");
        }

        var tally = new SimulationTally();
        var response = new SimulateCasesResponse();
        await foreach ((StoredCase stored, CaseFile all) in store.All(Db.CaseFiles.Where(r => facts.Any(f => f.CaseId == r.CaseId)), cancellation))
        {
            if (all.AsOf(now.Date) is not CaseFile file)
            {
                continue;
            }

            (CaseTerms terms, _) = await store.TermsOf(stored, file, cancellation);
            SimulatedCase one = Simulated(new CaseInTerms(file, terms), assumption, now);
            tally.Add(one);
            if (one.Differs && response.Differences.Count < request.MaxDifferences)
            {
                response.Differences.Add(CaseFileMapping.ToProto(one));
            }
        }

        SimulationReport report = tally.Report();
        response.Whole = CaseFileMapping.ToProto(report.Whole);
        response.Units.AddRange(report.ByUnit.Select(CaseFileMapping.ToProto));
        return response;
    }

    private static TimeLimit LimitOf(Reform.Deadlines.V1.TimeLimit message)
    {
        TimeLimit limit = TermsMapping.Limit("limit", message);
        return limit.Unit is TimeUnit.NextEvent ? throw Refusal.InvalidField("limit.unit", "không giả định được", "cannot be assumed") : limit;
    }

    private static SimulatedCase Simulated(CaseInTerms one, Assumption assumption, LocalDateTime now)
    {
        try
        {
            return Simulator.Of(one, assumption, now);
        }
        catch (CalendarRangeException e)
        {
            throw Refusal.CalendarRange(e);
        }
    }
}
