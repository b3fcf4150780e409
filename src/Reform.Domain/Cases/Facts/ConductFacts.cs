using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Procedures;

namespace Reform.Domain.Cases;

/// <summary>What was done in time and what was not, where the procedure's own limits do not say it: gaps in the file, suspensions, what stands against a request.</summary>
internal static class ConductFacts
{
    // Regulation 338-QĐ/TW, Art. 14.
    private static readonly TimeLimit GapsLimit = TimeLimit.WorkingHours(8);
    private static readonly TimeLimit GapsLimitOfComplexFiles = TimeLimit.WorkingDays(1);
    private static readonly LocalTime LastSecond = new(23, 59, 59);

    public static CaseFacts Of(CaseFile file, CaseTerms terms, CaseFacts facts)
    {
        facts = WithGaps(file, terms, facts);
        (int endless, int tooLong, int unlimited) = Suspensions(file, terms, facts.AsOf);
        return facts with
        {
            BlockingConditions = file.Events.OfType<CompletenessChecked>().LastOrDefault(c => c.Blocking is not null)?.Blocking!.Count,
            SuspensionsWithoutEnd = endless,
            SuspensionsTooLong = tooLong,
            SuspensionsUnlimited = unlimited,
        };
    }

    private static CaseFacts WithGaps(CaseFile file, CaseTerms terms, CaseFacts facts)
    {
        CaseEvent? told = file.Events.FirstOrDefault(e => e is CompletenessChecked { IsComplete: false } or SupplementRequested { ConcernsSuppliedPapers: false });
        if (told is null)
        {
            return facts;
        }

        facts = facts with { GapsToldOn = told.At.Date };
        bool complex = file.Events.OfType<CompletenessChecked>().Any(c => !told.At.IsBefore(c.At) && !string.IsNullOrWhiteSpace(c.ComplexBecause));
        var limit = new DeadlineTerms(complex ? GapsLimitOfComplexFiles : GapsLimit) { Policy = terms.Policy };
        (LocalDateTime first, LocalDateTime last) = Range(file.Receipt.At);
        (LocalDateTime soonest, LocalDateTime latest) = Range(told.At);
        try
        {
            Deadline sooner = limit.From(first, terms.Calendar);
            Deadline later = limit.From(last, terms.Calendar);
            return facts with { GapsDueOn = later.DueDate, GapsToldLate = IsPast(soonest, later) ? true : IsPast(latest, sooner) ? null : false };
        }
        catch (CalendarRangeException)
        {
            return facts;
        }
    }

    // A date alone leaves every hour of it open.
    private static (LocalDateTime First, LocalDateTime Last) Range(CaseTime time) => time.IsDateOnly
        ? (time.Date.AtMidnight(), time.Date.At(LastSecond))
        : (time.Date.At(time.Clock!.Value), time.Date.At(time.Clock.Value));

    private static bool IsPast(LocalDateTime moment, Deadline due) => due.DueKind == DueKind.Instant ? moment > due.DueAt : moment.Date > due.DueDate;

    private static (int Endless, int TooLong, int Unlimited) Suspensions(CaseFile file, CaseTerms terms, LocalDate asOf)
    {
        int endless = 0, tooLong = 0, unlimited = 0;
        IEnumerable<CasePause> pauses = file.Pauses.Where(p => !p.IsSupplement);
        foreach ((CaseSuspended stated, CasePause pause) in file.Events.OfType<CaseSuspended>().Zip(pauses))
        {
            endless += pause.To is null && stated.Until is null ? 1 : 0;
            switch (IsTooLong(terms, pause, stated.Until, asOf))
            {
                case true:
                    tooLong++;
                    break;
                case null when pause.To is not null:
                    unlimited++;
                    break;
            }
        }

        return (endless, tooLong, unlimited);
    }

    // It may go on until the working day after the last one that it is to last.
    private static bool? IsTooLong(CaseTerms terms, CasePause pause, LocalDate? until, LocalDate asOf)
    {
        try
        {
            bool?[] byReading = [.. LongestEnds(terms, pause.From.Date).Select(allowed => IsTooLong(terms, pause, until, allowed, asOf)).Distinct()];
            return byReading.Length == 1 ? byReading[0] : null;
        }
        catch (CalendarRangeException)
        {
            return null;
        }
    }

    private static bool? IsTooLong(CaseTerms terms, CasePause pause, LocalDate? until, LocalDate? allowed, LocalDate asOf)
    {
        LocalDate? last = until is LocalDate stated && allowed is LocalDate most ? LocalDate.Min(stated, most) : until ?? allowed;
        return last is LocalDate end ? (pause.To?.Date ?? asOf) > terms.Calendar.WorkingDayAfter(end, 1) : null;
    }

    // The last day that the procedure allows, by every way to read it.
    private static IEnumerable<LocalDate?> LongestEnds(CaseTerms terms, LocalDate from)
    {
        ProcedureTimeLimit? window = terms.Limits.FirstOrDefault(l => l.Scope == LimitScope.Window && l.EndEvent == "resumption.date");
        if (window is null)
        {
            return [null];
        }

        IEnumerable<LimitTerms?> inForce = terms.ReadOn(window, from)?.Readings.Select(r => r.Terms) ?? [window.History.Count == 0 ? window.Terms : window.InForceOn(from)];
        return inForce.Select(t => t?.Limit is TimeLimit length && TimeUnits.DueKindOf(length.Unit) == DueKind.Date
            ? new DeadlineTerms(length) { Policy = terms.Policy with { Roll = RollPolicy.Stay, Intake = IntakePolicy.AsStamped } }.From(from, terms.Calendar).DueDate
            : (LocalDate?)null);
    }
}
