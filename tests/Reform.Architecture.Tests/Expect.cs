namespace Reform.Architecture.Tests;

internal static class Expect
{
    /// <summary>No problem at all; otherwise every one of them in full, a line each.</summary>
    public static void None(IEnumerable<string> problems)
    {
        string[] found = [.. problems];
        Assert.True(found.Length == 0, $"{found.Length} problems:\n" + string.Join('\n', found));
    }
}
