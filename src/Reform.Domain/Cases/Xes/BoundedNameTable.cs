using System.Xml;

namespace Reform.Domain.Cases;

/// <summary>The names that an XML reader keeps for as long as it lives; refuses more than a bound of them.</summary>
internal sealed class BoundedNameTable(int maxNames) : NameTable
{
    private int names;

    public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

    private string Counted(string added)
    {
        if (++names > maxNames)
        {
            string bound = XesLimits.Number(maxNames);
            throw new LogBoundException("có hơn " + bound + " tên phần tử khác nhau", "more than " + bound + " different names of elements and attributes");
        }

        return added;
    }
}
