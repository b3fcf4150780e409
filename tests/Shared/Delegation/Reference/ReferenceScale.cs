using Reform.Domain.Delegation;

namespace Reform.Testing.Delegation.Reference;

/// <summary>Weighs a case against one limit after the other: which of its territories are left, and whether something cannot be told.</summary>
internal sealed class ReferenceScale(AuthorityCase facts)
{
    private readonly HashSet<string> left = [.. facts.Territories];
    private bool isOut;
    private bool isOpen;

    public ReferenceFit Fit => isOut || (facts.Territories.Count > 0 && left.Count == 0) ? ReferenceFit.No
        : isOpen ? ReferenceFit.Open
        : facts.Territories.Any(t => !left.Contains(t)) ? ReferenceFit.InPart
        : ReferenceFit.Yes;

    /// <summary>Something that is so, is not so, or cannot be told (null).</summary>
    public void Require(bool? isSo)
    {
        isOut |= isSo == false;
        isOpen |= isSo is null;
    }

    public void Within(IReadOnlyList<string> territories)
    {
        if (territories.Count > 0)
        {
            isOpen |= facts.Territories.Count == 0;
            left.IntersectWith(territories);
        }
    }

    public void Within(GrantScope scope)
    {
        Require(Plain(scope));
        Within([.. scope.Territories]);
        foreach (GrantScope exclusion in scope.Exclusions)
        {
            HashSet<string> hit = exclusion.Territories.Count == 0 ? [.. facts.Territories] : [.. facts.Territories.Where(t => exclusion.Territories.Contains(t))];
            bool isElsewhere = Plain(exclusion) == false || (facts.Territories.Count > 0 && hit.Count == 0);
            bool isUntold = Plain(exclusion) is null || (exclusion.Territories.Count > 0 && facts.Territories.Count == 0);
            if (!isElsewhere && isUntold)
            {
                isOpen = true;
            }
            else if (!isElsewhere)
            {
                isOut |= facts.Territories.Count == 0;
                left.ExceptWith(hit);
            }
        }
    }

    // All but the territories.
    private bool? Plain(GrantScope scope)
    {
        bool? subject = scope.Subjects.Count == 0 ? true : facts.Subject is null ? null : scope.Subjects.Contains(facts.Subject);
        bool? amount = scope.Amount is not AmountRange range ? true : facts.Amount is not decimal sum ? null : IsIn(range, sum);
        return subject == false || amount == false ? false : subject is null || amount is null ? null : true;
    }

    private static bool IsIn(AmountRange range, decimal sum) =>
        !(sum < range.From || (sum == range.From && !range.IncludesFrom) || sum > range.To || (sum == range.To && !range.IncludesTo));
}
