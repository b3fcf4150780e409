using System.Linq.Expressions;
using NodaTime;
using Reform.Domain.Specifications;

namespace Reform.Benchmarks.Rivals;

/// <summary>The twelve rules as conditions, as a person writes them.</summary>
public static class RivalRules
{
    public static Expression<Func<RivalCase<LocalDate>, bool>>[] Conditions(LocalDate asOf, HashSet<string> departments, HashSet<string> channels) =>
    [
        c => c.CompletedOn > c.Deadline,
        c => c.CompletedOn == null && c.Deadline < asOf,
        c => c.Responsible == null,
        c => c.ReceiptNumber == null,
        c => !departments.Contains(c.Department),
        c => !channels.Contains(c.Channel),
        c => c.Steps.Count < 3,
        c => c.Steps.Count(s => s.EndedOn > s.DueOn) >= 2,
        c => c.IsExtended && c.ExtensionReason == null,
        c => c.Approver != null && c.Approver == c.Responsible,
        c => c.AcceptedOn == null || c.AcceptedOn > c.ReceivedOn.PlusDays(3),
        c => c.Status == "CLOSED" && c.CompletedOn == null,
    ];

    public static Expression<Func<RivalCase<DateOnly>, bool>>[] ConditionsDateOnly(DateOnly asOf, HashSet<string> departments, HashSet<string> channels) =>
    [
        c => c.CompletedOn > c.Deadline,
        c => c.CompletedOn == null && c.Deadline < asOf,
        c => c.Responsible == null,
        c => c.ReceiptNumber == null,
        c => !departments.Contains(c.Department),
        c => !channels.Contains(c.Channel),
        c => c.Steps.Count < 3,
        c => c.Steps.Count(s => s.EndedOn > s.DueOn) >= 2,
        c => c.IsExtended && c.ExtensionReason == null,
        c => c.Approver != null && c.Approver == c.Responsible,
        c => c.AcceptedOn == null || c.AcceptedOn > c.ReceivedOn.AddDays(3),
        c => c.Status == "CLOSED" && c.CompletedOn == null,
    ];

    public static Specification<T>[] Specifications<T>(IEnumerable<Expression<Func<T, bool>>> conditions) =>
        [.. conditions.Select(Specification.Where)];
}
