using System.Globalization;
using BenchmarkDotNet.Attributes;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Programmes;
using Reform.Domain.Values;

namespace Reform.Benchmarks;

/// <summary>A programme of 200 units with 500 tasks each: its summary, and a day of urging that nobody did before, beside plain loops over arrays.</summary>
[MemoryDiagnoser]
public class ProgrammeBenchmarks
{
    private const int Units = 200;
    private const int TasksOfUnit = 500;

    private static readonly LocalDate First = new(2026, 1, 5);
    private static readonly LocalDate On = new(2026, 6, 30);

    private readonly WorkCalendar calendar = WorkCalendar.VietnamStateAgencies;
    private ProgrammeRegister register = null!;
    private (int Unit, int Due, int Done)[] bare = [];
    private int[] workingDays = [];
    private UrgingOutbox sent = UrgingOutbox.Empty;

    [GlobalSetup]
    public void Setup()
    {
        static BilingualText Text(string text) => BilingualText.Same(text);
        static string Name(string kind, int number) => kind + number.ToString(CultureInfo.InvariantCulture);
        var random = new Random(72);
        var tasks = new List<Recorded<ProgrammeTask>>();
        var events = new List<Recorded<TaskEvent>>();
        bare = new (int, int, int)[Units * TasksOfUnit];
        for (int i = 0; i < bare.Length; i++)
        {
            // Due on a working day or not, from February on; most of them are done, some late, some not yet by the date that is asked about.
            (int unit, int due) = (i % Units, random.Next(28, 330));
            int done = random.Next(10) < 7 ? due + random.Next(-20, 12) : int.MaxValue;
            bare[i] = (unit, due, done);
            tasks.Add(new(Name("rt", i), new ProgrammeTask(Name("t", i), "P", Text("x"))
            {
                Participants = [new TaskParticipant(Name("u", unit), ParticipantRole.Lead)],
                Output = Text("x"),
                DueOn = First.PlusDays(due),
                AssignedOn = First,
                SourceClause = "1",
                GoalId = "g",
            }, Instant.FromUnixTimeSeconds(1)));
            if (done < int.MaxValue)
            {
                events.Add(new(Name("re", i), new TaskCompleted(Name("e", i), Name("t", i), First.PlusDays(done), ["1"]), Instant.FromUnixTimeSeconds(1)));
            }
        }

        register = Register(tasks, events, Text, Name);
        workingDays = new int[400];
        for (int d = 0; d < workingDays.Length; d++)
        {
            workingDays[d] = (d == 0 ? 0 : workingDays[d - 1]) + (First.PlusDays(d).Year == 2026 && calendar.IsWorkingDay(First.PlusDays(d)) ? 1 : 0);
        }

        SummaryRow whole = Summary().Whole;
        if (SummaryLoop() != (whole.Tally.DoneInTime, whole.Tally.DoneLate, whole.Tally.OpenOverdue) || UrgingLoop() != Urging().Sent.Count)
        {
            throw new InvalidOperationException("The loop and the library do not count the same.");
        }

        sent = Urging().Outbox;
    }

    [Benchmark(Description = "summary by unit and group, 100,000 tasks")]
    public ProgrammeSummary Summary() => register.SummaryOf("P", new ReportingPeriod(First, new LocalDate(2026, 12, 31)), On);

    [Benchmark(Description = "plain loop: in time, late, overdue by unit")]
    public (int InTime, int Late, int Overdue) SummaryLoop()
    {
        int on = Period.DaysBetween(First, On);
        int[] inTime = new int[Units], late = new int[Units], overdue = new int[Units];
        foreach ((int unit, int due, int done) in bare)
        {
            int[]? count = done <= on ? done <= due ? inTime : late : due < on ? overdue : null;
            if (count is not null)
            {
                count[unit]++;
            }
        }

        return (inTime.Sum(), late.Sum(), overdue.Sum());
    }

    [Benchmark(Description = "urging: the first run")]
    public UrgingRun Urging() => UrgingRun.Of(register, "P", "office", On, UrgingPolicy.Standard, UrgingOutbox.Empty, calendar);

    [Benchmark(Description = "urging: a second run, that sends nothing")]
    public UrgingRun UrgingAgain() => UrgingRun.Of(register, "P", "office", On, UrgingPolicy.Standard, sent, calendar);

    [Benchmark(Description = "plain loop: how many notices")]
    public int UrgingLoop()
    {
        int on = Period.DaysBetween(First, On), notices = 0;
        foreach ((_, int due, int done) in bare)
        {
            if (done > on)
            {
                notices += workingDays[on] >= workingDays[due - 1] - 4 ? 1 : 0;
                notices += workingDays[on] >= workingDays[due] + 3 ? 1 : 0;
                notices += workingDays[on] >= workingDays[due] + 10 ? 1 : 0;
            }
        }

        return notices;
    }

    private static ProgrammeRegister Register(
        List<Recorded<ProgrammeTask>> tasks, List<Recorded<TaskEvent>> events, Func<string, BilingualText> text, Func<string, int, string> name)
    {
        OrganizationUnit Unit(string id) => new(id, text(id), BodyKind.PartyCommittee, OrganizationLevel.Province, default);
        var organization = new OrganizationRegister(
            [Unit("city"), Unit("office"), .. Enumerable.Range(0, Units).Select(u => Unit(name("u", u)))],
            [new Position("secretary", "city", text("x")) { Title = TitleKind.Secretary }, new Position("deputy", "city", text("x")) { Title = TitleKind.StandingDeputySecretary }]);
        var programme = new Programme("P", "1", text("x"), "city", First, First, new LocalDate(2026, 12, 31))
        {
            Goals = [new ProgrammeGoal("g", text("x"))],
            Groups = [.. Enumerable.Range(0, 5).Select(g => new SubjectGroup(name("g", g), text("x")))],
            Subjects = [.. Enumerable.Range(0, Units).Select(u => new ProgrammeSubject(name("u", u), name("g", u % 5)))],
        };
        return new ProgrammeRegister(
            new ProgrammeRecords
            {
                Programmes = [new("p", programme, Instant.FromUnixTimeSeconds(1))],
                Roles =
                [
                    new("r1", new ProgrammeRole("r1", "P", ProgrammeRoleKind.Coordinator, "office", default), Instant.FromUnixTimeSeconds(1)),
                    new("r2", new ProgrammeRole("r2", "P", ProgrammeRoleKind.DirectLead, "deputy", default), Instant.FromUnixTimeSeconds(1)),
                ],
                Tasks = tasks.ToValueList(),
                Events = events.ToValueList(),
            },
            organization);
    }
}
