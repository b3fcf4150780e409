using NodaTime;
using Reform.Domain.Deadlines;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Finds the readings of a limit that stand on a date.</summary>
internal sealed class LimitInterpreter(InterpretationRegister register, string procedureCode, ProcedureVersion version, DeadlinePolicy policy)
{
    public InterpretedLimit Read(ProcedureTimeLimit limit, LocalDate on)
    {
        List<Interpretation> own = [.. register.InterpretationsOf[procedureCode].Where(i => i.Validity.Contains(on) && IsAbout(i.Subject, limit.Id))];
        if (own.Count == 0)
        {
            List<InterpretationQuestion> asked = [.. Asked(on).Where(q => IsAbout(q.Subject, limit.Id))];
            if (asked.Count > 0)
            {
                return Open(limit, on, asked);
            }

            own = [.. register.InterpretationsOf[procedureCode].Where(i => i.Validity.Contains(on) && IsAbout(i.Subject, null) && i.Reading.Policies.Count > 0)];
        }

        if (own.Count > 0)
        {
            return Interpreted(limit, on, own);
        }

        List<InterpretationQuestion> wide = [.. Asked(on).Where(q => IsAbout(q.Subject, null) && q.Readings.Any(r => r.Policies.Count > 0))];
        return wide.Count > 0 ? Open(limit, on, wide) : Result(limit, on, InterpretationStanding.AsWritten, [As(null, null, limit, on)], []);
    }

    private IEnumerable<InterpretationQuestion> Asked(LocalDate on) => register.QuestionsAbout[procedureCode].Where(q => q.Concerns.Contains(on));

    private static bool IsAbout(InterpretationSubject subject, string? limitId) => string.Equals(subject.LimitId, limitId, StringComparison.Ordinal);

    private InterpretedLimit Open(ProcedureTimeLimit limit, LocalDate on, List<InterpretationQuestion> questions)
    {
        var readings = new List<TextReading>();
        foreach (TextReading reading in questions.SelectMany(q => q.Readings))
        {
            if (!readings.Exists(r => r.ComesTo(reading)))
            {
                readings.Add(reading);
            }
        }

        return Result(
            limit, on, InterpretationStanding.OpenQuestion, readings.Select(r => As(r, null, limit, on)), questions.Select(q => InterpretationReasons.OpenOn(q, on)));
    }

    private InterpretedLimit Interpreted(ProcedureTimeLimit limit, LocalDate on, List<Interpretation> inForce)
    {
        var ranking = new InterpretationRanking(inForce);
        return Result(
            limit,
            on,
            ranking.Standing,
            ranking.Holding.Select(i => As(i.Reading, i, limit, on)),
            (ranking.Difference is Reason difference ? [difference] : Enumerable.Empty<Reason>()).Concat(inForce.Select(InterpretationReasons.By)));
    }

    private static InterpretedLimit Result(
        ProcedureTimeLimit limit, LocalDate on, InterpretationStanding standing, IEnumerable<TermsAsRead> readings, IEnumerable<Reason> reasons)
    {
        ValueList<TermsAsRead> all = readings.ToValueList();
        var why = new List<Reason>(reasons);
        if (all.Any(r => r.Terms is null))
        {
            why.Add(InterpretationReasons.NoTermsOn.Because(null, ("limit", limit.Id), ("on", on)));
        }
        else if (limit.History.Count == 0)
        {
            why.Add(InterpretationReasons.HistoryMissing.Because(null, ("limit", limit.Id)));
        }

        bool isRecorded = all.Any(r => r.Terms is not null);
        return new InterpretedLimit(limit, on, isRecorded ? standing : InterpretationStanding.NotRecorded, all, why.ToValueList());
    }

    private TermsAsRead As(TextReading? reading, Interpretation? interpretation, ProcedureTimeLimit limit, LocalDate on)
    {
        ProcedureTimeLimit? holds = reading?.PrevailingLimitId is string other ? Limits.Find(version, other) : limit;
        LimitTerms? terms = holds is null ? null : Limits.TermsOn(holds, on);
        if (terms is not null && reading is not null)
        {
            terms = terms with { Limit = reading.Limit ?? terms.Limit, StartEvent = reading.StartEvent ?? terms.StartEvent };
        }

        DeadlinePolicy counted = (reading?.Policies ?? []).Aggregate(policy, (all, choice) => Limits.With(all, choice, limit.Direction));
        return new TermsAsRead(reading, terms, counted) { Interpretation = interpretation };
    }
}
