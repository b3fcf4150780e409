using System.Numerics;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>The cap on the highest level (khống chế tỉ lệ xuất sắc): at most a share of a base in the peer group.</summary>
public sealed record ExcellenceCap
{
    private static readonly ReasonKind Counted = new(
        "excellence_seats",
        "Tối đa {seats} đơn vị xuất sắc trên {candidates} ứng viên: {share} × {base}",
        "At most {seats} of {candidates} candidates are excellent: {share} × {base}");

    private static readonly ReasonKind Tied = new(
        "excellence_tie",
        "{tied} bằng điểm ở ranh giới, còn {seats} suất: báo cáo cấp có thẩm quyền quyết định",
        "{tied} are equal at the cut, with {seats} places left: reported to the competent level to decide");

    /// <summary>Creates a cap.</summary>
    /// <param name="share">The share; from 0 to 1. 20%, or 25% for a group with outstanding results, by Regulation 366-QĐ/TW.</param>
    /// <param name="capBase">What the share is taken of.</param>
    /// <exception cref="RecordInputException">The share lies outside 0 to 1, or there is no such base.</exception>
    public ExcellenceCap(Fraction share, CapBase capBase)
    {
        if (share.Sign < 0 || share > 1)
        {
            throw RecordInputException.Of("outside_range", "share", "tỉ lệ khống chế phải từ 0 đến 1", "the share of a cap must lie from 0 to 1");
        }

        if (!Enum.IsDefined(capBase))
        {
            throw RecordInputException.Of("unknown_base", "base", "không có cách tính cơ số này", "there is no such base");
        }

        (Share, Base) = (share, capBase);
    }

    /// <summary>20% of those rated good once the candidates that are not chosen are among them: the final list keeps the rule.</summary>
    public static ExcellenceCap Default { get; } = new(0.20m, CapBase.AfterDemotion);

    /// <summary>The share, from 0 to 1.</summary>
    public Fraction Share { get; }

    /// <summary>What the share is taken of.</summary>
    public CapBase Base { get; }

    /// <summary>How many may be excellent.</summary>
    /// <param name="candidates">How many meet what excellence requires.</param>
    /// <param name="good">How many others are rated good.</param>
    /// <param name="others">How many others the group has.</param>
    /// <returns>The number of places; never more than the candidates.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public int Seats(int candidates, int good, int others)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(candidates);
        ArgumentOutOfRangeException.ThrowIfNegative(good);
        ArgumentOutOfRangeException.ThrowIfNegative(others);
        Fraction goodOrBetter = (Fraction)good + candidates;
        BigInteger seats = Base switch
        {
            // k <= share * (goodOrBetter - k), for the greatest k.
            CapBase.AfterDemotion => (Share * goodOrBetter / (1 + Share)).Floor(),
            CapBase.BeforeDemotion => (Share * good).Floor(),
            CapBase.GoodOrBetter => (Share * goodOrBetter).Floor(),
            _ => (Share * (goodOrBetter + others)).Floor(),
        };
        return (int)BigInteger.Min(seats, candidates);
    }

    /// <summary>Chooses among the candidates: by index, then by the tie-breaks in their order, the greatest first.</summary>
    /// <param name="candidates">The candidates of one peer group; each with as many tie-breaks as the others.</param>
    /// <param name="good">How many others of the group are rated good.</param>
    /// <param name="others">How many others the group has.</param>
    /// <returns>Who is excellent, who becomes good, and who is left for the competent level because nothing tells them apart.</returns>
    /// <exception cref="RecordInputException">A candidate stands twice, or has another number of tie-breaks.</exception>
    public CapResult Apply(ValueList<CapCandidate> candidates, int good, int others)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        Check(candidates);
        int seats = Seats(candidates.Count, good, others);
        var selected = new List<string>();
        var demoted = new List<string>();
        ValueList<string> undecided = [];
        int left = seats;
        foreach (IGrouping<ValueList<Fraction>, CapCandidate> equal in candidates.GroupBy(c => c.Keys).OrderByDescending(g => g.Key, ByKeys.Instance))
        {
            ValueList<string> ids = equal.Select(c => c.Id).ToValueList();
            if (undecided.Count == 0 && ids.Count <= left)
            {
                selected.AddRange(ids);
                left -= ids.Count;
            }
            else if (left > 0 && undecided.Count == 0)
            {
                undecided = ids;
            }
            else
            {
                demoted.AddRange(ids);
            }
        }

        var why = new List<Reason> { Counted.Because(null, ("seats", seats), ("candidates", candidates.Count), ("share", Share.ToString()), ("base", BaseName())) };
        if (undecided.Count > 0)
        {
            why.Add(Tied.Because(null, ("tied", undecided), ("seats", left)));
        }

        return new CapResult(seats, selected.ToValueList(), demoted.ToValueList(), undecided, undecided.Count > 0 ? left : 0, why.ToValueList());
    }

    private BilingualText BaseName() => Base switch
    {
        CapBase.AfterDemotion => new("số hoàn thành tốt sau khi hạ ứng viên dư", "those rated good after surplus candidates are demoted"),
        CapBase.BeforeDemotion => new("số hoàn thành tốt trước khi hạ", "those rated good before any is demoted"),
        CapBase.GoodOrBetter => new("số hoàn thành tốt trở lên", "those rated good or better"),
        _ => new("toàn nhóm", "the whole group"),
    };

    private static void Check(ValueList<CapCandidate> candidates)
    {
        var problems = new RecordProblems();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < candidates.Count; i++)
        {
            string field = RecordProblems.At("candidates", i);
            if (!seen.Add(candidates[i].Id))
            {
                problems.Add("duplicate_unit", field + ".id", "ứng viên '" + candidates[i].Id + "' bị lặp lại", "the candidate '" + candidates[i].Id + "' stands twice");
            }

            if (candidates[i].TieBreaks.Count != candidates[0].TieBreaks.Count)
            {
                problems.Add("tie_breaks_differ", field + ".tieBreaks", "số tiêu chí phụ khác các ứng viên khác", "has another number of tie-breaks than the others");
            }
        }

        problems.ThrowIfAny();
    }

    private sealed class ByKeys : IComparer<ValueList<Fraction>>
    {
        public static readonly ByKeys Instance = new();

        public int Compare(ValueList<Fraction>? x, ValueList<Fraction>? y) =>
            x!.Zip(y!, (a, b) => a.CompareTo(b)).FirstOrDefault(order => order != 0);
    }
}

/// <summary>What the share of a cap is taken of (cơ số khống chế).</summary>
public enum CapBase
{
    /// <summary>Those rated good, the candidates that were not chosen included. The default: the published list keeps the rule.</summary>
    AfterDemotion = 0,

    /// <summary>Those rated good before any candidate is demoted.</summary>
    BeforeDemotion = 1,

    /// <summary>Those rated good and all candidates.</summary>
    GoodOrBetter = 2,

    /// <summary>The whole group.</summary>
    WholeGroup = 3,
}

/// <summary>A unit that meets what excellence requires (ứng viên xuất sắc).</summary>
/// <param name="Id">The unit.</param>
/// <param name="Index">Its rounded index.</param>
/// <param name="TieBreaks">What decides between equal indexes, in order; the greatest first.</param>
public sealed record CapCandidate(string Id, Fraction Index, ValueList<Fraction> TieBreaks)
{
    internal ValueList<Fraction> Keys => [Index, .. TieBreaks];
}

/// <summary>Who is excellent under a cap (kết quả khống chế).</summary>
/// <param name="Seats">How many may be.</param>
/// <param name="Selected">Who is, the best first.</param>
/// <param name="Demoted">Who becomes good, the best first.</param>
/// <param name="Undecided">Who is equal at the cut: a person decides.</param>
/// <param name="SeatsUndecided">How many of the undecided may be excellent.</param>
/// <param name="Why">How the places were counted.</param>
public sealed record CapResult(
    int Seats, ValueList<string> Selected, ValueList<string> Demoted, ValueList<string> Undecided, int SeatsUndecided, ValueList<Reason> Why);
