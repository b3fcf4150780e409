using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>What a breach of each rule on competence, grants and signatures is called, whatever facts it is judged by.</summary>
internal static class DelegationTitles
{
    public static readonly BilingualText NotInWriting = new("Ủy quyền không bằng văn bản", "Not in writing");
    public static readonly BilingualText NoTerm = new("Không xác định thời hạn", "No term");
    public static readonly BilingualText Expired = new("Quá thời hạn", "Grant expired");
    public static readonly BilingualText NotYetInForce = new("Chưa có hiệu lực", "Grant not yet in force");
    public static readonly BilingualText OutOfScope = new("Vượt phạm vi", "Out of scope");
    public static readonly BilingualText GrantorLackedPower = new("Bên ủy quyền không có thẩm quyền", "Grantor lacked the power");
    public static readonly BilingualText SubDelegation = new("Ủy quyền lại", "Sub-delegation");
    public static readonly BilingualText PairNotAllowed = new("Cặp chủ thể không cho phép", "Pair not allowed");
    public static readonly BilingualText WrongInstrument = new("Sai hình thức văn bản", "Wrong instrument kind");
    public static readonly BilingualText Ceased = new("Bên nhận, bên giao không còn", "Grantee or grantor ceased");
    public static readonly BilingualText Overlap = new("Chồng lấn", "Overlapping grants");
    public static readonly BilingualText InvalidVote = new("Quyết định tập thể không hợp lệ", "Invalid collective decision");
    public static readonly BilingualText NotConfirmed = new("Ký chức danh chưa chuẩn y", "Title not confirmed");
    public static readonly BilingualText WrongForm = new("Sai thể thức ký", "Wrong signing form");
    public static readonly BilingualText NotMonitored = new("Chưa kiểm tra, báo cáo việc ủy quyền", "Grant not monitored");
    public static readonly BilingualText ConditionsGone = new("Không còn điều kiện", "Conditions no longer met");
    public static readonly BilingualText GrantorStillDecides = new("Đã phân cấp vẫn giải quyết", "Grantor still decides");
    public static readonly BilingualText NonDelegable = new("Thẩm quyền không được giao", "Non-delegable power");
    public static readonly BilingualText ExpiringSoon = new("Sắp hết hạn", "Expiring soon");
    public static readonly BilingualText Timid = new("Chưa mạnh dạn phân cấp, phân quyền", "Timid delegation");
    public static readonly BilingualText NoSuccession = new("Chưa ghi nhận kế thừa", "Succession missing");
    public static readonly BilingualText NoWorkingRegulation = new("Thiếu quy chế làm việc", "No working regulation");
    public static readonly BilingualText AddedPapers = new("Bên nhận phân cấp thêm giấy tờ", "Recipient adds documents");
    public static readonly BilingualText NeverGranted = new("Quyết định không có thẩm quyền", "Decided without any grant");
}
