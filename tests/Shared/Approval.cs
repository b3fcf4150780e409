using System.Runtime.CompilerServices;
using System.Text;

namespace Reform.Testing;

/// <summary>Compares readable output with the approved file beside the test: Class.Method.verified.txt. What differs is written to *.received.txt.</summary>
internal static class Approval
{
    public static void Verify(string actual, string extension = "txt", [CallerFilePath] string testFile = "", [CallerMemberName] string method = "")
    {
        string name = Path.Combine(Path.GetDirectoryName(testFile)!, Path.GetFileNameWithoutExtension(testFile) + "." + method);
        string verified = name + ".verified." + extension;
        string received = name + ".received." + extension;
        string text = actual.ReplaceLineEndings("\n").TrimEnd('\n');
        string? approved = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n").TrimEnd('\n') : null;
        if (string.Equals(text, approved, StringComparison.Ordinal))
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Assert.Fail((approved is null ? "Nothing is approved yet. " : "The output differs from what was approved. ")
            + "Compare " + Path.GetFileName(received) + " with " + Path.GetFileName(verified) + "; rename it to approve.\n"
            + FirstDifference(approved ?? "", text));
    }

    private static string FirstDifference(string approved, string actual)
    {
        string[] left = approved.Split('\n');
        string[] right = actual.Split('\n');
        int line = 0;
        while (line < left.Length && line < right.Length && string.Equals(left[line], right[line], StringComparison.Ordinal))
        {
            line++;
        }

        return "Line " + (line + 1) + "\n- " + (line < left.Length ? left[line] : "(end)") + "\n+ " + (line < right.Length ? right[line] : "(end)");
    }
}
