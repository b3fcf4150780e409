using NodaTime;
using Reform.Domain.Legal;

namespace Reform.Domain.Programmes;

/// <summary>What part a unit or a position has in a programme (vai trò).</summary>
public enum ProgrammeRoleKind
{
    /// <summary>Monitors, guides, urges and aggregates (theo dõi, hướng dẫn, đôn đốc, tổng hợp).</summary>
    Coordinator = 0,

    /// <summary>Advises on adding the results to the yearly rating (tham mưu đưa vào đánh giá, xếp loại).</summary>
    RatingAdvisor = 1,

    /// <summary>Inspects and supervises (kiểm tra, giám sát).</summary>
    Inspector = 2,

    /// <summary>Leads directly, for the head who stays accountable (trực tiếp lãnh đạo, chỉ đạo).</summary>
    DirectLead = 3,
}

/// <summary>That a unit or a position has a part in a programme over a period (phân công vai trò trong chương trình).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="Kind">What part.</param>
/// <param name="HolderId">The unit; for <see cref="ProgrammeRoleKind.DirectLead"/> the position.</param>
/// <param name="Validity">The dates on which it has it, [from, to); it ends by itself with the unit.</param>
public sealed record ProgrammeRole(string Id, string ProgrammeId, ProgrammeRoleKind Kind, string HolderId, Validity Validity)
{
    /// <summary>The instrument; null: not known.</summary>
    public LegalBasis? Basis { get; init; }
}

/// <summary>Who answers for a programme on a date (chuỗi trách nhiệm): the head of the issuer, and whoever leads it directly.</summary>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="On">The date.</param>
/// <param name="HeadId">The position of the head of the issuer, who stays accountable; null: the register knows none on that date.</param>
/// <param name="DirectLeadId">The position that leads it directly; null: nobody on that date.</param>
public sealed record ResponsibilityChain(string ProgrammeId, LocalDate On, string? HeadId, string? DirectLeadId);
