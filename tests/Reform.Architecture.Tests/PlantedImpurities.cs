using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Reform.Architecture.Tests;

// Planted: the scanner has to find each of these.
#pragma warning disable CA1304, CA1305, CA1307, CA1309, CA1310, CA1311, CA1849, CA5394, CA1862
/// <summary>One impurity in each method; every public method has to be caught.</summary>
public static class PlantedImpurities
{
    public static DateTime Clock() => DateTime.Now;

    public static DateTimeOffset ClockOfOffset() => DateTimeOffset.UtcNow;

    public static Instant ClockOfNodaTime() => SystemClock.Instance.GetCurrentInstant();

    public static Instant ClockByInterface(IClock clock) => clock.GetCurrentInstant();

    public static TimeProvider ClockOfProvider() => TimeProvider.System;

    public static long StopwatchStamp() => Stopwatch.GetTimestamp();

    public static bool FileThere() => File.Exists("a");

    public static Stream FileOpened() => new FileStream("a", FileMode.Open);

    public static TextReader FileByReader() => new StreamReader("a");

    public static object FileByXmlReader() => System.Xml.XmlReader.Create("a");

    public static object FileByXmlDocument() => System.Xml.Linq.XDocument.Load("a");

    public static object FileOfCode() => System.Reflection.Assembly.LoadFrom("a");

    public static string FolderHere() => Directory.GetCurrentDirectory();

    public static string? MachineVariable() => Environment.GetEnvironmentVariable("A");

    public static void Printed() => Console.Write('a');

    public static object Network() => new HttpClient();

    public static object NetworkSocket() => System.Net.Dns.GetHostName();

    public static int Chance() => Random.Shared.Next();

    public static Guid ChanceOfIdentity() => Guid.NewGuid();

    public static int ChanceOfCryptography() => RandomNumberGenerator.GetInt32(2);

    public static object Parallel() => Task.Run(() => 1);

    public static object ParallelThread() => Thread.CurrentThread;

    public static string CultureOfMachine() => CultureInfo.CurrentCulture.Name;

    public static string CultureOfUser() => CultureInfo.CurrentUICulture.Name;

    public static string CultureOfNumber(int n) => n.ToString();

    public static string CultureOfFormat(decimal n) => n.ToString("N0");

    public static string CultureOfDate(LocalDate date) => date.ToString();

    public static string CultureOfSystemDate(DateOnly date) => date.ToString();

    public static string CultureOfConcatenation(int n) => "n" + n;

    public static string CultureOfInterpolation(LocalDate date) => $"am {date}";

    public static string CultureOfStringFormat(int n) => string.Format("{0}", n);

    public static string CultureOfJoin(int[] n) => string.Join(", ", n);

    public static StringBuilder CultureOfBuilder(int n) => new StringBuilder().Append(n);

    public static StringBuilder CultureOfBuiltInterpolation(int n) => new StringBuilder().Append($"{n}");

    public static int CultureOfParsing(string text) => int.Parse(text);

    public static int CultureOfConversion(string text) => Convert.ToInt32(text);

    public static LocalDatePattern CultureOfPattern() => LocalDatePattern.CreateWithCurrentCulture("d");

    public static string CultureOfCase(string text) => text.ToUpper();

    public static char CultureOfLetter(char letter) => char.ToUpper(letter);

    public static object CultureOfNumbers() => NumberFormatInfo.CurrentInfo;

    public static object CultureOfDates() => DateTimeFormatInfo.CurrentInfo;

    public static object CultureOfSorting(string[] texts) => texts.Order();

    public static object CultureOfSortingBy(Instant[] times) => times.OrderBy(t => t.ToString(null, CultureInfo.InvariantCulture));

    public static object CultureOfSortingByPairs(string[] texts) => texts.OrderBy(t => (t.Length, t));

    public static string? CultureOfGreatest(string[] texts) => texts.Max();

    public static void CultureOfList(List<string> texts) => texts.Sort();

    public static void CultureOfArray(string[] texts) => Array.Sort(texts);

    public static object CultureOfSortedSet() => new SortedSet<string>();

    public static object CultureOfSortedDictionary() => new SortedDictionary<string, int>();

    public static object CultureOfDefaultComparer() => Comparer<string>.Default;

    public static int CultureOfOrder(string text) => string.Compare(text, "a");

    public static bool CultureOfBeginning(string text) => text.StartsWith("ab");

    public static object CultureOfComparer() => StringComparer.CurrentCulture;

    public static DateTimeZone ZoneOfMachine() => DateTimeZoneProviders.Tzdb.GetSystemDefault();

    public static object ZoneOfSystem() => TimeZoneInfo.Local;

    public static object ZoneByProvider() => DateTimeZoneProviders.Bcl;

    public static DateTime ZoneOfTime(DateTime time) => time.ToLocalTime();
}

/// <summary>Impurities that the compiler moves into classes of its own.</summary>
public static class PlantedElsewhere
{
    public static Func<int, DateTime> InLambda => static n => DateTime.Today.AddDays(n);

    public static IEnumerable<int> InIterator()
    {
        yield return new Random(1).Next();
    }
}
#pragma warning restore CA1304, CA1305, CA1307, CA1309, CA1310, CA1311, CA1849, CA5394, CA1862

/// <summary>Neighbours of what is banned, which are not.</summary>
public static class PlantedPure
{
    public static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);

    public static string Date(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public static string Texts(string a, string b) =>
        string.Join(", ", a, b) + a.ToUpperInvariant() + new StringBuilder().Append(a).Append('c');

    public static bool Begins(string a) => a.StartsWith('c') || a.StartsWith("ab", StringComparison.Ordinal);

    public static string Interpolated(int n) => string.Create(CultureInfo.InvariantCulture, $"{n} ngày");

    public static string Kind(DayOfWeek day) => day.ToString();

    public static DateTimeZone Zone() => DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"];

    public static IEnumerable<string> Sorted(string[] texts) =>
        texts.Order(StringComparer.Ordinal).OrderBy(t => t.Length).ThenBy(t => t, StringComparer.Ordinal);

    public static object SortedSet() => new SortedSet<string>(StringComparer.Ordinal);

    public static char Letter(char letter) => char.ToUpperInvariant(letter);

    public static string Read(Stream given) => new StreamReader(given).ReadToEnd() + System.Xml.XmlReader.Create(given).Name;

    public static DateTime Time(long ticks) => new(ticks, DateTimeKind.Utc);
}
