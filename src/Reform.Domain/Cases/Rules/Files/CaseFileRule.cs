using System.Linq.Expressions;
using System.Text.Json;
using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A rule over case files, in one of the periods in which a law says so.</summary>
internal abstract class CaseFileRule(string code, Severity severity, BilingualText title, InForce law) : ComplianceRule<CaseFacts>(code, severity, title, law.Basis)
{
    /// <summary>Decided or refused: there is a result.</summary>
    protected static Specification<CaseFacts> IsResolved { get; } = Where(c => c.Outcome == CaseOutcome.Decided || c.Outcome == CaseOutcome.Refused);

    /// <summary>Decided.</summary>
    protected static Specification<CaseFacts> IsDecided { get; } = Where(c => c.Outcome == CaseOutcome.Decided);

    /// <summary>Resolved or pending, and past its due date; or whether it is cannot be told.</summary>
    protected static Specification<CaseFacts> MayBeLate { get; } =
        Where(c => c.Outcome == null || c.Outcome != CaseOutcome.Withdrawn)
        & Where(c => c.Timeliness == null || c.Timeliness == Timeliness.Late || c.Timeliness == Timeliness.PendingOverdue
            || c.WholeLimit == ClockState.Broken || (c.AwaitsHandOver && c.WholeLimit == ClockState.Overdue));

    /// <summary>How it stands by its due date is known.</summary>
    protected static Fact<CaseFacts> TimelinessKnown { get; } = Known(nameof(CaseFacts.Timeliness), c => c.Timeliness != null);

    /// <inheritdoc/>
    protected sealed override Validity Validity => law.Validity;

    /// <summary>A fact that the rule needs, with the name and the words of a property.</summary>
    protected static Fact<CaseFacts> Known(string property, Expression<Func<CaseFacts, bool>> isPresent) =>
        new(JsonNamingPolicy.SnakeCaseLower.ConvertName(property), CaseWords.All[property], Specification.Where(isPresent));

    /// <summary>A date of a reason; facts that were put together by hand may lack it.</summary>
    protected static ReasonValue Told(LocalDate? date) => Cases.Told.Of(date);

    /// <summary>A number of a reason.</summary>
    protected static ReasonValue Told(int? number) => Cases.Told.Of(number);

    /// <summary>All conditions together, for rules that state them one by one.</summary>
    protected static Specification<CaseFacts> All(IEnumerable<Condition<CaseFacts>> conditions) => conditions.Select(c => c.Holds).Aggregate((a, b) => a & b);
}
