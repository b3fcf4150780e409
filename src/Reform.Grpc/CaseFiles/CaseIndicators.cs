using Microsoft.EntityFrameworkCore;
using NodaTime;
using Reform.Casefiles.V1;
using Reform.Domain.Cases;
using Reform.Domain.Delegation;
using Reform.Domain.Indicators;
using Reform.Grpc.Procedures;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Grpc.Storage;
using CaseFile = Reform.Domain.Cases.CaseFile;

namespace Reform.Grpc.CaseFiles;

/// <summary>Indicators of a period over the stored cases.</summary>
internal sealed class CaseIndicators(CaseFileStore store)
{
    private ReformDbContext Db => store.Db;

    public async Task<GetIndicatorsResponse> Of(GetIndicatorsRequest request, CancellationToken cancellation)
    {
        LocalDate from = CivilTimes.RequiredDate("from", request.From);
        LocalDate asOf = CivilTimes.RequiredDate("as_of", request.AsOf);
        if (asOf < from)
        {
            throw Refusal.InvalidField("as_of", "không được trước đầu kỳ", "must not lie before the period");
        }

        Instant? knownAt = RecordMapping.KnownAt(request.KnownAt);
        var filter = CaseFilter.Read(request.Parent, request.Procedure);
        var tally = new IndicatorTally(from, asOf);
        long known = knownAt is Instant at ? RecordTime.Micros(at) : long.MaxValue;
        HashSet<string> behind = await Behind(filter, from, asOf, knownAt, cancellation);
        await foreach (CaseFacts facts in Settled(filter, from, asOf, known).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (!behind.Contains(facts.CaseId))
            {
                tally.Add(facts);
            }
        }

        LocalDateTime moment = asOf.At(new LocalTime(23, 59, 59));
        AuthorityRegister authority = (await store.Registers(cancellation)).Authority;
        await foreach ((StoredCase stored, CaseFile all) in StoredCases.Of(Db, await Others(filter, from, asOf, known, behind, cancellation), cancellation))
        {
            if (all.AsOf(asOf, knownAt) is CaseFile file && (filter.UnitId ?? file.Receipt.UnitId) == file.Receipt.UnitId
                && (filter.Procedure ?? file.Receipt.ProcedureCode) == file.Receipt.ProcedureCode)
            {
                (CaseTerms terms, _) = await store.TermsOf(stored, file, cancellation, knownAt);
                tally.Add(CaseFacts.Of(file, terms, moment, authority));
            }
        }

        IndicatorReport report = tally.Report();
        return new GetIndicatorsResponse
        {
            Whole = CaseFileMapping.ToProto(report.Whole),
            Units = { report.ByUnit.Select(CaseFileMapping.ToProto) },
            Procedures = { report.ByProcedure.Select(CaseFileMapping.ToProto) },
        };
    }

    // Rows that do not follow the registers yet, or follow what was not known at the moment that is asked about.
    private async Task<HashSet<string>> Behind(CaseFilter filter, LocalDate from, LocalDate asOf, Instant? knownAt, CancellationToken cancellation)
    {
        RegisterState state = await store.Registers(cancellation);
        IQueryable<CaseFacts> counting = filter.Of(Db.CaseFacts).Where(f => f.ReceivedOn <= asOf && (f.EndedOn == null || f.EndedOn >= from));
        var ids = new HashSet<string>(StringComparer.Ordinal);
        if (await FactsProgress.Pending(Db, state, cancellation) is FactsImpact impact)
        {
            IQueryable<string> pending = impact.Of(Db).Select(r => r.CaseId);
            ids.UnionWith(await counting.Where(f => pending.Contains(f.CaseId)).Select(f => f.CaseId).ToListAsync(cancellation));
        }

        if (knownAt is Instant moment && moment < state.RecordedAt)
        {
            string[] since = [.. ProcedureRegisters.ReadAnewAfter(state.Facts.Records, moment)];
            ids.UnionWith(since.Length == 0 ? [] : await counting.Where(f => since.Contains(f.ProcedureCode)).Select(f => f.CaseId).ToListAsync(cancellation));
        }

        return ids;
    }

    // What ended by then, and of which nothing happened or was recorded since, stands in its row as it stood. Only what the tally asks for is read.
    private IQueryable<CaseFacts> Settled(CaseFilter filter, LocalDate from, LocalDate asOf, long known)
    {
        int last = DateDigits.Of(asOf);
        IQueryable<string> changed = Db.CaseFiles.Where(r => r.LastHappenedOn > last || r.LastRecordedAtMicros > known).Select(r => r.CaseId);
        return filter.Of(Db.CaseFacts).Where(f => f.EndedOn <= asOf && f.EndedOn >= from && f.IsProcedureWritten != null && !changed.Contains(f.CaseId))
            .Select(f => new CaseFacts
            {
                CaseId = f.CaseId,
                ProcedureCode = f.ProcedureCode,
                UnitId = f.UnitId,
                HolderUnitId = "",
                Requester = "",
                IsSecret = f.IsSecret,
                IsProcedureWritten = f.IsProcedureWritten,
                AsOf = asOf,
                State = f.State,
                Outcome = f.Outcome,
                ReceivedOn = f.ReceivedOn,
                EndedOn = f.EndedOn,
                AppointedOn = f.AppointedOn,
                ComputedDueOn = f.ComputedDueOn,
                DueOn = f.DueOn,
                Timeliness = f.Timeliness,
                IsDueInstant = f.IsDueInstant,
                EndedAfterDueInstant = f.EndedAfterDueInstant,
                WholeLimit = f.WholeLimit,
                WorkingDaysUsed = f.WorkingDaysUsed,
                CalendarDays = f.CalendarDays,
                SlowestStep = f.SlowestStep,
                StepDays = f.StepDays,
                SupplementRequests = f.SupplementRequests,
                ReworkRuns = f.ReworkRuns,
            });
    }

    // Everything else that may count is looked at by its events. What was recorded later may then have belonged to another unit.
    private async Task<List<string>> Others(
        CaseFilter filter, LocalDate from, LocalDate asOf, long known, HashSet<string> behind, CancellationToken cancellation)
    {
        int last = DateDigits.Of(asOf);
        IQueryable<string> happenedLater = Db.CaseFiles.Where(r => r.LastHappenedOn > last).Select(r => r.CaseId);
        IQueryable<string> open = filter.Of(Db.CaseFacts).Where(f => f.ReceivedOn <= asOf && (f.EndedOn == null
            || (f.EndedOn >= from && (f.EndedOn > asOf || f.IsProcedureWritten == null || happenedLater.Contains(f.CaseId))))).Select(f => f.CaseId);
        IQueryable<string> recordedLater = Db.CaseFiles.Where(r => r.LastRecordedAtMicros > known).Select(r => r.CaseId);
        var ids = new HashSet<string>(behind, StringComparer.Ordinal);
        foreach (IQueryable<string> some in (IQueryable<string>[])[open, recordedLater])
        {
            await foreach (string id in some.AsAsyncEnumerable().WithCancellation(cancellation))
            {
                ids.Add(id);
            }
        }

        return [.. ids.Order(StringComparer.Ordinal)];
    }
}
