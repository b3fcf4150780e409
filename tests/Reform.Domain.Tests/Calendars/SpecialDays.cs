using NodaTime;
using NodaTime.Text;
using Reform.Domain.Calendars;
using Reform.Testing;

namespace Reform.Domain.Tests.Calendars;

/// <summary>One line of special-days.csv: a date that a law or a decision made different from its weekday.</summary>
internal sealed record SpecialDay(
    LocalDate Date, DayKind Kind, string Word, LocalDate? For, string NameVi, string NameEn, string BasisVi, string BasisEn);

/// <summary>The days off and make-up days of 2013-2026 as the laws and the yearly notices say, written down apart from the product's data.</summary>
internal static class SpecialDays
{
    public static readonly LocalDate First = new(2013, 1, 1);

    public static readonly LocalDate Last = new(2026, 12, 31);

    /// <summary>The kinds of days and the words by which machines name them.</summary>
    public static readonly IReadOnlyDictionary<string, DayKind> Words = new Dictionary<string, DayKind>(StringComparer.Ordinal)
    {
        ["working-day"] = DayKind.WorkingDay,
        ["make-up-working-day"] = DayKind.MakeUpWorkingDay,
        ["weekly-rest"] = DayKind.WeeklyRest,
        ["public-holiday"] = DayKind.PublicHoliday,
        ["compensatory-day-off"] = DayKind.CompensatoryDayOff,
        ["swapped-day-off"] = DayKind.SwappedDayOff,
    };

    private static readonly Lazy<IReadOnlyDictionary<LocalDate, SpecialDay>> Table = new(Read);

    public static IReadOnlyDictionary<LocalDate, SpecialDay> All => Table.Value;

    public static DayKind KindOf(LocalDate date) =>
        All.TryGetValue(date, out SpecialDay? day) ? day.Kind
        : date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? DayKind.WeeklyRest
        : DayKind.WorkingDay;

    public static bool IsWorked(LocalDate date) => KindOf(date) is DayKind.WorkingDay or DayKind.MakeUpWorkingDay;

    public static IEnumerable<LocalDate> Days()
    {
        for (LocalDate date = First; date <= Last; date = date.PlusDays(1))
        {
            yield return date;
        }
    }

    private static Dictionary<LocalDate, SpecialDay> Read() =>
        CsvTable.Read(Repository.PathOf("tests", "Reform.Domain.Tests", "Calendars", "special-days.csv"))
            .Select(r => new SpecialDay(
                Date(r["date"]), Words[r["kind"]], r["kind"], r["for"].Length == 0 ? null : Date(r["for"]),
                r["name_vi"], r["name_en"], r["basis_vi"], r["basis_en"]))
            .ToDictionary(d => d.Date);

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).GetValueOrThrow();
}
