using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;

namespace Reform.Domain.Delegation;

/// <summary>
/// That a requester lets another person file for it (người được ủy quyền nộp hồ sơ). It is a matter of civil law, and passes no public power:
/// not to be confused with a mandate.
/// </summary>
/// <remarks>Regulation 338-QĐ/TW, Art. 11; the term by the Civil Code, Art. 140.</remarks>
/// <param name="PersonId">Who may file: an opaque identifier.</param>
/// <param name="RequesterId">For whom.</param>
/// <param name="From">The date of the authorisation.</param>
public sealed record AuthorizedFiler(string PersonId, string RequesterId, LocalDate From)
{
    private static readonly LegalBasis Term = LegalBasis.CivilCode("140");

    private static readonly ReasonKind NotYet = new(
        "filer_not_yet_authorized", "Việc ủy quyền nộp hồ sơ chỉ có từ ngày {from}", "The authorisation to file exists only from {from}");

    private static readonly ReasonKind Over = new(
        "filer_term_ended", "Thời hạn ủy quyền nộp hồ sơ đã hết vào cuối ngày {last}", "The authorisation to file ended at the end of {last}");

    private static readonly ReasonKind Authorized = new(
        "filer_authorized", "Được ủy quyền nộp hồ sơ đến hết ngày {last}", "Authorised to file until the end of {last}");

    /// <summary>The last day that was agreed; null: none was, so that the authorisation lasts until the matter is done, at most a year.</summary>
    public LocalDate? AgreedLastDay { get; init; }

    /// <summary>The day on which the matter was done or the authorisation taken back; null: neither.</summary>
    public LocalDate? EndedOn { get; init; }

    /// <summary>The last day on which the person may file.</summary>
    /// <remarks>That a last day on a day off moves to the next working day (Civil Code, Art. 148.5) is for whoever has a work calendar.</remarks>
    public LocalDate LastDay
    {
        get
        {
            LocalDate term = AgreedLastDay ?? From.PlusYears(1);
            return EndedOn is LocalDate ended && ended < term ? ended : term;
        }
    }

    /// <summary>Whether the person may file on a date.</summary>
    /// <param name="on">The date.</param>
    /// <returns>True from the date of the authorisation to the end of its last day.</returns>
    public bool MayFileOn(LocalDate on) => on >= From && on <= LastDay;

    /// <summary>Why the person may or may not file on a date.</summary>
    /// <param name="on">The date.</param>
    /// <returns>The reason.</returns>
    public Reason Explain(LocalDate on) => on < From ? NotYet.Because(LegalBasis.PartyProcedures("11"), ("from", From))
        : on > LastDay ? Over.Because(Term, ("last", LastDay))
        : Authorized.Because(LegalBasis.PartyProcedures("11"), ("last", LastDay));
}
