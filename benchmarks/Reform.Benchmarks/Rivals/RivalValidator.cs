using FluentValidation;
using NodaTime;

namespace Reform.Benchmarks.Rivals;

/// <summary>The twelve rules in FluentValidation: a failure is a finding, its code the number of the rule.</summary>
public sealed class RivalValidator : AbstractValidator<RivalCase<LocalDate>>
{
    public RivalValidator(LocalDate asOf, HashSet<string> departments, HashSet<string> channels)
    {
        RuleFor(c => c.CompletedOn).Must((c, done) => !(done > c.Deadline)).WithErrorCode("0");
        RuleFor(c => c.Deadline).Must((c, deadline) => !(c.CompletedOn == null && deadline < asOf)).WithErrorCode("1");
        RuleFor(c => c.Responsible).NotNull().WithErrorCode("2");
        RuleFor(c => c.ReceiptNumber).NotNull().WithErrorCode("3");
        RuleFor(c => c.Department).Must(departments.Contains).WithErrorCode("4");
        RuleFor(c => c.Channel).Must(channels.Contains).WithErrorCode("5");
        RuleFor(c => c.Steps).Must(steps => steps.Count >= 3).WithErrorCode("6");
        RuleFor(c => c.Steps).Must(steps => steps.Count(s => s.EndedOn > s.DueOn) < 2).WithErrorCode("7");
        RuleFor(c => c.ExtensionReason).NotNull().When(c => c.IsExtended).WithErrorCode("8");
        RuleFor(c => c.Approver).Must((c, approver) => approver == null || approver != c.Responsible).WithErrorCode("9");
        RuleFor(c => c.AcceptedOn).Must((c, accepted) => accepted != null && accepted <= c.ReceivedOn.PlusDays(3)).WithErrorCode("10");
        RuleFor(c => c.Status).Must((c, status) => !(status == "CLOSED" && c.CompletedOn == null)).WithErrorCode("11");
    }
}
