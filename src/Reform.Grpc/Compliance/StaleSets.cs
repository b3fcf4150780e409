using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Grpc.Storage;

namespace Reform.Grpc.Compliance;

/// <summary>
/// Judges the sets of cases again that something was recorded of. Which they are is marked in the transaction that records it, so that a service
/// that stops in between does it after its start.
/// </summary>
internal sealed partial class StaleSets(IServiceScopeFactory scopes, StaleSetSignal signal, ILogger<StaleSets> logger) : BackgroundService
{
    /// <summary>Marks the sets of cases that are about to be saved: those to which they belong, and those to which they belonged.</summary>
    /// <returns>Whether there were any.</returns>
    public static async Task<bool> Mark(ReformDbContext db, CaseFacts[] saved, CancellationToken cancellation)
    {
        string[] ids = [.. saved.Select(f => f.CaseId)];
        var before = await db.CaseFacts.AsNoTracking().Where(f => ids.Contains(f.CaseId)).Select(f => new { f.UnitId, f.ProcedureCode }).Distinct().ToListAsync(cancellation);
        foreach ((string unit, string procedure) in before.Select(b => (b.UnitId, b.ProcedureCode)).Concat(saved.Select(f => (f.UnitId, f.ProcedureCode))).Distinct())
        {
            if (await db.StaleCaseSets.FindAsync([unit, procedure], cancellation) is null)
            {
                db.StaleCaseSets.Add(new StaleCaseSetRow { UnitId = unit, ProcedureCode = procedure });
            }
        }

        return saved.Length > 0;
    }

    /// <summary>Judges one set as of today, and takes its mark away; in the transaction that is under way.</summary>
    public static async Task Judge(ReformDbContext db, CaseRules rules, FindingLedger ledger, string unit, string procedure, LocalDate on, CancellationToken cancellation)
    {
        foreach (CaseSetRule rule in rules.Sets)
        {
            await rule.Judge(db, ledger, unit, procedure, on, cancellation);
        }

        if (await db.StaleCaseSets.FindAsync([unit, procedure], cancellation) is StaleCaseSetRow mark)
        {
            db.StaleCaseSets.Remove(mark);
        }

        // What came this far is kept, also when the service stops: a save that is broken off is logged as a fault.
        await db.SaveChangesAsync(CancellationToken.None);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            Task next = signal.Next;
            try
            {
                while (await JudgeOne(stoppingToken))
                {
                }
            }
            catch (Exception e) when (StorageFault.IsUnavailable(e))
            {
                // The marks are still there: it is tried again when the next one comes, or after the next start.
                LogPutOff(e);
            }

            await next.WaitAsync(stoppingToken);
        }
    }

    private async Task<bool> JudgeOne(CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        IServiceProvider services = scope.ServiceProvider;
        ReformDbContext db = services.GetRequiredService<ReformDbContext>();
        if (!await db.StaleCaseSets.AsNoTracking().AnyAsync(cancellation))
        {
            return false;
        }

        using IDisposable turn = await services.GetRequiredService<WriteTurn>().Take(cancellation);
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.StaleCaseSets.AsNoTracking().OrderBy(s => s.UnitId).ThenBy(s => s.ProcedureCode).FirstOrDefaultAsync(cancellation) is not StaleCaseSetRow set)
        {
            return false;
        }

        await Judge(
            db, services.GetRequiredService<CaseRules>(), services.GetRequiredService<FindingLedger>(), set.UnitId, set.ProcedureCode,
            services.GetRequiredService<CaseFactsReader>().Today, cancellation);
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    }

    [LoggerMessage(EventId = 4, EventName = "SetsPutOff", Level = LogLevel.Warning, Message = "Sets of cases could not be judged now.")]
    private partial void LogPutOff(Exception error);
}
