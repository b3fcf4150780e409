using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Reform.Domain.Legal;

namespace Reform.Domain.Procedures;

/// <summary>What a version of a procedure says, as a few digits; worked out once for each.</summary>
internal static class VersionHash
{
    // Of many cases under one version it would cost more than the rest.
    private static readonly ConditionalWeakTable<ProcedureVersion, string> Known = [];

    public static string Of(ProcedureVersion version) => Known.GetValue(
        version,
        static v => Convert.ToHexStringLower(SHA256.HashData(
            ProcedureWriter.Bytes(ProcedureWriter.Version(v with { Validity = new Validity(v.Validity.From, null) }))).AsSpan(0, 8)));
}
