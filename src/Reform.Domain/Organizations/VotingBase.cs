using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>The members that a vote is counted against (số thành viên để tính): the incumbents without those who are excluded.</summary>
/// <remarks>Regulation 294-QĐ/TW, 9.3.3.</remarks>
/// <param name="UnitId">The collective body.</param>
/// <param name="On">The date of the vote.</param>
/// <param name="Members">Those who count, in the order of the register.</param>
/// <param name="Excluded">Those who do not, with the cause.</param>
public sealed record VotingBase(string UnitId, LocalDate On, ValueList<string> Members, ValueList<MembershipExclusion> Excluded)
{
    /// <summary>How many count: the denominator.</summary>
    public int Count => Members.Count;
}
