using NodaTime;

namespace Reform.Tools.LunarTable.Rule;

/// <summary>A month of the lunisolar calendar.</summary>
/// <param name="Year">The lunar year: the Gregorian year in which it begins.</param>
/// <param name="Number">The month, 1 to 12.</param>
/// <param name="IsLeap">Whether it repeats the number of the month before.</param>
/// <param name="First">The first day.</param>
/// <param name="Length">The days, 29 or 30.</param>
/// <param name="IsUncertain">Whether an instant within two minutes of midnight decides its first day, its number or its leap.</param>
public sealed record CivilMonth(int Year, int Number, bool IsLeap, LocalDate First, int Length, bool IsUncertain = false);
