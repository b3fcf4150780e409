using Reform.Domain.Organizations;

namespace Reform.Domain.Programmes;

/// <summary>Programmes that come with the library (chương trình tham chiếu), with their units; no person is named in them.</summary>
public static class ReferenceProgrammes
{
    /// <summary>The identifier of Programme 72 of Hải Phòng.</summary>
    public const string HaiPhong72 = "hai-phong-72";

    private static readonly Lazy<OrganizationRegister> Units = new(() =>
    {
        using Stream stream = Resource("hai-phong-units-2024.json");
        return OrganizationFile.Read(stream, "hai-phong-units-2024.json");
    });

    private static readonly Lazy<ProgrammeRegister> Programmes = new(() =>
    {
        using Stream stream = Resource("hai-phong-programme-72.json");
        return ProgrammeFile.Read(stream, Units.Value, "hai-phong-programme-72.json");
    });

    /// <summary>The units of Hải Phòng of 2024 that the programme names, and their posts.</summary>
    public static OrganizationRegister HaiPhongUnits => Units.Value;

    /// <summary>Programme 72 of the Hải Phòng City Party Committee of 3 May 2024, as a press account of 28 October 2024 describes it.</summary>
    public static ProgrammeRegister HaiPhong => Programmes.Value;

    private static Stream Resource(string name) => typeof(ReferenceProgrammes).Assembly.GetManifestResourceStream(name)!;
}
