using System.Text;
using CsCheck;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Explanations;

namespace Reform.Domain.Tests.Calendars;

/// <summary>Calendars of random laws and decisions, as known on random dates, against the slow way.</summary>
public sealed class StatutoryCalendarPropertyTests
{
    private static WorkCalendar Known(WorkCalendar calendar, LocalDate? on) => on is LocalDate date ? calendar.AsKnownOn(date) : calendar;

    [Fact]
    public void Every_day_is_of_the_kind_that_the_slow_way_finds() =>
        Gen.Select(SlowStatutes.Statutes, SlowStatutes.KnownOn).Sample(
            (statutes, on) =>
            {
                WorkCalendar calendar = Known(statutes.Calendar, on);
                foreach ((LocalDate date, DayKind kind) in statutes.Kinds(on))
                {
                    Assert.Equal(kind, calendar.KindOf(date));
                    Assert.Equal(kind is DayKind.WorkingDay or DayKind.MakeUpWorkingDay, calendar.IsWorkingDay(date));
                    Assert.Equal(kind == DayKind.PublicHoliday, calendar.IsPublicHoliday(date));
                }
            },
            iter: 300);

    [Fact]
    public void A_day_is_provisional_exactly_when_its_year_or_the_day_itself_is_undecided() =>
        Gen.Select(SlowStatutes.Statutes, SlowStatutes.KnownOn).Sample(
            (statutes, on) =>
            {
                WorkCalendar calendar = Known(statutes.Calendar, on);
                Assert.Equal(statutes.KnownUntil(on), calendar.KnownUntil);
                for (LocalDate date = SlowStatutes.First; date < SlowStatutes.End; date = date.PlusDays(1))
                {
                    Assert.Equal(statutes.IsProvisional(date, on), calendar.IsProvisional(date));
                    Assert.Equal(calendar.IsProvisional(date), calendar.ProvisionalReasons(date, date).Count > 0);
                }
            },
            iter: 100);

    [Fact]
    public void A_range_is_provisional_and_has_special_days_as_its_days_have() =>
        Gen.Select(SlowStatutes.Statutes, SlowStatutes.KnownOn, SlowStatutes.Date, SlowStatutes.Date).Sample(
            (statutes, on, one, other) =>
            {
                WorkCalendar calendar = Known(statutes.Calendar, on);
                var days = new List<LocalDate>();
                for (LocalDate day = one; day <= other; day = day.PlusDays(1))
                {
                    days.Add(day);
                }

                Assert.Equal(days.Any(calendar.IsProvisional), calendar.HasProvisionalDay(one, other));
                Assert.Equal(
                    days.Where(d => calendar.KindOf(d) is not DayKind.WorkingDay and not DayKind.WeeklyRest),
                    calendar.SpecialDaysBetween(one, other).Select(d => d.Date));
            },
            iter: 200);

    [Fact]
    public void The_nth_working_day_either_way_is_the_one_that_a_walker_reaches() =>
        Gen.Select(SlowStatutes.Statutes, SlowStatutes.KnownOn, SlowStatutes.Date, Gen.Int[1, 600]).Sample(
            (statutes, on, date, count) =>
            {
                WorkCalendar calendar = Known(statutes.Calendar, on);
                Dictionary<LocalDate, DayKind> kinds = statutes.Kinds(on);
                foreach (int step in (int[])[1, -1])
                {
                    LocalDate at = date;
                    int left = count;
                    while (left > 0 && kinds.ContainsKey(at.PlusDays(step)))
                    {
                        at = at.PlusDays(step);
                        left -= kinds[at] is DayKind.WorkingDay or DayKind.MakeUpWorkingDay ? 1 : 0;
                    }

                    LocalDate Ask() => step > 0 ? calendar.WorkingDayAfter(date, count) : calendar.WorkingDayBefore(date, count);
                    if (left == 0)
                    {
                        Assert.Equal(at, Ask());
                    }
                    else
                    {
                        Assert.Throws<CalendarRangeException>(() => Ask());
                    }
                }
            },
            iter: 300);

    [Fact]
    public void Two_versions_are_equal_exactly_when_all_answers_are() =>
        Gen.Select(SlowStatutes.Statutes, SlowStatutes.KnownOn, SlowStatutes.KnownOn, Gen.Int[-3, 3]).Sample(
            (statutes, one, other, near) =>
            {
                // Dates close together often know the same; dates far apart seldom do.
                WorkCalendar first = Known(statutes.Calendar, one);
                WorkCalendar second = Known(statutes.Calendar, near == 0 || one is null ? other : one.Value.PlusDays(near * 5));
                Assert.Equal(Answers(first) == Answers(second), first.Version == second.Version);
            },
            iter: 60);

    [Fact]
    public void Known_later_than_everything_is_the_whole() =>
        SlowStatutes.Statutes.Sample(
            statutes => Assert.Equal(statutes.Calendar.Version, statutes.Calendar.AsKnownOn(SlowStatutes.End.PlusYears(1)).Version), iter: 100);

    private static string Answers(WorkCalendar calendar)
    {
        var answers = new StringBuilder();
        for (LocalDate date = SlowStatutes.First; date < SlowStatutes.End; date = date.PlusDays(1))
        {
            Reason reason = calendar.Explain(date);
            answers.Append(calendar.KindOf(date)).Append(calendar.IsProvisional(date)).Append(reason.Code).Append(reason.Sentence.Vietnamese)
                .Append(reason.Sentence.English).Append(reason.Basis?.Citation.English).Append(calendar.SessionsOf(date).Count).Append('\n');
        }

        return answers.AppendJoin('\n', calendar.OpenQuestions.Select(q => q.Sentence.English)).ToString();
    }
}
