using Reform.Domain.Specifications;

namespace Reform.Domain.Tests.Specifications;

/// <summary>States its conditions in the constructor, as derived specifications do.</summary>
public sealed class NumberBetween : Specification<Sample>
{
    public NumberBetween(int least, int most)
    {
        Where(s => s.Number >= least);
        Where(s => s.Number <= most);
    }

    public void AddLate() => Where(s => s.Number == 0);
}

/// <summary>Captures its own field, not a local variable.</summary>
public sealed class NumberAbove : Specification<Sample>
{
    private readonly int limit;

    public NumberAbove(int limit)
    {
        this.limit = limit;
        Where(s => s.Number > this.limit);
    }
}

/// <summary>States no condition.</summary>
public sealed class NoCondition : Specification<Sample>;
