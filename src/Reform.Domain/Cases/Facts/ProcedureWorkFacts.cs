using NodaTime;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>The cases of one procedure at a unit, flat (công việc của đơn vị theo một thủ tục).</summary>
public sealed record ProcedureWorkFacts
{
    /// <summary>What rules have to know of it: judged by the rules of the date of judgement.</summary>
    public static RuleSubject<ProcedureWorkFacts> Subject { get; } = new(
        "procedure_work", new BilingualText("công việc của đơn vị theo thủ tục", "work of a unit under a procedure"), f => f.Id, f => f.AsOf, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(UnitId)] = new("đơn vị", "unit"),
            [nameof(ProcedureCode)] = new("mã thủ tục", "procedure"),
            [nameof(AsOf)] = new("ngày đánh giá", "date of judgement"),
            [nameof(Cases)] = new("số hồ sơ", "cases"),
            [nameof(WithoutVersion)] = new("số hồ sơ không có phiên bản thủ tục", "cases without a version of the procedure"),
            [nameof(Unwritten)] = new("số hồ sơ theo quy trình chưa thành văn", "cases under an unwritten version"),
        },
    };

    /// <summary>The unit and the procedure.</summary>
    public required string Id { get; init; }

    /// <summary>The unit that received the cases.</summary>
    public required string UnitId { get; init; }

    /// <summary>The code of the procedure.</summary>
    public required string ProcedureCode { get; init; }

    /// <summary>The date of judgement.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>How many cases it received by then.</summary>
    public int Cases { get; init; }

    /// <summary>How many of them were received when no version of the procedure was in force, or it is not in the catalogue.</summary>
    public int WithoutVersion { get; init; }

    /// <summary>How many of them were received under a version that is written down nowhere.</summary>
    public int Unwritten { get; init; }
}
