using System.Runtime.CompilerServices;
using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Grpc.Delegation;

/// <summary>The records of powers and grants in a register: which is the latest of each; worked out once for each register.</summary>
internal sealed class GrantRecords
{
    private static readonly ConditionalWeakTable<AuthorityRegister, GrantRecords> Known = [];

    private readonly Dictionary<string, Recorded<Power>> powers;
    private readonly Dictionary<string, (string Record, Instant At)> latest = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string List, string GrantId)> grantOf = new(StringComparer.Ordinal);
    private readonly Instant knownAt;

    private GrantRecords(AuthorityRegister register)
    {
        knownAt = register.KnownAt ?? Instant.MaxValue;
        powers = Recorded.StandingAt(register.AllRecords.Powers, knownAt).ToDictionary(r => r.Fact!.Id, StringComparer.Ordinal);
        Look(AuthorityRecordsBuilder.Grants, register.AllRecords.Grants, g => g.Id);
        Look(AuthorityRecordsBuilder.Events, register.AllRecords.Events, e => e.GrantId);
    }

    public static GrantRecords Of(AuthorityRegister register) => Known.GetValue(register, r => new GrantRecords(r));

    public Recorded<Power>? Power(string powerId) => powers.GetValueOrDefault(powerId);

    /// <summary>The latest record of a grant or of what happened to it.</summary>
    public string Etag(string grantId) => latest[grantId].Record;

    /// <summary>The list and the grant of a record; null when there is no such record.</summary>
    public (string List, string GrantId)? GrantOf(string recordId) => grantOf.TryGetValue(recordId, out (string, string) found) ? found : null;

    private void Look<T>(string list, ValueList<Recorded<T>> records, Func<T, string> grant)
        where T : class
    {
        foreach (Recorded<T> record in records.Where(r => r.RecordedAt <= knownAt))
        {
            string id = record.Fact is T fact ? grant(fact) : grantOf[record.Corrects!].GrantId;
            grantOf[record.Id] = (list, id);
            if (!latest.TryGetValue(id, out (string Record, Instant At) last) || last.At <= record.RecordedAt)
            {
                latest[id] = (record.Id, record.RecordedAt);
            }
        }
    }
}
