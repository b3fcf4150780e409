namespace Reform.Domain.Cases;

/// <summary>The key of the cases of one unit and procedure: "{unit}/{procedure}".</summary>
internal static class CaseSetKey
{
    public static string Of(CaseFacts facts) => facts.UnitId + "/" + facts.ProcedureCode;

    public static string UnitOf(string key) => key[..key.LastIndexOf('/')];
}
