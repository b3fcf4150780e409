using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.Calendars;
using Reform.Testing;

namespace Reform.Domain.Tests.Calendars;

/// <summary>Every day of 2013-2026: the table of special days, the facts, the vectors and the built-in calendar say the same.</summary>
public sealed class SpecialDaysTests
{
    private const int DaysOf2013To2026 = 5_113;

    [Fact]
    public void The_built_in_calendar_has_every_day_as_the_table_says()
    {
        WorkCalendar calendar = WorkCalendar.VietnamStateAgencies;
        int compared = 0;
        foreach (LocalDate date in SpecialDays.Days())
        {
            Assert.Equal((date, SpecialDays.KindOf(date)), (date, calendar.KindOf(date)));
            Assert.Equal((date, SpecialDays.IsWorked(date)), (date, calendar.IsWorkingDay(date)));
            Assert.Equal((date, SpecialDays.KindOf(date) == DayKind.PublicHoliday), (date, calendar.IsPublicHoliday(date)));
            Assert.False(calendar.IsProvisional(date));
            compared++;
        }

        Assert.Equal(DaysOf2013To2026, compared);
    }

    [Fact]
    public void The_vectors_are_made_from_the_table()
    {
        var lines = new StringBuilder("date\tworking\tkind\tprovisional\twhy_vi\twhy_en\n");
        foreach (LocalDate date in SpecialDays.Days())
        {
            string kind = SpecialDays.Words.Single(w => w.Value == SpecialDays.KindOf(date)).Key;
            (string vi, string en) = Why(date);
            lines.AppendJoin('\t', LocalDatePattern.Iso.Format(date), SpecialDays.IsWorked(date) ? "1" : "0", kind, "0", vi, en).Append('\n');
        }

        Conformance.Verify("calendar", "days.tsv", lines.ToString());
    }

    [Fact]
    public void A_compensatory_day_off_is_the_next_working_day_after_its_holiday()
    {
        var taken = new HashSet<LocalDate>();
        foreach (LocalDate holiday in SpecialDays.All.Values.Where(d => d.Kind == DayKind.PublicHoliday).Select(d => d.Date).Order())
        {
            if (holiday.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))
            {
                continue;
            }

            LocalDate off = holiday.PlusDays(1);
            while (SpecialDays.KindOf(off) is DayKind.WeeklyRest or DayKind.PublicHoliday || taken.Contains(off))
            {
                off = off.PlusDays(1);
            }

            taken.Add(off);
            Assert.Equal(DayKind.CompensatoryDayOff, SpecialDays.KindOf(off));
            Assert.Equal(holiday, SpecialDays.All[off].For);
        }

        Assert.Equal(SpecialDays.All.Values.Count(d => d.Kind == DayKind.CompensatoryDayOff), taken.Count);
    }

    [Fact]
    public void A_swapped_day_off_and_its_make_up_day_name_each_other()
    {
        SpecialDay[] swaps = [.. SpecialDays.All.Values.Where(d => d.Kind is DayKind.SwappedDayOff or DayKind.MakeUpWorkingDay)];
        Assert.Equal(31, swaps.Length);
        foreach (SpecialDay day in swaps.Where(d => d.For >= SpecialDays.First))
        {
            Assert.Equal(day.Date, SpecialDays.All[day.For!.Value].For);
        }
    }

    [Fact]
    public void The_table_has_every_day_as_the_researched_facts_say()
    {
        string path = Repository.PathOf("..", "shared", "data", "calendar", "work_calendar_facts.json");
        Assert.SkipUnless(File.Exists(path), "skipped: facts absent");
        Dictionary<LocalDate, DayKind> facts = Facts(path);
        Assert.All(SpecialDays.Days(), date => Assert.Equal(
            (date, facts.TryGetValue(date, out DayKind kind) ? kind : SpecialDays.KindOf(date)), (date, SpecialDays.KindOf(date))));
        Assert.Equal(facts.Keys.Where(d => d >= SpecialDays.First && d <= SpecialDays.Last).Order(), SpecialDays.All.Keys.Order());
    }

    private static Dictionary<LocalDate, DayKind> Facts(string path)
    {
        var kinds = new Dictionary<LocalDate, DayKind>();
        using JsonDocument facts = JsonDocument.Parse(File.ReadAllText(path));
        foreach (JsonElement year in facts.RootElement.GetProperty("years").EnumerateObject().Select(y => y.Value))
        {
            Add(year, "holidays", "date", DayKind.PublicHoliday);
            Add(year, "compensatory_days_off", "date", DayKind.CompensatoryDayOff);
            Add(year, "swapped_days", "day_off", DayKind.SwappedDayOff);
            Add(year, "swapped_days", "make_up_working_day", DayKind.MakeUpWorkingDay);
        }

        return kinds;

        void Add(JsonElement year, string list, string field, DayKind kind)
        {
            foreach (JsonElement item in year.GetProperty(list).EnumerateArray())
            {
                kinds.Add(LocalDatePattern.Iso.Parse(item.GetProperty(field).GetString()!).GetValueOrThrow(), kind);
            }
        }
    }

    private static (string Vi, string En) Why(LocalDate date)
    {
        if (!SpecialDays.All.TryGetValue(date, out SpecialDay? day))
        {
            return date.DayOfWeek switch
            {
                IsoDayOfWeek.Saturday => ("Thứ Bảy, nghỉ hằng tuần", "Saturday, weekly rest"),
                IsoDayOfWeek.Sunday => ("Chủ nhật, nghỉ hằng tuần", "Sunday, weekly rest"),
                _ => ("Ngày làm việc", "Working day"),
            };
        }

        (string vi, string en) = day.For is LocalDate other
            ? (" cho ngày " + other.ToString("d/M/yyyy", CultureInfo.InvariantCulture), " for " + LocalDatePattern.Iso.Format(other))
            : ("", "");
        return (day.NameVi + vi + "; " + day.BasisVi, day.NameEn + en + "; " + day.BasisEn);
    }
}
