using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>A procedure as a unit really applies it (biến thể tại đơn vị).</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Version">What it applies.</param>
/// <param name="Authority">What allows it to differ (thẩm quyền quy định riêng); null: nothing does.</param>
public sealed record UnitVariant(string UnitId, ProcedureVersion Version, LegalBasis? Authority = null);

/// <summary>How a unit differs from the procedure as it was issued (khác biệt so với quy định thống nhất).</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Differences">What differs: documents, steps, limits.</param>
/// <param name="Authority">What allows it; null: nothing does.</param>
public sealed record UnitDifference(string UnitId, ValueList<Reason> Differences, LegalBasis? Authority)
{
    /// <summary>Whether it applies the procedure as it was issued, or may differ.</summary>
    public bool IsUniform => Differences.Count == 0 || Authority is not null;
}

/// <summary>Whether units apply one procedure alike (tính thống nhất).</summary>
public static class Uniformity
{
    private static readonly ReasonKind ExtraDocument = new(
        "extra_document", "Đơn vị '{unit}' yêu cầu thêm giấy tờ '{document}'", "The unit '{unit}' asks for one more document, '{document}'");

    private static readonly ReasonKind LeftOutDocument = new(
        "left_out_document", "Đơn vị '{unit}' không yêu cầu giấy tờ '{document}'", "The unit '{unit}' does not ask for the document '{document}'");

    private static readonly ReasonKind ExtraStep = new(
        "extra_step", "Đơn vị '{unit}' có thêm bước '{step}'", "The unit '{unit}' has one more step, '{step}'");

    private static readonly ReasonKind LeftOutStep = new(
        "left_out_step", "Đơn vị '{unit}' bỏ bước '{step}'", "The unit '{unit}' leaves the step '{step}' out");

    private static readonly ReasonKind OtherLimit = new(
        "other_limit", "Đơn vị '{unit}' áp dụng thời hạn '{limit}' khác: {applied} thay vì {issued}", "The unit '{unit}' applies another limit '{limit}': {applied} in place of {issued}");

    private static readonly ReasonKind ExtraLimit = new(
        "extra_limit", "Đơn vị '{unit}' đặt thêm thời hạn '{limit}'", "The unit '{unit}' sets one more limit, '{limit}'");

    private static readonly ReasonKind LeftOutLimit = new(
        "left_out_limit", "Đơn vị '{unit}' bỏ thời hạn '{limit}'", "The unit '{unit}' leaves the limit '{limit}' out");

    private static readonly ReasonKind LimitNotComparable = new(
        "limit_not_comparable", "Đơn vị '{unit}': không so sánh được thời hạn '{limit}'", "The unit '{unit}': the limit '{limit}' cannot be compared");

    /// <summary>Compares what units apply with the procedure as it was issued.</summary>
    /// <param name="issued">The version as it was issued.</param>
    /// <param name="variants">What units apply.</param>
    /// <param name="on">The date whose limits are compared.</param>
    /// <returns>One line for each unit, in the order given.</returns>
    public static ValueList<UnitDifference> Of(ProcedureVersion issued, IEnumerable<UnitVariant> variants, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(issued);
        ArgumentNullException.ThrowIfNull(variants);
        return variants.Select(v => new UnitDifference(v.UnitId, Differences(issued, v, on).ToValueList(), v.Authority)).ToValueList();
    }

    internal static int DocumentsIn(ValueList<Reason> differences) => Count(differences, ExtraDocument, LeftOutDocument);

    internal static int StepsIn(ValueList<Reason> differences) => Count(differences, ExtraStep, LeftOutStep);

    internal static int LimitsIn(ValueList<Reason> differences) => Count(differences, OtherLimit, ExtraLimit, LeftOutLimit);

    internal static int NotComparableIn(ValueList<Reason> differences) => Count(differences, LimitNotComparable);

    private static int Count(ValueList<Reason> differences, params ReasonKind[] kinds) => differences.Count(d => kinds.Any(k => k.Code == d.Code));

    private static IEnumerable<Reason> Differences(ProcedureVersion issued, UnitVariant variant, LocalDate on)
    {
        VersionComparison comparison = VersionComparison.Of(issued, on, variant.Version, on);
        foreach (BilingualText document in comparison.AddedDocuments)
        {
            yield return ExtraDocument.Because(null, ("unit", variant.UnitId), ("document", document));
        }

        foreach (BilingualText document in comparison.RemovedDocuments)
        {
            yield return LeftOutDocument.Because(null, ("unit", variant.UnitId), ("document", document));
        }

        foreach (BilingualText step in comparison.AddedSteps)
        {
            yield return ExtraStep.Because(null, ("unit", variant.UnitId), ("step", step));
        }

        foreach (BilingualText step in comparison.RemovedSteps)
        {
            yield return LeftOutStep.Because(null, ("unit", variant.UnitId), ("step", step));
        }

        foreach (string limit in comparison.AddedLimits)
        {
            yield return ExtraLimit.Because(null, ("unit", variant.UnitId), ("limit", limit));
        }

        foreach (string limit in comparison.RemovedLimits)
        {
            yield return LeftOutLimit.Because(null, ("unit", variant.UnitId), ("limit", limit));
        }

        foreach (ComparedLimit limit in comparison.Limits)
        {
            if (limit.Comparison is { Comparability: Comparability.Comparable } compared)
            {
                if (compared.Saved != 0)
                {
                    yield return OtherLimit.Because(
                        null, ("unit", variant.UnitId), ("limit", limit.Id), ("applied", compared.After.Limit!.Amount), ("issued", compared.Before.Limit!.Amount));
                }
            }
            else if (limit.Comparison is null || limit.Comparison.Before.Limit is not null || limit.Comparison.After.Limit is not null)
            {
                yield return LimitNotComparable.Because(null, ("unit", variant.UnitId), ("limit", limit.Id));
            }
        }
    }
}
