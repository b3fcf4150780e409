using NodaTime;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Looks for what makes rounds and verdicts contradict themselves or the procedures.</summary>
internal sealed class ReviewChecks(ReviewRecords records, ReferenceProcedures procedures)
{
    private readonly ProblemList problems = new();
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
        ReviewRound? round = ProblemList.EnteredBy(records.Rounds, recordedAt)
            .LastOrDefault(r => string.Equals(r.Id, verdict.RoundId, StringComparison.Ordinal));
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
            List<KnownPiece<ReviewVerdict>> pieces = [.. group.OrderBy(p => p.Index)];
            for (int i = 1; i < pieces.Count; i++)
            {
                if (pieces.Take(i).Any(p => p.Known.Intersect(pieces[i].Known) is not null))
                {
                    problems.Add(
                        "verdict_twice",
                        ProblemList.At("verdicts", pieces[i].Index),
                        "đơn vị đã có kết luận về thủ tục này trong đợt rà soát",
                        "the unit has a verdict about this procedure in this round already");
                }
            }
        }
    }

    private void CheckMergers()
    {
        ILookup<(string, string, string), KnownPiece<ReviewVerdict>> byKey = verdicts.ToLookup(v => KeyOf(v.Fact));
        foreach (KnownPiece<ReviewVerdict> verdict in verdicts.Where(v => v.Fact is { Outcome: ReviewOutcome.Merge, MergedInto: not null }))
        {
            if (!string.Equals(verdict.Fact.MergedInto, verdict.Fact.ProcedureCode, StringComparison.Ordinal))
            {
                Follow(verdict, verdict, verdict.Known, [verdict.Fact.ProcedureCode], byKey);
            }
        }
    }

    private void Follow(
        KnownPiece<ReviewVerdict> first,
        KnownPiece<ReviewVerdict> last,
        KnownPeriod known,
        HashSet<string> seen,
        ILookup<(string, string, string), KnownPiece<ReviewVerdict>> byKey)
    {
        string target = last.Fact.MergedInto!;
        string field = ProblemList.At("verdicts", first.Index) + ".merged_into";
        if (!seen.Add(target))
        {
            if (string.Equals(target, first.Fact.ProcedureCode, StringComparison.Ordinal))
            {
                problems.Add("merges_in_a_circle", field, "các thủ tục gộp vòng tròn", "procedures are merged in a circle");
            }

            return;
        }

        foreach (KnownPiece<ReviewVerdict> next in byKey[(first.Fact.RoundId, first.Fact.UnitId, target)])
        {
            if (known.Intersect(next.Known) is not KnownPeriod both)
            {
                continue;
            }

            if (next.Fact.Outcome == ReviewOutcome.Abolish && ReferenceEquals(first, last))
            {
                problems.Add(
                    "merges_into_abolished",
                    field,
                    "thủ tục '" + target + "' bị bãi bỏ trong cùng đợt",
                    "the procedure '" + target + "' is abolished in the same round");
            }
            else if (next.Fact is { Outcome: ReviewOutcome.Merge, MergedInto: not null })
            {
                Follow(first, next, both, [.. seen], byKey);
            }
        }
    }
}
