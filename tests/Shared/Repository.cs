namespace Reform.Testing;

/// <summary>Finds the files of the repository, and the real logs that lie beside it on machines that have them.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>A real event log; skips the test where the logs are absent.</summary>
    public static string RealLog(string name)
    {
        string path = Path.Combine(Root, "..", "shared", "data", "logs", name);
        Assert.SkipUnless(File.Exists(path), "skipped: logs absent");
        return path;
    }

    /// <summary>A reference file that lies beside the repository on machines that have it; skips the test where it is absent.</summary>
    public static string Reference(params ReadOnlySpan<string> parts)
    {
        string path = Path.Combine([Root, "..", "shared", .. parts]);
        Assert.SkipUnless(File.Exists(path), "skipped: reference absent");
        return path;
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Reform.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Reform.sln is above no folder of the tests.");
    }
}
