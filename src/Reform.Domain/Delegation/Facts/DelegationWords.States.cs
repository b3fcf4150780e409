using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <content>The facts of grants over time, signatures, units and powers.</content>
internal static partial class DelegationWords
{
    public static IReadOnlyDictionary<string, BilingualText> OfGrantStates { get; } = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
    {
        [nameof(GrantStateFacts.GrantId)] = new("mã việc giao quyền", "grant"),
        [nameof(GrantStateFacts.PowerId)] = new("thẩm quyền", "power"),
        [nameof(GrantStateFacts.AsOf)] = new("ngày đánh giá", "date of judgement"),
        [nameof(GrantStateFacts.Kind)] = new("hình thức giao quyền", "kind of grant"),
        [nameof(GrantStateFacts.GrantorId)] = new("bên giao", "grantor"),
        [nameof(GrantStateFacts.GranteeId)] = new("bên nhận", "grantee"),
        [nameof(GrantStateFacts.UnitId)] = new("đơn vị của bên giao", "unit of the grantor"),
        [nameof(GrantStateFacts.System)] = new("hệ thống", "system"),
        [nameof(GrantStateFacts.IsRunning)] = new("còn thời hạn", "runs"),
        [nameof(GrantStateFacts.IsInForce)] = new("còn hiệu lực", "in force"),
        [nameof(GrantStateFacts.GranteeExists)] = new("bên nhận còn tồn tại", "grantee exists"),
        [nameof(GrantStateFacts.GrantorExists)] = new("bên giao còn tồn tại", "grantor exists"),
        [nameof(GrantStateFacts.UnitExists)] = new("đơn vị áp dụng còn tồn tại", "unit exists"),
        [nameof(GrantStateFacts.LastDay)] = new("ngày cuối còn hiệu lực", "last day in force"),
        [nameof(GrantStateFacts.DaysLeft)] = new("số ngày còn lại", "days left"),
        [nameof(GrantStateFacts.PendingCases)] = new("số hồ sơ đang giải quyết", "pending cases"),
        [nameof(GrantStateFacts.LastWatchedOn)] = new("lần kiểm tra, báo cáo gần nhất", "last check or report"),
        [nameof(GrantStateFacts.DaysUnwatched)] = new("số ngày chưa kiểm tra, báo cáo", "days since then"),
        [nameof(GrantStateFacts.HasConditions)] = new("pháp luật đặt điều kiện cho bên nhận", "law has conditions for the grantee"),
        [nameof(GrantStateFacts.IsSettingKnown)] = new("đã rõ loại hình cơ sở", "kind of base is known"),
        [nameof(GrantStateFacts.Members)] = new("số đảng viên", "members"),
        [nameof(GrantStateFacts.Conditions)] = new("điều kiện của bên nhận", "conditions for the grantee"),
    };

    public static IReadOnlyDictionary<string, BilingualText> OfSignatures { get; } = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
    {
        [nameof(SignatureFacts.DocumentId)] = new("văn bản", "document"),
        [nameof(SignatureFacts.PositionId)] = new("chức vụ người ký", "position"),
        [nameof(SignatureFacts.SignedOn)] = new("ngày ký", "signed on"),
        [nameof(SignatureFacts.UnitId)] = new("đơn vị của người ký", "unit of the signer"),
        [nameof(SignatureFacts.System)] = new("hệ thống", "system"),
        [nameof(SignatureFacts.HoldsPosition)] = new("giữ chức vụ khi ký", "held the position"),
        [nameof(SignatureFacts.Title)] = new("chức danh được ký", "title may sign"),
        [nameof(SignatureFacts.Form)] = new("thể thức ký", "form of the signature"),
        [nameof(SignatureFacts.LacksRule)] = new("chưa có căn cứ về thể thức", "no rule about the form"),
        [nameof(SignatureFacts.LacksPassing)] = new("thiếu quy chế làm việc", "working regulations are missing"),
        [nameof(SignatureFacts.LacksAllocation)] = new("thiếu phân công lĩnh vực", "allocation is missing"),
        [nameof(SignatureFacts.LacksSealOwner)] = new("thiếu cơ quan được ký thay", "body signed for is missing"),
        [nameof(SignatureFacts.WhyVietnamese)] = new("sai ở đâu (tiếng Việt)", "what is wrong (Vietnamese)"),
        [nameof(SignatureFacts.WhyEnglish)] = new("sai ở đâu (tiếng Anh)", "what is wrong (English)"),
    };

    public static IReadOnlyDictionary<string, BilingualText> OfUnits { get; } = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
    {
        [nameof(UnitFacts.UnitId)] = new("đơn vị", "unit"),
        [nameof(UnitFacts.AsOf)] = new("ngày đánh giá", "date of judgement"),
        [nameof(UnitFacts.Kind)] = new("loại tổ chức", "kind of body"),
        [nameof(UnitFacts.Exists)] = new("đang tồn tại", "exists"),
        [nameof(UnitFacts.EndedOn)] = new("ngày kết thúc", "ended on"),
        [nameof(UnitFacts.Matters)] = new("số việc đang giải quyết", "matters in hand"),
        [nameof(UnitFacts.MattersLost)] = new("số việc chưa ai kế thừa", "matters nobody took over"),
        [nameof(UnitFacts.MattersOpen)] = new("số việc chưa rõ nơi kế thừa", "matters of unclear succession"),
        [nameof(UnitFacts.HasWorkingRegulation)] = new("có quy chế làm việc", "has working regulations"),
        [nameof(UnitFacts.IsSuperiorInformed)] = new("đã báo cáo cấp trên", "superior was informed"),
    };

    public static IReadOnlyDictionary<string, BilingualText> OfPowers { get; } = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
    {
        [nameof(PowerFacts.PowerId)] = new("thẩm quyền", "power"),
        [nameof(PowerFacts.AsOf)] = new("ngày đánh giá", "date of judgement"),
        [nameof(PowerFacts.GrantsInForce)] = new("số việc giao quyền còn hiệu lực", "grants in force"),
        [nameof(PowerFacts.Overlaps)] = new("số cặp chồng lấn", "pairs that overlap"),
        [nameof(PowerFacts.FirstGrantId)] = new("việc giao quyền thứ nhất", "first grant"),
        [nameof(PowerFacts.SecondGrantId)] = new("việc giao quyền thứ hai", "second grant"),
        [nameof(PowerFacts.UnitId)] = new("đơn vị của bên giao", "unit of the grantor"),
    };

    public static IReadOnlyDictionary<string, BilingualText> OfGrantors { get; } = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
    {
        [nameof(GrantorFacts.ActorId)] = new("người quyết định", "who decides"),
        [nameof(GrantorFacts.PowerId)] = new("thẩm quyền", "power"),
        [nameof(GrantorFacts.AsOf)] = new("ngày đánh giá", "date of judgement"),
        [nameof(GrantorFacts.UnitId)] = new("đơn vị", "unit"),
        [nameof(GrantorFacts.Decisions)] = new("số quyết định", "decisions"),
        [nameof(GrantorFacts.AfterGivenAway)] = new("số quyết định sau khi đã giao", "decisions after giving away"),
        [nameof(GrantorFacts.Undecided)] = new("số quyết định chưa rõ", "decisions of which it cannot be told"),
    };

    public static IReadOnlyDictionary<string, BilingualText> OfShares { get; } = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
    {
        [nameof(Rules.ShareFacts.Key)] = new("đơn vị", "unit"),
        [nameof(Rules.ShareFacts.AsOf)] = new("ngày đánh giá", "date of judgement"),
        [nameof(Rules.ShareFacts.Total)] = new("số thẩm quyền được phép giao", "powers that may be passed on"),
        [nameof(Rules.ShareFacts.Counted)] = new("số thẩm quyền đã giao", "powers passed on"),
        [nameof(Rules.ShareFacts.Untold)] = new("số thẩm quyền chưa rõ", "powers of which it cannot be told"),
    };

    public static IReadOnlyDictionary<string, BilingualText> OfLocalVariants { get; } = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
    {
        [nameof(LocalVariantFacts.UnitId)] = new("đơn vị", "unit"),
        [nameof(LocalVariantFacts.ProcedureCode)] = new("mã thủ tục", "procedure"),
        [nameof(LocalVariantFacts.AsOf)] = new("ngày so sánh", "date of comparison"),
        [nameof(LocalVariantFacts.IsDecentralized)] = new("được phân cấp", "received by decentralisation"),
        [nameof(LocalVariantFacts.MayDiffer)] = new("được phép quy định khác", "may differ"),
        [nameof(LocalVariantFacts.AddedDocuments)] = new("số giấy tờ thêm", "documents added"),
        [nameof(LocalVariantFacts.AddedConditions)] = new("số điều kiện thêm", "conditions added"),
        [nameof(LocalVariantFacts.LongerLimits)] = new("số thời hạn dài hơn", "longer limits"),
        [nameof(LocalVariantFacts.LimitsOpen)] = new("số thời hạn không so sánh được", "limits that cannot be compared"),
    };
}
