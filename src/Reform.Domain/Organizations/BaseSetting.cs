namespace Reform.Domain.Organizations;

/// <summary>Where a grassroots Party organisation is (loại hình tổ chức cơ sở đảng).</summary>
public enum BaseSetting
{
    /// <summary>In an agency (cơ quan).</summary>
    Agency = 0,

    /// <summary>In an enterprise (doanh nghiệp).</summary>
    Enterprise = 1,

    /// <summary>In a public-service unit (đơn vị sự nghiệp).</summary>
    PublicServiceUnit = 2,

    /// <summary>In the armed forces (lực lượng vũ trang).</summary>
    ArmedForces = 3,

    /// <summary>Where people live: commune, village, quarter (địa bàn dân cư: xã, thôn, tổ dân phố).</summary>
    Residential = 4,
}
