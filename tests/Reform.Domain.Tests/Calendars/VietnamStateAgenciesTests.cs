using NodaTime;
using NodaTime.Text;
using Reform.Domain.Calendars;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;

namespace Reform.Domain.Tests.Calendars;

/// <summary>The built-in calendar against collected facts and against a table that lists the announced days one by one.</summary>
public sealed class VietnamStateAgenciesTests
{
    private static readonly WorkCalendar Vietnam = WorkCalendar.VietnamStateAgencies;

    private static LocalDate On(string date) => LocalDatePattern.Iso.Parse(date).Value;

    private static IEnumerable<LocalDate> Days(int firstYear, int lastYear) =>
        Enumerable.Range(0, Period.DaysBetween(new LocalDate(firstYear, 1, 1), new LocalDate(lastYear + 1, 1, 1)))
            .Select(i => new LocalDate(firstYear, 1, 1).PlusDays(i));

    [Fact]
    public void Every_day_of_2013_to_2026_is_what_the_facts_say()
    {
        CalendarFacts facts = CalendarFacts.Read();
        LocalDate[] days = [.. Days(2013, 2026)];
        Assert.Equal(5113, days.Length);
        Assert.Empty(days.Where(d => Vietnam.KindOf(d) != facts.KindOf(d)).Select(d => $"{d:uuuu-MM-dd} {Vietnam.KindOf(d)} {facts.KindOf(d)}"));
        Assert.DoesNotContain(days, d => Vietnam.IsWorkingDay(d) != facts.KindOf(d) is DayKind.WorkingDay or DayKind.MakeUpWorkingDay);
        Assert.DoesNotContain(days, Vietnam.IsProvisional);
    }

    [Fact]
    public void Every_day_of_2013_to_2026_is_what_the_announced_table_says() =>
        Assert.DoesNotContain(Days(2013, 2026), d => Vietnam.KindOf(d) != TestCalendars.Vietnam.KindOf(d));

    [Fact]
    public void The_year_2027_is_projected_as_the_facts_project_it_and_provisional_throughout()
    {
        CalendarFacts facts = CalendarFacts.Read();
        Assert.DoesNotContain(Days(2027, 2027), d => Vietnam.KindOf(d) != facts.KindOf(d));
        Assert.All(Days(2027, 2027), d => Assert.True(Vietnam.IsProvisional(d)));
    }

    [Fact]
    public void Every_year_has_the_working_days_that_the_facts_count()
    {
        CalendarFacts facts = CalendarFacts.Read();
        Assert.All(Enumerable.Range(2013, 15), year => Assert.Equal(
            facts.WorkingDaysIn(year), Days(year, year).Count(Vietnam.IsWorkingDay)));
    }

    [Fact]
    public void It_covers_2013_to_2100_and_is_known_until_the_end_of_2026()
    {
        Assert.Equal(new Validity(new LocalDate(2013, 1, 1), new LocalDate(2101, 1, 1)), Vietnam.Covers);
        Assert.Equal(new LocalDate(2026, 12, 31), Vietnam.KnownUntil);
        Assert.Null(Vietnam.KnownOn);
        Assert.All(Days(2027, 2100), d => Assert.True(Vietnam.IsProvisional(d)));
        Assert.Throws<CalendarRangeException>(() => Vietnam.KindOf(new LocalDate(2012, 12, 31)));
        Assert.Throws<CalendarRangeException>(() => Vietnam.IsProvisional(new LocalDate(2101, 1, 1)));
    }

    [Theory]
    [InlineData("2013-01-01", "2026-12-31", false)]
    [InlineData("2026-12-31", "2027-01-01", true)]
    [InlineData("2027-01-01", "2027-01-01", true)]
    [InlineData("2100-12-31", "2100-12-31", true)]
    [InlineData("2027-01-02", "2027-01-01", false)]
    [InlineData("2027-06-01", "2026-06-01", false)]
    public void A_range_is_provisional_from_its_first_undecided_day_on(string from, string to, bool isProvisional) =>
        Assert.Equal(isProvisional, Vietnam.HasProvisionalDay(On(from), On(to)));

    [Theory]
    [InlineData("2025-11-24", DayKind.WorkingDay)]
    [InlineData("2026-11-24", DayKind.PublicHoliday)]
    [InlineData("2026-11-23", DayKind.WorkingDay)]
    [InlineData("2026-11-28", DayKind.WeeklyRest)]
    [InlineData("2029-11-24", DayKind.PublicHoliday)]
    [InlineData("2029-11-26", DayKind.WorkingDay)]
    [InlineData("2030-11-24", DayKind.PublicHoliday)]
    [InlineData("2030-11-25", DayKind.WorkingDay)]
    public void Culture_day_is_a_holiday_from_2026_and_no_day_makes_up_for_it(string date, DayKind kind) =>
        Assert.Equal(kind, Vietnam.KindOf(On(date)));

    [Fact]
    public void A_swap_over_new_year_is_kept_on_both_sides()
    {
        Assert.Equal(DayKind.MakeUpWorkingDay, Vietnam.KindOf(new LocalDate(2014, 12, 27)));
        Assert.Equal(DayKind.SwappedDayOff, Vietnam.KindOf(new LocalDate(2015, 1, 2)));
        Assert.Equal(DayKind.SwappedDayOff, Vietnam.KindOf(new LocalDate(2018, 12, 31)));
        Assert.Equal(DayKind.MakeUpWorkingDay, Vietnam.KindOf(new LocalDate(2019, 1, 5)));
        Assert.Equal(DayKind.MakeUpWorkingDay, Vietnam.KindOf(new LocalDate(2013, 1, 5)));
    }

    [Fact]
    public void What_is_not_decided_is_named_with_its_dates()
    {
        string[] of2027 = [.. Vietnam.OpenQuestionsBetween(new LocalDate(2027, 1, 1), new LocalDate(2027, 12, 31)).Select(r => r.Sentence.English)];
        Assert.Equal(
            [
                "The days of Lunar New Year 2027 are not decided; projected from 4 February 2027 to 8 February 2027",
                "The day beside National Day 2027 is not decided: 1 September 2027 or 3 September 2027; neither is counted",
                "Only proposed, not applied to 2027-02-04 (" + Vietnam.Decisions.Single(d => d.Id == "tet-2027").Basis.Citation.English + ")",
            ],
            of2027);
        Assert.Equal(of2027[..2], Vietnam.ProvisionalReasons(new LocalDate(2027, 6, 1), new LocalDate(2027, 6, 1)).Select(r => r.Sentence.English));
        Assert.Equal(DayKind.WorkingDay, Vietnam.KindOf(new LocalDate(2027, 9, 1)));
        Assert.Equal(DayKind.WorkingDay, Vietnam.KindOf(new LocalDate(2027, 9, 3)));
    }

    [Fact]
    public void A_proposal_is_an_open_question_and_makes_nothing_provisional()
    {
        Reason question = Assert.Single(Vietnam.OpenQuestionsBetween(new LocalDate(2026, 1, 1), new LocalDate(2026, 12, 31)));
        Assert.Equal("decision_proposed", question.Code);
        Assert.Contains("2026-11-23; 2026-11-28", question.Sentence.Vietnamese, StringComparison.Ordinal);
        Assert.Empty(Vietnam.ProvisionalReasons(new LocalDate(2013, 1, 1), new LocalDate(2026, 12, 31)));
    }

    // The weekdays of 24 November are counted apart: from 2026 to 2100 it falls on Saturdays and Sundays as often as the calendar says.
    [Fact]
    public void Culture_day_on_a_weekend_is_an_open_question_in_2029_2030_and_every_such_year()
    {
        int[] asked = [.. Vietnam.OpenQuestions.Where(r => r.Code == "compensatory_day_unsettled")
            .Select(r => ((ReasonValue.Date)r.Arguments.Single(a => a.Name == "date").Value).Content.Year)];
        int[] weekends = [.. Enumerable.Range(2026, 75).Where(y => new DateTime(y, 11, 24).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)];
        Assert.Equal(weekends, asked);
        Assert.Equal([2029, 2030], asked[..2]);
    }

    [Fact]
    public void Two_holidays_on_one_day_are_an_open_question_and_give_one_day_off()
    {
        LocalDate[] twice = [.. Enumerable.Range(2013, 88).Select(y => LunarCalendar.ToSolar(new LunarDate(y, 3, 10)))
            .Where(d => (d.Month, d.Day) is (4, 30) or (5, 1))];
        Assert.Equal(twice, Vietnam.OpenQuestions.Where(r => r.Code == "holidays_on_one_day")
            .Select(r => ((ReasonValue.Date)r.Arguments.Single(a => a.Name == "date").Value).Content));
    }

    [Theory]
    [InlineData(
        "2024-04-29",
        "swapped_day_off",
        "Ngày 29/04/2024 được nghỉ, hoán đổi với ngày làm bù 04/05/2024, đã công bố theo Công văn 2450/VPCP-KGVX ngày 12/04/2024; Thông báo "
            + "1570/TB-LĐTBXH",
        "29 April 2024 is a day off, swapped for the make-up working day 4 May 2024, announced by Official Dispatch 2450/VPCP-KGVX of 12 April "
            + "2024; Notice 1570/TB-LĐTBXH")]
    [InlineData(
        "2014-12-27",
        "make_up_working_day_of_swap",
        "Ngày 27/12/2014 là ngày làm bù cho ngày nghỉ hoán đổi 02/01/2015, đã công bố theo Thông báo lịch nghỉ lễ, tết năm 2015 (chưa rõ số, "
            + "ngày; nguồn: m.xahoi.com.vn",
        "27 December 2014 is a make-up working day for the swapped day off 2 January 2015, announced by Notice of the days off of 2015 (number "
            + "and date not recorded; source: m.xahoi.com.vn")]
    [InlineData(
        "2026-02-16",
        "public_holiday_announced",
        "Ngày 16/02/2026 là ngày lễ, tết: Tết Nguyên đán (Điều 112 khoản 1 và khoản 3 Bộ luật Lao động 45/2019/QH14), đã công bố theo Công "
            + "văn 9859/VPCP-KGVX ngày 13/10/2025",
        "16 February 2026 is a public holiday: Lunar New Year (Tết) (Labour Code 45/2019/QH14, Art. 112(1) and (3)), announced by Official "
            + "Dispatch 9859/VPCP-KGVX of 13 October 2025")]
    [InlineData(
        "2026-11-24",
        "public_holiday_by_law",
        "Ngày 24/11/2026 là ngày lễ, tết theo luật: Ngày Văn hóa Việt Nam (Điều 2 Nghị quyết 28/2026/QH16)",
        "24 November 2026 is a public holiday by law: Vietnamese Culture Day (Resolution 28/2026/QH16, Art. 2)")]
    [InlineData(
        "2026-04-27",
        "compensatory_day_off",
        "Ngày 27/04/2026 được nghỉ bù cho Giỗ Tổ Hùng Vương ngày 26/04/2026 trùng ngày nghỉ hằng tuần (Điều 111 khoản 3 Bộ luật Lao động 45/2019/QH14)",
        "27 April 2026 is a compensatory day off for Hùng Kings' Commemoration Day of 26 April 2026, which falls on a weekly rest day (Labour "
            + "Code 45/2019/QH14, Art. 111(3))")]
    [InlineData(
        "2027-02-05",
        "public_holiday_projected",
        "Ngày 05/02/2027 tạm tính là ngày lễ, tết: Tết Nguyên đán (Điều 112 khoản 1 và khoản 3 Bộ luật Lao động 45/2019/QH14); quyết định "
            + "của năm 2027 chưa được biết",
        "5 February 2027 is projected to be a public holiday: Lunar New Year (Tết) (Labour Code 45/2019/QH14, Art. 112(1) and (3)); the decision "
            + "for 2027 is not known")]
    [InlineData(
        "2027-02-09",
        "compensatory_day_off_projected",
        "Ngày 09/02/2027 tạm tính được nghỉ bù cho Tết Nguyên đán ngày 06/02/2027 trùng ngày nghỉ hằng tuần",
        "9 February 2027 is projected to be a compensatory day off for Lunar New Year (Tết) of 6 February 2027, which falls on a weekly rest day")]
    [InlineData(
        "2028-03-01",
        "working_day_projected",
        "Ngày 01/03/2028 tạm tính là ngày làm việc. Năm 2028 chưa có quyết định về các ngày nghỉ Tết Âm lịch",
        "1 March 2028 is projected to be a working day. The days of Lunar New Year 2028 are not decided")]
    [InlineData("2026-03-02", "working_day", "Ngày 02/03/2026 là ngày làm việc", "2 March 2026 is a working day")]
    [InlineData("2026-03-01", "weekly_rest", "Ngày 01/03/2026 là ngày nghỉ hằng tuần", "1 March 2026 is a weekly rest day")]
    public void A_day_is_explained_in_both_languages(string date, string code, string vietnamese, string english)
    {
        Reason reason = Vietnam.Explain(On(date));
        Assert.Equal(code, reason.Code);
        Assert.StartsWith(vietnamese, reason.Sentence.Vietnamese, StringComparison.Ordinal);
        Assert.StartsWith(english, reason.Sentence.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2013-04-30", "Labour Code 1994, Art. 73")]
    [InlineData("2013-05-01", "Labour Code 10/2012/QH13, Art. 115")]
    [InlineData("2020-09-02", "Labour Code 10/2012/QH13, Art. 115")]
    [InlineData("2021-01-01", "Labour Code 45/2019/QH14, Art. 112(1)")]
    [InlineData("2013-02-13", "Labour Code 1994, Art. 73, as amended by Law 84/2007/QH11")]
    [InlineData("2018-02-19", "Labour Code 10/2012/QH13, Art. 115(3)")]
    [InlineData("2026-03-01", "Labour Code 45/2019/QH14, Art. 111")]
    [InlineData("2019-03-03", null)]
    public void A_day_rests_on_the_law_of_its_time(string date, string? basis) =>
        Assert.Equal(basis, Vietnam.Explain(On(date)).Basis?.Citation.English);

    [Fact]
    public void The_special_days_stand_in_order_and_agree_with_every_other_answer()
    {
        CalendarDay[] special = [.. Vietnam.SpecialDays];
        Assert.Equal(special.OrderBy(d => d.Date), special);
        Assert.All(special, d => Assert.Equal(d.Kind, Vietnam.KindOf(d.Date)));
        Assert.All(special.Where(d => d.Kind == DayKind.PublicHoliday), d => Assert.True(Vietnam.IsPublicHoliday(d.Date)));
        Assert.Equal(
            special.Select(d => d.Date),
            Days(2013, 2100).Where(d => Vietnam.KindOf(d) is not DayKind.WorkingDay and not DayKind.WeeklyRest));
        Assert.All(special.Where(d => d.IsProjected), d => Assert.True(Vietnam.IsProvisional(d.Date)));
        Assert.DoesNotContain(special, d => d.Date.Year <= 2026 && d.IsProjected);
    }

    [Fact]
    public void Its_sources_are_texts_and_every_decision_has_one()
    {
        Assert.All(Vietnam.Decisions, d => Assert.NotEmpty(d.Sources));
        Assert.All(Vietnam.Laws, l => Assert.NotEmpty(l.Sources));
        Assert.All(Vietnam.Decisions.SelectMany(d => d.Sources), s => Assert.Contains(' ', s));
        Assert.Equal(["culture-day-swap-2026", "tet-2027"], Vietnam.Decisions.Where(d => d.Status == DecisionStatus.Proposed).Select(d => d.Id));
    }

    [Fact]
    public void Questions_about_days_and_hours_allocate_nothing()
    {
        int Ask()
        {
            int sum = 0;
            for (int i = 0; i < 400; i++)
            {
                LocalDate date = new LocalDate(2026, 1, 1).PlusDays(i);
                sum += (int)Vietnam.KindOf(date) + (Vietnam.IsWorkingDay(date) ? 1 : 0) + (Vietnam.IsProvisional(date) ? 1 : 0);
                sum += Vietnam.WorkingDayAfter(date, 30).Day + Vietnam.WorkingDayBefore(date, 30).Day + Vietnam.WorkingDayOnOrAfter(date).Day;
                sum += Vietnam.WorkingDayOnOrBefore(date).Day + Vietnam.WorkingDaysBetween(date, new LocalDate(2027, 6, 1));
                sum += Vietnam.SessionsOf(date).Count + Vietnam.ReceptionSessionsOf(date).Count + (Vietnam.IsOpenForReception(date) ? 1 : 0);
                sum += (Vietnam.IsPublicHoliday(date) ? 1 : 0) + (Vietnam.HasProvisionalDay(date, new LocalDate(2027, 6, 1)) ? 1 : 0);
                sum += Vietnam.WorkingTimeAfter(date.AtMidnight(), Duration.FromHours(i + 1)).Day;
                sum += (int)Vietnam.WorkingTimeBetween(date.AtMidnight(), new LocalDateTime(2027, 6, 1, 0, 0)).TotalHours;
            }

            return sum;
        }

        Assert.NotEqual(0, Ask());
        long before = GC.GetAllocatedBytesForCurrentThread();
        Ask();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void It_is_built_once() => Assert.Same(Vietnam, WorkCalendar.VietnamStateAgencies);
}
