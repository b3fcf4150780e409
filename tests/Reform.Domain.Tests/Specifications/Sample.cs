using NodaTime;

namespace Reform.Domain.Tests.Specifications;

/// <summary>A made-up case with a property of each kind that conditions compare.</summary>
public sealed class Sample
{
    public int Id { get; init; }

    public int Number { get; init; }

    public int? Optional { get; init; }

    public string Text { get; init; } = string.Empty;

    public string? OptionalText { get; init; }

    public SampleKind Kind { get; init; }

    public SampleKind? OptionalKind { get; init; }

    public LocalDate Day { get; init; }

    public LocalDate? OptionalDay { get; init; }

    public bool Flag { get; init; }

    public bool? OptionalFlag { get; init; }

    public List<SampleStep> Steps { get; init; } = [];
}

/// <summary>A step of a made-up case.</summary>
public sealed class SampleStep
{
    public int Id { get; init; }

    public int Minutes { get; init; }
}

/// <summary>A kind of made-up case.</summary>
public enum SampleKind
{
    None = 0,
    Ordinary = 1,
    Urgent = 2,
}
