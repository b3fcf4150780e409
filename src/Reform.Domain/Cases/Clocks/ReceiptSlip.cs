using NodaTime;
using Reform.Domain.Deadlines;

namespace Reform.Domain.Cases;

/// <summary>The receipt and appointment slip (giấy tiếp nhận hồ sơ và hẹn trả kết quả).</summary>
/// <param name="CaseId">The receipt code.</param>
/// <param name="ProcedureCode">The procedure.</param>
/// <param name="UnitId">The unit that received it.</param>
/// <param name="ReceivedOn">The date of the official receipt (thời điểm tiếp nhận chính thức), by the intake policy.</param>
/// <param name="ReceivedAt">Its time of day; null when only the date is known.</param>
/// <param name="DueDate">The appointed date; null where none can be computed.</param>
/// <param name="DueAt">The appointed moment of a limit in hours or sessions; null for the others.</param>
/// <param name="CalendarVersion">The version of the calendar that it was computed on; null where nothing was computed.</param>
/// <param name="IsProvisional">Whether the date may still change.</param>
public sealed record ReceiptSlip(
    string CaseId,
    string ProcedureCode,
    string UnitId,
    LocalDate ReceivedOn,
    LocalTime? ReceivedAt,
    LocalDate? DueDate,
    LocalDateTime? DueAt,
    string? CalendarVersion,
    bool IsProvisional)
{
    /// <summary>The slip of a case as it is received, before anything else happens to it.</summary>
    /// <param name="file">The case.</param>
    /// <param name="terms">By what its clocks run.</param>
    /// <returns>The slip. The due is null while the limit of the whole starts from a later event, or is not one.</returns>
    /// <exception cref="Calendars.CalendarRangeException">The calendar does not cover the receipt.</exception>
    /// <exception cref="InvalidTermsException">The intake policy has a cut-off hour, and the receipt has no time.</exception>
    public static ReceiptSlip Of(CaseFile file, CaseTerms terms)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(terms);
        CaseReceived receipt = file.Receipt;
        bool hasTime = !receipt.At.IsDateOnly;
        LocalDateTime stamped = hasTime ? receipt.At.Date.At(receipt.At.Clock!.Value) : receipt.At.Date.AtMidnight();
        LimitReading? whole = CaseClocks.Of(file.AsOf(receipt.At.Date) ?? file, terms, stamped).Whole;
        IntakePolicy intake = whole?.ReadAs?.Policies.OfType<IntakePolicy>().FirstOrDefault() ?? terms.Policy.Intake;
        Position official = intake.Start(stamped, hasTime, terms.Calendar);
        Deadline? deadline = whole?.Deadline;
        bool hasDue = deadline is { HasDue: true };
        return new ReceiptSlip(
            file.Id,
            receipt.ProcedureCode,
            receipt.UnitId,
            official.Date,
            official.IsMoment ? official.Moment.TimeOfDay : null,
            hasDue ? deadline!.Value.DueDate : null,
            hasDue && deadline!.Value.DueKind == DueKind.Instant ? deadline.Value.DueAt : null,
            deadline?.CalendarVersion,
            deadline?.IsProvisional ?? false);
    }
}
