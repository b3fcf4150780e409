using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;
using Reform.Testing;

namespace Reform.Domain.Tests.Delegation;

/// <summary>The caller's lines at the top of docs/guides/delegation.md compile and give what they say.</summary>
public sealed class GuideExampleTests
{
    [Fact]
    public void The_first_lines_of_the_guide_are_these()
    {
        OrganizationRegister units = ProvinceWorld.Organization;
        Power permit = ProvinceWorld.HeldBy("province/Chair");
        Grant mandate = ProvinceWorld.Mandate("province/Chair", "department/Director") with { Id = "34/QĐ-UBND" };
        string director = "department/Director";

        // guide: first lines
        var register = new AuthorityRegister([permit], [mandate], organization: units);
        AuthorityDecision decision = register.Check(new AuthorityQuestion(director, "permit", new LocalDate(2026, 6, 15)));
        AuthorityVerdict verdict = decision.Verdict;            // Competent, NotCompetent, Ambiguous or Unknown
        ValueList<AuthorityLink> chain = decision.Chain;        // from the holder by law to the one who acts, instrument by instrument
        Responsibility? who = decision.Responsible;             // under a mandate the grantor answers for the result
        LocalDate? until = decision.NextChange;                 // the answer stays the same until then
        ValueList<Reason> why = decision.Explain(units.NameOf); // in Vietnamese and English; the last reason of a no is the broken link
        var told = new GrantEvent.Revoked("34/QĐ-UBND", new LocalDate(2026, 3, 10), NotifiedOn: new LocalDate(2026, 3, 12));
        var later = new AuthorityRecords { Events = [new Recorded<GrantEvent>("r1", told, Instant.FromUtc(2026, 3, 11, 2, 0))] };
        AuthorityRegister now = register.With(later);           // nothing recorded ever changes: now.AsKnownAt(…) is what was known then
        // guide: end

        Assert.Equal(AuthorityVerdict.Competent, verdict);
        Assert.Equal(["province/Chair", director], chain.Select(l => l.HolderId));
        Assert.Equal("province/Chair", who?.ResultId);
        Assert.Equal(new LocalDate(2027, 1, 1), until);
        Assert.Equal(["holds_by_law", "granted"], why.Select(r => r.Code));
        Assert.Equal("revoked", now.Check(decision.Question).Code);
        Assert.Equal("competent", now.AsKnownAt(Instant.FromUtc(2026, 3, 11, 1, 59)).Check(decision.Question).Code);
        string source = File.ReadAllText(Repository.PathOf("tests", "Reform.Domain.Tests", "Delegation", "GuideExampleTests.cs"));
        string[] lines = source.Split("// guide: first lines\n")[1].Split("        // guide: end")[0].Split('\n');
        string shown = string.Join('\n', lines.Select(l => l.Length > 8 ? l[8..] : l));
        Assert.Contains("```csharp\n" + shown + "```", File.ReadAllText(Repository.PathOf("docs", "guides", "delegation.md")), StringComparison.Ordinal);
    }
}
