using NodaTime;
using NodaTime.Text;
using Reform.Domain.Procedures;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Puts together how a limit stands by every reading of its text: what all agree on is known, the rest is not.</summary>
internal static class LimitAlternatives
{
    public static LimitReading Together(InterpretedLimit interpreted, ValueList<LimitReading> all)
    {
        LimitReading first = all[0] with { Standing = interpreted.Standing, Interpreting = interpreted.Reasons };
        if (all.Count == 1)
        {
            return first;
        }

        LimitReading inDoubt = first with
        {
            ReadAs = null,
            Interpretation = null,
            Alternatives = all,
            Terms = Agreed(all, r => r.Terms),
            IsProvisional = true,
        };
        return all.Skip(1).All(r => IsSame(all[0], r)) ? inDoubt : inDoubt with
        {
            StartedAt = Agreed(all, r => r.StartedAt),
            State = all.All(r => r.State == first.State) ? first.State : ClockState.Unknown,
            Deadline = null,
            On = Agreed(all, r => r.On),
            FirstDueOn = Agreed(all, r => r.FirstDueOn),
            Reason = CaseReasons.ReadingsDiffer.Because(null, ("limit", first.Limit.Id), ("readings", all.Select(Told).ToValueList())),
            RefusedExtensions = Agreed(all, r => r.RefusedExtensions) ?? [],
            ExtensionsAfterExpiry = Agreed(all, r => (int?)r.ExtensionsAfterExpiry) ?? 0,
        };
    }

    /// <summary>By when it is due by each reading, such as "month:2025-02-17 wd30:2025-03-05".</summary>
    public static string Told(IEnumerable<LimitReading> alternatives) => string.Join(' ', alternatives.Select(Told));

    private static string Told(LimitReading reading) => (reading.ReadAs?.Id ?? "as_written") + ":" + (reading.On is LocalDate on ? LocalDatePattern.Iso.Format(on) : "?");

    // Whatever anybody asks of a reading but its length, which may differ and come to the same.
    private static bool IsSame(LimitReading one, LimitReading other) =>
        one.State == other.State && one.On == other.On && one.FirstDueOn == other.FirstDueOn && one.StartedAt == other.StartedAt
        && one.RefusedExtensions.Equals(other.RefusedExtensions) && one.ExtensionsAfterExpiry == other.ExtensionsAfterExpiry
        && one.Deadline.HasValue == other.Deadline.HasValue
        && (one.Deadline is not { HasDue: true } a || other.Deadline is not { HasDue: true } b || (a.DueKind == b.DueKind && a.DueAt == b.DueAt));

    private static T? Agreed<T>(ValueList<LimitReading> all, Func<LimitReading, T?> of) =>
        all.Skip(1).All(r => EqualityComparer<T?>.Default.Equals(of(r), of(all[0]))) ? of(all[0]) : default;
}
