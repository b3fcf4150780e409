using Reform.Testing;

namespace Reform.Grpc.Tests.Compliance;

/// <summary>The sample rule pack in a folder of its own.</summary>
internal sealed class SamplePack : IDisposable
{
    public const string FileName = "Reform.Samples.RulePack.dll";

    public SamplePack()
    {
        string configuration = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Parent!.Name;
        File.Copy(Repository.PathOf("samples", "rule-pack", "bin", configuration, "net10.0", FileName), Path.Combine(Folder, FileName));
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("reform-packs-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
