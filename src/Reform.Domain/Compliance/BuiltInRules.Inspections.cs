using Reform.Domain.Digital;
using Reform.Domain.Inspections;
using Reform.Domain.Pilots;
using Reform.Domain.Rules;

namespace Reform.Domain.Compliance;

/// <content>The rules over inspections (CR-INS), pilots (CR-PIL) and digital work (CR-DIG), one book for each kind of subject.</content>
public static partial class BuiltInRules
{
    /// <summary>The rules over plans to inspect that a period owes (kế hoạch kiểm tra của kỳ).</summary>
    public static RuleBook<InspectionDutyFacts> InspectionDuties { get; } = new(InspectionDutyFacts.Subject, [new InspectionIsPlanned()]);

    /// <summary>The rules over plans to inspect (kế hoạch kiểm tra).</summary>
    public static RuleBook<InspectionPlanFacts> InspectionPlans { get; } = new(InspectionPlanFacts.Subject, [new OfficeTakesPart()]);

    /// <summary>The rules over the selection of units (việc chọn đơn vị kiểm tra).</summary>
    public static RuleBook<SelectionFacts> InspectionSelections { get; } = new(SelectionFacts.Subject, [new SelectionHasReason()]);

    /// <summary>The rules over inspections (cuộc kiểm tra).</summary>
    public static RuleBook<InspectionFacts> Inspections { get; } = new(
        InspectionFacts.Subject, [new ConcludedInTime(), new GoodWorkCommended(), new InspectorsAreIndependent()]);

    /// <summary>The rules over reminders and criticisms (việc khắc phục).</summary>
    public static RuleBook<RemedyFacts> Remedies { get; } = new(RemedyFacts.Subject, [new RemedyInTime()]);

    /// <summary>The rules over how long a unit was not inspected (luân phiên kiểm tra).</summary>
    public static RuleBook<RotationFacts> InspectionRotations { get; } = new(RotationFacts.Subject, [new InspectedByRotation()]);

    /// <summary>The rules over pilots (thí điểm).</summary>
    public static RuleBook<PilotFacts> Pilots { get; } = new(PilotFacts.Subject, [new SentAfterBoardDecision(), new EvaluatedAfterEnd(), new MatterNotRegulated()]);

    /// <summary>The rules over cases that are handled under a pilot (hồ sơ theo thí điểm).</summary>
    public static RuleBook<PilotCaseFacts> PilotCases { get; } = new(PilotCaseFacts.Subject, [new DeviationIsApproved(), new WithinApprovedScope()]);

    /// <summary>The rules over the use of information technology (mức ứng dụng công nghệ thông tin).</summary>
    public static RuleBook<AdoptionFacts> DigitalAdoption { get; } = new(AdoptionFacts.Subject, [new AdoptionMeetsTarget()]);

    /// <summary>The rules over the use of shared codes (danh mục mã dùng chung).</summary>
    public static RuleBook<CodeUseFacts> CodeUses { get; } = new(CodeUseFacts.Subject, [new CodesAreShared()]);

    /// <summary>The rules over what systems propose (đề xuất của hệ thống).</summary>
    public static RuleBook<AutomatedProposalFacts> AutomatedProposals { get; } = new(AutomatedProposalFacts.Subject, [new PeopleDecide()]);

    /// <summary>The rules over electronic filings (nộp hồ sơ điện tử).</summary>
    public static RuleBook<FilingFacts> ElectronicFilings { get; } = new(FilingFacts.Subject, [new FilerIsIdentified()]);

    /// <summary>The rules over documents in the electronic flow (văn bản trên môi trường điện tử).</summary>
    public static RuleBook<FlowDocumentFacts> FlowDocuments { get; } = new(FlowDocumentFacts.Subject, [new NoTopSecretInFlow()]);

    /// <summary>What each rule over inspections, pilots and digital work is, in every period.</summary>
    public static IEnumerable<RuleInfo> OverInspections =>
    [
        .. InfosOf(InspectionDuties), .. InfosOf(InspectionSelections), .. InfosOf(InspectionPlans), .. InfosOf(Inspections), .. InfosOf(Remedies),
        .. InfosOf(InspectionRotations), .. InfosOf(Pilots), .. InfosOf(PilotCases), .. InfosOf(DigitalAdoption), .. InfosOf(CodeUses),
        .. InfosOf(AutomatedProposals), .. InfosOf(ElectronicFilings), .. InfosOf(FlowDocuments),
    ];
}
