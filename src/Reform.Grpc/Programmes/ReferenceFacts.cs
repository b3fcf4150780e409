using Google.Protobuf;
using Reform.Domain.Organizations;
using Reform.Domain.Programmes;
using Reform.Grpc.Organizations;
using Reform.Grpc.Registers;
using P = Reform.Programmes.V1;

namespace Reform.Grpc.Programmes;

/// <summary>Programmes that come with the service, as facts that can be entered.</summary>
internal static class ReferenceFacts
{
    public static P.GetReferenceProgrammeResponse Of(string name)
    {
        ProgrammeRegister register = AskedProgramme.Reference(name).Register;
        OrganizationRegister units = register.Organization;
        return new P.GetReferenceProgrammeResponse
        {
            Organization =
            {
                units.Units.Cast<object>().Concat(units.Positions).Concat(units.Placements).Concat(units.Relationships).Concat(units.Successions)
                    .Select(OrganizationLists.Wrap),
            },
            Facts =
            {
                Facts(ProgrammeKinds.Programme, register.Programmes), Facts(ProgrammeKinds.Role, register.Roles), Facts(ProgrammeKinds.Task, register.Tasks),
                Facts(ProgrammeKinds.Plan, register.Plans), Facts(ProgrammeKinds.Event, register.Events), Facts(ProgrammeKinds.Report, register.Reports),
            },
        };
    }

    private static IEnumerable<P.ProgrammeFact> Facts<TMessage, TFact>(FactKind<TMessage, TFact> kind, IEnumerable<TFact> facts)
        where TMessage : class, IMessage<TMessage>, new()
        where TFact : class => facts.Select(f => ProgrammeKinds.All.Wrap(kind, kind.Write(f, "")));
}
