namespace Reform.Domain.Rules;

/// <summary>What a rule says of an object (kết luận). A defect of the rule itself is no verdict: see <see cref="RuleFailure"/>.</summary>
public enum Verdict
{
    /// <summary>The rule does not concern this object (không áp dụng).</summary>
    NotApplicable = 0,

    /// <summary>The rule is kept (đạt).</summary>
    Pass = 1,

    /// <summary>The rule is broken (vi phạm).</summary>
    Fail = 2,

    /// <summary>It cannot be decided: facts are missing, and the judgement names them (không thể kết luận).</summary>
    Unknown = 3,
}
