using NodaTime;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Looks for what makes rounds and verdicts contradict themselves or the procedures.</summary>
internal sealed class ReviewChecks(ReviewRecords records, ProcedureCatalogue procedures)
{
    private readonly ProblemList problems = new();
    private readonly ILookup<string, (ReviewRound Fact, Instant RecordedAt)> rounds = ProblemList.ById(records.Rounds, r => r.Id);
    private readonly List<KnownPiece<ReviewVerdict>> verdicts = KnownPieces.Of(records.Verdicts, _ => default);

    public void ThrowIfAny()
    {
        problems.CheckRecords(records.Rounds, "rounds", r => r.Id);
        problems.CheckRecords(records.Verdicts, "verdicts", v => v.Id);
        for (int i = 0; i < records.Rounds.Count; i++)
        {
            if (records.Rounds[i].Fact is ReviewRound round)
            {
                Check(round, ProblemList.At("rounds", i));
            }
        }

        for (int i = 0; i < records.Verdicts.Count; i++)
        {
            if (records.Verdicts[i] is { Fact: ReviewVerdict verdict } record)
            {
                Check(verdict, record.RecordedAt, ProblemList.At("verdicts", i));
            }
        }

        CheckTwice();
        CheckMergers();
        problems.ThrowIfAny();
    }

    private static (string, string, string) KeyOf(ReviewVerdict verdict) => (verdict.RoundId, verdict.UnitId, verdict.ProcedureCode);

    private void Check(ReviewRound round, string field)
    {
        for (int i = 0; i < round.ProcedureCodes.Count; i++)
        {
            problems.CheckProcedure(procedures, round.ProcedureCodes[i], field + "." + ProblemList.At("procedures", i));
        }

        CheckOnce(round.ProcedureCodes, field + ".procedures");
        CheckOnce(round.UnitIds, field + ".units");
    }

    private void CheckOnce(ValueList<string> ids, string field)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < ids.Count; i++)
        {
            if (!seen.Add(ids[i]))
            {
                problems.Add(
                    "duplicate_id", ProblemList.At(field, i), "mã '" + ids[i] + "' bị lặp lại", "the identifier '" + ids[i] + "' stands twice");
            }
        }
    }

    private void Check(ReviewVerdict verdict, Instant recordedAt, string field)
    {
        problems.CheckProcedure(procedures, verdict.ProcedureCode, field + ".procedure");
        CheckTarget(verdict, field);
        ReviewRound? round = rounds[verdict.RoundId].LastOrDefault(r => r.RecordedAt <= recordedAt).Fact;
        if (round is null)
        {
            problems.Add(
                "unknown_round",
                field + ".round",
                "không có đợt rà soát '" + verdict.RoundId + "' được ghi nhận trước đó",
                "no round '" + verdict.RoundId + "' was recorded before");
            return;
        }

        if (!round.ProcedureCodes.Contains(verdict.ProcedureCode, StringComparer.Ordinal))
        {
            problems.Add("outside_round", field + ".procedure", "thủ tục không thuộc đợt rà soát", "the round does not review this procedure");
        }

        if (!round.UnitIds.Contains(verdict.UnitId, StringComparer.Ordinal))
        {
            problems.Add("outside_round", field + ".unit", "đơn vị không thuộc đợt rà soát", "the unit does not take part in the round");
        }

        if (round.Period.StartsAfter(verdict.DecidedOn))
        {
            problems.Add("before_round", field + ".decided_on", "kết luận trước khi đợt rà soát bắt đầu", "the verdict is older than the round");
        }
    }

    private void CheckTarget(ReviewVerdict verdict, string field)
    {
        if (verdict.Outcome != ReviewOutcome.Merge)
        {
            if (verdict.MergedInto is not null)
            {
                problems.Add(
                    "target_without_merger", field + ".merged_into", "chỉ kết luận gộp mới có thủ tục đích", "only a merger names the procedure merged into");
            }

            return;
        }

        if (verdict.MergedInto is not string target)
        {
            problems.Add("merges_into_nothing", field + ".merged_into", "kết luận gộp phải nêu gộp vào thủ tục nào", "a merger names the procedure merged into");
            return;
        }

        problems.CheckProcedure(procedures, target, field + ".merged_into");
        if (string.Equals(target, verdict.ProcedureCode, StringComparison.Ordinal))
        {
            problems.Add("merges_into_itself", field + ".merged_into", "thủ tục không thể gộp vào chính nó", "a procedure cannot be merged into itself");
        }
    }

    // Two verdicts of one unit about one procedure in one round, both standing at the same moment.
    private void CheckTwice()
    {
        foreach (IGrouping<(string, string, string), KnownPiece<ReviewVerdict>> group in verdicts.GroupBy(v => KeyOf(v.Fact)))
        {
            foreach ((KnownPiece<ReviewVerdict> later, _) in KnownPieces.Overlapping(group))
            {
                problems.Add(
                    "verdict_twice",
                    ProblemList.At("verdicts", later.Index),
                    "đơn vị đã có kết luận về thủ tục này trong đợt rà soát",
                    "the unit has a verdict about this procedure in this round already");
            }
        }
    }

    private void CheckMergers()
    {
        ILookup<(string, string, string), KnownPiece<ReviewVerdict>> byKey = verdicts.ToLookup(v => KeyOf(v.Fact));
        foreach (KnownPiece<ReviewVerdict> verdict in verdicts.Where(v => v.Fact is { Outcome: ReviewOutcome.Merge, MergedInto: not null }))
        {
            string target = verdict.Fact.MergedInto!;
            string field = ProblemList.At("verdicts", verdict.Index) + ".merged_into";
            if (Next(verdict, verdict.Known, byKey).Any(n => n.Piece.Fact.Outcome == ReviewOutcome.Abolish))
            {
                problems.Add(
                    "merges_into_abolished",
                    field,
                    "thủ tục '" + target + "' bị bãi bỏ trong cùng đợt",
                    "the procedure '" + target + "' is abolished in the same round");
            }

            if (!string.Equals(target, verdict.Fact.ProcedureCode, StringComparison.Ordinal) && ComesBack(verdict, byKey))
            {
                problems.Add("merges_in_a_circle", field, "các thủ tục gộp vòng tròn", "procedures are merged in a circle");
            }
        }
    }

    // Whether, at some moment of record, the mergers lead from a verdict back to it.
    private static bool ComesBack(KnownPiece<ReviewVerdict> first, ILookup<(string, string, string), KnownPiece<ReviewVerdict>> byKey)
    {
        var open = new Stack<(KnownPiece<ReviewVerdict> Piece, KnownPeriod Known)>([(first, first.Known)]);
        var seen = new HashSet<(int, KnownPeriod)>();
        while (open.TryPop(out (KnownPiece<ReviewVerdict> Piece, KnownPeriod Known) last))
        {
            foreach ((KnownPiece<ReviewVerdict> next, KnownPeriod known) in Next(last.Piece, last.Known, byKey))
            {
                if (next.Index == first.Index)
                {
                    return true;
                }

                if (next.Fact is { Outcome: ReviewOutcome.Merge, MergedInto: not null } && seen.Add((next.Index, known)))
                {
                    open.Push((next, known));
                }
            }
        }

        return false;
    }

    private static IEnumerable<(KnownPiece<ReviewVerdict> Piece, KnownPeriod Known)> Next(
        KnownPiece<ReviewVerdict> verdict, KnownPeriod known, ILookup<(string, string, string), KnownPiece<ReviewVerdict>> byKey)
    {
        foreach (KnownPiece<ReviewVerdict> next in byKey[(verdict.Fact.RoundId, verdict.Fact.UnitId, verdict.Fact.MergedInto!)])
        {
            if (known.Intersect(next.Known) is KnownPeriod both)
            {
                yield return (next, both);
            }
        }
    }
}
