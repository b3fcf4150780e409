using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>The order in which ratings are decided (thứ tự xếp loại): the collective before its head, a unit before its Party organisation, lower before upper.</summary>
public static class RatingOrder
{
    private static readonly ReasonKind TooEarly = new(
        "rated_out_of_order",
        "{subject} được xếp loại ngày {decided}, khi {first} chưa được xếp loại",
        "{subject} was rated on {decided}, when {first} was not rated yet");

    /// <summary>The first day on which the order is prescribed.</summary>
    public static LocalDate InForceFrom { get; } = new(2025, 8, 30);

    /// <summary>Article 12 of Regulation 366-QĐ/TW.</summary>
    public static LegalBasis Basis { get; } = LegalBasis.QualityRating("12");

    /// <summary>Finds ratings that were decided before one that has to come first.</summary>
    /// <param name="ratings">The ratings of one period.</param>
    /// <returns>The breaches, in the order of the ratings. Decisions of one day are in order.</returns>
    public static ValueList<RatingOrderBreach> Check(ValueList<RatingRecord> ratings)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        ILookup<string, RatingRecord> below = ratings.Where(r => r.Subject == RatingSubject.Collective && r.SuperiorUnitId is not null)
            .ToLookup(r => r.SuperiorUnitId!, StringComparer.Ordinal);
        ILookup<string, RatingRecord> collectives = ratings.Where(r => r.Subject == RatingSubject.Collective).ToLookup(r => r.UnitId, StringComparer.Ordinal);
        return ratings.SelectMany(r => (r.Subject == RatingSubject.Collective
                ? below[r.UnitId].Where(lower => lower.OrderedOn > r.OrderedOn).Select(lower => lower.Id)
                : collectives[r.UnitId].Any(c => c.OrderedOn <= r.OrderedOn) ? [] : collectives[r.UnitId].Select(c => c.Id).DefaultIfEmpty(r.UnitId))
            .Select(first => new RatingOrderBreach(
                r.Id, first, TooEarly.Because(Basis, ("subject", r.Id), ("decided", r.OrderedOn), ("first", first))))).ToValueList();
    }
}

/// <summary>A rating as it was decided (kết quả xếp loại đã quyết định).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Subject">Who is rated.</param>
/// <param name="UnitId">The unit; of a head, the unit that the person heads.</param>
/// <param name="SuperiorUnitId">The superior of the unit; null: none is known.</param>
/// <param name="DecidedOn">When it was decided.</param>
/// <param name="Level">The level.</param>
public sealed record RatingRecord(string Id, RatingSubject Subject, string UnitId, string? SuperiorUnitId, LocalDate DecidedOn, RatingLevel Level)
{
    /// <summary>When it was decided for the first time, where it was rated anew since; null: it was not. The order is that of first decisions.</summary>
    public LocalDate? FirstDecidedOn { get; init; }

    /// <summary>Whether the reform criterion is in it; null: not known.</summary>
    public bool? HasReformCriterion { get; init; }

    internal LocalDate OrderedOn => FirstDecidedOn ?? DecidedOn;
}

/// <summary>Who is rated (đối tượng xếp loại).</summary>
public enum RatingSubject
{
    /// <summary>A collective: a unit (tập thể).</summary>
    Collective = 0,

    /// <summary>The Party organisation of a unit (tổ chức đảng).</summary>
    PartyOrganization = 1,

    /// <summary>The head of a unit (cá nhân người đứng đầu).</summary>
    Head = 2,
}

/// <summary>A rating that was decided too early (sai thứ tự xếp loại).</summary>
/// <param name="RatingId">The rating.</param>
/// <param name="First">What has to be rated first: a rating, or a unit that has none.</param>
/// <param name="Why">The reason.</param>
public sealed record RatingOrderBreach(string RatingId, string First, Reason Why);
