using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>Puts together what was recorded of one grant.</summary>
internal static class GrantHistory
{
    public static IEnumerable<GrantHistoryEntry> Of(AuthorityRecords records, Instant? knownAt, AuthorityModel model, int grant)
    {
        string id = model.Grants[grant].Id;
        Instant until = knownAt ?? Instant.MaxValue;
        IEnumerable<GrantHistoryEntry> grants = Entries(records.Grants, g => g.Id == id, until, g => ("granted", StartOf(g), g.Instrument));
        IEnumerable<GrantHistoryEntry> events = Entries(records.Events, e => e.GrantId == id, until, e => (WhatOf(e), e.On, e.Instrument));
        foreach (GrantHistoryEntry entry in grants.Concat(events).OrderBy(e => e.RecordedAt))
        {
            yield return entry;
        }

        GrantLife life = model.Lives[grant];
        if (life.Ends != DayNumber.Max && life.Ends < life.RevokedAndNotified && life.Ends < life.LapsedFrom)
        {
            yield return new GrantHistoryEntry("expired", DayNumber.ToDate(life.Ends), null, null, null, null);
        }
    }

    // The records of one thing, and the corrections that strike them out.
    private static IEnumerable<GrantHistoryEntry> Entries<T>(
        ValueList<Recorded<T>> all, Func<T, bool> isMeant, Instant until, Func<T, (string What, LocalDate? On, Instrument? Instrument)> describe)
        where T : class
    {
        Dictionary<string, Recorded<T>> correctionOf = all.Where(r => r.Corrects is not null && r.RecordedAt <= until)
            .ToDictionary(r => r.Corrects!, StringComparer.Ordinal);
        HashSet<string> meant = new(StringComparer.Ordinal);
        foreach (Recorded<T> record in all.Where(r => r.RecordedAt <= until))
        {
            bool strikes = record.Fact is null;
            if (strikes ? !meant.Contains(record.Corrects!) : !isMeant(record.Fact!))
            {
                continue;
            }

            meant.Add(record.Id);
            (string what, LocalDate? on, Instrument? instrument) = strikes ? ("struck_out", null, null) : describe(record.Fact!);
            yield return new GrantHistoryEntry(what, on, record.Id, record.RecordedAt, correctionOf.GetValueOrDefault(record.Id)?.RecordedAt, instrument);
        }
    }

    private static LocalDate? StartOf(Grant grant) =>
        grant.Validity.From is LocalDate from && from > grant.Instrument.Date ? from : grant.Instrument.Date;

    private static string WhatOf(GrantEvent step) => step switch
    {
        GrantEvent.Amended => "amended",
        GrantEvent.Suspended => "suspended",
        GrantEvent.Resumed => "resumed",
        GrantEvent.Revoked => "revoked",
        _ => "lapsed",
    };
}
