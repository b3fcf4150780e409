using NodaTime;

namespace Reform.Domain.Delegation;

/// <summary>One entry in the history of a grant (lịch sử việc giao quyền), in both times.</summary>
/// <param name="What">granted, amended, suspended, resumed, revoked, lapsed, expired or struck_out.</param>
/// <param name="On">The first day on which it has effect; null for a record that only strikes another out.</param>
/// <param name="RecordId">The record; null for the expiry, which follows from the terms.</param>
/// <param name="RecordedAt">When it was recorded; null for the expiry.</param>
/// <param name="CorrectedAt">When it was replaced by a correction; null while it stands.</param>
/// <param name="Instrument">The document, where one is known.</param>
public sealed record GrantHistoryEntry(string What, LocalDate? On, string? RecordId, Instant? RecordedAt, Instant? CorrectedAt, Instrument? Instrument);
