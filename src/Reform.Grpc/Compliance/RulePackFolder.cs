using System.Reflection;
using System.Runtime.Loader;
using Reform.Domain.Compliance;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Grpc.Compliance;

/// <summary>
/// Finds rule packs: in the assemblies of a folder (RulePacks:Folder), and in assemblies that the program was built with
/// (RulePacks:Assemblies, names with semicolons). A pack runs with the rights of the service: who may write to the folder may do what it may.
/// </summary>
internal static class RulePackFolder
{
    /// <exception cref="InvalidDataFileException">The folder is not there, an assembly cannot be read, or a pack is refused; every problem is named.</exception>
    public static RuleBooks Load(RuleBooks books, string? folder, string? assemblies = null)
    {
        var problems = new List<DataProblem>();
        foreach ((string source, Func<Assembly> load) in InFolder(folder, problems).Concat(ByName(assemblies)))
        {
            try
            {
                foreach (Type type in load().GetExportedTypes().Where(IsPack).OrderBy(t => t.FullName, StringComparer.Ordinal))
                {
                    books = books.With((IRulePack)Activator.CreateInstance(type)!);
                }
            }
            catch (Exception e) when (e is BadImageFormatException or FileLoadException or FileNotFoundException or TypeLoadException
                or ReflectionTypeLoadException or MissingMethodException or TargetInvocationException or RulePackException)
            {
                string why = (e as TargetInvocationException)?.InnerException?.Message ?? e.Message;
                problems.Add(Problem(source, "không nạp được gói quy tắc: " + why, "the rule pack cannot be loaded: " + why));
            }
        }

        return problems.Count == 0 ? books : throw new InvalidDataFileException(problems);
    }

    private static IEnumerable<(string Source, Func<Assembly> Load)> InFolder(string? folder, List<DataProblem> problems)
    {
        if (string.IsNullOrEmpty(folder))
        {
            return [];
        }

        if (!Directory.Exists(folder))
        {
            problems.Add(Problem(folder, "không có thư mục gói quy tắc", "the folder of rule packs is not there"));
            return [];
        }

        return Directory.EnumerateFiles(folder, "*.dll").Order(StringComparer.Ordinal)
            .Select(f => (Path.GetFileName(f), (Func<Assembly>)(() => new PackContext(Path.GetFullPath(f)).LoadFromAssemblyPath(Path.GetFullPath(f)))));
    }

    private static IEnumerable<(string Source, Func<Assembly> Load)> ByName(string? assemblies) =>
        (assemblies ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(a => (a, (Func<Assembly>)(() => Assembly.Load(new AssemblyName(a)))));

    private static bool IsPack(Type type) => type is { IsAbstract: false } && typeof(IRulePack).IsAssignableFrom(type) && type.GetConstructor(Type.EmptyTypes) is not null;

    private static DataProblem Problem(string source, string vietnamese, string english) => new(source, null, "", new BilingualText(vietnamese, english));

    /// <summary>What the service has, a pack shares; what only the pack has lies beside it.</summary>
    private sealed class PackContext(string path) : AssemblyLoadContext(Path.GetFileName(path))
    {
        private readonly AssemblyDependencyResolver resolver = new(path);

        protected override Assembly? Load(AssemblyName assemblyName) =>
            Default.Assemblies.Any(a => a.GetName().Name == assemblyName.Name) || resolver.ResolveAssemblyToPath(assemblyName) is not string own
                ? null
                : LoadFromAssemblyPath(own);
    }
}
