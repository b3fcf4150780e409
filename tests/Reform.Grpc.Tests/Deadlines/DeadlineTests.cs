using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Reform.Calendars.V1;
using Reform.Deadlines.V1;
using DateTime = Google.Type.DateTime;

namespace Reform.Grpc.Tests.Deadlines;

/// <summary>The deadline service on a real host: traces, moments, standing, recomputing, comparing, refusals by field.</summary>
public sealed class DeadlineTests
{
    private static DeadlineQuestion WorkingDays(int amount, string received) => new()
    {
        Terms = new DeadlineTerms { Limit = new TimeLimit { Amount = amount, Unit = TimeUnit.WorkingDay } },
        ReceivedAt = Civil.Moment(received),
    };

    [Fact]
    public async Task The_trace_comes_only_when_it_is_asked_for_in_the_language_asked_for()
    {
        await using TestServer server = await TestServer.Start();
        var request = new ComputeDeadlineRequest { Question = WorkingDays(10, "2025-12-26T09:00") };
        Deadline plain = (await server.Deadlines.ComputeDeadlineAsync(request)).Deadline;
        Assert.Equal(("2026-01-12", "2026-01-13T00:00:00", "2026-01-12"), (Civil.Text(plain.DueDate), Civil.Text(plain.DueAt), Civil.Text(plain.UnrolledDate)));
        Assert.Empty(plain.Explanation);
        Assert.Null(plain.Standing);

        request.IncludeExplanation = true;
        Deadline vietnamese = (await server.Deadlines.ComputeDeadlineAsync(request)).Deadline;
        request.LanguageCode = "en";
        Deadline english = (await server.Deadlines.ComputeDeadlineAsync(request)).Deadline;
        Assert.Equal(vietnamese.Explanation.Select(r => r.Code), english.Explanation.Select(r => r.Code));
        Assert.Contains(vietnamese.Explanation, r => r.Basis == "Điều 147(2) Bộ luật Dân sự 91/2015/QH13");
        Assert.Contains(english.Explanation, r => r.Basis == "Civil Code 91/2015/QH13, Art. 147(2)");
        Assert.Equal(plain.CalendarVersion, english.CalendarVersion);
    }

    [Fact]
    public async Task A_moment_with_an_offset_or_a_zone_is_turned_into_Vietnam_civil_time()
    {
        await using TestServer server = await TestServer.Start();
        DateTime local = Civil.Moment("2026-08-21T02:00");
        local.UtcOffset = new Duration();
        Assert.Equal("2026-08-21T10:00:00", await OneHourFrom(server, local));
        local.UtcOffset = new Duration { Seconds = -8 * 3600 };
        Assert.Equal("2026-08-21T18:00:00", await OneHourFrom(server, local));
        local.TimeZone = new Google.Type.TimeZone { Id = "Europe/Paris" };
        Assert.Equal("2026-08-21T08:00:00", await OneHourFrom(server, local));
        Assert.Equal("2026-08-21T03:00:00", await OneHourFrom(server, Civil.Moment("2026-08-21T02:00")));
    }

    [Fact]
    public async Task A_moment_that_is_none_is_refused_with_its_field()
    {
        await using TestServer server = await TestServer.Start();
        DateTime moment = Civil.Moment("2026-03-29T02:30");
        moment.TimeZone = new Google.Type.TimeZone { Id = "Asia/Hai_Phong" };
        await Expect("question.received_at.time_zone.id", OneHour(server, moment));
        moment.TimeZone.Id = "";
        await Expect("question.received_at.time_zone.id", OneHour(server, moment));
        moment.TimeZone.Id = "Europe/Paris"; // 02:30 is skipped that night
        await Expect("question.received_at", OneHour(server, moment));
        DateTime twice = Civil.Moment("2026-10-25T02:30");
        twice.TimeZone = new Google.Type.TimeZone { Id = "Europe/Paris" };
        await Expect("question.received_at", OneHour(server, twice));
        twice.UtcOffset = new Duration { Seconds = 19 * 3600 };
        await Expect("question.received_at.utc_offset", OneHour(server, twice));
        await Expect("question.received_at", OneHour(server, new DateTime { Month = 8, Day = 21 }));
        await Expect("question.received_at", OneHour(server, new DateTime { Year = 2026, Month = 8, Day = 21, Hours = 24 }));
        DateTime edge = Civil.Moment("9999-12-31T23:59");
        edge.UtcOffset = new Duration { Seconds = -18 * 3600 };
        await Expect("question.received_at", OneHour(server, edge));
    }

    public static TheoryData<string, string> WrongFields => new()
    {
        { "question.terms.limit", """{ "terms": {}, "received_on": { "year": 2026, "month": 6, "day": 1 } }""" },
        { "question.terms", """{ "received_on": { "year": 2026, "month": 6, "day": 1 } }""" },
        { "question.received_on", """{ "terms": { "limit": { "amount": 1, "unit": "TIME_UNIT_WEEK" } } }""" },
        { "question.terms.limit.unit", """{ "terms": { "limit": { "amount": 1, "unit": 77 } } }""" },
        { "question.terms.limit.amount", """{ "terms": { "limit": { "amount": -1, "unit": "TIME_UNIT_WEEK" } } }""" },
        { "question.terms.limit.amount", """{ "terms": { "limit": { "amount": 2, "unit": "TIME_UNIT_SAME_DAY" } } }""" },
        { "question.terms.limit.event", """{ "terms": { "limit": { "unit": "TIME_UNIT_NEXT_EVENT" } } }""" },
        { "question.terms.limit.event", """{ "terms": { "limit": { "amount": 1, "unit": "TIME_UNIT_WEEK", "event": "x" } } }""" },
        { "question.terms.extensions[1].length.amount", Terms("""
            "extensions": [ { "length": { "amount": 1, "unit": "TIME_UNIT_WEEK" } }, { "length": { "unit": "TIME_UNIT_WEEK" } } ]
            """) },
        { "question.terms.extensions[0].length.unit", Terms(""" "extensions": [ { "length": { "unit": "TIME_UNIT_IMMEDIATE" } } ] """) },
        { "question.terms.extensions[1]", Terms("""
            "extension_cap": { "basis": "Quy trình", "times": 1 },
            "extensions": [ { "length": { "amount": 1, "unit": "TIME_UNIT_WEEK" } }, { "length": { "amount": 1, "unit": "TIME_UNIT_WEEK" } } ]
            """) },
        { "question.terms.extension_cap.basis", Terms(""" "extension_cap": { "times": 1 } """) },
        { "question.terms.extension_cap.times", Terms(""" "extension_cap": { "basis": "x", "times": -1 } """) },
        { "question.terms.suspensions[0].to_date", Terms("""
            "suspensions": [ { "from_date": { "year": 2026, "month": 6, "day": 4 }, "to_date": { "year": 2026, "month": 6, "day": 3 } } ]
            """) },
        { "question.terms.suspensions[0].from_date", Terms(""" "suspensions": [ {} ] """) },
        { "question.terms.suspensions[1]", Terms("""
            "suspensions": [ { "from_date": { "year": 2026, "month": 6, "day": 2 } }, { "from_date": { "year": 2026, "month": 6, "day": 5 } } ]
            """) },
        { "question.terms.tolerance", Terms(""" "tolerance": { "amount": 1, "unit": "TIME_UNIT_HOUR" } """) },
        { "question.terms.policy.roll", Terms(""" "policy": { "roll": 9 } """) },
        { "question.terms.policy.half_day", Terms(""" "policy": { "half_day": 9 } """) },
        { "question.terms.policy.due_end", Terms(""" "policy": { "due_end": 9 } """) },
        { "question.terms.policy.leap_day", Terms(""" "policy": { "leap_day": 9 } """) },
        { "question.terms.policy.supplement", Terms(""" "policy": { "supplement": 9 } """) },
        { "question.terms.policy.calendar", Terms(""" "policy": { "calendar": 9 } """) },
        { "question.terms.policy.backward_roll", Terms(""" "policy": { "backward_roll": 9 } """) },
        { "question.terms.policy.intake.cut_off", Terms(""" "policy": { "intake": { "cut_off": { "hours": 24 } } } """) },
        { "question.received_on", Terms(""" "policy": { "intake": { "cut_off": { "hours": 15 } } } """) },
        { "question.terms.warning_levels[0]", Terms(""" "warning_levels": [ {} ] """) },
        { "question.terms.warning_levels[0].percent_used", Terms(""" "warning_levels": [ { "percent_used": 101 } ] """) },
        { "question.terms.known_events[0]", Terms(""" "known_events": [ {} ] """) },
        { "question.received_on", """{ "terms": { "limit": { "amount": 1, "unit": "TIME_UNIT_HOUR" } }, "received_on": { "year": 2026, "month": 6, "day": 1 } }""" },
        { "question.before_date", """{ "terms": { "limit": { "amount": 1, "unit": "TIME_UNIT_HOUR" } }, "before_date": { "year": 2026, "month": 6, "day": 1 } }""" },
        { "question.terms.limit.unit", """{ "terms": { "limit": { "unit": "TIME_UNIT_SAME_DAY" } }, "before_date": { "year": 2026, "month": 6, "day": 1 } }""" },
        { "question.bound", """
            { "terms": { "limit": { "amount": 1, "unit": "TIME_UNIT_WEEK" } }, "bound": 1, "received_on": { "year": 2026, "month": 6, "day": 1 } }
            """ },
        { "question.bound", """
            { "terms": { "limit": { "amount": 1, "unit": "TIME_UNIT_WEEK" } }, "bound": 7, "before_date": { "year": 2026, "month": 6, "day": 1 } }
            """ },
        { "question.delivered_at", """
            { "terms": { "limit": { "amount": 1, "unit": "TIME_UNIT_WEEK" } }, "received_on": { "year": 2026, "month": 6, "day": 1 },
              "delivered_at": { "year": 2026, "month": 6, "day": 2 } }
            """ },
        { "question.delivered_at", """
            { "terms": { "limit": { "amount": 1, "unit": "TIME_UNIT_WEEK" } }, "received_on": { "year": 2026, "month": 6, "day": 1 },
              "as_of": { "year": 2026, "month": 6, "day": 5 }, "delivered_at": { "year": 2026, "month": 5, "day": 2 } }
            """ },
        { "question.calendar.calendar", """{ "calendar": { "calendar": "vietnam" } }""" },
        { "question.calendar.known_on", """{ "calendar": { "known_on": { "year": 2026 } } }""" },
    };

    [Theory]
    [MemberData(nameof(WrongFields))]
    public async Task What_is_wrong_is_named_by_its_path(string field, string question)
    {
        await using TestServer server = await TestServer.Start();
        DeadlineQuestion read = JsonParser.Default.Parse<DeadlineQuestion>(question);
        await Expect(field, async () => await server.Deadlines.ComputeDeadlineAsync(new ComputeDeadlineRequest { Question = read }));
    }

    [Fact]
    public async Task Too_much_is_refused_and_not_computed()
    {
        await using TestServer server = await TestServer.Start();
        DeadlineQuestion good = WorkingDays(1, "2026-08-21T09:00");
        var batch = new BatchComputeDeadlinesRequest { Items = { Enumerable.Repeat(new BatchItem { Question = good }, 1001) } };
        await Expect("items", async () => await server.Deadlines.BatchComputeDeadlinesAsync(batch));
        batch.Items.RemoveAt(1000);
        Assert.Equal(1000, (await server.Deadlines.BatchComputeDeadlinesAsync(batch)).Outcomes.Count);
        batch.IncludeExplanation = true;
        await Expect("items", async () => await server.Deadlines.BatchComputeDeadlinesAsync(batch));
        good.Terms.Suspensions.Add(Enumerable.Repeat(new Suspension { FromDate = Civil.Date("2026-08-21"), ToDate = Civil.Date("2026-08-21") }, 201));
        await Expect("question.terms.suspensions", async () => await server.Deadlines.ComputeDeadlineAsync(new ComputeDeadlineRequest { Question = good }));
        await Expect("question", async () => await server.Deadlines.ComputeDeadlineAsync(new ComputeDeadlineRequest()));
        await Expect("language_code", async () => await server.Deadlines.ComputeDeadlineAsync(new ComputeDeadlineRequest { LanguageCode = "fr" }));
    }

    [Fact]
    public async Task A_year_that_is_not_covered_is_a_failed_precondition_also_inside_a_batch()
    {
        await using TestServer server = await TestServer.Start();
        DeadlineQuestion question = WorkingDays(1, "2100-12-31T09:00");
        Refused alone = await Refused.By(async () => await server.Deadlines.ComputeDeadlineAsync(new ComputeDeadlineRequest { Question = question }));
        Assert.Equal((StatusCode.FailedPrecondition, "CALENDAR_RANGE", "2101-01-01"), (alone.Code, alone.Reason, alone.Metadata["date"]));
        BatchOutcome outcome = Assert.Single((await server.Deadlines.BatchComputeDeadlinesAsync(
            new BatchComputeDeadlinesRequest { Items = { new BatchItem { CorrelationId = "a", Question = question } } })).Outcomes);
        Assert.Equal((int)StatusCode.FailedPrecondition, outcome.Error.Code);
    }

    [Fact]
    public async Task A_deadline_says_how_it_stands()
    {
        await using TestServer server = await TestServer.Start();
        DeadlineQuestion question = WorkingDays(4, "2026-06-01T09:00");
        question.Terms.WarningLevels.Add(new WarningLevel { PercentUsed = 75 });
        question.AsOf = Civil.Moment("2026-06-02T10:00");
        Standing within = await StandingOf(server, question);
        Assert.Equal((DeadlineState.Within, 1, 3), (within.State, Assert.Single(within.Used.Parts).Amount, Assert.Single(within.Remaining.Parts).Amount));
        Assert.Equal("3 ngày làm việc", within.Remaining.Text);
        question.AsOf = Civil.Moment("2026-06-04T10:00");
        Standing soon = await StandingOf(server, question);
        Assert.Equal((DeadlineState.DueSoon, 75), (soon.State, Assert.Single(soon.Warnings).PercentUsed));
        question.AsOf = Civil.Moment("2026-06-06T00:00");
        Assert.Equal(DeadlineState.Overdue, (await StandingOf(server, question)).State);
        question.DeliveredAt = Civil.Moment("2026-06-05T23:59");
        Assert.Equal(DeadlineState.OnTime, (await StandingOf(server, question)).State);

        var backward = new DeadlineQuestion
        {
            Terms = new DeadlineTerms { Limit = new TimeLimit { Amount = 30, Unit = TimeUnit.WorkingDay } },
            BeforeDate = Civil.Date("2025-05-19"),
            AsOf = Civil.Moment("2025-04-03T00:00"),
        };
        Standing late = await StandingOf(server, backward);
        Assert.Equal((DeadlineState.Overdue, null), (late.State, late.Used));
    }

    [Fact]
    public async Task While_a_suspension_lasts_there_is_no_due_and_the_ledger_says_why()
    {
        await using TestServer server = await TestServer.Start();
        DeadlineQuestion question = WorkingDays(5, "2026-06-01T09:00");
        question.Terms.Suspensions.Add(new Suspension { FromDate = Civil.Date("2026-06-03"), Cause = "Chờ bổ sung" });
        question.Terms.Suspensions.Add(new Suspension { FromDate = Civil.Date("2026-06-01"), ToDate = Civil.Date("2026-06-01") });
        ExplainDeadlineResponse explained = await server.Deadlines.ExplainDeadlineAsync(new ExplainDeadlineRequest { Question = question });
        Assert.Equal((DueKind.Unspecified, true, false), (explained.Deadline.DueKind, explained.Deadline.Suspended, explained.Deadline.AwaitsEvent));
        Assert.Null(explained.Deadline.DueDate);
        Assert.Equal([SuspensionOutcome.Open, SuspensionOutcome.Empty], explained.Suspensions.Select(s => s.Outcome));
        Assert.Equal("Chờ bổ sung", explained.Suspensions[0].Suspension.Cause);
        Assert.NotEmpty(explained.Deadline.Explanation);
    }

    [Fact]
    public async Task An_event_that_is_not_known_gives_no_due_and_one_that_is_known_does()
    {
        await using TestServer server = await TestServer.Start();
        var question = new DeadlineQuestion
        {
            Terms = new DeadlineTerms { Limit = new TimeLimit { Unit = TimeUnit.NextEvent, Event = "kỳ sinh hoạt chi bộ" } },
            ReceivedOn = Civil.Date("2026-06-01"),
        };
        Assert.True((await server.Deadlines.ComputeDeadlineAsync(new ComputeDeadlineRequest { Question = question })).Deadline.AwaitsEvent);
        question.Terms.KnownEvents.Add(Civil.Date("2026-06-20"));
        Assert.Equal("2026-06-20", Civil.Text((await server.Deadlines.ComputeDeadlineAsync(new ComputeDeadlineRequest { Question = question })).Deadline.DueDate));
    }

    [Fact]
    public async Task What_is_not_decided_about_the_counted_days_is_told_with_the_explanation()
    {
        await using TestServer server = await TestServer.Start();
        ExplainDeadlineResponse explained = await server.Deadlines.ExplainDeadlineAsync(
            new ExplainDeadlineRequest { Question = WorkingDays(5, "2027-01-28T09:00"), LanguageCode = "en" });
        Assert.True(explained.Deadline.Provisional);
        Assert.Contains(explained.OpenQuestions, q => q.Code == "tet_not_decided");
    }

    [Fact]
    public async Task Recomputed_on_a_later_calendar_both_are_told_and_which_of_them_stands()
    {
        await using TestServer server = await TestServer.Start();
        DeadlineQuestion question = WorkingDays(3, "2025-12-30T08:00");
        question.Calendar = new CalendarSelection { KnownOn = Civil.Date("2025-12-24") };
        RecomputeDeadlineResponse frozen = await server.Deadlines.RecomputeDeadlineAsync(
            new RecomputeDeadlineRequest { Question = question, LanguageCode = "en" });
        Assert.Equal(("2026-01-05", "2026-01-06"), (Civil.Text(frozen.Before.DueDate), Civil.Text(frozen.After.DueDate)));
        Assert.Equal((true, false), (frozen.Moved, frozen.AfterStands));
        ChangedDay changed = Assert.Single(frozen.ChangedDays);
        Assert.Equal(("2026-01-02", "working_day", "swapped_day_off"), (Civil.Text(changed.Date), changed.Before.Code, changed.After.Code));
        Assert.NotEqual(frozen.Before.CalendarVersion, frozen.After.CalendarVersion);
        Assert.Empty(frozen.Before.Explanation);

        question.Terms.Policy = new DeadlinePolicy { Calendar = CalendarPolicy.FollowsCalendar };
        question.Calendar.Version = frozen.Before.CalendarVersion;
        Assert.True((await server.Deadlines.RecomputeDeadlineAsync(new RecomputeDeadlineRequest { Question = question })).AfterStands);
        Refused none = await Refused.By(async () => await server.Deadlines.RecomputeDeadlineAsync(
            new RecomputeDeadlineRequest { Question = question, LaterCalendar = new CalendarSelection { Calendar = "calendars/none" } }));
        Assert.Equal("CALENDAR_NOT_FOUND", none.Reason);
    }

    [Fact]
    public async Task Alternatives_stand_side_by_side_and_a_wrong_one_is_named()
    {
        await using TestServer server = await TestServer.Start();
        var request = new CompareDeadlinesRequest { ReceivedOn = Civil.Date("2026-08-21"), LanguageCode = "en" };
        request.Alternatives.Add(new Alternative { Label = "now", Terms = new DeadlineTerms { Limit = new TimeLimit { Amount = 10, Unit = TimeUnit.WorkingDay } } });
        request.Alternatives.Add(new Alternative { Label = "shorter", Terms = new DeadlineTerms { Limit = new TimeLimit { Amount = 7, Unit = TimeUnit.WorkingDay } } });
        request.Alternatives.Add(new Alternative
        {
            Label = "before the swap",
            Terms = request.Alternatives[0].Terms,
            Calendar = new CalendarSelection { KnownOn = Civil.Date("2025-09-01") },
        });
        CompareDeadlinesResponse compared = await server.Deadlines.CompareDeadlinesAsync(request);
        Assert.Equal(["now", "shorter", "before the swap"], compared.Alternatives.Select(a => a.Label));
        Assert.Equal(0, compared.Alternatives[0].DaysLater);
        Assert.True(compared.Alternatives[1].DaysLater < 0);
        Assert.Equal("other_limit", Assert.Single(compared.Alternatives[1].Differences).Code);
        Assert.Equal("other_calendar", Assert.Single(compared.Alternatives[2].Differences).Code);

        request.Alternatives[1].Terms = new DeadlineTerms { Limit = new TimeLimit { Amount = 0, Unit = TimeUnit.Hour } };
        await Expect("alternatives[1].terms.limit.amount", async () => await server.Deadlines.CompareDeadlinesAsync(request));
        request.Alternatives[1].Terms.Limit.Amount = 1;
        await Expect("received_on", async () => await server.Deadlines.CompareDeadlinesAsync(request));
        request.Alternatives.Clear();
        await Expect("alternatives", async () => await server.Deadlines.CompareDeadlinesAsync(request));
    }

    [Fact]
    public async Task A_message_that_is_none_ends_the_stream_with_its_reason()
    {
        await using TestServer server = await TestServer.Start();
        Marshaller<byte[]> asItIs = Marshallers.Create(bytes => bytes, bytes => bytes);
        var method = new Method<byte[], byte[]>(MethodType.DuplexStreaming, "reform.deadlines.v1.DeadlineService", "StreamDeadlines", asItIs, asItIs);
        using AsyncDuplexStreamingCall<byte[], byte[]> call = server.Channel.CreateCallInvoker().AsyncDuplexStreamingCall(method, null, default);
        await call.RequestStream.WriteAsync(new StreamDeadlinesRequest { CorrelationId = "a", Question = WorkingDays(1, "2026-08-21T09:00") }.ToByteArray());
        Assert.True(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Equal("2026-08-22", Civil.Text(StreamDeadlinesResponse.Parser.ParseFrom(call.ResponseStream.Current).Deadline.DueDate));
        await call.RequestStream.WriteAsync([0x0A, 0x7F, 0x61]);
        Refused refused = await Refused.By(async () => await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Equal((StatusCode.InvalidArgument, "MALFORMED_MESSAGE"), (refused.Code, refused.Reason));
    }

    private static string Terms(string more) =>
        """{ "terms": { "limit": { "amount": 1, "unit": "TIME_UNIT_WEEK" }, """ + more + """ }, "received_on": { "year": 2026, "month": 6, "day": 1 } }""";

    private static async Task<Standing> StandingOf(TestServer server, DeadlineQuestion question) =>
        (await server.Deadlines.ComputeDeadlineAsync(new ComputeDeadlineRequest { Question = question })).Deadline.Standing;

    private static Func<Task> OneHour(TestServer server, DateTime received) => () => OneHourFrom(server, received);

    private static async Task<string> OneHourFrom(TestServer server, DateTime received)
    {
        var terms = new DeadlineTerms { Limit = new TimeLimit { Amount = 1, Unit = TimeUnit.Hour } };
        var request = new ComputeDeadlineRequest { Question = new DeadlineQuestion { Terms = terms, ReceivedAt = received } };
        return Civil.Text((await server.Deadlines.ComputeDeadlineAsync(request)).Deadline.DueAt);
    }

    private static async Task Expect(string field, Func<Task> call)
    {
        Refused refused = await Refused.By(call);
        Assert.Equal((StatusCode.InvalidArgument, "INVALID_FIELD", field), (refused.Code, refused.Reason, Assert.Single(refused.Fields)));
    }
}
