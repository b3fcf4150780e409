using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
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
    public void Every_public_member_is_documented()
    {
        XDocument documentation = XDocument.Load(Path.ChangeExtension(typeof(BilingualText).Assembly.Location, ".xml"));

        Expect.None(Undocumented(Public, documentation));
    }

    [Fact]
    public void A_member_without_documentation_is_found() => Assert.Equal(
        ["M:System.Version.Parse", "P:System.Version.Major"],
        Undocumented([typeof(Version)], XDocument.Parse(
            "<doc>" + string.Concat(Undocumented([typeof(Version)], new XDocument()).Except(["M:System.Version.Parse", "P:System.Version.Major"])
                .Select(id => $"<member name=\"{id}(System.String)\"><summary>x</summary></member>")) + "</doc>")));

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

    // Members by name, their overloads together; what the compiler writes, such as a constructor without parameters, has no text.
    private static IEnumerable<string> Undocumented(IEnumerable<Type> types, XDocument documentation)
    {
        HashSet<string> documented = documentation.Descendants("member").Where(m => m.HasElements)
            .Select(m => m.Attribute("name")!.Value.Split('(')[0].Split("``")[0]).ToHashSet(StringComparer.Ordinal);
        return from type in types
               let name = type.FullName!.Replace('+', '.')
               from id in MembersOf(type).Select(m => IdOf(m, name)).Distinct().Prepend("T:" + name).Order(StringComparer.Ordinal)
               where !documented.Contains(id)
               select id;
    }

    private static IEnumerable<MemberInfo> MembersOf(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(m => !m.IsDefined(typeof(CompilerGeneratedAttribute)) && m switch
        {
            ConstructorInfo { IsStatic: false } c => (c.IsPublic || c.IsFamily) && c.GetParameters().Length > 0,
            MethodInfo { Name: ['o', 'p', '_', ..] } => true,
            MethodInfo { IsSpecialName: false } o => o.IsPublic || o.IsFamily,
            PropertyInfo p => p.GetMethod is { } get && (get.IsPublic || get.IsFamily),
            FieldInfo { IsSpecialName: false } f => f.IsPublic || f.IsFamily,
            EventInfo => true,
            _ => false,
        });

    private static string IdOf(MemberInfo member, string type) => member switch
    {
        ConstructorInfo => $"M:{type}.#ctor",
        MethodInfo => $"M:{type}.{member.Name}",
        PropertyInfo => $"P:{type}.{member.Name}",
        EventInfo => $"E:{type}.{member.Name}",
        _ => $"F:{type}.{member.Name}",
    };

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
