using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Reform.Casefiles.V1;
using Reform.Domain.Cases;
using Reform.Grpc.Storage;
using Reform.Grpc.Tests.Procedures;
using Reform.Procedures.V1;
using static Reform.Grpc.Tests.CaseFiles.CaseWorld;
using static Reform.Grpc.Tests.Procedures.ProcedureWorld;
using CaseFile = Reform.Casefiles.V1.CaseFile;
using DeskItem = Reform.Casefiles.V1.DeskItem;
using LimitReading = Reform.Casefiles.V1.LimitReading;

namespace Reform.Grpc.Tests.CaseFiles;

/// <summary>
/// Official interpretations reach stored cases, and every door tells the same. The five working days of HP-1 from Monday 2 March 2026 end on the
/// 9th, eight on the 12th.
/// </summary>
public sealed class CaseInterpretationTests
{
    [Fact]
    public async Task Every_door_tells_the_same_before_a_question_while_it_is_open_and_when_it_is_answered()
    {
        await using TestServer server = await ProcedureWorld.Start();
        await Take(server, "open", "2026-03-02", null);
        await Take(server, "done", "2026-03-02", "2026-03-11");
        await Take(server, "late", "2026-03-02", "2026-03-13");
        Assert.Equal(("as_written", "", "2026-03-09"), Read(await server.Get("done")));
        Assert.Equal((3, 0, 0), await Late(server, null));

        CreateQuestionResponse asked = await server.Ask("q1", Asked());
        await Followed(server, asked.Revision);
        CaseFile doubtful = await server.Get("done");
        Assert.Equal(("open_question", "", ""), Read(doubtful));
        Assert.Equal([("five", "2026-03-09"), ("eight", "2026-03-12")], doubtful.Limits.Single().Alternatives.Select(a => (a.Reading, Civil.Text(a.On))));
        Assert.Equal([("five days", "2026-03-09"), ("eight days", "2026-03-12")], doubtful.DueReadings.Select(r => (r.Meaning, Civil.Text(r.DueOn))));
        Assert.Contains("2026-03-12", doubtful.Limits.Single().Reason.Text, StringComparison.Ordinal);
        Assert.Equal("", doubtful.Timeliness);
        Assert.Equal("late", (await server.Get("late")).Timeliness);
        Assert.Equal(("five:2026-03-09 eight:2026-03-12", null, "limit_readings_differ"), await Row(server, "done"));
        // Nobody can tell of the second; of the others all readings say so.
        Assert.Equal((2, 1, 0), await Late(server, null));

        LookUpCaseResponse seen = await server.CaseFiles.LookUpCaseAsync(new LookUpCaseRequest { CaseId = "done" });
        Assert.Equal((null, "2026-03-09", "2026-03-12"), (seen.DueOn, Civil.Text(seen.DueReadings[0].DueOn), Civil.Text(seen.DueReadings[1].DueOn)));
        DeskItem item = (await server.CaseFiles.ListDeskAsync(new ListDeskRequest { Unit = "units/ward", Officer = "expert-1" })).Items.Single();
        Assert.Equal((true, "2026-03-09", true), (item.DueInDoubt, Civil.Text(item.DueOn), item.Overdue));

        // It holds from 3 March on: these cases of the 2nd stay in doubt; corrected to 1 March it settles them.
        CreateInterpretationResponse answered = await server.Answer("a1", Answered("2026-03-03"));
        Assert.Equal("open_question", Read(await server.Get("done")).Standing);
        CorrectInterpretationResponse corrected = await server.Interpretations.CorrectInterpretationAsync(new CorrectInterpretationRequest
        {
            RequestId = CaseWorld.NewId,
            Name = answered.Interpretation.Name,
            Etag = answered.Interpretation.Etag,
            Interpretation = Answered("2026-03-01"),
        });
        await Followed(server, corrected.Revision);
        CaseFile settled = await server.Get("done");
        Assert.Equal(("interpreted", "interpretations/a1", "2026-03-12"), Read(settled));
        Assert.Equal((null, "2026-03-12", null), await Row(server, "done"));
        Assert.Equal(("early", "2026-03-12", 0), (settled.Timeliness, Civil.Text(settled.DueOn), settled.DueReadings.Count));
        Assert.Equal((2, 0, 1), await Late(server, null));
        Assert.Empty((await server.CaseFiles.LookUpCaseAsync(new LookUpCaseRequest { CaseId = "done" })).DueReadings);
        Assert.False((await server.CaseFiles.ListDeskAsync(new ListDeskRequest { Unit = "units/ward", Officer = "expert-1" })).Items.Single().DueInDoubt);

        // As it was known when each was entered.
        Assert.Equal("interpreted", Read(await server.Get("done", knownAt: corrected.Record.RecordTime)).Standing);
        Assert.Equal(("open_question", "", ""), Read(await server.Get("done", knownAt: answered.Record.RecordTime)));
        Assert.Equal((2, 1, 0), await Late(server, answered.Record.RecordTime));
        Timestamp before = Timestamp.FromDateTime(asked.Record.RecordTime.ToDateTime().AddTicks(-10));
        Assert.Equal(("as_written", "", "2026-03-09"), Read(await server.Get("done", knownAt: before)));
        Assert.Equal((3, 0, 0), await Late(server, before));
    }

    // A receipt while the question is open has no date to be printed on its slip.
    [Fact]
    public async Task A_slip_states_no_date_that_is_in_doubt()
    {
        await using TestServer server = await ProcedureWorld.Start();
        await server.Ask("q1", Asked());
        CreateCaseResponse created = await server.Create("H-1", Receipt("2026-03-02", "ward", "HP-1"));
        Assert.Equal((null, null), (created.Slip.DueOn, created.CaseFile.Receipt.AppointedAt));
        await server.Answer("a1", Answered("2026-03-01"));
        Assert.Equal("2026-03-12", Civil.Text((await server.Create("H-2", Receipt("2026-03-02", "ward", "HP-1"))).Slip.DueOn));
    }

    internal static Reform.Procedures.V1.InterpretationQuestion Asked() => new()
    {
        Subject = new InterpretationSubject { Procedure = "procedures/HP-1", Limit = "HP-T" },
        Text = Text("Mấy ngày?", "How many days?"),
        AskedOn = Civil.Date("2026-03-03"),
        Readings =
        {
            new TextReading { ReadingId = "five", Meaning = Text("năm ngày", "five days") },
            new TextReading { ReadingId = "eight", Meaning = Text("tám ngày", "eight days"), Limit = Limit(8) },
        },
    };

    internal static Reform.Procedures.V1.Interpretation Answered(string from) => new()
    {
        Subject = Asked().Subject,
        Issuer = "Sở mẫu",
        Instrument = Basis("Hướng dẫn mẫu"),
        IssuedOn = Civil.Date("2026-03-20"),
        Period = From(from),
        Reading = Asked().Readings[1],
        Question = "questions/q1",
    };

    internal static async Task Followed(TestServer server, long revision)
    {
        GetFactsProgressResponse progress = await server.CaseFiles.GetFactsProgressAsync(new GetFactsProgressRequest { WaitForRevision = revision });
        Assert.True(progress.FactsRevision >= revision && progress.Revision >= progress.FactsRevision, progress.ToString());
    }

    private static async Task Take(TestServer server, string id, string received, string? decided)
    {
        CaseFile file = (await server.Create(id, Receipt(received, "ward", "HP-1"))).CaseFile;
        _ = decided is null ? await server.Append(file, Start(received, 1)) : await server.Append(file, Start(received, 1), Finish(decided, 1), CaseWorld.Decide(decided));
    }

    private static (string Standing, string Interpretation, string On) Read(CaseFile file)
    {
        LimitReading reading = file.Limits.Single(l => l.Limit == "HP-T");
        return (reading.Standing, reading.Interpretation, reading.On is null ? "" : Civil.Text(reading.On));
    }

    // Late, not known, early; resolved or not.
    private static async Task<(long Late, long Unknown, long Early)> Late(TestServer server, Timestamp? knownAt)
    {
        var request = new GetIndicatorsRequest { Parent = "units/-", From = Civil.Date("2026-03-01"), AsOf = Civil.Date("2026-03-31") };
        request.KnownAt = knownAt;
        IndicatorFigures figures = (await server.CaseFiles.GetIndicatorsAsync(request)).Whole;
        return (figures.ResolvedLate + figures.PendingOverdue, figures.ResolvedUnknown + figures.PendingUnknown, figures.ResolvedEarly);
    }

    private static async Task<(string? Readings, string? Due, string? Why)> Row(TestServer server, string id)
    {
        await using AsyncServiceScope scope = server.Scope();
        CaseFacts row = await scope.ServiceProvider.GetRequiredService<ReformDbContext>().CaseFacts.AsNoTracking().SingleAsync(f => f.CaseId == id, TestContext.Current.CancellationToken);
        return (row.DueReadings, row.DueOn is NodaTime.LocalDate due ? NodaTime.Text.LocalDatePattern.Iso.Format(due) : null, row.DueUnknownBecause);
    }
}
