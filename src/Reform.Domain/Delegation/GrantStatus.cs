using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>How a grant stands on a date (tình trạng của việc giao quyền), whatever the case.</summary>
/// <param name="Grant">The grant.</param>
/// <param name="IsInForce">Whether it is in force.</param>
/// <param name="Causes">Why it is not, the cause that decides first; empty when it is.</param>
/// <param name="NextChange">The first later date on which it is in force where it was not, or the other way round; null: never.</param>
public sealed record GrantStatus(Grant Grant, bool IsInForce, ValueList<AuthorityBreak> Causes, LocalDate? NextChange);

/// <summary>A grant that ends within a time looked at (việc giao quyền sắp hết hiệu lực).</summary>
/// <param name="Grant">The grant.</param>
/// <param name="LastDay">The last day on which it is in force.</param>
/// <param name="Cause">Why it is not in force on the day after.</param>
/// <param name="PendingCaseIds">The pending cases that rest on it, in the order given.</param>
public sealed record ExpiringGrant(Grant Grant, LocalDate LastDay, AuthorityBreak Cause, ValueList<string> PendingCaseIds);

/// <summary>A case that is not decided yet (hồ sơ đang giải quyết), and who is to decide it.</summary>
/// <param name="CaseId">The identifier of the case.</param>
/// <param name="Question">Who is to decide it, with which power, and the facts; its date is not looked at.</param>
public sealed record PendingCase(string CaseId, AuthorityQuestion Question);

/// <summary>Two grants of one power, in force at once, to different grantees, for which some case could lie in both (chồng lấn thẩm quyền).</summary>
/// <param name="First">The grant with the smaller identifier.</param>
/// <param name="Second">The other grant.</param>
/// <param name="FirstDay">The first day on which both are in force, within the time looked at.</param>
public sealed record GrantOverlap(Grant First, Grant Second, LocalDate FirstDay);
