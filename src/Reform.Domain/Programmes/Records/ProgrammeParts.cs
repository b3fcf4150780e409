using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>Readers of programmes and roles; each returns null when something is wrong with its fact, which is reported.</summary>
internal static class ProgrammeParts
{
    private static readonly Dictionary<string, ReportingCycle> Cycles = new(StringComparer.Ordinal)
    {
        ["once"] = ReportingCycle.Once,
        ["monthly"] = ReportingCycle.Monthly,
        ["quarterly"] = ReportingCycle.Quarterly,
        ["half_yearly"] = ReportingCycle.HalfYearly,
        ["yearly"] = ReportingCycle.Yearly,
    };

    private static readonly Dictionary<string, ProgrammeRoleKind> RoleKinds = new(StringComparer.Ordinal)
    {
        ["coordinator"] = ProgrammeRoleKind.Coordinator,
        ["rating_advisor"] = ProgrammeRoleKind.RatingAdvisor,
        ["inspector"] = ProgrammeRoleKind.Inspector,
        ["direct_lead"] = ProgrammeRoleKind.DirectLead,
    };

    private static readonly Dictionary<string, TargetDirection> Directions = new(StringComparer.Ordinal)
    {
        ["at_least"] = TargetDirection.AtLeast,
        ["at_most"] = TargetDirection.AtMost,
    };

    public static Programme? Programme(JsonPart item)
    {
        string? id = item.Required("id")?.Text();
        string? number = item.Required("number")?.Text();
        BilingualText? title = item.Required("title")?.Bilingual();
        string? issuer = item.Required("issuer")?.Text();
        LocalDate? issued = item.Required("issued_on")?.Date();
        LocalDate? first = item.Required("first_day")?.Date();
        LocalDate? last = item.Required("last_day")?.Date();
        List<ProgrammeBasis> chain = Items(item, "basis_chain", Basis);
        List<BilingualText> principles = [.. (item.Optional("principles")?.Items() ?? []).Select(p => p.Bilingual()).OfType<BilingualText>()];
        List<ProgrammeGoal> goals = Items(item, "goals", Goal);
        List<PeriodTheme> themes = Items(item, "themes", Theme);
        List<SubjectGroup> groups = Items(item, "groups", Group);
        List<ProgrammeSubject> subjects = Items(item, "subjects", Subject);
        List<ReportingDuty> duties = Items(item, "reporting_duties", Duty);
        LocalDate? plansDue = item.Optional("plans_due_on")?.Date();
        LocalDate? evaluated = item.Optional("evaluated_from")?.Date();
        BilingualText? source = item.Optional("source")?.Bilingual();
        return id is null || number is null || title is null || issuer is null || issued is null || first is null || last is null
            ? null
            : new Programme(id, number, title, issuer, issued.Value, first.Value, last.Value)
            {
                BasisChain = chain.ToValueList(),
                Principles = principles.ToValueList(),
                Goals = goals.ToValueList(),
                Themes = themes.ToValueList(),
                Groups = groups.ToValueList(),
                Subjects = subjects.ToValueList(),
                ReportingDuties = duties.ToValueList(),
                PlansDueOn = plansDue,
                EvaluatedFrom = evaluated,
                Source = source,
            };
    }

    public static ProgrammeRole? Role(JsonPart item)
    {
        string? id = item.Required("id")?.Text();
        string? programme = item.Required("programme")?.Text();
        ProgrammeRoleKind? kind = item.Required("kind")?.Word(RoleKinds);
        string? holder = item.Required("holder")?.Text();
        Validity? validity = item.DateRange();
        BilingualText? basis = item.Optional("basis")?.Bilingual();
        return id is null || programme is null || kind is null || holder is null || validity is null
            ? null
            : new ProgrammeRole(id, programme, kind.Value, holder, validity.Value) { Basis = basis is null ? null : new LegalBasis(basis) };
    }

    /// <summary>A list of objects that hold nothing but what their reader asks for.</summary>
    public static List<T> Items<T>(JsonPart item, string name, Func<JsonPart, T?> read)
        where T : class
    {
        var found = new List<T>();
        foreach (JsonPart part in (item.Optional(name)?.Items() ?? []).Where(p => p.ExpectObject()))
        {
            if (read(part) is T fact)
            {
                found.Add(fact);
            }

            part.RejectUnknownMembers();
        }

        return found;
    }

    /// <summary>A number of working days, from 1 on.</summary>
    public static TimeLimit? WorkingDays(JsonPart? part)
    {
        if (part?.Integer() is not int days)
        {
            return null;
        }

        if (days >= 1 && days <= TimeLimit.Most(TimeUnit.WorkingDay))
        {
            return TimeLimit.WorkingDays(days);
        }

        part.Problem("số ngày làm việc phải từ 1 trở lên và trong giới hạn", "working days are 1 or more, and within the limit of the unit");
        return null;
    }

    private static ProgrammeBasis? Basis(JsonPart item)
    {
        string? number = item.Required("number")?.Text();
        LocalDate? issued = item.Optional("issued_on")?.Date();
        BilingualText? citation = item.Required("citation")?.Bilingual();
        return number is null || citation is null ? null : new ProgrammeBasis(number, issued, new LegalBasis(citation));
    }

    private static ProgrammeGoal? Goal(JsonPart item)
    {
        string? id = item.Required("id")?.Text();
        BilingualText? text = item.Required("text")?.Bilingual();
        return id is null || text is null ? null : new ProgrammeGoal(id, text);
    }

    private static SubjectGroup? Group(JsonPart item)
    {
        string? code = item.Required("code")?.Text();
        BilingualText? name = item.Required("name")?.Bilingual();
        return code is null || name is null ? null : new SubjectGroup(code, name);
    }

    private static ProgrammeSubject? Subject(JsonPart item)
    {
        string? unit = item.Required("unit")?.Text();
        string? group = item.Required("group")?.Text();
        return unit is null || group is null ? null : new ProgrammeSubject(unit, group);
    }

    private static PeriodTheme? Theme(JsonPart item)
    {
        string? id = item.Required("id")?.Text();
        LocalDate? first = item.Required("first_day")?.Date();
        LocalDate? last = item.Required("last_day")?.Date();
        BilingualText? theme = item.Required("theme")?.Bilingual();
        bool focus = item.Optional("focus")?.Boolean() ?? false;
        List<ProgrammeTarget> targets = Items(item, "targets", Target);
        return id is null || first is null || last is null || theme is null
            ? null
            : new PeriodTheme(id, first.Value, last.Value, theme) { IsFocus = focus, Targets = targets.ToValueList() };
    }

    private static ProgrammeTarget? Target(JsonPart item)
    {
        string? measure = item.Required("measure")?.Text();
        BilingualText? name = item.Required("name")?.Bilingual();
        decimal? value = item.Required("value")?.Decimal();
        TargetDirection? direction = item.Required("direction")?.Word(Directions);
        string? unit = item.Optional("unit")?.Text();
        bool illustrative = item.Optional("illustrative")?.Boolean() ?? false;
        return measure is null || name is null || value is null || direction is null
            ? null
            : new ProgrammeTarget(measure, name, value.Value, direction.Value) { UnitId = unit, IsIllustrative = illustrative };
    }

    private static ReportingDuty? Duty(JsonPart item)
    {
        string? id = item.Required("id")?.Text();
        BilingualText? name = item.Required("name")?.Bilingual();
        ReportingCycle? cycle = item.Required("cycle")?.Word(Cycles);
        LocalDate? first = item.Required("first_day")?.Date();
        LocalDate? last = item.Required("last_day")?.Date();
        TimeLimit? within = WorkingDays(item.Optional("due_within_working_days"));
        return id is null || name is null || cycle is null || first is null || last is null
            ? null
            : new ReportingDuty(id, name, cycle.Value, first.Value, last.Value) { DueWithin = within };
    }
}
