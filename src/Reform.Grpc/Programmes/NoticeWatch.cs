using System.Globalization;
using Grpc.Core;
using Reform.Domain.Programmes;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Grpc.Storage;
using P = Reform.Programmes.V1;

namespace Reform.Grpc.Programmes;

/// <summary>Tells of notices: those that were sent, and, from a cursor on, those that are being sent.</summary>
internal sealed class NoticeWatch(FactLists lists, RegisterStore store, RegisterSignal signal, WriteSignal written, IHostApplicationLifetime lifetime)
{
    private const string FromNow = "now";

    public async Task<P.ListNoticesResponse> List(P.ListNoticesRequest request, CancellationToken cancellation)
    {
        string? unit = FactLists.UnitOf(request.Parent);
        if (request.After < 0)
        {
            throw Refusal.InvalidField("after", "không được âm", "must not be negative");
        }

        ListPage page = await lists.Page(request, cancellation);
        UrgingOutbox outbox = AskedProgramme.Kept(page.State, request.Name).Outbox;
        (List<P.UrgingNotice> items, string next) = page.Cut([.. outbox.Notices.Where(n => n.Number > request.After && IsOf(n, unit))], NoticeMapping.ToProto);
        return new P.ListNoticesResponse { Notices = { items }, NextPageToken = next, Revision = page.State.Revision };
    }

    public async Task Run(P.WatchNoticesRequest request, IServerStreamWriter<P.WatchNoticesResponse> responses, CancellationToken cancellation)
    {
        string? unit = FactLists.UnitOf(request.Parent);
        AskedProgramme asked = AskedProgramme.Kept(await store.Current(cancellation), request.Name);
        long at = request.Cursor == FromNow ? asked.Outbox.Last : CursorOf(request.Cursor, asked.Outbox);
        await responses.WriteAsync(new P.WatchNoticesResponse { Cursor = TextOf(at) }, cancellation);

        // The end of the service ends the stream as well, with the last cursor told: a client goes on from there.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        try
        {
            while (true)
            {
                Task next = written.NextOf(signal);
                UrgingOutbox outbox = (await store.Current(either.Token)).Programmes.OutboxOf(asked.Id);
                foreach (NumberedNotice notice in outbox.Notices.Skip((int)at).Where(n => IsOf(n, unit)))
                {
                    await responses.WriteAsync(
                        new P.WatchNoticesResponse { Cursor = TextOf(notice.Number), Notice = NoticeMapping.ToProto(notice) }, either.Token);
                }

                at = outbox.Last;
                await next.WaitAsync(either.Token);
            }
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
        }
    }

    private static bool IsOf(NumberedNotice notice, string? unit) => unit is null || notice.Notice.UnitId == unit;

    private static long CursorOf(string cursor, UrgingOutbox outbox) => cursor.Length == 0 ? 0
        : long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out long at) && TextOf(at) == cursor && at <= outbox.Last ? at
        : throw Refusal.InvalidField("cursor", "không phải vị trí do dịch vụ cấp", "is no cursor that this service gave");

    private static string TextOf(long at) => at.ToString(CultureInfo.InvariantCulture);
}
