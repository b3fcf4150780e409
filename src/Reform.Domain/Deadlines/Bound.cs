namespace Reform.Domain.Deadlines;

/// <summary>Whether the day that a limit is counted back from is one of the days counted.</summary>
public enum Bound
{
    /// <summary>"Trước ngày D": the day itself is not counted, so that the whole amount lies before it.</summary>
    Exclusive = 0,

    /// <summary>"Chậm nhất ngày D": the day itself is the first day counted.</summary>
    Inclusive = 1,
}
