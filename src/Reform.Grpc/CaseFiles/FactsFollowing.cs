using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Cases;
using Reform.Grpc.Catalogs;
using Reform.Grpc.Compliance;
using Reform.Grpc.Registers;
using Reform.Grpc.Storage;

namespace Reform.Grpc.CaseFiles;

/// <summary>
/// Lets stored facts, and the findings that rest on them, follow what is entered in the registers, and after a start the calendars that are
/// other ones than before: some cases at a time, each few in one transaction, so that whoever writes waits no longer than for those. How far it
/// came is in the database: after a stop it goes on.
/// </summary>
internal sealed partial class FactsFollowing(
    IServiceScopeFactory scopes, RegisterStore registers, CalendarCatalogue calendars, RegisterSignal entered, FactsSignal followed,
    ILogger<FactsFollowing> logger) : BackgroundService
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
                if (!followed.CalendarsFollowed)
                {
                    await FollowCalendars(stoppingToken);
                    followed.CalendarsDone();
                }

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

    // Once, for they are read at the start: two services over one database that have different ones would else undo each other's work for ever.
    private async Task FollowCalendars(CancellationToken cancellation)
    {
        foreach (WorkCalendar calendar in calendars.All)
        {
            IQueryable<CaseFileRow> Behind(ReformDbContext db) =>
                db.CaseFiles.Where(r => r.CalendarId == calendar.Id && (r.FactsCalendar == null || r.FactsCalendar != calendar.Version));

            await InSteps(Behind, (ids, c) => LookAgain(Behind, null, ids, c), cancellation);
        }
    }

    private async Task InSteps(
        Func<ReformDbContext, IQueryable<CaseFileRow>> behind, Func<List<string>, CancellationToken, Task> step, CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        ReformDbContext db = scope.ServiceProvider.GetRequiredService<ReformDbContext>();
        string after = "";
        while (true)
        {
            List<string> ids = await behind(db).Where(r => string.Compare(r.CaseId, after) > 0)
                .OrderBy(r => r.CaseId).Select(r => r.CaseId).Take(CasesAtOnce).ToListAsync(cancellation);
            if (ids.Count == 0)
            {
                return;
            }

            await step(ids, cancellation);
            after = ids[^1];
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

        await InSteps(
            impact.Of, (ids, c) => LookAgain(other => other.CaseFiles.Where(r => r.FactsRevision < impact.Revision), impact, ids, c), cancellation);
        using (await scope.ServiceProvider.GetRequiredService<WriteTurn>().Take(cancellation))
        {
            FactsProgressRow? row = await db.FactsProgress.SingleOrDefaultAsync(cancellation);
            row ??= db.FactsProgress.Add(new FactsProgressRow { Revision = 0 }).Entity;
            row.Revision = Math.Max(row.Revision, impact.Revision);
            await db.SaveChangesAsync(CancellationToken.None);
        }

        followed.Give();
        return true;
    }

    // An impact is what was entered; null: it is the calendar that changed, and what was entered is still to be followed.
    private async Task LookAgain(
        Func<ReformDbContext, IQueryable<CaseFileRow>> behind, FactsImpact? impact, List<string> ids, CancellationToken cancellation)
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
        await foreach ((StoredCase one, CaseFile file) in store.All(behind(store.Db).Where(r => ids.Contains(r.CaseId)), cancellation))
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
            row.FactsRevision = impact is null ? row.FactsRevision : state.Revision;
            row.FactsCalendar = store.CalendarVersion(row.CalendarId);
        }

        if (impact is { IsOfBodies: true })
        {
            await ledger.Judge(store.Db, unchanged, cancellation);
        }

        // A step that came this far is finished, also when the service stops.
        await store.Db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
    }

    [LoggerMessage(EventId = 5, EventName = "FactsPutOff", Level = LogLevel.Warning, Message = "Stored facts could not follow the registers now.")]
    private partial void LogPutOff(Exception error);

    [LoggerMessage(EventId = 6, EventName = "FactsNotFollowed", Level = LogLevel.Warning, Message = "The facts of the case {CaseId} stay as they were: its procedure has no version for the day of receipt, or there is no such calendar any more.")]
    private partial void LogNotFollowed(string caseId);
}
