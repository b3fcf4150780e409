using System.Globalization;

namespace Reform.Domain.Cases;

/// <summary>Bounds on an event log from an untrusted sender; a log beyond one of them is refused (giới hạn).</summary>
public sealed record XesLimits
{
    /// <summary>The bounds that hold unless others are given.</summary>
    public static XesLimits Default { get; } = new();

    /// <summary>The most characters that the unpacked log may have; default 8,000,000,000.</summary>
    public long MaxCharacters { get; init; } = 8_000_000_000;

    /// <summary>
    /// The most bytes of one tag with its attributes, one text or one comment; default 1,048,576. Held to within 64 KiB, because
    /// the parser reads ahead.
    /// </summary>
    public int MaxElementBytes { get; init; } = 1024 * 1024;

    /// <summary>How deep elements may stand in each other; default 64.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>The most different names of XML elements, XML attributes and namespaces; default 10,000. Keys of attributes are no names.</summary>
    public int MaxNames { get; init; } = 10_000;

    /// <summary>The most attributes of one trace or one event; default 4,096.</summary>
    public int MaxAttributes { get; init; } = 4_096;

    /// <summary>The most events of one trace; default 1,000,000.</summary>
    public int MaxEventsPerTrace { get; init; } = 1_000_000;

    /// <summary>The most characters of a case's identifier; default 512. Identifiers are all held, so that none comes twice.</summary>
    public int MaxCaseIdCharacters { get; init; } = 512;

    /// <summary>The most characters of one trace with its events: keys and values, and 64 more for each attribute and event; default 500,000,000.</summary>
    public long MaxTraceCharacters { get; init; } = 500_000_000;

    internal static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
