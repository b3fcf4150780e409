using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>
/// The bare answer of an <see cref="AuthorityIndex"/> (kết quả tra cứu thẩm quyền): yes or no, the chain, and until when; a value of
/// 16 bytes that allocates nothing. The default value says no.
/// </summary>
/// <remarks>Numbers of grants are those of the index that answered.</remarks>
public readonly record struct AuthorityAnswer
{
    private readonly AuthorityIndex? index;

    // 0: nothing held. Above: a grant, its number + 1. Below: a holding by law, -(its number + 1).
    private readonly int held;
    private readonly int next;

    internal AuthorityAnswer(AuthorityIndex index, int held, int next)
    {
        this.index = index;
        this.held = held;
        this.next = next;
    }

    /// <summary>Whether the actor holds the power on that day.</summary>
    public bool IsCompetent => held != 0;

    /// <summary>Whether it holds the power by law, without any grant.</summary>
    public bool IsByLaw => held < 0;

    /// <summary>The number of the grant to the actor; -1 when it holds the power by law or not at all.</summary>
    public int GrantNumber => held > 0 ? held - 1 : -1;

    /// <summary>How many grants the chain has; 0 when the actor holds the power by law or not at all.</summary>
    public int ChainLength => held > 0 ? index!.DepthOf(held - 1) : 0;

    /// <summary>The first later date on which this answer is another (competence or chain); null: never, by what is known.</summary>
    public LocalDate? NextChange => index is null ? null : DayNumber.ToDateOrNull(next);

    internal int Held => held;

    internal int NextDay => index is null ? DayNumber.Max : next;

    /// <summary>Writes the chain, from the grant by the holder by law down to the grant to the actor.</summary>
    /// <param name="grants">Where the numbers of the grants go; at least <see cref="ChainLength"/> long.</param>
    /// <returns>How many were written.</returns>
    /// <exception cref="ArgumentException"><paramref name="grants"/> is too short.</exception>
    public int CopyChainTo(Span<int> grants)
    {
        if (held <= 0)
        {
            return 0;
        }

        return index!.CopyChain(held - 1, grants);
    }

    /// <summary>The identifiers of the grants of the chain, from the top down; empty when there is none.</summary>
    /// <returns>A new list.</returns>
    public ValueList<string> Chain()
    {
        int[] numbers = new int[ChainLength];
        CopyChainTo(numbers);
        string[] ids = new string[numbers.Length];
        for (int i = 0; i < ids.Length; i++)
        {
            ids[i] = index!.GrantId(numbers[i]);
        }

        return ids.ToValueList();
    }
}
