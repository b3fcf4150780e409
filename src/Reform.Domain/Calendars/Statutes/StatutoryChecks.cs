using NodaTime;
using NodaTime.Text;
using Reform.Domain.Values;

namespace Reform.Domain.Calendars;

/// <summary>What is contradictory in the laws and decisions of a calendar, each with the law, decision or swap that is at fault.</summary>
internal sealed class StatutoryChecks(StatutoryDays content)
{
    private readonly List<(object Culprit, BilingualText Message)> problems = [];
    private readonly HashSet<LocalDate> swapped = [];
    private StatutoryReading days = null!;

    public IReadOnlyList<(object Culprit, BilingualText Message)> Problems()
    {
        CheckLaws();
        if (problems.Count > 0)
        {
            return problems;
        }

        days = new StatutoryReading(content, null);
        days.FindDays();
        var decisions = new HashSet<string>(StringComparer.Ordinal);
        AnnualDecision[] made = [.. content.Decisions.Where(d => d.Status == DecisionStatus.InForce)];
        foreach (AnnualDecision decision in content.Decisions)
        {
            if (!decisions.Add(decision.Id))
            {
                Add(decision, "mã '" + decision.Id + "' bị lặp lại", "the identifier '" + decision.Id + "' stands twice");
            }

            CheckDecision(decision);
        }

        CheckOnePerYear(made, d => d.TetFirstDay, "Tết", "Lunar New Year");
        CheckOnePerYear(made, d => d.NationalDayAdjacentDay, "ngày nghỉ liền kề Quốc khánh", "the day beside National Day");
        foreach (WorkingDaySwap swap in made.SelectMany(d => d.Swaps))
        {
            CheckSwap(swap);
        }

        return problems;
    }

    private static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private void Add(object culprit, string vietnamese, string english) => problems.Add((culprit, new BilingualText(vietnamese, english)));

    private void CheckLaws()
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (HolidayLaw law in content.Laws)
        {
            if (!ids.Add(law.Id))
            {
                Add(law, "mã '" + law.Id + "' bị lặp lại", "the identifier '" + law.Id + "' stands twice");
            }

            if (law.Replaces is string replaced && !content.Laws.Any(l => l.Id == replaced && l.From < law.From))
            {
                Add(law, "không có luật '" + replaced + "' có hiệu lực trước đó để thay thế", "there is no earlier law '" + replaced + "' to replace");
            }

            if (law.Holidays.Count(h => h is HolidayRule.LunarNewYear or HolidayRule.Solar { HasAdjacentDay: true }) != law.Holidays
                .Where(h => h is HolidayRule.LunarNewYear or HolidayRule.Solar { HasAdjacentDay: true }).DistinctBy(h => h.GetType()).Count())
            {
                Add(
                    law,
                    "một luật chỉ có một quy định về Tết và một ngày lễ có ngày liền kề",
                    "a law has one rule on Lunar New Year and one holiday with an adjacent day");
            }

            if (law.Holidays.Any(h => h is not HolidayRule.Solar)
                && (content.First.Year < LunarCalendar.FirstYear || content.Last.Year > LunarCalendar.LastYear))
            {
                Add(law, "ngày âm lịch chỉ tính được cho các năm 1900-2199", "lunar dates can be computed for 1900 to 2199 only");
            }
        }
    }

    private void CheckDecision(AnnualDecision decision)
    {
        if (!decision.Days.Any() && decision.Note is null)
        {
            Add(decision, "quyết định không quyết định ngày nào; nếu đúng vậy, hãy ghi chú", "it decides on no day; if so, say that in a note");
        }

        if (decision.TetFirstDay is LocalDate first)
        {
            HolidayRule.LunarNewYear? rule = first.Year is >= LunarCalendar.FirstYear and <= LunarCalendar.LastYear
                ? days.Periods.InForceOn(LunarCalendar.NewYear(first.Year)).SelectMany(l => l.Holidays).OfType<HolidayRule.LunarNewYear>().FirstOrDefault()
                : null;
            if (rule?.IsChosenByDecision != true)
            {
                string year = Text(first)[..4];
                Add(
                    decision,
                    "luật của năm " + year + " không giao quyết định ngày nghỉ Tết",
                    "no law of " + year + " leaves the days of Lunar New Year to a decision");
            }
            else
            {
                LocalDate newYear = LunarCalendar.NewYear(first.Year);
                if (newYear < first || newYear > first.PlusDays(rule.Days - 1))
                {
                    Add(
                        decision,
                        "các ngày nghỉ Tết không có mùng một, " + Text(newYear),
                        "the days of Lunar New Year do not hold its first day, " + Text(newYear));
                }
            }
        }

        if (decision.NationalDayAdjacentDay is LocalDate adjacent)
        {
            HolidayRule.Solar? rule = days.Periods.InForceOn(adjacent).SelectMany(l => l.Holidays).OfType<HolidayRule.Solar>()
                .FirstOrDefault(r => r.HasAdjacentDay);
            LocalDate? day = rule?.Date.InYear(adjacent.Year);
            if (day is not LocalDate holiday || (adjacent != holiday.PlusDays(-1) && adjacent != holiday.PlusDays(1)))
            {
                Add(decision, Text(adjacent) + " không liền kề ngày lễ có ngày liền kề", Text(adjacent) + " is not beside a holiday that has an adjacent day");
            }
        }
    }

    private void CheckOnePerYear(AnnualDecision[] decisions, Func<AnnualDecision, LocalDate?> day, string vietnamese, string english)
    {
        foreach (IGrouping<int, AnnualDecision> year in decisions.Where(d => day(d) is not null).GroupBy(d => day(d)!.Value.Year))
        {
            foreach (AnnualDecision second in year.Skip(1))
            {
                string name = Text(day(second)!.Value)[..4];
                Add(second, vietnamese + " năm " + name + " đã được quyết định", english + " of " + name + " is decided already");
            }
        }
    }

    private void CheckSwap(WorkingDaySwap swap)
    {
        if (!content.Covers.Contains(swap.DayOff) && !content.Covers.Contains(swap.MakeUpDay))
        {
            Add(swap, "cả hai ngày nằm ngoài phạm vi của lịch", "both dates lie outside the calendar");
        }

        if (!swapped.Add(swap.DayOff) || !swapped.Add(swap.MakeUpDay))
        {
            Add(swap, "một ngày được hoán đổi hai lần", "a date is swapped twice");
        }

        if (content.IsRest(swap.DayOff) || IsOffByLaw(swap.DayOff))
        {
            Add(swap, Text(swap.DayOff) + " không phải ngày làm việc", Text(swap.DayOff) + " is no working day to give off");
        }

        if (!content.IsRest(swap.MakeUpDay) || IsOffByLaw(swap.MakeUpDay))
        {
            Add(
                swap,
                "ngày làm bù " + Text(swap.MakeUpDay) + " phải là ngày nghỉ hằng tuần không phải lễ",
                "the make-up day " + Text(swap.MakeUpDay) + " must be a plain weekly rest day");
        }
    }

    private bool IsOffByLaw(LocalDate date) => days.Holidays.ContainsKey(date) || days.CompensatoryDays.ContainsKey(date);
}
