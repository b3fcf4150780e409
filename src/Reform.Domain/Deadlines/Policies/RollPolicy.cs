using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>Where a period goes whose last day is no working day (dời ngày cuối); once, at the very end.</summary>
public sealed class RollPolicy : NamedPolicy
{
    private RollPolicy(string code, string vietnamese, string english, LegalBasis? basis = null)
        : base(code, new BilingualText(vietnamese, english), basis)
    {
    }

    /// <summary>To the next working day; the default of periods counted forward.</summary>
    public static RollPolicy NextWorkingDay { get; } = new(
        "next_working_day", "dời đến ngày làm việc tiếp theo", "roll to the next working day", LegalBasis.CivilCode("148(5)"));

    /// <summary>To the working day before; the default of limits counted backward, whose protected interval is never shortened.</summary>
    public static RollPolicy PreviousWorkingDay { get; } = new(
        "previous_working_day", "lùi về ngày làm việc liền trước", "roll back to the working day before");

    /// <summary>Nowhere: the last day stays; for terms of validity and waiting periods.</summary>
    public static RollPolicy Stay { get; } = new("stay", "không dời ngày cuối", "do not roll");

    /// <summary>Every choice.</summary>
    public static ValueList<RollPolicy> All { get; } = [NextWorkingDay, PreviousWorkingDay, Stay];
}
