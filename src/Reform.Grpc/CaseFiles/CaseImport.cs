using Grpc.Core;
using Reform.Casefiles.V1;
using Reform.Grpc.Access;
using Reform.Grpc.Calendars;
using Reform.Grpc.Rpc;
using CaseEvent = Reform.Domain.Cases.CaseEvent;

namespace Reform.Grpc.CaseFiles;

/// <summary>Takes in many cases with their events, one by one: each all or not at all.</summary>
internal sealed class CaseImport(CaseFileStore store, CalendarSelections calendars)
{
    private const int MostEvents = 1000;
    private const int MostRefusals = 100;

    public async Task<ImportCasesResponse> Run(IAsyncStreamReader<ImportCasesRequest> stream, ServerCallContext context)
    {
        var response = new ImportCasesResponse();
        long index = 0;
        while (await stream.MoveNext(context.CancellationToken))
        {
            ImportCasesRequest request = stream.Current;
            string requestId = RequestFields.RequestId(request.RequestId);
            try
            {
                if (await Take(request, requestId, context))
                {
                    response.ImportedCount++;
                }
                else
                {
                    response.KnownCount++;
                }
            }
            catch (RpcException e) when (e.StatusCode is StatusCode.InvalidArgument or StatusCode.FailedPrecondition or StatusCode.AlreadyExists or StatusCode.NotFound)
            {
                response.RefusedCount++;
                if (response.Refusals.Count < MostRefusals)
                {
                    response.Refusals.Add(new ImportRefusal { Index = index, CaseId = Refusal.Cut(request.CaseId), Error = e.GetRpcStatus() });
                }
            }

            store.Db.ChangeTracker.Clear();
            index++;
        }

        return response;
    }

    private async Task<bool> Take(ImportCasesRequest request, string requestId, ServerCallContext context)
    {
        ImportCasesRequest asked = request.Clone();
        asked.RequestId = requestId;
        RequestFields.AtMost("events", request.Events.Count, MostEvents);
        if (request.Events.Count == 0)
        {
            throw Refusal.RequiredField("events");
        }

        StoredCase stored = CaseServiceV1.StoredOf(request.CaseId, request.Calendar, request.Place, calendars, request.Events.Count);
        List<CaseEvent> events = [.. request.Events.Select((e, i) => CaseEventReading.Event(RequestFields.At("events", i), e))];
        bool isNew = false;
        await store.Once(requestId, asked, validateOnly: false, async () =>
        {
            await store.Create(stored, events, withSlip: false, i => RequestFields.At("events", i), Caller.Of(context).Id, context.CancellationToken);
            isNew = true;
            return new ImportCasesResponse { ImportedCount = 1 };
        }, context.CancellationToken);
        return isNew;
    }
}
