using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>Says what each suspension did to a deadline.</summary>
internal static class SuspensionLedger
{
    public static ValueList<SuspensionEffect> Of(in Deadline deadline)
    {
        DeadlineTerms terms = deadline.Terms;
        var effects = new SuspensionEffect[terms.Suspensions.Count];
        for (int i = 0; i < effects.Length; i++)
        {
            effects[i] = new SuspensionEffect(terms.Suspensions[i], SuspensionOutcome.Empty, 0);
        }

        if (terms.Runs.Count > 0)
        {
            Fill(deadline, terms, effects);
        }

        return effects.ToValueList();
    }

    /// <summary>Whether the clock stands still on a date: a run holds it that was reached.</summary>
    public static bool IsSuspendedOn(in Deadline deadline, LocalDate date)
    {
        DeadlineTerms terms = deadline.Terms;
        foreach (SuspendedRun run in terms.Runs.AsSpan())
        {
            if (run.First <= date && date <= run.Last)
            {
                return date >= deadline.ReceivedOn && Of(deadline)[run.Index].Outcome != SuspensionOutcome.NotReached;
            }
        }

        return false;
    }

    private static void Fill(in Deadline deadline, DeadlineTerms terms, SuspensionEffect[] effects)
    {
        var count = new ForwardCount(terms, deadline.Calendar);
        Position start = count.Start(deadline.Received, deadline.HasTime);
        bool restarts = terms.Policy.Supplement == SupplementRegime.RestartFromZero;
        foreach (SuspendedRun run in terms.Runs.AsSpan())
        {
            LocalDate? first = count.FirstTaken(run, start);
            SuspensionOutcome outcome = first is null ? SuspensionOutcome.NotReached
                : run.IsOpen ? SuspensionOutcome.Open
                : restarts ? SuspensionOutcome.Restarted
                : SuspensionOutcome.Excluded;
            int days = first is LocalDate taken && !run.IsOpen ? Period.DaysBetween(taken, run.Last) + 1 : 0;
            effects[run.Index] = new SuspensionEffect(terms.Suspensions[run.Index], outcome, days);
            if (outcome == SuspensionOutcome.Restarted)
            {
                start = Position.EndOf(run.Last);
            }
        }
    }
}
