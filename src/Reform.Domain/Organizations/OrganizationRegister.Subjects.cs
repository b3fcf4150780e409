using NodaTime;
using Reform.Domain.Explanations;

namespace Reform.Domain.Organizations;

/// <content>Who a programme, a plan or a regulation of a unit binds.</content>
public sealed partial class OrganizationRegister
{
    private static readonly ReasonKind SubjectKind = new(
        "subject", "{unit} thuộc hệ thống của {issuer} vào ngày {on}", "{unit} stood under {issuer} on {on}");

    private static readonly ReasonKind NotSubjectKind = new(
        "not_subject", "{unit} không thuộc hệ thống của {issuer} vào ngày {on}: không phải đối tượng", "{unit} did not stand under {issuer} on {on}: it is no subject");

    private static readonly ReasonKind ExtendedKind = new(
        "subject_by_decision",
        "{issuer} đã kết thúc hoạt động; {unit} là đối tượng theo quyết định của {successor}",
        "{issuer} had ended; {unit} is a subject by a decision of {successor}");

    private static readonly ReasonKind NotExtendedKind = new(
        "not_subject_issuer_ended",
        "{issuer} đã kết thúc hoạt động vào ngày {on}; chưa có quyết định của đơn vị kế thừa: không phải đối tượng",
        "{issuer} had ended on {on}, and its successor has not decided: no subject");

    /// <summary>Whether something that a unit issued, such as a programme, binds another unit on a date (đối tượng áp dụng).</summary>
    /// <remarks>
    /// It binds the units that stand under the issuer on that date, and the issuer. When the issuer has ended, it binds nobody until its successor
    /// decides that it does: what was issued for one province says nothing of units that came to the new one from elsewhere.
    /// </remarks>
    /// <param name="issuerId">The unit that issued it.</param>
    /// <param name="unitId">The unit that is asked about.</param>
    /// <param name="on">The date.</param>
    /// <param name="adoptedBy">The successor that decided that it goes on for the units under it; null: none did.</param>
    /// <returns>The answer, with the reason.</returns>
    /// <exception cref="OrganizationInputException">A unit is unknown, or the register does not cover the date.</exception>
    public SubjectAnswer SubjectOf(string issuerId, string unitId, LocalDate on, string? adoptedBy = null)
    {
        RequireCovered(on);
        OrganizationUnit issuer = Unit(issuerId, "issuer");
        OrganizationUnit unit = Unit(unitId);
        if (!issuer.Validity.EndedBy(on))
        {
            bool under = IsAtOrUnder(unitId, issuerId, on);
            return new SubjectAnswer(under, (under ? SubjectKind : NotSubjectKind).Because(null, ("unit", unit.Name), ("issuer", issuer.Name), ("on", on)));
        }

        if (adoptedBy is null)
        {
            return new SubjectAnswer(false, NotExtendedKind.Because(null, ("issuer", issuer.Name), ("on", on)));
        }

        OrganizationUnit successor = Unit(adoptedBy, "adopted_by");
        return IsAtOrUnder(unitId, adoptedBy, on)
            ? new SubjectAnswer(true, ExtendedKind.Because(null, ("issuer", issuer.Name), ("unit", unit.Name), ("successor", successor.Name)))
            : new SubjectAnswer(false, NotSubjectKind.Because(null, ("unit", unit.Name), ("issuer", successor.Name), ("on", on)));
    }

    private bool IsAtOrUnder(string unitId, string aboveId, LocalDate on) =>
        ExistsOn(unitId, on) && (string.Equals(unitId, aboveId, StringComparison.Ordinal) || TreeOn(on).IsWithin(unitId, aboveId));
}

/// <summary>Whether a unit is bound by what another one issued (kết luận về đối tượng áp dụng).</summary>
/// <param name="IsSubject">Whether it is.</param>
/// <param name="Reason">Why: subject, subject_by_decision, not_subject or not_subject_issuer_ended.</param>
public sealed record SubjectAnswer(bool IsSubject, Reason Reason);
