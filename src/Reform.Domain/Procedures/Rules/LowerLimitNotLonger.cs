using Reform.Domain.Deadlines;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>A lower level takes no longer than the level above, unless it may differ and says why (thời hạn cấp dưới không dài hơn cấp trên).</summary>
public sealed class LowerLimitNotLonger() : ComplianceRule<LevelLimitFacts>(
    "CR-PRC-04",
    Severity.Critical,
    new BilingualText("Thời hạn cấp dưới dài hơn cấp trên", "Lower limit longer than higher"),
    LegalBasis.Programme72("ban hành thống nhất", "issued uniformly"))
{
    private static readonly ReasonKind Breach = new(
        "lower_limit_longer_than_higher",
        "Thời hạn '{limit}' của cấp dưới là {lower} {unit}, dài hơn {higher} của cấp trên mà không có lý do được phép",
        "The lower level's limit '{limit}' is {lower} {unit}, longer than the {higher} of the level above, and no reason that is allowed is recorded");

    /// <inheritdoc/>
    protected override Specification<LevelLimitFacts> AppliesWhen => Where(f => !f.IsRecorded || f.Lower != null || f.Higher != null);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<LevelLimitFacts>> Needs =>
    [
        new Fact<LevelLimitFacts>(
            "terms",
            new BilingualText("thời hạn của cả hai cấp vào ngày này", "the terms of both levels on the date"),
            Specification.Where<LevelLimitFacts>(f => f.IsRecorded)),
        new Fact<LevelLimitFacts>(
            "comparable_limits",
            new BilingualText("hai thời hạn cùng đơn vị và cùng mốc tính", "two limits in one unit and from one event"),
            Specification.Where<LevelLimitFacts>(f => !f.IsRecorded || f.Longer != null)),
    ];

    /// <inheritdoc/>
    protected override Specification<LevelLimitFacts> Requires => Where(f => f.Longer <= 0 || f.MayDiffer);

    /// <inheritdoc/>
    protected override Reason Because(LevelLimitFacts subject) => Breach.Because(
        Info.Basis, ("limit", subject.LimitId), ("lower", subject.Lower!.Value), ("unit", NameOf(subject.Unit!)), ("higher", subject.Higher!.Value));

    private static BilingualText NameOf(string code) => TimeUnits.TryParse(code, out TimeUnit unit) ? TimeUnits.NameOf(unit) : BilingualText.Same(code);
}
