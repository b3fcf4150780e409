using NodaTime;
using Reform.Domain.Organizations;

namespace Reform.Domain.Tests.Organizations;

/// <summary>To which bases admission may be delegated: Regulation 294-QĐ/TW, 22.1.</summary>
public sealed class AdmissionDelegationTests
{
    private static readonly LocalDate Delegated = new(2025, 3, 3);
    private static readonly BaseRating[] Good = [new(2022, true), new(2023, true), new(2024, true)];

    [Theory]
    [InlineData(100, Eligibility.NotEligible)]
    [InlineData(101, Eligibility.Eligible)]
    public void DS46_More_than_a_hundred_members_are_needed(int members, Eligibility expected)
    {
        EligibilityAnswer answer = AdmissionDelegation.Judge(BaseSetting.Enterprise, members, Good, Delegated);
        Assert.Equal(expected, answer.Eligibility);
        Assert.Equal(expected == Eligibility.Eligible ? "delegation_conditions_met" : "too_few_members", answer.Reasons.Single().Code);
        Assert.Contains("22.1", answer.Reasons[0].Basis!.Citation.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BaseSetting.Residential, Eligibility.NotEligible)]
    [InlineData(BaseSetting.Agency, Eligibility.Eligible)]
    [InlineData(BaseSetting.PublicServiceUnit, Eligibility.Eligible)]
    [InlineData(BaseSetting.ArmedForces, Eligibility.Eligible)]
    public void DS48_A_base_where_people_live_is_not_of_a_kind_that_is_listed(BaseSetting setting, Eligibility expected) =>
        Assert.Equal(expected, AdmissionDelegation.Judge(setting, 150, Good, Delegated).Eligibility);

    [Fact]
    public void The_last_three_full_years_have_to_be_good_one_by_one()
    {
        Assert.Equal(Eligibility.NotEligible, Judge(new(2022, true), new(2023, false), new(2024, true)));
        Assert.Equal(Eligibility.Eligible, Judge(new(2021, false), new(2022, true), new(2023, true), new(2024, true), new(2025, false)));
        Assert.Equal(Eligibility.Unknown, Judge(new(2022, true), new(2023, true)));
        Assert.Equal(Eligibility.NotEligible, Judge(new BaseRating(2024, false)));
    }

    [Fact]
    public void Every_condition_that_fails_is_named_and_what_is_missing_only_when_none_does()
    {
        Assert.Equal(
            ["base_kind_not_listed", "too_few_members", "not_rated_good"],
            AdmissionDelegation.Judge(BaseSetting.Residential, 3, [new(2024, false)], Delegated).Reasons.Select(r => r.Code));
        EligibilityAnswer unknown = AdmissionDelegation.Judge(null, null, [], Delegated);
        Assert.Equal(Eligibility.Unknown, unknown.Eligibility);
        Assert.Equal(5, unknown.Reasons.Count);
        Assert.Equal("Không thể kết luận: thiếu kết quả xếp loại năm 2022", unknown.Reasons[2].Sentence.Vietnamese);
    }

    [Fact]
    public void Figures_that_cannot_be_are_refused_with_their_field()
    {
        Assert.Equal(
            "members", Assert.Throws<OrganizationInputException>(() => AdmissionDelegation.Judge(null, -1, [], Delegated)).Problems[0].Field);
        Assert.Equal(
            "rated_twice",
            Assert.Throws<OrganizationInputException>(() => AdmissionDelegation.Judge(null, 1, [Good[0], Good[0]], Delegated)).Problems[0].Code);
    }

    private static Eligibility Judge(params BaseRating[] ratings) => AdmissionDelegation.Judge(BaseSetting.Agency, 150, ratings, Delegated).Eligibility;
}
