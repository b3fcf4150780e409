using Reform.Deadlines.V1;
using Reform.Organizations.V1;
using Reform.Procedures.V1;
using Reform.Registers.V1;

namespace Reform.Grpc.Tests.Procedures;

/// <summary>Questions, publications and verdicts as tests write them.</summary>
internal static class ProcedureWorld
{
    public static string NewId => Guid.NewGuid().ToString();

    public static BilingualText Text(string vi, string? en = null) => new() { Vi = vi, En = en ?? vi };

    public static LegalBasis Basis(string text) => new() { Citation = Text(text) };

    public static Period From(string from, string? to = null) => new() { From = Civil.Date(from), To = to is null ? null : Civil.Date(to) };

    public static TimeLimit Limit(int amount, TimeUnit unit = TimeUnit.WorkingDay) => new() { Amount = amount, Unit = unit };

    /// <summary>"Một tháng" of the Charter, Article 39.7: a month by the calendar, or thirty working days.</summary>
    public static InterpretationQuestion Month() => new()
    {
        Subject = new InterpretationSubject { Procedure = "procedures/PTY-DSCC", Limit = "DSCC-FILE", Clause = "Điều 39.7" },
        Text = Text("Một tháng là bao nhiêu ngày?", "How many days is a month?"),
        AskedOn = Civil.Date("2025-03-03"),
        Readings =
        {
            new TextReading { ReadingId = "month", Meaning = Text("một tháng theo lịch", "a month by the calendar") },
            new TextReading { ReadingId = "wd30", Meaning = Text("30 ngày làm việc", "30 working days"), Limit = Limit(30) },
        },
        AskedBy = "units/ward",
        AnsweredBy = "units/city",
        AnswerWithin = Limit(10),
    };

    /// <summary>The answer: thirty working days, for decisions received from 1 May 2025 on.</summary>
    public static Interpretation ThirtyDays() => new()
    {
        Subject = Month().Subject,
        Issuer = "Ủy ban Kiểm tra Trung ương",
        IssuerLevel = OrganizationLevel.Central,
        Instrument = Basis("Hướng dẫn mẫu"),
        IssuedOn = Civil.Date("2025-04-01"),
        Period = From("2025-05-01"),
        Reading = Month().Readings[1],
        Question = "questions/q1",
    };

    public static Publication Posting(string id, string from, string unit = "units/ward", int version = 1, string? to = null) => new()
    {
        Name = "publications/" + id,
        Procedure = "procedures/HP-1",
        Version = version,
        Unit = unit,
        Channel = PublicationChannel.NoticeBoard,
        Posted = From(from, to),
        DecidingBodyShown = "ward",
        SecretContent = false,
    };

    public static ProcedureApplication Applies(string id, string unit = "units/ward") =>
        new() { Name = "applications/" + id, Procedure = "procedures/HP-1", Unit = unit, Applies = true };

    public static PublicationRule WithinFiveDays() => new() { Within = Limit(5), Basis = Basis("Quy chế mẫu"), Period = From("2020-01-01") };

    public static ReviewRound Round() => new()
    {
        Title = Text("Rà soát năm 2026", "Review of 2026"),
        Period = From("2026-01-01", "2027-01-01"),
        DueOn = Civil.Date("2026-03-31"),
        Procedures = { "procedures/HP-1", "procedures/PTY-ADM" },
        Units = { "units/ward", "units/city" },
    };

    public static ReviewVerdict Verdict(string unit = "units/ward", string procedure = "procedures/HP-1", ReviewOutcome outcome = ReviewOutcome.Amend) => new()
    {
        Round = "reviewRounds/r1",
        Procedure = procedure,
        Unit = unit,
        Outcome = outcome,
        DecidedOn = Civil.Date("2026-03-10"),
        Grounds = Text("Quá nhiều giấy tờ", "Too many papers"),
        FollowWithin = outcome == ReviewOutcome.Keep ? null : Limit(6, TimeUnit.Month),
    };

    public static async Task<TestServer> Start(params string[] settings)
    {
        TestServer server = await TestServer.Start(settings);
        foreach ((string unit, string parent) in ((string, string)[])[("city", ""), ("ward", "units/city")])
        {
            await server.Organizations.CreateUnitAsync(new CreateUnitRequest
            {
                RequestId = NewId,
                UnitId = unit,
                Unit = new Unit { DisplayName = Text(unit), Kind = BodyKind.PeoplesCommittee, Level = OrganizationLevel.Commune, Period = From("2020-01-01") },
                Parent = parent,
            });
        }

        await server.Procedures.PublishProcedureAsync(new PublishProcedureRequest { RequestId = NewId, Content = PermitFile.Of(5) });
        return server;
    }

    public static async Task<CreateQuestionResponse> Ask(this TestServer server, string id, InterpretationQuestion? question = null) =>
        await server.Interpretations.CreateQuestionAsync(new CreateQuestionRequest { RequestId = NewId, QuestionId = id, Question = question ?? Month() });

    public static async Task<CreateInterpretationResponse> Answer(this TestServer server, string id, Interpretation? answer = null) =>
        await server.Interpretations.CreateInterpretationAsync(new CreateInterpretationRequest { RequestId = NewId, InterpretationId = id, Interpretation = answer ?? ThirtyDays() });

    public static async Task<RecordPublicationsResponse> Record(this TestServer server, params PublicationEntry[] entries) =>
        await server.Publications.RecordPublicationsAsync(new RecordPublicationsRequest { RequestId = NewId, Entries = { entries } });

    public static Task<RecordPublicationsResponse> Post(this TestServer server, params Publication[] publications) =>
        server.Record([.. publications.Select(p => new PublicationEntry { Publication = p })]);

    public static async Task<CreateReviewVerdictResponse> Decide(this TestServer server, string id, ReviewVerdict verdict) =>
        await server.Reviews.CreateReviewVerdictAsync(new CreateReviewVerdictRequest { RequestId = NewId, ReviewVerdictId = id, ReviewVerdict = verdict });

    public static async Task<CreateReviewRoundResponse> Open(this TestServer server, string id) =>
        await server.Reviews.CreateReviewRoundAsync(new CreateReviewRoundRequest { RequestId = NewId, ReviewRoundId = id, ReviewRound = Round() });
}
