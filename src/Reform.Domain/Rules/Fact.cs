using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>A fact that a rule needs to decide (dữ kiện): when it is absent, the verdict is unknown, and the fact is named.</summary>
/// <typeparam name="T">The type of the objects that the rule judges.</typeparam>
/// <param name="Name">The snake_case name, stable for programs.</param>
/// <param name="Label">The name as a clerk reads it.</param>
/// <param name="IsPresent">Holds for the objects of which the fact is known.</param>
public sealed record Fact<T>(string Name, BilingualText Label, Specification<T> IsPresent);

/// <summary>A fact that was missing when an object was judged.</summary>
/// <param name="Name">The snake_case name.</param>
/// <param name="Label">The name as a clerk reads it.</param>
public sealed record MissingFact(string Name, BilingualText Label);
