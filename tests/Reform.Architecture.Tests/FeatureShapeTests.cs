using Reform.Domain.Values;

namespace Reform.Architecture.Tests;

/// <summary>What every public type of Reform.Domain has in common.</summary>
public sealed class FeatureShapeTests
{
    private static readonly Type[] Public = typeof(BilingualText).Assembly.GetExportedTypes();

    [Fact]
    public void An_enum_says_what_zero_is() => Expect.None(EnumsWithoutZero(Public));

    [Fact]
    public void A_type_is_sealed_static_or_abstract() => Expect.None(OpenTypes(Public));

    [Fact]
    public void Planted_shapes_are_caught()
    {
        Assert.Equal(["PlantedEnum"], EnumsWithoutZero([typeof(PlantedEnum), typeof(DayOfWeek)]));
        Assert.Equal(
            ["PlantedOpen"],
            OpenTypes([typeof(PlantedOpen), typeof(FeatureShapeTests), typeof(IDisposable), typeof(DayOfWeek), typeof(Math)]));
    }

    private static IEnumerable<string> EnumsWithoutZero(IEnumerable<Type> types) =>
        types.Where(t => t.IsEnum && !Enum.IsDefined(t, Enum.ToObject(t, 0))).Select(t => t.Name);

    private static IEnumerable<string> OpenTypes(IEnumerable<Type> types) =>
        types.Where(t => t.IsClass && !t.IsSealed && !t.IsAbstract).Select(t => t.Name);

#pragma warning disable CA1008 // planted: an enum without zero
    private enum PlantedEnum
    {
        One = 1,
    }
#pragma warning restore CA1008

#pragma warning disable CA1852 // planted: a class that is open by mistake
    private class PlantedOpen;
#pragma warning restore CA1852
}
