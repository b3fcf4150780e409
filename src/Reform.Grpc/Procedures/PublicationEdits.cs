using System.Globalization;
using Google.Protobuf;
using Grpc.Core;
using Reform.Grpc.Access;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Procedures.V1;

namespace Reform.Grpc.Procedures;

/// <summary>Enters publications and applications in one go.</summary>
internal sealed class PublicationEdits(ProcedureEdits edits)
{
    private const int MostEntries = 1000;

    public Task<RecordPublicationsResponse> Record(RecordPublicationsRequest request, ServerCallContext context)
    {
        RequestFields.AtMost("entries", request.Entries.Count, MostEntries);
        if (request.Entries.Count == 0)
        {
            throw Refusal.RequiredField("entries");
        }

        var mutation = Mutation.Of(request, context);
        return edits.Do(mutation, state =>
        {
            if (request.Etag.Length > 0 && request.Etag != state.Revision.ToString(CultureInfo.InvariantCulture))
            {
                throw Refusal.EtagMismatch("publicationRecords");
            }

            var entries = new RegisterEntries();
            for (int i = 0; i < request.Entries.Count; i++)
            {
                PublicationEntry entry = request.Entries[i];
                string field = RequestFields.At("entries", i);
                switch (entry.FactCase)
                {
                    case PublicationEntry.FactOneofCase.Publication:
                        Add(entries, state, FactKinds.Publication, entry, entry.Publication, entry.Publication.Name, field);
                        break;
                    case PublicationEntry.FactOneofCase.Application:
                        Add(entries, state, FactKinds.Application, entry, entry.Application, entry.Application.Name, field);
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
            string id = ResourceName.In(isPublication ? FactKinds.Publications : FactKinds.Applications, fact + ".name", name ?? "");
            yield return (isPublication ? FactKinds.Publication.Latest(state, id)?.Fact?.UnitId : FactKinds.Application.Latest(state, id)?.Fact?.UnitId)
                ?? Concern.NobodysUnit;
        }
    }

    private static void Add<TMessage, TFact>(
        RegisterEntries entries, RegisterState state, FactKind<TMessage, TFact> kind, PublicationEntry entry, TMessage message, string name, string field)
        where TMessage : class, IMessage<TMessage>
        where TFact : class
    {
        string path = field + "." + kind.Field;
        string id = ResourceName.In(kind.Collection, path + ".name", name);
        TMessage? clean = entry.StruckOut ? null : ProcedureEdits.Clean(kind, message, null, path);
        string? corrects;
        if (entry.Etag.Length > 0)
        {
            corrects = ProcedureEdits.Standing(kind, state, path + ".name", name, id, entry.Etag).Id;
        }
        else if (entry.StruckOut)
        {
            throw Refusal.RequiredField(field + ".etag");
        }
        else
        {
            corrects = kind.Latest(state, id) is { } latest
                ? latest.Fact is null ? latest.Id : throw RegisterRefusal.AlreadyExists(name)
                : null;
        }

        entries.Add(kind.List, RegisterEntries.NewId(kind.List), clean, corrects, path, f => f == "corrects" ? path + ".name" : null);
    }
}
