using Reform.Domain.Explanations;

namespace Reform.Domain.Procedures;

/// <summary>Why a cell of the publication matrix is what it is.</summary>
internal static class PublicationReasons
{
    public static readonly ReasonKind UnitUnknown = new(
        "publication_unit_unknown", "Chưa rõ: sổ đơn vị không có '{unit}'", "Unknown: the register has no unit '{unit}'");

    public static readonly ReasonKind OutsideRegister = new(
        "publication_outside_register", "Chưa rõ: sổ đơn vị không bao gồm ngày {on}", "Unknown: the register of units does not cover {on}");

    public static readonly ReasonKind UnitNotThere = new(
        "publication_unit_not_there", "Đơn vị '{unit}' không tồn tại ngày {on}", "The unit '{unit}' does not exist on {on}");

    public static readonly ReasonKind NotInForce = new(
        "publication_procedure_not_in_force", "Thủ tục '{procedure}' không có hiệu lực ngày {on}", "The procedure '{procedure}' is not in force on {on}");

    public static readonly ReasonKind NotApplied = new(
        "publication_procedure_not_applied", "Đơn vị không áp dụng thủ tục '{procedure}' ngày {on}", "The unit does not apply the procedure '{procedure}' on {on}");

    public static readonly ReasonKind ApplicationUnknown = new(
        "publication_application_unknown",
        "Chưa rõ: không ghi nhận đơn vị có áp dụng thủ tục '{procedure}' ngày {on} hay không",
        "Unknown: whether the unit applies the procedure '{procedure}' on {on} is not recorded");

    public static readonly ReasonKind ApplicationContradictory = new(
        "publication_application_contradictory",
        "Chưa rõ: ghi nhận mâu thuẫn về việc đơn vị áp dụng thủ tục '{procedure}' ngày {on}",
        "Unknown: the records contradict each other on whether the unit applies the procedure '{procedure}' on {on}");

    public static readonly ReasonKind Pending = new(
        "publication_pending", "Chưa công khai phiên bản {version}, còn hạn đến {due}", "Version {version} is not posted; the limit runs until {due}");

    public static readonly ReasonKind Missing = new(
        "publication_missing",
        "Ngày {on} chưa công khai phiên bản {version}, hạn là {due}",
        "On {on} version {version} is not posted; it was due on {due}");

    public static readonly ReasonKind MissingWithoutDue = new(
        "publication_missing_without_due",
        "Chưa rõ: phiên bản {version} chưa công khai nhưng không tính được hạn",
        "Unknown: version {version} is not posted, and its due date cannot be computed");

    public static readonly ReasonKind InTime = new(
        "publication_in_time", "Công khai phiên bản {version} ngày {posted}, trong hạn {due}", "Version {version} was posted on {posted}, in time for {due}");

    public static readonly ReasonKind Late = new(
        "publication_late", "Công khai phiên bản {version} ngày {posted}, sau hạn {due}", "Version {version} was posted on {posted}, after {due}");

    public static readonly ReasonKind TimeUnknown = new(
        "publication_time_unknown",
        "Đã công khai phiên bản {version}; chưa rõ đúng hạn hay không",
        "Version {version} is posted; whether in time is not known");

    public static readonly ReasonKind Superseded = new(
        "publication_superseded_posted",
        "'{publication}': còn niêm yết phiên bản {version}, hết hiệu lực từ {ended}",
        "'{publication}': version {version} is still posted; it ended on {ended}");

    public static readonly ReasonKind WrongBody = new(
        "publication_wrong_deciding_body",
        "'{publication}': ghi cơ quan giải quyết '{shown}', quy định là '{right}'",
        "'{publication}': it shows the deciding body '{shown}'; the version states '{right}'");

    public static readonly ReasonKind WrongBodyAfterGrant = new(
        "publication_wrong_deciding_body_after_grant",
        "'{publication}': ghi cơ quan giải quyết '{shown}', từ {since} là '{right}'",
        "'{publication}': it shows the deciding body '{shown}'; since {since} it is '{right}'");

    public static readonly ReasonKind BodyUnknown = new(
        "publication_body_unknown",
        "'{publication}': chưa ghi nhận cơ quan giải quyết được công khai",
        "'{publication}': which deciding body it shows is not recorded");

    public static readonly ReasonKind DecidersDiffer = new(
        "publication_deciders_differ",
        "'{publication}': các văn bản nêu cơ quan giải quyết khác nhau: {bodies}",
        "'{publication}': instruments name different deciding bodies: {bodies}");

    public static readonly ReasonKind Secret = new(
        "publication_secret_content", "'{publication}': công khai nội dung mật", "'{publication}': it includes content marked secret");

    public static readonly ReasonKind SecrecyUnknown = new(
        "publication_secrecy_unknown",
        "'{publication}': chưa ghi nhận có nội dung mật hay không",
        "'{publication}': whether it includes content marked secret is not recorded");
}
