using System.Linq.Expressions;
using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>A rule on shares (tỉ lệ): of the members of each set, at least a target percentage satisfies a condition.</summary>
/// <remarks>
/// Members of which the condition cannot be told count for both sides: the rule passes when the target is reached without them,
/// fails when it is missed even with them, and is undecided in between. The percentages are compared as whole numbers, not rounded.
/// </remarks>
/// <typeparam name="T">The type of the members.</typeparam>
public abstract class ShareRule<T> : SetRule<T, ShareFacts>
{
    private readonly Func<T, string?> key;

    /// <summary>Creates a rule.</summary>
    /// <param name="rule">The target.</param>
    /// <param name="groupBy">The key of the set to which a member belongs; null: it belongs to none.</param>
    protected ShareRule(ShareTarget rule, Expression<Func<T, string?>> groupBy)
        : base(rule)
    {
        ArgumentNullException.ThrowIfNull(groupBy);
        key = groupBy.Compile();
    }

    /// <summary>The members that count towards the share.</summary>
    public abstract Specification<T> Counted { get; }

    /// <summary>The members of which it cannot be told whether they count; none unless overridden.</summary>
    public virtual Specification<T> Untold => !Specification.Always<T>();

    /// <inheritdoc/>
    protected sealed override IEnumerable<ShareFacts> Sets(IEnumerable<T> members, LocalDate asOf)
    {
        var sets = new SortedDictionary<string, (int Total, int Counted, int Untold)>(StringComparer.Ordinal);
        Specification<T> counted = Counted;
        Specification<T> untold = Untold;
        foreach (T member in members)
        {
            if (key(member) is string set)
            {
                (int total, int yes, int open) = sets.GetValueOrDefault(set);
                bool isOpen = untold.IsSatisfiedBy(member);
                sets[set] = (total + 1, yes + (!isOpen && counted.IsSatisfiedBy(member) ? 1 : 0), open + (isOpen ? 1 : 0));
            }
        }

        return sets.Select(s => new ShareFacts(s.Key, asOf, s.Value.Total, s.Value.Counted, s.Value.Untold));
    }
}

/// <summary>A set and how many of its members satisfy a condition.</summary>
/// <param name="Key">The key of the set; for example a unit.</param>
/// <param name="AsOf">The date of judgement.</param>
/// <param name="Total">Its members.</param>
/// <param name="Counted">Those that satisfy the condition.</param>
/// <param name="Untold">Those of which it cannot be told.</param>
public sealed record ShareFacts(string Key, LocalDate AsOf, int Total, int Counted, int Untold);

/// <summary>A target for a share (chỉ tiêu tỉ lệ), of sets that have at least one member.</summary>
public sealed class ShareTarget : ComplianceRule<ShareFacts>
{
    private static readonly ReasonKind Breach = new(
        "share_below_target",
        "Chỉ {counted} trên {total} đạt yêu cầu, chưa tới chỉ tiêu {target}%",
        "Only {counted} of {total} meet it, below the target of {target}%");

    private readonly RuleParameter target;

    /// <summary>Creates a target.</summary>
    /// <param name="code">The code in the catalogue.</param>
    /// <param name="severity">How grave a breach is.</param>
    /// <param name="title">The title of a breach.</param>
    /// <param name="basis">Where the rule comes from.</param>
    /// <param name="target">The least percentage, 0 to 100.</param>
    public ShareTarget(string code, Severity severity, BilingualText title, LegalBasis basis, RuleParameter target)
        : base(code, severity, title, basis)
    {
        ArgumentNullException.ThrowIfNull(target);
        this.target = target;
    }

    /// <inheritdoc/>
    protected override IEnumerable<RuleParameter> Parameters => [target];

    /// <inheritdoc/>
    protected override Specification<ShareFacts> AppliesWhen => Where(s => s.Total > 0);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<ShareFacts>> Needs
    {
        get
        {
            int percent = ValueOf(target);
            return
            [
                new Fact<ShareFacts>(
                    "untold_members",
                    new BilingualText("kết luận về các trường hợp chưa rõ", "what the undecided ones are"),
                    Specification.Where<ShareFacts>(s => s.Counted * 100L >= percent * (long)s.Total || (s.Counted + s.Untold) * 100L < percent * (long)s.Total)),
            ];
        }
    }

    /// <inheritdoc/>
    protected override Specification<ShareFacts> Requires
    {
        get
        {
            int percent = ValueOf(target);
            return Where(s => s.Counted * 100L >= percent * (long)s.Total);
        }
    }

    /// <inheritdoc/>
    protected override Reason Because(ShareFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Breach.Because(Info.Basis, ("counted", subject.Counted), ("total", subject.Total), ("target", ValueOf(target)));
    }
}
