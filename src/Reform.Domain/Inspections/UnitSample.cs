using System.Security.Cryptography;
using System.Text;
using Reform.Domain.Values;

namespace Reform.Domain.Inspections;

/// <summary>Draws units by a seed that is published (chọn ngẫu nhiên): the same seed gives the same sample, for everybody.</summary>
/// <remarks>
/// Units are ranked by the SHA-256 of seed, line feed and identifier, both in UTF-8, smallest first; ties by the identifier. So neither the
/// order of the list nor the size of the sample matters, and any tool can draw again: <c>printf '%s\n%s' SEED UNIT | sha256sum | sort</c>.
/// </remarks>
public static class UnitSample
{
    /// <summary>Draws a sample.</summary>
    /// <param name="seed">The seed, recorded before the draw; not blank.</param>
    /// <param name="unitIds">The units, each once.</param>
    /// <param name="count">How many, from 0; at most all.</param>
    /// <returns>The units drawn, in the order of the draw.</returns>
    /// <exception cref="ArgumentException">The seed is blank, or a unit stands twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or above the number of units.</exception>
    public static ValueList<string> Draw(string seed, IEnumerable<string> unitIds, int count)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(seed);
        ArgumentNullException.ThrowIfNull(unitIds);
        string[] units = [.. unitIds];
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, units.Length);
        if (units.Distinct(StringComparer.Ordinal).Count() != units.Length)
        {
            throw new ArgumentException("A unit stands twice.", nameof(unitIds));
        }

        return units.Select(u => (Hash: Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(seed + "\n" + u))), Unit: u))
            .OrderBy(u => u.Hash, StringComparer.Ordinal).ThenBy(u => u.Unit, StringComparer.Ordinal)
            .Take(count).Select(u => u.Unit).ToValueList();
    }
}
