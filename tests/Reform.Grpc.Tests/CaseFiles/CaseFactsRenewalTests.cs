using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Grpc.CaseFiles;
using Reform.Grpc.Storage;
using static Reform.Grpc.Tests.CaseFiles.CaseWorld;

namespace Reform.Grpc.Tests.CaseFiles;

/// <summary>Facts of an earlier edition are worked out anew from the events when the service starts.</summary>
public sealed class CaseFactsRenewalTests
{
    [Fact]
    public async Task Facts_that_were_kept_before_say_all_after_the_next_start()
    {
        await using TestServer server = await TestServer.Start();
        var receipt = Receipt("2026-03-02", procedure: "ST-ADOPT");
        receipt.Milestone = "dossier.complete";
        await server.Create("old", receipt);
        await server.Create("new", receipt);
        CaseFacts before = await Facts(server, "old");
        Assert.Equal((new LocalDate(2026, 3, 23), Timeliness.PendingOverdue), (before.DueOn!.Value, before.Timeliness!.Value));
        await using (AsyncServiceScope scope = server.Scope())
        {
            ReformDbContext db = scope.ServiceProvider.GetRequiredService<ReformDbContext>();
            await db.Database.ExecuteSqlAsync($"UPDATE CaseFiles SET FactsEdition = 0 WHERE CaseId = 'old'", TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlAsync($"UPDATE CaseFacts SET DueOn = NULL, Timeliness = NULL, System = NULL", TestContext.Current.CancellationToken);
        }

        await server.Restart();

        CaseFacts renewed = await Facts(server, "old");
        Assert.Equal(before with { AsOf = renewed.AsOf, CalendarDays = renewed.CalendarDays, WorkingDaysUsed = renewed.WorkingDaysUsed }, renewed);
        // What is of this edition already is left alone.
        Assert.Null((await Facts(server, "new")).DueOn);
        await using AsyncServiceScope after = server.Scope();
        Assert.Equal(
            [CaseFactsRenewal.Edition],
            await after.ServiceProvider.GetRequiredService<ReformDbContext>().CaseFiles.Select(f => f.FactsEdition).Distinct().ToListAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<CaseFacts> Facts(TestServer server, string id)
    {
        await using AsyncServiceScope scope = server.Scope();
        return await scope.ServiceProvider.GetRequiredService<ReformDbContext>().CaseFacts.AsNoTracking()
            .SingleAsync(f => f.CaseId == id, TestContext.Current.CancellationToken);
    }
}
