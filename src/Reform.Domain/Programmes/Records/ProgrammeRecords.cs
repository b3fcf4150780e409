using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>That the coordinator closed the summary of a period (chốt tổng hợp kết quả): from then on it is read as it was known then.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="Period">The period.</param>
/// <param name="ClosedBy">The unit that closed it: the coordinator of that day.</param>
/// <param name="ClosedOn">When; the summary shows the tasks as of that date.</param>
public sealed record SummaryClosing(string Id, string ProgrammeId, ReportingPeriod Period, string ClosedBy, LocalDate ClosedOn);

/// <summary>Programmes and what happened under them, as recorded (ghi nhận về chương trình).</summary>
public sealed record ProgrammeRecords
{
    /// <summary>No records.</summary>
    public static ProgrammeRecords None { get; } = new();

    /// <summary>The programmes.</summary>
    public ValueList<Recorded<Programme>> Programmes { get; init; } = [];

    /// <summary>Who has which part in them.</summary>
    public ValueList<Recorded<ProgrammeRole>> Roles { get; init; } = [];

    /// <summary>The tasks.</summary>
    public ValueList<Recorded<ProgrammeTask>> Tasks { get; init; } = [];

    /// <summary>The plans of units.</summary>
    public ValueList<Recorded<UnitPlan>> Plans { get; init; } = [];

    /// <summary>What happened to tasks.</summary>
    public ValueList<Recorded<TaskEvent>> Events { get; init; } = [];

    /// <summary>The reports of units.</summary>
    public ValueList<Recorded<ProgrammeReport>> Reports { get; init; } = [];

    /// <summary>The questions of units.</summary>
    public ValueList<Recorded<GuidanceQuestion>> Questions { get; init; } = [];

    /// <summary>The guidance, answers included.</summary>
    public ValueList<Recorded<Guidance>> Guidance { get; init; } = [];

    /// <summary>The consultations.</summary>
    public ValueList<Recorded<TaskConsultation>> Consultations { get; init; } = [];

    /// <summary>The opinions that came.</summary>
    public ValueList<Recorded<ConsultationReply>> Replies { get; init; } = [];

    /// <summary>The summaries that were closed.</summary>
    public ValueList<Recorded<SummaryClosing>> Closings { get; init; } = [];

    /// <summary>These records and later ones.</summary>
    /// <param name="more">What is added.</param>
    /// <returns>All of them, in the order of entry.</returns>
    public ProgrammeRecords With(ProgrammeRecords more)
    {
        ArgumentNullException.ThrowIfNull(more);
        return new ProgrammeRecords
        {
            Programmes = [.. Programmes, .. more.Programmes],
            Roles = [.. Roles, .. more.Roles],
            Tasks = [.. Tasks, .. more.Tasks],
            Plans = [.. Plans, .. more.Plans],
            Events = [.. Events, .. more.Events],
            Reports = [.. Reports, .. more.Reports],
            Questions = [.. Questions, .. more.Questions],
            Guidance = [.. Guidance, .. more.Guidance],
            Consultations = [.. Consultations, .. more.Consultations],
            Replies = [.. Replies, .. more.Replies],
            Closings = [.. Closings, .. more.Closings],
        };
    }

    internal ProgrammeRecords StandingAt(Instant knownAt) => new()
    {
        Programmes = Recorded.StandingAt(Programmes, knownAt),
        Roles = Recorded.StandingAt(Roles, knownAt),
        Tasks = Recorded.StandingAt(Tasks, knownAt),
        Plans = Recorded.StandingAt(Plans, knownAt),
        Events = Recorded.StandingAt(Events, knownAt),
        Reports = Recorded.StandingAt(Reports, knownAt),
        Questions = Recorded.StandingAt(Questions, knownAt),
        Guidance = Recorded.StandingAt(Guidance, knownAt),
        Consultations = Recorded.StandingAt(Consultations, knownAt),
        Replies = Recorded.StandingAt(Replies, knownAt),
        Closings = Recorded.StandingAt(Closings, knownAt),
    };
}
