using Reform.Domain.Rules;
using P = Reform.Compliance.V1;

namespace Reform.Grpc.Compliance;

/// <summary>
/// Tells of rules that broke down: a client learns the rule, the object and the type of the exception; what the exception says, which may be of the
/// machine or of another case, stands in the log of the service alone.
/// </summary>
internal sealed partial class BrokenRuleLog(ILogger<BrokenRuleLog> logger)
{
    /// <summary>Notes a failure, and says of it what a client may know.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="subject">The resource name of the first object on which the rule broke down.</param>
    /// <param name="count">On how many objects it did.</param>
    public P.BrokenRule Note(RuleFailure failure, string subject, int count = 1)
    {
        LogRuleBroken(failure.RuleCode, subject, failure.Error);
        return new P.BrokenRule { Code = failure.RuleCode, Case = subject, Error = failure.ErrorType, Cases = count };
    }

    [LoggerMessage(EventId = 3, EventName = "RuleBroken", Level = LogLevel.Error, Message = "The rule {RuleCode} broke down on {Subject}: {Error}")]
    private partial void LogRuleBroken(string ruleCode, string subject, string error);
}
