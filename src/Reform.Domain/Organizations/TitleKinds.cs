using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>What holds for every title of a kind (đặc điểm của từng chức danh).</summary>
public static class TitleKinds
{
    private static readonly Dictionary<TitleKind, (TitleRank Rank, string Word, BilingualText Name)> All = new()
    {
        [TitleKind.Other] = (TitleRank.Other, "other", new("chức danh khác", "other post")),
        [TitleKind.Secretary] = (TitleRank.Head, "secretary", new("bí thư", "secretary")),
        [TitleKind.StandingDeputySecretary] = (TitleRank.Deputy, "standing_deputy_secretary", new("phó bí thư thường trực", "standing deputy secretary")),
        [TitleKind.DeputySecretary] = (TitleRank.Deputy, "deputy_secretary", new("phó bí thư", "deputy secretary")),
        [TitleKind.StandingBoardMember] = (TitleRank.Member, "standing_board_member", new("ủy viên ban thường vụ", "member of the standing board")),
        [TitleKind.CommitteeMember] = (TitleRank.Member, "committee_member", new("cấp ủy viên", "member of the committee")),
        [TitleKind.CommissionHead] = (TitleRank.Head, "commission_head", new("trưởng ban", "head of commission")),
        [TitleKind.DeputyCommissionHead] = (TitleRank.Deputy, "deputy_commission_head", new("phó trưởng ban", "deputy head of commission")),
        [TitleKind.ChiefOfOffice] = (TitleRank.Head, "chief_of_office", new("chánh văn phòng", "chief of office")),
        [TitleKind.DeputyChiefOfOffice] = (TitleRank.Deputy, "deputy_chief_of_office", new("phó chánh văn phòng", "deputy chief of office")),
        [TitleKind.InspectionChair] = (TitleRank.Head, "inspection_chair", new("chủ nhiệm ủy ban kiểm tra", "chair of the inspection commission")),
        [TitleKind.DeputyInspectionChair] =
            (TitleRank.Deputy, "deputy_inspection_chair", new("phó chủ nhiệm ủy ban kiểm tra", "deputy chair of the inspection commission")),
        [TitleKind.Chair] = (TitleRank.Head, "chair", new("chủ tịch", "chair")),
        [TitleKind.DeputyChair] = (TitleRank.Deputy, "deputy_chair", new("phó chủ tịch", "deputy chair")),
        [TitleKind.Director] = (TitleRank.Head, "director", new("giám đốc", "director")),
        [TitleKind.DeputyDirector] = (TitleRank.Deputy, "deputy_director", new("phó giám đốc", "deputy director")),
        [TitleKind.UnitHead] = (TitleRank.Head, "unit_head", new("cấp trưởng", "head of unit")),
        [TitleKind.DeputyUnitHead] = (TitleRank.Deputy, "deputy_unit_head", new("cấp phó", "deputy head of unit")),
        [TitleKind.CivilServant] = (TitleRank.Other, "civil_servant", new("công chức", "civil servant")),
    };

    internal static IReadOnlyDictionary<string, TitleKind> ByWord { get; } = All.ToDictionary(t => t.Value.Word, t => t.Key, StringComparer.Ordinal);

    /// <summary>The rank of a title in its body.</summary>
    /// <param name="title">The title.</param>
    /// <returns>The rank.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="title"/> is no defined title.</exception>
    public static TitleRank Rank(this TitleKind title) => Of(title).Rank;

    /// <summary>What a title is called.</summary>
    /// <param name="title">The title.</param>
    /// <returns>The name, without a capital.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="title"/> is no defined title.</exception>
    public static BilingualText Name(this TitleKind title) => Of(title).Name;

    private static (TitleRank Rank, string Word, BilingualText Name) Of(TitleKind title) => All.TryGetValue(title, out var traits)
        ? traits
        : throw new ArgumentOutOfRangeException(nameof(title), title, "No such title.");
}
