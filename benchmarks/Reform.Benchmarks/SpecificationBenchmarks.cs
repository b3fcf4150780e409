using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using FluentValidation;
using Reform.Domain.Specifications;

namespace Reform.Benchmarks;

/// <summary>
/// One question with two captured values ("was it resolved within its days, in one of our units?"), asked of one case. Prepared:
/// the answer by what was built before. Fresh: what asks the question is built for it, as code that captures an argument does.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class SpecificationBenchmarks
{
    private readonly WorkItem item = new(4, "Văn phòng", true);
    private Func<WorkItem, bool> lambda = null!;
    private Specification<WorkItem> specification = null!;
    private Specification<WorkItem> composed = null!;
    private WorkItemValidator validator = null!;
    private int days = 5;
    private string unit = "Văn phòng";

    [GlobalSetup]
    public void Prepare()
    {
        lambda = HandWritten(days, unit);
        specification = new ResolvedWithin(days, unit);
        composed = Composed(days, unit);
        validator = new WorkItemValidator(days, unit);
        if (!lambda(item) || !specification.IsSatisfiedBy(item) || !composed.IsSatisfiedBy(item) || !validator.Validate(item).IsValid)
        {
            throw new InvalidOperationException("The candidates do not give the same answer.");
        }
    }

    [BenchmarkCategory("prepared")]
    [Benchmark(Baseline = true, Description = "lambda by hand")]
    public bool PreparedLambda() => lambda(item);

    [BenchmarkCategory("prepared")]
    [Benchmark(Description = "specification")]
    public bool PreparedSpecification() => specification.IsSatisfiedBy(item);

    [BenchmarkCategory("prepared")]
    [Benchmark(Description = "specification of three, composed")]
    public bool PreparedComposed() => composed.IsSatisfiedBy(item);

    [BenchmarkCategory("prepared")]
    [Benchmark(Description = "FluentValidation validator")]
    public bool PreparedValidator() => validator.Validate(item).IsValid;

    [BenchmarkCategory("fresh")]
    [Benchmark(Baseline = true, Description = "lambda by hand")]
    public bool FreshLambda() => HandWritten(days, unit)(item);

    [BenchmarkCategory("fresh")]
    [Benchmark(Description = "specification")]
    public bool FreshSpecification() => new ResolvedWithin(days, unit).IsSatisfiedBy(item);

    [BenchmarkCategory("fresh")]
    [Benchmark(Description = "specification of three, composed")]
    public bool FreshComposed() => Composed(days, unit).IsSatisfiedBy(item);

    [BenchmarkCategory("fresh")]
    [Benchmark(Description = "FluentValidation validator")]
    public bool FreshValidator() => new WorkItemValidator(days, unit).Validate(item).IsValid;

    [BenchmarkCategory("fresh")]
    [Benchmark(Description = "expression compiled for the question")]
    public bool FreshCompiled() => new ResolvedWithin(days, unit).Expression.Compile()(item);

    private static Func<WorkItem, bool> HandWritten(int most, string name) => i => i.Days <= most && i.Unit == name;

    private static Specification<WorkItem> Composed(int most, string name) =>
        Specification.Where<WorkItem>(i => i.Days <= most) & Specification.Where<WorkItem>(i => i.Unit == name)
            & !Specification.Where<WorkItem>(i => !i.IsClosed);

    /// <summary>What is asked about; made up.</summary>
    public sealed record WorkItem(int Days, string Unit, bool IsClosed);

    private sealed class ResolvedWithin : Specification<WorkItem>
    {
        public ResolvedWithin(int most, string name) => Where(i => i.Days <= most && i.Unit == name);
    }

    private sealed class WorkItemValidator : AbstractValidator<WorkItem>
    {
        public WorkItemValidator(int most, string name)
        {
            RuleFor(i => i.Days).LessThanOrEqualTo(most);
            RuleFor(i => i.Unit).Equal(name);
        }
    }
}
