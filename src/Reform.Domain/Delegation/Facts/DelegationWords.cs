using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>The facts of decisions and grants as a clerk reads them.</summary>
internal static partial class DelegationWords
{
    public static IReadOnlyDictionary<string, BilingualText> OfDecisions { get; } = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
    {
        [nameof(DecisionFacts.DecisionId)] = new("mã quyết định", "decision"),
        [nameof(DecisionFacts.ActorId)] = new("người quyết định", "who decided"),
        [nameof(DecisionFacts.PowerId)] = new("thẩm quyền", "power"),
        [nameof(DecisionFacts.DecidedOn)] = new("ngày quyết định", "decided on"),
        [nameof(DecisionFacts.UnitId)] = new("đơn vị chịu trách nhiệm", "unit that answers"),
        [nameof(DecisionFacts.System)] = new("hệ thống", "system"),
        [nameof(DecisionFacts.Verdict)] = new("kết luận về thẩm quyền", "verdict on competence"),
        [nameof(DecisionFacts.Break)] = new("chỗ đứt của chuỗi thẩm quyền", "where the chain is broken"),
        [nameof(DecisionFacts.IsByLaw)] = new("có thẩm quyền theo luật", "competent by law"),
        [nameof(DecisionFacts.Grants)] = new("số văn bản trong chuỗi", "grants in the chain"),
        [nameof(DecisionFacts.GrantId)] = new("việc giao quyền", "grant"),
        [nameof(DecisionFacts.IsGivenAway)] = new("đã phân cấp, phân quyền cho nơi khác", "given away before"),
        [nameof(DecisionFacts.IsCollectivePower)] = new("thẩm quyền của tập thể", "power of a collective"),
        [nameof(DecisionFacts.IsOneForCollective)] = new("một người quyết định thay tập thể", "one person in place of the collective"),
        [nameof(DecisionFacts.Vote)] = new("kết quả biểu quyết", "outcome of the vote"),
        [nameof(DecisionFacts.LacksSubject)] = new("thiếu nội dung", "subject is missing"),
        [nameof(DecisionFacts.LacksTerritory)] = new("thiếu địa bàn", "territory is missing"),
        [nameof(DecisionFacts.LacksCaseKind)] = new("thiếu loại vụ việc", "kind of case is missing"),
        [nameof(DecisionFacts.LacksAmount)] = new("thiếu hạn mức", "amount is missing"),
        [nameof(DecisionFacts.LacksUnit)] = new("thiếu đơn vị", "unit is missing"),
        [nameof(DecisionFacts.LacksVote)] = new("thiếu kết quả biểu quyết", "vote is missing"),
        [nameof(DecisionFacts.LacksConfirmation)] = new("thiếu việc chuẩn y", "confirmation is missing"),
        [nameof(DecisionFacts.LacksAssignment)] = new("chờ cấp trên phân công", "waits for an assignment"),
        [nameof(DecisionFacts.LacksOther)] = new("thiếu dữ kiện khác", "other facts are missing"),
        [nameof(DecisionFacts.WhyVietnamese)] = new("lý do không có thẩm quyền (tiếng Việt)", "why not competent (Vietnamese)"),
        [nameof(DecisionFacts.WhyEnglish)] = new("lý do không có thẩm quyền (tiếng Anh)", "why not competent (English)"),
    };

    public static IReadOnlyDictionary<string, BilingualText> OfGrants { get; } = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
    {
        [nameof(GrantFacts.GrantId)] = new("mã việc giao quyền", "grant"),
        [nameof(GrantFacts.PowerId)] = new("thẩm quyền", "power"),
        [nameof(GrantFacts.StartsOn)] = new("ngày bắt đầu có hiệu lực", "first day"),
        [nameof(GrantFacts.Kind)] = new("hình thức giao quyền", "kind of grant"),
        [nameof(GrantFacts.GrantorId)] = new("bên giao", "grantor"),
        [nameof(GrantFacts.GranteeId)] = new("bên nhận", "grantee"),
        [nameof(GrantFacts.UnitId)] = new("đơn vị của bên giao", "unit of the grantor"),
        [nameof(GrantFacts.System)] = new("hệ thống", "system"),
        [nameof(GrantFacts.LawId)] = new("quy định áp dụng", "law that applies"),
        [nameof(GrantFacts.IsLawKnown)] = new("đã rõ quy định áp dụng", "law is known"),
        [nameof(GrantFacts.IsWritten)] = new("bằng văn bản", "in writing"),
        [nameof(GrantFacts.HasTerm)] = new("có thời hạn", "has a term"),
        [nameof(GrantFacts.AsksForTerm)] = new("pháp luật yêu cầu thời hạn", "law asks for a term"),
        [nameof(GrantFacts.AsksForPair)] = new("pháp luật quy định cặp chủ thể", "law names the pairs"),
        [nameof(GrantFacts.IsPairAllowed)] = new("cặp chủ thể được phép", "pair is allowed"),
        [nameof(GrantFacts.Instrument)] = new("loại văn bản", "kind of instrument"),
        [nameof(GrantFacts.AsksForInstrument)] = new("pháp luật quy định loại văn bản", "law names the instruments"),
        [nameof(GrantFacts.IsInstrumentRight)] = new("đúng loại văn bản", "right kind of instrument"),
        [nameof(GrantFacts.IsPassedOn)] = new("giao tiếp từ việc giao quyền khác", "passes on another grant"),
        [nameof(GrantFacts.IsSubdelegation)] = new("ủy quyền lại", "passes on what may not be"),
        [nameof(GrantFacts.IsDelegable)] = new("được phép giao", "may be passed on"),
        [nameof(GrantFacts.GrantorHeldPower)] = new("bên giao có thẩm quyền", "grantor held the power"),
    };
}
