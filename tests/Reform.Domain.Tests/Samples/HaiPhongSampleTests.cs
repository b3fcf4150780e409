using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Reform.Domain.Calendars;
using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Domain.Delegation;
using Reform.Domain.Organizations;
using Reform.Domain.Procedures;
using Reform.Samples.HaiPhong.Generator;
using Reform.Testing;

namespace Reform.Domain.Tests.Samples;

public sealed partial class HaiPhongSampleTests
{
    private static readonly string Folder = Repository.PathOf("samples", "haiphong");

    [Fact]
    public void Exactly_the_injected_breaches_are_found()
    {
        (EvaluationReport report, List<CaseReport> cases) = Evaluate();
        JsonElement expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "expected-breaches.json"))).RootElement;
        Assert.Equal(Rows(expected.GetProperty("breaches")), cases.SelectMany(c => c.Breaches.Select(b => (c.Facts.CaseId, b.Rule.Code))).Order());
        Assert.Equal(Rows(expected.GetProperty("unknown")), cases.SelectMany(c => c.Undecided.Select(b => (c.Facts.CaseId, b.Rule.Code))).Order());
        foreach (RuleFigures rule in report.Rules)
        {
            Assert.Equal((Count(expected, "counts", rule.Rule.Code), Count(expected, "unknown_counts", rule.Rule.Code)), (rule.Failed, rule.Unknown));
        }

        Assert.Equal((expected.GetProperty("cases").GetInt32(), expected.GetProperty("events").GetInt64()), (report.Log.Cases, report.Log.Events));
        Assert.True(report.IsSynthetic);
        Assert.Empty(report.BrokenRules);
    }

    [Fact]
    public void Every_rule_on_cases_is_broken_at_least_nine_times()
    {
        (EvaluationReport report, _) = Evaluate();
        Assert.All(report.Rules, r => Assert.True(r.Failed >= 9, r.Rule.Code));
    }

    [Fact]
    public void Most_sound_decisions_rest_on_a_chain_of_two_grants()
    {
        (_, List<CaseReport> cases) = Evaluate();
        List<AuthorityDecision> competent = [.. cases.Select(c => c.Case.Authority).OfType<AuthorityDecision>().Where(a => a.IsCompetent)];
        int byTwoGrants = competent.Count(a => a.Chain.Count(link => link.Grant is not null) == 2);
        Assert.True(byTwoGrants * 2 > competent.Count, byTwoGrants + " of " + competent.Count);
    }

    [Fact]
    public void Generating_it_again_gives_the_same_cases_and_the_same_list()
    {
        string folder = Directory.CreateTempSubdirectory("reform-tests-").FullName;
        try
        {
            SampleGenerator.Generate(Folder, folder);
            Assert.Equal(File.ReadAllText(Path.Combine(Folder, "expected-breaches.json")), File.ReadAllText(Path.Combine(folder, "expected-breaches.json")));
            Assert.Equal(Unpacked(Folder), Unpacked(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_generator_does_not_know_the_library_that_it_tests() => Assert.DoesNotContain(
        typeof(SampleGenerator).Assembly.GetReferencedAssemblies(), a => a.Name!.StartsWith("Reform.", StringComparison.Ordinal));

    [Fact]
    public void A_case_that_a_guide_names_is_in_the_sample()
    {
        string[] guides = [Repository.PathOf("README.md"), Path.Combine(Folder, "README.md"), .. Directory.GetFiles(Repository.PathOf("docs", "guides"))];
        string[] named = [.. guides.SelectMany(g => CaseId().Matches(File.ReadAllText(g))).Select(m => m.Value).Distinct()];
        (_, List<CaseReport> cases) = Evaluate();
        Assert.NotEmpty(named);
        Assert.Subset(cases.Select(c => c.Facts.CaseId).ToHashSet(), named.ToHashSet());
    }

    private static (EvaluationReport Report, List<CaseReport> Cases) Evaluate()
    {
        OrganizationRegister units = Read("units.json", s => OrganizationFile.Read(s));
        var context = new CaseContext(
            Read("haiphong.mapping.json", s => LogMappingFile.Read(s)),
            Read("calendar.json", s => WorkCalendarFile.Read(s)),
            Read("procedures.json", s => ProcedureFile.Read(s)),
            units,
            Read("authority.json", s => AuthorityFile.Read(s, "authority.json", units)));
        var evaluation = new LogEvaluation(context, BuiltInRules.Cases);
        var quality = new DataQuality();
        using FileStream log = File.OpenRead(Path.Combine(Folder, "cases.xes.gz"));
        List<CaseReport> cases = [.. CaseLogReader.Read(log, context.Mapping, quality).Select(evaluation.Add)];
        return (evaluation.Report(quality), cases);
    }

    private static T Read<T>(string name, Func<Stream, T> read)
    {
        using FileStream stream = File.OpenRead(Path.Combine(Folder, name));
        return read(stream);
    }

    private static IEnumerable<(string, string)> Rows(JsonElement rows) =>
        rows.EnumerateArray().Select(r => (r.GetProperty("case").GetString()!, r.GetProperty("rule").GetString()!)).Order();

    private static int Count(JsonElement expected, string counts, string rule) =>
        expected.GetProperty(counts).TryGetProperty(rule, out JsonElement count) ? count.GetInt32() : 0;

    private static string Unpacked(string folder)
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, "cases.xes.gz")), CompressionMode.Decompress));
        return text.ReadToEnd();
    }

    [GeneratedRegex(@"\bHS-\d{4}-\d{4}\b")]
    private static partial Regex CaseId();
}
