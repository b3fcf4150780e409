using System.Globalization;
using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>The sentences of decisions on authority, in both languages.</summary>
internal static class AuthorityReasons
{
    private static readonly ReasonKind HoldsByLaw = new(
        "holds_by_law", "{holder} có thẩm quyền theo quy định: {basis}", "{holder} holds the power by law: {basis}");

    private static readonly ReasonKind Granted = new(
        "granted",
        "{grantor} giao cho {grantee} ({kind}) theo {instrument}, hiệu lực {period}",
        "{grantor} granted it to {grantee} ({kind}) by {instrument}, in force {period}");

    private static readonly Dictionary<AuthorityLinkKind, ReasonKind> OfLink = new()
    {
        [AuthorityLinkKind.AsHolder] = new("as_holder", "{holder} giữ chức vụ này", "{holder} holds this position"),
        [AuthorityLinkKind.AsHead] = new("as_head", "{holder} là người đứng đầu, quyết định cho đơn vị", "{holder} is the head and acts for the unit"),
        [AuthorityLinkKind.AsDeputy] = new(
            "as_deputy", "{holder} ký thay người đứng đầu trong lĩnh vực được phân công", "{holder} signs for the head in the field assigned to it"),
        [AuthorityLinkKind.AsDecidingBody] = new(
            "as_deciding_body", "{holder} là cơ quan của tổ chức được quyết định việc này", "{holder} is the body of the organization that decides this"),
        [AuthorityLinkKind.BySuccession] = new("by_succession", "{holder} kế thừa", "{holder} took it over"),
    };

    private static readonly BilingualText NotStated = new("(không nêu)", "(not stated)");

    private static readonly Dictionary<GrantKind, BilingualText> KindNames = new()
    {
        [GrantKind.Mandate] = new("ủy quyền", "mandate"),
        [GrantKind.Commission] = new("ủy nhiệm", "commission"),
        [GrantKind.Decentralization] = new("phân cấp", "decentralization"),
        [GrantKind.Devolution] = new("phân quyền", "devolution"),
        [GrantKind.Conferral] = new("giao quyền", "conferral"),
        [GrantKind.Assignment] = new("giao nhiệm vụ", "assignment"),
    };

    private static readonly Dictionary<string, BilingualText> Dimensions = new(StringComparer.Ordinal)
    {
        ["subject"] = new("nội dung", "subject"),
        ["territory"] = new("địa bàn", "territory"),
        ["case_kind"] = new("loại vụ việc", "kind of case"),
        ["amount"] = new("hạn mức", "amount"),
        ["exclusion"] = new("phần loại trừ", "exclusion"),
        ["unit"] = new("đơn vị", "unit"),
        ["deciding_body"] = new("quy định về cơ quan được quyết định", "the rule on which body decides"),
        ["instrument_kind"] = new("loại văn bản giao quyền", "the kind of the instrument"),
        ["grantee_eligibility"] = new("số liệu để xét điều kiện của bên nhận", "what the conditions for the grantee depend on"),
        ["successor"] = new("ai trong số các đơn vị kế thừa có thẩm quyền", "which of several successors has the power"),
        ["organization"] = new("sổ đơn vị, chức vụ", "the organization register"),
        ["vote"] = new("kết quả biểu quyết", "the vote"),
        ["confirmation"] = new("việc chuẩn y chức danh được bầu", "the confirmation of the elected title"),
    };

    // Each sentence about a grant may use these places: actor, grantor, grantee, instrument, on, and where it says so from or to.
    private static readonly Dictionary<AuthorityBreak, ReasonKind> OfGrant = new()
    {
        [AuthorityBreak.GrantNotYetInForce] = new(
            "grant_not_yet_in_force",
            "{instrument} chỉ có hiệu lực từ ngày {from}, sau ngày quyết định {on}",
            "{instrument} is in force only from {from}, after the decision on {on}"),
        [AuthorityBreak.GrantExpired] = new(
            "grant_expired",
            "{instrument} hết hiệu lực từ ngày {to}; quyết định ký ngày {on}",
            "{instrument} ended on {to}; the decision was made on {on}"),
        [AuthorityBreak.GrantSuspended] = new(
            "grant_suspended", "{instrument} đang bị đình chỉ vào ngày {on}", "{instrument} was suspended on {on}"),
        [AuthorityBreak.Revoked] = new(
            "revoked",
            "{instrument} đã bị thu hồi, không còn hiệu lực từ ngày {to}; quyết định ký ngày {on}",
            "{instrument} was revoked and without effect from {to}; the decision was made on {on}"),
        [AuthorityBreak.Lapsed] = new(
            "lapsed",
            "{instrument} đã chấm dứt từ ngày {to}; quyết định ký ngày {on}",
            "{instrument} lapsed on {to}; the decision was made on {on}"),
        [AuthorityBreak.OutOfScope] = new(
            "out_of_scope",
            "vụ việc nằm ngoài phạm vi của {instrument} ({dimension}: {value})",
            "the case lies outside the scope of {instrument} ({dimension}: {value})"),
        [AuthorityBreak.ConditionNotMet] = new(
            "condition_not_met", "điều kiện của {instrument} không được đáp ứng", "a condition of {instrument} is not met"),
        [AuthorityBreak.GrantorLackedPower] = new(
            "grantor_lacked_power",
            "{grantor} giao theo {instrument} nhưng bản thân không có thẩm quyền vào ngày giao {from}",
            "{grantor} granted it by {instrument} without holding the power on the day of the grant, {from}"),
        [AuthorityBreak.GrantorLostPower] = new(
            "grantor_lost_power",
            "{grantor} giao theo {instrument} nhưng không còn thẩm quyền vào ngày {on}",
            "{grantor} granted it by {instrument} and no longer held the power on {on}"),
        [AuthorityBreak.SubdelegationForbidden] = new(
            "subdelegation_forbidden",
            "{grantor} được giao nhưng không được giao lại; {instrument} vì vậy không có giá trị",
            "{grantor} may not pass the power on; {instrument} is therefore without effect"),
        [AuthorityBreak.NonDelegable] = new(
            "non_delegable",
            "thẩm quyền này không được giao bằng hình thức {kind}; {instrument} vì vậy không có giá trị",
            "the power may not be passed on by {kind}; {instrument} is therefore without effect"),
        [AuthorityBreak.PassesNoPower] = new(
            "passes_no_power",
            "{instrument} chỉ giao nhiệm vụ, không chuyển thẩm quyền cho {grantee}",
            "{instrument} assigns a task and passes no power to {grantee}"),
        [AuthorityBreak.NoWrittenInstrument] = new(
            "no_written_instrument", "việc {kind} cho {grantee} không được lập thành văn bản", "the {kind} to {grantee} was not made in writing"),
        [AuthorityBreak.WrongInstrumentKind] = new(
            "wrong_instrument_kind",
            "{instrument} không phải loại văn bản được dùng để {kind}",
            "{instrument} is not a kind of document that can make a {kind}"),
        [AuthorityBreak.PairNotAllowed] = new(
            "pair_not_allowed",
            "pháp luật không cho phép {grantor} {kind} cho {grantee}",
            "the law does not let {grantor} grant to {grantee} by {kind}"),
        [AuthorityBreak.GranteeKindNotAllowed] = new(
            "grantee_kind_not_allowed",
            "pháp luật không cho phép {kind} thẩm quyền này cho {grantee}",
            "the law does not let {grantee} receive this power by {kind}"),
        [AuthorityBreak.GranteeNotEligible] = new(
            "grantee_not_eligible",
            "{grantee} không đủ điều kiện để được {kind} vào ngày {from}",
            "{grantee} did not meet the conditions for a {kind} on {from}"),
        [AuthorityBreak.GranteeCeased] = new(
            "grantee_ceased", "{grantee} không còn tồn tại vào ngày {on}", "{grantee} no longer existed on {on}"),
        [AuthorityBreak.FunctionTransferred] = new(
            "function_transferred",
            "chức năng đã chuyển từ {grantee} cho đơn vị khác trước ngày {on}",
            "the function had passed from {grantee} to another unit before {on}"),
        [AuthorityBreak.GrantorCeased] = new(
            "grantor_ceased", "{grantor} không còn tồn tại vào ngày {on}", "{grantor} no longer existed on {on}"),
        [AuthorityBreak.UnitCeased] = new(
            "unit_ceased", "đơn vị mà {instrument} áp dụng không tồn tại vào ngày {on}", "the unit for which {instrument} holds did not exist on {on}"),
    };

    // Sentences about the actor, or about who holds by law.
    private static readonly Dictionary<AuthorityBreak, ReasonKind> OfActor = new()
    {
        [AuthorityBreak.NoGrant] = new(
            "no_grant", "Không có văn bản nào giao thẩm quyền này cho {actor}", "No instrument grants this power to {actor}"),
        [AuthorityBreak.WrongBody] = new(
            "wrong_body", "{actor} không phải cơ quan được quyết định việc này", "{actor} is not the body that decides this"),
        [AuthorityBreak.HolderNotYet] = new(
            "holder_not_yet", "pháp luật chưa giao thẩm quyền này cho {holder} vào ngày {on}", "the law had not yet given this power to {holder} on {on}"),
        [AuthorityBreak.HolderNoLonger] = new(
            "holder_no_longer",
            "pháp luật không còn giao thẩm quyền này cho {holder} vào ngày {on}",
            "the law no longer gave this power to {holder} on {on}"),
        [AuthorityBreak.GranteeCeased] = new("grantee_ceased", "{holder} không còn tồn tại vào ngày {on}", "{holder} no longer existed on {on}"),
        [AuthorityBreak.FunctionTransferred] = new(
            "function_transferred",
            "chức năng đã chuyển từ {holder} cho đơn vị khác trước ngày {on}",
            "the function had passed from {holder} to another unit before {on}"),
        [AuthorityBreak.UnitCeased] = new(
            "unit_ceased", "đơn vị mà thẩm quyền này áp dụng không tồn tại vào ngày {on}", "the unit for which the power is held did not exist on {on}"),
        [AuthorityBreak.OutOfScope] = new(
            "out_of_scope",
            "vụ việc nằm ngoài phạm vi mà pháp luật giao cho {holder} ({dimension}: {value})",
            "the case lies outside what the law gives to {holder} ({dimension}: {value})"),
        [AuthorityBreak.NonDelegable] = new(
            "non_delegable",
            "thẩm quyền này thuộc về tập thể; {actor} không được quyết định thay tập thể",
            "the power belongs to a collective; {actor} cannot decide in its place"),
        [AuthorityBreak.NotYetConfirmed] = new(
            "not_yet_confirmed", "chức danh của {actor} chưa được chuẩn y vào ngày {on}", "the title of {actor} was not yet confirmed on {on}"),
        [AuthorityBreak.ConflictOfInterest] = new(
            "conflict_of_interest", "vụ việc liên quan đến chính {actor} hoặc người có quan hệ", "the case concerns {actor} or one close to {actor}"),
        [AuthorityBreak.VoteNotPassed] = new(
            "vote_not_passed", "tập thể {actor} không biểu quyết thông qua", "the collective {actor} did not pass it"),
        [AuthorityBreak.CompetenceLostByTime] = new(
            "competence_lost_by_time",
            "{actor} chỉ còn thẩm quyền đến hết ngày {to}; quyết định ký ngày {on}",
            "{actor} was competent only until the end of {to}; the decision was made on {on}"),
        [AuthorityBreak.MultiTerritory] = new(
            "multi_territory",
            "vụ việc thuộc nhiều địa bàn ({territories}); {actor} chỉ có thẩm quyền đối với một phần, cấp trên phải phân công",
            "the case lies in several territories ({territories}); {actor} has only some of them, so a superior has to assign it"),
        [AuthorityBreak.SeveralSuccessors] = new(
            "several_successors",
            "nhiều đơn vị kế thừa thẩm quyền này, chưa phân công cho đơn vị nào",
            "several units succeeded in this power, and it is assigned to none of them"),
        [AuthorityBreak.MissingFacts] = new(
            "missing_facts", "Không thể kết luận: thiếu {missing}", "Cannot be decided: {missing} is missing"),
    };

    private static readonly Dictionary<string, ReasonKind> FindingKinds = new(StringComparer.Ordinal)
    {
        ["revoked_not_notified"] = new(
            "revoked_not_notified",
            "{instrument} đã bị thu hồi từ ngày {from} nhưng bên nhận chưa được thông báo vào ngày {on}",
            "{instrument} was revoked from {from}, but the grantee had not been told on {on}"),
        ["interpretation_onward_mandate"] = new(
            "interpretation_onward_mandate",
            "{instrument} ủy quyền tiếp một thẩm quyền được phân cấp: pháp luật chưa quy định, cần giải thích",
            "{instrument} mandates a power that came by decentralization: the law does not say, an interpretation is needed"),
        ["publication_outdated"] = new(
            "publication_outdated",
            "thủ tục đang công khai {decider} là nơi quyết định; cần công khai lại",
            "the procedure is published with {decider} as the one who decides; it has to be published again"),
        ["divergent_rules_in_merged_unit"] = new(
            "divergent_rules_in_merged_unit",
            "{instrument} là văn bản của đơn vị trước sắp xếp, chưa được thay thế; chỉ áp dụng trong địa bàn cũ",
            "{instrument} comes from a unit before its reorganization and was not replaced; it holds within the former territory only"),
        ["grantor_still_decides"] = new(
            "grantor_still_decides",
            "{actor} đã giao thẩm quyền này theo {instrument} mà vẫn tự quyết định",
            "{actor} gave this power away by {instrument} and decided all the same"),
        ["no_term"] = new(
            "no_term",
            "{instrument} không xác định thời hạn, trong khi {kind} phải có thời hạn",
            "{instrument} has no term, which a {kind} needs"),
        ["law_not_known"] = new(
            "law_not_known",
            "chưa đọc được quy định áp dụng cho việc {kind} theo {instrument}; chỉ xét theo văn bản này",
            "no law that was read is about the {kind} by {instrument}; only the instrument itself was looked at"),
        ["pair_not_settled"] = new(
            "pair_not_settled",
            "quy định đã đọc chưa nêu rõ {grantor} được {kind} cho những chủ thể nào",
            "the law that was read does not settle to whom {grantor} may grant by {kind}"),
        ["resources_not_provided"] = new(
            "resources_not_provided",
            "{grantor} phân cấp theo {instrument} nhưng không bảo đảm điều kiện thực hiện",
            "{grantor} decentralized it by {instrument} without providing the means"),
    };

    public static string CodeOf(AuthorityBreak cause) =>
        OfGrant.TryGetValue(cause, out ReasonKind? kind) || OfActor.TryGetValue(cause, out kind) ? kind.Code : "competent";

    public static Reason By(AuthorityLink link, Func<string, BilingualText> name) => link switch
    {
        { Grant: Grant grant } => ByGrant(grant, link.Term, name),
        { Kind: AuthorityLinkKind.ByLaw, Basis: LegalBasis basis } => HoldsByLaw.Because(basis, ("holder", name(link.HolderId)), ("basis", basis.Citation)),
        _ => OfLink[link.Kind].Because(link.Basis, ("holder", name(link.HolderId))),
    };

    private static Reason ByGrant(Grant grant, Validity term, Func<string, BilingualText> name) => Granted.Because(
        AuthorityLink.BasisOf(grant),
        ("grantor", name(grant.GrantorId)),
        ("grantee", name(grant.GranteeId)),
        ("kind", KindNames[grant.Kind]),
        ("instrument", Cite(grant)),
        ("period", PeriodText(term)));

    public static Reason Broken(AuthorityBreak cause, Grant grant, IReadOnlyDictionary<string, ReasonValue> more, Func<string, BilingualText> name) =>
        Filled(OfGrant[cause], AuthorityLink.BasisOf(grant), Places(grant, name, more));

    public static Reason Broken(AuthorityBreak cause, LegalBasis? basis, IReadOnlyDictionary<string, ReasonValue> places) =>
        Filled(OfActor[cause], basis, places);

    public static Reason Finding(string code, Grant? grant, IReadOnlyDictionary<string, ReasonValue> more, Func<string, BilingualText> name) =>
        Filled(FindingKinds[code], grant is null ? null : AuthorityLink.BasisOf(grant), grant is null ? more : Places(grant, name, more));

    public static bool IsAboutGrant(AuthorityBreak cause) => OfGrant.ContainsKey(cause);

    public static BilingualText DimensionName(string dimension) => Dimensions.GetValueOrDefault(dimension)
        ?? (dimension.StartsWith("condition:", StringComparison.Ordinal)
            ? new BilingualText("điều kiện " + dimension[10..], "condition " + dimension[10..])
            : BilingualText.Same(dimension));

    /// <summary>What a case states in a dimension, in words.</summary>
    public static BilingualText ValueOf(string dimension, AuthorityQuestion question, Func<string, BilingualText> name) => dimension switch
    {
        "subject" => Stated(question.Case.Subject),
        "case_kind" => Stated(question.Case.CaseKind),
        "territory" => question.Case.Territories.Count == 0 ? NotStated : Joined(question.Case.Territories.Select(name)),
        "unit" => question.UnitId is string unit ? name(unit) : NotStated,
        "amount" => question.Case.Amount is decimal amount ? Number(amount) : NotStated,
        _ => Stated(question.Case.Subject),
    };

    public static BilingualText Joined(IEnumerable<BilingualText> texts)
    {
        List<BilingualText> all = [.. texts];
        return new BilingualText(string.Join("; ", all.Select(t => t.Vietnamese)), string.Join("; ", all.Select(t => t.English)));
    }

    public static BilingualText Named(string id, Func<string, BilingualText?>? nameOf) =>
        string.IsNullOrWhiteSpace(id) ? NotStated : nameOf?.Invoke(id) ?? BilingualText.Same(id);

    private static BilingualText Stated(string? text) => string.IsNullOrWhiteSpace(text) ? NotStated : BilingualText.Same(text);

    private static BilingualText Number(decimal amount)
    {
        string english = amount.ToString("#,0.##########", CultureInfo.InvariantCulture);
        return new BilingualText(english.Replace(',', ' ').Replace('.', ',').Replace(' ', '.'), english);
    }

    private static Dictionary<string, ReasonValue> Places(Grant grant, Func<string, BilingualText> name, IReadOnlyDictionary<string, ReasonValue> more) => new(more, StringComparer.Ordinal)
    {
        ["grantor"] = name(grant.GrantorId),
        ["grantee"] = name(grant.GranteeId),
        ["kind"] = KindNames[grant.Kind],
        ["instrument"] = Cite(grant),
    };

    // A sentence takes the places that it has.
    private static Reason Filled(ReasonKind kind, LegalBasis? basis, IReadOnlyDictionary<string, ReasonValue> places) =>
        kind.Because(basis, [.. kind.Places.Select(p => (p, places[p]))]);

    private static BilingualText Cite(Grant grant) => new(
        "văn bản " + grant.Instrument.Number + " (" + Day(grant.Instrument.Date, Language.Vietnamese) + ")",
        "instrument " + grant.Instrument.Number + " (" + Day(grant.Instrument.Date, Language.English) + ")");

    private static BilingualText PeriodText(Validity validity) => new(PeriodText(validity, Language.Vietnamese), PeriodText(validity, Language.English));

    private static string PeriodText(Validity validity, Language language)
    {
        bool english = language == Language.English;
        string from = validity.From is LocalDate f ? (english ? "from " : "từ ngày ") + Day(f, language) : english ? "from the start" : "từ đầu";
        return validity.To is LocalDate t ? from + (english ? " until before " : " đến trước ngày ") + Day(t, language) : from;
    }

    private static string Day(LocalDate date, Language language) => new ReasonValue.Date(date).In(language);
}
