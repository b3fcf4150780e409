using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>The names of the facts of tasks as a clerk reads them.</summary>
internal static class ProgrammeTaskWords
{
    public static Dictionary<string, BilingualText> All { get; } = new(StringComparer.Ordinal)
    {
        [nameof(ProgrammeTaskFacts.Id)] = new("mã", "identifier"),
        [nameof(ProgrammeTaskFacts.ProgrammeId)] = new("chương trình", "programme"),
        [nameof(ProgrammeTaskFacts.On)] = new("ngày đánh giá", "date of judgement"),
        [nameof(ProgrammeTaskFacts.UnitId)] = new("đơn vị chủ trì", "lead"),
        [nameof(ProgrammeTaskFacts.LeadState)] = new("căn cứ xác định chủ trì", "where the lead comes from"),
        [nameof(ProgrammeTaskFacts.Leads)] = new("số đơn vị chủ trì", "units named as lead"),
        [nameof(ProgrammeTaskFacts.HasOutput)] = new("có sản phẩm", "output stated"),
        [nameof(ProgrammeTaskFacts.HasDue)] = new("có hạn", "due date stated"),
        [nameof(ProgrammeTaskFacts.DueOn)] = new("hạn", "due on"),
        [nameof(ProgrammeTaskFacts.Plans)] = new("số kế hoạch có nhiệm vụ", "plans that hold it"),
        [nameof(ProgrammeTaskFacts.PlansDueOn)] = new("hạn ban hành kế hoạch", "plans due on"),
        [nameof(ProgrammeTaskFacts.Progress)] = new("tiến độ", "progress"),
        [nameof(ProgrammeTaskFacts.Timeliness)] = new("tình trạng hạn", "timeliness"),
        [nameof(ProgrammeTaskFacts.CompletedOn)] = new("ngày hoàn thành", "done on"),
        [nameof(ProgrammeTaskFacts.Evidence)] = new("số tài liệu kiểm chứng", "pieces of evidence"),
        [nameof(ProgrammeTaskFacts.ConfirmedOn)] = new("ngày xác nhận", "confirmed on"),
        [nameof(ProgrammeTaskFacts.OverdueWorkingDays)] = new("số ngày làm việc quá hạn", "working days overdue"),
        [nameof(ProgrammeTaskFacts.UrgedOn)] = new("ngày đôn đốc gần nhất", "last urged on"),
        [nameof(ProgrammeTaskFacts.HeadToldOn)] = new("ngày báo cáo người đứng đầu", "head told on"),
        [nameof(ProgrammeTaskFacts.DirectLeadToldOn)] = new("ngày báo cáo người trực tiếp lãnh đạo", "direct lead told on"),
        [nameof(ProgrammeTaskFacts.Redatings)] = new("số lần lùi hạn", "times moved back"),
        [nameof(ProgrammeTaskFacts.RedatingsAfterExpiry)] = new("số lần lùi hạn sau khi quá hạn", "times moved when over already"),
        [nameof(ProgrammeTaskFacts.ProgrammeEndsOn)] = new("ngày kết thúc chương trình", "last day of the programme"),
        [nameof(ProgrammeTaskFacts.CarriedOverOn)] = new("ngày quyết định chuyển tiếp", "carried over on"),
    };
}
