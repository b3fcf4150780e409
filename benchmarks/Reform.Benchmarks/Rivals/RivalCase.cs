namespace Reform.Benchmarks.Rivals;

/// <summary>A made-up case, with the dates of either library.</summary>
public sealed class RivalCase<TDate>
    where TDate : struct
{
    public required int Id { get; init; }

    public required string Department { get; init; }

    public required string Channel { get; init; }

    public required string Status { get; init; }

    public required string? ReceiptNumber { get; init; }

    public required string? Responsible { get; init; }

    public required string? Approver { get; init; }

    public required bool IsExtended { get; init; }

    public required string? ExtensionReason { get; init; }

    public required TDate ReceivedOn { get; init; }

    public required TDate? AcceptedOn { get; init; }

    public required TDate Deadline { get; init; }

    public required TDate? CompletedOn { get; init; }

    public required List<RivalStep<TDate>> Steps { get; init; }
}

/// <summary>A step of a made-up case.</summary>
public sealed class RivalStep<TDate>
    where TDate : struct
{
    public required TDate DueOn { get; init; }

    public required TDate? EndedOn { get; init; }
}

/// <summary>What an engine found: a rule holds for a case.</summary>
public readonly record struct Finding(int Case, int Rule);
