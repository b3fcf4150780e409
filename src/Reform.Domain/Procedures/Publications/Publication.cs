using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Where a procedure is posted (hình thức công khai).</summary>
public enum PublicationChannel
{
    /// <summary>On the notice board of the unit (bảng niêm yết).</summary>
    NoticeBoard = 0,

    /// <summary>On its website (trang thông tin điện tử).</summary>
    Website = 1,

    /// <summary>On a portal of services or procedures (cổng dịch vụ, cổng thông tin).</summary>
    Portal = 2,

    /// <summary>In the network of the agencies alone (mạng nội bộ).</summary>
    InternalNetwork = 3,
}

/// <summary>A version of a procedure as a unit posts it (công khai, niêm yết thủ tục).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="ProcedureCode">The code of the procedure.</param>
/// <param name="Version">Which version is posted, from 1 on in the order of the procedure's history.</param>
/// <param name="UnitId">The unit that posts it.</param>
/// <param name="Channel">Where.</param>
/// <param name="Posted">When, [from, to); an open start is a first day that is not recorded.</param>
public sealed record Publication(string Id, string ProcedureCode, int Version, string UnitId, PublicationChannel Channel, Validity Posted)
{
    /// <summary>The deciding body that it shows, as the version or whoever states the effective body writes it; null: not recorded.</summary>
    public string? DecidingBodyShown { get; init; }

    /// <summary>Whether it includes content marked secret (nội dung mật); null: not recorded.</summary>
    public bool? HasSecretContent { get; init; }
}

/// <summary>Whether a unit applies a procedure (đơn vị áp dụng thủ tục).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="ProcedureCode">The code of the procedure.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="Applies">Whether it does; where nothing is recorded, that is unknown.</param>
/// <param name="Validity">When, [from, to).</param>
public sealed record ProcedureApplication(string Id, string ProcedureCode, string UnitId, bool Applies, Validity Validity);

/// <summary>Within what a version has to be posted once it is in effect (thời hạn công khai).</summary>
/// <param name="Within">The limit, from the day on which the version takes effect for the unit.</param>
/// <param name="Basis">The rule that sets it.</param>
/// <param name="Validity">For which days of effect it holds.</param>
public sealed record PublicationRule(TimeLimit Within, LegalBasis Basis, Validity Validity)
{
    /// <summary>The system for whose procedures it holds; null: for all.</summary>
    public OrganizationSystem? System { get; init; }
}

/// <summary>The body that decides in a unit's procedure instead of the one that its version states, such as by a grant (cơ quan giải quyết sau ủy quyền).</summary>
/// <param name="ProcedureCode">The code of the procedure.</param>
/// <param name="UnitId">The unit that applies it.</param>
/// <param name="Body">The body.</param>
/// <param name="Validity">When it decides, [from, to).</param>
/// <param name="Basis">The instrument that made it so.</param>
public sealed record EffectiveDecider(string ProcedureCode, string UnitId, string Body, Validity Validity, LegalBasis Basis);

/// <summary>Publications and who applies what, as they were recorded (ghi nhận công khai).</summary>
public sealed record PublicationRecords
{
    /// <summary>The publications.</summary>
    public ValueList<Recorded<Publication>> Publications { get; init; } = [];

    /// <summary>Who applies what; two statements of one unit and procedure for the same day that differ make it unknown.</summary>
    public ValueList<Recorded<ProcedureApplication>> Applications { get; init; } = [];

    /// <summary>Within what versions have to be posted; the first that holds counts. Without one, lateness stays unknown.</summary>
    public ValueList<PublicationRule> Rules { get; init; } = [];
}
