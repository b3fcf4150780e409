using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;


/// <summary>What a unit had in hand when it ended was taken over by somebody (ghi nhận kế thừa).</summary>
public sealed class MattersAreTakenOver() : ComplianceRule<UnitFacts>(
    "CR-DLG-21", Severity.Critical, DelegationTitles.NoSuccession, Law.Basis)
{
    private static readonly DelegationLaw Law = DelegationLaw.Resolution190("4, 10");

    private static readonly ReasonKind Breach = new(
        "succession_missing",
        "Đơn vị {unit} đã kết thúc từ ngày {ended}; {lost} việc còn dang dở chưa ghi nhận nơi kế thừa",
        "{unit} ended on {ended}; of {lost} matter(s) in hand nobody is recorded to have taken over");

    /// <inheritdoc/>
    protected override Validity Validity => Law.Validity;

    /// <inheritdoc/>
    protected override Specification<UnitFacts> AppliesWhen => Where(u => u.EndedOn != null && u.Matters != 0);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<UnitFacts>> Needs =>
    [
        new("live_matters", new BilingualText("hồ sơ, nhiệm vụ, việc giao quyền còn dang dở", "the matters in hand"), Where(u => u.MattersLost != null)),
        new(
            "function_or_territory",
            new BilingualText("chức năng, địa bàn hoặc việc phân công của việc còn dang dở", "function, territory or assignment of the matters in hand"),
            Where(u => u.MattersLost == null || u.MattersLost > 0 || u.MattersOpen == 0)),
    ];

    /// <inheritdoc/>
    protected override Specification<UnitFacts> Requires => Where(u => u.MattersLost == 0);

    /// <inheritdoc/>
    protected override Reason Because(UnitFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Breach.Because(Info.Basis, ("unit", subject.UnitId), ("ended", subject.EndedOn!.Value), ("lost", subject.MattersLost!.Value));
    }
}
