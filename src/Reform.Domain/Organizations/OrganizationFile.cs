using Reform.Domain.DataFiles;

namespace Reform.Domain.Organizations;

/// <summary>Reads an organization register from its data file (JSON; comments allowed).</summary>
public static class OrganizationFile
{
    /// <summary>Reads a register.</summary>
    /// <param name="stream">The JSON text, UTF-8; read to its end, not closed.</param>
    /// <param name="source">What to call the file in problems.</param>
    /// <returns>The register.</returns>
    /// <exception cref="InvalidDataFileException">Something is wrong with the file; every problem is listed with its place.</exception>
    public static OrganizationRegister Read(Stream stream, string source = "units") => OrganizationParts.Read(stream, source);
}
