using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Compliance;

/// <summary>Adds up the figures of the cases that share a key.</summary>
internal sealed class GroupCounter
{
    private static readonly HashSet<string> LateRules = new(["CR-CAS-05", "CR-CAS-06"], StringComparer.Ordinal);
    private readonly Dictionary<string, GroupFigures> groups = new(StringComparer.Ordinal);

    public IEnumerable<GroupFigures> Figures(Func<string, BilingualText> nameOf) =>
        groups.Values.Select(g => g with { Name = nameOf(g.Key) });

    public void Add(string key, CaseReport report)
    {
        GroupFigures sum = groups.GetValueOrDefault(key) ?? new GroupFigures(key, BilingualText.Same("-"), 0, 0, 0, 0, 0, 0, 0);
        int breaches = report.Breaches.Count();
        groups[key] = sum with
        {
            Cases = sum.Cases + 1,
            Finished = sum.Finished + (report.Facts.IsOpen ? 0 : 1),
            Late = sum.Late + (report.Breaches.Any(b => LateRules.Contains(b.Rule.Code)) ? 1 : 0),
            CasesWithBreach = sum.CasesWithBreach + (breaches > 0 ? 1 : 0),
            Breaches = sum.Breaches + breaches,
            Critical = sum.Critical + report.Breaches.Count(b => b.Rule.Severity == Severity.Critical),
            Unknown = sum.Unknown + report.Undecided.Count(),
        };
    }
}
