namespace Reform.Domain.Organizations;

/// <summary>The level of a body (cấp), the highest first.</summary>
public enum OrganizationLevel
{
    /// <summary>Central (Trung ương).</summary>
    Central = 0,

    /// <summary>Province, or city directly under Central (cấp tỉnh).</summary>
    Province = 1,

    /// <summary>District (cấp huyện); its last day was 30 June 2025.</summary>
    District = 2,

    /// <summary>Commune, ward or special zone (cấp xã: xã, phường, đặc khu).</summary>
    Commune = 3,

    /// <summary>Grassroots Party organisation, or a body on its level (cấp cơ sở).</summary>
    Grassroots = 4,

    /// <summary>Section of a grassroots organisation (đảng bộ bộ phận).</summary>
    Sectional = 5,

    /// <summary>Party cell (chi bộ).</summary>
    Cell = 6,
}
