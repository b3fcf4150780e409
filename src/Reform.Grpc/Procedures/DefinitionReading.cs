using Google.Protobuf;
using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Procedures;
using Reform.Grpc.Rpc;

namespace Reform.Grpc.Procedures;

/// <summary>Reads the file of one procedure.</summary>
internal static class DefinitionReading
{
    public static (Procedure History, ProcedureCatalogue File) Read(string field, ByteString content)
    {
        if (content.IsEmpty)
        {
            throw Refusal.RequiredField(field);
        }

        try
        {
            using var stream = new MemoryStream(content.ToByteArray());
            ProcedureCatalogue file = ProcedureFile.Read(stream, field);
            return file.Procedures.Count == 1
                ? (file.Procedures[0], file)
                : throw Refusal.InvalidField(field, "phải có đúng một thủ tục", "must hold exactly one procedure");
        }
        catch (InvalidDataFileException e)
        {
            throw Refusal.InvalidData(e);
        }
    }

    /// <summary>The version of one procedure that a definition has for a date.</summary>
    public static ProcedureVersion VersionOf(string field, ByteString content, string code, LocalDate on)
    {
        (Procedure history, _) = Read(field, content);
        return history.Code == code
            ? history.InForceOn(on) ?? throw NotInForce(field)
            : throw Refusal.InvalidField(field, "phải là thủ tục '" + code + "'", "must be the procedure '" + code + "'");
    }

    public static global::Grpc.Core.RpcException NotInForce(string field) =>
        Refusal.InvalidField(field, "không có phiên bản có hiệu lực vào ngày này", "no version is in force on this date");
}
