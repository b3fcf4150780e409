using System.Globalization;
using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>The points depend on the day on which something was done (theo thời hạn): by the deadline, within a grace period, or else.</summary>
/// <param name="Deadline">The last day that is on time.</param>
/// <param name="OnTime">The points on time.</param>
/// <param name="GraceDays">How many calendar days after the deadline count as late; the last one included.</param>
/// <param name="Late">The points when late.</param>
/// <param name="Else">The points after that, or when it was not done.</param>
/// <param name="MeasureName">The name of the date; "issued" in files that do not name it.</param>
public sealed record DeadlineStepsFormula(
    LocalDate Deadline, Fraction OnTime, int GraceDays, Fraction Late, Fraction Else, string MeasureName = "issued") : ScoreFormula
{
    /// <inheritdoc/>
    public override string Kind => "deadlineSteps";

    /// <inheritdoc/>
    public override IEnumerable<string> MeasureNames => [MeasureName];

    internal override IEnumerable<(string Field, BilingualText Message)> Problems(Fraction max) => Found(
        GraceDays is < 0 or > 36600
            ? ("lateUpToCalendarDays", new BilingualText("phải từ 0 đến 36600 ngày", "must lie from 0 to 36600 days"))
            : null,
        OutsideScale("onTime", OnTime, max),
        OutsideScale("late", Late, max),
        OutsideScale("else", Else, max));

    private protected override FormulaResult Points(MeasureSet measures, Fraction max)
    {
        switch (measures.Find(MeasureName))
        {
            case null:
                return ScoreFault.Missing(MeasureName);
            case MeasureValue.Date { On: null }:
                return FormulaResult.Of(Else, FormulaReasons.By("chưa thực hiện: " + Else + " điểm", "not done: " + Else + " points"));
            case MeasureValue.Date { On: LocalDate on }:
                int days = Period.DaysBetween(Deadline, on);
                return days <= 0
                    ? FormulaResult.Of(OnTime, Done(on, "đúng hạn", "on time", OnTime))
                    : days <= GraceDays
                    ? FormulaResult.Of(Late, Done(on, "chậm " + Text(days) + " ngày", Text(days) + " days late", Late))
                    : FormulaResult.Of(Else, Done(on, "chậm " + Text(days) + " ngày, quá mức cho phép", Text(days) + " days late, beyond the grace", Else));
            default:
                return ScoreFault.WrongKind(MeasureName, "ngày", "a date");
        }
    }

    private Reason Done(LocalDate on, string vietnamese, string english, Fraction points)
    {
        (ReasonValue done, ReasonValue due) = (on, Deadline);
        return FormulaReasons.By(
            "thực hiện ngày " + done.In(Language.Vietnamese) + ", hạn " + due.In(Language.Vietnamese) + ": " + vietnamese + ", " + points + " điểm",
            "done on " + done.In(Language.English) + ", due " + due.In(Language.English) + ": " + english + ", " + points + " points");
    }

    private static string Text(int days) => days.ToString(CultureInfo.InvariantCulture);
}
