using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Programmes;
using Reform.Domain.Values;
using Reform.Grpc.Calendars;
using Reform.Grpc.Compliance;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Programmes.V1;

namespace Reform.Grpc.Programmes;

/// <summary>Adds up, judges, and drafts beginnings.</summary>
internal sealed class ProgrammeResults(FactLists lists, CalendarSelections calendars, ProgrammeJudging judging, IClock clock)
{
    public async Task<P.GetSummaryResponse> Summary(P.GetSummaryRequest request, CancellationToken cancellation)
    {
        RegisterState state = await lists.At(request.KnownAt, cancellation);
        if (request.Name.StartsWith(ProgrammeKinds.Closings + "/", StringComparison.Ordinal))
        {
            foreach ((string field, Google.Type.Date? date) in new[] { ("on", request.On), ("first_day", request.FirstDay), ("last_day", request.LastDay) })
            {
                if (date is not null)
                {
                    throw Refusal.InvalidField(field, "để trống với số liệu đã chốt", "is left out for a closed summary");
                }
            }

            string closing = ResourceName.In(ProgrammeKinds.Closings, "name", request.Name);
            ProgrammeSummary closed = AskedProgramme.Answer(() => state.Programmes.Register.ClosedSummary(closing), _ => "name");
            return ToProto(closed, ResourceName.Of(ProgrammeKinds.Programmes, closed.Programme.Id), state);
        }

        LocalDate on = On(request.On);
        var asked = AskedProgramme.Of(state, request.Name);
        ReportingPeriod period = asked.Period(request.FirstDay, request.LastDay);
        return ToProto(AskedProgramme.Answer(() => asked.Register.SummaryOf(asked.Id, period, on), _ => "on"), asked.Name, state);
    }

    public async Task<P.EvaluateProgrammeResponse> Evaluate(P.EvaluateProgrammeRequest request, CancellationToken cancellation)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        string? unit = FactLists.UnitOf(request.Parent);
        LocalDate on = On(request.On);
        WorkCalendar calendar = calendars.GetOrBuiltIn("calendar", request.Calendar);
        ListPage page = await lists.Page(request, cancellation);
        var asked = AskedProgramme.Of(page.State, request.Name);
        ReportingPeriod period = asked.Period(request.FirstDay, request.LastDay);
        SubjectJudging found = AskedProgramme.Answer(() => judging.Judge(asked, unit, period, on, calendar, request.IncludePassed), _ => "on");
        (List<Reform.Compliance.V1.SubjectJudgement> items, string next) = page.Cut(found.Judged, j => SubjectJudging.ToProto(j, language));
        return new P.EvaluateProgrammeResponse { Judgements = { items }, NextPageToken = next, Revision = page.State.Revision, BrokenRules = { found.Broken } };
    }

    public async Task<P.GetStarterKitResponse> Starter(P.GetStarterKitRequest request, CancellationToken cancellation)
    {
        LocalDate on = On(request.On);
        string unit = ProgrammeMapping.Unit("unit", request.Unit);
        WorkCalendar calendar = calendars.GetOrBuiltIn("calendar", request.Calendar);
        RegisterState state = await lists.At(request.KnownAt, cancellation);
        var asked = AskedProgramme.Of(state, request.Name);
        StarterKit kit = AskedProgramme.Answer(
            () => StarterKit.For(asked.Register, asked.Id, unit, on, calendar),
            f => f is "programme" ? "name" : f is "unit" && asked.Register.Organization.FindUnit(unit) is null ? "unit" : "on");
        return new P.GetStarterKitResponse
        {
            Plan = PlanMapping.ToProto(kit.Plan, ""),
            Checklist =
            {
                kit.Checklist.Select(c => new P.ChecklistItem { ItemId = c.Id, Text = RecordMapping.ToProto(c.Text), DueOn = CivilTimes.ToProto(c.DueOn) }),
            },
            ProcedureCodes = { kit.ProcedureCodes },
            WhyTheseProcedures = kit.WhyTheseProcedures is BilingualText why ? RecordMapping.ToProto(why) : null,
            Revision = state.Revision,
        };
    }

    private static P.GetSummaryResponse ToProto(ProgrammeSummary summary, string programme, RegisterState state) => new()
    {
        Programme = programme,
        FirstDay = CivilTimes.ToProto(summary.Period.From),
        LastDay = CivilTimes.ToProto(summary.Period.To),
        On = CivilTimes.ToProto(summary.On),
        Units = { summary.Units.Select(StatusMapping.ToProto) },
        Groups = { summary.Groups.Select(StatusMapping.ToProto) },
        Whole = StatusMapping.ToProto(summary.Whole),
        Revision = state.Revision,
    };

    private LocalDate On(Google.Type.Date? on) => RequestFields.Date("on", on) ?? clock.TodayInVietnam();
}
