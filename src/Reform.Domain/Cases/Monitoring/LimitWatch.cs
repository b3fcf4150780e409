using NodaTime;
using Reform.Domain.Procedures;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A time limit of a case whose events come in, with its latest reading; read again only when it can stand otherwise.</summary>
internal sealed class LimitWatch(ProcedureTimeLimit limit)
{
    private (LimitTerms? Terms, CaseTime? Start, CaseTime? End, ValueList<CaseTime?> StartsAsRead) bounds = (null, null, null, []);
    private int clockChanges = -1;

    public LimitReading? Latest { get; private set; }

    public void Forget() => clockChanges = -1;

    public void Read(CaseLimits reader, CaseHistory history, LocalDateTime now)
    {
        (LimitTerms? Terms, CaseTime? Start, CaseTime? End, ValueList<CaseTime?> StartsAsRead) current = reader.BoundsOf(limit);
        if (clockChanges == history.ClockChanges && current.Equals(bounds) && IsStill(now))
        {
            return;
        }

        (bounds, clockChanges) = (current, history.ClockChanges);
        Latest = reader.Read(limit);
    }

    public CaseDeviation? Deviation(CaseTerms terms) => Latest is { State: ClockState.Overdue or ClockState.Broken } reading && limit.Scope != LimitScope.Warning
        ? new CaseDeviation(
            reading.State == ClockState.Broken ? DeviationKind.LimitBroken : DeviationKind.LimitOverdue,
            terms.Version.Steps.FirstOrDefault(s => s.TimeLimitIds.Contains(limit.Id))?.Number,
            limit.Id,
            reading.Reason)
        : null;

    // With time alone only what runs or stands still changes, and what is not known.
    private bool IsStill(LocalDateTime now) => Latest is null || Latest.State switch
    {
        ClockState.NotStarted or ClockState.Overdue or ClockState.Kept or ClockState.Broken => true,
        ClockState.Running => Latest.On is LocalDate on && now.Date < on,
        _ => false,
    };
}
