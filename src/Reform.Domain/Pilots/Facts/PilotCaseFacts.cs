using NodaTime;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Pilots;

/// <summary>A case that is handled under a pilot, flat (hồ sơ giải quyết theo thí điểm).</summary>
public sealed record PilotCaseFacts
{
    /// <summary>What rules have to know of such cases: judged by the rules of the day on which they were received.</summary>
    public static RuleSubject<PilotCaseFacts> Subject { get; } = new(
        "pilot_case", new BilingualText("hồ sơ theo thí điểm", "case under a pilot"), f => f.Id, f => f.ReceivedOn, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã hồ sơ", "case"),
            [nameof(PilotId)] = new("mã thí điểm", "pilot"),
            [nameof(UnitId)] = new("đơn vị giải quyết", "handling unit"),
            [nameof(ProcedureCode)] = new("mã thủ tục", "procedure"),
            [nameof(ReceivedOn)] = new("ngày tiếp nhận", "received on"),
            [nameof(LastOn)] = new("ngày giải quyết sau cùng", "handled until"),
            [nameof(ApprovedOn)] = new("ngày Trung ương đồng ý", "Central approved on"),
            [nameof(From)] = new("bắt đầu thí điểm", "pilot begins"),
            [nameof(Until)] = new("thí điểm hết từ", "pilot is over from"),
            [nameof(IsProcedureCovered)] = new("thủ tục trong phạm vi", "procedure is covered"),
            [nameof(IsUnitCovered)] = new("đơn vị trong phạm vi", "unit is covered"),
        },
    };

    /// <summary>The case.</summary>
    public required string Id { get; init; }

    /// <summary>The pilot under which it is handled.</summary>
    public required string PilotId { get; init; }

    /// <summary>The unit that handles it.</summary>
    public required string UnitId { get; init; }

    /// <summary>The code of its procedure.</summary>
    public required string ProcedureCode { get; init; }

    /// <summary>When it was received; null: not known.</summary>
    public LocalDate? ReceivedOn { get; init; }

    /// <summary>When it ended, or the date of judgement while it is open; null: not known.</summary>
    public LocalDate? LastOn { get; init; }

    /// <summary>When Central approved the pilot; null: it did not, or there is no such pilot.</summary>
    public LocalDate? ApprovedOn { get; init; }

    /// <summary>The first day of the approved period; null: none.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The first day on which the pilot is over, by its period or because it was stopped; null: none.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Whether the approval covers the procedure.</summary>
    public bool IsProcedureCovered { get; init; }

    /// <summary>Whether it covers the unit.</summary>
    public bool IsUnitCovered { get; init; }

    /// <summary>Works the facts out.</summary>
    /// <param name="register">The pilots.</param>
    /// <param name="asOf">The date of judgement; what happened to pilots after it plays no part.</param>
    /// <param name="pilotId">The pilot under which the case is handled, as its procedure says.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="procedureCode">Its procedure.</param>
    /// <param name="unitId">The unit that handles it.</param>
    /// <param name="receivedOn">When it was received; null: not known.</param>
    /// <param name="endedOn">When it ended; null: it is open.</param>
    /// <returns>The facts.</returns>
    public static PilotCaseFacts Of(
        PilotRegister register, LocalDate asOf, string pilotId, string caseId, string procedureCode, string unitId, LocalDate? receivedOn, LocalDate? endedOn)
    {
        ArgumentNullException.ThrowIfNull(register);
        PilotStanding? pilot = register.On(pilotId, asOf);
        PilotScope? scope = pilot?.Approval?.Scope;
        return new PilotCaseFacts
        {
            Id = caseId,
            PilotId = pilotId,
            UnitId = unitId,
            ProcedureCode = procedureCode,
            ReceivedOn = receivedOn,
            LastOn = endedOn ?? asOf,
            ApprovedOn = pilot?.Approval?.On,
            From = scope?.Period.From,
            Until = pilot?.EndedOn ?? scope?.Period.To,
            IsProcedureCovered = scope?.ProcedureCodes.Contains(procedureCode, StringComparer.Ordinal) == true,
            IsUnitCovered = scope?.UnitIds.Contains(unitId, StringComparer.Ordinal) == true,
        };
    }
}
