using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>Where years counted on from 29 February end in a year without that day; counted back they end on 28 February, which shortens nothing.</summary>
public sealed class LeapDayPolicy : NamedPolicy
{
    private LeapDayPolicy(string code, string vietnamese, string english, LegalBasis? basis = null)
        : base(code, new BilingualText(vietnamese, english), basis)
    {
    }

    /// <summary>On 28 February, as a month without the day number ends on its last day (by analogy with Art. 148(3)). The default.</summary>
    public static LeapDayPolicy February28 { get; } = new(
        "february_28", "29 tháng 2 ứng với 28 tháng 2", "29 February corresponds to 28 February", LegalBasis.CivilCode("148(3)"));

    /// <summary>On 1 March.</summary>
    public static LeapDayPolicy March1 { get; } = new("march_1", "29 tháng 2 ứng với 1 tháng 3", "29 February corresponds to 1 March");

    /// <summary>Every choice.</summary>
    public static ValueList<LeapDayPolicy> All { get; } = [February28, March1];
}
