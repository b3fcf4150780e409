using Grpc.Core;
using Reform.Grpc.Access;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Procedures.V1;

namespace Reform.Grpc.Procedures;

/// <summary>Enters publications and applications in one go.</summary>
internal sealed class PublicationEdits(FactEdits edits)
{
    public Task<RecordPublicationsResponse> Record(RecordPublicationsRequest request, ServerCallContext context)
    {
        FactEdits.RequireEntries(request.Entries.Count);
        var mutation = Mutation.Of(request, context);
        return edits.Do(mutation, state =>
        {
            FactEdits.CheckRevision(state, request.Etag);
            var entries = new RegisterEntries();
            for (int i = 0; i < request.Entries.Count; i++)
            {
                PublicationEntry entry = request.Entries[i];
                string field = RequestFields.At("entries", i);
                switch (entry.FactCase)
                {
                    case PublicationEntry.FactOneofCase.Publication:
                        FactEdits.Add(entries, state, ProcedureKinds.Publication, entry.Publication, entry.Etag, entry.StruckOut, field, field + "." + ProcedureKinds.Publication.Field);
                        break;
                    case PublicationEntry.FactOneofCase.Application:
                        FactEdits.Add(entries, state, ProcedureKinds.Application, entry.Application, entry.Etag, entry.StruckOut, field, field + "." + ProcedureKinds.Application.Field);
                        break;
                    default:
                        throw Refusal.RequiredField(field + ".fact");
                }
            }

            return entries;
        }, (after, entries) => new RecordPublicationsResponse
        {
            Records = { entries.All.Select(e => RecordMapping.Info(e, after, Caller.Of(context).Id)) },
            Revision = after.Revision,
        });
    }

    /// <summary>The units that an entry concerns: that of the fact, and that of what it corrects.</summary>
    public static IEnumerable<string> UnitsOf(RegisterState state, PublicationEntry entry, string field)
    {
        bool isPublication = entry.FactCase == PublicationEntry.FactOneofCase.Publication;
        string? stated = isPublication ? entry.Publication.Unit : entry.Application?.Unit;
        string? name = isPublication ? entry.Publication.Name : entry.Application?.Name;
        string fact = field + (isPublication ? ".publication" : ".application");
        if (!string.IsNullOrEmpty(stated) && !entry.StruckOut)
        {
            yield return ResourceName.In(ResourceName.Units, fact + ".unit", stated);
        }
        else if (!entry.StruckOut)
        {
            yield return Concern.NobodysUnit;
        }

        if (entry.Etag.Length > 0 || entry.StruckOut)
        {
            string id = ResourceName.In(isPublication ? ProcedureKinds.Publications : ProcedureKinds.Applications, fact + ".name", name ?? "");
            yield return (isPublication ? ProcedureKinds.Publication.Latest(state, id)?.Fact?.UnitId : ProcedureKinds.Application.Latest(state, id)?.Fact?.UnitId)
                ?? Concern.NobodysUnit;
        }
    }
}
