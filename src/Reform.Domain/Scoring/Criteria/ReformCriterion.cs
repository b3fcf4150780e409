using System.Globalization;
using NodaTime;
using Reform.Domain.Legal;

namespace Reform.Domain.Scoring;

/// <summary>The reform criterion of Programme 72 (tiêu chí cải cách hành chính): what it says about when results are evaluated.</summary>
public static class ReformCriterion
{
    /// <summary>The first day of the first period that is evaluated: "thực hiện từ năm 2024".</summary>
    public static LocalDate InForceFrom { get; } = new(2024, 1, 1);

    /// <summary>Where it comes from.</summary>
    public static LegalBasis Basis { get; } = LegalBasis.Programme72(
        "Bộ tiêu chí đánh giá cải cách hành chính, thực hiện từ năm 2024", "a set of criteria to evaluate administrative reform, from 2024 on");

    /// <summary>What the programme says about whoever cannot do it: a matter for people, never for a program.</summary>
    public static LegalBasis Consequence { get; } = LegalBasis.Programme72("ai không làm được đứng sang một bên", "whoever cannot do it steps aside");

    /// <summary>Refuses a period that is none, or that begins before the criterion exists.</summary>
    /// <param name="period">The period.</param>
    /// <exception cref="RecordInputException">It ends before it begins, or it begins before 2024.</exception>
    public static void CheckPeriod(EvaluationPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        if (period.To < period.From)
        {
            throw RecordInputException.Of("period_ends_before_it_begins", "to", "kỳ đánh giá kết thúc trước khi bắt đầu", "the period ends before it begins");
        }

        if (period.From < InForceFrom)
        {
            string year = period.From.Year.ToString(CultureInfo.InvariantCulture);
            throw RecordInputException.Of(
                "criterion_not_in_force",
                "from",
                "kỳ " + year + ": tiêu chí cải cách hành chính chỉ áp dụng từ năm 2024",
                "a period of " + year + ": the reform criterion applies from 2024 on");
        }
    }
}

/// <summary>A period that is evaluated (kỳ đánh giá), first and last day included.</summary>
/// <param name="Id">Its identifier; for example "2025".</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public sealed record EvaluationPeriod(string Id, LocalDate From, LocalDate To)
{
    /// <summary>The calendar year "2025" or quarter "2025-Q3".</summary>
    /// <param name="id">The identifier.</param>
    /// <returns>The period; null: it is neither.</returns>
    public static EvaluationPeriod? Parse(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (id.Length < 4 || !int.TryParse(id.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year) || year < 1)
        {
            return null;
        }

        return id[4..] switch
        {
            "" => new EvaluationPeriod(id, new LocalDate(year, 1, 1), new LocalDate(year, 12, 31)),
            ['-', 'Q', var quarter and >= '1' and <= '4'] => Quarter(id, year, quarter - '0'),
            _ => null,
        };
    }

    private static EvaluationPeriod? Quarter(LocalDate first) => Parse(
        first.Year.ToString("0000", CultureInfo.InvariantCulture) + "-Q" + (((first.Month - 1) / 3) + 1).ToString(CultureInfo.InvariantCulture));

    private static EvaluationPeriod Quarter(string id, int year, int quarter)
    {
        var first = new LocalDate(year, (quarter * 3) - 2, 1);
        return new EvaluationPeriod(id, first, first.PlusMonths(3).PlusDays(-1));
    }

    /// <summary>The year before a year, or the quarter before a quarter.</summary>
    /// <returns>The period; null: this one is neither, or nothing is before it.</returns>
    public EvaluationPeriod? Before() => Parse(Id) != this ? null
        : IsYear ? Parse((From.Year - 1).ToString("0000", CultureInfo.InvariantCulture))
        : Quarter(From.PlusMonths(-3));

    /// <summary>Whether it is a whole calendar year.</summary>
    public bool IsYear => From.Month == 1 && From.Day == 1 && To == new LocalDate(From.Year, 12, 31);

    /// <summary>The same period as [from, to).</summary>
    public Validity Days => new(From, To.PlusDays(1));
}
