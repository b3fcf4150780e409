using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;

namespace Reform.Grpc.Procedures;

/// <summary>What the listings of facts about procedures share.</summary>
internal static class ProcedureLists
{
    /// <summary>The procedure of an optional name; one that is not known is refused.</summary>
    public static string? ProcedureOf(RegisterState state, string field, string name)
    {
        string? code = ResourceName.InOptional(ProcedureMapping.Collection, field, name);
        return code is null || state.Procedures.Find(code) is not null ? code : throw RegisterRefusal.NotFound(field, name);
    }

    /// <summary>A procedure; one that is not known is refused.</summary>
    public static Published Procedure(RegisterState state, string field, string name) =>
        state.Procedures.Find(ResourceName.In(ProcedureMapping.Collection, field, name)) ?? throw RegisterRefusal.NotFound(field, name);
}
