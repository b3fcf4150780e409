using NodaTime;
using NodaTime.Text;

namespace Reform.Domain.Tests.Deadlines.Reference;

/// <summary>What is answered: a date, an instant, or a refusal with the field at fault.</summary>
internal sealed record ReferenceAnswer(LocalDate? Date, LocalDateTime? Instant, bool Provisional, string? Error)
{
    public static ReferenceAnswer Refused(string field) => new(null, null, false, field);

    /// <summary>As the table of worked cases writes it.</summary>
    public override string ToString() => Error is string field ? "error: " + field : Due + (Provisional ? " provisional" : "");

    private string Due => Date is LocalDate date ? LocalDatePattern.Iso.Format(date) : LocalDateTimePattern.GeneralIso.Format(Instant!.Value);
}

/// <summary>The reference refuses a question.</summary>
internal sealed class ReferenceRefusal(string field) : Exception(field)
{
    public string Field { get; } = field;
}
