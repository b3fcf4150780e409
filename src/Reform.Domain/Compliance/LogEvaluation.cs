using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Cases;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Compliance;

/// <summary>Judges the cases of a log one after another and adds the figures up (đánh giá nhật ký).</summary>
/// <remarks>Holds counts, not cases: a log may be far larger than memory. One for each evaluation; not for use by many threads.</remarks>
public sealed class LogEvaluation
{
    private readonly CaseContext context;
    private readonly RuleBook<LoggedCaseFacts> rules;
    private readonly FlowCounter flow = new();
    private readonly FourEyesCounter fourEyes;
    private readonly RuleCounter verdicts;
    private readonly GroupCounter byUnit = new();
    private readonly GroupCounter byMonth = new();
    private readonly WorstCases worst = new(10);
    private readonly DayCounts lateWorkingDays = new();
    private readonly DayCounts calendarDays = new();
    private readonly DayCounts workingDays = new();
    private int finished;
    private int open;
    private int lateByInstant;
    private int conforming;
    private int exact;
    private int missing;
    private int extra;
    private int repeated;
    private int outOfOrder;

    /// <summary>Begins an evaluation.</summary>
    /// <param name="context">What the cases are judged against.</param>
    /// <param name="rules">The rules; usually <see cref="BuiltInRules.Cases"/>.</param>
    public LogEvaluation(CaseContext context, RuleBook<LoggedCaseFacts> rules)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(rules);
        this.context = context;
        this.rules = rules;
        fourEyes = new FourEyesCounter(context.Mapping.FourEyes);
        verdicts = new RuleCounter(rules);
    }

    /// <summary>Judges one more case.</summary>
    /// <param name="file">The case; each comes once.</param>
    /// <returns>What was found in it.</returns>
    public CaseReport Add(LoggedCase file)
    {
        CaseReport report = CaseReport.Of(file, context, rules);
        flow.Add(file);
        fourEyes.Add(report.Case.FourEyes);
        verdicts.Add(file.Id, report.Judgements);
        CountDeadline(file);
        CountConformance(report.Case.Conformance);
        byUnit.Add(file.UnitId ?? "", report);
        byMonth.Add(file.Receipt is CaseTime receipt ? MonthOf(receipt.Date) : "", report);
        worst.Add(report);
        return report;
    }

    /// <summary>The report on all cases so far.</summary>
    /// <param name="quality">What the reader of the log found odd, or null.</param>
    /// <returns>The report.</returns>
    public EvaluationReport Report(DataQuality? quality = null) => new()
    {
        IsSynthetic = context.Mapping.IsSynthetic,
        Zone = context.Mapping.Zone.Id,
        AsOf = context.Mapping.AsOf,
        CalendarVersion = context.Calendar?.Version,
        Log = flow.Log,
        Deadlines = new DeadlineFigures(finished, open, lateWorkingDays.Count, lateByInstant, lateWorkingDays.Median),
        Flow = flow.Figures,
        Conformance = new ConformanceFigures(conforming, exact, missing, extra, repeated, outOfOrder),
        FourEyes = fourEyes.Figures,
        Throughput = new ThroughputFigures(calendarDays.Count, calendarDays.Median, workingDays.Median),
        Rules = verdicts.Figures,
        ByUnit = byUnit.Figures(UnitName).OrderByDescending(u => u.Breaches).ThenBy(u => u.Key, StringComparer.Ordinal).ToValueList(),
        ByMonth = byMonth.Figures(MonthName).OrderBy(m => m.Key, StringComparer.Ordinal).ToValueList(),
        Worst = worst.Ranked,
        DataQuality = quality?.Findings ?? [],
        BrokenRules = verdicts.Broken,
    };

    private void CountDeadline(LoggedCase file)
    {
        if (file.IsOpen)
        {
            open++;
            return;
        }

        finished++;
        if (file.End is not CaseTime end)
        {
            return;
        }

        if (file.Deadline is CaseTime deadline)
        {
            if (end.Date > deadline.Date)
            {
                lateWorkingDays.Add(Weekdays.Between(deadline.Date, end.Date));
            }

            if (end.Instant > deadline.Instant)
            {
                lateByInstant++;
            }
        }

        if (file.Receipt is CaseTime receipt)
        {
            calendarDays.Add(Period.DaysBetween(receipt.Date, end.Date));
            workingDays.Add(Weekdays.Between(receipt.Date, end.Date));
        }
    }

    private void CountConformance(StepConformance? conformance)
    {
        if (conformance is null)
        {
            return;
        }

        conforming++;
        exact += conformance.IsExact ? 1 : 0;
        missing += conformance.Missing.Count > 0 ? 1 : 0;
        extra += conformance.Extra.Count > 0 ? 1 : 0;
        repeated += conformance.Repeated.Count > 0 ? 1 : 0;
        outOfOrder += conformance.OutOfOrder.Count > 0 ? 1 : 0;
    }

    private BilingualText UnitName(string id) => id.Length == 0 ? new BilingualText("(không ghi)", "(none named)") : context.NameOf(id);

    private static BilingualText MonthName(string month) =>
        month.Length == 0 ? new BilingualText("(không rõ ngày tiếp nhận)", "(receipt not known)") : BilingualText.Same(month);

    private static string MonthOf(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date)[..7];
}
