using Reform.Domain.Explanations;

namespace Reform.Domain.Deadlines;

/// <summary>Whether an extension may be granted (xét gia hạn): yes and no have the same shape.</summary>
public sealed record ExtensionDecision
{
    internal ExtensionDecision(Extension extension, bool isGranted, Deadline deadline, Reason reason) =>
        (Extension, IsGranted, Deadline, Reason) = (extension, isGranted, deadline, reason);

    /// <summary>The extension that was asked for.</summary>
    public Extension Extension { get; }

    /// <summary>Whether nothing forbids it.</summary>
    public bool IsGranted { get; }

    /// <summary>The deadline that stands: the extended one, or the old one where the extension is refused.</summary>
    public Deadline Deadline { get; }

    /// <summary>Why: the rule that forbids it, or what it was checked against.</summary>
    public Reason Reason { get; }
}
