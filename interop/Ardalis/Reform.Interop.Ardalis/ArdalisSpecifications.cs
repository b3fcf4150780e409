using Reform.Domain.Specifications;
using A = Ardalis.Specification;

namespace Reform.Interop.Ardalis;

/// <summary>Carries predicates between Ardalis.Specification and Reform.Domain.</summary>
/// <remarks>
/// A specification of Reform is a predicate and nothing else. What changes which objects come back, or what comes back of them, is
/// refused by name; how a query is run (tracking, splitting, tags, caching) has no meaning for a predicate and stays behind. A class
/// that overrides <c>IsSatisfiedBy</c> or <c>Evaluate</c> is taken at its conditions.
/// </remarks>
public static class ArdalisSpecifications
{
    /// <summary>A specification of Reform with the conditions that an Ardalis specification has now, joined by "and".</summary>
    /// <typeparam name="T">The type of the candidates.</typeparam>
    /// <param name="specification">The Ardalis specification; conditions added to it later change nothing.</param>
    /// <returns>The specification.</returns>
    /// <exception cref="NotAPredicateException">It does more than select by conditions.</exception>
    public static Specification<T> FromArdalis<T>(this A.ISpecification<T> specification)
    {
        ArgumentNullException.ThrowIfNull(specification);
        string[] parts = [.. PartsBesidesConditions(specification)];
        if (parts.Length > 0)
        {
            throw new NotAPredicateException(parts, nameof(specification));
        }

        return specification.WhereExpressions.Aggregate(
            Specification.Always<T>(), (joined, where) => joined & Specification.Where(where.Filter));
    }

    /// <summary>An Ardalis specification with the condition of a specification of Reform.</summary>
    /// <typeparam name="T">The type of the candidates.</typeparam>
    /// <param name="specification">The specification.</param>
    /// <returns>The Ardalis specification; like all of its kind it stays open to further conditions.</returns>
    public static A.Specification<T> ToArdalis<T>(this Specification<T> specification)
    {
        ArgumentNullException.ThrowIfNull(specification);
        var made = new A.Specification<T>();
        A.SpecificationBuilderExtensions.Where(made.Query, specification.Expression);
        return made;
    }

    private static IEnumerable<string> PartsBesidesConditions<T>(A.ISpecification<T> specification)
    {
        (string Name, bool IsUsed)[] parts =
        [
            ("Search", specification.SearchCriterias.Any()),
            ("OrderBy", specification.OrderExpressions.Any()),
            ("Skip", specification.Skip >= 0),
            ("Take", specification.Take >= 0),
            ("Include", specification.IncludeExpressions.Any() || specification.IncludeStrings.Any()),
            ("IgnoreQueryFilters", specification.IgnoreQueryFilters),
            ("PostProcessingAction", specification.PostProcessingAction is not null),
            ("Select", IsProjection(specification.GetType())),
        ];
        return parts.Where(p => p.IsUsed).Select(p => p.Name);
    }

    private static bool IsProjection(Type type) =>
        type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(A.ISpecification<,>));
}
