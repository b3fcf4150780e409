using Reform.Domain.Cases;
using Reform.Domain.Procedures;
using Reform.Domain.Rules;

namespace Reform.Domain.Compliance;

/// <content>The rules over procedures and their publication, one book for each kind of subject.</content>
public static partial class BuiltInRules
{
    /// <summary>The rules over versions of procedures (phiên bản thủ tục).</summary>
    public static RuleBook<ProcedureVersionFacts> ProcedureVersions { get; } = new(
        ProcedureVersionFacts.Subject,
        [new ProcedureIsComplete(), new BasisInForce(), new StepsWithinTotal(), new NotCumbersome(), new DocumentsOutlastDecision()]);

    /// <summary>The rules over the life of procedures (hiệu lực của thủ tục).</summary>
    public static RuleBook<VersionsInForceFacts> ProcedureLives { get; } = new(VersionsInForceFacts.Subject, [new OneVersionInForce()]);

    /// <summary>The rules over limits of a lower level (thời hạn của cấp dưới).</summary>
    public static RuleBook<LevelLimitFacts> LevelLimits { get; } = new(LevelLimitFacts.Subject, [new LowerLimitNotLonger()]);

    /// <summary>The rules over questions of interpretation (câu hỏi về cách hiểu).</summary>
    public static RuleBook<QuestionFacts> Questions { get; } = new(QuestionFacts.Subject, [new QuestionAnsweredInTime()]);

    /// <summary>The rules over interpretations in force (giải thích có hiệu lực).</summary>
    public static RuleBook<InterpretedMatterFacts> Interpretations { get; } = new(InterpretedMatterFacts.Subject, [new InterpretationsAgree()]);

    /// <summary>The rules over changes of procedures (thay đổi thủ tục).</summary>
    public static RuleBook<VersionChangeFacts> VersionChanges { get; } = new(VersionChangeFacts.Subject, [new AmendmentDoesNotLengthen()]);

    /// <summary>The rules over how far units shortened their procedures (mức rút ngắn).</summary>
    public static RuleBook<ReductionFacts> Reductions { get; } = new(ReductionFacts.Subject, [new ShorteningTargetMet()]);

    /// <summary>The rules over reviews of procedures by units (rà soát).</summary>
    public static RuleBook<ReviewFacts> Reviews { get; } = new(ReviewFacts.Subject, [new ReviewedByDueDate()]);

    /// <summary>The rules over procedures as units apply them (áp dụng tại đơn vị).</summary>
    public static RuleBook<UnitVariantFacts> UnitVariants { get; } = new(UnitVariantFacts.Subject, [new AppliedAsIssued()]);

    /// <summary>The rules over the work of units under procedures (công việc theo thủ tục).</summary>
    public static RuleBook<ProcedureWorkFacts> ProcedureWork { get; } = new(ProcedureWorkFacts.Subject, [new WorkIsStandardised()]);

    /// <summary>The rules over publication of procedures (công khai thủ tục).</summary>
    public static RuleBook<PublicationFacts> Publications { get; } = new(
        PublicationFacts.Subject,
        [new CurrentVersionPublished(), new PublishedInTime(), new NoSupersededPosting(), new RightDecidingBodyShown(), .. NoSecretPosting.All]);

    /// <summary>The rules over results that have to be announced (công bố kết quả).</summary>
    public static RuleBook<ResultFacts> Results { get; } = new(ResultFacts.Subject, [new ResultAnnounced()]);

    /// <summary>The rules over consultations before changes (lấy ý kiến).</summary>
    public static RuleBook<ConsultationFacts> Consultations { get; } = new(ConsultationFacts.Subject, [new ConsultedBeforeChange()]);

    /// <summary>What each rule over procedures and publication is, in every period.</summary>
    public static IEnumerable<RuleInfo> OverProcedures =>
    [
        .. InfosOf(ProcedureWork), .. InfosOf(ProcedureVersions), .. InfosOf(LevelLimits), .. InfosOf(Questions), .. InfosOf(Interpretations),
        .. InfosOf(VersionChanges), .. InfosOf(Reviews), .. InfosOf(ProcedureLives), .. InfosOf(UnitVariants), .. InfosOf(Reductions),
        .. InfosOf(Publications), .. InfosOf(Results), .. InfosOf(Consultations),
    ];

    private static IEnumerable<RuleInfo> InfosOf<T>(RuleBook<T> book) => book.Rules.Select(r => r.Info);
}
