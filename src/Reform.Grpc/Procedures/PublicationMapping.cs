using Reform.Domain.Organizations;
using Reform.Domain.Procedures;
using Reform.Domain.Values;
using Reform.Grpc.Deadlines;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Procedures.V1;

namespace Reform.Grpc.Procedures;

/// <summary>Between publications, who applies what, the rules of publication and their messages.</summary>
internal static class PublicationMapping
{
    public static Publication Publication(string path, P.Publication message) => new(
        ResourceName.In(ProcedureKinds.Publications, path + ".name", message.Name),
        ResourceName.In(ProcedureMapping.Collection, path + ".procedure", message.Procedure),
        message.Version >= 1 ? message.Version : throw Refusal.InvalidField(path + ".version", "phải từ 1 trở lên", "must be 1 or more"),
        ResourceName.In(ResourceName.Units, path + ".unit", message.Unit),
        RecordMapping.Required<PublicationChannel>(path + ".channel", message.Channel),
        RecordMapping.Period(path + ".posted", message.Posted))
    {
        DecidingBodyShown = RecordMapping.Word(path + ".deciding_body_shown", message.DecidingBodyShown),
        HasSecretContent = message.HasSecretContent ? message.SecretContent : null,
    };

    public static P.Publication ToProto(Publication publication, string etag)
    {
        var message = new P.Publication
        {
            Name = ResourceName.Of(ProcedureKinds.Publications, publication.Id),
            Etag = etag,
            Procedure = ResourceName.Of(ProcedureMapping.Collection, publication.ProcedureCode),
            Version = publication.Version,
            Unit = ResourceName.Of(ResourceName.Units, publication.UnitId),
            Channel = (P.PublicationChannel)((int)publication.Channel + 1),
            Posted = RecordMapping.ToProto(publication.Posted),
            DecidingBodyShown = publication.DecidingBodyShown ?? "",
        };
        if (publication.HasSecretContent is bool secret)
        {
            message.SecretContent = secret;
        }

        return message;
    }

    public static ProcedureApplication Application(string path, P.ProcedureApplication message) => new(
        ResourceName.In(ProcedureKinds.Applications, path + ".name", message.Name),
        ResourceName.In(ProcedureMapping.Collection, path + ".procedure", message.Procedure),
        ResourceName.In(ResourceName.Units, path + ".unit", message.Unit),
        message.Applies,
        RecordMapping.Period(path + ".period", message.Period));

    public static P.ProcedureApplication ToProto(ProcedureApplication application, string etag) => new()
    {
        Name = ResourceName.Of(ProcedureKinds.Applications, application.Id),
        Etag = etag,
        Procedure = ResourceName.Of(ProcedureMapping.Collection, application.ProcedureCode),
        Unit = ResourceName.Of(ResourceName.Units, application.UnitId),
        Applies = application.Applies,
        Period = RecordMapping.ToProto(application.Validity),
    };

    public static StatedRule Rule(string path, P.PublicationRule message) => new(
        ResourceName.In(ProcedureKinds.Rules, path + ".name", message.Name),
        new PublicationRule(
            TermsMapping.Limit(path + ".within", message.Within),
            RecordMapping.Basis(path + ".basis", message.Basis) ?? throw Refusal.RequiredField(path + ".basis"),
            RecordMapping.Period(path + ".period", message.Period))
        {
            System = RecordMapping.Optional<OrganizationSystem>(path + ".system", message.System),
        });

    public static P.PublicationRule ToProto(StatedRule stated, string etag) => new()
    {
        Name = ResourceName.Of(ProcedureKinds.Rules, stated.Id),
        Etag = etag,
        Within = ProcedureMapping.ToProto(stated.Rule.Within),
        Basis = RecordMapping.ToProto(stated.Rule.Basis),
        Period = RecordMapping.ToProto(stated.Rule.Validity),
        System = stated.Rule.System is OrganizationSystem system ? (Reform.Organizations.V1.OrganizationSystem)((int)system + 1) : default,
    };

    public static EffectiveDecider Decider(string path, P.EffectiveDecider message) => new(
        ResourceName.In(ProcedureMapping.Collection, path + ".procedure", message.Procedure),
        ResourceName.In(ResourceName.Units, path + ".unit", message.Unit),
        RecordMapping.RequiredWord(path + ".body", message.Body),
        RecordMapping.Period(path + ".period", message.Period),
        RecordMapping.Basis(path + ".basis", message.Basis) ?? throw Refusal.RequiredField(path + ".basis"));

    public static P.PublicationCell ToProto(PublicationCell cell, Language language) => new()
    {
        Unit = ResourceName.Of(ResourceName.Units, cell.UnitId),
        Procedure = ResourceName.Of(ProcedureMapping.Collection, cell.ProcedureCode),
        State = (P.PublicationState)((int)cell.State + 1),
        Reason = ReasonMapping.ToProto(cell.Reason, language),
        DueOn = RecordMapping.ToProto(cell.DueOn),
        Findings =
        {
            cell.Findings.Select(f => new P.PublicationFinding
            {
                Fault = RecordMapping.CodeOf(f.Fault),
                Publication = ResourceName.Of(ProcedureKinds.Publications, f.PublicationId),
                Reason = ReasonMapping.ToProto(f.Reason, language),
            }),
        },
        Unknowns = { ProcedureMapping.ToProto(cell.Unknowns, language) },
    };

    public static P.PublicationCoverage ToProto(PublicationCoverage coverage) => new()
    {
        Published = coverage.Published,
        Due = coverage.Due,
        Missing = coverage.Missing,
        Pending = coverage.Pending,
        Unknown = coverage.Unknown,
        NotApplicable = coverage.NotApplicable,
    };
}
