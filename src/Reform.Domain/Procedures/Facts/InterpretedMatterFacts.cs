using NodaTime;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>The interpretations in force about one thing on a date, flat (các giải thích về một nội dung).</summary>
public sealed record InterpretedMatterFacts
{
    /// <summary>What rules have to know of them: judged by the rules of the date of judgement.</summary>
    public static RuleSubject<InterpretedMatterFacts> Subject { get; } = new(
        "interpreted_matter", new BilingualText("nội dung được giải thích", "interpreted matter"), f => f.Id, f => f.On, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(ProcedureCode)] = new("mã thủ tục", "procedure"),
            [nameof(LimitId)] = new("mã thời hạn", "limit"),
            [nameof(Clause)] = new("điều khoản", "clause"),
            [nameof(On)] = new("ngày đánh giá", "date of judgement"),
            [nameof(UnitId)] = new("đơn vị chịu trách nhiệm", "unit that answers"),
            [nameof(InForce)] = new("số giải thích có hiệu lực", "interpretations in force"),
            [nameof(Standing)] = new("trạng thái cách hiểu", "standing"),
            [nameof(DifferenceVietnamese)] = new("khác nhau thế nào", "how they differ"),
            [nameof(DifferenceEnglish)] = new("khác nhau thế nào (tiếng Anh)", "how they differ (English)"),
        },
    };

    /// <summary>The procedure with the limit or the clause; for example "PTY-DSCC/DSCC-FILE".</summary>
    public required string Id { get; init; }

    /// <summary>The code of the procedure.</summary>
    public required string ProcedureCode { get; init; }

    /// <summary>The limit; null: none.</summary>
    public string? LimitId { get; init; }

    /// <summary>The clause; null: none in particular.</summary>
    public string? Clause { get; init; }

    /// <summary>The date of judgement.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The unit that answers for it; null: not said.</summary>
    public string? UnitId { get; init; }

    /// <summary>How many interpretations are in force.</summary>
    public int InForce { get; init; }

    /// <summary>Whether they agree, the higher one prevails, or none does.</summary>
    public InterpretationStanding Standing { get; init; }

    /// <summary>How they differ, in Vietnamese; null: they agree.</summary>
    public string? DifferenceVietnamese { get; init; }

    /// <summary>The same in English.</summary>
    public string? DifferenceEnglish { get; init; }

    /// <summary>Works the facts out.</summary>
    /// <param name="register">The interpretations, as known at the moment that the caller chose.</param>
    /// <param name="on">The date of judgement.</param>
    /// <param name="unitId">The unit that answers for it; null: not said.</param>
    /// <returns>The facts of each thing that is interpreted, in the order in which they were recorded.</returns>
    public static ValueList<InterpretedMatterFacts> Of(InterpretationRegister register, LocalDate on, string? unitId = null)
    {
        ArgumentNullException.ThrowIfNull(register);
        return register.MattersOn(on).Select(m => new InterpretedMatterFacts
        {
            Id = m.Subject.ProcedureCode + "/" + (m.Subject.LimitId ?? m.Subject.Clause),
            ProcedureCode = m.Subject.ProcedureCode,
            LimitId = m.Subject.LimitId,
            Clause = m.Subject.Clause,
            On = on,
            UnitId = unitId,
            InForce = m.InForce,
            Standing = m.Ranking.Standing,
            DifferenceVietnamese = m.Ranking.Difference?.Sentence.Vietnamese,
            DifferenceEnglish = m.Ranking.Difference?.Sentence.English,
        }).ToValueList();
    }
}
