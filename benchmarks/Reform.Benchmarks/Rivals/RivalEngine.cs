using System.Globalization;
using NodaTime;
using Reform.Domain.Specifications;

namespace Reform.Benchmarks.Rivals;

/// <summary>A way to judge the work; <see cref="Findings"/> says what it found the last time.</summary>
internal sealed record RivalEngine(string Name, Action Judge, Func<Finding[]> Findings)
{
    public static IEnumerable<RivalEngine> All(RivalWork work)
    {
        var departments = work.Departments.ToHashSet(StringComparer.Ordinal);
        var channels = work.Channels.ToHashSet(StringComparer.Ordinal);
        yield return Listing("loop over objects by hand, DateOnly", f => HandWrittenObjects.JudgeDateOnly(work, departments, channels, f));
        yield return Listing("loop over objects by hand, LocalDate", f => HandWrittenObjects.Judge(work, departments, channels, f));
        var batch = new SpecificationBatch<RivalCase<LocalDate>>(
            RivalRules.Specifications(RivalRules.Conditions(RivalWork.AsOf, departments, channels)));
        yield return Matching("specifications fused, LocalDate", m => batch.Evaluate(work.Cases, m));
        var batchDateOnly = new SpecificationBatch<RivalCase<DateOnly>>(
            RivalRules.Specifications(RivalRules.ConditionsDateOnly(RivalWork.AsOf.ToDateOnly(), departments, channels)));
        yield return Matching("specifications fused, DateOnly", m => batchDateOnly.Evaluate(work.CasesDateOnly, m));
        yield return Matching("specifications fused, LocalDate, all processors", m => batch.EvaluateInParallel(work.Cases, m));
    }

    /// <exception cref="InvalidOperationException">Two engines do not find the same.</exception>
    public static void DemandSameFindings(IReadOnlyList<RivalEngine> engines)
    {
        (int Count, ulong Hash)? expected = null;
        foreach (RivalEngine engine in engines)
        {
            engine.Judge();
            Finding[] findings = engine.Findings();
            (int Count, ulong Hash) found = (findings.Length, RivalWork.HashOf(findings));
            if (expected is null)
            {
                int[] byRule = [.. Enumerable.Range(0, RivalWork.Rules).Select(r => findings.Count(f => f.Rule == r))];
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{found.Count} findings, hash {found.Hash:x16}; by rule {string.Join(' ', byRule)}"));
            }

            expected ??= found;
            if (found != expected)
            {
                throw new InvalidOperationException(engine.Name + " found other things: " + found + " instead of " + expected);
            }
        }
    }

    private static RivalEngine Listing(string name, Action<List<Finding>> judge)
    {
        var findings = new List<Finding>();
        return new(
            name,
            () =>
            {
                findings.Clear();
                judge(findings);
            },
            () => [.. findings]);
    }

    private static RivalEngine Matching(string name, Action<SpecificationMatches> judge)
    {
        var matches = new SpecificationMatches();
        return new(name, () => judge(matches), () =>
        {
            var findings = new Finding[matches.Matches.Length];
            for (int i = 0; i < findings.Length; i++)
            {
                findings[i] = new(matches.Matches[i].Candidate, matches.Matches[i].Specification);
            }

            return matches.Failures.Count == 0 ? findings : throw new InvalidOperationException(name + " failed.", matches.Failures[0].Exception);
        });
    }
}
