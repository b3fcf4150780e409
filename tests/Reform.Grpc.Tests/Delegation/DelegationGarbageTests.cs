using CsCheck;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;
using Reform.Delegation.V1;
using static Reform.Grpc.Tests.Delegation.DelegationWorld;

namespace Reform.Grpc.Tests.Delegation;

/// <summary>Whatever a client sends to whichever method, it is answered, or refused by a reason of the closed list; never a defect.</summary>
public sealed class DelegationGarbageTests
{
    private static readonly string[] Strings =
    [
        "", " ", "x", "\0", "powers/permit", "powers/", "powers/none", "units/-", "units/department", "units/%", "grants/g1", "grants/g1/", "grants/%ZZ", "chair", "department", "an",
        "1e5", "-1", "99999999999999999999999999999999", "NaN", "4,5", "vi", "en", "\u200b", "\ufffd", new('x', 5000), "7ad1e0a6-0d2b-4d6f-8d2f-0c6f1f6f3a11",
    ];

    [Fact]
    public async Task Odd_values_in_any_field_of_any_request_never_give_a_defect()
    {
        await using TestServer server = await Start();
        await server.Enter("g1", Mandate());
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (MethodDescriptor method in DelegationService.Descriptor.Methods.Where(m => !m.IsClientStreaming))
        {
            var random = new PCG(7, (ulong)method.Index + 1);
            for (int i = 0; i < 150; i++)
            {
                IMessage request = Odd(method.InputType, random, 0);
                string reason = await Call(server, method, request.ToByteArray());
                Assert.False(reason is "INTERNAL" or "STORAGE_UNAVAILABLE", method.Name + ": " + request);
                seen[reason] = seen.GetValueOrDefault(reason) + 1;
            }
        }

        Assert.True(seen.GetValueOrDefault("INVALID_FIELD") > 500, string.Join(", ", seen));
        Assert.True(seen.GetValueOrDefault("") > 20, string.Join(", ", seen));
        Assert.Equal(AuthorityVerdict.Competent, (await server.Ask("chair")).Verdict);
    }

    [Fact]
    public async Task Random_bytes_never_give_a_defect()
    {
        await using TestServer server = await Start();
        var random = new PCG(9, 1);
        foreach (MethodDescriptor method in DelegationService.Descriptor.Methods.Where(m => !m.IsClientStreaming))
        {
            for (int i = 0; i < 40; i++)
            {
                byte[] bytes = [.. Enumerable.Range(0, (int)random.Next(60)).Select(_ => (byte)random.Next(256))];
                string reason = await Call(server, method, bytes);
                Assert.False(reason is "INTERNAL" or "STORAGE_UNAVAILABLE", method.Name + ": " + Convert.ToHexString(bytes));
            }
        }

        using AsyncDuplexStreamingCall<StreamCheckAuthorityRequest, StreamCheckAuthorityResponse> call = server.Delegation.StreamCheckAuthority();
        for (int i = 0; i < 300; i++)
        {
            await call.RequestStream.WriteAsync((StreamCheckAuthorityRequest)Odd(StreamCheckAuthorityRequest.Descriptor, random, 0));
            Assert.True(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
            Assert.NotEqual("INTERNAL", call.ResponseStream.Current.Answer.Error?.GetDetail<ErrorInfo>().Reason);
        }

        Assert.Equal(AuthorityVerdict.Competent, (await server.Ask("chair")).Verdict);
    }

    private static async Task<string> Call(TestServer server, MethodDescriptor method, byte[] request)
    {
        Marshaller<byte[]> bytes = Marshallers.Create(b => b, b => b);
        var raw = new Method<byte[], byte[]>(MethodType.Unary, method.Service.FullName, method.Name, bytes, bytes);
        try
        {
            await server.Channel.CreateCallInvoker().AsyncUnaryCall(raw, null, default, request);
            return "";
        }
        catch (RpcException e)
        {
            return e.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason ?? "no reason: " + e.Status;
        }
    }

    // A message with some of its fields set, to things that fit the wire and hardly anything else.
    private static IMessage Odd(MessageDescriptor of, PCG random, int depth)
    {
        IMessage message = of.Parser.ParseFrom([]);
        foreach (FieldDescriptor field in of.Fields.InDeclarationOrder())
        {
            // What takes a request id mostly has one, so that the fields behind it are looked at too.
            bool isId = field.Name == "request_id";
            if (!isId && random.Next(4) == 0)
            {
                continue;
            }

            if (field.IsRepeated)
            {
                var list = (System.Collections.IList)field.Accessor.GetValue(message);
                for (uint n = random.Next(3); n > 0; n--)
                {
                    list.Add(Value(field, random, depth));
                }
            }
            else if (isId && random.Next(20) > 0)
            {
                field.Accessor.SetValue(message, NewId);
            }
            else if (field.FieldType != FieldType.Message || depth < 5)
            {
                field.Accessor.SetValue(message, Value(field, random, depth));
            }
        }

        return message;
    }

    private static object Value(FieldDescriptor field, PCG random, int depth) => field.FieldType switch
    {
        FieldType.String => Strings[random.Next((uint)Strings.Length)],
        FieldType.Bool => random.Next(2) == 0,
        FieldType.Int32 => Odd(random) is long i ? (int)i : 0,
        FieldType.Int64 => Odd(random),
        FieldType.Bytes => ByteString.CopyFromUtf8("x"),
        FieldType.Enum => System.Enum.ToObject(field.EnumType.ClrType, (int)random.Next(12) - 1),
        FieldType.Message => Sensible(field, random) ?? Odd(field.MessageType, random, depth + 1),
        _ => throw new NotSupportedException(field.FullName),
    };

    // Half of the dates are dates, or no question would ever come through.
    private static Google.Type.Date? Sensible(FieldDescriptor field, PCG random) =>
        field.MessageType == Google.Type.Date.Descriptor && random.Next(2) == 0 ? Civil.Date("2026-0" + (1 + random.Next(9)) + "-1" + random.Next(10)) : null;

    private static long Odd(PCG random) => random.Next(8) switch
    {
        0 => 0,
        1 => -1,
        2 => 1,
        3 => int.MaxValue,
        4 => long.MaxValue,
        5 => long.MinValue,
        6 => 2026,
        _ => random.Next(3000),
    };
}
