using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;

namespace Reform.Domain.Procedures;

/// <summary>A consultation about a change of a procedure (lấy ý kiến về thay đổi thủ tục), as it is recorded.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="ProcedureCode">The procedure.</param>
/// <param name="Version">The number of the new version that it is about, from 2 on.</param>
/// <param name="EndedOn">When it was over; null: not recorded.</param>
/// <param name="Record">Where its record (biên bản) is found.</param>
public sealed record ChangeConsultation(string Id, string ProcedureCode, int Version, LocalDate? EndedOn, string Record);

/// <summary>Whether a change of a procedure has to be put to those concerned first (nghĩa vụ lấy ý kiến).</summary>
/// <param name="IsRequired">Whether it has to.</param>
/// <param name="Basis">The rule that says so.</param>
/// <param name="Validity">For which days of change it holds.</param>
public sealed record ConsultationDuty(bool IsRequired, LegalBasis Basis, Validity Validity)
{
    /// <summary>The system for whose procedures it holds; null: for all.</summary>
    public OrganizationSystem? System { get; init; }

    /// <summary>The one procedure for which it holds; null: for all of the system.</summary>
    public string? ProcedureCode { get; init; }

    internal bool Concerns(Procedure procedure, LocalDate changed) => Validity.Contains(changed)
        && (System is null || System == procedure.System)
        && (ProcedureCode is null || string.Equals(ProcedureCode, procedure.Code, StringComparison.Ordinal));
}
