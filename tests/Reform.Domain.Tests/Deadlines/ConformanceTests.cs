using Reform.Testing;

namespace Reform.Domain.Tests.Deadlines;

/// <summary>conformance/deadlines/*.jsonl are made from the table of worked cases, and from nothing else.</summary>
public sealed class ConformanceTests
{
    [Fact]
    public void The_default_vectors_are_made_from_the_table() => Conformance.Verify("deadlines", "default.jsonl", ConformanceVectors.Default());

    [Fact]
    public void The_policy_vectors_are_made_from_the_table() => Conformance.Verify("deadlines", "policies.jsonl", ConformanceVectors.Policies());

    [Fact]
    public void The_backward_vectors_are_made_from_the_table() => Conformance.Verify("deadlines", "backward.jsonl", ConformanceVectors.Backward());

    [Fact]
    public void The_refused_vectors_are_made_from_the_table() => Conformance.Verify("deadlines", "refused.jsonl", ConformanceVectors.Refused());

    [Fact]
    public void The_table_holds_enough_cases_each_with_its_reason_in_two_languages()
    {
        Assert.True(WorkedCase.All.Count >= 120);
        Assert.Equal(WorkedCase.All.Count, WorkedCase.All.Select(c => c.Id).Distinct().Count());
        Assert.All(WorkedCase.All, c => Assert.False(
            string.IsNullOrWhiteSpace(c.ReasonVi) || string.IsNullOrWhiteSpace(c.ReasonEn) || string.IsNullOrWhiteSpace(c.Source)));
    }
}
