using Reform.Domain.Compliance;
using Reform.Domain.Rules;
using Reform.Testing;

namespace Reform.Domain.Tests.Inspections;

/// <summary>The table of the guide lists the rules with their severities, each once.</summary>
public sealed class InspectionGuideTests
{
    [Fact]
    public void The_guide_has_every_rule_with_its_severity()
    {
        string[][] rows = [.. File.ReadLines(Repository.PathOf("docs", "guides", "compliance-inspections.md"))
            .Where(l => l.StartsWith("| CR-", StringComparison.Ordinal)).Select(l => l.Trim('|', ' ').Split(" | "))];
        Assert.Equal(
            BuiltInRules.OverInspections.Select(r => (r.Code, Severity: r.Severity.ToString().ToLowerInvariant())).Order(),
            rows.Select(r => (r[0], r[2])).Order());
        Assert.Equal(18, rows.Length);
    }

    [Fact]
    public void Every_book_passes_the_check_of_rule_books() => Assert.Empty(
        ((RuleBook[])[
            BuiltInRules.InspectionDuties, BuiltInRules.InspectionPlans, BuiltInRules.InspectionSelections, BuiltInRules.Inspections, BuiltInRules.Remedies,
            BuiltInRules.InspectionRotations, BuiltInRules.Pilots, BuiltInRules.PilotCases, BuiltInRules.DigitalAdoption, BuiltInRules.CodeUses,
            BuiltInRules.AutomatedProposals, BuiltInRules.ElectronicFilings, BuiltInRules.FlowDocuments,
        ]).SelectMany(b => b.Check()));
}
