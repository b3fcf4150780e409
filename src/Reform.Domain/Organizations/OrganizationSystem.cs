namespace Reform.Domain.Organizations;

/// <summary>To which part of the political system a body belongs (hệ thống tổ chức).</summary>
public enum OrganizationSystem
{
    /// <summary>The Party (hệ thống Đảng).</summary>
    Party = 0,

    /// <summary>The State (hệ thống Nhà nước).</summary>
    State = 1,

    /// <summary>The Fatherland Front and the mass organisations (Mặt trận Tổ quốc và các đoàn thể).</summary>
    Front = 2,
}
