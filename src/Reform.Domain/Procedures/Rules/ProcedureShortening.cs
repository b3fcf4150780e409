using NodaTime;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;

namespace Reform.Domain.Procedures;

/// <summary>Gathers the changes of procedures by unit and period, and judges the mean of their reductions (mục tiêu rút ngắn thủ tục).</summary>
/// <remarks>Each procedure counts once, whatever its length or volume; one without a limit of the whole does not count. Changes that end after the date of judgement play no part.</remarks>
/// <param name="rule">Judges a unit.</param>
public sealed class ProcedureShortening(ShorteningTargetMet rule) : SetRule<VersionChangeFacts, ReductionFacts>(rule)
{
    /// <inheritdoc/>
    public override Specification<VersionChangeFacts> Among => Specification.Where<VersionChangeFacts>(c => c.HasTotal);

    /// <inheritdoc/>
    protected override IEnumerable<ReductionFacts> Sets(IEnumerable<VersionChangeFacts> members, LocalDate asOf) => members
        .Where(c => c.To <= asOf)
        .GroupBy(c => (c.UnitId, c.From, c.To))
        .OrderBy(g => g.Key.UnitId, StringComparer.Ordinal).ThenBy(g => g.Key.From).ThenBy(g => g.Key.To)
        .Select(g => ReductionFacts.Of([.. g]));
}
