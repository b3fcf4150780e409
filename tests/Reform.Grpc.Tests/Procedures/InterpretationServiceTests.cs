using Reform.Organizations.V1;
using Reform.Procedures.V1;
using static Reform.Grpc.Tests.Procedures.ProcedureWorld;

namespace Reform.Grpc.Tests.Procedures;

/// <summary>Questions and answers over the wire: both readings while nothing settles it, one reading afterwards, and what was known before.</summary>
public sealed class InterpretationServiceTests
{
    // A decision received on 15 January 2025: a month ends on Saturday 15 February, and so on Monday 17; thirty working days, Tết aside, on 5 March.
    [Fact]
    public async Task Both_readings_while_the_question_is_open_and_one_when_it_is_answered()
    {
        await using TestServer server = await Start();
        ExplainTimeLimitResponse before = await server.Interpretations.ExplainTimeLimitAsync(About("2025-01-15"));
        Assert.Equal(("as_written", "2025-02-17", false), (before.Standing, Civil.Text(before.AgreedOn), before.InTime));

        CreateQuestionResponse asked = await server.Ask("q1");
        ExplainTimeLimitResponse open = await server.Interpretations.ExplainTimeLimitAsync(About("2025-01-15"));
        Assert.Equal("open_question", open.Standing);
        Assert.Equal(["2025-02-17", "2025-03-05"], open.Readings.Select(r => Civil.Text(r.DueOn)));
        Assert.Null(open.AgreedOn);
        Assert.False(open.HasInTime);
        Assert.Equal(["month", "wd30"], open.Readings.Select(r => r.Reading.ReadingId));
        Assert.Contains("Reading 'a month by the calendar'", open.Readings[0].Reason.Text, StringComparison.Ordinal);

        await server.Answer("a1");
        ExplainTimeLimitResponse answered = await server.Interpretations.ExplainTimeLimitAsync(About("2025-05-15"));
        Assert.Equal(("interpreted", "interpretations/a1", 30), (answered.Standing, answered.Readings.Single().Interpretation, answered.Readings[0].Length.Amount));

        // It holds from 1 May on: a decision of January stays in doubt.
        Assert.Equal("open_question", (await server.Interpretations.ExplainTimeLimitAsync(About("2025-01-15"))).Standing);

        // As it was known when the question was entered.
        ExplainTimeLimitRequest then = About("2025-05-15");
        then.KnownAt = asked.Record.RecordTime;
        Assert.Equal("open_question", (await server.Interpretations.ExplainTimeLimitAsync(then)).Standing);
        then.KnownAt = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTime(asked.Record.RecordTime.ToDateTime().AddTicks(-10));
        Assert.Equal("as_written", (await server.Interpretations.ExplainTimeLimitAsync(then)).Standing);
        then.Limit = "none";
        Assert.Equal(("RESOURCE_NOT_FOUND", "limit"), await Told(async () => await server.Interpretations.ExplainTimeLimitAsync(then)));
    }

    // Asked on Monday 3 March 2025, due after ten working days on Monday 17; answered on 1 April.
    [Fact]
    public async Task Questions_stand_by_their_own_limit()
    {
        await using TestServer server = await Start();
        await server.Ask("q1");
        async Task<QuestionStatus> On(string date) => (await server.Interpretations.ListQuestionsAsync(
            new ListQuestionsRequest { On = Civil.Date(date), Procedure = "procedures/PTY-DSCC", LanguageCode = "en" })).Questions.Single();
        QuestionStatus last = await On("2025-03-17");
        Assert.Equal(("open", "2025-03-17", ""), (last.State, Civil.Text(last.DueOn), last.Answer));
        Assert.Equal("open_past_limit", (await On("2025-03-18")).State);
        await server.Answer("a1");
        Assert.Equal("open_past_limit", (await On("2025-03-18")).State);
        QuestionStatus late = await On("2025-04-01");
        Assert.Equal(("answered_late", "interpretations/a1"), (late.State, late.Answer));
        Assert.Empty((await server.Interpretations.ListQuestionsAsync(new ListQuestionsRequest { On = Civil.Date("2025-03-17"), FindingsOnly = true })).Questions);
        Assert.Empty((await server.Interpretations.ListQuestionsAsync(new ListQuestionsRequest { On = Civil.Date("2025-03-02") })).Questions);
        Assert.Equal("procedure", (await Told(async () => await server.Interpretations.ListQuestionsAsync(new ListQuestionsRequest { Procedure = "procedures/none" }))).Field);
    }

    [Fact]
    public async Task Interpretations_that_differ_are_reported_and_ranked_by_level_alone()
    {
        await using TestServer server = await Start();
        await server.Ask("q1");
        await server.Answer("a1");
        Interpretation other = ThirtyDays();
        other.Reading = new TextReading { ReadingId = "d20", Meaning = Text("20 ngày"), Limit = Limit(20) };
        other.IssuerLevel = OrganizationLevel.Province;
        CreateInterpretationResponse second = await server.Answer("a2", other);
        var review = new ReviewInterpretationsRequest { On = Civil.Date("2025-06-01"), LanguageCode = "en" };
        Assert.Single((await server.Interpretations.ReviewInterpretationsAsync(review)).Differences);
        Assert.Equal("higher_rank_prevails", (await server.Interpretations.ExplainTimeLimitAsync(About("2025-06-02"))).Standing);

        other.IssuerLevel = OrganizationLevel.Unspecified;
        var correct = new CorrectInterpretationRequest { RequestId = NewId, Name = "interpretations/a2", Etag = second.Interpretation.Etag, Interpretation = other };
        Interpretation corrected = (await server.Interpretations.CorrectInterpretationAsync(correct)).Interpretation;
        Assert.Equal("conflicting", (await server.Interpretations.ExplainTimeLimitAsync(About("2025-06-02"))).Standing);
        correct.RequestId = NewId;
        Assert.Equal("ETAG_MISMATCH", (await Refused.By(async () => await server.Interpretations.CorrectInterpretationAsync(correct))).Reason);

        await server.Interpretations.CorrectInterpretationAsync(
            new CorrectInterpretationRequest { RequestId = NewId, Name = "interpretations/a2", Etag = corrected.Etag, StruckOut = true });
        Assert.Empty((await server.Interpretations.ReviewInterpretationsAsync(review)).Differences);
        Assert.Equal("interpretations/a1", (await server.Interpretations.ListInterpretationsAsync(new ListInterpretationsRequest())).Interpretations.Single().Name);
        Assert.Empty((await server.Interpretations.ListInterpretationsAsync(new ListInterpretationsRequest { InForceOn = Civil.Date("2025-04-30") })).Interpretations);

        // Nothing is gone: the three records of the second, the last of which strikes it out.
        ListInterpretationRecordsResponse records = await server.Interpretations.ListInterpretationRecordsAsync(new ListInterpretationRecordsRequest());
        Assert.Equal([true, true, false, false, false], records.Records.Select(r => r.Standing));
        Assert.Equal([false, false, false, false, true], records.Records.Select(r => r.Info.StruckOut));
        Assert.Equal(records.Records[3].Info.Record, records.Records[4].Info.Corrects);
        Assert.All(records.Records, r => Assert.Equal("development", r.Info.EnteredBy));

        // What was struck out may be entered again.
        Assert.NotEqual(corrected.Etag, (await server.Answer("a2", other)).Interpretation.Etag);
        Assert.Equal("RESOURCE_ALREADY_EXISTS", (await Refused.By(() => server.Answer("a2", other))).Reason);
    }

    [Fact]
    public async Task What_contradicts_itself_or_the_procedure_is_refused_with_its_field()
    {
        await using TestServer server = await Start();
        InterpretationQuestion question = Month();
        question.Readings.RemoveAt(1);
        Assert.Equal(("REGISTER_CONFLICT", "question.readings"), await Told(() => server.Ask("q", question)));
        question = Month();
        question.Subject.Limit = "ADM-TOTAL";
        Assert.Equal(("REGISTER_CONFLICT", "question.subject.limit"), await Told(() => server.Ask("q", question)));
        question.Subject.Procedure = "procedures/none";
        Assert.Equal(("REGISTER_CONFLICT", "question.subject.procedure"), await Told(() => server.Ask("q", question)));
        question = Month();
        question.Readings[1].ReadingId = "month";
        Assert.Equal(("REGISTER_CONFLICT", "question.readings[1].reading_id"), await Told(() => server.Ask("q", question)));
        question.Readings[1] = new TextReading { ReadingId = "x", Meaning = Text("x"), Policy = new Reform.Deadlines.V1.DeadlinePolicy { BackwardRoll = Reform.Deadlines.V1.RollPolicy.Stay } };
        Assert.Equal(("INVALID_FIELD", "question.readings[1].policy.backward_roll"), await Told(() => server.Ask("q", question)));
        Assert.Equal(("REGISTER_CONFLICT", "interpretation.question"), await Told(() => server.Answer("a")));
        Interpretation early = ThirtyDays();
        early.IssuedOn = Civil.Date("2025-03-02");
        await server.Ask("q1");
        Assert.Equal(("REGISTER_CONFLICT", "interpretation.issued_on"), await Told(() => server.Answer("a", early)));
        Assert.Single((await server.Interpretations.ListInterpretationRecordsAsync(new ListInterpretationRecordsRequest())).Records);
    }

    private static ExplainTimeLimitRequest About(string receivedOn) => new()
    {
        Name = "procedures/PTY-DSCC",
        Limit = "DSCC-FILE",
        On = Civil.Date(receivedOn),
        Events = { new DatedEvent { Event = "decision.received.date", On = Civil.Date(receivedOn) } },
        EndedOn = Civil.Date("2025-02-20"),
        LanguageCode = "en",
    };

    private static async Task<(string Reason, string? Field)> Told(Func<Task> call)
    {
        Refused refused = await Refused.By(call);
        return (refused.Reason, refused.Fields is [string first, ..] ? first : refused.Metadata.GetValueOrDefault("field"));
    }
}
