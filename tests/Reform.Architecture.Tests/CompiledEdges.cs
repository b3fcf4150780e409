using System.Reflection;
using System.Runtime.CompilerServices;

namespace Reform.Architecture.Tests;

/// <summary>Edges between folders as the compiled code shows them: every type that a type names, in whatever place.</summary>
public static class CompiledEdges
{
    private const string Root = "Reform.Domain.";

    public static IEnumerable<Edge> In(IEnumerable<Type> types) =>
        from type in types
        let own = FolderOf(type)
        where own is not null
        from used in TypesNamedBy(type).SelectMany(Parts).Distinct()
        let target = FolderOf(used)
        where target is not null && target != own
        select new Edge(own, target, type.FullName + ": " + used.Name);

    /// <summary>The folder of a type, by its namespace; null outside the domain.</summary>
    public static string? FolderOf(Type type) =>
        type.Namespace is { } name && name.StartsWith(Root, StringComparison.Ordinal) ? name[Root.Length..] : null;

    private static IEnumerable<Type> TypesNamedBy(Type type) =>
    [
        .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes,
        .. type.GetInterfaces(),
        .. type.IsGenericTypeDefinition ? type.GetGenericArguments().SelectMany(a => a.GetGenericParameterConstraints()) : [],
        .. TypesOfAttributes(type),
        .. IlReader.FieldsOf(type).SelectMany(f => TypesOfAttributes(f).Append(f.FieldType)),
        .. IlReader.MethodsOf(type).SelectMany(TypesNamedBy),
    ];

    private static IEnumerable<Type> TypesNamedBy(MethodBase method) =>
    [
        .. method is MethodInfo { ReturnType: { } result } ? [result] : Type.EmptyTypes,
        .. method.GetParameters().Select(p => p.ParameterType),
        .. method.IsGenericMethodDefinition ? method.GetGenericArguments().SelectMany(a => a.GetGenericParameterConstraints()) : [],
        .. TypesOfAttributes(method),
        .. method.GetMethodBody()?.LocalVariables.Select(v => v.LocalType) ?? [],
        .. method.GetMethodBody()?.ExceptionHandlingClauses.Where(c => c.Flags == ExceptionHandlingClauseOptions.Clause)
            .Select(c => c.CatchType!) ?? [],
        .. IlReader.UsesIn(method).SelectMany(u => TypesNamedBy(u.Member)),
    ];

    private static IEnumerable<Type> TypesNamedBy(MemberInfo member) => member switch
    {
        Type type => [type],
        MethodInfo { IsGenericMethod: true } method => method.GetGenericArguments().Append(method.DeclaringType!),
        _ => member.DeclaringType is { } owner ? [owner] : [],
    };

    private static IEnumerable<Type> TypesOfAttributes(MemberInfo member) => member.GetCustomAttributesData()
        .Where(a => a.AttributeType != typeof(NullableAttribute))
        .SelectMany(a => a.ConstructorArguments.Select(c => c.Value).OfType<Type>().Append(a.AttributeType));

    private static IEnumerable<Type> Parts(Type type) => type switch
    {
        { HasElementType: true } => Parts(type.GetElementType()!),
        { IsGenericType: true, IsGenericTypeDefinition: false } =>
            type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()),
        { IsGenericParameter: true } => [],
        _ => [type],
    };
}
