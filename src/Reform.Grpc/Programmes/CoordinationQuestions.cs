using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Programmes;
using Reform.Domain.Values;
using Reform.Grpc.Calendars;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Programmes.V1;

namespace Reform.Grpc.Programmes;

/// <summary>Tells how questions and consultations stand on a date, and whose days a lateness is made of.</summary>
internal sealed class CoordinationQuestions(FactLists lists, CalendarSelections calendars, IClock clock)
{
    public async Task<P.ListQuestionStatusesResponse> Questions(P.ListQuestionStatusesRequest request, CancellationToken cancellation)
    {
        string? unit = FactLists.UnitOf(request.Parent);
        LocalDate on = On(request.On);
        DutyState? state = RecordMapping.Optional<DutyState>("state", request.State);
        WorkCalendar calendar = calendars.GetOrBuiltIn("calendar", request.Calendar);
        ListPage page = await lists.Page(request, cancellation);
        var asked = AskedProgramme.Of(page.State, request.Name);
        GuidanceQuestionStatus[] wanted = [.. Answer(() => asked.Register.QuestionsOn(asked.Id, on, calendar))
            .Where(q => (unit is null || q.Question.AskedBy == unit || q.AnsweringUnitId == unit) && (state is null || q.State == state))];
        (List<P.QuestionStatus> items, string next) = page.Cut(wanted, q => StatusMapping.ToProto(q, EtagIn(asked, page.State)));
        return new P.ListQuestionStatusesResponse { Questions = { items }, NextPageToken = next, Revision = page.State.Revision };
    }

    public async Task<P.ListConsultationStatusesResponse> Consultations(P.ListConsultationStatusesRequest request, CancellationToken cancellation)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        string? unit = FactLists.UnitOf(request.Parent);
        LocalDate on = On(request.On);
        DutyState? state = RecordMapping.Optional<DutyState>("state", request.State);
        WorkCalendar calendar = calendars.GetOrBuiltIn("calendar", request.Calendar);
        ListPage page = await lists.Page(request, cancellation);
        var asked = AskedProgramme.Of(page.State, request.Name);
        ConsultationStatus[] wanted = [.. Answer(() => asked.Register.ConsultationsOn(asked.Id, on, calendar)).Where(c =>
            (unit is null || c.Consultation.AskedBy == unit || c.Consultation.ConsultedId == unit) && (state is null || c.State == state))];
        (List<P.ConsultationStatus> items, string next) = page.Cut(wanted, c => StatusMapping.ToProto(c, EtagIn(asked, page.State), language));
        return new P.ListConsultationStatusesResponse { Consultations = { items }, NextPageToken = next, Revision = page.State.Revision };
    }

    public async Task<P.GetTaskLatenessResponse> Lateness(P.GetTaskLatenessRequest request, CancellationToken cancellation)
    {
        string task = ResourceName.In(ProgrammeKinds.Tasks, "name", request.Name);
        LocalDate on = On(request.On);
        WorkCalendar calendar = calendars.GetOrBuiltIn("calendar", request.Calendar);
        RegisterState state = await lists.At(request.KnownAt, cancellation);
        LatenessAttribution lateness = AskedProgramme.Answer(
            () => state.Programmes.Register.LatenessOf(task, on, calendar), f => f is "task" ? "name" : "on") ?? throw RegisterRefusal.NotFound("name", request.Name);
        var response = new P.GetTaskLatenessResponse
        {
            Status = StatusMapping.ToProto(lateness.Status, ProgrammeKinds.Task.Latest(state, task)!.Id),
            Charges = { lateness.Charges.Select(c => new P.LatenessCharge { Unit = ProgrammeMapping.Unit(c.UnitId), WorkingDays = c.WorkingDays }) },
            Revision = state.Revision,
        };
        if (lateness.OverdueWorkingDays is int overdue)
        {
            response.OverdueWorkingDays = overdue;
        }

        if (lateness.LeadWorkingDays is int left)
        {
            response.LeadWorkingDays = left;
        }

        return response;
    }

    private LocalDate On(Google.Type.Date? on) => RequestFields.Date("on", on) ?? clock.TodayInVietnam();

    private static T Answer<T>(Func<T> question) => AskedProgramme.Answer(question, f => f is "programme" ? "name" : "on");

    // What comes with the service has no record, and no etag.
    private static Func<IFactKind, string, string> EtagIn(AskedProgramme asked, RegisterState state) =>
        (kind, id) => AskedProgramme.IsReference(asked.Name) ? "" : kind.LatestOf(state, id)!.RecordId;
}
