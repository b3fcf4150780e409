namespace Reform.Samples.HaiPhong.Generator;

/// <summary>From when on rules bind, by the instruments that state them; each case is judged by the law of its own day.</summary>
internal static class Laws
{
    /// <summary>Decree 61/2018/NĐ-CP: a slip with the appointed date.</summary>
    public static readonly DateOnly OneStop = new(2018, 6, 21);

    /// <summary>Regulation 338-QĐ/TW: one supplement at most, refusals with a reason.</summary>
    public static readonly DateOnly PartyProcedures = new(2025, 7, 9);

    /// <summary>The rules on who may decide, as they bind decisions of a day: two of them have no basis before 63/2025/QH15.</summary>
    public static string[] AuthorityRulesOn(DateOnly date) => date >= new DateOnly(2025, 3, 1)
        ? ["CR-DLG-03", "CR-DLG-04", "CR-DLG-05", "CR-DLG-06", "CR-DLG-07", "CR-DLG-24"]
        : ["CR-DLG-03", "CR-DLG-04", "CR-DLG-06", "CR-DLG-07"];
}
