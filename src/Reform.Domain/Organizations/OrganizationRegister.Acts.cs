using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <content>What bodies that ended left behind.</content>
public sealed partial class OrganizationRegister
{
    private static readonly LocalDate Resolution190From = new(2025, 2, 19);

    private static readonly LegalBasis ActsOutlive = new(new BilingualText(
        "Điều 4, Điều 10 Nghị quyết 190/2025/QH15; Điều 54 Luật Tổ chức chính quyền địa phương 72/2025/QH15",
        "Resolution 190/2025/QH15, Arts. 4 and 10; Law on Organization of Local Government 72/2025/QH15, Art. 54"));

    private static readonly LegalBasis Annulment = new(new BilingualText("Quy định 294-QĐ/TW, khoản 4.4.1", "Regulation 294-QĐ/TW, 4.4.1"));

    private static readonly ReasonKind NotIssuedKind = new("act_not_issued", "{act} chưa được ban hành vào ngày {on}", "{act} was not issued yet on {on}");
    private static readonly ReasonKind ExpiredKind = new("act_expired", "{act} hết thời hạn từ ngày {to}", "the term of {act} was over from {to}");
    private static readonly ReasonKind ReplacedKind = new(
        "act_replaced", "{act} được thay thế hoặc thu hồi từ ngày {to}", "{act} was replaced or withdrawn on {to}");
    private static readonly ReasonKind InForceKind = new("act_in_force", "{act} còn hiệu lực vào ngày {on}", "{act} was in force on {on}");

    private static readonly ReasonKind OutlivesKind = new(
        "act_outlives_issuer",
        "{issuer} đã kết thúc hoạt động; {act} vẫn có hiệu lực cho đến khi hết thời hạn hoặc được đơn vị kế thừa sửa đổi, thay thế",
        "{issuer} ended; {act} stays in force until its term is over or the successor amends or replaces it");

    private static readonly ReasonKind AmendedKind = new("act_amended", "{act} được {unit} sửa đổi từ ngày {on}", "{act} was amended by {unit} from {on}");

    private static readonly ReasonKind AmendedByAnotherKind = new(
        "act_amended_by_another",
        "{unit} không có quyền sửa đổi {act} vào ngày {on}: việc sửa đổi không tính",
        "{unit} could not amend {act} on {on}: the amendment does not count");

    private static readonly ReasonKind NotSettledKind = new(
        "act_not_settled",
        "{issuer} đã kết thúc hoạt động; chưa có căn cứ để kết luận {act} còn hiệu lực hay không",
        "{issuer} ended; no law that was read says whether {act} is still in force");

    private static readonly ReasonKind IssuerAnnulsKind = new("issuer_annuls", "{issuer} đã ban hành thì hủy bỏ", "{issuer} issued it and annuls it");

    private static readonly ReasonKind MemberCommitteeAnnulsKind = new(
        "member_committee_annuls",
        "{issuer} không còn; {committee} là cấp ủy có thẩm quyền nơi đảng viên đang sinh hoạt nên hủy bỏ, không phải đơn vị kế thừa theo địa bàn",
        "{issuer} is gone; {committee} is the competent committee where the member is now active and annuls it, not the territorial successor");

    private static readonly ReasonKind NobodyAnnulsKind = new(
        "no_committee_annuls",
        "{issuer} không còn; không tìm thấy cấp ủy có thẩm quyền nơi đảng viên đang sinh hoạt",
        "{issuer} is gone, and no competent committee is found where the member is now active");

    /// <summary>What an act is worth on a date, its issuer having ended or not.</summary>
    /// <param name="act">The act.</param>
    /// <param name="on">The date.</param>
    /// <returns>Whether it has effect, and who may change it.</returns>
    /// <exception cref="OrganizationInputException">
    /// The issuer is unknown or did not exist when the act was issued, the act ends before it is issued, or the register does not cover the date.
    /// </exception>
    public ActStatus StatusOf(IssuedAct act, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(act);
        RequireCovered(on);
        OrganizationUnit issuer = Unit(act.IssuerId, "issuer");
        if (!issuer.Validity.Contains(act.IssuedOn))
        {
            throw OrganizationInputException.Of(
                "issuer_not_there", "issued_on", "đơn vị '" + issuer.Id + "' không tồn tại vào ngày ban hành",
                "the unit '" + issuer.Id + "' does not exist on the date of issue");
        }

        if (act.ValidUntil <= act.IssuedOn || act.ReplacedOn < act.IssuedOn)
        {
            throw OrganizationInputException.Of("dates_out_of_order", "valid_until", "văn bản kết thúc trước khi ban hành", "the act ends before it is issued");
        }

        if (on < act.IssuedOn)
        {
            return new ActStatus(act, on, ActState.NotIssued, null, [NotIssuedKind.Because(null, ("act", act.Id), ("on", on))]);
        }

        (ActState state, Reason reason) = StateOf(act, issuer, on);
        SuccessionAnswer changedBy = SuccessorsOf(issuer.Id, on, act.Function, act.Territory);
        (ActAmendment? amendment, List<Reason> amended) = AmendmentsOf(act, issuer, on);
        return new ActStatus(act, on, state, changedBy, [reason, .. amended, .. changedBy.Reasons], amendment);
    }

    // Only the issuer, or who has its function and territory by then, may amend an act.
    private (ActAmendment? Last, List<Reason> Reasons) AmendmentsOf(IssuedAct act, OrganizationUnit issuer, LocalDate on)
    {
        ActAmendment? last = null;
        var reasons = new List<Reason>();
        foreach (ActAmendment amendment in act.Amendments.Where(a => a.On <= on).OrderBy(a => a.On))
        {
            OrganizationUnit by = Unit(amendment.ByUnitId, "amended_by");
            if (amendment.On < act.IssuedOn)
            {
                throw OrganizationInputException.Of("dates_out_of_order", "amended_on", "văn bản được sửa đổi trước khi ban hành", "the act is amended before it is issued");
            }

            bool may = SuccessorsOf(issuer.Id, amendment.On, act.Function, act.Territory).Successor == by.Id;
            last = may ? amendment : last;
            reasons.Add((may ? AmendedKind : AmendedByAnotherKind).Because(null, ("act", act.Id), ("unit", by.Name), ("on", amendment.On)));
        }

        return (last, reasons);
    }

    /// <summary>
    /// Who annuls a decision about a member that turned out to be wrong: whoever issued it; when that body is gone, the competent committee
    /// where the member is now active, not the territorial successor (Regulation 294-QĐ/TW, 4.4.1).
    /// </summary>
    /// <param name="issuerId">The body that issued the decision.</param>
    /// <param name="memberUnitId">The organisation in which the member is active on the date.</param>
    /// <param name="on">The date.</param>
    /// <returns>The body, with the reason.</returns>
    /// <exception cref="OrganizationInputException">
    /// A unit is unknown, the member's unit does not exist on the date, or the register does not cover the date.
    /// </exception>
    public AnnullingBody WhoAnnuls(string issuerId, string memberUnitId, LocalDate on)
    {
        bool isThere = ExistsOn(issuerId, on);
        OrganizationUnit issuer = Unit(issuerId);
        if (!ExistsOn(memberUnitId, on))
        {
            throw OrganizationInputException.Of(
                "unit_not_there", "member_unit", "đơn vị '" + memberUnitId + "' không tồn tại vào ngày này",
                "the unit '" + memberUnitId + "' does not exist on this date");
        }

        if (isThere)
        {
            return new AnnullingBody(issuer.Id, IssuerAnnulsKind.Because(Annulment, ("issuer", issuer.Name)));
        }

        return ImmediateSuperiorOf(memberUnitId, on) is OrganizationUnit committee
            ? new AnnullingBody(committee.Id, MemberCommitteeAnnulsKind.Because(Annulment, ("issuer", issuer.Name), ("committee", committee.Name)))
            : new AnnullingBody(null, NobodyAnnulsKind.Because(Annulment, ("issuer", issuer.Name)));
    }

    private static (ActState State, Reason Reason) StateOf(IssuedAct act, OrganizationUnit issuer, LocalDate on)
    {
        if (act.ReplacedOn is LocalDate replaced && on >= replaced)
        {
            return (ActState.Replaced, ReplacedKind.Because(null, ("act", act.Id), ("to", replaced)));
        }

        if (act.ValidUntil is LocalDate until && on >= until)
        {
            return (ActState.Expired, ExpiredKind.Because(null, ("act", act.Id), ("to", until)));
        }

        if (!issuer.Validity.EndedBy(on))
        {
            return (ActState.InForce, InForceKind.Because(null, ("act", act.Id), ("on", on)));
        }

        return issuer.System == OrganizationSystem.State && issuer.Validity.To >= Resolution190From
            ? (ActState.InForce, OutlivesKind.Because(ActsOutlive, ("issuer", issuer.Name), ("act", act.Id)))
            : (ActState.NotSettled, NotSettledKind.Because(null, ("issuer", issuer.Name), ("act", act.Id)));
    }
}
