using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>The facts of a version as a clerk reads them.</summary>
internal static class ProcedureVersionWords
{
    public static IReadOnlyDictionary<string, BilingualText> All { get; } = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
    {
        [nameof(ProcedureVersionFacts.Id)] = new("phiên bản thủ tục", "version of the procedure"),
        [nameof(ProcedureVersionFacts.ProcedureCode)] = new("mã thủ tục", "procedure"),
        [nameof(ProcedureVersionFacts.Version)] = new("số phiên bản", "number of the version"),
        [nameof(ProcedureVersionFacts.On)] = new("ngày đánh giá", "date of judgement"),
        [nameof(ProcedureVersionFacts.UnitId)] = new("đơn vị chịu trách nhiệm", "unit that answers"),
        [nameof(ProcedureVersionFacts.System)] = new("hệ thống", "system"),
        [nameof(ProcedureVersionFacts.IsWritten)] = new("đã thành văn", "written down"),
        [nameof(ProcedureVersionFacts.Steps)] = new("số bước", "steps"),
        [nameof(ProcedureVersionFacts.StepsWithoutUnit)] = new("số bước không ghi đơn vị phụ trách", "steps without a unit in charge"),
        [nameof(ProcedureVersionFacts.StepsWithoutOutput)] = new("số bước không ghi kết quả", "steps without an output"),
        [nameof(ProcedureVersionFacts.UnitsTwice)] = new("số lần một đơn vị xử lý lại", "times a unit handles it again"),
        [nameof(ProcedureVersionFacts.HasDecision)] = new("có ghi ai quyết định", "says who decides"),
        [nameof(ProcedureVersionFacts.HasResult)] = new("có ghi kết quả", "says what comes out"),
        [nameof(ProcedureVersionFacts.HasBasis)] = new("có ghi căn cứ", "cites its basis"),
        [nameof(ProcedureVersionFacts.SaysLimit)] = new("có thời hạn hoặc ghi rõ không quy định", "has a limit or says that there is none"),
        [nameof(ProcedureVersionFacts.Documents)] = new("số giấy tờ", "documents"),
        [nameof(ProcedureVersionFacts.DuplicateDocuments)] = new("số giấy tờ yêu cầu nhiều lần", "documents required twice"),
        [nameof(ProcedureVersionFacts.OwnDocuments)] = new("số giấy tờ do chính cơ quan cấp", "documents that the unit itself issues"),
        [nameof(ProcedureVersionFacts.DocumentsWithoutIssuer)] = new("số giấy tờ chưa rõ nơi cấp", "documents of unknown issuer"),
        [nameof(ProcedureVersionFacts.DocumentsThatLapse)] = new("số giấy tờ có thời hạn giá trị", "documents that count for a time"),
        [nameof(ProcedureVersionFacts.DocumentsThatExpire)] = new("số giấy tờ hết giá trị trước hạn quyết định", "documents that lapse before the decision is due"),
        [nameof(ProcedureVersionFacts.DecisionDueOn)] = new("hạn quyết định muộn nhất", "latest due date of the decision"),
        [nameof(ProcedureVersionFacts.Instruments)] = new("số văn bản căn cứ", "instruments cited"),
        [nameof(ProcedureVersionFacts.InstrumentsInForce)] = new("số văn bản căn cứ còn hiệu lực", "instruments in force"),
        [nameof(ProcedureVersionFacts.LimitsOutOfForce)] = new("số thời hạn dựa trên văn bản hết hiệu lực", "limits whose instrument is not in force"),
        [nameof(ProcedureVersionFacts.InnerLimits)] = new("số thời hạn bước so với thời hạn toàn bộ", "step limits beside a limit of the whole"),
        [nameof(ProcedureVersionFacts.InnerLimitsTooLong)] = new("số thời hạn bước dài hơn toàn bộ", "step limits longer than the whole"),
        [nameof(ProcedureVersionFacts.InnerLimitsNotComparable)] = new("số thời hạn bước không so sánh được", "step limits that cannot be compared"),
        [nameof(ProcedureVersionFacts.TooLongVietnamese)] = new("thời hạn dài hơn đầu tiên", "first limit that is too long"),
        [nameof(ProcedureVersionFacts.TooLongEnglish)] = new("thời hạn dài hơn đầu tiên (tiếng Anh)", "first limit that is too long (English)"),
        [nameof(ProcedureVersionFacts.Burden)] = new("điểm gánh nặng", "burden score"),
        [nameof(ProcedureVersionFacts.IsBurdenPartial)] = new("điểm gánh nặng chưa đủ", "burden score is partial"),
    };
}
