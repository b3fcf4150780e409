using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>Something that speaks against a grant before it is made (ý kiến phản đối khi thẩm định việc giao quyền).</summary>
/// <param name="Code">The snake_case code: one of <see cref="AuthorityBreak"/>, of <see cref="AuthorityProblem"/>, outlasts_grantor or retroactive.</param>
/// <param name="IsFatal">Whether it leaves the grant without effect, at once or in part.</param>
/// <param name="Message">What is wrong, in both languages.</param>
public sealed record GrantObjection(string Code, bool IsFatal, BilingualText Message);
