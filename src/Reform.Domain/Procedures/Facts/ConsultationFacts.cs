using System.Globalization;
using NodaTime;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>A change of a procedure and the consultations before it, flat (lấy ý kiến trước khi thay đổi thủ tục).</summary>
public sealed record ConsultationFacts
{
    /// <summary>What rules have to know of it: judged by the rules of the day of the change.</summary>
    public static RuleSubject<ConsultationFacts> Subject { get; } = new(
        "procedure_change", new BilingualText("việc thay đổi thủ tục", "change of a procedure"), f => f.Id, f => f.ChangedOn, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(ProcedureCode)] = new("mã thủ tục", "procedure"),
            [nameof(Version)] = new("số phiên bản mới", "number of the new version"),
            [nameof(UnitId)] = new("đơn vị chịu trách nhiệm", "unit that answers"),
            [nameof(ChangedOn)] = new("ngày thay đổi", "changed on"),
            [nameof(IsRequired)] = new("phải lấy ý kiến", "consultation is required"),
            [nameof(Before)] = new("số lần lấy ý kiến trước khi thay đổi", "consultations before the change"),
            [nameof(Undated)] = new("số lần lấy ý kiến không ghi ngày", "consultations without a date"),
        },
    };

    /// <summary>The procedure and the number of the new version.</summary>
    public required string Id { get; init; }

    /// <summary>The code of the procedure.</summary>
    public required string ProcedureCode { get; init; }

    /// <summary>The number of the new version, from 2 on.</summary>
    public required int Version { get; init; }

    /// <summary>The unit that answers for it; null: not said.</summary>
    public string? UnitId { get; init; }

    /// <summary>The first day of the new version.</summary>
    public required LocalDate ChangedOn { get; init; }

    /// <summary>Whether a consultation is required; null: not recorded.</summary>
    public bool? IsRequired { get; init; }

    /// <summary>How many consultations about it were over by the day of the change.</summary>
    public int Before { get; init; }

    /// <summary>How many have no recorded end.</summary>
    public int Undated { get; init; }

    /// <summary>Works the facts out.</summary>
    /// <param name="procedure">The procedure; its first version is no change.</param>
    /// <param name="consultations">The consultations that are recorded.</param>
    /// <param name="duties">Where a consultation is required, or is not; the first that fits counts.</param>
    /// <param name="unitId">The unit that answers for the procedure; null: not said.</param>
    /// <returns>The facts of each change, oldest first.</returns>
    public static ValueList<ConsultationFacts> Of(
        Procedure procedure, IEnumerable<ChangeConsultation> consultations, IEnumerable<ConsultationDuty> duties, string? unitId = null)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        ArgumentNullException.ThrowIfNull(consultations);
        ArgumentNullException.ThrowIfNull(duties);
        ILookup<int, ChangeConsultation> held =
            consultations.Where(c => string.Equals(c.ProcedureCode, procedure.Code, StringComparison.Ordinal)).ToLookup(c => c.Version);
        List<ConsultationDuty> known = [.. duties];
        return procedure.Versions.Index().Skip(1).Select(v =>
        {
            int number = v.Index + 1;
            LocalDate changed = v.Item.Validity.From!.Value;
            return new ConsultationFacts
            {
                Id = procedure.Code + "/" + number.ToString(CultureInfo.InvariantCulture),
                ProcedureCode = procedure.Code,
                Version = number,
                UnitId = unitId,
                ChangedOn = changed,
                IsRequired = known.Find(d => d.Concerns(procedure, changed))?.IsRequired,
                Before = held[number].Count(c => c.EndedOn <= changed),
                Undated = held[number].Count(c => c.EndedOn is null),
            };
        }).ToValueList();
    }
}
