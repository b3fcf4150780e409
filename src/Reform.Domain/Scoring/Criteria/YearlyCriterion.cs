using Reform.Domain.Legal;

namespace Reform.Domain.Scoring;

/// <summary>The reform index as one criterion of the yearly rating (một tiêu chí xếp loại thi đua hằng năm).</summary>
public sealed record YearlyCriterion
{
    /// <summary>Creates the criterion.</summary>
    /// <param name="weight">Its points out of 100; more than 0 and less than 100, because it is one criterion among others.</param>
    /// <exception cref="RecordInputException">The weight is not.</exception>
    public YearlyCriterion(Fraction weight)
    {
        if (weight.Sign <= 0 || weight >= 100)
        {
            throw RecordInputException.Of(
                "weight_outside_range",
                "weight",
                "trọng số phải lớn hơn 0 và nhỏ hơn 100: cải cách hành chính là một tiêu chí, không phải tất cả",
                "the weight must be more than 0 and less than 100: reform is one criterion, not all of them");
        }

        Weight = weight;
    }

    /// <summary>Its points out of 100.</summary>
    public Fraction Weight { get; }

    /// <summary>The points that an index gives in the rating of a year.</summary>
    /// <param name="index">The index, from 0 to 100.</param>
    /// <param name="period">The period; a calendar year from 2024 on.</param>
    /// <param name="rounding">How the points are rounded.</param>
    /// <returns>The points; 86.25 of weight 10 gives 8.63.</returns>
    /// <exception cref="RecordInputException">The index is outside 0 to 100, the period is no year, or lies before the criterion exists.</exception>
    public Fraction PointsOf(Fraction index, EvaluationPeriod period, Rounding rounding)
    {
        ReformCriterion.CheckPeriod(period);
        if (!period.IsYear)
        {
            throw RecordInputException.Of(
                "not_a_year", "period", "tiêu chí này xếp loại hằng năm: kỳ phải là một năm dương lịch", "the criterion is yearly: the period must be a calendar year");
        }

        if (index.Sign < 0 || index > 100)
        {
            throw RecordInputException.Of("outside_range", "index", "chỉ số phải từ 0 đến 100", "an index must lie from 0 to 100");
        }

        return rounding.Of(index / 100 * Weight);
    }
}
