namespace Reform.Domain.Tests.Deadlines.Reference;

/// <summary>So many of a unit, by the unit's word: "5 working_day".</summary>
internal readonly record struct Count(int Amount, string Unit)
{
    public static readonly string[] DateUnits = ["working_day", "calendar_day", "non_holiday_day", "week", "month", "year"];

    public static readonly string[] InstantUnits = ["minute", "hour", "working_hour", "half_day"];

    public bool EndsOnADate => DateUnits.Contains(Unit) || Unit == "same_day";

    public bool RestsOnTheCalendar => Unit is not ("minute" or "hour" or "immediate");

    public bool CountsSessions => Unit is "working_hour" or "half_day";

    public override string ToString() => Unit is "same_day" or "immediate" ? Unit : FormattableString.Invariant($"{Amount} {Unit}");
}
