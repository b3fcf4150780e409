using NodaTime;
using Reform.Domain.Legal;

namespace Reform.Domain.Programmes;

/// <content>Adding up.</content>
public sealed partial class ProgrammeRegister
{
    /// <summary>The results of a period as of a date, by unit, by group and in all (tổng hợp kết quả).</summary>
    /// <remarks>Each task stands in the row of one unit: the rows of units sum to the rows of groups, and these to the whole.</remarks>
    /// <param name="programmeId">The programme.</param>
    /// <param name="period">The period: of the tasks that were assigned by its last day and not done before its first.</param>
    /// <param name="on">As of which date each task is seen; what happened after it plays no part.</param>
    /// <returns>The results.</returns>
    /// <exception cref="RecordInputException">There is no such programme (unknown_programme), or the period ends before it begins.</exception>
    public ProgrammeSummary SummaryOf(string programmeId, ReportingPeriod period, LocalDate on)
    {
        period.RequireOrder();
        return SummaryReader.Read(MatrixOn(programmeId, on), period);
    }

    /// <summary>A summary as it was closed: as of the day of closing, by what was known at the moment at which the closing was entered.</summary>
    /// <param name="closingId">The closing.</param>
    /// <returns>The results; later corrections change nothing in them.</returns>
    /// <exception cref="RecordInputException">There is no such closing (unknown_closing).</exception>
    public ProgrammeSummary ClosedSummary(string closingId)
    {
        Recorded<SummaryClosing> closing = Closings.FirstOrDefault(c => string.Equals(c.Fact!.Id, closingId, StringComparison.Ordinal))
            ?? throw RecordInputException.Of("unknown_closing", "closing", "chưa chốt '" + closingId + "'", "there is no closing '" + closingId + "'");
        return AsKnownAt(closing.RecordedAt).SummaryOf(closing.Fact!.ProgrammeId, closing.Fact.Period, closing.Fact.ClosedOn);
    }
}
