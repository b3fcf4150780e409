namespace Reform.Domain.Specifications;

/// <summary>Specifications asked one after the other, each by itself: what is done where asking them together threw.</summary>
internal static class OneByOne
{
    /// <summary>The word of what holds.</summary>
    /// <param name="count">How many specifications there are.</param>
    /// <param name="first">The place of the first in the batch.</param>
    /// <param name="place">The place of the candidate.</param>
    /// <param name="state">What a specification is asked about.</param>
    /// <param name="holds">Asks one.</param>
    /// <param name="into">Takes the failures.</param>
    public static ulong Ask<TState>(int count, int first, int place, TState state, Func<TState, int, bool> holds, SpecificationMatches into)
    {
        ulong word = 0;
        for (int i = 0; i < count; i++)
        {
            try
            {
                word |= holds(state, i) ? 1UL << i : 0;
            }
#pragma warning disable CA1031 // Conditions come from outside too: whatever one throws is reported with its place.
            catch (Exception e)
#pragma warning restore CA1031
            {
                into.Fail(place, first + i, e);
            }
        }

        return word;
    }
}
