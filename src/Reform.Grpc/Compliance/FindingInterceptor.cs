using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Reform.Domain.Cases;
using Reform.Grpc.Storage;

namespace Reform.Grpc.Compliance;

/// <summary>
/// Judges a case whenever its facts are saved, in the same transaction, and marks the sets to which it belongs: whoever records something of a
/// case cannot forget its findings, and nothing is lost between the two.
/// </summary>
internal sealed class FindingInterceptor(FindingLedger ledger, CaseRules rules, FindingSignal signal, StaleSetSignal staleSets) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private bool happened;
    private bool isStale;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is ReformDbContext db)
        {
            CaseFacts[] saved = [.. db.ChangeTracker.Entries<CaseFacts>().Where(e => e.State is EntityState.Added or EntityState.Modified).Select(e => e.Entity)];
            await ledger.Judge(db, saved, cancellationToken);
            isStale |= rules.Sets.Count > 0 && await StaleSets.Mark(db, saved, cancellationToken);
            happened |= db.ChangeTracker.Entries<FindingEventRow>().Any(e => e.State == EntityState.Added);
        }

        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        ledger.Done();
        return new ValueTask<int>(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        TransactionCommitted(transaction, eventData);
        return Task.CompletedTask;
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData)
    {
        if (happened)
        {
            happened = false;
            signal.Give();
        }

        if (isStale)
        {
            isStale = false;
            staleSets.Give();
        }
    }
}
