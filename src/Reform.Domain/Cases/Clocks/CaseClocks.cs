using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Explanations;
using Reform.Domain.Procedures;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>The clocks of a case at a moment (các đồng hồ của hồ sơ): every limit of its procedure, the whole, and whose hands took the time.</summary>
public sealed record CaseClocks
{
    private CaseClocks(ValueList<LimitReading> readings, LimitReading? whole, Reason? wholeUnknown, TimeLedger? ledger)
    {
        Readings = readings;
        Whole = whole;
        WholeUnknown = wholeUnknown;
        Ledger = ledger;
    }

    /// <summary>Every limit that can be clocked, in the order of the procedure.</summary>
    public ValueList<LimitReading> Readings { get; }

    /// <summary>The limit of the whole; null when it is not one.</summary>
    public LimitReading? Whole { get; }

    /// <summary>Why there is no one limit of the whole: none is recorded, or several could apply; null when there is one.</summary>
    public Reason? WholeUnknown { get; }

    /// <summary>Who held the file for how long, step by step; null where the calendar does not cover its days.</summary>
    public TimeLedger? Ledger { get; }

    /// <summary>Reads the clocks.</summary>
    /// <param name="file">The case, as it stood at the moment (<see cref="CaseFile.AsOf"/>).</param>
    /// <param name="terms">By what they run.</param>
    /// <param name="now">The moment, Vietnam civil time.</param>
    /// <returns>The clocks.</returns>
    public static CaseClocks Of(CaseFile file, CaseTerms terms, LocalDateTime now)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(terms);
        var limits = new CaseLimits(file, terms, now);
        var readings = new List<LimitReading>();
        foreach (ProcedureTimeLimit limit in terms.Limits)
        {
            if (limits.Read(limit) is LimitReading reading)
            {
                readings.Add(reading);
            }
        }

        (LimitReading? whole, Reason? unknown) = WholeOf(readings, terms);
        return new CaseClocks(readings.ToValueList(), whole, unknown, LedgerOf(file, terms, now));
    }

    // The limit of the place goes before the one that binds everywhere.
    private static (LimitReading? Whole, Reason? Unknown) WholeOf(List<LimitReading> readings, CaseTerms terms)
    {
        List<LimitReading> totals = [.. readings.Where(r => r.Limit.Scope == LimitScope.Total)];
        List<LimitReading> here = totals.FindAll(r => terms.IsHere(r.Limit));
        totals = here.Count > 0 ? here : totals;
        if (totals.Count == 1)
        {
            return (totals[0], null);
        }

        ValueList<string> candidates = (totals.Count > 0 ? totals.Select(t => t.Limit) : terms.Version.TimeLimits.Where(l => l.Scope == LimitScope.Total))
            .Select(l => l.Id).ToValueList();
        return (null, candidates.Count == 0 ? CaseReasons.NoTotal.Because(null) : CaseReasons.SeveralTotals.Because(null, ("limits", candidates)));
    }

    private static TimeLedger? LedgerOf(CaseFile file, CaseTerms terms, LocalDateTime now)
    {
        try
        {
            return TimeLedger.Of(file, terms.Calendar, now.Date);
        }
        catch (CalendarRangeException)
        {
            return null;
        }
    }

    /// <summary>The reading of a limit.</summary>
    /// <param name="limitId">The identifier of the limit.</param>
    /// <returns>The reading; null when it does not bind the case, or cannot be clocked.</returns>
    public LimitReading? Find(string limitId) => Readings.FirstOrDefault(r => string.Equals(r.Limit.Id, limitId, StringComparison.Ordinal));
}
