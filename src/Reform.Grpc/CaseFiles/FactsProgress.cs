using Microsoft.EntityFrameworkCore;
using Reform.Casefiles.V1;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Grpc.Storage;

namespace Reform.Grpc.CaseFiles;

/// <summary>Tells those who wait that stored facts follow the registers further than before.</summary>
internal sealed class FactsSignal : Signal
{
    private volatile bool calendarsFollowed;

    /// <summary>Whether they rest on the calendars that the service read at its start.</summary>
    public bool CalendarsFollowed => calendarsFollowed;

    /// <summary>Tells that they do.</summary>
    public void CalendarsDone()
    {
        calendarsFollowed = true;
        Give();
    }
}

/// <summary>How far stored facts follow the registers.</summary>
internal sealed class FactsProgress(ReformDbContext db, RegisterStore registers, FactsSignal signal, IHostApplicationLifetime lifetime)
{
    /// <summary>The revision that no row of facts is behind.</summary>
    public static async Task<long> Of(ReformDbContext db, CancellationToken cancellation) =>
        await db.FactsProgress.AsNoTracking().Select(p => (long?)p.Revision).SingleOrDefaultAsync(cancellation) ?? 0;

    /// <summary>What has to be looked at again; null: nothing.</summary>
    public static async Task<FactsImpact?> Pending(ReformDbContext db, RegisterState state, CancellationToken cancellation)
    {
        long done = await Of(db, cancellation);
        return done < state.Revision ? await FactsImpact.Since(db, state, done, cancellation) : null;
    }

    public async Task<GetFactsProgressResponse> Get(GetFactsProgressRequest request, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        long revision = (await registers.Current(cancellation)).Revision;
        if (request.WaitForRevision < 0 || request.WaitForRevision > revision)
        {
            throw Refusal.InvalidField("wait_for_revision", "không phải phiên bản sổ đã có", "is no revision of the registers that there is");
        }

        while (true)
        {
            Task next = signal.Next;
            long done = await Of(db, cancellation);
            bool calendars = signal.CalendarsFollowed;
            if ((done >= request.WaitForRevision && (calendars || request.WaitForRevision == 0)) || lifetime.ApplicationStopping.IsCancellationRequested)
            {
                return new GetFactsProgressResponse { Revision = (await registers.Current(cancellation)).Revision, FactsRevision = done, CalendarsFollowed = calendars };
            }

            try
            {
                await next.WaitAsync(either.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                // The service stops: what there is is told.
            }
        }
    }
}
