using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>One of the things that a rule requires (điều kiện), with the facts that this one needs.</summary>
/// <remarks>
/// A broken condition whose facts are known fails the rule, whatever is missing elsewhere; where none is broken, a condition
/// whose facts are missing leaves the rule undecided.
/// </remarks>
/// <typeparam name="T">The type of the objects that the rule judges.</typeparam>
/// <param name="Name">The snake_case name, stable for programs.</param>
/// <param name="Label">What it requires, as a clerk reads it.</param>
/// <param name="Holds">Holds for the objects that keep it.</param>
/// <param name="Needs">The facts without which it cannot be decided.</param>
public sealed record Condition<T>(string Name, BilingualText Label, Specification<T> Holds, params ValueList<Fact<T>> Needs);
