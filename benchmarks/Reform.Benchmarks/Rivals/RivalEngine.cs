using System.Globalization;
using System.Linq.Expressions;
using NodaTime;
using Reform.Domain.Specifications;

namespace Reform.Benchmarks.Rivals;

/// <summary>A way to judge the work; <see cref="Findings"/> says what it found the last time.</summary>
internal sealed record RivalEngine(string Name, Action Judge, Func<Finding[]> Findings)
{
    public const string Objects = "loop over objects by hand";
    public const string ObjectsDateOnly = "loop over objects by hand, DateOnly";
    public const string Columns = "loop over columns by hand";
    public const string Fused = "specifications, fused";
    public const string FusedDateOnly = "specifications, fused, DateOnly";
    public const string FusedColumns = "specifications, fused, over columns";
    public const string FusedParallel = "specifications, fused, all processors";
    public const string FusedColumnsParallel = "specifications, fused, over columns, all processors";
    public const string Delegates = "twelve compiled expressions";
    public const string OneByOne = "twelve specifications, IsSatisfiedBy";
    public const string Validator = "FluentValidation";
    public const string Rules = "Microsoft RulesEngine";

    public static IEnumerable<RivalEngine> All(RivalWork work)
    {
        var departments = work.Departments.ToHashSet(StringComparer.Ordinal);
        var channels = work.Channels.ToHashSet(StringComparer.Ordinal);
        RivalCase<LocalDate>[] cases = work.Cases;
        Expression<Func<RivalCase<LocalDate>, bool>>[] conditions = RivalRules.Conditions(RivalWork.AsOf, departments, channels);
        Specification<RivalCase<LocalDate>>[] specifications = RivalRules.Specifications(conditions);
        Specification<RivalCase<DateOnly>>[] withDateOnly = RivalRules.Specifications(
            RivalRules.ConditionsDateOnly(RivalWork.AsOf.ToDateOnly(), departments, channels));
        var byHand = new HandWrittenColumns(work);
        var batch = new SpecificationBatch<RivalCase<LocalDate>>(specifications);
        var batchDateOnly = new SpecificationBatch<RivalCase<DateOnly>>(withDateOnly);
        var columns = new FactColumns<RivalCase<LocalDate>>(specifications);
        columns.AddRange(cases);
        Func<RivalCase<LocalDate>, bool>[] delegates = [.. conditions.Select(c => c.Compile())];
        var validator = new RivalValidator(RivalWork.AsOf, departments, channels);
        var rulesEngine = new RivalRulesEngine(RivalWork.AsOf, departments, channels);

        yield return Listing(Objects, f => HandWrittenObjects.Judge(work, departments, channels, f));
        yield return Listing(ObjectsDateOnly, f => HandWrittenObjects.JudgeDateOnly(work, departments, channels, f));
        yield return Listing(Columns, byHand.Judge);
        yield return Matching(Fused, m => batch.Evaluate(cases, m));
        yield return Matching(FusedDateOnly, m => batchDateOnly.Evaluate(work.CasesDateOnly, m));
        yield return Matching(FusedColumns, m => batch.Evaluate(columns, m));
        yield return Matching(FusedParallel, m => batch.EvaluateInParallel(cases, m, CancellationToken.None));
        yield return Matching(FusedColumnsParallel, m => batch.EvaluateInParallel(columns, m, CancellationToken.None));
        yield return Listing(Delegates, f =>
        {
            for (int i = 0; i < cases.Length; i++)
            {
                for (int r = 0; r < delegates.Length; r++)
                {
                    if (delegates[r](cases[i]))
                    {
                        f.Add(new(i, r));
                    }
                }
            }
        });
        yield return Listing(OneByOne, f =>
        {
            for (int i = 0; i < cases.Length; i++)
            {
                for (int r = 0; r < specifications.Length; r++)
                {
                    if (specifications[r].IsSatisfiedBy(cases[i]))
                    {
                        f.Add(new(i, r));
                    }
                }
            }
        });
        yield return Listing(Validator, f =>
        {
            for (int i = 0; i < cases.Length; i++)
            {
                foreach (FluentValidation.Results.ValidationFailure failure in validator.Validate(cases[i]).Errors)
                {
                    f.Add(new(i, int.Parse(failure.ErrorCode, CultureInfo.InvariantCulture)));
                }
            }
        });
        yield return Listing(Rules, f => rulesEngine.Judge(cases, f));
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
