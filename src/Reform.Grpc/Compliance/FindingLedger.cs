using Microsoft.EntityFrameworkCore;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Organizations;
using Reform.Domain.Rules;
using Reform.Grpc.Registers;
using Reform.Grpc.Storage;

namespace Reform.Grpc.Compliance;

/// <summary>
/// Brings the findings of cases up to date, inside the transaction that is under way: what is found is opened, confirmed or waived, what is no
/// longer found is resolved, and nothing is doubled.
/// </summary>
internal sealed partial class FindingLedger(CaseRules rules, RegisterStore registers, IClock clock, ILogger<FindingLedger> logger)
{
    private readonly HashSet<CaseFacts> judged = new(ReferenceEqualityComparer.Instance);

    /// <summary>How often something happened to findings since this was made.</summary>
    public Dictionary<FindingEventKind, long> Events { get; } = [];

    /// <summary>The rules that broke down, with the first case on which each did and how many there were.</summary>
    public Dictionary<string, (string CaseId, string Error, int Cases)> Broken { get; } = new(StringComparer.Ordinal);

    /// <summary>Judges cases, and puts what follows beside what will be saved.</summary>
    /// <param name="db">The store.</param>
    /// <param name="cases">The facts; those that were judged already are left out.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <returns>Whether anything happened to a finding.</returns>
    public async Task<bool> Judge(ReformDbContext db, IEnumerable<CaseFacts> cases, CancellationToken cancellation)
    {
        CaseFacts[] all = [.. cases.Where(judged.Add)];
        if (all.Length == 0)
        {
            return false;
        }

        string kind = rules.Book.Subject.Kind;
        string[] ids = [.. all.Select(f => f.CaseId)];
        List<FindingRow> rows = await db.Findings.Where(f => f.SubjectKind == kind && ids.Contains(f.SubjectId) && f.Period == "").ToListAsync(cancellation);
        long[] places = [.. rows.Select(r => r.Sequence)];
        List<FindingEventRow> events = await db.FindingEvents.AsNoTracking().Where(e => places.Contains(e.FindingSequence)).OrderBy(e => e.Sequence).ToListAsync(cancellation);
        ILookup<long, FindingEventRow> eventsOf = events.ToLookup(e => e.FindingSequence);
        ILookup<string, FindingRow> rowsOf = rows.ToLookup(r => r.SubjectId, StringComparer.Ordinal);
        ILookup<string, Waiver> waivers = (await StoredWaivers.For(db, kind, ids, cancellation)).ToLookup(w => w.SubjectId, StringComparer.Ordinal);
        OrganizationRegister organization = (await registers.Current(cancellation)).Organization;
        bool happened = false;
        foreach (CaseFacts facts in all)
        {
            happened |= Follow(db, facts, [.. rowsOf[facts.CaseId]], eventsOf, [.. waivers[facts.CaseId]], organization);
        }

        return happened;
    }

    /// <summary>What was judged is saved, or given up.</summary>
    public void Done() => judged.Clear();

    private bool Follow(
        ReformDbContext db, CaseFacts facts, FindingRow[] rows, ILookup<long, FindingEventRow> eventsOf, Waiver[] waivers, OrganizationRegister organization)
    {
        var failures = new List<RuleFailure>();
        var found = rules.Search.In(facts, facts.AsOf, failures: failures).ToDictionary(f => f.Key.RuleCode, StringComparer.Ordinal);
        foreach (RuleFailure failure in failures)
        {
            (string first, string error, int cases) = Broken.GetValueOrDefault(failure.RuleCode, (facts.CaseId, failure.Error, 0));
            Broken[failure.RuleCode] = (first, error, cases + 1);
            LogRuleBroken(failure.RuleCode, facts.CaseId, failure.Error);
        }

        bool happened = false;
        string? head = found.Count == 0 ? null : HeadOf(organization, facts.UnitId, rules.Book.Subject.AnswersOn?.Invoke(facts) ?? facts.AsOf);
        foreach (FindingRow row in rows)
        {
            // Where a rule broke down, nothing is known anew; one that the book no longer has says nothing.
            if (!failures.Exists(f => f.RuleCode == row.RuleCode) && rules.Has(row.RuleCode))
            {
                found.Remove(row.RuleCode, out Finding? now);
                happened |= Update(db, row, FindingContents.Record(row, eventsOf[row.Sequence]), Complete(now, head, waivers, facts.AsOf), facts.AsOf);
            }
        }

        foreach (Finding finding in found.Values.OrderBy(f => f.Key.RuleCode, StringComparer.Ordinal))
        {
            Finding complete = Complete(finding, head, waivers, facts.AsOf)!;
            FindingRecord record = FindingHistory.After(null, complete, facts.AsOf)!;
            FindingRow row = NewRow(complete, record);
            db.Findings.Add(row);
            Add(db, row, record, from: 0);
            happened = true;
        }

        return happened;
    }

    private bool Update(ReformDbContext db, FindingRow row, FindingRecord before, Finding? now, LocalDate on)
    {
        // A machine's clock may go back; what is known does not.
        LocalDate day = LocalDate.Max(on, before.History.Count == 0 ? before.LastFoundOn : LocalDate.Max(before.LastFoundOn, before.History[^1].On));
        FindingRecord after = FindingHistory.After(before, now, day)!;
        if (ReferenceEquals(after, before))
        {
            return false;
        }

        Write(row, after, isFound: now is not null);
        Add(db, row, after, before.History.Count);
        return after.History.Count > before.History.Count;
    }

    private static Finding? Complete(Finding? finding, string? head, Waiver[] waivers, LocalDate on) =>
        finding is null ? null : finding with { HeadId = head, Waiver = Array.Find(waivers, w => w.Covers(finding.Key, on)) };

    private static FindingRow NewRow(Finding finding, FindingRecord record)
    {
        var row = new FindingRow
        {
            FindingId = FindingContents.IdOf(finding.Key),
            RuleCode = finding.Key.RuleCode,
            SubjectKind = finding.Key.SubjectKind,
            SubjectId = finding.Key.SubjectId,
            Period = finding.Key.Period,
            Severity = finding.Rule.Severity,
            Verdict = finding.Verdict,
            State = record.State,
            FirstFoundOn = record.FirstFoundOn,
            LastFoundOn = record.LastFoundOn,
            RuleHash = finding.RuleHash,
            Content = [],
        };
        Write(row, record, isFound: true);
        return row;
    }

    private static void Write(FindingRow row, FindingRecord record, bool isFound)
    {
        (row.State, row.LastFoundOn, row.WaiverId) = (record.State, record.LastFoundOn, record.State == FindingState.Waived ? record.Finding.Waiver?.Id : null);
        if (isFound)
        {
            Finding finding = record.Finding;
            (row.UnitId, row.HeadId, row.Severity, row.Verdict, row.RuleHash) = (finding.UnitId, finding.HeadId, finding.Rule.Severity, finding.Verdict, finding.RuleHash);
            row.Content = FindingContents.Of(finding);
        }
    }

    private void Add(ReformDbContext db, FindingRow row, FindingRecord record, int from)
    {
        long now = RecordTime.Micros(clock.GetCurrentInstant());
        foreach (FindingEvent e in record.History.Skip(from))
        {
            db.FindingEvents.Add(new FindingEventRow { Finding = row, Kind = e.Kind, On = e.On, Verdict = e.Verdict, WaiverId = e.WaiverId, RecordedAtMicros = now });
            Events[e.Kind] = Events.GetValueOrDefault(e.Kind) + 1;
        }
    }

    // Who heads a unit is only told where the register knows the unit and the date.
    private static string? HeadOf(OrganizationRegister organization, string unitId, LocalDate on) =>
        organization.FindUnit(unitId) is null || !organization.Covers(on) ? null : organization.HeadOf(unitId, on)?.PersonId;

    [LoggerMessage(EventId = 3, EventName = "RuleBroken", Level = LogLevel.Error, Message = "The rule {RuleCode} broke down on the case {CaseId}: {Error}")]
    private partial void LogRuleBroken(string ruleCode, string caseId, string error);
}
