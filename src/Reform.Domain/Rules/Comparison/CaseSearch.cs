using System.Linq.Expressions;
using System.Reflection;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>Tries cases with ever more facts, over the values that conditions tell apart.</summary>
internal sealed class CaseSearch<T>
    where T : class
{
    private readonly ReadFacts read;
    private readonly (PropertyInfo Property, object?[] Values)[] facts;
    private readonly object blank = FlatFacts.Blank(typeof(T));

    public CaseSearch(IEnumerable<Expression<Func<T, bool>>> conditions)
    {
        read = ReadFacts.Of(conditions);
        facts = [.. read.Properties.Where(FlatFacts.IsStored).Select(p => (p, read.ValuesOf(p, p.GetValue(blank))))];
    }

    /// <summary>Whether the last search tried everything that matters.</summary>
    public bool WasExhaustive { get; private set; }

    /// <summary>The first case, by the number of facts, then by their order and values; null: none.</summary>
    public T? First(Func<T, bool> isFound, int tries)
    {
        int left = tries;
        for (int size = 0; size <= facts.Length; size++)
        {
            if (Try(size, 0, new object?[facts.Length], new bool[facts.Length], isFound, ref left) is T found)
            {
                WasExhaustive = false;
                return found;
            }
        }

        WasExhaustive = left > 0 && read.Beyond is null;
        return null;
    }

    /// <summary>The facts in which a case differs from one without any.</summary>
    public ValueList<UsedFact> Stated(T found, RuleSubject<T> subject) => facts
        .Where(f => !Equals(f.Property.GetValue(found), f.Values[0]))
        .Select(f => new UsedFact(f.Property.Name, subject.WordOf(f.Property.Name), ConditionText.OfValue(f.Property.GetValue(found)))).ToValueList();

    private T? Try(int size, int from, object?[] values, bool[] stated, Func<T, bool> isFound, ref int left)
    {
        if (size == 0)
        {
            return left-- > 0 && Made(values, stated) is T made && isFound(made) ? made : null;
        }

        for (int i = from; i <= facts.Length - size && left > 0; i++)
        {
            stated[i] = true;
            foreach (object? value in facts[i].Values.AsSpan(1))
            {
                values[i] = value;
                if (Try(size - 1, i + 1, values, stated, isFound, ref left) is T found)
                {
                    return found;
                }
            }

            stated[i] = false;
        }

        return null;
    }

    private T Made(object?[] values, bool[] stated)
    {
        var made = (T)FlatFacts.Blank(typeof(T));
        for (int i = 0; i < facts.Length; i++)
        {
            if (stated[i])
            {
                facts[i].Property.SetValue(made, values[i]);
            }
        }

        return made;
    }
}
