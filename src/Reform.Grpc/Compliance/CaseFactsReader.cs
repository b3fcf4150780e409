using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Grpc.CaseFiles;
using Reform.Grpc.Pilots;
using Reform.Grpc.Registers;
using Reform.Grpc.Storage;

namespace Reform.Grpc.Compliance;

/// <summary>The facts of stored cases as of a date.</summary>
internal sealed class CaseFactsReader(CaseFileStore store, CaseQuestions questions)
{
    private const int CasesAtOnce = 200;

    public ReformDbContext Db => store.Db;

    public LocalDate Today => store.Now.Date;

    /// <summary>The facts of a case at the end of a date; of today, now.</summary>
    public async Task<CaseFacts> Of(string field, string name, LocalDate? asOf, CancellationToken cancellation)
    {
        (StoredCase stored, CaseFile all) = await store.Get(field, name, cancellation);
        LocalDateTime moment = questions.MomentOf(asOf);
        CaseFile file = all.AsOf(moment.Date) ?? throw RegisterRefusal.NotFound(field, name);
        return await Of(stored, file, moment, cancellation);
    }

    /// <summary>Stored cases as of a date, some at a time in the order of their codes, with what is stored of each.</summary>
    /// <param name="unit">The unit that received them; null: all.</param>
    /// <param name="asOf">The date.</param>
    /// <param name="cancellation">Gives it up.</param>
    public async IAsyncEnumerable<List<CaseOnDate>> Pages(string? unit, LocalDate asOf, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (string? after = null; ;)
        {
            List<CaseOnDate> page = await Page(unit, after, asOf, cancellation);
            if (page.Count == 0)
            {
                yield break;
            }

            yield return page;
            after = page[^1].CaseId;
        }
    }

    /// <summary>The page that begins behind a case.</summary>
    public async Task<List<CaseOnDate>> Page(string? unit, string? after, LocalDate asOf, CancellationToken cancellation)
    {
        IQueryable<CaseFacts> stored = Db.CaseFacts.AsNoTracking();
        stored = unit is null ? stored : stored.Where(f => f.UnitId == unit);
        stored = after is null ? stored : stored.Where(f => string.Compare(f.CaseId, after) > 0);
        List<CaseFacts> facts = await stored.OrderBy(f => f.CaseId).Take(CasesAtOnce).ToListAsync(cancellation);
        string[] ids = [.. facts.Select(f => f.CaseId)];
        Dictionary<string, CaseFileRow> rows = await Db.CaseFiles.AsNoTracking().Where(r => ids.Contains(r.CaseId)).ToDictionaryAsync(r => r.CaseId, StringComparer.Ordinal, cancellation);
        int last = DateDigits.Of(asOf);
        HashSet<string> behind = await FactsProgress.Pending(Db, await store.Registers(cancellation), cancellation) is FactsImpact impact
            ? [.. await impact.Of(Db).Where(r => ids.Contains(r.CaseId)).Select(r => r.CaseId).ToListAsync(cancellation)] : [];
        string[] moving = [.. facts.Where(f => !IsSettled(f, rows[f.CaseId], last) || behind.Contains(f.CaseId)).Select(f => f.CaseId)];
        LocalDateTime moment = questions.MomentOf(asOf);
        var replayed = new Dictionary<string, CaseFacts?>(StringComparer.Ordinal);
        await foreach ((StoredCase one, CaseFile file) in store.All(Db.CaseFiles.Where(r => moving.Contains(r.CaseId)), cancellation))
        {
            replayed[one.CaseId] = file.AsOf(asOf) is CaseFile then ? await Of(one, then, moment, cancellation) : null;
        }

        return [.. facts.Select(f => new CaseOnDate(
            f.CaseId,
            replayed.TryGetValue(f.CaseId, out CaseFacts? then) ? then : f with { AsOf = asOf },
            IsStored: !replayed.ContainsKey(f.CaseId),
            IsPassed: rows[f.CaseId].LastHappenedOn > last || (f.AsOf > asOf && !IsSettled(f, rows[f.CaseId], last))))];
    }

    /// <summary>How many cases there are.</summary>
    public Task<long> Count(string? unit, CancellationToken cancellation) =>
        Db.CaseFacts.AsNoTracking().Where(f => unit == null || f.UnitId == unit).LongCountAsync(cancellation);

    // What was closed in time by then stands in its row as it stood: days that pass change nothing of it but the date.
    private static bool IsSettled(CaseFacts facts, CaseFileRow row, int last) =>
        facts is { State: CaseState.Closed, Timeliness: Timeliness.Early or Timeliness.OnTime, ReturnedOn: not null } && row.LastHappenedOn <= last;

    private async Task<CaseFacts> Of(StoredCase stored, CaseFile file, LocalDateTime moment, CancellationToken cancellation)
    {
        (CaseTerms terms, _) = await store.TermsOf(stored, file, cancellation);
        RegisterState registers = await store.Registers(cancellation);
        return CaseFacts.Of(file, terms, moment, registers.Authority, registers.Pilots);
    }
}

/// <summary>A stored case as of a date.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Facts">The facts on the date; null: it had not been received.</param>
/// <param name="IsStored">Whether its row stands as it is.</param>
/// <param name="IsPassed">Whether something later is known of it already.</param>
internal sealed record CaseOnDate(string CaseId, CaseFacts? Facts, bool IsStored, bool IsPassed);
