using NodaTime;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Inspections;

/// <summary>A reminder or a criticism and whether it was mended, flat (việc khắc phục).</summary>
public sealed record RemedyFacts
{
    /// <summary>What rules have to know of these: judged by the rules of the day on which they were issued.</summary>
    public static RuleSubject<RemedyFacts> Subject { get; } = new(
        "remedy", new BilingualText("phê bình, nhắc nhở", "reminder"), f => f.Id, f => f.IssuedOn, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(UnitId)] = new("đơn vị", "unit"),
            [nameof(AsOf)] = new("ngày đánh giá", "date of judgement"),
            [nameof(Kind)] = new("hình thức", "kind"),
            [nameof(IssuedOn)] = new("ngày ban hành", "issued on"),
            [nameof(RemedyDueOn)] = new("hạn khắc phục", "remedy due on"),
            [nameof(ConfirmedOn)] = new("ngày xác nhận khắc phục", "confirmed on"),
        },
    };

    /// <summary>The reminder.</summary>
    public required string Id { get; init; }

    /// <summary>The unit that has to mend it.</summary>
    public required string UnitId { get; init; }

    /// <summary>The date of judgement.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>Reminder or criticism.</summary>
    public ReminderKind Kind { get; init; }

    /// <summary>When it was issued.</summary>
    public LocalDate? IssuedOn { get; init; }

    /// <summary>By when it has to be mended; that day is in time.</summary>
    public required LocalDate RemedyDueOn { get; init; }

    /// <summary>When the remedy was confirmed; null: not by the date of judgement.</summary>
    public LocalDate? ConfirmedOn { get; init; }

    /// <summary>Works the facts out.</summary>
    /// <param name="register">The inspections.</param>
    /// <param name="asOf">The date of judgement; what happened after it plays no part.</param>
    /// <returns>The facts of each reminder and criticism issued by then.</returns>
    public static ValueList<RemedyFacts> Of(InspectionRegister register, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(register);
        return register.Reminders.Where(r => r.IssuedOn <= asOf).Select(r => new RemedyFacts
        {
            Id = r.Id,
            UnitId = r.UnitId,
            AsOf = asOf,
            Kind = r.Kind,
            IssuedOn = r.IssuedOn,
            RemedyDueOn = r.RemedyDueOn,
            ConfirmedOn = register.Confirmations.FirstOrDefault(c => string.Equals(c.ReminderId, r.Id, StringComparison.Ordinal) && c.On <= asOf)?.On,
        }).ToValueList();
    }
}
