using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>What a unit reached of a measure in a period (giá trị thực tế).</summary>
/// <param name="Measure">The code of the measure.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="Value">The value.</param>
public sealed record MeasuredValue(string Measure, string UnitId, decimal Value);

/// <summary>A target of a period and what a unit reached (khoảng cách so với chỉ tiêu).</summary>
/// <param name="ThemeId">The period.</param>
/// <param name="Target">The target.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="Actual">What it reached; null: not measured.</param>
public sealed record TargetGap(string ThemeId, ProgrammeTarget Target, string UnitId, decimal? Actual)
{
    /// <summary>Target less actual: how much is missing where more is better, negative where the target is passed. Null: not measured.</summary>
    public decimal? Gap => Target.Value - Actual;

    /// <summary>Whether the target is met; null: not measured.</summary>
    public bool? IsMet => Actual is not decimal actual ? null
        : Target.Direction == TargetDirection.AtLeast ? actual >= Target.Value : actual <= Target.Value;

    /// <summary>The targets of a period of a programme against what units reached.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="themeId">The period.</param>
    /// <param name="units">The units, as a rule those that are bound on the last day of the period.</param>
    /// <param name="measured">What they reached; at most one value for a unit and a measure.</param>
    /// <returns>A row for each target and each unit that has to reach it.</returns>
    /// <exception cref="RecordInputException">The programme has no such period (unknown_period), or a value stands twice (duplicate_id).</exception>
    public static ValueList<TargetGap> Of(Programme programme, string themeId, IEnumerable<string> units, IEnumerable<MeasuredValue> measured)
    {
        ArgumentNullException.ThrowIfNull(programme);
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(measured);
        PeriodTheme theme = programme.Themes.FirstOrDefault(t => string.Equals(t.Id, themeId, StringComparison.Ordinal))
            ?? throw RecordInputException.Of("unknown_period", "theme", "không có kỳ '" + themeId + "'", "there is no period '" + themeId + "'");
        var values = new Dictionary<(string, string), decimal>();
        foreach ((int i, MeasuredValue value) in measured.Index())
        {
            if (!values.TryAdd((value.Measure, value.UnitId), value.Value))
            {
                throw RecordInputException.Of(
                    "duplicate_id", ProgrammeProblems.At("measured", i), "chỉ số của đơn vị bị lặp lại", "the measure of the unit stands twice");
            }
        }

        List<string> all = [.. units];
        return (from target in theme.Targets
                from unit in all
                where target.UnitId is null || string.Equals(target.UnitId, unit, StringComparison.Ordinal)
                select new TargetGap(
                    theme.Id, target, unit, values.TryGetValue((target.Measure, unit), out decimal actual) ? actual : null)).ToValueList();
    }
}
