using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Grpc.Storage;

namespace Reform.Benchmarks;

/// <summary>
/// The built-in rules over cases: <c>-- book judge COUNT</c> judges so many synthetic cases, a slice at a time, <c>-- book explain COUNT</c> explains
/// what is found, <c>-- book sql COUNT NEW.db</c> asks an SQLite file of so many cases by query and row by row.
/// </summary>
internal static class BookMeasurement
{
    private const int Slice = 100_000;
    private static readonly LocalDateTime Now = new(2026, 6, 30, 12, 0);

    public static void Run(string[] args)
    {
        switch (args)
        {
            case ["judge", string count]:
                Judge(int.Parse(count, CultureInfo.InvariantCulture));
                break;
            case ["explain", string count]:
                Explain(int.Parse(count, CultureInfo.InvariantCulture));
                break;
            case ["sql", string count, string path]:
                Ask(int.Parse(count, CultureInfo.InvariantCulture), path);
                break;
            default:
                throw new ArgumentException("judge COUNT, explain COUNT or sql COUNT NEW.db", nameof(args));
        }
    }

    private static void Judge(int count)
    {
        RuleBook<CaseFacts> book = BuiltInRules.CaseFiles;
        var batch = new RuleBatch<CaseFacts>(book);
        var matches = new SpecificationMatches();
        var made = new SyntheticCases(Now);
        TimeSpan[] took = new TimeSpan[3];
        long[] found = new long[3];
        long judged = 0;
        while (judged < count)
        {
            long at = Stopwatch.GetTimestamp();
            CaseFacts[] cases = made.Next((int)Math.Min(Slice, count - judged));
            took[0] += Stopwatch.GetElapsedTime(at);
            at = Stopwatch.GetTimestamp();
            batch.Judge(cases, matches);
            took[1] += Stopwatch.GetElapsedTime(at);
            found[1] += matches.Matches.Length;
            at = Stopwatch.GetTimestamp();
            batch.JudgeInParallel(cases, matches);
            took[2] += Stopwatch.GetElapsedTime(at);
            found[2] += matches.Matches.Length;
            judged += cases.Length;
        }

        if (found[1] != found[2])
        {
            throw new InvalidOperationException("One core and all cores do not find the same.");
        }

        Say(string.Create(CultureInfo.InvariantCulture, $"{book.Codes.Count()} codes, {book.Editions.Count()} editions, {found[1]} findings; cases made"), took[0], count);
        Say("judged on one core", took[1], count);
        Say("judged on all cores", took[2], count);
    }

    private static void Explain(int count)
    {
        CaseFacts[] cases = new SyntheticCases(Now).Next(count);
        List<(ComplianceRule<CaseFacts> Rule, CaseFacts Case)> broken = [];
        foreach (CaseFacts one in cases)
        {
            broken.AddRange(BuiltInRules.CaseFiles.Judge(one).Judged
                .Where(j => j.Verdict == Verdict.Fail)
                .Select(j => (BuiltInRules.CaseFiles.EditionFor(j.Rule.Code, one)!.Rule, one)));
        }

        Time("verdict alone", broken, (r, c) => r.VerdictOn(c) == Verdict.Fail ? 1 : 0);
        Time("judged: reason, operands, basis, both sentences", broken, (r, c) => r.Judge(c).Reason!.Sentence.Vietnamese.Length);
        Time("explained: the same, and every condition with the values it read", broken, (r, c) => r.Explain(c).Trace.Conditions.Count);
        Time("explained, written in both languages", broken, (r, c) => r.Explain(c).Sentences(BuiltInRules.CaseFiles.Subject).Count);
    }

    private static void Time(string what, List<(ComplianceRule<CaseFacts> Rule, CaseFacts Case)> broken, Func<ComplianceRule<CaseFacts>, CaseFacts, int> work)
    {
        TimeSpan least = TimeSpan.MaxValue;
        long bytes = 0;
        for (int round = 0; round < 600; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            long at = Stopwatch.GetTimestamp();
            long sum = 0;
            foreach ((ComplianceRule<CaseFacts> rule, CaseFacts one) in broken)
            {
                sum += work(rule, one);
            }

            TimeSpan took = Stopwatch.GetElapsedTime(at);
            least = took < least ? took : least;
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            GC.KeepAlive(sum);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what}: {broken.Count} findings, {least.TotalNanoseconds / broken.Count:F0} ns and {(double)bytes / broken.Count:F0} B a finding"));
    }

    private static void Ask(int count, string path)
    {
        if (File.Exists(path))
        {
            throw new ArgumentException(path + " is there already.", nameof(path));
        }

        DbContextOptions<ReformDbContext> options = new DbContextOptionsBuilder<ReformDbContext>().UseSqlite("Data Source=" + path).Options;
        using (var db = new ReformDbContext(options))
        {
            db.Database.EnsureCreated();
        }

        var made = new SyntheticCases(Now);
        for (int stored = 0; stored < count; stored += 5_000)
        {
            using var db = new ReformDbContext(options);
            CaseFacts[] some = made.Next(Math.Min(5_000, count - stored));
            db.CaseFiles.AddRange(some.Select(f => new CaseFileRow { CaseId = f.CaseId, CalendarId = "x", RecordCount = 1, LastRecordedAtMicros = 0, LastHappenedOn = 0 }));
            db.CaseFacts.AddRange(some);
            db.SaveChanges();
        }

        RuleEdition<CaseFacts>[] editions = [.. BuiltInRules.CaseFiles.Editions];
        long[] byQuery = new long[editions.Length], byRow = new long[editions.Length];
        for (int round = 0; round < 3; round++)
        {
            using var db = new ReformDbContext(options);
            long at = Stopwatch.GetTimestamp();
            for (int e = 0; e < editions.Length; e++)
            {
                byQuery[e] = editions[e].Gives(Verdict.Fail).Evaluate(db.CaseFacts.AsNoTracking()).Select(f => f.CaseId).ToList().Count;
            }

            TimeSpan queries = Stopwatch.GetElapsedTime(at);
            Array.Clear(byRow);
            at = Stopwatch.GetTimestamp();
            foreach (CaseFacts one in db.CaseFacts.AsNoTracking())
            {
                for (int e = 0; e < editions.Length; e++)
                {
                    byRow[e] += editions[e].Gives(Verdict.Fail).IsSatisfiedBy(one) ? 1 : 0;
                }
            }

            TimeSpan rows = Stopwatch.GetElapsedTime(at);
            at = Stopwatch.GetTimestamp();
            long one1 = editions[0].Gives(Verdict.Fail).Evaluate(db.CaseFacts.AsNoTracking()).Select(f => f.CaseId).ToList().Count;
            TimeSpan oneQuery = Stopwatch.GetElapsedTime(at);
            at = Stopwatch.GetTimestamp();
            long one2 = db.CaseFacts.AsNoTracking().AsEnumerable().LongCount(editions[0].Gives(Verdict.Fail).IsSatisfiedBy);
            TimeSpan oneRow = Stopwatch.GetElapsedTime(at);
            if (!byQuery.SequenceEqual(byRow) || one1 != one2)
            {
                throw new InvalidOperationException("The query and the rows do not agree.");
            }

            Say("every rule by a query of its own, " + byQuery.Sum().ToString(CultureInfo.InvariantCulture) + " findings", queries, count);
            Say("every rule on every row, read once", rows, count);
            Say("one rule by query", oneQuery, count);
            Say("one rule on every row", oneRow, count);
        }
    }

    private static void Say(string what, TimeSpan took, int count)
    {
        using Process process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {took.TotalSeconds:F2} s, {took.TotalNanoseconds / count:F0} ns a case, peak {process.PeakWorkingSet64 / 1048576.0:F0} MiB"));
    }
}
