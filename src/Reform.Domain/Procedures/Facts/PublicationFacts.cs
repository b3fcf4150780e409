using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>How a unit publishes a procedure on a date, flat (tình trạng công khai của đơn vị): a cell of the publication matrix.</summary>
public sealed record PublicationFacts
{
    /// <summary>What rules have to know of publication: judged by the rules of the date of judgement.</summary>
    public static RuleSubject<PublicationFacts> Subject { get; } = new(
        "publication", new BilingualText("việc công khai thủ tục", "publication of a procedure by a unit"), f => f.Id, f => f.On, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(UnitId)] = new("đơn vị", "unit"),
            [nameof(ProcedureCode)] = new("mã thủ tục", "procedure"),
            [nameof(On)] = new("ngày đánh giá", "date of judgement"),
            [nameof(State)] = new("tình trạng công khai", "state of publication"),
            [nameof(DueOn)] = new("hạn công khai", "to be posted by"),
            [nameof(Posted)] = new("số bản đang công khai", "postings"),
            [nameof(Superseded)] = new("số bản cũ còn công khai", "superseded postings"),
            [nameof(WrongBodies)] = new("số bản ghi sai cơ quan giải quyết", "postings with a wrong deciding body"),
            [nameof(BodiesUnknown)] = new("số bản chưa rõ cơ quan giải quyết", "postings whose deciding body is not known"),
            [nameof(Secret)] = new("số bản có nội dung mật", "postings with secret content"),
            [nameof(SecrecyUnknown)] = new("số bản chưa rõ có nội dung mật", "postings whose secrecy is not recorded"),
            [nameof(WhyVietnamese)] = new("lý do", "why"),
            [nameof(WhyEnglish)] = new("lý do (tiếng Anh)", "why (English)"),
            [nameof(WrongBodyVietnamese)] = new("cơ quan giải quyết sai đầu tiên", "first wrong deciding body"),
            [nameof(WrongBodyEnglish)] = new("cơ quan giải quyết sai đầu tiên (tiếng Anh)", "first wrong deciding body (English)"),
        },
    };

    /// <summary>The unit and the procedure; for example "ward/PTY-ADM".</summary>
    public required string Id { get; init; }

    /// <summary>The unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>The code of the procedure.</summary>
    public required string ProcedureCode { get; init; }

    /// <summary>The date of judgement.</summary>
    public required LocalDate On { get; init; }

    /// <summary>How the version in force is published.</summary>
    public PublicationState State { get; init; }

    /// <summary>By when it has to be posted; null: not known, or not applicable.</summary>
    public LocalDate? DueOn { get; init; }

    /// <summary>How many postings of the procedure, in whatever version, the unit has on the date.</summary>
    public int Posted { get; init; }

    /// <summary>How many of them show a version that ended.</summary>
    public int Superseded { get; init; }

    /// <summary>How many of them show another deciding body than the one that decides.</summary>
    public int WrongBodies { get; init; }

    /// <summary>Of how many of them it cannot be told.</summary>
    public int BodiesUnknown { get; init; }

    /// <summary>How many of them include content marked secret.</summary>
    public int Secret { get; init; }

    /// <summary>Of how many of them that is not recorded.</summary>
    public int SecrecyUnknown { get; init; }

    /// <summary>Why the state is what it is, in Vietnamese.</summary>
    public required string WhyVietnamese { get; init; }

    /// <summary>The same in English.</summary>
    public required string WhyEnglish { get; init; }

    /// <summary>The first wrong deciding body, in Vietnamese; null: none.</summary>
    public string? WrongBodyVietnamese { get; init; }

    /// <summary>The same in English.</summary>
    public string? WrongBodyEnglish { get; init; }

    /// <summary>Works the facts out.</summary>
    /// <param name="matrix">Units against procedures on a date.</param>
    /// <returns>The facts of each cell, in the order of the matrix.</returns>
    public static ValueList<PublicationFacts> Of(PublicationMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return matrix.Cells.Select(c => new PublicationFacts
        {
            Id = c.UnitId + "/" + c.ProcedureCode,
            UnitId = c.UnitId,
            ProcedureCode = c.ProcedureCode,
            On = matrix.On,
            State = c.State,
            DueOn = c.DueOn,
            Posted = c.Posted,
            Superseded = Count(c, PublicationFault.SupersededPosted),
            WrongBodies = Count(c, PublicationFault.WrongDecidingBody),
            BodiesUnknown = c.Unknowns.Count(r => r.Code == PublicationReasons.BodyUnknown.Code || r.Code == PublicationReasons.DecidersDiffer.Code),
            Secret = Count(c, PublicationFault.SecretContent),
            SecrecyUnknown = c.Unknowns.Count(r => r.Code == PublicationReasons.SecrecyUnknown.Code),
            WhyVietnamese = c.Reason.Sentence.Vietnamese,
            WhyEnglish = c.Reason.Sentence.English,
            WrongBodyVietnamese = WrongBody(c)?.Sentence.Vietnamese,
            WrongBodyEnglish = WrongBody(c)?.Sentence.English,
        }).ToValueList();
    }

    private static int Count(PublicationCell cell, PublicationFault fault) => cell.Findings.Count(f => f.Fault == fault);

    private static Reason? WrongBody(PublicationCell cell) => cell.Findings.FirstOrDefault(f => f.Fault == PublicationFault.WrongDecidingBody)?.Reason;
}
