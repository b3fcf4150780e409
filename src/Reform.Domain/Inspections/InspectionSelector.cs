using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.Values;

namespace Reform.Domain.Inspections;

/// <summary>What is known of a unit that may be inspected (căn cứ chọn đơn vị).</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="RiskPoints">The weight of what is found against it; null: not known.</param>
/// <param name="LastInspectedOn">When it was last inspected; null: never.</param>
public sealed record InspectionCandidate(string UnitId, int? RiskPoints, LocalDate? LastInspectedOn);

/// <summary>How units are selected (cách chọn đơn vị kiểm tra).</summary>
/// <param name="RiskFrom">From how many points on a unit is inspected for risk.</param>
/// <param name="RotationYears">After how many years without inspection it is its turn.</param>
/// <param name="Drawn">How many of the others are drawn; at most as many as there are.</param>
/// <param name="Seed">The seed of the draw.</param>
public sealed record SelectionPolicy(int RiskFrom, int RotationYears, int Drawn, string Seed);

/// <summary>Proposes which units to inspect, each with a reason that is recorded (đề xuất đơn vị kiểm tra).</summary>
public static class InspectionSelector
{
    /// <summary>Proposes units: first those at risk, then those whose turn it is, then some drawn of the rest.</summary>
    /// <param name="candidates">The units, each once.</param>
    /// <param name="policy">How to select.</param>
    /// <param name="on">The date of the selection.</param>
    /// <returns>The selections: by risk, highest first; by rotation, the longest without inspection first; by draw.</returns>
    public static ValueList<InspectionSelection> Propose(IReadOnlyList<InspectionCandidate> candidates, SelectionPolicy policy, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(policy);
        List<InspectionCandidate> risky = [.. candidates.Where(c => c.RiskPoints >= policy.RiskFrom)
            .OrderByDescending(c => c.RiskPoints).ThenBy(c => c.UnitId, StringComparer.Ordinal)];
        LocalDate longAgo = on.PlusYears(-policy.RotationYears);
        List<InspectionCandidate> turns = [.. candidates.Except(risky).Where(c => c.LastInspectedOn is null || c.LastInspectedOn <= longAgo)
            .OrderBy(c => c.LastInspectedOn ?? LocalDate.MinIsoValue).ThenBy(c => c.UnitId, StringComparer.Ordinal)];
        string[] others = [.. candidates.Except(risky).Except(turns).Select(c => c.UnitId)];
        return risky.Select(c => Selection(c.UnitId, SelectionReason.Risk, "điểm rủi ro " + Number(c.RiskPoints!.Value), "risk points " + Number(c.RiskPoints.Value)))
            .Concat(turns.Select(c => c.LastInspectedOn is LocalDate last
                ? Selection(c.UnitId, SelectionReason.Rotation, "kiểm tra lần gần nhất ngày " + LocalDatePattern.Iso.Format(last), "last inspected on " + LocalDatePattern.Iso.Format(last))
                : Selection(c.UnitId, SelectionReason.Rotation, "chưa được kiểm tra lần nào", "never inspected")))
            .Concat(UnitSample.Draw(policy.Seed, others, Math.Min(policy.Drawn, others.Length))
                .Select(u => new InspectionSelection(u, SelectionReason.Random) { Seed = policy.Seed }))
            .ToValueList();
    }

    private static InspectionSelection Selection(string unitId, SelectionReason reason, string vietnamese, string english) =>
        new(unitId, reason) { Note = new BilingualText(vietnamese, english) };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
