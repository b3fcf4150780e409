using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Grpc.Compliance;
using Reform.Grpc.Registers;
using Reform.Grpc.Storage;

namespace Reform.Grpc.CaseFiles;

/// <summary>
/// Lets stored facts, and the findings that rest on them, follow what is entered in the registers: some cases at a time, each few in one
/// transaction, so that whoever writes waits no longer than for those. How far it came is in the database: after a stop it goes on.
/// </summary>
internal sealed partial class FactsFollowing(
    IServiceScopeFactory scopes, RegisterStore registers, RegisterSignal entered, FactsSignal followed, ILogger<FactsFollowing> logger) : BackgroundService
{
    /// <summary>The most cases of one transaction.</summary>
    public const int CasesAtOnce = 50;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            Task next = entered.Next;
            try
            {
                while (await Follow(stoppingToken))
                {
                }
            }
            catch (Exception e) when (StorageFault.IsUnavailable(e))
            {
                // How far it came is known: it is tried again with the next entry, or after the next start.
                LogPutOff(e);
            }

            await next.WaitAsync(stoppingToken);
        }
    }

    // What is entered meanwhile is followed in the next round.
    private async Task<bool> Follow(CancellationToken cancellation)
    {
        RegisterState state = await registers.Current(cancellation);
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        ReformDbContext db = scope.ServiceProvider.GetRequiredService<ReformDbContext>();
        if (await FactsProgress.Pending(db, state, cancellation) is not FactsImpact impact)
        {
            return false;
        }

        string after = "";
        while (true)
        {
            List<string> ids = await Behind(impact.Of(db), after).ToListAsync(cancellation);
            if (ids.Count == 0)
            {
                break;
            }

            await LookAgain(impact, ids, cancellation);
            after = ids[^1];
        }

        using (await scope.ServiceProvider.GetRequiredService<WriteTurn>().Take(cancellation))
        {
            FactsProgressRow? row = await db.FactsProgress.SingleOrDefaultAsync(cancellation);
            row ??= db.FactsProgress.Add(new FactsProgressRow { Revision = 0 }).Entity;
            row.Revision = Math.Max(row.Revision, impact.Revision);
            await db.SaveChangesAsync(cancellation);
        }

        followed.Give();
        return true;
    }

    private static IQueryable<string> Behind(IQueryable<CaseFileRow> cases, string after)
    {
        IQueryable<CaseFileRow> rest = cases.Where(r => string.Compare(r.CaseId, after) > 0);
        return rest.OrderBy(r => r.CaseId).Select(r => r.CaseId).Take(CasesAtOnce);
    }

    private async Task LookAgain(FactsImpact impact, List<string> ids, CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        CaseFileStore store = scope.ServiceProvider.GetRequiredService<CaseFileStore>();
        FindingLedger ledger = scope.ServiceProvider.GetRequiredService<FindingLedger>();
        using IDisposable turn = await scope.ServiceProvider.GetRequiredService<WriteTurn>().Take(cancellation);
        await using IDbContextTransaction transaction = await store.Db.Database.BeginTransactionAsync(cancellation);
        // Inside the turn nothing is entered: this is the state that the rows have then.
        RegisterState state = await registers.Current(cancellation);
        Dictionary<string, CaseFacts> stored = await store.Db.CaseFacts.AsNoTracking().Where(f => ids.Contains(f.CaseId)).ToDictionaryAsync(f => f.CaseId, StringComparer.Ordinal, cancellation);
        var unchanged = new List<CaseFacts>();
        await foreach ((StoredCase one, CaseFile file) in store.All(store.Db.CaseFiles.Where(r => ids.Contains(r.CaseId) && r.FactsRevision < impact.Revision), cancellation))
        {
            if (store.JudgedBy(state, one, file) is not Func<LocalDateTime, CaseFacts> judge)
            {
                LogNotFollowed(one.CaseId);
                continue;
            }

            // Looked at on the date of the row, so that what differs is due to the registers alone.
            CaseFacts before = stored[one.CaseId];
            if (judge(before.AsOf.At(CaseQuestions.LastSecond)) == before)
            {
                unchanged.Add(before);
            }
            else
            {
                store.Db.CaseFacts.Update(judge(store.Now));
            }

            CaseFileRow row = await store.Db.CaseFiles.SingleAsync(f => f.CaseId == one.CaseId, cancellation);
            row.FactsRevision = state.Revision;
        }

        if (impact.IsOfBodies)
        {
            await ledger.Judge(store.Db, unchanged, cancellation);
        }

        // A step that came this far is finished, also when the service stops.
        await store.Db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
    }

    [LoggerMessage(EventId = 5, EventName = "FactsPutOff", Level = LogLevel.Warning, Message = "Stored facts could not follow the registers now.")]
    private partial void LogPutOff(Exception error);

    [LoggerMessage(EventId = 6, EventName = "FactsNotFollowed", Level = LogLevel.Warning, Message = "The facts of the case {CaseId} stay as they were: its procedure has no version for the day of receipt.")]
    private partial void LogNotFollowed(string caseId);
}
