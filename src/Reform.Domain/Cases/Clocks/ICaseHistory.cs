namespace Reform.Domain.Cases;

/// <summary>What limits ask of a case: a whole one, or one whose events still come in.</summary>
internal interface ICaseHistory
{
    /// <summary>When the clock stood still, in order.</summary>
    IReadOnlyList<CasePause> Pauses { get; }

    /// <summary>The extensions, in order.</summary>
    IEnumerable<CaseExtended> Extensions { get; }

    /// <summary>What ended the handling, or null.</summary>
    CaseEvent? Outcome { get; }

    /// <summary>The first time of an event of the procedure, or null.</summary>
    CaseTime? TimeOf(string milestone);

    /// <summary>The first run of a step, or null.</summary>
    StepRun? FirstRunOf(int step);

    /// <summary>The last run of a step, or null.</summary>
    StepRun? LastRunOf(int step);
}
