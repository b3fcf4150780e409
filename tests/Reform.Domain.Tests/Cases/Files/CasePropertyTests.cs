using System.Globalization;
using CsCheck;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Cases;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;

namespace Reform.Domain.Tests.Cases.Files;

/// <summary>What holds of every case, over random events of which those that cannot follow are left out.</summary>
public sealed class CasePropertyTests
{
    private static readonly LocalDate First = new(2026, 1, 5);

    // What happened (kind, which step or unit), how many days after the start, and how many days later it was recorded.
    internal static readonly Gen<(int Kind, int Which, int Day, int Delay)[]> Steps =
        Gen.Select(Gen.Int[0, 16], Gen.Int[1, 3], Gen.Int[0, 40], Gen.Frequency((4, Gen.Const(0)), (1, Gen.Int[1, 9]))).Array[1, 25];

    [Fact]
    public void Replay_is_the_same_at_once_and_one_by_one()
    {
        int taken = 0;
        Steps.Sample(steps =>
        {
            CaseFile file = Build(steps);
            Interlocked.Add(ref taken, file.Records.Count - 1);
            var again = CaseFile.From(file.Id, file.Records);
            Assert.Equal(
                (file.State, file.Events, file.HolderUnitId, file.Steps, file.Pauses),
                (again.State, again.Events, again.HolderUnitId, again.Steps, again.Pauses));
        }, iter: 3_000);
        Assert.True(taken > 10_000, taken.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_case_can_be_seen_at_every_date_as_known_at_every_moment() => Steps.Sample(steps =>
    {
        CaseFile file = Build(steps);
        for (int day = -1; day <= 52; day += 4)
        {
            LocalDate date = First.PlusDays(day);
            for (int known = 0; known <= 52; known += 6)
            {
                CaseFile? then = file.AsOf(date, Moment(known));
                Assert.All(then?.Events ?? [], e => Assert.True(e.At.Date <= date));
                Assert.True(then is null || then.Records.All(r => r.RecordedAt <= Moment(known)));
            }
        }
    }, iter: 500);

    [Fact]
    public void What_is_recorded_later_changes_nothing_that_was_known_before() => Steps.Sample(steps =>
    {
        CaseFile file = Build(steps);
        Instant known = Moment(20);
        List<Recorded<CaseEvent>> before = [.. file.Records.Where(r => r.RecordedAt <= known)];
        if (before.Count > 0)
        {
            Assert.Equal(CaseFile.From("H-1", before).State, file.AsOf(First.PlusDays(60), known)!.State);
        }
    }, iter: 1_000);

    // The oracle: day after day, the state that the events up to the evening before had left.
    [Fact]
    public void The_ledger_is_that_of_a_clerk_who_looks_every_morning()
    {
        WorkCalendar calendar = WorkCalendar.VietnamStateAgencies;
        int stopped = 0, late = 0;
        Steps.Sample(steps =>
        {
            CaseFile file = Build(steps);
            LocalDate until = First.PlusDays(45);
            LocalDate end = file.Outcome?.At.Date ?? until;
            var expected = new Dictionary<(string, int?, ChargeKind), int>();
            for (LocalDate day = file.Receipt.At.Date.PlusDays(1); day <= end; day = day.PlusDays(1))
            {
                if (!calendar.IsWorkingDay(day))
                {
                    continue;
                }

                CaseFile morning = file.AsOf(day.PlusDays(-1))!;
                CaseConsultation? overdue = morning.Consultations.FirstOrDefault(c =>
                    c.AnsweredAt is null && c.Limit is TimeLimit limit && day > limit.From(c.RequestedAt.Date, calendar).DueDate);
                int? step = morning.Steps.FirstOrDefault(s => s.IsOpen)?.Step;
                (string Unit, ChargeKind Kind) charge = morning.State is CaseState.AwaitingSupplement or CaseState.Suspended
                    ? (morning.HolderUnitId, ChargeKind.Stopped)
                    : overdue is not null ? (overdue.UnitId, ChargeKind.LateConsultation)
                    : (morning.HolderUnitId, ChargeKind.Handling);
                expected[(charge.Unit, step, charge.Kind)] = expected.GetValueOrDefault((charge.Unit, step, charge.Kind)) + 1;
                Interlocked.Add(ref stopped, charge.Kind == ChargeKind.Stopped ? 1 : 0);
                Interlocked.Add(ref late, charge.Kind == ChargeKind.LateConsultation ? 1 : 0);
            }

            Assert.Equal(
                expected.OrderBy(e => e.ToString(), StringComparer.Ordinal).Select(e => (e.Key.Item1, e.Key.Item2, e.Key.Item3, e.Value)),
                TimeLedger.Of(file, calendar, until).Charges.Where(c => c.WorkingDays > 0)
                    .Select(c => KeyValuePair.Create((c.UnitId, c.Step, c.Kind), c.WorkingDays))
                    .OrderBy(e => e.ToString(), StringComparer.Ordinal).Select(e => (e.Key.UnitId, e.Key.Step, e.Key.Kind, e.Value)));
        }, iter: 1_500);
        Assert.True(stopped > 500 && late > 100, stopped + " " + late);
    }

    private static Instant Moment(int day) => First.PlusDays(day).AtMidnight().InUtc().ToInstant();

    internal static CaseFile Build((int Kind, int Which, int Day, int Delay)[] steps)
    {
        var file = CaseFile.From("H-1", new Recorded<CaseEvent>("r0", new CaseReceived(CaseTime.On(First), "P", "u1", "R-1"), Moment(0)));
        int number = 0;
        foreach ((int kind, int which, int day, int delay) in steps.OrderBy(s => s.Day + s.Delay))
        {
            number++;
            string id = "r" + number.ToString(CultureInfo.InvariantCulture);
            CaseEvent? e = EventOf(kind, which, CaseTime.On(First.PlusDays(day)), number);
            string? corrects = e is null || kind == 15 ? file.Records[^1].Id : null;
            try
            {
                file = file.With(new Recorded<CaseEvent>(id, e, Moment(day + delay), corrects));
            }
            catch (CaseInputException)
            {
                // It cannot follow: the case stays as it is.
            }
        }

        return file;
    }

    private static CaseEvent? EventOf(int kind, int which, CaseTime at, int number) => kind switch
    {
        0 => new CompletenessChecked(at, which > 1),
        1 => new SupplementRequested(at, ["x"]),
        2 => new SupplementReceived(at),
        3 or 4 => new StepStarted(at, which) { UnitId = "u" + which.ToString(CultureInfo.InvariantCulture) },
        5 or 6 => new StepFinished(at, which),
        7 => new StepReturned(at, which, 1, "x"),
        8 => new CaseTransferred(at, "u" + which.ToString(CultureInfo.InvariantCulture)),
        9 => new ConsultationRequested(at, "c" + number.ToString(CultureInfo.InvariantCulture), "v" + which.ToString(CultureInfo.InvariantCulture))
        {
            Limit = which == 3 ? null : TimeLimit.WorkingDays(which),
        },
        10 => new ConsultationAnswered(at, "c" + (number - which).ToString(CultureInfo.InvariantCulture)),
        11 => new CaseSuspended(at, "x"),
        12 => new CaseResumed(at),
        13 => which == 1 ? new CaseDecided(at) : new VoteHeld(at, "b", new Ballot(at.Date, 5, 5, which)),
        14 => which == 1 ? new ResultReturned(at) : new CaseExtended(at, TimeLimit.WorkingDays(which)),
        15 => new CaseUrged(at),
        _ => null,
    };
}
