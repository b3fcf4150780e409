using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Values;

namespace Reform.Domain.Indicators;

/// <summary>Adds the facts of cases up to indicators of a period; holds counts, not cases. Not for use by many threads.</summary>
/// <remarks>
/// The facts are those of one date of judgement, the last of the period or earlier, as known at one moment: a correction that was recorded later
/// changes only reports that know of it. A case counts for the unit that received it, whoever holds it later.
/// </remarks>
public sealed class IndicatorTally
{
    private readonly LocalDate from;
    private readonly LocalDate asOf;
    private readonly List<(int Step, int WorkingDays)> steps = [];
    private readonly GroupTally whole = new();
    private readonly Dictionary<string, GroupTally> units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GroupTally> procedures = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Unit, string Procedure), GroupTally> both = [];

    /// <summary>Begins a report.</summary>
    /// <param name="from">The first date of the period.</param>
    /// <param name="asOf">The date of judgement: the last one that is looked at.</param>
    /// <exception cref="ArgumentException">The date of judgement lies before the period.</exception>
    public IndicatorTally(LocalDate from, LocalDate asOf)
    {
        if (asOf < from)
        {
            throw new ArgumentException("The date of judgement lies before the period.", nameof(asOf));
        }

        this.from = from;
        this.asOf = asOf;
    }

    /// <summary>Adds a case. One that ended before the period, or was received after it, counts nowhere.</summary>
    /// <param name="facts">Its facts, as of the date of judgement; each case comes once.</param>
    /// <exception cref="ArgumentException">The facts are those of another date.</exception>
    public void Add(CaseFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.AsOf != asOf)
        {
            throw new ArgumentException("The facts of '" + facts.CaseId + "' are not those of the date of judgement.", nameof(facts));
        }

        if (facts.ReceivedOn > asOf || facts.EndedOn < from)
        {
            return;
        }

        bool isNew = facts.ReceivedOn >= from;
        StepDaysText.Parse(facts.StepDays, steps);
        whole.Add(facts, isNew, steps);
        GroupOf(units, facts.UnitId).Add(facts, isNew, steps);
        GroupOf(procedures, facts.ProcedureCode).Add(facts, isNew, steps);
        GroupOf(both, (facts.UnitId, facts.ProcedureCode)).Add(facts, isNew, steps);
    }

    /// <summary>The figures so far.</summary>
    /// <returns>The report.</returns>
    public IndicatorReport Report() => new(
        from,
        asOf,
        whole.Figures(null, null),
        units.OrderBy(u => u.Key, StringComparer.Ordinal).Select(u => u.Value.Figures(u.Key, null)).ToValueList(),
        procedures.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Value.Figures(null, p.Key)).ToValueList(),
        both.OrderBy(b => b.Key.Unit, StringComparer.Ordinal).ThenBy(b => b.Key.Procedure, StringComparer.Ordinal)
            .Select(b => b.Value.Figures(b.Key.Unit, b.Key.Procedure)).ToValueList());

    private static GroupTally GroupOf<TKey>(Dictionary<TKey, GroupTally> groups, TKey key)
        where TKey : notnull
    {
        if (!groups.TryGetValue(key, out GroupTally? group))
        {
            groups[key] = group = new GroupTally();
        }

        return group;
    }

    private sealed class GroupTally
    {
        private readonly int[] resolved = new int[4];
        private readonly int[] pending = new int[3];
        private readonly DayCounts workingDays = new();
        private readonly DayCounts calendarDays = new();
        private readonly SortedDictionary<int, int> bottlenecks = [];
        private readonly SortedDictionary<int, DayCounts> steps = [];
        private int carriedOver;
        private int received;
        private int withdrawn;
        private int secret;
        private int rework;
        private int supplements;
        private int unwritten;

        public void Add(CaseFacts facts, bool isNew, List<(int Step, int WorkingDays)> stepDays)
        {
            if (facts.IsSecret)
            {
                secret++;
                return;
            }

            carriedOver += isNew ? 0 : 1;
            received += isNew ? 1 : 0;
            unwritten += facts.IsProcedureWritten == false ? 1 : 0;
            if (facts.Outcome == CaseOutcome.Withdrawn)
            {
                withdrawn++;
                return;
            }

            Timeliness? timeliness = facts.Timeliness;
            if (facts.EndedOn is null)
            {
                pending[timeliness switch { Timeliness.PendingWithin => 0, Timeliness.PendingOverdue => 1, _ => 2 }]++;
            }
            else
            {
                AddResolved(facts, timeliness);
            }

            if (timeliness is Timeliness.Late or Timeliness.PendingOverdue && facts.SlowestStep is int step)
            {
                bottlenecks[step] = bottlenecks.GetValueOrDefault(step) + 1;
            }

            AddSteps(stepDays);
        }

        public IndicatorFigures Figures(string? unit, string? procedure) => new()
        {
            UnitId = unit,
            ProcedureCode = procedure,
            CarriedOver = carriedOver,
            Received = received,
            ResolvedEarly = resolved[0],
            ResolvedOnTime = resolved[1],
            ResolvedLate = resolved[2],
            ResolvedUnknown = resolved[3],
            Withdrawn = withdrawn,
            PendingWithin = pending[0],
            PendingOverdue = pending[1],
            PendingUnknown = pending[2],
            SecretLeftOut = secret,
            UnderUnwrittenProcedure = unwritten,
            WorkingDays = workingDays.Figures,
            CalendarDays = calendarDays.Figures,
            ReworkRuns = rework,
            WithSupplement = supplements,
            Bottlenecks = bottlenecks.OrderByDescending(b => b.Value).ThenBy(b => b.Key).Select(b => new Bottleneck(b.Key, b.Value)).ToValueList(),
            Steps = steps.Select(s => new StepFigures(s.Key, s.Value.Figures)).ToValueList(),
        };

        private void AddResolved(CaseFacts facts, Timeliness? timeliness)
        {
            resolved[timeliness switch { Timeliness.Early => 0, Timeliness.OnTime => 1, Timeliness.Late => 2, _ => 3 }]++;
            if (facts.WorkingDaysUsed is int days)
            {
                workingDays.Add(days);
            }

            calendarDays.Add(facts.CalendarDays);
            rework += facts.ReworkRuns;
            supplements += facts.SupplementRequests > 0 ? 1 : 0;
        }

        private void AddSteps(List<(int Step, int WorkingDays)> stepDays)
        {
            foreach ((int step, int days) in stepDays)
            {
                if (!steps.TryGetValue(step, out DayCounts? counts))
                {
                    steps[step] = counts = new DayCounts();
                }

                counts.Add(days);
            }
        }
    }
}
