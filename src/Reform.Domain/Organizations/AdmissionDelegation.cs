using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>The yearly rating of a Party organisation, as far as it matters here (kết quả xếp loại hằng năm).</summary>
/// <param name="Year">The year.</param>
/// <param name="IsGoodOrBetter">Whether it was rated "hoàn thành tốt nhiệm vụ" or better.</param>
public sealed record BaseRating(int Year, bool IsGoodOrBetter);

/// <summary>Whether something is allowed, not allowed, or cannot be told (kết luận về điều kiện).</summary>
public enum Eligibility
{
    /// <summary>A fact is missing (chưa đủ dữ kiện).</summary>
    Unknown = 0,

    /// <summary>Every condition is met (đủ điều kiện).</summary>
    Eligible = 1,

    /// <summary>A condition is not met (không đủ điều kiện).</summary>
    NotEligible = 2,
}

/// <summary>Whether something is allowed, and why.</summary>
/// <param name="Eligibility">The answer.</param>
/// <param name="Reasons">Every condition that is not met, or the facts that are missing, or that all conditions are met; at least one.</param>
public sealed record EligibilityAnswer(Eligibility Eligibility, ValueList<Reason> Reasons);

/// <summary>
/// To which grassroots organisations the immediate superior may delegate admission and expulsion (điều kiện ủy quyền kết nạp, khai trừ đảng
/// viên). Regulation 294-QĐ/TW, 22.1.
/// </summary>
public static class AdmissionDelegation
{
    private const int MoreThan = 100;
    private const int Years = 3;

    private static readonly LegalBasis Basis = new(new BilingualText("Quy định 294-QĐ/TW, khoản 22.1", "Regulation 294-QĐ/TW, 22.1"));

    private static readonly ReasonKind MetKind = new(
        "delegation_conditions_met",
        "Đủ điều kiện ủy quyền: {setting}, {members} đảng viên, hoàn thành tốt trở lên các năm {years}",
        "May be delegated to: {setting}, {members} members, rated good or better in {years}");

    private static readonly ReasonKind SettingKind = new(
        "base_kind_not_listed", "Loại hình tổ chức cơ sở đảng này không thuộc diện được ủy quyền: {setting}", "This kind of base is not listed: {setting}");

    private static readonly ReasonKind MembersKind = new(
        "too_few_members", "Có {members} đảng viên; phải trên {limit}", "It has {members} members; more than {limit} are needed");

    private static readonly ReasonKind RatingKind = new(
        "not_rated_good", "Năm {year} không đạt mức hoàn thành tốt nhiệm vụ trở lên", "It was not rated good or better in {year}");

    private static readonly ReasonKind MissingKind = new("facts_missing", "Không thể kết luận: thiếu {missing}", "Cannot be decided: {missing} is missing");

    private static readonly Dictionary<BaseSetting, BilingualText> Settings = new()
    {
        [BaseSetting.Agency] = new("cơ quan", "agency"),
        [BaseSetting.Enterprise] = new("doanh nghiệp", "enterprise"),
        [BaseSetting.PublicServiceUnit] = new("đơn vị sự nghiệp", "public-service unit"),
        [BaseSetting.ArmedForces] = new("lực lượng vũ trang", "armed forces"),
        [BaseSetting.Residential] = new("địa bàn dân cư", "where people live"),
    };

    /// <summary>Says whether admission and expulsion may be delegated to a grassroots organisation.</summary>
    /// <remarks>The last three full years before the date count.</remarks>
    /// <param name="setting">Where the organisation is; null: not known.</param>
    /// <param name="members">How many members it has, at least 0; null: not known.</param>
    /// <param name="ratings">Its yearly ratings, at most one for each year.</param>
    /// <param name="on">The date of the delegation.</param>
    /// <returns>The answer: not eligible as soon as one condition fails, unknown only when none does and a fact is missing.</returns>
    /// <exception cref="OrganizationInputException">The number of members is negative, or a year is rated twice.</exception>
    public static EligibilityAnswer Judge(BaseSetting? setting, int? members, IEnumerable<BaseRating> ratings, LocalDate on)
    {
        Dictionary<int, bool> good = Read(members, ratings);
        int[] years = [.. Enumerable.Range(on.Year - Years, Years)];
        var failed = new List<Reason>();
        var missing = new List<BilingualText>();
        if (setting is not BaseSetting where)
        {
            missing.Add(new BilingualText("loại hình tổ chức cơ sở đảng", "the kind of base"));
        }
        else if (where is not (BaseSetting.Agency or BaseSetting.Enterprise or BaseSetting.PublicServiceUnit or BaseSetting.ArmedForces))
        {
            failed.Add(SettingKind.Because(Basis, ("setting", Settings[where])));
        }

        if (members is not int count)
        {
            missing.Add(new BilingualText("số đảng viên", "the number of members"));
        }
        else if (count <= MoreThan)
        {
            failed.Add(MembersKind.Because(Basis, ("members", count), ("limit", MoreThan)));
        }

        foreach (int year in years)
        {
            if (!good.TryGetValue(year, out bool isGood))
            {
                missing.Add(new BilingualText("kết quả xếp loại năm " + Digits(year), "the rating of " + Digits(year)));
            }
            else if (!isGood)
            {
                failed.Add(RatingKind.Because(Basis, ("year", year)));
            }
        }

        return (failed.Count, missing.Count) switch
        {
            ( > 0, _) => new EligibilityAnswer(Eligibility.NotEligible, failed.ToValueList()),
            (0, > 0) => new EligibilityAnswer(Eligibility.Unknown, [.. missing.Select(m => MissingKind.Because(Basis, ("missing", m)))]),
            _ => new EligibilityAnswer(Eligibility.Eligible, [MetKind.Because(
                Basis, ("setting", Settings[setting!.Value]), ("members", members!.Value), ("years", years.Select(Digits).ToValueList()))]),
        };
    }

    private static Dictionary<int, bool> Read(int? members, IEnumerable<BaseRating> ratings)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        if (members < 0)
        {
            throw OrganizationInputException.Of("members_negative", "members", "số đảng viên không được âm", "the number of members is not negative");
        }

        var good = new Dictionary<int, bool>();
        foreach (BaseRating rating in ratings)
        {
            if (!good.TryAdd(rating.Year, rating.IsGoodOrBetter))
            {
                throw OrganizationInputException.Of(
                    "rated_twice", "ratings", "năm " + Digits(rating.Year) + " được xếp loại hai lần", "the year " + Digits(rating.Year) + " is rated twice");
            }
        }

        return good;
    }

    private static string Digits(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
