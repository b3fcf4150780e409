using System.Globalization;
using Google.Protobuf;
using Reform.Domain.Legal;
using Reform.Grpc.Access;
using Reform.Grpc.Rpc;
using RecordInfo = Reform.Registers.V1.RecordInfo;

namespace Reform.Grpc.Registers;

/// <summary>Enters facts of any kind, and corrects them or strikes them out.</summary>
internal sealed class FactEdits(RegisterStore store)
{
    private const int MostEntries = 1000;

    /// <summary>Enters a new fact.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="id">The identifier that the request gives it, in the field "{kind}_id".</param>
    /// <param name="given">The fact; its name is filled in.</param>
    /// <param name="mutation">The call.</param>
    /// <param name="answer">Makes the answer of the fact, its record and the revision.</param>
    public Task<TResponse> Create<TMessage, TFact, TResponse>(
        FactKind<TMessage, TFact> kind, string id, TMessage? given, Mutation mutation, Func<TMessage, RecordInfo, long, TResponse> answer)
        where TMessage : class, IMessage<TMessage>, new()
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
                ? One(kind.List, clean, latest?.Id, kind.Field, f => f == "corrects" ? kind.Field + "_id" : Told(kind, kind.Field, f))
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
        where TMessage : class, IMessage<TMessage>, new()
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
            state => One(kind.List, clean, Standing(kind, state, "name", name, id, etag).Id, kind.Field, f => clean is null ? "name" : Told(kind, kind.Field, f)),
            (after, entries) => answer(
                kind.Latest(after, id) is { Fact: not null } latest ? kind.ToProto(latest) : null, Info(entries, after, mutation), after.Revision));
    }

    /// <summary>Enters many facts, corrections and strikings-out in one go: all of them or nothing.</summary>
    /// <param name="set">The kinds.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="etag">The revision that the caller knows; empty: whatever it is.</param>
    /// <param name="mutation">The call.</param>
    /// <param name="answer">Makes the answer of the records, in the order of the entries, and the revision.</param>
    public Task<TResponse> Enter<TFact, TResponse>(
        FactSet<TFact> set, IReadOnlyList<FactEntry<TFact>> entries, string etag, Mutation mutation, Func<IEnumerable<RecordInfo>, long, TResponse> answer)
        where TFact : class, IMessage<TFact>, new()
        where TResponse : IMessage<TResponse>, new()
    {
        RequireEntries(entries.Count);
        return Do(mutation, state =>
        {
            CheckRevision(state, etag);
            var entered = new RegisterEntries();
            for (int i = 0; i < entries.Count; i++)
            {
                string field = RequestFields.At("entries", i);
                (IFactKind kind, IMessage message) = set.In(entries[i].Fact, field + ".fact");
                Add(entered, state, kind, message, entries[i].Etag, entries[i].IsStruckOut, field, field + ".fact." + kind.Field);
            }

            return entered;
        }, (after, entered) => answer(entered.All.Select(e => RecordMapping.Info(e, after, Caller.Of(mutation.Context).Id)), after.Revision));
    }

    /// <summary>Adds an entry of a batch: new without etag, a correction of what has that etag with it.</summary>
    /// <param name="entries">What is entered.</param>
    /// <param name="state">The registers before.</param>
    /// <param name="kind">The kind of the fact.</param>
    /// <param name="message">The fact, with its name.</param>
    /// <param name="etag">The etag; empty: it is new.</param>
    /// <param name="isStruckOut">Whether it is struck out.</param>
    /// <param name="field">The field of the entry.</param>
    /// <param name="path">The field of the fact.</param>
    public static void Add(
        RegisterEntries entries, RegisterState state, IFactKind kind, IMessage message, string etag, bool isStruckOut, string field, string path)
    {
        string name = (string)message.Descriptor.FindFieldByName("name").Accessor.GetValue(message);
        string id = ResourceName.In(kind.Collection, path + ".name", name);
        IMessage? clean = isStruckOut ? null : kind.CleanOf(message, path);
        KindRecord? latest = kind.LatestOf(state, id);
        if (etag.Length == 0 && isStruckOut)
        {
            throw Refusal.RequiredField(field + ".etag");
        }

        // What was struck out is entered again as a correction of that.
        if (etag.Length == 0 && latest?.Message is not null)
        {
            throw RegisterRefusal.AlreadyExists(name);
        }

        if (etag.Length > 0 && latest?.Message is null)
        {
            throw RegisterRefusal.NotFound(path + ".name", name);
        }

        if (etag.Length > 0 && latest!.RecordId != etag)
        {
            throw Refusal.EtagMismatch(name);
        }

        entries.Add(
            kind.List, RegisterEntries.NewId(kind.List), clean, latest?.RecordId, path, f => clean is null || f == "corrects" ? path + ".name" : Told(kind, path, f));
    }

    /// <summary>A batch has entries, and not too many.</summary>
    public static void RequireEntries(int count)
    {
        RequestFields.AtMost("entries", count, MostEntries);
        if (count == 0)
        {
            throw Refusal.RequiredField("entries");
        }
    }

    /// <summary>Refuses a batch that was put together over another revision.</summary>
    public static void CheckRevision(RegisterState state, string etag)
    {
        string revision = state.Revision.ToString(CultureInfo.InvariantCulture);
        if (etag.Length > 0 && etag != revision)
        {
            throw Refusal.EtagMismatch("registers");
        }
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
        where TMessage : class, IMessage<TMessage>, new()
        where TFact : class
    {
        Recorded<TFact>? latest = kind.Latest(state, id);
        return latest?.Fact is null ? throw RegisterRefusal.NotFound(field, name)
            : latest.Id == etag ? latest
            : throw Refusal.EtagMismatch(name);
    }

    /// <summary>The message as it is kept: read and written again, without etag.</summary>
    public static TMessage Clean<TMessage, TFact>(FactKind<TMessage, TFact> kind, TMessage? given, string? name, string? path = null)
        where TMessage : class, IMessage<TMessage>, new()
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

    // The field of the request for a field of the domain; null: of the same name.
    private static string? Told(IFactKind kind, string path, string field)
    {
        string told = kind.Told(field);
        return told == field ? null : path + "." + told;
    }

    private static RegisterEntries One(string list, IMessage? fact, string? corrects, string path, Func<string, string?> fieldOf)
    {
        var entries = new RegisterEntries();
        entries.Add(list, RegisterEntries.NewId(list), fact, corrects, path, fieldOf);
        return entries;
    }
}
