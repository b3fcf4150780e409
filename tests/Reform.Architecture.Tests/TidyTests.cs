using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Reform.Testing;

namespace Reform.Architecture.Tests;

/// <summary>Every tracked text is Unicode in one form, with one kind of line end, and knows no machine.</summary>
public sealed partial class TidyTests
{
    private static readonly Lazy<IReadOnlyList<string>> Tracked = new(TrackedTexts);

    [Fact]
    public void Every_text_is_tidy()
    {
        Assert.SkipUnless(Path.Exists(Repository.PathOf(".git")), "skipped: not a git checkout");

        Assert.Contains("Reform.sln", Tracked.Value);
        Expect.None(Tracked.Value.SelectMany(f => ProblemsIn(f, File.ReadAllBytes(Repository.PathOf(f)))));
    }

    // Planted texts are put together here, so that this file stays tidy itself.
    public static TheoryData<string, string, string> Planted => new()
    {
        { "a.md", "Hải Phòng".Normalize(NormalizationForm.FormD), "not NFC" },
        { "a.md", "one\r\ntwo", "not LF" },
        { "a.cs", "// see /" + "home/someone/x", "a machine's path" },
        { "a.sh", "cd /" + "tmp/x", "a machine's path" },
        { "a.json", "\"C:\\" + "Users\\someone\"", "a machine's path" },
        { "a.cs", "Thread." + "Sleep(5);", "sleeps" },
        { "a.cs", "Thread . " + "Sleep(5);", "sleeps" },
    };

    [Theory]
    [MemberData(nameof(Planted))]
    public void A_planted_text_is_caught(string name, string text, string problem) =>
        Assert.Equal([name + ": " + problem], ProblemsIn(name, Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("a.md", "Thành phố Hải Phòng\nhttps://example.org/home/page\n")]
    [InlineData("a.md", "a\0\r\n")]
    public void A_tidy_text_and_a_binary_file_are_left_alone(string name, string text) =>
        Assert.Empty(ProblemsIn(name, Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Bytes_that_are_no_text_are_caught() => Assert.Equal(["a.md: not UTF-8"], ProblemsIn("a.md", [0x48, 0xE1, 0x69]));

    private static IEnumerable<string> ProblemsIn(string name, byte[] bytes)
    {
        if (bytes.AsSpan().Contains((byte)0) || name.EndsWith(".gz", StringComparison.Ordinal))
        {
            yield break;
        }

        if (!System.Text.Unicode.Utf8.IsValid(bytes))
        {
            yield return name + ": not UTF-8";
            yield break;
        }

        string text = Encoding.UTF8.GetString(bytes);
        if (!text.IsNormalized(NormalizationForm.FormC))
        {
            yield return name + ": not NFC";
        }

        if (text.Contains('\r', StringComparison.Ordinal))
        {
            yield return name + ": not LF";
        }

        if (MachinePath().IsMatch(text))
        {
            yield return name + ": a machine's path";
        }

        if (Sleep().IsMatch(text))
        {
            yield return name + ": sleeps";
        }
    }

    private static string[] TrackedTexts()
    {
        using Process git = Process.Start(new ProcessStartInfo("git", ["ls-files", "-z"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        string output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(f => File.Exists(Repository.PathOf(f)))];
    }

    [GeneratedRegex(@"(?<![\w.:/-])/(home|root|tmp|work|Users|mnt)/\w|\b[A-Za-z]:\\+(Users|home|work|temp)\b", RegexOptions.IgnoreCase)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\bThread\s*\.\s*Sleep\b")]
    private static partial Regex Sleep();
}
