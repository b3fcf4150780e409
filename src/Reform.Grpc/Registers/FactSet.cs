using Google.Protobuf;
using Google.Protobuf.Reflection;
using Reform.Grpc.Access;
using Reform.Grpc.Rpc;

namespace Reform.Grpc.Registers;

/// <summary>The kinds of fact that a service takes in one message, each in a field of its oneof; the field of a kind has its name and its number.</summary>
/// <typeparam name="TFact">The message with the oneof.</typeparam>
/// <param name="kinds">The kinds, in the order of the fields.</param>
internal sealed class FactSet<TFact>(params IReadOnlyList<IFactKind> kinds)
    where TFact : class, IMessage<TFact>, new()
{
    private readonly OneofDescriptor oneof = new TFact().Descriptor.Oneofs.Single();

    public IReadOnlyList<IFactKind> Kinds { get; } = kinds;

    /// <summary>The kind of a fact, and its message.</summary>
    public (IFactKind Kind, IMessage Message) In(TFact? fact, string path)
    {
        FieldDescriptor? field = fact is null ? null : oneof.Accessor.GetCaseFieldDescriptor(fact);
        return field is null ? throw Refusal.RequiredField(path) : (Kinds.Single(k => k.Field == field.Name), (IMessage)field.Accessor.GetValue(fact));
    }

    /// <summary>A fact in the message of all kinds.</summary>
    public TFact Wrap(IFactKind kind, IMessage message)
    {
        var fact = new TFact();
        FieldOf(kind).Accessor.SetValue(fact, message);
        return fact;
    }

    public TFact Wrap(HistoryItem item) => Wrap(Kinds.Single(k => FieldOf(k).MessageType == item.Fact.Descriptor), item.Fact);

    /// <summary>The kind of a resource name, and the identifier in it.</summary>
    public (IFactKind Kind, string Id) Named(string field, string name)
    {
        IFactKind kind = Kinds.FirstOrDefault(k => name.StartsWith(k.Collection + "/", StringComparison.Ordinal)) ?? Kinds[0];
        return (kind, ResourceName.In(kind.Collection, field, name));
    }

    /// <summary>The kinds that a number stands for: that of the field, from 1 on; 0: all.</summary>
    public IReadOnlyList<IFactKind> Chosen(string field, int number) => number == 0 ? Kinds
        : Kinds.FirstOrDefault(k => FieldOf(k).FieldNumber == number) is IFactKind kind ? [kind]
        : throw Refusal.InvalidField(field, "không có giá trị này", "there is no such value");

    /// <summary>The resource name in a message of a kind.</summary>
    public static string NameOf(IMessage message) => (string)message.Descriptor.FindFieldByName("name").Accessor.GetValue(message);

    /// <summary>The units that entries concern: those of the facts, and those of what they correct.</summary>
    /// <param name="state">The registers before.</param>
    /// <param name="entries">The entries; what is wrong with them is refused.</param>
    public IEnumerable<string> UnitsOf(RegisterState state, IReadOnlyList<FactEntry<TFact>> entries)
    {
        var read = entries.Select((e, i) => (Entry: e, Path: RequestFields.At("entries", i) + ".fact", Of: In(e.Fact, RequestFields.At("entries", i) + ".fact"))).ToList();
        var named = new Dictionary<string, (IMessage, string)>(StringComparer.Ordinal);
        foreach ((FactEntry<TFact> entry, string path, (IFactKind kind, IMessage message)) in read)
        {
            if (!entry.IsStruckOut)
            {
                named.TryAdd(ResourceName.Of(kind.Collection, ResourceName.In(kind.Collection, path + "." + kind.Field + ".name", NameOf(message))), (message, path + "." + kind.Field));
            }
        }

        var facts = new FactLookup(state, named);
        foreach ((FactEntry<TFact> entry, string path, (IFactKind kind, IMessage message)) in read)
        {
            string at = path + "." + kind.Field;
            if (!entry.IsStruckOut)
            {
                yield return kind.UnitIn(facts, message, at) ?? Concern.NobodysUnit;
            }

            // Nor is what is corrected carried off from another unit.
            if (entry.Etag.Length > 0 || entry.IsStruckOut)
            {
                yield return kind.UnitOfLatest(state, ResourceName.In(kind.Collection, at + ".name", NameOf(message))) ?? Concern.NobodysUnit;
            }
        }
    }

    private FieldDescriptor FieldOf(IFactKind kind) => oneof.Fields.Single(f => f.Name == kind.Field);
}

/// <summary>An entry of a batch.</summary>
/// <param name="Fact">The fact; its name tells which.</param>
/// <param name="Etag">The etag of what it corrects or strikes out; empty: it is new.</param>
/// <param name="IsStruckOut">Whether the fact of this name is struck out.</param>
internal sealed record FactEntry<TFact>(TFact? Fact, string Etag, bool IsStruckOut);
