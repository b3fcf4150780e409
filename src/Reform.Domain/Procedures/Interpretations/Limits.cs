using NodaTime;
using Reform.Domain.Deadlines;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Small things about the limits of a version.</summary>
internal static class Limits
{
    public static ProcedureTimeLimit? Find(ProcedureVersion version, string id) =>
        version.TimeLimits.FirstOrDefault(l => string.Equals(l.Id, id, StringComparison.Ordinal));

    /// <summary>The terms for a date; a limit without a history has those that were last read.</summary>
    public static LimitTerms? TermsOn(ProcedureTimeLimit limit, LocalDate on) => limit.History.Count == 0 ? limit.Terms : limit.InForceOn(on);

    /// <summary>The limit with other terms for a date.</summary>
    public static ProcedureTimeLimit With(ProcedureTimeLimit limit, LocalDate on, LimitTerms terms) => limit.History.Count == 0
        ? limit with { Terms = terms }
        : limit with { History = limit.History.Select(h => h.Validity.Contains(on) ? h with { Terms = terms } : h).ToValueList() };

    public static DeadlinePolicy With(DeadlinePolicy policy, NamedPolicy choice, CountDirection direction) => choice switch
    {
        IntakePolicy intake => policy with { Intake = intake },
        HalfDayPolicy half => policy with { HalfDay = half },
        DueEndPolicy end => policy with { DueEnd = end },
        LeapDayPolicy leap => policy with { LeapDay = leap },
        SupplementRegime supplement => policy with { Supplement = supplement },
        CalendarPolicy calendar => policy with { Calendar = calendar },
        RollPolicy roll when direction == CountDirection.Backward => policy with { BackwardRoll = roll },
        RollPolicy roll => policy with { Roll = roll },
        _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, "No such policy."),
    };
}
