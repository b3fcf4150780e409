using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Reform.Architecture.Tests;

/// <summary>
/// What the domain may not touch: the clock, files, the machine, the network, chance, threads and the machine's culture. It reads
/// compiled code, so neither a suppressed analyzer warning nor an alias hides anything from it.
/// </summary>
public static class Impurity
{
    private static readonly string[] BannedNamespaces = ["System.Net", "System.Threading.Tasks", "System.IO.Pipes", "Microsoft.Win32"];

    private static readonly HashSet<string> BannedTypes = new(StringComparer.Ordinal)
    {
        "System.TimeProvider", "System.TimeZoneInfo", "System.Environment", "System.Console", "System.Random", "System.AppContext",
        "System.Diagnostics.Stopwatch", "System.Diagnostics.Process", "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream",
        "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.Path", "System.IO.DriveInfo", "System.Threading.Thread",
        "System.Threading.ThreadPool", "System.Threading.Timer", "System.Security.Cryptography.RandomNumberGenerator",
        "NodaTime.SystemClock", "NodaTime.IClock", "NodaTime.ZonedClock", "NodaTime.TimeZones.BclDateTimeZone",
    };

    private static readonly HashSet<string> BannedMembers = new(StringComparer.Ordinal)
    {
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow", "System.Guid.NewGuid", "System.Guid.CreateVersion7",
        "System.DateTime.ToLocalTime", "System.DateTime.ToUniversalTime", "System.DateTimeOffset.ToLocalTime",
        "System.DateTimeOffset.get_LocalDateTime",
        "System.Globalization.CultureInfo.get_CurrentCulture", "System.Globalization.CultureInfo.get_CurrentUICulture",
        "System.Globalization.CultureInfo.get_InstalledUICulture", "System.Globalization.NumberFormatInfo.get_CurrentInfo",
        "System.Globalization.DateTimeFormatInfo.get_CurrentInfo",
        "System.StringComparer.get_CurrentCulture", "System.StringComparer.get_CurrentCultureIgnoreCase",
        "System.Reflection.Assembly.LoadFile", "System.Reflection.Assembly.LoadFrom",
        "NodaTime.IDateTimeZoneProvider.GetSystemDefault", "NodaTime.DateTimeZoneProviders.get_Bcl",
    };

    // Readers and writers that open a file when they are given its name, or an address, instead of a stream.
    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal)
    {
        "System.IO.StreamReader..ctor", "System.IO.StreamWriter..ctor", "System.Xml.XmlReader.Create", "System.Xml.XmlWriter.Create",
        "System.Xml.XmlDocument.Load", "System.Xml.XmlDocument.Save", "System.Xml.XmlTextReader..ctor", "System.Xml.XmlTextWriter..ctor",
        "System.Xml.Linq.XDocument.Load", "System.Xml.Linq.XDocument.Save", "System.Xml.Linq.XElement.Load",
        "System.Xml.Linq.XElement.Save",
    };

    private static readonly HashSet<string> CultureNames = new(StringComparer.Ordinal)
    {
        "ToString", "TryFormat", "Parse", "TryParse", "ParseExact", "TryParseExact", "CreateWithCurrentCulture",
    };

    private static readonly HashSet<Type> Interpolations =
    [
        typeof(DefaultInterpolatedStringHandler), typeof(StringBuilder.AppendInterpolatedStringHandler),
        typeof(MemoryExtensions.TryWriteInterpolatedStringHandler),
    ];

    private static readonly HashSet<string> Sorters = new(StringComparer.Ordinal)
    {
        "Order", "OrderDescending", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Min", "MinBy", "Max", "MaxBy", "Sort",
        "BinarySearch",
    };

    private static readonly HashSet<Type> Sorted =
    [
        typeof(SortedSet<>), typeof(SortedDictionary<,>), typeof(SortedList<,>), typeof(PriorityQueue<,>),
    ];

    /// <summary>Every use of what is banned, as "Type.Method uses Type.Member".</summary>
    public static IEnumerable<string> In(IEnumerable<Type> types) =>
        from type in types
        from method in IlReader.MethodsOf(type)
        where !IsPrintedByTheCompiler(method)
        from use in IlReader.UsesIn(method)
        where IsBanned(use) && !IsOfAnIterator(type, use)
        select $"{type.FullName}.{method.Name} uses {Owner(use).FullName ?? Owner(use).Name}.{use.Member.Name}";

    // A record's ToString is for debuggers; the library writes none of it anywhere.
    private static bool IsPrintedByTheCompiler(MethodBase method) =>
        method.Name is "PrintMembers" or "ToString" && method.IsDefined(typeof(CompilerGeneratedAttribute));

    // What "yield return" becomes asks whether the thread that enumerates is the one that made it.
    private static bool IsOfAnIterator(Type type, Use use) =>
        use.Member.Name == "get_" + nameof(Environment.CurrentManagedThreadId) && type.IsDefined(typeof(CompilerGeneratedAttribute));

    private static bool IsBanned(Use use)
    {
        Type owner = Owner(use);
        Type definition = owner.IsGenericType ? owner.GetGenericTypeDefinition() : owner;
        return BannedNamespaces.Any(n => (definition.Namespace + ".").StartsWith(n + ".", StringComparison.Ordinal))
            || BannedTypes.Contains(definition.FullName ?? string.Empty)
            || BannedMembers.Contains(definition.FullName + "." + use.Member.Name)
            || (use.Member is MethodBase method
                && (OpensByName(owner, method) || OrdersByCulture(owner, method) || DependsOnCulture(owner, method)));
    }

    private static bool OpensByName(Type owner, MethodBase method) =>
        Openers.Contains(owner.FullName + "." + method.Name) && method.GetParameters().Any(p => p.ParameterType == typeof(string));

    // Texts are in order by the machine's culture unless a comparer is given.
    private static bool OrdersByCulture(Type owner, MethodBase method)
    {
        if (method.GetParameters().Any(p => p.ParameterType.Name is "IComparer`1" or "IComparer" or "Comparison`1"))
        {
            return false;
        }

        Type definition = owner.IsGenericType ? owner.GetGenericTypeDefinition() : owner;
        return (Sorted.Contains(definition) && method.IsConstructor && owner.GetGenericArguments().Any(IsText))
            || (definition == typeof(Comparer<>) && method.Name == "get_Default" && owner.GetGenericArguments().Any(IsText))
            || (definition == typeof(List<>) && Sorters.Contains(method.Name) && owner.GetGenericArguments().Any(IsText))
            || ((owner == typeof(Enumerable) || owner == typeof(Array) || owner == typeof(MemoryExtensions))
                && method.IsGenericMethod && Sorters.Contains(method.Name) && IsText(method.GetGenericArguments()[^1]));
    }

    private static bool IsText(Type type) =>
        type == typeof(string) || (type.IsGenericType && type.GetGenericTypeDefinition().FullName!.StartsWith("System.ValueTuple", StringComparison.Ordinal)
            && type.GetGenericArguments().Any(IsText));

    // "constrained. int32, callvirt object.ToString()" is a call of int.ToString().
    private static Type Owner(Use use) => use.ConstrainedTo ?? use.Member as Type ?? use.Member.DeclaringType!;

    private static bool DependsOnCulture(Type owner, MethodBase method)
    {
        Type[] takes = [.. method.GetParameters().Select(p => p.ParameterType)];
        if (takes.Contains(typeof(IFormatProvider)) || takes.Contains(typeof(System.Globalization.CultureInfo)))
        {
            return false;
        }

        return method.Name switch
        {
            _ when IsFormatted(owner) => CultureNames.Contains(method.Name),
            "CreateWithCurrentCulture" => true,
            "Format" => owner == typeof(string),
            "ToUpper" or "ToLower" => owner == typeof(string) || owner == typeof(char),
            "Compare" => owner == typeof(string) && !takes.Contains(typeof(StringComparison)),
            "CompareTo" => owner == typeof(string),
            "StartsWith" or "EndsWith" or "IndexOf" or "LastIndexOf" =>
                owner == typeof(string) && takes[0] == typeof(string) && !takes.Contains(typeof(StringComparison)),
            "Join" or "Concat" => owner == typeof(string) && method.IsGenericMethod && IsFormatted(method.GetGenericArguments()[0]),
            "Append" or "Insert" => owner == typeof(StringBuilder) && takes.Any(IsFormatted),
            "AppendFormat" => owner == typeof(StringBuilder),
            ".ctor" => Interpolations.Contains(owner),
            _ => owner == typeof(Convert) && takes.Concat(method is MethodInfo m ? [m.ReturnType] : []).Any(IsFormatted)
                && (takes.Contains(typeof(string)) || method.Name == nameof(Convert.ToString)),
        };
    }

    private static bool IsFormatted(Type type) =>
        type != typeof(bool) && type != typeof(char) && type != typeof(Guid) && !type.IsEnum
        && (type.IsPrimitive || (type.IsAssignableTo(typeof(IFormattable)) && type.IsValueType)
            || (type.Namespace == "NodaTime" && type.IsAssignableTo(typeof(IFormattable))));
}
