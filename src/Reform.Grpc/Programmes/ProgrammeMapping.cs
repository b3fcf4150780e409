using Google.Protobuf.Collections;
using NodaTime;
using Reform.Domain.Deadlines;
using Reform.Domain.Programmes;
using Reform.Domain.Values;
using Reform.Grpc.Deadlines;
using Reform.Grpc.Procedures;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Programmes.V1;

namespace Reform.Grpc.Programmes;

/// <summary>Between programmes, their roles and their messages.</summary>
internal static class ProgrammeMapping
{
    private const int MostDocuments = 20;
    private const int MostPrinciples = 50;
    private const int MostGoals = 200;
    private const int MostUnits = 1000;
    private const int MostDutyYears = 20;

    public static Programme Programme(string path, P.Programme message) => new(
        ResourceName.In(ProgrammeKinds.Programmes, path + ".name", message.Name),
        RecordMapping.RequiredWord(path + ".number", message.Number),
        RecordMapping.RequiredText(path + ".title", message.Title),
        Unit(path + ".issuer", message.Issuer),
        CivilTimes.RequiredDate(path + ".issued_on", message.IssuedOn),
        CivilTimes.RequiredDate(path + ".first_day", message.FirstDay),
        CivilTimes.RequiredDate(path + ".last_day", message.LastDay))
    {
        BasisChain = Items(path + ".basis_chain", message.BasisChain, MostDocuments, (at, b) => new ProgrammeBasis(
            RecordMapping.RequiredWord(at + ".number", b.Number),
            RequestFields.Date(at + ".issued_on", b.IssuedOn),
            RecordMapping.Basis(at + ".basis", b.Basis) ?? throw Refusal.RequiredField(at + ".basis"))),
        Principles = Items(path + ".principles", message.Principles, MostPrinciples, RecordMapping.RequiredText),
        Goals = Items(path + ".goals", message.Goals, MostGoals, (at, g) => new ProgrammeGoal(
            RecordMapping.RequiredWord(at + ".goal_id", g.GoalId), RecordMapping.RequiredText(at + ".text", g.Text))),
        Themes = Items(path + ".themes", message.Themes, MostPrinciples, Theme),
        Groups = Items(path + ".groups", message.Groups, MostPrinciples, (at, g) => new SubjectGroup(
            RecordMapping.RequiredWord(at + ".code", g.Code), RecordMapping.RequiredText(at + ".display_name", g.DisplayName))),
        Subjects = Items(path + ".subjects", message.Subjects, MostUnits, (at, s) => new ProgrammeSubject(
            Unit(at + ".unit", s.Unit), RecordMapping.RequiredWord(at + ".group", s.Group))),
        ReportingDuties = Items(path + ".reporting_duties", message.ReportingDuties, MostDocuments, Duty),
        PlansDueOn = RequestFields.Date(path + ".plans_due_on", message.PlansDueOn),
        EvaluatedFrom = RequestFields.Date(path + ".evaluated_from", message.EvaluatedFrom),
        Source = RecordMapping.Text(path + ".source", message.Source),
    };

    public static P.Programme ToProto(Programme programme, string etag) => new()
    {
        Name = ResourceName.Of(ProgrammeKinds.Programmes, programme.Id),
        Etag = etag,
        Number = programme.Number,
        Title = RecordMapping.ToProto(programme.Title),
        Issuer = Unit(programme.IssuerId),
        IssuedOn = CivilTimes.ToProto(programme.IssuedOn),
        FirstDay = CivilTimes.ToProto(programme.FirstDay),
        LastDay = CivilTimes.ToProto(programme.LastDay),
        BasisChain =
        {
            programme.BasisChain.Select(b => new P.ProgrammeBasis { Number = b.Number, IssuedOn = RecordMapping.ToProto(b.IssuedOn), Basis = RecordMapping.ToProto(b.Basis) }),
        },
        Principles = { programme.Principles.Select(RecordMapping.ToProto) },
        Goals = { programme.Goals.Select(g => new P.ProgrammeGoal { GoalId = g.Id, Text = RecordMapping.ToProto(g.Text) }) },
        Themes = { programme.Themes.Select(ToProto) },
        Groups = { programme.Groups.Select(g => new P.SubjectGroup { Code = g.Code, DisplayName = RecordMapping.ToProto(g.Name) }) },
        Subjects = { programme.Subjects.Select(s => new P.ProgrammeSubject { Unit = Unit(s.UnitId), Group = s.GroupCode }) },
        ReportingDuties =
        {
            programme.ReportingDuties.Select(d => new P.ReportingDuty
            {
                DutyId = d.Id,
                DisplayName = RecordMapping.ToProto(d.Name),
                Cycle = (P.ReportingCycle)((int)d.Cycle + 1),
                FirstDay = CivilTimes.ToProto(d.From),
                LastDay = CivilTimes.ToProto(d.To),
                DueWithin = ProcedureMapping.ToProto(d.DueWithin),
            }),
        },
        PlansDueOn = RecordMapping.ToProto(programme.PlansDueOn),
        EvaluatedFrom = RecordMapping.ToProto(programme.EvaluatedFrom),
        Source = programme.Source is BilingualText source ? RecordMapping.ToProto(source) : null,
    };

    public static ProgrammeRole Role(string path, P.ProgrammeRole message)
    {
        ProgrammeRoleKind kind = RecordMapping.Required<ProgrammeRoleKind>(path + ".kind", message.Kind);
        return new ProgrammeRole(
            ResourceName.In(ProgrammeKinds.Roles, path + ".name", message.Name),
            ResourceName.In(ProgrammeKinds.Programmes, path + ".programme", message.Programme),
            kind,
            ResourceName.In(HoldersOf(kind), path + ".holder", message.Holder),
            RecordMapping.Period(path + ".period", message.Period))
        {
            Basis = RecordMapping.Basis(path + ".basis", message.Basis),
        };
    }

    public static P.ProgrammeRole ToProto(ProgrammeRole role, string etag) => new()
    {
        Name = ResourceName.Of(ProgrammeKinds.Roles, role.Id),
        Etag = etag,
        Programme = ResourceName.Of(ProgrammeKinds.Programmes, role.ProgrammeId),
        Kind = (P.ProgrammeRoleKind)((int)role.Kind + 1),
        Holder = ResourceName.Of(HoldersOf(role.Kind), role.HolderId),
        Period = RecordMapping.ToProto(role.Validity),
        Basis = RecordMapping.ToProto(role.Basis),
    };

    /// <summary>The collection of whoever holds a part: whoever leads directly is named by position.</summary>
    public static string HoldersOf(ProgrammeRoleKind kind) => kind == ProgrammeRoleKind.DirectLead ? ResourceName.Positions : ResourceName.Units;

    public static string Unit(string field, string name) => ResourceName.In(ResourceName.Units, field, name);

    public static string Unit(string id) => ResourceName.Of(ResourceName.Units, id);

    public static TimeLimit? Limit(string field, Reform.Deadlines.V1.TimeLimit? limit) => limit is null ? null : TermsMapping.Limit(field, limit);

    /// <summary>The items of a list, at most so many.</summary>
    public static ValueList<TItem> Items<TMessage, TItem>(string path, RepeatedField<TMessage> items, int most, Func<string, TMessage, TItem> read)
    {
        RequestFields.AtMost(path, items.Count, most);
        return items.Select((m, i) => read(RequestFields.At(path, i), m)).ToValueList();
    }

    private static PeriodTheme Theme(string path, P.PeriodTheme message) => new(
        RecordMapping.RequiredWord(path + ".theme_id", message.ThemeId),
        CivilTimes.RequiredDate(path + ".first_day", message.FirstDay),
        CivilTimes.RequiredDate(path + ".last_day", message.LastDay),
        RecordMapping.RequiredText(path + ".theme", message.Theme))
    {
        IsFocus = message.Focus,
        Targets = Items(path + ".targets", message.Targets, MostGoals, (at, t) => new ProgrammeTarget(
            RecordMapping.RequiredWord(at + ".measure", t.Measure),
            RecordMapping.RequiredText(at + ".display_name", t.DisplayName),
            RecordMapping.Number(at + ".value", t.Value),
            RecordMapping.Required<TargetDirection>(at + ".direction", t.Direction))
        {
            UnitId = ResourceName.InOptional(ResourceName.Units, at + ".unit", t.Unit),
            IsIllustrative = t.Illustrative,
        }),
    };

    public static P.ProgrammeTarget ToProto(ProgrammeTarget target) => new()
    {
        Measure = target.Measure,
        DisplayName = RecordMapping.ToProto(target.Name),
        Value = RecordMapping.ToProto(target.Value),
        Direction = (P.TargetDirection)((int)target.Direction + 1),
        Unit = ResourceName.OfOptional(ResourceName.Units, target.UnitId),
        Illustrative = target.IsIllustrative,
    };

    private static P.PeriodTheme ToProto(PeriodTheme theme) => new()
    {
        ThemeId = theme.Id,
        FirstDay = CivilTimes.ToProto(theme.From),
        LastDay = CivilTimes.ToProto(theme.To),
        Theme = RecordMapping.ToProto(theme.Theme),
        Focus = theme.IsFocus,
        Targets =
        {
            theme.Targets.Select(ToProto),
        },
    };

    // Each period of a duty is a row for each unit: a duty for centuries would be millions of them.
    private static ReportingDuty Duty(string path, P.ReportingDuty message)
    {
        LocalDate first = CivilTimes.RequiredDate(path + ".first_day", message.FirstDay);
        LocalDate last = CivilTimes.RequiredDate(path + ".last_day", message.LastDay);
        if (last.Year - first.Year > MostDutyYears)
        {
            throw Refusal.InvalidField(path, "ngày cuối nhiều nhất là 20 năm sau ngày đầu", "has a last day more than 20 years after the first");
        }

        return new ReportingDuty(
            RecordMapping.RequiredWord(path + ".duty_id", message.DutyId),
            RecordMapping.RequiredText(path + ".display_name", message.DisplayName),
            RecordMapping.Required<ReportingCycle>(path + ".cycle", message.Cycle),
            first,
            last)
        {
            DueWithin = Limit(path + ".due_within", message.DueWithin),
        };
    }
}
