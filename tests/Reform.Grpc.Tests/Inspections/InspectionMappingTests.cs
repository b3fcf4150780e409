using Reform.Grpc.Inspections;
using Reform.Grpc.Tests.Rpc;
using Reform.Inspections.V1;
using static Reform.Grpc.Tests.Inspections.InspectionWorld;

namespace Reform.Grpc.Tests.Inspections;

/// <summary>Nothing of a fact about inspections is lost between its message, the domain and back.</summary>
public sealed class InspectionMappingTests
{
    [Fact]
    public void Every_field_of_every_kind_of_fact_survives()
    {
        InspectionPlan plan = Plan("%C4%91%2F1");
        plan.Selections[0].Seed = "any";
        FactMapping.Survives(InspectionKinds.Plan, plan);
        FactMapping.Survives(InspectionKinds.Inspection, Visit());
        FactMapping.Survives(InspectionKinds.Conclusion, Conclusion(rating: InspectionRating.Weak));
        FactMapping.Survives(InspectionKinds.Commendation, Commended());
        FactMapping.Survives(InspectionKinds.Reminder, Reminded());
        FactMapping.Survives(InspectionKinds.Confirmation, Confirmed());
        FactMapping.Survives(InspectionKinds.Shortcoming, Found());
        FactMapping.Survives(InspectionKinds.Fix, Fixed());
        FactMapping.Survives(InspectionKinds.Practice, Practice());
        FactMapping.Survives(InspectionKinds.Replication, Copied());
    }

    // What is not stated stays so.
    [Fact]
    public void What_is_left_out_stays_out()
    {
        InspectionPlan plan = Plan();
        plan.ApprovedOn = null;
        plan.Coordinators.Clear();
        plan.Selections[0] = new InspectionSelection { Unit = "units/ward" };
        FactMapping.Same(InspectionKinds.Plan, plan);
        FactMapping.Same(InspectionKinds.Inspection, new Inspection(Visit()) { EndedOn = null, Inspectors = { new Inspector { Reference = "insp-3" } } });
        FactMapping.Same(InspectionKinds.Commendation, new Commendation(Commended()) { Inspection = "" });
        FactMapping.Same(InspectionKinds.Reminder, new Reminder(Reminded()) { Inspection = "" });
        FactMapping.Same(InspectionKinds.Shortcoming, new Shortcoming(Found()) { Owner = "" });
        FactMapping.Same(InspectionKinds.Practice, new GoodPractice(Practice()) { RecommendedOn = null });
    }
}
