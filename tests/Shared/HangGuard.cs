namespace Reform.Testing;

/// <summary>
/// When a test that waits for something is ended as failed instead of never: far beyond what the slowest machine takes, so that it
/// tells a test without end from a slow one and says nothing of speed.
/// </summary>
internal static class HangGuard
{
    public const int Milliseconds = 600_000;

    public static TimeSpan Limit => TimeSpan.FromMilliseconds(Milliseconds);
}
