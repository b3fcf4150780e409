using Reform.Domain.Procedures;
using Reform.Domain.Rules;

namespace Reform.Domain.Compliance;

/// <content>The rules over procedures and their publication, one book for each kind of subject.</content>
public static partial class BuiltInRules
{
    /// <summary>The rules over versions of procedures (thủ tục).</summary>
    public static RuleBook<ProcedureVersionFacts> ProcedureVersions { get; } = new(
        ProcedureVersionFacts.Subject,
        [new ProcedureIsComplete(), new BasisInForce(), new StepsWithinTotal(), new NotCumbersome(), new DocumentsOutlastDecision()]);
}
