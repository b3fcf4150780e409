using Grpc.Core;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Explanations;
using Reform.Domain.Programmes;
using Reform.Domain.Values;
using Reform.Grpc.Calendars;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Programmes.V1;

namespace Reform.Grpc.Programmes;

/// <summary>Urges: the notices are entered in the journal, so that none is sent twice, whoever runs it and whenever the service is started.</summary>
internal sealed class UrgingEdits(FactEdits edits, CalendarSelections calendars, IClock clock)
{
    public Task<P.UrgeTasksResponse> Urge(P.UrgeTasksRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        string id = ResourceName.In(ProgrammeKinds.Programmes, "name", request.Name);
        string unit = ProgrammeMapping.Unit("unit", request.Unit);
        LocalDate? meant = RequestFields.Date("on", request.On);
        UrgingPolicy policy = NoticeMapping.Policy(request.Stages);
        WorkCalendar calendar = calendars.GetOrBuiltIn("calendar", request.Calendar);
        UrgingRun? run = null;
        return edits.Do(
            Mutation.Of(request, context),
            state =>
            {
                FactEdits.CheckRevision(state, request.Etag);
                run = Run(state, request.Name, id, unit, Today(meant), policy, calendar);
                var entries = new RegisterEntries();
                foreach (NumberedNotice notice in New(run))
                {
                    string list = ProgrammeKinds.Notice.List;
                    entries.Add(list, RegisterEntries.NewId(list), NoticeMapping.ToProto(notice), null, "name");
                }

                return entries;
            },
            (after, _) => new P.UrgeTasksResponse
            {
                Sent = { New(run!).Select(NoticeMapping.ToProto) },
                Unurged =
                {
                    run!.Unurged.Select(u => new P.UnurgedTask { Task = TaskMapping.Name(u.TaskId), Reason = ReasonMapping.ToProto(u.Reason, language) }),
                },
                Revision = after.Revision,
            });
    }

    // Asked only when something is sent: who repeats a request of yesterday gets the answer of yesterday.
    private LocalDate Today(LocalDate? meant)
    {
        LocalDate today = clock.TodayInVietnam();
        return meant is not LocalDate on || on == today ? today
            : on > today ? throw Refusal.InvalidField("on", "không thể đôn đốc trước cho ngày chưa đến", "is a day that has not come")
            : throw Refusal.InvalidField(
                "on", "ngày đã qua; đôn đốc hôm nay bù cho những ngày bỏ lỡ", "is a day that is over; urging today catches up with the days that were missed");
    }

    private static UrgingRun Run(
        RegisterState state, string name, string id, string unit, LocalDate on, UrgingPolicy policy, WorkCalendar calendar)
    {
        var asked = AskedProgramme.Kept(state, name);
        UrgingRun run = AskedProgramme.Answer(
            () => UrgingRun.Of(asked.Register, id, unit, on, policy, asked.Outbox, calendar), f => f is "programme" ? "name" : "on");
        return run.Refusal is Reason refusal
            ? throw RegisterRefusal.Conflict([(refusal.Code, refusal.Code == "urging_not_coordinator" ? "unit" : "on", refusal.Sentence)])
            : run;
    }

    private static IEnumerable<NumberedNotice> New(UrgingRun run) => run.Outbox.Notices.Skip(run.Outbox.Notices.Count - run.Sent.Count);
}
