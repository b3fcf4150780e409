using Reform.Domain.Inspections;
using Reform.Grpc.Registers;
using P = Reform.Inspections.V1;

namespace Reform.Grpc.Inspections;

/// <summary>The kinds of facts about inspections and what follows from them.</summary>
internal static class InspectionKinds
{
    public const string Plans = "inspectionPlans";
    public const string Inspections = "inspections";
    public const string Conclusions = "inspectionConclusions";
    public const string Commendations = "commendations";
    public const string Reminders = "reminders";
    public const string Confirmations = "remedyConfirmations";
    public const string Shortcomings = "shortcomings";
    public const string Fixes = "shortcomingFixes";
    public const string Practices = "goodPractices";
    public const string Replications = "replications";

    public static FactKind<P.InspectionPlan, InspectionPlan> Plan { get; } = new(
        Plans, Plans, "plan", InspectionMapping.Plan, InspectionMapping.ToProto, p => p.Id)
    {
        Place = "plans",
        UnitOf = (_, p) => p.UnitId,
    };

    public static FactKind<P.Inspection, Inspection> Inspection { get; } = new(
        Inspections, Inspections, "inspection", InspectionMapping.Inspection, InspectionMapping.ToProto, i => i.Id)
    {
        UnitOf = (_, i) => i.UnitId,
    };

    public static FactKind<P.InspectionConclusion, InspectionConclusion> Conclusion { get; } = new(
        Conclusions, Conclusions, "conclusion", InspectionMapping.Conclusion, InspectionMapping.ToProto, c => c.Id)
    {
        Place = "conclusions",
        UnitOf = (facts, c) => facts.Find(Inspection!, c.InspectionId)?.UnitId,
    };

    public static FactKind<P.Commendation, Commendation> Commendation { get; } = new(
        Commendations, Commendations, "commendation", FollowUpMapping.Commendation, FollowUpMapping.ToProto, c => c.Id)
    {
        UnitOf = (_, c) => c.UnitId,
    };

    public static FactKind<P.Reminder, Reminder> Reminder { get; } = new(
        Reminders, Reminders, "reminder", FollowUpMapping.Reminder, FollowUpMapping.ToProto, r => r.Id)
    {
        UnitOf = (_, r) => r.UnitId,
    };

    public static FactKind<P.RemedyConfirmation, RemedyConfirmation> Confirmation { get; } = new(
        Confirmations, Confirmations, "confirmation", FollowUpMapping.Confirmation, FollowUpMapping.ToProto, c => c.Id)
    {
        Place = "confirmations",
        UnitOf = (facts, c) => facts.Find(Reminder!, c.ReminderId)?.UnitId,
    };

    public static FactKind<P.Shortcoming, Shortcoming> Shortcoming { get; } = new(
        Shortcomings, Shortcomings, "shortcoming", FollowUpMapping.Shortcoming, FollowUpMapping.ToProto, s => s.Id)
    {
        UnitOf = (_, s) => s.UnitId,
    };

    public static FactKind<P.ShortcomingFix, ShortcomingFix> Fix { get; } = new(
        Fixes, Fixes, "fix", FollowUpMapping.Fix, FollowUpMapping.ToProto, f => f.Id)
    {
        Place = "fixes",
        UnitOf = (facts, f) => facts.Find(Shortcoming!, f.ShortcomingId)?.UnitId,
    };

    public static FactKind<P.GoodPractice, GoodPractice> Practice { get; } = new(
        Practices, Practices, "practice", FollowUpMapping.Practice, FollowUpMapping.ToProto, p => p.Id)
    {
        Place = "practices",
        UnitOf = (_, p) => p.UnitId,
    };

    public static FactKind<P.Replication, Replication> Replication { get; } = new(
        Replications, Replications, "replication", FollowUpMapping.Replication, FollowUpMapping.ToProto, r => r.Id)
    {
        UnitOf = (_, r) => r.UnitId,
    };

    /// <summary>All of them, as the contract numbers them.</summary>
    public static FactSet<P.InspectionFact> All { get; } = new(
        Plan, Inspection, Conclusion, Commendation, Reminder, Confirmation, Shortcoming, Fix, Practice, Replication);
}

/// <summary>How what is recorded about inspections is kept.</summary>
internal sealed class InspectionKept : FactRegister<InspectionRegister>
{
    private InspectionKept()
    {
    }

    public static InspectionKept Register { get; } = new();

    public override IReadOnlyList<IFactList> Lists => InspectionKinds.All.Kinds;

    protected override InspectionRegister Of(FactRecords records) => new(new InspectionRecords
    {
        Plans = records.Of(InspectionKinds.Plan),
        Inspections = records.Of(InspectionKinds.Inspection),
        Conclusions = records.Of(InspectionKinds.Conclusion),
        Commendations = records.Of(InspectionKinds.Commendation),
        Reminders = records.Of(InspectionKinds.Reminder),
        Confirmations = records.Of(InspectionKinds.Confirmation),
        Shortcomings = records.Of(InspectionKinds.Shortcoming),
        Fixes = records.Of(InspectionKinds.Fix),
        Practices = records.Of(InspectionKinds.Practice),
        Replications = records.Of(InspectionKinds.Replication),
    });
}

/// <summary>Inspections in a state of the registers.</summary>
internal static class InspectionStates
{
    extension(RegisterState state)
    {
        /// <summary>Inspections and what follows from them.</summary>
        public InspectionRegister Inspections => state.Facts.Get(InspectionKept.Register);
    }
}
