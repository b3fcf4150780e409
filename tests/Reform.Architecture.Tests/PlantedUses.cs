using Reform.Domain.Cases;

namespace Reform.Domain.Values;

/// <summary>Types that claim to be of the folder Values and use Cases, each in another place: the scanner has to find every one.</summary>
public static class PlantedUses
{
    public interface IInSignature
    {
        List<LoggedCase[]> Read();
    }

    public abstract class InBase : IEnumerable<LoggedCase>
    {
        public abstract IEnumerator<LoggedCase> GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    public sealed class InConstraint<T>
        where T : IEquatable<LoggedCase>
    {
        public T? Held { get; set; }
    }

    public static class InTypeOf
    {
        public static string Name => typeof(LoggedCase).Name;
    }

    public static class InLambda
    {
        public static Func<object, bool> Made => o => o is LoggedCase { IsOpen: true };
    }

    public static class InIterator
    {
        public static IEnumerable<object> Made()
        {
            yield return Array.Empty<LoggedCase>();
        }
    }

    [System.ComponentModel.TypeConverter(typeof(LoggedCase))]
    public static class InAttribute;
}
