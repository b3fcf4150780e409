using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.Calendars;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;
using Reform.Grpc.Calendars;
using Reform.Rpc.V1;

namespace Reform.Grpc.Rpc;

/// <summary>Makes the refusals of every service: a status code with google.rpc details, the reason from the closed list.</summary>
internal static class Refusal
{
    public const string Domain = "reform";

    private const string ReasonPrefix = "ERROR_REASON_";

    // Many clients accept 8 KiB of trailers and drop the whole answer beyond that. The details are sent in base64, the message
    // percent-encoded.
    internal const int MaxDetailBytes = 3_800;
    private const int MaxTextLength = 200;

    internal static RpcException Of(StatusCode code, ErrorReason reason, BilingualText message, params ReadOnlySpan<(string Key, string Value)> metadata) =>
        Build(code, reason, message, metadata).ToRpcException();

    public static RpcException InvalidField(string field, string vietnamese, string english, string? otherField = null)
    {
        var message = new BilingualText(vietnamese, english);
        Google.Rpc.Status status = Build(StatusCode.InvalidArgument, ErrorReason.InvalidField, message, [("field", field)]);
        string[] fields = otherField is null ? [field] : [field, otherField];
        status.Details.Add(Any.Pack(new BadRequest { FieldViolations = { fields.Select(f => Violation(f, message)) } }));
        return status.ToRpcException();
    }

    public static RpcException RequiredField(string field) => InvalidField(field, "không được bỏ trống", "is required");

    public static RpcException InvalidData(InvalidDataFileException error)
    {
        DataProblem first = error.Problems[0];
        var message = new BilingualText(first.In(Language.Vietnamese), first.In(Language.English));
        string count = error.Problems.Count.ToString(CultureInfo.InvariantCulture);
        Google.Rpc.Status status = Build(StatusCode.InvalidArgument, ErrorReason.InvalidDataFile, message, [("problem_count", count)]);
        var request = new BadRequest();
        int room = MaxDetailBytes - status.CalculateSize();
        foreach (DataProblem problem in error.Problems)
        {
            BadRequest.Types.FieldViolation violation = Violation(PlaceOf(problem), problem.Message);
            room -= violation.CalculateSize();
            if (room < 0 && request.FieldViolations.Count > 0)
            {
                break;
            }

            request.FieldViolations.Add(violation);
        }

        status.Details.Add(Any.Pack(request));
        return status.ToRpcException();
    }

    public static RpcException EtagMismatch(string name) => Of(
        StatusCode.Aborted, ErrorReason.EtagMismatch,
        new BilingualText("'" + name + "' đã thay đổi từ khi đọc etag", "'" + name + "' has changed since the etag was read"), ("name", name));

    public static RpcException RequestIdReused(string requestId) => Of(
        StatusCode.AlreadyExists, ErrorReason.RequestIdReused,
        new BilingualText("mã yêu cầu đã dùng cho một yêu cầu khác", "the request id was used for another request"), ("request_id", requestId));

    public static RpcException CaseLogNotFound(string name) => Of(
        StatusCode.NotFound, ErrorReason.CaseLogNotFound,
        new BilingualText("không có nhật ký hồ sơ '" + name + "'", "there is no case log '" + name + "'"), ("name", name));

    public static RpcException CaseLogChanged(string name) => Of(
        StatusCode.Aborted, ErrorReason.CaseLogChanged,
        new BilingualText("'" + name + "' đã bị thay hoặc xóa", "'" + name + "' was replaced or deleted"), ("name", name));

    public static RpcException CaseLogAlreadyExists(string name, string etag) => Of(
        StatusCode.AlreadyExists, ErrorReason.CaseLogAlreadyExists,
        new BilingualText("'" + name + "' đã có; gửi etag để thay", "'" + name + "' exists; send its etag to replace it"),
        ("name", name), ("etag", etag));

    public static RpcException ImportNotFound(string requestId) => Of(
        StatusCode.NotFound, ErrorReason.ImportNotFound,
        new BilingualText("không có lần nhập nào với mã yêu cầu này", "no import has this request id"), ("request_id", requestId));

    public static RpcException ImportIncomplete(string requestId, long nextOffset)
    {
        string next = nextOffset.ToString(CultureInfo.InvariantCulture);
        return Of(
            StatusCode.FailedPrecondition, ErrorReason.ImportIncomplete,
            new BilingualText("mới nhận " + next + " byte; gửi tiếp phần còn lại", "only " + next + " bytes have come; send the rest"),
            ("request_id", requestId), ("next_offset", next));
    }

    public static RpcException ImportOffsetMismatch(string requestId, long nextOffset)
    {
        string next = nextOffset.ToString(CultureInfo.InvariantCulture);
        return Of(
            StatusCode.Aborted, ErrorReason.ImportOffsetMismatch,
            new BilingualText("phần tiếp theo phải bắt đầu ở byte " + next, "the next chunk must begin at byte " + next),
            ("request_id", requestId), ("next_offset", next));
    }

    public static RpcException CaseNotFound(string name) => Of(
        StatusCode.NotFound, ErrorReason.CaseNotFound,
        new BilingualText("không có hồ sơ '" + name + "'", "there is no case '" + name + "'"), ("name", name));

    public static RpcException CalendarNotFound(string name) => Of(
        StatusCode.NotFound, ErrorReason.CalendarNotFound,
        new BilingualText("không có lịch '" + name + "'", "there is no calendar '" + name + "'"), ("name", name));

    public static RpcException CalendarRange(CalendarRangeException error) => Of(
        StatusCode.FailedPrecondition, ErrorReason.CalendarRange, CalendarRangeText.Of(error),
        ("calendar", error.CalendarId), ("date", Iso(error.Date)), ("covers_from", Iso(error.Covers.From)), ("covers_to", Iso(error.Covers.To)));

    public static RpcException CalendarVersionMismatch(string calendar, string version) => Of(
        StatusCode.FailedPrecondition, ErrorReason.CalendarVersionMismatch,
        new BilingualText("lịch '" + calendar + "' hiện có phiên bản " + version, "the calendar '" + calendar + "' has version " + version),
        ("calendar", calendar), ("version", version));

    /// <summary>The caller gave the call up, or its deadline has passed: nobody reads this, and nothing is wrong here.</summary>
    public static RpcException GivenUp() => new(new global::Grpc.Core.Status(StatusCode.Cancelled, "the call was given up"));

    public static RpcException MalformedMessage() => Of(
        StatusCode.InvalidArgument, ErrorReason.MalformedMessage,
        new BilingualText("không đọc được thông điệp", "a message cannot be read: not its type, or text that is not UTF-8"));

    public static RpcException MessageTooLarge() => Of(
        StatusCode.ResourceExhausted, ErrorReason.MessageTooLarge,
        new BilingualText("thông điệp quá lớn", "a message is too large"),
        ("max_bytes", ReformServer.MaxMessageBytes.ToString(CultureInfo.InvariantCulture)));

    public static RpcException MethodNotFound() => Of(
        StatusCode.Unimplemented, ErrorReason.MethodNotFound,
        new BilingualText("dịch vụ không có phương thức này", "there is no such method"));

    public static RpcException StorageUnavailable(string traceId) => Of(
        StatusCode.Unavailable, ErrorReason.StorageUnavailable,
        new BilingualText("kho dữ liệu hiện không dùng được", "the store cannot be used now"), ("trace_id", traceId));

    public static RpcException Internal(string traceId) => Of(
        StatusCode.Internal, ErrorReason.Internal, new BilingualText("lỗi của dịch vụ", "a defect of the service"), ("trace_id", traceId));

    internal static Google.Rpc.Status Build(
        StatusCode code, ErrorReason reason, BilingualText message, ReadOnlySpan<(string Key, string Value)> metadata)
    {
        var info = new ErrorInfo { Domain = Domain, Reason = NameOf(reason) };
        foreach ((string key, string value) in metadata)
        {
            info.Metadata.Add(key, Cut(value));
        }

        return new Google.Rpc.Status
        {
            Code = (int)code,
            Message = Cut(message.English),
            Details =
            {
                Any.Pack(info),
                Any.Pack(new LocalizedMessage { Locale = "vi", Message = Cut(message.Vietnamese) }),
                Any.Pack(new LocalizedMessage { Locale = "en", Message = Cut(message.English) }),
            },
        };
    }

    internal static BadRequest.Types.FieldViolation Violation(string field, BilingualText message) => new()
    {
        Field = Cut(field),
        Description = Cut(message.English),
        LocalizedMessage = new LocalizedMessage { Locale = "vi", Message = Cut(message.Vietnamese) },
    };

    private static string Iso(LocalDate? date) => date is LocalDate known ? LocalDatePattern.Iso.Format(known) : "";

    private static string PlaceOf(DataProblem problem)
    {
        string place = problem.Line is int line ? problem.Source + ":" + line.ToString(CultureInfo.InvariantCulture) : problem.Source;
        return problem.Field.Length == 0 ? place : place + ": " + problem.Field;
    }

    // Never between the two halves of a character.
    internal static string Cut(string text)
    {
        if (text.Length <= MaxTextLength)
        {
            return text;
        }

        int end = char.IsHighSurrogate(text[MaxTextLength - 1]) ? MaxTextLength - 1 : MaxTextLength;
        return text[..end] + "…";
    }

    private static string NameOf(ErrorReason reason)
    {
        string name = ErrorReasonReflection.Descriptor.EnumTypes[0].FindValueByNumber((int)reason).Name;
        return name[ReasonPrefix.Length..];
    }
}
