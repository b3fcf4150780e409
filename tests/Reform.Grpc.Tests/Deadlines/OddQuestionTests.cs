using Grpc.Core;
using Reform.Calendars.V1;
using Reform.Deadlines.V1;
using Date = Google.Type.Date;
using DateTime = Google.Type.DateTime;
using TimeOfDay = Google.Type.TimeOfDay;

namespace Reform.Grpc.Tests.Deadlines;

/// <summary>Questions put together at random from odd parts: each is answered or refused for a reason, and none is a defect.</summary>
public sealed class OddQuestionTests
{
    private static readonly string[] Dates =
        ["0001-01-01", "2012-12-31", "2013-01-01", "2024-02-29", "2026-01-02", "2026-08-21", "2026-08-22", "2027-02-06", "2100-12-31", "9999-12-31"];

    private static readonly string[] Times = ["00:00", "07:30", "11:30", "13:00", "17:00", "23:59:59"];

    private static readonly int[] Amounts = [-1, 0, 1, 1, 2, 5, 15, 100, 1200, 36_500, int.MaxValue];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_odd_question_is_answered_or_refused(int seed)
    {
        await using TestServer server = await TestServer.Start();
        var random = new Random(seed);
        BatchItem[] items = [.. Enumerable.Range(0, 1000).Select(i => new BatchItem { CorrelationId = $"{i}", Question = Question(random) })];
        BatchComputeDeadlinesResponse response = await server.Deadlines.BatchComputeDeadlinesAsync(new BatchComputeDeadlinesRequest { Items = { items } });
        Assert.Equal(items.Length, response.Outcomes.Count);
        StatusCode[] refused = [.. response.Outcomes.Where(o => o.Error is not null).Select(o => (StatusCode)o.Error.Code)];
        Assert.All(refused, code => Assert.True(code is StatusCode.InvalidArgument or StatusCode.FailedPrecondition, code.ToString()));
        Assert.InRange(refused.Length, 100, 950);

        foreach (BatchItem item in items.Take(200))
        {
            await AnsweredOrRefused(async () => await server.Deadlines.ExplainDeadlineAsync(new ExplainDeadlineRequest { Question = item.Question }));
            await AnsweredOrRefused(async () => await server.Deadlines.RecomputeDeadlineAsync(
                new RecomputeDeadlineRequest { Question = item.Question, LaterCalendar = Calendar(random) }));
        }
    }

    private static async Task AnsweredOrRefused(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (RpcException e)
        {
            Assert.True(e.StatusCode is StatusCode.InvalidArgument or StatusCode.FailedPrecondition, e.Status.ToString());
        }
    }

    private static DeadlineQuestion Question(Random random)
    {
        var question = new DeadlineQuestion { Terms = Terms(random), Calendar = Calendar(random) };
        switch (random.Next(5))
        {
            case 0:
                question.ReceivedOn = ADate(random);
                break;
            case 1:
                question.BeforeDate = ADate(random);
                question.Bound = (Bound)random.Next(3);
                break;
            case 2:
                question.BeforeTime = AMoment(random);
                break;
            default:
                question.ReceivedAt = AMoment(random);
                break;
        }

        if (random.Next(3) == 0)
        {
            question.AsOf = AMoment(random);
            question.DeliveredAt = random.Next(3) == 0 ? AMoment(random) : null;
        }

        return question;
    }

    private static DeadlineTerms Terms(Random random)
    {
        var terms = new DeadlineTerms { Limit = Limit(random) };
        for (int i = random.Next(3); i > 0; i--)
        {
            terms.Suspensions.Add(new Suspension { FromDate = ADate(random), ToDate = random.Next(3) == 0 ? null : ADate(random) });
        }

        for (int i = random.Next(3) - 1; i > 0; i--)
        {
            terms.Extensions.Add(new Extension { Length = Limit(random), GrantedOn = random.Next(2) == 0 ? null : ADate(random) });
        }

        if (random.Next(3) == 0)
        {
            terms.ExtensionCap = new ExtensionCap { Basis = "x", Times = random.Next(3), Length = random.Next(2) == 0 ? null : Limit(random) };
        }

        if (random.Next(2) == 0)
        {
            terms.Policy = new DeadlinePolicy
            {
                Intake = random.Next(2) == 0 ? null : new IntakePolicy { CutOff = new TimeOfDay { Hours = 15 }, MovesDaysOff = random.Next(2) == 0 },
                HalfDay = (HalfDayPolicy)random.Next(3),
                DueEnd = (DueEndPolicy)random.Next(3),
                LeapDay = (LeapDayPolicy)random.Next(3),
                Supplement = (SupplementRegime)random.Next(3),
                Roll = (RollPolicy)random.Next(4),
                BackwardRoll = (RollPolicy)random.Next(4),
                Calendar = (CalendarPolicy)random.Next(3),
            };
        }

        if (random.Next(3) == 0)
        {
            terms.WarningLevels.Add(new WarningLevel { WorkingDaysBefore = random.Next(1, 36_500) });
            terms.WarningLevels.Add(new WarningLevel { PercentUsed = random.Next(1, 101) });
            terms.WarningLevels.Add(new WarningLevel { CalendarDaysBefore = random.Next(36_500) });
        }

        terms.Tolerance = random.Next(10) == 0 ? Limit(random) : null;
        terms.KnownEvents.AddRange(Enumerable.Range(0, random.Next(3)).Select(_ => ADate(random)));
        return terms;
    }

    private static TimeLimit Limit(Random random)
    {
        var unit = (TimeUnit)random.Next(1, 14);
        return new TimeLimit { Amount = Amounts[random.Next(Amounts.Length)], Unit = unit, Event = unit == TimeUnit.NextEvent ? "kỳ họp" : "" };
    }

    private static CalendarSelection? Calendar(Random random) => random.Next(4) switch
    {
        0 => new CalendarSelection { KnownOn = ADate(random) },
        1 => new CalendarSelection
        {
            Overlay = new CalendarOverlay
            {
                Closures = { new LocalClosure { FirstDay = Civil.Date("0001-01-01"), LastDay = Civil.Date("2026-08-25"), Name = "x", Basis = "y" } },
            },
        },
        _ => null,
    };

    private static Date ADate(Random random) => Civil.Date(Dates[random.Next(Dates.Length)]);

    private static DateTime AMoment(Random random) => Civil.Moment(Dates[random.Next(Dates.Length)] + "T" + Times[random.Next(Times.Length)]);
}
