using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>Each power with the grants of it that are in force (CR-DLG-11).</summary>
/// <param name="register">Says which grants overlap.</param>
public sealed class OverlappingGrants(AuthorityRegister register) : SetRule<Power, PowerFacts>(new GrantsDoNotOverlap())
{
    /// <inheritdoc/>
    protected override IEnumerable<PowerFacts> Sets(IEnumerable<Power> members, LocalDate asOf)
    {
        ILookup<string, GrantOverlap> overlaps = register.Overlaps(new Validity(asOf, asOf.PlusDays(1))).ToLookup(o => o.First.PowerId, StringComparer.Ordinal);
        ILookup<string, Grant> inForce = register.Grants.Where(g => register.StatusOf(g.Id, asOf).IsInForce).ToLookup(g => g.PowerId, StringComparer.Ordinal);
        foreach (string power in members.Select(p => p.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            GrantOverlap? first = overlaps[power].FirstOrDefault();
            yield return new PowerFacts
            {
                PowerId = power,
                AsOf = asOf,
                GrantsInForce = inForce[power].Count(),
                Overlaps = overlaps[power].Count(),
                FirstGrantId = first?.First.Id,
                SecondGrantId = first?.Second.Id,
                UnitId = first is null ? null : register.Organization?.UnitOf(first.First.GrantorId)?.Id,
            };
        }
    }
}

/// <summary>The decisions of each actor by each power (CR-DLG-17); those of somebody who is not competent are left to other rules.</summary>
public sealed class DecisionsOfGrantors() : SetRule<DecisionFacts, GrantorFacts>(new GrantorNoLongerDecides())
{
    /// <inheritdoc/>
    public override Specification<DecisionFacts> Among => Specification.Where<DecisionFacts>(d => d.Verdict != AuthorityVerdict.NotCompetent);

    /// <inheritdoc/>
    protected override IEnumerable<GrantorFacts> Sets(IEnumerable<DecisionFacts> members, LocalDate asOf) => members.Where(d => d.DecidedOn <= asOf)
        .GroupBy(d => (d.ActorId, d.PowerId))
        .OrderBy(g => g.Key.ActorId, StringComparer.Ordinal).ThenBy(g => g.Key.PowerId, StringComparer.Ordinal)
        .Select(g => new GrantorFacts
        {
            ActorId = g.Key.ActorId,
            PowerId = g.Key.PowerId,
            AsOf = asOf,
            UnitId = g.MaxBy(d => d.DecidedOn)!.UnitId,
            Decisions = g.Count(),
            AfterGivenAway = g.Count(d => d.IsGivenAway),
            Undecided = g.Count(d => d.Verdict != AuthorityVerdict.Competent),
        });
}

/// <summary>The matters in hand of each unit (CR-DLG-21).</summary>
/// <param name="organization">Says who took them over.</param>
public sealed class MattersOfUnits(OrganizationRegister organization) : SetRule<LiveMatter, UnitFacts>(new MattersAreTakenOver())
{
    /// <inheritdoc/>
    protected override IEnumerable<UnitFacts> Sets(IEnumerable<LiveMatter> members, LocalDate asOf) =>
        members.GroupBy(m => m.UnitId, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => UnitFacts.Of(organization, g.Key, asOf, g));
}

/// <summary>Of the powers that a unit may pass on, at least a share is passed on (CR-DLG-20). The programme names no number: it is a policy.</summary>
public sealed class PowersArePassedOn() : ShareRule<DelegablePower>(Target, p => p.UnitId)
{
    /// <summary>The target for the share of powers that a unit passes on (chỉ tiêu phân cấp, phân quyền).</summary>
    public static ShareTarget Target { get; } = new(
        "CR-DLG-20",
        Severity.Warning,
        DelegationTitles.Timid,
        LegalBasis.Programme72("chưa mạnh dạn phân cấp, phân quyền", "not bold enough in decentralising and devolving"),
        new RuleParameter(
            "target_percent",
            new BilingualText("tỉ lệ tối thiểu thẩm quyền đã giao (%)", "least share of powers passed on (%)"),
            Tightening.Higher,
            new DatedValues<int>(
            [
                new(30, new Validity(new LocalDate(2024, 5, 3), null), new LegalBasis(new BilingualText(
                    "Chính sách: ít nhất 30% từ ngày ban hành Chương trình", "Policy: at least 30% from the day of the programme"))),
            ])));

    /// <inheritdoc/>
    public override Specification<DelegablePower> Counted => Specification.Where<DelegablePower>(p => p.IsDelegated == true);

    /// <inheritdoc/>
    public override Specification<DelegablePower> Untold => Specification.Where<DelegablePower>(p => p.IsDelegated == null);
}
