using Reform.Domain.Cases;

namespace Reform.Domain.Values;

/// <summary>Types that claim to be of the folder Values and use Cases, each in another place: the scanner has to find every one.</summary>
public static class PlantedUses
{
    public interface IInSignature
    {
        List<CaseFile[]> Read();
    }

    public abstract class InBase : IEnumerable<CaseFile>
    {
        public abstract IEnumerator<CaseFile> GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    public sealed class InConstraint<T>
        where T : IEquatable<CaseFile>
    {
        public T? Held { get; set; }
    }

    public static class InTypeOf
    {
        public static string Name => typeof(CaseFile).Name;
    }

    public static class InLambda
    {
        public static Func<object, bool> Made => o => o is CaseFile { IsOpen: true };
    }

    public static class InIterator
    {
        public static IEnumerable<object> Made()
        {
            yield return Array.Empty<CaseFile>();
        }
    }

    [System.ComponentModel.TypeConverter(typeof(CaseFile))]
    public static class InAttribute;
}
