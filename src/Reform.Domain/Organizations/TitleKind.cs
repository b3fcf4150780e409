namespace Reform.Domain.Organizations;

/// <summary>What kind of title a position carries (chức danh). Each kind has its rank in its body.</summary>
public enum TitleKind
{
    /// <summary>Another post, or not stated (chức danh khác).</summary>
    Other = 0,

    /// <summary>Secretary (bí thư).</summary>
    Secretary = 1,

    /// <summary>Standing deputy secretary (phó bí thư thường trực).</summary>
    StandingDeputySecretary = 2,

    /// <summary>Deputy secretary (phó bí thư).</summary>
    DeputySecretary = 3,

    /// <summary>Member of the standing board (ủy viên ban thường vụ).</summary>
    StandingBoardMember = 4,

    /// <summary>Member of the committee (cấp ủy viên).</summary>
    CommitteeMember = 5,

    /// <summary>Head of a commission (trưởng ban).</summary>
    CommissionHead = 6,

    /// <summary>Deputy head of a commission (phó trưởng ban).</summary>
    DeputyCommissionHead = 7,

    /// <summary>Chief of office (chánh văn phòng).</summary>
    ChiefOfOffice = 8,

    /// <summary>Deputy chief of office (phó chánh văn phòng).</summary>
    DeputyChiefOfOffice = 9,

    /// <summary>Chair of the inspection commission (chủ nhiệm ủy ban kiểm tra).</summary>
    InspectionChair = 10,

    /// <summary>Deputy chair of the inspection commission (phó chủ nhiệm ủy ban kiểm tra).</summary>
    DeputyInspectionChair = 11,

    /// <summary>Chair (chủ tịch).</summary>
    Chair = 12,

    /// <summary>Deputy chair (phó chủ tịch).</summary>
    DeputyChair = 13,

    /// <summary>Director (giám đốc).</summary>
    Director = 14,

    /// <summary>Deputy director (phó giám đốc).</summary>
    DeputyDirector = 15,

    /// <summary>Another head of a unit (cấp trưởng, trưởng phòng, thủ trưởng đơn vị).</summary>
    UnitHead = 16,

    /// <summary>Another deputy head of a unit (cấp phó, phó trưởng phòng).</summary>
    DeputyUnitHead = 17,

    /// <summary>Civil servant without a leading post (công chức).</summary>
    CivilServant = 18,
}

/// <summary>The rank of a title in its body (cấp trưởng, cấp phó, thành viên).</summary>
public enum TitleRank
{
    /// <summary>None of the others (không giữ chức vụ lãnh đạo).</summary>
    Other = 0,

    /// <summary>Head (người đứng đầu, cấp trưởng).</summary>
    Head = 1,

    /// <summary>Deputy (cấp phó).</summary>
    Deputy = 2,

    /// <summary>Member of a collective (thành viên).</summary>
    Member = 3,
}
