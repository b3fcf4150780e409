using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Reform.Grpc.Registers;

namespace Reform.Grpc.Tests.Rpc;

/// <summary>Nothing of a fact is lost between its message, the domain and back.</summary>
internal static class FactMapping
{
    // Set elsewhere, or not together with what is set here.
    private static readonly string[] LeftOut = ["etag", "event", "backward_roll", "prevailing_limit", "seconds", "nanos", "minutes", "merged_into"];

    /// <summary>Every field of a message is set, and none is lost between the message, the domain and back.</summary>
    public static void Survives<TMessage, TFact>(FactKind<TMessage, TFact> kind, TMessage message)
        where TMessage : class, IMessage<TMessage>, new()
        where TFact : class
    {
        Assert.Empty(Unset(message, ""));
        Same(kind, message);
    }

    /// <summary>A message comes back as it went in.</summary>
    public static void Same<TMessage, TFact>(FactKind<TMessage, TFact> kind, TMessage message)
        where TMessage : class, IMessage<TMessage>, new()
        where TFact : class =>
        Assert.Equal(message, kind.Write(kind.Read("fact", (TMessage)message.Descriptor.Parser.ParseFrom(message.ToByteArray())), ""));

    // The fields to which the test gives nothing, and which it would therefore not miss.
    private static IEnumerable<string> Unset(IMessage message, string path)
    {
        foreach (FieldDescriptor field in message.Descriptor.Fields.InDeclarationOrder().Where(f => !LeftOut.Contains(f.Name)))
        {
            object? value = field.Accessor.GetValue(message);
            bool isSet = field.IsRepeated ? ((IList)value!).Count > 0
                : field.FieldType == FieldType.Message ? value is not null
                : field.HasPresence ? field.Accessor.HasValue(message)
                : !value!.Equals(field.FieldType == FieldType.String ? "" : Activator.CreateInstance(value.GetType()));
            if (!isSet)
            {
                yield return path + field.Name;
            }

            IEnumerable<IMessage> within = field.FieldType != FieldType.Message ? [] : field.IsRepeated ? ((IList)value!).Cast<IMessage>().Take(1) : value is IMessage one ? [one] : [];
            foreach (string deeper in within.SelectMany(w => Unset(w, path + field.Name + ".")))
            {
                yield return deeper;
            }
        }
    }
}
