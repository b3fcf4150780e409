using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;

namespace Reform.Domain.Deadlines;

/// <summary>What a procedure allows by way of extension (giới hạn gia hạn): how often, how long, and only before the period has expired.</summary>
public sealed record ExtensionCap
{
    private static readonly ReasonKind TooOften = new(
        "extension_beyond_number",
        "Lần gia hạn thứ {number} bị từ chối: chỉ được gia hạn {most} lần",
        "Extension number {number} is refused: at most {most} allowed");

    private static readonly ReasonKind TooLong = new(
        "extension_beyond_length",
        "Gia hạn {amount} {unit} bị từ chối: mỗi lần gia hạn không quá {most} {unit}",
        "An extension of {amount} {unit} is refused: at most {most} {unit} each");

    private static readonly ReasonKind OtherUnit = new(
        "extension_in_another_unit",
        "Gia hạn tính bằng {unit} bị từ chối: giới hạn gia hạn tính bằng {cap_unit}, hai đơn vị không so sánh được",
        "An extension in {unit} is refused: the cap is in {cap_unit}, and the two cannot be compared");

    private static readonly ReasonKind TooLate = new(
        "extension_after_expiry",
        "Gia hạn ngày {granted} bị từ chối: thời hạn đã hết ngày {expired}",
        "The extension granted on {granted} is refused: the period expired on {expired}");

    /// <summary>Creates a cap.</summary>
    /// <param name="basis">The rule that sets it; a refusal cites it.</param>
    /// <param name="times">How many extensions there may be; 0 or more; null: no number is stated.</param>
    /// <param name="length">The longest single extension; null: no length is stated.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public ExtensionCap(LegalBasis basis, int? times = null, TimeLimit? length = null)
    {
        ArgumentNullException.ThrowIfNull(basis);
        if (times is int number)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(number, nameof(times));
        }

        Basis = basis;
        Times = times;
        Length = length;
    }

    /// <summary>The rule that sets it.</summary>
    public LegalBasis Basis { get; }

    /// <summary>How many extensions there may be; null: no number is stated.</summary>
    public int? Times { get; }

    /// <summary>The longest single extension; null: no length is stated.</summary>
    public TimeLimit? Length { get; }

    /// <summary>Why the extension of a zero-based number is forbidden, or null when nothing forbids it.</summary>
    internal Reason? Forbids(Extension extension, int index, LocalDate? expiry)
    {
        TimeLimit asked = extension.Length;
        if (index >= Times)
        {
            return TooOften.Because(Basis, ("number", index + 1), ("most", Times.Value));
        }

        if (Length is not null && Length.Unit != asked.Unit)
        {
            return OtherUnit.Because(Basis, ("unit", TimeUnits.NameOf(asked.Unit)), ("cap_unit", TimeUnits.NameOf(Length.Unit)));
        }

        if (asked.Amount > Length?.Amount)
        {
            return TooLong.Because(Basis, ("amount", asked.Amount), ("unit", TimeUnits.NameOf(asked.Unit)), ("most", Length.Amount));
        }

        return expiry < extension.GrantedOn
            ? TooLate.Because(Basis, ("granted", extension.GrantedOn.Value), ("expired", expiry.Value))
            : null;
    }
}
