using NodaTime;
using Reform.Domain.Organizations;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Proto = Reform.Organizations.V1;

namespace Reform.Grpc.Organizations;

/// <summary>The facts of the organization register and their messages, both ways; what is wrong is refused with its path.</summary>
internal static class OrganizationMapping
{
    private const int MostFormerNames = 100;

    public static OrganizationUnit Unit(string field, Proto.Unit unit)
    {
        RequestFields.AtMost(field + ".former_names", unit.FormerNames.Count, MostFormerNames);
        return new OrganizationUnit(
            ResourceName.In(ResourceName.Units, field + ".name", unit.Name),
            RecordMapping.RequiredText(field + ".display_name", unit.DisplayName),
            RecordMapping.Required<BodyKind>(field + ".kind", unit.Kind),
            RecordMapping.Required<OrganizationLevel>(field + ".level", unit.Level),
            RecordMapping.Period(field + ".period", unit.Period))
        {
            Setting = RecordMapping.Optional<BaseSetting>(field + ".setting", unit.Setting),
            Territory = RecordMapping.Word(field + ".territory", unit.Territory),
            FormerNames = unit.FormerNames.Select((n, i) => FormerName(RequestFields.At(field + ".former_names", i), n)).ToValueList(),
        };
    }

    public static Proto.Unit Unit(OrganizationUnit unit, string etag = "") => new()
    {
        Name = ResourceName.Of(ResourceName.Units, unit.Id),
        DisplayName = RecordMapping.ToProto(unit.Name),
        Kind = (Proto.BodyKind)((int)unit.Kind + 1),
        Level = (Proto.OrganizationLevel)((int)unit.Level + 1),
        Period = RecordMapping.ToProto(unit.Validity),
        Setting = unit.Setting is BaseSetting setting ? (Proto.BaseSetting)((int)setting + 1) : Proto.BaseSetting.Unspecified,
        Territory = unit.Territory ?? "",
        FormerNames =
        {
            unit.FormerNames.Select(n => new Proto.FormerName { DisplayName = RecordMapping.ToProto(n.Name), Until = CivilTimes.ToProto(n.Until) }),
        },
        Etag = etag,
        System = (Proto.OrganizationSystem)((int)unit.System + 1),
        Collective = unit.IsCollective,
    };

    public static UnitPlacement Placement(string field, Proto.Placement placement) => new(
        ResourceName.In(ResourceName.Units, field + ".unit", placement.Unit),
        ResourceName.In(ResourceName.Units, field + ".parent", placement.Parent),
        RecordMapping.Period(field + ".period", placement.Period))
    {
        Basis = RecordMapping.Basis(field + ".basis", placement.Basis),
    };

    public static Proto.Placement Placement(UnitPlacement placement) => new()
    {
        Unit = ResourceName.Of(ResourceName.Units, placement.UnitId),
        Parent = ResourceName.Of(ResourceName.Units, placement.ParentId),
        Period = RecordMapping.ToProto(placement.Validity),
        Basis = RecordMapping.ToProto(placement.Basis),
    };

    public static Position Position(string field, Proto.Position position) => new(
        ResourceName.In(ResourceName.Positions, field + ".name", position.Name),
        ResourceName.In(ResourceName.Units, field + ".unit", position.Unit),
        RecordMapping.RequiredText(field + ".display_name", position.DisplayName))
    {
        Title = RecordMapping.Optional<TitleKind>(field + ".title", position.Title) ?? TitleKind.Other,
        Validity = RecordMapping.Period(field + ".period", position.Period),
    };

    public static Proto.Position Position(Position position, string etag = "") => new()
    {
        Name = ResourceName.Of(ResourceName.Positions, position.Id),
        Unit = ResourceName.Of(ResourceName.Units, position.UnitId),
        DisplayName = RecordMapping.ToProto(position.Name),
        Title = (Proto.TitleKind)((int)position.Title + 1),
        Period = RecordMapping.ToProto(position.Validity),
        Etag = etag,
    };

    public static Appointment Appointment(string field, Proto.Appointment appointment) => new(
        Person(field, appointment.Person),
        ResourceName.In(ResourceName.Positions, field + ".position", appointment.Position),
        RecordMapping.Period(field + ".period", appointment.Period))
    {
        Mode = RecordMapping.Optional<AppointmentMode>(field + ".mode", appointment.Mode) ?? AppointmentMode.Substantive,
        IsElected = appointment.Elected,
        ConfirmedOn = RequestFields.Date(field + ".confirmed_on", appointment.ConfirmedOn),
        CommissionedToSignFrom = RequestFields.Date(field + ".commissioned_to_sign_from", appointment.CommissionedToSignFrom),
        Basis = RecordMapping.Basis(field + ".basis", appointment.Basis),
    };

    public static Proto.Appointment Appointment(Appointment appointment, string name = "", string etag = "") => new()
    {
        Name = name,
        Person = appointment.PersonId,
        Position = ResourceName.Of(ResourceName.Positions, appointment.PositionId),
        Period = RecordMapping.ToProto(appointment.Validity),
        Mode = (Proto.AppointmentMode)((int)appointment.Mode + 1),
        Elected = appointment.IsElected,
        ConfirmedOn = RecordMapping.ToProto(appointment.ConfirmedOn),
        CommissionedToSignFrom = RecordMapping.ToProto(appointment.CommissionedToSignFrom),
        Basis = RecordMapping.ToProto(appointment.Basis),
        Etag = etag,
    };

    public static WorkAllocation Allocation(string field, Proto.WorkAllocation allocation) => new(
        Person(field, allocation.Person),
        ResourceName.In(ResourceName.Positions, field + ".position", allocation.Position),
        RecordMapping.RequiredWord(field + ".field", allocation.Field),
        RecordMapping.Period(field + ".period", allocation.Period))
    {
        Basis = RecordMapping.Basis(field + ".basis", allocation.Basis),
    };

    public static Proto.WorkAllocation Allocation(WorkAllocation allocation) => new()
    {
        Person = allocation.PersonId,
        Position = ResourceName.Of(ResourceName.Positions, allocation.PositionId),
        Field = allocation.Field,
        Period = RecordMapping.ToProto(allocation.Validity),
        Basis = RecordMapping.ToProto(allocation.Basis),
    };

    public static Membership Membership(string field, Proto.Membership membership) => new(
        Person(field, membership.Person),
        ResourceName.In(ResourceName.Units, field + ".unit", membership.Unit),
        RecordMapping.Period(field + ".period", membership.Period));

    public static Proto.Membership Membership(Membership membership) => new()
    {
        Person = membership.PersonId,
        Unit = ResourceName.Of(ResourceName.Units, membership.UnitId),
        Period = RecordMapping.ToProto(membership.Validity),
    };

    public static MembershipExclusion Exclusion(string field, Proto.MembershipExclusion exclusion) => new(
        Person(field, exclusion.Person),
        ResourceName.In(ResourceName.Units, field + ".unit", exclusion.Unit),
        RecordMapping.Required<ExclusionCause>(field + ".cause", exclusion.Cause),
        RecordMapping.Period(field + ".period", exclusion.Period));

    public static Proto.MembershipExclusion Exclusion(MembershipExclusion exclusion) => new()
    {
        Person = exclusion.PersonId,
        Unit = ResourceName.Of(ResourceName.Units, exclusion.UnitId),
        Cause = (Proto.ExclusionCause)((int)exclusion.Cause + 1),
        Period = RecordMapping.ToProto(exclusion.Validity),
    };

    public static Relationship Relationship(string field, Proto.Relationship relationship) => new(
        Person(field, relationship.Person),
        ResourceName.Identifier(field + ".other", relationship.Other),
        RecordMapping.Required<RelationshipKind>(field + ".kind", relationship.Kind),
        RecordMapping.Period(field + ".period", relationship.Period));

    public static Proto.Relationship Relationship(Relationship relationship) => new()
    {
        Person = relationship.PersonId,
        Other = relationship.OtherId,
        Kind = (Proto.RelationshipKind)((int)relationship.Kind + 1),
        Period = RecordMapping.ToProto(relationship.Validity),
    };

    public static SuccessionLink Succession(string field, Proto.SuccessionLink link) => new(
        ResourceName.In(ResourceName.Units, field + ".from_unit", link.FromUnit),
        ResourceName.InOptional(ResourceName.Units, field + ".to_unit", link.ToUnit),
        RecordMapping.Required<ReorganizationKind>(field + ".kind", link.Kind),
        CivilTimes.RequiredDate(field + ".on", link.On))
    {
        Function = RecordMapping.Word(field + ".function", link.Function),
        Territory = RecordMapping.Word(field + ".territory", link.Territory),
        Basis = RecordMapping.Basis(field + ".basis", link.Basis),
    };

    public static Proto.SuccessionLink Succession(SuccessionLink link) => new()
    {
        FromUnit = ResourceName.Of(ResourceName.Units, link.FromId),
        ToUnit = link.ToId is string to ? ResourceName.Of(ResourceName.Units, to) : "",
        Kind = (Proto.ReorganizationKind)((int)link.Kind + 1),
        On = CivilTimes.ToProto(link.On),
        Function = link.Function ?? "",
        Territory = link.Territory ?? "",
        Basis = RecordMapping.ToProto(link.Basis),
    };

    private static string Person(string field, string person) => ResourceName.Identifier(field + ".person", person);

    private static FormerName FormerName(string field, Proto.FormerName name)
    {
        BilingualText text = RecordMapping.RequiredText(field + ".display_name", name.DisplayName);
        LocalDate until = CivilTimes.RequiredDate(field + ".until", name.Until);
        return new FormerName(text, until);
    }
}
