namespace Reform.Domain.Organizations;

/// <summary>What kind of body a unit is (loại tổ chức). Each kind has its system and is either a collective or under one head.</summary>
public enum BodyKind
{
    /// <summary>Central Committee (Ban Chấp hành Trung ương).</summary>
    CentralCommittee = 0,

    /// <summary>Political Bureau (Bộ Chính trị).</summary>
    PoliticalBureau = 1,

    /// <summary>Secretariat (Ban Bí thư).</summary>
    Secretariat = 2,

    /// <summary>Party organisation: all its members (đảng bộ); not its committee.</summary>
    PartyOrganization = 3,

    /// <summary>Party committee: the executive committee that a Party organisation elects (cấp ủy, đảng ủy; ban chấp hành đảng bộ).</summary>
    PartyCommittee = 4,

    /// <summary>Standing board of a committee (ban thường vụ).</summary>
    StandingBoard = 5,

    /// <summary>Standing members of a committee: its secretary and deputy secretaries (thường trực cấp ủy).</summary>
    StandingMembers = 6,

    /// <summary>Party cell: all its members (chi bộ). It has no seal.</summary>
    PartyCell = 7,

    /// <summary>Committee of a cell (chi ủy).</summary>
    CellCommittee = 8,

    /// <summary>Inspection commission (ủy ban kiểm tra).</summary>
    InspectionCommission = 9,

    /// <summary>Party civil-affairs committee, Party delegation (ban cán sự đảng, đảng đoàn); until early 2025.</summary>
    PartyCaucus = 10,

    /// <summary>Office of a committee (văn phòng cấp ủy).</summary>
    CommitteeOffice = 11,

    /// <summary>Organisation commission, Party-building board of a commune (ban tổ chức, ban xây dựng Đảng).</summary>
    OrganizationCommission = 12,

    /// <summary>Another advisory and assisting body of a committee (ban đảng, cơ quan tham mưu, giúp việc cấp ủy).</summary>
    AdvisoryBody = 13,

    /// <summary>National Assembly (Quốc hội).</summary>
    NationalAssembly = 14,

    /// <summary>Government (Chính phủ).</summary>
    Government = 15,

    /// <summary>Ministry, ministerial-level agency (bộ, cơ quan ngang bộ).</summary>
    Ministry = 16,

    /// <summary>People's Council (hội đồng nhân dân).</summary>
    PeoplesCouncil = 17,

    /// <summary>People's Committee (ủy ban nhân dân).</summary>
    PeoplesCommittee = 18,

    /// <summary>Specialised agency of a People's Committee: department, office, division (cơ quan chuyên môn: sở, văn phòng, phòng).</summary>
    SpecializedAgency = 19,

    /// <summary>Another administrative body of a People's Committee (tổ chức hành chính khác).</summary>
    OtherAdministrativeBody = 20,

    /// <summary>Division inside a State body (phòng, đơn vị thuộc cơ quan).</summary>
    Division = 21,

    /// <summary>Public-service unit (đơn vị sự nghiệp công lập).</summary>
    PublicServiceUnit = 22,

    /// <summary>Committee of the Fatherland Front (ủy ban Mặt trận Tổ quốc).</summary>
    FatherlandFront = 23,

    /// <summary>Executive committee of a mass organisation (ban chấp hành đoàn thể).</summary>
    MassOrganization = 24,

    /// <summary>Party committee of the military of a province (đảng ủy quân sự).</summary>
    MilitaryCommittee = 25,
}
