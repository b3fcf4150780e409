using Microsoft.EntityFrameworkCore;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Grpc.Registers;
using Reform.Grpc.Storage;

namespace Reform.Grpc.CaseFiles;

/// <summary>Works the facts of stored cases out anew from their events, before the service answers, where an earlier edition made them.</summary>
internal sealed partial class CaseFactsRenewal(IServiceScopeFactory scopes, ILogger<CaseFactsRenewal> log) : IHostedService
{
    /// <summary>The edition of the facts; one more whenever they say more, or something else, of the same events.</summary>
    public const int Edition = 3;

    private const int CasesAtOnce = 500;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        string after = "";
        while (true)
        {
            await using AsyncServiceScope scope = scopes.CreateAsyncScope();
            CaseFileStore store = scope.ServiceProvider.GetRequiredService<CaseFileStore>();
            List<string> ids = await store.Db.CaseFiles.AsNoTracking().Where(f => f.FactsEdition < Edition && string.Compare(f.CaseId, after) > 0)
                .OrderBy(f => f.CaseId).Select(f => f.CaseId).Take(CasesAtOnce).ToListAsync(cancellationToken);
            if (ids.Count == 0)
            {
                return;
            }

            await Renew(store, ids, cancellationToken);
            after = ids[^1];
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task Renew(CaseFileStore store, List<string> ids, CancellationToken cancellation)
    {
        RegisterState registers = await store.Registers(cancellation);
        await foreach ((StoredCase stored, CaseFile file) in store.All(store.Db.CaseFiles.Where(f => ids.Contains(f.CaseId)), cancellation))
        {
            if (store.JudgedBy(registers, stored, file) is not Func<LocalDateTime, CaseFacts> judge)
            {
                // Without its procedure nothing can be worked out: the case stays as it is, and is tried again at the next start.
                NotRenewed(stored.CaseId);
                continue;
            }

            store.Db.CaseFacts.Update(judge(store.Now));
            CaseFileRow row = await store.Db.CaseFiles.SingleAsync(f => f.CaseId == stored.CaseId, cancellation);
            row.FactsEdition = Edition;
            row.FactsRevision = registers.Revision;
            row.FactsCalendar = store.CalendarVersion(row.CalendarId);
        }

        await store.Db.SaveChangesAsync(cancellation);
    }

    [LoggerMessage(LogLevel.Warning, "The facts of the case {CaseId} could not be worked out anew: its procedure has no version for the day of receipt, or there is no such calendar any more.")]
    private partial void NotRenewed(string caseId);
}
