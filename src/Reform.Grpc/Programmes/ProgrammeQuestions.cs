using NodaTime;
using Reform.Domain.Programmes;
using Reform.Domain.Values;
using Reform.Grpc.Calendars;
using Reform.Grpc.Procedures;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Programmes.V1;

namespace Reform.Grpc.Programmes;

/// <summary>Tells how a programme, its tasks and the plans under it stand on a date.</summary>
internal sealed class ProgrammeQuestions(FactLists lists, CalendarSelections calendars, IClock clock)
{
    public async Task<P.GetProgrammeResponse> Get(P.GetProgrammeRequest request, CancellationToken cancellation)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        LocalDate on = On(request.On);
        RegisterState state = await lists.At(request.KnownAt, cancellation);
        var asked = AskedProgramme.Of(state, request.Name);
        (ProgrammeRegister register, string id) = (asked.Register, asked.Id);
        P.Programme programme = ProgrammeMapping.ToProto(
            asked.Programme, AskedProgramme.IsReference(asked.Name) ? "" : ProgrammeKinds.Programme.Latest(state, id)!.Id);
        programme.Name = asked.Name;
        return new P.GetProgrammeResponse
        {
            Programme = programme,
            State = (P.ProgrammeState)((int)asked.Programme.StateOn(on) + 1),
            Roles =
            {
                Enum.GetValues<ProgrammeRoleKind>().Select(k => new P.RoleHolder
                {
                    Kind = (P.ProgrammeRoleKind)((int)k + 1),
                    Holder = ResourceName.OfOptional(ProgrammeMapping.HoldersOf(k), register.HolderOf(id, k, on)),
                }),
            },
            AccountableHead = ResourceName.OfOptional(ResourceName.Positions, register.ResponsibilityOn(id, on).HeadId),
            Units = { register.SubjectsOn(id, on).Select(ProgrammeMapping.Unit) },
            OpenPoints =
            {
                register.Review(id).Select(f => new P.OpenPoint
                {
                    Task = ResourceName.OfOptional(ProgrammeKinds.Tasks, f.TaskId),
                    Reason = ReasonMapping.ToProto(f.Reason, language),
                }),
            },
            Revision = state.Revision,
        };
    }

    public async Task<P.GetTaskMatrixResponse> Matrix(P.GetTaskMatrixRequest request, CancellationToken cancellation)
    {
        LocalDate on = On(request.On);
        RegisterState state = await lists.At(request.KnownAt, cancellation);
        var asked = AskedProgramme.Of(state, request.Name);
        TaskMatrix matrix = Answer(() => asked.Register.MatrixOn(asked.Id, on));

        // Over a period without ends a summary has every task.
        ProgrammeSummary all = Answer(() => asked.Register.SummaryOf(asked.Id, new ReportingPeriod(LocalDate.MinIsoValue, LocalDate.MaxIsoValue), on));
        return new P.GetTaskMatrixResponse
        {
            State = (P.ProgrammeState)((int)matrix.State + 1),
            Whole = StatusMapping.ToProto(matrix.Tally),
            Units =
            {
                all.Units.Select(u => new P.UnitTally { Unit = ResourceName.OfOptional(ResourceName.Units, u.UnitId), Tally = StatusMapping.ToProto(u.Tally) }),
            },
            Orphans = { matrix.Orphans.Select(NameOf) },
            LeftOpen = { matrix.LeftOpen.Select(NameOf) },
            BehindMilestones = { matrix.BehindMilestones.Select(NameOf) },
            Revision = state.Revision,
        };
    }

    public async Task<P.ListTaskStatusesResponse> Statuses(P.ListTaskStatusesRequest request, CancellationToken cancellation)
    {
        string? unit = FactLists.UnitOf(request.Parent);
        LocalDate on = On(request.On);
        TaskProgress? progress = RecordMapping.Optional<TaskProgress>("progress", request.Progress);
        TaskTimeliness? timeliness = RecordMapping.Optional<TaskTimeliness>("timeliness", request.Timeliness);
        ListPage page = await lists.Page(request, cancellation);
        var asked = AskedProgramme.Of(page.State, request.Name);
        ProgrammeTaskStatus[] wanted = [.. Answer(() => asked.Register.MatrixOn(asked.Id, on)).Tasks.Where(t =>
            (unit is null || (t.Lead.UnitId ?? t.Lead.AssignedTo) == unit)
            && (progress is null || t.Progress == progress) && (timeliness is null || t.Timeliness == timeliness))];
        (List<P.TaskStatus> items, string next) = page.Cut(wanted, t => StatusMapping.ToProto(t, asked.EtagOf(t.Task.Id)));
        return new P.ListTaskStatusesResponse { Statuses = { items }, NextPageToken = next, Revision = page.State.Revision };
    }

    public async Task<P.GetCoverageResponse> Coverage(P.GetCoverageRequest request, CancellationToken cancellation)
    {
        LocalDate on = On(request.On);
        Domain.Calendars.WorkCalendar calendar = calendars.GetOrBuiltIn("calendar", request.Calendar);
        RegisterState state = await lists.At(request.KnownAt, cancellation);
        var asked = AskedProgramme.Of(state, request.Name);
        ProgrammeCoverage coverage = Answer(() => asked.Register.CoverageOn(asked.Id, on, calendar, request.WithPublication ? Publishing(state, on) : null));
        var response = new P.GetCoverageResponse
        {
            Units = { coverage.Units.Select(ProgrammeMapping.Unit) },
            WithoutPlan = { coverage.WithoutPlan.Select(ProgrammeMapping.Unit) },
            ReportsDue = coverage.WithoutReport is not null,
            WithoutReport = { (coverage.WithoutReport ?? []).Select(ProgrammeMapping.Unit) },
            WithoutPublication = { (coverage.WithoutPublication ?? []).Select(ProgrammeMapping.Unit) },
            Complete = { coverage.Complete.Select(ProgrammeMapping.Unit) },
            Whole = coverage.IsWhole,
            Unplanned = { Answer(() => asked.Register.PlanMatrixOn(asked.Id, on)).Unplanned.Select(TaskMapping.Name) },
            Revision = state.Revision,
        };
        if (coverage.ShareInBasisPoints is int share)
        {
            response.ShareInBasisPoints = share;
        }

        return response;
    }

    public async Task<P.ListPlanCellsResponse> Cells(P.ListPlanCellsRequest request, CancellationToken cancellation)
    {
        string? unit = FactLists.UnitOf(request.Parent);
        LocalDate on = On(request.On);
        PlanCellState? wanted = RecordMapping.Optional<PlanCellState>("state", request.State);
        ListPage page = await lists.Page(request, cancellation);
        var asked = AskedProgramme.Of(page.State, request.Name);
        PlanCell[] cells = [.. Answer(() => asked.Register.PlanMatrixOn(asked.Id, on)).Cells
            .Where(c => (unit is null || c.UnitId == unit) && (wanted is null || c.State == wanted))];
        (List<P.PlanCell> items, string next) = page.Cut(cells, StatusMapping.ToProto);
        return new P.ListPlanCellsResponse { Cells = { items }, NextPageToken = next, Revision = page.State.Revision };
    }

    private static IReadOnlyCollection<string> Publishing(RegisterState state, LocalDate on) =>
        [.. state.Procedures.Publications.Publications.Where(p => p.Posted.Contains(on)).Select(p => p.UnitId).Distinct()];

    private LocalDate On(Google.Type.Date? on) => RequestFields.Date("on", on) ?? clock.TodayInVietnam();

    private static T Answer<T>(Func<T> question) => AskedProgramme.Answer(question, f => f is "programme" ? "name" : "on");

    private static string NameOf(ProgrammeTaskStatus status) => TaskMapping.Name(status.Task.Id);
}
