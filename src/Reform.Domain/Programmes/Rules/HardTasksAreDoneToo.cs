using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>A unit does not finish its easy tasks alone, nor move the hard ones again and again (tránh dễ làm, khó bỏ).</summary>
/// <remarks>
/// The share of easy tasks done may lead that of hard ones by 40 percentage points, where there are at least two hard tasks. Both numbers are
/// choices of this library, no law; a unit may set a smaller lead, or judge from one hard task on.
/// </remarks>
public sealed class HardTasksAreDoneToo() : ComplianceRule<EasyFirstFacts>(
    "CR-PRG-07",
    Severity.Warning,
    new BilingualText("Dễ làm, khó bỏ", "Easy first"),
    Basis)
{
    private static readonly LegalBasis Basis = LegalBasis.Programme72("dễ làm, khó bỏ", "what is easy is done, what is hard is left");

    private static readonly ReasonKind Breach = new(
        "easy_tasks_first",
        "Đơn vị '{unit}' hoàn thành {easy_done}/{easy} nhiệm vụ dễ, {hard_done}/{hard} nhiệm vụ khó; {moved} nhiệm vụ khó lùi hạn từ hai lần",
        "The unit '{unit}' finished {easy_done} of {easy} easy tasks and {hard_done} of {hard} hard ones; {moved} hard one(s) were moved back twice or more");

    private static readonly RuleParameter Lead = RuleParameter.Always(
        "most_lead_percent",
        new BilingualText("chênh lệch tỉ lệ hoàn thành cao nhất (điểm phần trăm)", "the highest lead of the easy ones (percentage points)"),
        Tightening.Lower,
        40,
        Basis);

    private static readonly RuleParameter Least = RuleParameter.Always(
        "least_hard_tasks", new BilingualText("số nhiệm vụ khó ít nhất để xét", "the least hard tasks to judge"), Tightening.Lower, 2, Basis);

    private static readonly Fact<EasyFirstFacts> Difficulty = new(
        "difficulty",
        new BilingualText("độ khó của từng nhiệm vụ", "how hard each task is"),
        Specification.Where<EasyFirstFacts>(f => f.Untold == 0));

    /// <inheritdoc/>
    protected override IEnumerable<RuleParameter> Parameters => [Lead, Least];

    /// <inheritdoc/>
    protected override Specification<EasyFirstFacts> AppliesWhen
    {
        get
        {
            int least = ValueOf(Least);
            return Where(f => f.Hard + f.Untold >= least);
        }
    }

    /// <inheritdoc/>
    protected override Specification<EasyFirstFacts> Requires => Conditions.Select(c => c.Holds).Aggregate((a, b) => a & b);

    /// <inheritdoc/>
    protected override IEnumerable<Condition<EasyFirstFacts>> Conditions
    {
        get
        {
            long lead = ValueOf(Lead);
            int least = ValueOf(Least);
            return
            [
                new(
                    "lead",
                    new BilingualText("chênh lệch tỉ lệ hoàn thành", "the lead of the easy ones"),
                    Where(f => f.Hard < least || (f.EasyDone * 100L * f.Hard) - (f.HardDone * 100L * f.Easy) <= lead * f.Easy * f.Hard),
                    Difficulty),
                new(
                    "not_moved_again",
                    new BilingualText("nhiệm vụ khó lùi hạn nhiều lần", "hard tasks moved back again"),
                    Where(f => f.Hard < least || f.HardRedatedRepeatedly == 0),
                    new Fact<EasyFirstFacts>(
                        "difficulty",
                        new BilingualText("độ khó của từng nhiệm vụ", "how hard each task is"),
                        Specification.Where<EasyFirstFacts>(f => f.Untold == 0 || f.Hard >= least))),
            ];
        }
    }

    /// <inheritdoc/>
    protected override Reason Because(EasyFirstFacts subject) => Breach.Because(
        Info.Basis,
        ("unit", subject.UnitId),
        ("easy_done", subject.EasyDone),
        ("easy", subject.Easy),
        ("hard_done", subject.HardDone),
        ("hard", subject.Hard),
        ("moved", subject.HardRedatedRepeatedly));
}
