using System.Globalization;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Reform.Domain.Rules;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Grpc.Storage;
using P = Reform.Compliance.V1;

namespace Reform.Grpc.Compliance;

/// <summary>Tells of findings as things happen to them, from a cursor on.</summary>
internal sealed class FindingWatch(ReformDbContext db, FindingSignal signal, WriteSignal written, IHostApplicationLifetime lifetime)
{
    private const string FromNow = "now";
    private const int EventsAtOnce = 200;
    private const int MostKinds = 20;

    public async Task Run(P.WatchFindingsRequest request, IServerStreamWriter<P.WatchFindingsResponse> responses, CancellationToken cancellation)
    {
        var mapping = new FindingMapping(RequestFields.Language(request.LanguageCode));
        string? unit = CaseEvaluations.UnitOf(request.Parent);
        RequestFields.AtMost("kinds", request.Kinds.Count, MostKinds);
        FindingEventKind[] kinds = [.. request.Kinds.Select((k, i) => RecordMapping.Required<FindingEventKind>(RequestFields.At("kinds", i), k)).Distinct()];
        long at = request.Cursor == FromNow ? await Last(cancellation) : CursorOf(request.Cursor);
        await responses.WriteAsync(new P.WatchFindingsResponse { Cursor = TextOf(at) }, cancellation);

        // The end of the service ends the stream as well, with the last cursor told: a client goes on from there.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        try
        {
            while (true)
            {
                Task next = written.NextOf(signal);
                long last = await Last(either.Token);
                List<FindingEventRow> events;
                do
                {
                    events = await After(at, unit, kinds).ToListAsync(either.Token);
                    foreach (FindingEventRow row in events)
                    {
                        at = row.Sequence;
                        await responses.WriteAsync(
                            new P.WatchFindingsResponse { Cursor = TextOf(at), Event = FindingMapping.ToProto(row), Finding = mapping.ToProto(row.Finding!) }, either.Token);
                    }
                }
                while (events.Count == EventsAtOnce);
                at = Math.Max(at, last);
                await next.WaitAsync(either.Token);
            }
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
        }
    }

    private IQueryable<FindingEventRow> After(long at, string? unit, FindingEventKind[] kinds)
    {
        IQueryable<FindingEventRow> events = db.FindingEvents.AsNoTracking().Include(e => e.Finding).Where(e => e.Sequence > at);
        events = unit is null ? events : events.Where(e => e.Finding!.UnitId == unit);
        events = kinds.Length == 0 ? events : events.Where(e => kinds.Contains(e.Kind));
        return events.OrderBy(e => e.Sequence).Take(EventsAtOnce);
    }

    private async Task<long> Last(CancellationToken cancellation) =>
        await db.FindingEvents.AsNoTracking().MaxAsync(e => (long?)e.Sequence, cancellation) ?? 0;

    private static long CursorOf(string cursor) => cursor.Length == 0 ? 0
        : long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out long at) && TextOf(at) == cursor ? at
        : throw Refusal.InvalidField("cursor", "không phải vị trí do dịch vụ cấp", "is no cursor that this service gave");

    private static string TextOf(long at) => at.ToString(CultureInfo.InvariantCulture);
}
