namespace Reform.Domain.Cases;

/// <summary>A log goes beyond one of its bounds; thrown through the XML reader and turned into a problem with its line.</summary>
internal sealed class LogBoundException(string vietnamese, string english) : IOException(english)
{
    public string Vietnamese { get; } = vietnamese;
}
