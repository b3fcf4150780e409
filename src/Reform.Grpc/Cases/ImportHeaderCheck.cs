using System.Security.Cryptography;
using Reform.Cases.V1;
using Reform.Grpc.Rpc;

namespace Reform.Grpc.Cases;

/// <summary>Checks the fields of an import before anything is kept.</summary>
internal static class ImportHeaderCheck
{
    public const int MaxChunkBytes = 1024 * 1024;

    private const long MaxLogBytes = 4_294_967_296;
    private const int MaxDocumentBytes = 8 * 1024 * 1024;
    private const int MaxNameLength = 255;

    /// <summary>The header with its request id in its one spelling.</summary>
    public static ImportHeader Checked(ImportCaseLogRequest first)
    {
        if (first.PartCase != ImportCaseLogRequest.PartOneofCase.Header)
        {
            throw Refusal.InvalidField("header", "thông điệp đầu tiên phải là phần đầu", "the first message must be the header");
        }

        ImportHeader header = first.Header.Clone();
        header.RequestId = RequestFields.RequestId(header.RequestId);
        if (!ResourceName.IsCaseLogId(header.CaseLogId))
        {
            throw Refusal.InvalidField(
                "case_log_id",
                "phải gồm 1–63 ký tự a-z, 0-9, '-', bắt đầu bằng chữ, không kết thúc bằng '-'",
                "must be 1 to 63 of a-z, 0-9 and '-', beginning with a letter, not ending with '-'");
        }

        if (header.TotalBytes is < 1 or > MaxLogBytes)
        {
            throw Refusal.InvalidField("total_bytes", "phải từ 1 đến 4294967296", "must be from 1 to 4294967296");
        }

        if (header.LogSha256.Length is not (0 or SHA256.HashSizeInBytes))
        {
            throw Refusal.InvalidField("log_sha256", "phải có 32 byte, hoặc để trống", "must have 32 bytes, or be empty");
        }

        CheckDocuments(header);
        return header;
    }

    public static ImportChunk CheckedChunk(ImportCaseLogRequest message)
    {
        if (message.PartCase != ImportCaseLogRequest.PartOneofCase.Chunk)
        {
            throw Refusal.InvalidField("chunk", "sau phần đầu chỉ được gửi các phần dữ liệu", "only chunks may follow the header");
        }

        return message.Chunk.Data.Length is >= 1 and <= MaxChunkBytes
            ? message.Chunk
            : throw Refusal.InvalidField("chunk.data", "phải từ 1 byte đến 1 MiB", "must be from 1 byte to 1 MiB");
    }

    private static void CheckDocuments(ImportHeader header)
    {
        if (header.Mapping is null)
        {
            throw Refusal.InvalidField("mapping", "thiếu tệp ánh xạ", "the mapping is missing");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        long size = 0;
        foreach ((string field, Document document) in header.References.Select((d, i) => ("references[" + i + "]", d)).Prepend(("mapping", header.Mapping)))
        {
            if (document.Name.Length is < 1 or > MaxNameLength)
            {
                throw Refusal.InvalidField(field + ".name", "phải có 1–255 ký tự", "must be 1 to 255 characters");
            }

            if (!names.Add(document.Name))
            {
                throw Refusal.InvalidField(field + ".name", "hai tài liệu trùng tên", "two documents have this name");
            }

            size += document.Content.Length;
        }

        if (size > MaxDocumentBytes)
        {
            throw Refusal.InvalidField("references", "các tài liệu lớn hơn 8 MiB", "the documents are larger than 8 MiB");
        }
    }
}
