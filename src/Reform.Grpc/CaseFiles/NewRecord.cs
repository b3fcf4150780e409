using NodaTime;
using Reform.Domain.Cases;

namespace Reform.Grpc.CaseFiles;

/// <summary>A record that is to be entered.</summary>
/// <param name="Event">The event; null: what is corrected is struck out.</param>
/// <param name="Corrects">The record that it replaces, or null.</param>
internal sealed record NewRecord(CaseEvent? Event, string? Corrects = null)
{
    /// <summary>The identifier that it has elsewhere; null: none.</summary>
    public string? Id { get; init; }

    /// <summary>When it was recorded elsewhere; null: now.</summary>
    public Instant? RecordedAt { get; init; }
}

/// <summary>How the fields of a request are called that hold records.</summary>
/// <param name="Event">The field of the event of a record, by its place.</param>
/// <param name="Member">The field of what stands beside the event: ".corrects", ".record" or ".recorded_at".</param>
internal sealed record RecordFields(Func<int, string> Event, Func<int, string, string> Member);
