using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Indicators;

/// <summary>Indicators of a period: the whole, by unit, by procedure, and by both (báo cáo chỉ số). The parts sum to the whole.</summary>
/// <param name="From">The first date of the period.</param>
/// <param name="To">The last date on which cases are looked at: that of judgement.</param>
/// <param name="Whole">All cases.</param>
/// <param name="ByUnit">By the unit that received them, in ordinal order.</param>
/// <param name="ByProcedure">By procedure, in ordinal order.</param>
/// <param name="ByUnitAndProcedure">By both.</param>
public sealed record IndicatorReport(
    LocalDate From,
    LocalDate To,
    IndicatorFigures Whole,
    ValueList<IndicatorFigures> ByUnit,
    ValueList<IndicatorFigures> ByProcedure,
    ValueList<IndicatorFigures> ByUnitAndProcedure);
