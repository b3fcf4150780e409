using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Something that happened to a case (sự kiện của hồ sơ). When it was recorded stands in the record that holds it.</summary>
/// <remarks>The kinds are closed: what a case can undergo is what <see cref="CaseFile"/> can replay.</remarks>
public abstract record CaseEvent
{
    private protected CaseEvent(CaseTime at)
    {
        ArgumentNullException.ThrowIfNull(at);
        At = at;
    }

    /// <summary>When it happened (thời điểm xảy ra).</summary>
    public CaseTime At { get; }

    /// <summary>The unit, position or pseudonymous account that did it (người thực hiện); null when it is not said.</summary>
    public string? By { get; init; }

    /// <summary>
    /// The event of the procedure that it is, in the words of its time limits, such as "cell.resolution.date" (mốc của thủ tục); null when it is
    /// none beside those that its kind stands for (<see cref="Milestones"/>).
    /// </summary>
    public string? Milestone { get; init; }

    /// <summary>The stable snake_case code of the kind; for example "step_started".</summary>
    public string Code => CaseEventKinds.Of(this).Code;

    /// <summary>The kind as a clerk reads it.</summary>
    public BilingualText Name => CaseEventKinds.Of(this).Name;
}
