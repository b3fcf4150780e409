using System.Reflection;
using Reform.Domain.Values;

namespace Reform.Architecture.Tests;

/// <summary>Reform.Domain is pure: what it answers follows from what it is given, on every machine alike.</summary>
public sealed class PurityTests
{
    private static readonly Assembly Domain = typeof(BilingualText).Assembly;

    [Fact]
    public void Compiled_code_touches_nothing_outside() => Expect.None(Impurity.In(Domain.GetTypes()));

    [Fact]
    public void Its_one_heavy_dependency_is_NodaTime() => Assert.All(
        Domain.GetReferencedAssemblies(),
        a => Assert.True(a.Name is "NodaTime" || a.Name!.StartsWith("System.", StringComparison.Ordinal), a.Name));

    public static TheoryData<string> Planted =>
    [
        .. typeof(PlantedImpurities).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(m => m.Name),
    ];

    [Theory]
    [MemberData(nameof(Planted))]
    public void A_planted_impurity_is_caught(string method) =>
        Assert.Contains(ImpureCode, line => line.Contains("PlantedImpurities." + method + " uses", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(PlantedInLambdas))]
    public void A_planted_impurity_inside_a_lambda_or_an_iterator_is_caught(string use) =>
        Assert.Contains(
            Impurity.In(typeof(PlantedElsewhere).GetNestedTypes(BindingFlags.NonPublic)),
            line => line.EndsWith(use, StringComparison.Ordinal));

    public static TheoryData<string> PlantedInLambdas => ["System.DateTime.get_Today", "System.Random.Next"];

    [Fact]
    public void What_is_pure_is_not_reported() => Assert.Empty(Impurity.In([typeof(PlantedPure)]));

    private static string[] ImpureCode { get; } = [.. Impurity.In([typeof(PlantedImpurities)])];
}
