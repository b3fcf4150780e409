using NodaTime;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>How often units report (kỳ báo cáo).</summary>
public enum ReportingCycle
{
    /// <summary>Once, about the whole of the duty's dates: an ad hoc report (đột xuất, một lần).</summary>
    Once = 0,

    /// <summary>Every month (hằng tháng).</summary>
    Monthly = 1,

    /// <summary>Every quarter (hằng quý).</summary>
    Quarterly = 2,

    /// <summary>Every half-year (sáu tháng).</summary>
    HalfYearly = 3,

    /// <summary>Every year (hằng năm).</summary>
    Yearly = 4,
}

/// <summary>What every unit that a programme binds has to report, and when (chế độ báo cáo).</summary>
/// <param name="Id">Its identifier in the programme.</param>
/// <param name="Name">What the report is called.</param>
/// <param name="Cycle">How often.</param>
/// <param name="From">The first day that is reported on.</param>
/// <param name="To">The last day that is reported on, included.</param>
public sealed record ReportingDuty(string Id, BilingualText Name, ReportingCycle Cycle, LocalDate From, LocalDate To)
{
    /// <summary>Within what a report is due, from the last day of its period; null: not stated, and lateness stays unknown.</summary>
    public TimeLimit? DueWithin { get; init; }

    /// <summary>The periods of the duty: months, quarters, half-years or years of the calendar, cut to its dates.</summary>
    public ValueList<ReportingPeriod> Periods
    {
        get
        {
            int months = Cycle switch
            {
                ReportingCycle.Once => 0,
                ReportingCycle.Monthly => 1,
                ReportingCycle.Quarterly => 3,
                ReportingCycle.HalfYearly => 6,
                ReportingCycle.Yearly => 12,
                _ => throw new InvalidOperationException("There is no such reporting cycle."),
            };
            return months == 0 ? [new ReportingPeriod(From, To)] : Blocks(months).ToValueList();
        }
    }

    private IEnumerable<ReportingPeriod> Blocks(int months)
    {
        LocalDate start = From;
        while (start <= To)
        {
            // A block never crosses a year.
            int last = (((start.Month - 1) / months) + 1) * months;
            LocalDate end = LocalDate.Min(new LocalDate(start.Year, last, 1).With(DateAdjusters.EndOfMonth), To);
            yield return new ReportingPeriod(start, end);
            if (end == To)
            {
                yield break;
            }

            start = end.PlusDays(1);
        }
    }
}

/// <summary>A period that is reported on or added up (kỳ).</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included.</param>
public readonly record struct ReportingPeriod(LocalDate From, LocalDate To)
{
    /// <summary>Whether a date lies in the period.</summary>
    /// <param name="date">The date.</param>
    /// <returns>True from the first day to the last, both included.</returns>
    public bool Contains(LocalDate date) => From <= date && date <= To;

    internal void RequireOrder()
    {
        if (To < From)
        {
            throw RecordInputException.Of("ends_before_it_begins", "period", "kỳ kết thúc trước khi bắt đầu", "the period ends before it begins");
        }
    }
}
