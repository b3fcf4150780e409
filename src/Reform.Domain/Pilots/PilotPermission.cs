using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;

namespace Reform.Domain.Pilots;

/// <summary>Whether a pilot allows a unit to depart from the rules (được phép làm khác quy định).</summary>
/// <param name="IsAllowed">Whether it does.</param>
/// <param name="Reason">Why.</param>
public sealed record PilotPermission(bool IsAllowed, Reason Reason)
{
    private static readonly LegalBasis Basis = LegalBasis.Programme72("đề xuất được thí điểm", "proposes pilots, which Central has to allow");

    private static readonly ReasonKind Unknown = new("pilot_unknown", "Không có thí điểm '{pilot}' vào ngày {on}", "There is no pilot '{pilot}' on {on}");

    private static readonly ReasonKind NotApproved = new(
        "pilot_not_approved", "Thí điểm '{pilot}' chưa được Trung ương đồng ý vào ngày {on}", "Central had not approved the pilot '{pilot}' by {on}");

    private static readonly ReasonKind NotBegun = new(
        "pilot_not_begun", "Thí điểm '{pilot}' bắt đầu từ {from}, sau ngày {on}", "The pilot '{pilot}' begins on {from}, after {on}");

    private static readonly ReasonKind Over = new("pilot_over", "Thí điểm '{pilot}' đã kết thúc từ {ended}", "The pilot '{pilot}' is over since {ended}");

    private static readonly ReasonKind OtherProcedure = new(
        "pilot_other_procedure", "Thí điểm '{pilot}' không áp dụng cho thủ tục '{procedure}'", "The pilot '{pilot}' does not cover the procedure '{procedure}'");

    private static readonly ReasonKind OtherUnit = new(
        "pilot_other_unit", "Thí điểm '{pilot}' không áp dụng tại đơn vị '{unit}'", "The pilot '{pilot}' does not cover the unit '{unit}'");

    private static readonly ReasonKind Allowed = new(
        "pilot_allows", "Trung ương đồng ý thí điểm '{pilot}' tại {document} ngày {approved}", "Central approved the pilot '{pilot}' by {document} of {approved}");

    internal static PilotPermission Of(string pilotId, PilotStanding? standing, string procedureCode, string unitId, LocalDate on)
    {
        Reason No(ReasonKind kind, params ReadOnlySpan<(string, ReasonValue)> more) => kind.Because(Basis, [("pilot", pilotId), .. more]);
        Reason? why = standing is null ? No(Unknown, ("on", on))
            : standing.Approval is not PilotApproved approval ? No(NotApproved, ("on", on))
            : standing.EndedOn is LocalDate ended ? No(Over, ("ended", ended))
            : approval.Scope.Period.StartsAfter(on) ? No(NotBegun, ("from", approval.Scope.Period.From!.Value), ("on", on))
            : !approval.Scope.ProcedureCodes.Contains(procedureCode, StringComparer.Ordinal) ? No(OtherProcedure, ("procedure", procedureCode))
            : !approval.Scope.UnitIds.Contains(unitId, StringComparer.Ordinal) ? No(OtherUnit, ("unit", unitId))
            : null;
        return why is not null
            ? new PilotPermission(false, why)
            : new PilotPermission(true, Allowed.Because(Basis, ("pilot", pilotId), ("document", standing!.Approval!.Document), ("approved", standing.Approval.On)));
    }
}
