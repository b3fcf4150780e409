using Reform.Domain.Organizations;

namespace Reform.Domain.Delegation;

/// <summary>Whether a grantor has in a territory what it grants.</summary>
internal enum TerritoryHold
{
    /// <summary>It has not.</summary>
    No,

    /// <summary>It is one of several that may have taken it over.</summary>
    Unsettled,

    /// <summary>It has.</summary>
    Yes,
}

/// <summary>As whom a grantor grants: itself or the unit that it heads, or whom it took over from.</summary>
/// <param name="HolderId">Whose power it passes on.</param>
/// <param name="Since">The day since which it has what the holder had; the beginning of time where it is the holder.</param>
internal readonly record struct GrantorSide(string HolderId, int Since)
{
    public bool IsOwn => Since == DayNumber.Min;
}

/// <summary>In which territories a grant rests on what its grantor had: on its first day, and as long as it goes on.</summary>
/// <param name="organization">The units and what became of them.</param>
/// <param name="grantorId">The grantor.</param>
/// <param name="function">The function that the power belongs to, if any.</param>
/// <param name="starts">The grant's first day.</param>
/// <param name="followsSuccession">Whether the grant goes on with whoever takes over.</param>
internal sealed class GrantorTerritories(OrganizationFacts organization, string grantorId, string? function, int starts, bool followsSuccession)
{
    /// <summary>Whether what is passed on from one side is there in a territory on a day. A grant gives no more than its grantor had at first.</summary>
    public TerritoryHold HoldOf(GrantorSide side, int day, string territory)
    {
        if (Reorganised(side) is not string unit)
        {
            return TerritoryHold.Yes;
        }

        TerritoryHold first = Had(unit, side, starts, territory);
        if (first == TerritoryHold.No || day <= starts)
        {
            return first;
        }

        TerritoryHold now = !followsSuccession ? Had(unit, side, day, territory)
            : !organization.CanTell(unit, day) || Answer(unit, day, territory).Successors.Count > 0 ? TerritoryHold.Yes
            : TerritoryHold.No;
        return now < first ? now : first;
    }

    /// <summary>The days on which what is passed on from one side is there in some territory.</summary>
    public IntervalSet DaysOf(GrantorSide side)
    {
        if (Reorganised(side) is not string unit)
        {
            return IntervalSet.Always;
        }

        IReadOnlyList<string> territories = organization.TellingTerritories(unit);
        return organization.StretchesOf(unit, starts)
            .Where(stretch => territories.Any(t => HoldOf(side, stretch.First, t) != TerritoryHold.No))
            .Aggregate(IntervalSet.Empty, (all, stretch) => all.Union(stretch));
    }

    /// <summary>The territories that tell apart what is there of one side.</summary>
    public IReadOnlyList<string> Telling(GrantorSide side) =>
        Reorganised(side) is string unit ? organization.TellingTerritories(unit) : [];

    // A person, and who never gave anything away, has what it has everywhere.
    private string? Reorganised(GrantorSide side) =>
        organization.SuccessionUnit(side.HolderId) is string unit && (!side.IsOwn || organization.IsLeft(unit, function)) ? unit : null;

    private TerritoryHold Had(string unit, GrantorSide side, int day, string territory)
    {
        if (!organization.CanTell(unit, day))
        {
            return side.IsOwn ? TerritoryHold.Yes : TerritoryHold.No;
        }

        SuccessionAnswer answer = Answer(unit, day, territory);
        string grantor = side.IsOwn ? unit : organization.UnitOf(grantorId)!.Id;
        return string.Equals(answer.Successor, grantor, StringComparison.Ordinal) ? TerritoryHold.Yes
            : !side.IsOwn && answer.Successors.Any(s => string.Equals(s.UnitId, grantor, StringComparison.Ordinal)) ? TerritoryHold.Unsettled
            : TerritoryHold.No;
    }

    private SuccessionAnswer Answer(string unit, int day, string territory) =>
        organization.Register!.SuccessorsOf(unit, DayNumber.ToDate(day), function, territory);
}
