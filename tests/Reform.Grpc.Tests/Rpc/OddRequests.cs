using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;

namespace Reform.Grpc.Tests.Rpc;

/// <summary>Requests that are right but for one field, and what became of a request, for any method.</summary>
internal static class OddRequests
{
    private static readonly string[] Strings =
    [
        "", " ", "x", "\0", "a\nb", "units/none", "units/-", "units/", "units/%ZZ", "units/city", "positions/none", "positions/chair", "appointments/none", "powers/none", "grants/none", "grants/g2", "city", "an",
        "procedures/none", "procedures/HP-1", "questions/none", "reviewRounds/none", "caseFiles/none", "caseFiles/H-1", "calendars/none", "HP-1",
        "-1", "1e5", "NaN", "4,5", "99999999999999999999999999999999", "en", "\u200b", "\ufffd", new('x', 5000), "7ad1e0a6-0d2b-4d6f-8d2f-0c6f1f6f3a11",
    ];

    private static readonly Google.Type.Date[] Dates =
    [
        new(), new() { Year = 2026 }, new() { Year = 2026, Month = 2, Day = 30 }, new() { Year = -1, Month = 1, Day = 1 }, new() { Year = 10_000, Month = 1, Day = 1 },
        new() { Year = 1, Month = 1, Day = 1 }, new() { Year = 9999, Month = 12, Day = 31 }, new() { Year = int.MaxValue, Month = int.MinValue, Day = 1 },
    ];

    private static readonly Google.Protobuf.WellKnownTypes.Timestamp[] Moments =
    [
        new(), new() { Seconds = long.MaxValue }, new() { Seconds = long.MinValue }, new() { Nanos = -1 }, new() { Nanos = int.MaxValue },
        new() { Seconds = -62_135_596_800 }, new() { Seconds = 253_402_300_799 },
    ];

    /// <summary>Every request that differs from a valid one in one field, to any depth, with the path of that field.</summary>
    public static IEnumerable<(string Path, IMessage Request)> Of(IMessage valid) => Of(valid, m => m, "");

    /// <summary>Makes every odd request of valid ones: each has to be answered, or refused with a reason of the closed list and a field of the request.</summary>
    /// <param name="server">The server.</param>
    /// <param name="service">The service.</param>
    /// <param name="valid">Requests that are answered; those that would change something only validate.</param>
    /// <param name="mustBeAnswered">Whether they have to be answered; otherwise they are only well formed.</param>
    /// <returns>What went wrong, and how often each reason was given.</returns>
    public static async Task<(List<string> Defects, Dictionary<string, int> Reasons)> DefectsOf(
        TestServer server, ServiceDescriptor service, IEnumerable<IMessage> valid, bool mustBeAnswered = true)
    {
        var reasons = new Dictionary<string, int>(StringComparer.Ordinal);
        List<string> defects = [];
        foreach (IMessage request in valid)
        {
            MethodDescriptor method = service.Methods.Single(m => m.InputType == request.Descriptor);
            (StatusCode Code, string Reason, string[] Fields) good = await Call(server, method, request.ToByteArray());
            defects.AddRange(good.Code == StatusCode.OK || !mustBeAnswered ? [] : [method.Name + " is not valid: " + good.Reason + " " + string.Join(", ", good.Fields) + " " + request]);
            foreach ((string path, IMessage odd) in Of(request).Where(o => o.Path != "validate_only"))
            {
                (StatusCode code, string reason, string[] fields) = await Call(server, method, odd.ToByteArray());
                reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
                bool isTold = reason.Length == 0 || fields.Length > 0
                    || reason is "ETAG_MISMATCH" or "RESOURCE_ALREADY_EXISTS" or "REQUEST_ID_REUSED" or "CALENDAR_NOT_FOUND" or "CALENDAR_RANGE";
                if (reason is "INTERNAL" or "STORAGE_UNAVAILABLE" || code == StatusCode.Unknown || !isTold)
                {
                    defects.Add(method.Name + " " + path + ": " + code + " " + reason);
                }

                defects.AddRange(fields.Where(f => !Has(method.InputType, f)).Select(f => method.Name + " " + path + ": tells of '" + f + "' (" + reason + ")"));
                if (reason == "INVALID_FIELD" && !fields.Any(f => IsAbout(f, path)))
                {
                    defects.Add(method.Name + " " + path + ": tells of " + string.Join(", ", fields));
                }
            }
        }

        return ([.. defects.Distinct()], reasons);
    }

    /// <summary>Calls any unary method with any request.</summary>
    /// <returns>The status, the reason ("" for an answer), and the fields that the refusal names.</returns>
    public static async Task<(StatusCode Code, string Reason, string[] Fields)> Call(TestServer server, MethodDescriptor method, byte[] request, Metadata? headers = null)
    {
        Marshaller<byte[]> bytes = Marshallers.Create(b => b, b => b);
        var raw = new Method<byte[], byte[]>(MethodType.Unary, method.Service.FullName, method.Name, bytes, bytes);
        try
        {
            await server.Channel.CreateCallInvoker().AsyncUnaryCall(raw, null, new CallOptions(headers), request);
            return (StatusCode.OK, "", []);
        }
        catch (RpcException e)
        {
            ErrorInfo? info = e.GetRpcStatus()?.GetDetail<ErrorInfo>();
            IEnumerable<string> fields = e.GetRpcStatus()?.GetDetail<BadRequest>()?.FieldViolations.Select(v => v.Field) ?? [];
            return (e.StatusCode, info?.Reason ?? "no reason: " + e.Status, [.. fields.Concat(info?.Metadata.Where(m => m.Key == "field").Select(m => m.Value) ?? [])]);
        }
    }

    /// <summary>Whether a message has such a field, such as "entries[0].fact.unit.name".</summary>
    public static bool Has(MessageDescriptor? message, string path)
    {
        // What is wrong with a file is told by "{field}:{line}: {place}".
        foreach (string part in path.Split(':')[0].Split('.'))
        {
            if (message?.Oneofs.Any(o => o.Name == part) == true)
            {
                return true;
            }

            FieldDescriptor? field = message?.FindFieldByName(part.Split('[')[0]);
            if (field is null || (part.Contains('[', StringComparison.Ordinal) && !field.IsRepeated))
            {
                return false;
            }

            message = field.FieldType == FieldType.Message ? field.MessageType : null;
        }

        return true;
    }

    // The field itself, one within, one around it, or one beside it with which it does not go together.
    private static bool IsAbout(string told, string odd)
    {
        string beside = odd.Contains('.', StringComparison.Ordinal) ? odd[..odd.LastIndexOf('.')] : "";
        return told.StartsWith(odd, StringComparison.Ordinal) || odd.StartsWith(told, StringComparison.Ordinal) || told.StartsWith(beside, StringComparison.Ordinal);
    }

    private static IEnumerable<(string Path, IMessage Request)> Of(IMessage root, Func<IMessage, IMessage> at, string path)
    {
        IMessage here = at(root);
        foreach (FieldDescriptor field in here.Descriptor.Fields.InDeclarationOrder())
        {
            string name = path + field.Name;
            foreach (object odd in Odd(field, here))
            {
                IMessage changed = root.Descriptor.Parser.ParseFrom(root.ToByteArray());
                IMessage target = at(changed);
                if (field.IsRepeated)
                {
                    var list = (IList)field.Accessor.GetValue(target);
                    list.Clear();
                    foreach (object? item in (IEnumerable)odd)
                    {
                        list.Add(item);
                    }
                }
                else
                {
                    field.Accessor.SetValue(target, odd);
                }

                yield return (name, changed);
            }

            bool isWithin = field.FieldType == FieldType.Message && (field.IsRepeated ? ((IList)field.Accessor.GetValue(here)).Count > 0 : field.Accessor.HasValue(here));
            if (isWithin)
            {
                IMessage Deeper(IMessage m) => field.IsRepeated ? (IMessage)((IList)field.Accessor.GetValue(at(m)))[0]! : (IMessage)field.Accessor.GetValue(at(m));
                foreach ((string, IMessage) deeper in Of(root, Deeper, name + (field.IsRepeated ? "[0]." : ".")))
                {
                    yield return deeper;
                }
            }
        }
    }

    private static IEnumerable<object> Odd(FieldDescriptor field, IMessage within)
    {
        if (field.IsRepeated)
        {
            object[] items = [.. ((IList)field.Accessor.GetValue(within)).Cast<object>()];
            return [Array.Empty<object>(), items.Concat(items).ToArray(), .. OddItems(field).Select(i => new[] { i })];
        }

        return OddItems(field);
    }

    private static IEnumerable<object> OddItems(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.String => Strings,
        FieldType.Bool => [true, false],
        FieldType.Bytes => [ByteString.Empty, ByteString.CopyFromUtf8("x"), ByteString.CopyFromUtf8("{}"), ByteString.CopyFromUtf8("null"), ByteString.CopyFrom(0xFF, 0x00, 0x7B)],
        FieldType.Int32 => [0, -1, 1, int.MaxValue, int.MinValue],
        FieldType.Int64 => [0L, -1L, 1L, long.MaxValue, long.MinValue],
        FieldType.Enum => [.. new[] { 0, -1, 1, 999 }.Select(n => System.Enum.ToObject(field.EnumType.ClrType, n))],
        FieldType.Message when field.MessageType == Google.Type.Date.Descriptor => Dates,
        FieldType.Message when field.MessageType == Google.Protobuf.WellKnownTypes.Timestamp.Descriptor => Moments,
        FieldType.Message => [field.MessageType.Parser.ParseFrom([])],
        _ => throw new NotSupportedException(field.FullName),
    };
}
