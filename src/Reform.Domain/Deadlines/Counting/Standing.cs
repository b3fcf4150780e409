namespace Reform.Domain.Deadlines;

/// <summary>How counting came out.</summary>
internal enum Standing
{
    /// <summary>The last unit is used up.</summary>
    Ended = 0,

    /// <summary>A suspension that lasts was met before.</summary>
    Suspended = 1,

    /// <summary>The event is not known.</summary>
    AwaitsEvent = 2,
}
