using System.Text;

namespace Reform.Testing;

/// <summary>
/// The vectors in conformance/ are made from the tables of the tests. What differs is written beside them as *.received.*; rename it to
/// take it over.
/// </summary>
internal static class Conformance
{
    public static string PathOf(string folder, string file) => Repository.PathOf("conformance", folder, file);

    public static void Verify(string folder, string file, string made)
    {
        string path = PathOf(folder, file);
        string received = Path.ChangeExtension(path, ".received" + Path.GetExtension(path));
        if (File.Exists(path) && string.Equals(File.ReadAllText(path), made, StringComparison.Ordinal))
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(received, made, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Assert.Fail("conformance/" + folder + "/" + file + " is not what the tables give; compare " + Path.GetFileName(received));
    }
}
