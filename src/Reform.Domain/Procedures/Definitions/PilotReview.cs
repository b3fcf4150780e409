using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Pilots;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Reviews whether the pilot that tries a version allows it, before any case of it exists (rà soát phiên bản thí điểm).</summary>
public static class PilotReview
{
    private static readonly LegalBasis Basis = LegalBasis.Programme72("đề xuất được thí điểm", "proposes pilots, which Central has to allow");

    private static readonly ReasonKind NotApproved = new(
        "procedure_pilot_not_approved",
        "Phiên bản theo thí điểm '{pilot}' mà đến ngày {on} Trung ương chưa đồng ý",
        "The version stands under the pilot '{pilot}', which Central had not approved by {on}");

    private static readonly ReasonKind OtherProcedure = new(
        "procedure_outside_pilot", "Thí điểm '{pilot}' không áp dụng cho thủ tục '{procedure}'", "The pilot '{pilot}' does not cover the procedure '{procedure}'");

    private static readonly ReasonKind Earlier = new(
        "procedure_before_pilot",
        "Phiên bản có hiệu lực trước {from}, ngày đầu tiên thí điểm '{pilot}' cho phép",
        "The version is in force before {from}, the first day on which the pilot '{pilot}' allows it");

    private static readonly ReasonKind Later = new(
        "procedure_after_pilot",
        "Phiên bản không hết hiệu lực trước {until}, khi thí điểm '{pilot}' kết thúc",
        "The version does not end by {until}, when the pilot '{pilot}' is over");

    /// <summary>Reviews a version.</summary>
    /// <param name="procedure">The procedure.</param>
    /// <param name="version">One of its versions.</param>
    /// <param name="pilots">The pilots.</param>
    /// <param name="on">The date; what happened to the pilot after it plays no part.</param>
    /// <returns>What was found; nothing for a version that stands under no pilot.</returns>
    public static ValueList<Reason> Of(Procedure procedure, ProcedureVersion version, PilotRegister pilots, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(pilots);
        return version.PilotId is string pilot ? Of(procedure.Code, version, pilot, pilots.On(pilot, on), on).ToValueList() : [];
    }

    private static IEnumerable<Reason> Of(string code, ProcedureVersion version, string pilot, PilotStanding? standing, LocalDate on)
    {
        if (standing?.Approval is not PilotApproved approval)
        {
            yield return NotApproved.Because(Basis, ("pilot", pilot), ("on", on));
            yield break;
        }

        if (!approval.Scope.ProcedureCodes.Contains(code, StringComparer.Ordinal))
        {
            yield return OtherProcedure.Because(Basis, ("pilot", pilot), ("procedure", code));
        }

        LocalDate from = LocalDate.Max(approval.On, approval.Scope.Period.From!.Value), until = standing.EndedOn ?? approval.Scope.Period.To!.Value;
        if (version.Validity.From is not LocalDate begins || begins < from)
        {
            yield return Earlier.Because(Basis, ("from", from), ("pilot", pilot));
        }

        if (version.Validity.To is not LocalDate ends || ends > until)
        {
            yield return Later.Because(Basis, ("until", until), ("pilot", pilot));
        }
    }
}
