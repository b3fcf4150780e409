using Microsoft.EntityFrameworkCore;
using NodaTime;
using Reform.Domain.Inspections;
using Reform.Domain.Rules;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Grpc.Storage;
using P = Reform.Inspections.V1;

namespace Reform.Grpc.Inspections;

/// <summary>Proposes which units to inspect, and draws units.</summary>
internal sealed class InspectionSelecting(ReformDbContext db, FactLists lists, IClock clock)
{
    private const int MostUnits = 1000;
    private const int MostYears = 100;
    private const int MostWeight = 1000;

    public async Task<P.ProposeSelectionResponse> Propose(P.ProposeSelectionRequest request, CancellationToken cancellation)
    {
        LocalDate on = RequestFields.Date("on", request.On) ?? clock.TodayInVietnam();
        var policy = new SelectionPolicy(
            InRange("risk_from", request.RiskFrom, 1, int.MaxValue), InRange("rotation_years", request.RotationYears, 1, MostYears),
            InRange("drawn", request.Drawn, 0, int.MaxValue), RecordMapping.RequiredWord("seed", request.Seed));
        List<string> units = Units("candidates", [.. request.Candidates.Select(c => c.Unit)], ".unit");

        RegisterState state = await lists.At(request.KnownAt, cancellation);
        Dictionary<string, int>? found = request.FindingWeights is null ? null : await PointsOf(units, request.FindingWeights, cancellation);
        var candidates = new List<InspectionCandidate>();
        for (int i = 0; i < units.Count; i++)
        {
            int? points = request.Candidates[i].HasRiskPoints
                ? InRange(RequestFields.At("candidates", i) + ".risk_points", request.Candidates[i].RiskPoints, 0, int.MaxValue)
                : found?.GetValueOrDefault(units[i]);
            candidates.Add(new InspectionCandidate(units[i], points, state.Inspections.LastInspectedOn(units[i], on)));
        }

        return new P.ProposeSelectionResponse
        {
            Selections = { InspectionSelector.Propose(candidates, policy, on).Select(InspectionMapping.ToProto) },
            Revision = state.Revision,
        };
    }

    public static P.DrawUnitsResponse Draw(P.DrawUnitsRequest request)
    {
        string seed = RecordMapping.RequiredWord("seed", request.Seed);
        List<string> units = Units("units", request.Units, "");
        return new P.DrawUnitsResponse { Units = { UnitSample.Draw(seed, units, InRange("count", request.Count, 0, units.Count)).Select(InspectionMapping.Unit) } };
    }

    /// <summary>The units of names, each once.</summary>
    public static List<string> Units(string list, IReadOnlyList<string> names, string field)
    {
        RequestFields.AtMost(list, names.Count, MostUnits);
        if (names.Count == 0)
        {
            throw Refusal.RequiredField(list);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. names.Select((name, i) =>
        {
            string at = RequestFields.At(list, i) + field;
            string unit = InspectionMapping.Unit(at, name);
            return seen.Add(unit) ? unit : throw Refusal.InvalidField(at, "đơn vị nêu hai lần", "stands twice");
        })];
    }

    private static int InRange(string field, int value, int least, int most) => value >= least && value <= most
        ? value
        : throw Refusal.InvalidField(
            field, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"phải từ {least} đến {most}"),
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"must be from {least} to {most}"));

    // What is found against a unit and neither remedied nor waived; what is only undecided is nothing against it.
    private async Task<Dictionary<string, int>> PointsOf(List<string> units, P.FindingWeights weights, CancellationToken cancellation)
    {
        int info = Weight("info", weights.Info), warning = Weight("warning", weights.Warning), error = Weight("error", weights.Error), critical = Weight("critical", weights.Critical);
        var counts = await db.Findings.AsNoTracking()
            .Where(f => f.State == FindingState.Open && f.Verdict == Verdict.Fail && f.UnitId != null && units.Contains(f.UnitId))
            .GroupBy(f => new { f.UnitId, f.Severity }).Select(g => new { g.Key.UnitId, g.Key.Severity, Count = g.Count() }).ToListAsync(cancellation);
        return counts.GroupBy(c => c.UnitId!, StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            g => (int)Math.Min(int.MaxValue, g.Sum(c => (long)c.Count * c.Severity switch
            {
                Severity.Info => info,
                Severity.Warning => warning,
                Severity.Error => error,
                _ => critical,
            })),
            StringComparer.Ordinal);
    }

    private static int Weight(string name, int value) => InRange("finding_weights." + name, value, 0, MostWeight);
}
