using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>When a due date is over (thời điểm kết thúc ngày hẹn trả).</summary>
public sealed class DueEndPolicy : NamedPolicy
{
    private DueEndPolicy(string code, string vietnamese, string english, LegalBasis? basis = null)
        : base(code, new BilingualText(vietnamese, english), basis)
    {
    }

    /// <summary>At 24:00: late means on a later legal date. The default.</summary>
    public static DueEndPolicy EndOfDay { get; } = new(
        "end_of_day", "đến hết 24 giờ của ngày hẹn", "until 24:00 of the due date", LegalBasis.CivilCode("148(6)"));

    /// <summary>At the end of the last office session of the due date.</summary>
    public static DueEndPolicy CloseOfBusiness { get; } = new(
        "close_of_business", "đến hết giờ làm việc của ngày hẹn", "until the office closes on the due date");

    /// <summary>Every choice.</summary>
    public static ValueList<DueEndPolicy> All { get; } = [EndOfDay, CloseOfBusiness];
}
