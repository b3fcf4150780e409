using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>A procedure as a unit applies it beside the one that was issued, flat (biến thể tại đơn vị).</summary>
public sealed record UnitVariantFacts
{
    /// <summary>What rules have to know of variants: judged by the rules of the date of judgement.</summary>
    public static RuleSubject<UnitVariantFacts> Subject { get; } = new(
        "unit_variant", new BilingualText("thủ tục theo cách đơn vị áp dụng", "procedure as a unit applies it"), f => f.Id, f => f.On, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(ProcedureCode)] = new("mã thủ tục", "procedure"),
            [nameof(UnitId)] = new("đơn vị", "unit"),
            [nameof(On)] = new("ngày đánh giá", "date of judgement"),
            [nameof(MayDiffer)] = new("được quy định riêng", "may differ"),
            [nameof(AreDocumentsRecorded)] = new("có ghi thành phần hồ sơ của cả hai", "documents of both are recorded"),
            [nameof(OtherDocuments)] = new("số giấy tờ khác", "documents that differ"),
            [nameof(OtherSteps)] = new("số bước khác", "steps that differ"),
            [nameof(OtherLimits)] = new("số thời hạn khác", "limits that differ"),
            [nameof(LimitsNotComparable)] = new("số thời hạn không so sánh được", "limits that cannot be compared"),
            [nameof(FirstVietnamese)] = new("khác biệt đầu tiên", "first difference"),
            [nameof(FirstEnglish)] = new("khác biệt đầu tiên (tiếng Anh)", "first difference (English)"),
        },
    };

    /// <summary>The procedure and the unit.</summary>
    public required string Id { get; init; }

    /// <summary>The code of the procedure.</summary>
    public required string ProcedureCode { get; init; }

    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>The date of judgement.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Whether something allows the unit to differ.</summary>
    public bool MayDiffer { get; init; }

    /// <summary>Whether the documents of both are recorded.</summary>
    public bool AreDocumentsRecorded { get; init; }

    /// <summary>How many documents it adds or leaves out.</summary>
    public int OtherDocuments { get; init; }

    /// <summary>How many steps it adds or leaves out.</summary>
    public int OtherSteps { get; init; }

    /// <summary>How many limits it changes, adds or leaves out.</summary>
    public int OtherLimits { get; init; }

    /// <summary>How many limits cannot be compared.</summary>
    public int LimitsNotComparable { get; init; }

    /// <summary>What differs first, in Vietnamese; null: nothing.</summary>
    public string? FirstVietnamese { get; init; }

    /// <summary>The same in English.</summary>
    public string? FirstEnglish { get; init; }

    /// <summary>Works the facts out.</summary>
    /// <param name="procedureCode">The code of the procedure.</param>
    /// <param name="issued">The version as it was issued.</param>
    /// <param name="variants">What units apply.</param>
    /// <param name="on">The date whose limits are compared.</param>
    /// <returns>The facts of each unit, in the order given.</returns>
    public static ValueList<UnitVariantFacts> Of(string procedureCode, ProcedureVersion issued, IEnumerable<UnitVariant> variants, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(procedureCode);
        ArgumentNullException.ThrowIfNull(issued);
        ArgumentNullException.ThrowIfNull(variants);
        List<UnitVariant> all = [.. variants];
        return Uniformity.Of(issued, all, on).Zip(all, (difference, variant) => new UnitVariantFacts
        {
            Id = procedureCode + "/" + variant.UnitId,
            ProcedureCode = procedureCode,
            UnitId = variant.UnitId,
            On = on,
            MayDiffer = variant.Authority is not null,
            AreDocumentsRecorded = issued.Documents is not null && variant.Version.Documents is not null,
            OtherDocuments = Uniformity.DocumentsIn(difference.Differences),
            OtherSteps = Uniformity.StepsIn(difference.Differences),
            OtherLimits = Uniformity.LimitsIn(difference.Differences),
            LimitsNotComparable = Uniformity.NotComparableIn(difference.Differences),
            FirstVietnamese = First(difference)?.Sentence.Vietnamese,
            FirstEnglish = First(difference)?.Sentence.English,
        }).ToValueList();
    }

    private static Reason? First(UnitDifference difference) => difference.Differences.Count > 0 ? difference.Differences[0] : null;
}
