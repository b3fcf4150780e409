using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Reform.Domain.Legal;
using Reform.Grpc.Access;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using RecordInfo = Reform.Registers.V1.RecordInfo;

namespace Reform.Grpc.Procedures;

/// <summary>What a mutation is called with, whatever it enters.</summary>
/// <param name="Request">The request, with its request id in the one spelling.</param>
/// <param name="RequestId">That request id.</param>
/// <param name="ValidateOnly">Whether only to look whether it could be done.</param>
/// <param name="Context">The call.</param>
internal sealed record Mutation(IMessage Request, string RequestId, bool ValidateOnly, ServerCallContext Context)
{
    /// <summary>The mutation that a request asks for by its fields "request_id" and "validate_only".</summary>
    public static Mutation Of<TRequest>(TRequest request, ServerCallContext context)
        where TRequest : class, IMessage<TRequest>, IDeepCloneable<TRequest>
    {
        TRequest asked = request.Clone();
        IFieldAccessor id = Field(request, "request_id");
        string requestId = RequestFields.RequestId((string)id.GetValue(request));
        id.SetValue(asked, requestId);
        return new Mutation(asked, requestId, (bool)Field(request, "validate_only").GetValue(request), context);
    }

    private static IFieldAccessor Field(IMessage request, string name) => request.Descriptor.FindFieldByName(name).Accessor;
}

/// <summary>Enters facts about procedures, and corrects them or strikes them out.</summary>
internal sealed class ProcedureEdits(RegisterStore store)
{
    /// <summary>Enters a new fact.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="id">The identifier that the request gives it, in the field "{kind}_id".</param>
    /// <param name="given">The fact; its name is filled in.</param>
    /// <param name="mutation">The call.</param>
    /// <param name="answer">Makes the answer of the fact, its record and the revision.</param>
    public Task<TResponse> Create<TMessage, TFact, TResponse>(
        FactKind<TMessage, TFact> kind, string id, TMessage? given, Mutation mutation, Func<TMessage, RecordInfo, long, TResponse> answer)
        where TMessage : class, IMessage<TMessage>
        where TFact : class
        where TResponse : IMessage<TResponse>, new()
    {
        string known = ResourceName.Identifier(kind.Field + "_id", id);
        string name = ResourceName.Of(kind.Collection, known);
        TMessage clean = Clean(kind, given, name);
        return Do(mutation, state =>
        {
            Recorded<TFact>? latest = kind.Latest(state, known);
            // What was struck out is entered again as a correction of that.
            return latest?.Fact is null
                ? One(kind.List, clean, latest?.Id, kind.Field, f => f == "corrects" ? kind.Field + "_id" : FieldOf(kind.Field, f))
                : throw RegisterRefusal.AlreadyExists(name);
        }, (after, entries) => answer(kind.ToProto(kind.Latest(after, known)!), Info(entries, after, mutation), after.Revision));
    }

    /// <summary>Corrects a fact, or strikes it out.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="name">Its name.</param>
    /// <param name="etag">The etag that it had.</param>
    /// <param name="given">What it is corrected to; null: nothing is stated.</param>
    /// <param name="isStruckOut">Whether it is struck out.</param>
    /// <param name="mutation">The call.</param>
    /// <param name="answer">Makes the answer of the fact (null: struck out), its record and the revision.</param>
    public Task<TResponse> Correct<TMessage, TFact, TResponse>(
        FactKind<TMessage, TFact> kind, string name, string etag, TMessage? given, bool isStruckOut, Mutation mutation,
        Func<TMessage?, RecordInfo, long, TResponse> answer)
        where TMessage : class, IMessage<TMessage>
        where TFact : class
        where TResponse : IMessage<TResponse>, new()
    {
        string id = ResourceName.In(kind.Collection, "name", name);
        if (etag.Length == 0)
        {
            throw Refusal.RequiredField("etag");
        }

        TMessage? clean = isStruckOut ? null : Clean(kind, given ?? throw Refusal.RequiredField("correction"), ResourceName.Of(kind.Collection, id));
        return Do(
            mutation,
            state => One(kind.List, clean, Standing(kind, state, "name", name, id, etag).Id, kind.Field, f => clean is null ? "name" : FieldOf(kind.Field, f)),
            (after, entries) => answer(
                kind.Latest(after, id) is { Fact: not null } latest ? kind.ToProto(latest) : null, Info(entries, after, mutation), after.Revision));
    }

    public Task<TResponse> Do<TResponse>(Mutation mutation, Func<RegisterState, RegisterEntries> decide, Func<RegisterState, RegisterEntries, TResponse> answer)
        where TResponse : IMessage<TResponse>, new() => store.Append(
            new RegisterMutation<TResponse>(mutation.RequestId, mutation.Request, mutation.ValidateOnly, Caller.Of(mutation.Context).Id, decide, answer),
            mutation.Context.CancellationToken);

    public static RecordInfo Info(RegisterEntries entries, RegisterState after, Mutation mutation) =>
        RecordMapping.Info(entries.All[0], after, Caller.Of(mutation.Context).Id);

    /// <summary>The record that stands for a fact; another etag is refused.</summary>
    public static Recorded<TFact> Standing<TMessage, TFact>(
        FactKind<TMessage, TFact> kind, RegisterState state, string field, string name, string id, string etag)
        where TMessage : class, IMessage
        where TFact : class
    {
        Recorded<TFact>? latest = kind.Latest(state, id);
        return latest?.Fact is null ? throw RegisterRefusal.NotFound(field, name)
            : latest.Id == etag ? latest
            : throw Refusal.EtagMismatch(name);
    }

    /// <summary>The message as it is kept: read and written again, without etag.</summary>
    public static TMessage Clean<TMessage, TFact>(FactKind<TMessage, TFact> kind, TMessage? given, string? name, string? path = null)
        where TMessage : class, IMessage
        where TFact : class
    {
        TMessage message = given ?? throw Refusal.RequiredField(path ?? kind.Field);
        var named = (TMessage)message.Descriptor.Parser.ParseFrom(message.ToByteArray());
        string told = (string)named.Descriptor.FindFieldByName("name").Accessor.GetValue(named);
        if (name is not null)
        {
            if (told.Length > 0 && told != name && ResourceName.In(kind.Collection, kind.Field + ".name", told) != ResourceName.In(kind.Collection, "name", name))
            {
                throw Refusal.InvalidField(kind.Field + ".name", "phải là '" + name + "' hoặc bỏ trống", "must be '" + name + "' or left out");
            }

            named.Descriptor.FindFieldByName("name").Accessor.SetValue(named, name);
        }

        return kind.Write(kind.Read(path ?? kind.Field, named), "");
    }

    /// <summary>The field of a message for a field of the domain; null: of the same name.</summary>
    public static string? FieldOf(string path, string field)
    {
        bool hasSubject = path is "question" or "interpretation";
        string told = hasSubject && (field is "procedure" or "limit")
            ? "subject." + field
            : field.Replace(".policies", ".policy", StringComparison.Ordinal).Replace("].id", "].reading_id", StringComparison.Ordinal);
        return told == field ? null : path + "." + told;
    }

    private static RegisterEntries One(string list, IMessage? fact, string? corrects, string path, Func<string, string?> fieldOf)
    {
        var entries = new RegisterEntries();
        entries.Add(list, RegisterEntries.NewId(list), fact, corrects, path, fieldOf);
        return entries;
    }
}
