using System.Diagnostics;
using System.Globalization;
using System.Linq.Expressions;
using NodaTime;
using Reform.Domain.Specifications;

namespace Reform.Benchmarks.Rivals;

/// <summary>
/// <c>-- rivals start ENGINE</c>: in a process of its own, how long an engine takes from nothing to its answer about the first case, and to its
/// answer about a second batch with other values.
/// </summary>
internal static class ColdStart
{
    public static void Run(string[] args)
    {
        var work = new RivalWork(1);
        var departments = work.Departments.ToHashSet(StringComparer.Ordinal);
        var channels = work.Channels.ToHashSet(StringComparer.Ordinal);
        Action<LocalDate> start = args switch
        {
            ["delegates"] => asOf =>
            {
                foreach (Expression<Func<RivalCase<LocalDate>, bool>> condition in RivalRules.Conditions(asOf, departments, channels))
                {
                    condition.Compile()(work.Cases[0]);
                }
            }
            ,
            ["specifications"] => asOf =>
            {
                foreach (Specification<RivalCase<LocalDate>> specification in Specifications(asOf))
                {
                    specification.IsSatisfiedBy(work.Cases[0]);
                }
            }
            ,
            ["fused"] => asOf => new SpecificationBatch<RivalCase<LocalDate>>(Specifications(asOf)).Evaluate(work.Cases, new()),
            ["columns"] => asOf =>
            {
                Specification<RivalCase<LocalDate>>[] specifications = Specifications(asOf);
                var columns = new FactColumns<RivalCase<LocalDate>>(specifications);
                columns.AddRange(work.Cases);
                new SpecificationBatch<RivalCase<LocalDate>>(specifications).Evaluate(columns, new());
            }
            ,
            ["validator"] => asOf => new RivalValidator(asOf, departments, channels).Validate(work.Cases[0]),
            ["rules"] => asOf => new RivalRulesEngine(asOf, departments, channels).Judge(work.Cases, []),
            _ => throw new ArgumentException("delegates, specifications, fused, columns, validator or rules", nameof(args)),
        };
        Say(args[0] + ", first", () => start(RivalWork.AsOf));
        Say(args[0] + ", again", () => start(RivalWork.AsOf.PlusDays(1)));

        Specification<RivalCase<LocalDate>>[] Specifications(LocalDate asOf) =>
            RivalRules.Specifications(RivalRules.Conditions(asOf, departments, channels));
    }

    private static void Say(string what, Action act)
    {
        long before = GC.GetTotalAllocatedBytes(true);
        long start = Stopwatch.GetTimestamp();
        act();
        double took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        long bytes = GC.GetTotalAllocatedBytes(true) - before;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-30} {took,9:F2} ms {bytes / 1024.0,9:F0} KB"));
    }
}
