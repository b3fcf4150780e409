using System.Text;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Tests.Calendars;
using Reform.Domain.Values;
using Reform.Testing;

namespace Reform.Domain.Tests.Deadlines;

/// <summary>Explained deadlines, as approved. The calendars are synthetic, so that their versions stay.</summary>
public sealed class ExplanationTests
{
    private static readonly BilingualText Missing = new("chờ bổ sung giấy tờ", "waiting for papers");

    private static readonly WorkCalendar June = TestCalendars.June2026(
        TestCalendars.Day(new LocalDate(2026, 6, 8), DayKind.PublicHoliday),
        TestCalendars.Day(new LocalDate(2026, 6, 9), DayKind.SwappedDayOff),
        TestCalendars.Day(new LocalDate(2026, 6, 13), DayKind.MakeUpWorkingDay));

    [Fact]
    public void Days() => Approve(
        nameof(Days),
        ("5 ngày làm việc, qua ngày lễ", TimeLimit.WorkingDays(5).From(Reading.Day("2026-06-03"), June)),
        ("5 ngày, dời qua kỳ nghỉ", TimeLimit.CalendarDays(5).From(Reading.Day("2026-06-01"), June)),
        ("kết thúc vào ngày làm bù", TimeLimit.CalendarDays(3).From(Reading.Day("2026-06-10"), June)),
        ("6 ngày không kể ngày lễ", TimeLimit.NonHolidayDays(6).From(Reading.Day("2026-06-04"), June)),
        ("1 tuần", TimeLimit.Weeks(1).From(Reading.Day("2026-06-03"), June)),
        ("trong ngày, nhận ngày nghỉ", TimeLimit.SameDay.From(Reading.Day("2026-06-07"), June)));

    [Fact]
    public void Months_and_years()
    {
        var calendar = new WorkCalendar(
            "dài", new BilingualText("Lịch thử", "Test calendar"), new LocalDate(2024, 1, 1), new LocalDate(2026, 1, 1), TestCalendars.Weekend, []);
        var march = new DeadlineTerms(TimeLimit.Years(1)) { Policy = DeadlinePolicy.Default with { LeapDay = LeapDayPolicy.March1 } };
        Approve(
            nameof(Months_and_years),
            ("1 tháng từ ngày 31", TimeLimit.Months(1).From(Reading.Day("2024-01-31"), calendar)),
            ("1 năm từ 29 tháng 2", TimeLimit.Years(1).From(Reading.Day("2024-02-29"), calendar)),
            ("1 năm từ 29 tháng 2, chính sách khác", march.From(Reading.Day("2024-02-29"), calendar)));
    }

    [Fact]
    public void Hours() => Approve(
        nameof(Hours),
        ("90 phút", TimeLimit.Minutes(90).From(Reading.Moment("2026-06-05 23:00"), June)),
        ("2 giờ làm việc, nhận giờ nghỉ trưa", TimeLimit.WorkingHours(2).From(Reading.Moment("2026-06-05 12:00"), June)),
        ("9 giờ làm việc qua ngày lễ", TimeLimit.WorkingHours(9).From(Reading.Moment("2026-06-05 10:00"), June)),
        ("1 buổi", TimeLimit.HalfDays(1).From(Reading.Moment("2026-06-05 10:00"), June)),
        ("1 buổi, nhận ngoài giờ", TimeLimit.HalfDays(1).From(Reading.Moment("2026-06-05 18:00"), June)),
        ("nửa ngày là bốn giờ", With(TimeLimit.HalfDays(1), DeadlinePolicy.Default with { HalfDay = HalfDayPolicy.FourWorkingHours })
            .From(Reading.Moment("2026-06-05 18:00"), June)),
        ("ngay, dung sai 30 phút", new DeadlineTerms(TimeLimit.Immediate) { Tolerance = TimeLimit.Minutes(30) }
            .From(Reading.Moment("2026-06-05 10:00"), June)));

    [Fact]
    public void Suspensions()
    {
        var terms = new DeadlineTerms(TimeLimit.WorkingDays(6))
        {
            Suspensions =
            [
                new Suspension(Reading.Day("2026-06-03"), Reading.Day("2026-06-09"), Missing, LegalBasis.Citing("Giấy yêu cầu 12/YC")),
                new Suspension(Reading.Day("2026-06-25"), Reading.Day("2026-06-26")),
                new Suspension(Reading.Day("2026-06-11"), Reading.Day("2026-06-11")),
            ],
        };
        DeadlinePolicy restart = DeadlinePolicy.Default with { Supplement = SupplementRegime.RestartFromZero };
        DeadlineTerms open = terms with { Suspensions = [new Suspension(Reading.Day("2026-06-03"), null, Missing)] };
        Approve(
            nameof(Suspensions),
            ("không tính ngày tạm dừng", terms.From(Reading.Day("2026-06-01"), June)),
            ("tính lại từ đầu", (terms with { Policy = restart }).From(Reading.Day("2026-06-01"), June)),
            ("đang tạm dừng", open.From(Reading.Day("2026-06-01"), June)),
            ("đang chờ để tính lại từ đầu", (open with { Policy = restart }).From(Reading.Day("2026-06-01"), June)));
    }

    [Fact]
    public void Extensions()
    {
        var cap = new ExtensionCap(LegalBasis.Citing("Quy chế thử, Điều 5"), times: 2, TimeLimit.CalendarDays(10));
        var terms = new DeadlineTerms(TimeLimit.CalendarDays(5))
        {
            ExtensionCap = cap,
            Extensions =
            [
                new Extension(TimeLimit.CalendarDays(7), Reading.Day("2026-06-05"), new BilingualText("vụ việc phức tạp", "a complex matter")),
                new Extension(TimeLimit.CalendarDays(1)),
            ],
        };
        Deadline deadline = terms.From(Reading.Day("2026-06-01"), June);
        ExtensionDecision refused = deadline.Grant(new Extension(TimeLimit.CalendarDays(2)));
        Approve(nameof(Extensions), [refused.Reason], ("gia hạn hai lần", deadline));
    }

    [Fact]
    public void Policies() => Approve(
        nameof(Policies),
        ("sau giờ chốt, hết giờ làm việc", With(
            TimeLimit.WorkingDays(1),
            DeadlinePolicy.Default with
            {
                Intake = IntakePolicy.NextOpeningAfterCutOffOrDayOff(new LocalTime(15, 0)),
                DueEnd = DueEndPolicy.CloseOfBusiness,
                Calendar = CalendarPolicy.FollowsCalendar,
            }).From(Reading.Moment("2026-06-05 15:30"), June)),
        ("không dời", With(TimeLimit.CalendarDays(5), DeadlinePolicy.Default with { Roll = RollPolicy.Stay }).From(Reading.Day("2026-06-01"), June)),
        ("lùi lại", With(TimeLimit.CalendarDays(7), DeadlinePolicy.Default with { Roll = RollPolicy.PreviousWorkingDay })
            .From(Reading.Day("2026-06-01"), June)));

    [Fact]
    public void Counted_back() => Approve(
        nameof(Counted_back),
        ("trước ngày 17 ít nhất 5 ngày làm việc", TimeLimit.WorkingDays(5).Before(Reading.Day("2026-06-17"), June)),
        ("tính cả ngày 17", TimeLimit.WorkingDays(5).Before(Reading.Day("2026-06-17"), June, Bound.Inclusive)),
        ("8 ngày trước ngày 17", TimeLimit.CalendarDays(8).Before(Reading.Day("2026-06-17"), June)),
        ("24 giờ trước cuộc họp", TimeLimit.Hours(24).Before(Reading.Moment("2026-06-10 08:00"), June)),
        ("2 giờ làm việc trước cuộc họp", TimeLimit.WorkingHours(2).Before(Reading.Moment("2026-06-10 08:00"), June)));

    [Fact]
    public void Events_and_steps()
    {
        var meeting = new DeadlineTerms(TimeLimit.NextEvent(new BilingualText("kỳ sinh hoạt chi bộ", "meeting of the cell")));
        var schedule = new StepSchedule(
            new DeadlineTerms(TimeLimit.WorkingDays(3)),
            [
                new StepLimit("a", new BilingualText("Kiểm tra hồ sơ", "Check the file"), TimeLimit.WorkingHours(8)),
                new StepLimit("b", new BilingualText("Thẩm định", "Appraise"), TimeLimit.WorkingDays(4)),
            ]);
        StepDeadlines steps = schedule.From(Reading.Moment("2026-06-04 09:00"), June);
        Approve(
            nameof(Events_and_steps),
            [.. steps.Conflicts],
            ("kỳ sinh hoạt chưa biết ngày", meeting.From(Reading.Day("2026-06-03"), June)),
            ("kỳ sinh hoạt đã biết ngày", (meeting with { KnownEvents = [Reading.Day("2026-06-14")] }).From(Reading.Day("2026-06-03"), June)),
            ("bước thứ hai", steps.Steps[1].Deadline));
    }

    [Fact]
    public void A_term_rolled_off_a_holiday_names_every_day_that_moved_it()
    {
        Deadline deadline = TimeLimit.CalendarDays(5).From(Reading.Day("2026-06-01"), June);
        string[] days = [.. deadline.Explain().Select(r => r.Arguments).Where(a => a.Count > 0 && a[0].Name == "date").Select(a => a[0].Value.ToInvariant())];
        Assert.Equal(["2026-06-06", "2026-06-07", "2026-06-08", "2026-06-09"], days);
        Assert.Equal("2026-06-10", Reading.Due(deadline));
    }

    private static DeadlineTerms With(TimeLimit limit, DeadlinePolicy policy) => new(limit) { Policy = policy };

    private static void Approve(string method, params (string Title, Deadline Deadline)[] deadlines) => Approve(method, [], deadlines);

    private static void Approve(string method, Reason[] others, params (string Title, Deadline Deadline)[] deadlines)
    {
        var text = new StringBuilder();
        foreach ((string title, Deadline deadline) in deadlines)
        {
            text.Append("== ").Append(title).Append(": ").Append(Reading.Due(deadline)).Append('\n');
            Append(text, deadline.Explain());
            text.Replace(deadline.CalendarVersion, "(version)");
        }

        if (others.Length > 0)
        {
            text.Append("==\n");
            Append(text, others);
        }

        Approval.Verify(text.ToString(), method: method);
    }

    private static void Append(StringBuilder text, IEnumerable<Reason> reasons)
    {
        foreach (Reason reason in reasons)
        {
            text.Append(reason.Code).Append("\n  ").Append(reason.Sentence.Vietnamese).Append("\n  ").Append(reason.Sentence.English)
                .Append("\n  [").Append(reason.Basis?.Citation.Vietnamese ?? "-").Append("]\n");
        }
    }
}
