using NodaTime;

namespace Reform.Domain.Tests.Specifications;

/// <summary>A made-up fact with every kind of member that a batch knows: absent values, an owner, children, children of children.</summary>
public sealed record BatchFact
{
    public int Number { get; init; }

    public int? Optional { get; init; }

    public long Amount { get; init; }

    public decimal Price { get; init; }

    public double? Ratio { get; init; }

    public string Text { get; init; } = string.Empty;

    public string? OptionalText { get; init; }

    public SampleKind Kind { get; init; }

    public SampleKind? OptionalKind { get; init; }

    public LocalDate Day { get; init; }

    public LocalDate? OptionalDay { get; init; }

    public bool Flag { get; init; }

    public bool? OptionalFlag { get; init; }

    public BatchOwner? Owner { get; init; }

    public List<BatchStep> Steps { get; init; } = [];

    public string?[] Codes { get; init; } = [];

    /// <summary>Throws for an odd number, as a property that works something out can.</summary>
    public int Half => Number % 2 == 0 ? Number / 2 : throw new InvalidOperationException("odd");

    public override string ToString() => string.Join(
        ", ",
        ((object?[])[Number, Optional, Amount, Price, Ratio, Text, OptionalText, Kind, OptionalKind, Day, OptionalDay, Flag, OptionalFlag, Owner])
            .Select(v => v ?? "null")
            .Append("steps: " + (Steps is null ? "null" : string.Join(';', Steps)))
            .Append("codes: " + (Codes is null ? "null" : string.Join(';', Codes.Select(c => c ?? "null")))));
}

/// <summary>Whom a made-up fact belongs to.</summary>
public sealed record BatchOwner(string? Name, LocalDate? Since, bool IsHead);

/// <summary>A step of a made-up fact.</summary>
public sealed record BatchStep(int Minutes, LocalDate? EndedOn, LocalDate DueOn, string? By, IReadOnlyList<int> Marks);
