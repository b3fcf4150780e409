using Grpc.Core;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Legal;
using Reform.Domain.Procedures;
using Reform.Domain.Values;
using Reform.Grpc.Calendars;
using Reform.Grpc.Catalogs;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Procedures.V1;
using Interpretation = Reform.Domain.Procedures.Interpretation;
using QuestionStatus = Reform.Domain.Procedures.QuestionStatus;

namespace Reform.Grpc.Procedures;

/// <summary>The service that keeps questions of interpretation and their answers, and tells how limits have to be read.</summary>
internal sealed class InterpretationServiceV1(FactEdits edits, FactLists lists, CalendarSelections calendars, IClock clock)
    : InterpretationService.InterpretationServiceBase
{
    private const int MostEvents = 100;

    public override Task<CreateQuestionResponse> CreateQuestion(CreateQuestionRequest request, ServerCallContext context) => edits.Create(
        ProcedureKinds.Question, request.QuestionId, request.Question, Mutation.Of(request, context),
        (q, r, v) => new CreateQuestionResponse { Question = q, Record = r, Revision = v });

    public override Task<CorrectQuestionResponse> CorrectQuestion(CorrectQuestionRequest request, ServerCallContext context) => edits.Correct(
        ProcedureKinds.Question, request.Name, request.Etag, request.Question, request.StruckOut, Mutation.Of(request, context),
        (q, r, v) => new CorrectQuestionResponse { Question = q, Record = r, Revision = v });

    public override Task<CreateInterpretationResponse> CreateInterpretation(CreateInterpretationRequest request, ServerCallContext context) => edits.Create(
        ProcedureKinds.Interpretation, request.InterpretationId, request.Interpretation, Mutation.Of(request, context),
        (i, r, v) => new CreateInterpretationResponse { Interpretation = i, Record = r, Revision = v });

    public override Task<CorrectInterpretationResponse> CorrectInterpretation(CorrectInterpretationRequest request, ServerCallContext context) => edits.Correct(
        ProcedureKinds.Interpretation, request.Name, request.Etag, request.Interpretation, request.StruckOut, Mutation.Of(request, context),
        (i, r, v) => new CorrectInterpretationResponse { Interpretation = i, Record = r, Revision = v });

    public override async Task<GetQuestionResponse> GetQuestion(GetQuestionRequest request, ServerCallContext context)
    {
        (Reform.Procedures.V1.InterpretationQuestion fact, long revision) = await lists.Get(ProcedureKinds.Question, request.Name, request.KnownAt, context.CancellationToken);
        return new GetQuestionResponse { Question = fact, Revision = revision };
    }

    public override async Task<ListQuestionsResponse> ListQuestions(ListQuestionsRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        LocalDate on = RequestFields.Date("on", request.On) ?? clock.TodayInVietnam();
        WorkCalendar calendar = CalendarOf(request.Calendar);
        ListPage page = await lists.Page(request, context.CancellationToken);
        string? procedure = ProcedureLists.ProcedureOf(page.State, "procedure", request.Procedure);
        Dictionary<string, string> etags = ProcedureKinds.Question.Standing(page.State).ToDictionary(r => r.Fact!.Id, r => r.Id, StringComparer.Ordinal);
        List<QuestionStatus> questions = [.. page.State.Procedures.Interpretations.QuestionsOn(on, calendar)
            .Where(q => (procedure is null || q.Question.Subject.ProcedureCode == procedure) && (!request.FindingsOnly || q.IsFinding))];
        var response = new ListQuestionsResponse { Revision = page.State.Revision };
        (List<Reform.Procedures.V1.QuestionStatus> items, response.NextPageToken) = page.Cut(questions, q => new Reform.Procedures.V1.QuestionStatus
        {
            Question = InterpretationMapping.ToProto(q.Question, etags[q.Question.Id]),
            State = RecordMapping.CodeOf(q.State),
            DueOn = RecordMapping.ToProto(q.DueOn),
            Answer = NameOf(q.Answer),
            Reason = ReasonMapping.ToProto(q.Reason, language),
        });
        response.Questions.AddRange(items);
        return response;
    }

    public override async Task<GetInterpretationResponse> GetInterpretation(GetInterpretationRequest request, ServerCallContext context)
    {
        (Reform.Procedures.V1.Interpretation fact, long revision) = await lists.Get(ProcedureKinds.Interpretation, request.Name, request.KnownAt, context.CancellationToken);
        return new GetInterpretationResponse { Interpretation = fact, Revision = revision };
    }

    public override async Task<ListInterpretationsResponse> ListInterpretations(ListInterpretationsRequest request, ServerCallContext context)
    {
        LocalDate? on = RequestFields.Date("in_force_on", request.InForceOn);
        ListPage page = await lists.Page(request, context.CancellationToken);
        string? procedure = ProcedureLists.ProcedureOf(page.State, "procedure", request.Procedure);
        List<Recorded<Interpretation>> all = [.. ProcedureKinds.Interpretation.Standing(page.State)
            .Where(i => (procedure is null || i.Fact!.Subject.ProcedureCode == procedure) && (on is not LocalDate date || i.Fact!.Validity.Contains(date)))
            .OrderBy(i => i.Fact!.Id, StringComparer.Ordinal)];
        var response = new ListInterpretationsResponse { Revision = page.State.Revision };
        (List<Reform.Procedures.V1.Interpretation> items, response.NextPageToken) = page.Cut(all, ProcedureKinds.Interpretation.ToProto);
        response.Interpretations.AddRange(items);
        return response;
    }

    public override async Task<ListInterpretationRecordsResponse> ListInterpretationRecords(ListInterpretationRecordsRequest request, ServerCallContext context)
    {
        ListPage page = await lists.Page(request, context.CancellationToken);
        IEnumerable<HistoryItem> all = FactLists.History(ProcedureKinds.Question, page.State, _ => true)
            .Concat(FactLists.History(ProcedureKinds.Interpretation, page.State, _ => true));
        var response = new ListInterpretationRecordsResponse { Revision = page.State.Revision };
        (List<InterpretationRecord> records, response.NextPageToken) = await lists.Cut(
            page, all, i => i.Fact is Reform.Procedures.V1.InterpretationQuestion question
                ? new InterpretationRecord { Info = i.Info, Question = question, Standing = i.IsStanding }
                : new InterpretationRecord { Info = i.Info, Interpretation = (Reform.Procedures.V1.Interpretation)i.Fact, Standing = i.IsStanding },
            r => r.Info, context.CancellationToken);
        response.Records.AddRange(records);
        return response;
    }

    public override async Task<ReviewInterpretationsResponse> ReviewInterpretations(ReviewInterpretationsRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        LocalDate on = RequestFields.Date("on", request.On) ?? clock.TodayInVietnam();
        RegisterState state = await lists.At(request.KnownAt, context.CancellationToken);
        return new ReviewInterpretationsResponse
        {
            Differences = { ProcedureMapping.ToProto(state.Procedures.Interpretations.DifferencesOn(on), language) },
            Revision = state.Revision,
        };
    }

    public override async Task<ExplainTimeLimitResponse> ExplainTimeLimit(ExplainTimeLimitRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        LocalDate on = CivilTimes.RequiredDate("on", request.On);
        LocalDate? ended = RequestFields.Date("ended_on", request.EndedOn);
        string limit = RecordMapping.RequiredWord("limit", request.Limit);
        WorkCalendar calendar = CalendarOf(request.Calendar);
        Dictionary<string, LocalDate> events = Events(request);
        RegisterState state = await lists.At(request.KnownAt, context.CancellationToken);
        Published published = ProcedureLists.Procedure(state, "name", request.Name);
        ProcedureVersion version = published.History.InForceOn(on) ?? throw DefinitionReading.NotInForce("on");
        if (version.TimeLimits.All(l => l.Id != limit))
        {
            throw RegisterRefusal.NotFound("limit", limit);
        }

        InterpretedLimit read = state.Procedures.Interpretations.Read(published.History.Code, version, limit, on);
        DuesAsRead dues = read.Dues(e => events.TryGetValue(e, out LocalDate date) ? date : null, calendar);
        var response = new ExplainTimeLimitResponse
        {
            Standing = RecordMapping.CodeOf(read.Standing),
            Readings = { dues.Dues.Select(d => ToProto(d, language)) },
            AgreedOn = RecordMapping.ToProto(dues.AgreedOn),
            Reasons = { ProcedureMapping.ToProto(read.Reasons, language) },
            Revision = state.Revision,
        };
        if (ended is LocalDate end && dues.IsInTime(end) is bool inTime)
        {
            response.InTime = inTime;
        }

        return response;
    }

    private static LimitAsRead ToProto(DueAsRead due, Language language) => new()
    {
        Reading = due.As.Reading is Reform.Domain.Procedures.TextReading reading ? InterpretationMapping.ToProto(reading) : null,
        Interpretation = NameOf(due.As.Interpretation),
        Length = ProcedureMapping.ToProto(due.As.Terms?.Limit),
        StartEvent = due.As.Terms?.StartEvent ?? "",
        DueOn = RecordMapping.ToProto(due.DueOn),
        Reason = ReasonMapping.ToProto(due.Reason, language),
    };

    private static Dictionary<string, LocalDate> Events(ExplainTimeLimitRequest request)
    {
        RequestFields.AtMost("events", request.Events.Count, MostEvents);
        var events = new Dictionary<string, LocalDate>(StringComparer.Ordinal);
        for (int i = 0; i < request.Events.Count; i++)
        {
            string field = RequestFields.At("events", i);
            if (!events.TryAdd(RecordMapping.RequiredWord(field + ".event", request.Events[i].Event), CivilTimes.RequiredDate(field + ".on", request.Events[i].On)))
            {
                throw Refusal.InvalidField(field + ".event", "bị lặp lại", "stands twice");
            }
        }

        return events;
    }

    private WorkCalendar CalendarOf(string name) => name.Length == 0 ? CalendarCatalogue.BuiltIn : calendars.Get("calendar", name);

    private static string NameOf(Interpretation? interpretation) =>
        interpretation is null ? "" : ResourceName.Of(ProcedureKinds.Interpretations, interpretation.Id);
}
