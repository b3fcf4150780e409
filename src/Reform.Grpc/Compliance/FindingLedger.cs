using Microsoft.EntityFrameworkCore;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Organizations;
using Reform.Domain.Rules;
using Reform.Grpc.Registers;
using Reform.Grpc.Storage;
using P = Reform.Compliance.V1;

namespace Reform.Grpc.Compliance;

/// <summary>
/// Brings the findings of cases up to date, inside the transaction that is under way: what is found is opened, confirmed or waived, what is no
/// longer found is resolved, and nothing is doubled.
/// </summary>
internal sealed class FindingLedger(CaseRules rules, RegisterStore registers, IClock clock, BrokenRuleLog log)
{
    private readonly HashSet<CaseFacts> judged = new(ReferenceEqualityComparer.Instance);

    /// <summary>How often something happened to findings since this was made.</summary>
    public Dictionary<FindingEventKind, long> Events { get; } = [];

    /// <summary>The rules that broke down, with the name of the first object on which each did and how many there were.</summary>
    public Dictionary<string, P.BrokenRule> Broken { get; } = new(StringComparer.Ordinal);

    /// <summary>Judges cases, and puts what follows beside what will be saved.</summary>
    /// <param name="db">The store.</param>
    /// <param name="cases">The facts; those that were judged already are left out.</param>
    /// <param name="cancellation">Gives it up.</param>
    public async Task Judge(ReformDbContext db, IEnumerable<CaseFacts> cases, CancellationToken cancellation)
    {
        foreach (IGrouping<LocalDate, CaseFacts> day in cases.Where(judged.Add).GroupBy(f => f.AsOf))
        {
            CaseFacts[] all = [.. day];
            await Judge(db, rules.Search, all, day.Key, [.. all.Select(f => f.CaseId)], cancellation);
        }
    }

    /// <summary>Judges objects of any kind, and puts what follows beside what will be saved.</summary>
    /// <param name="db">The store.</param>
    /// <param name="search">The rules.</param>
    /// <param name="subjects">The objects.</param>
    /// <param name="on">The date of judgement.</param>
    /// <param name="ids">The identifiers of all that were looked at: what there no longer is has no finding either.</param>
    /// <param name="cancellation">Gives it up.</param>
    /// <param name="units">The units, where something of them is being recorded; null: as they are recorded.</param>
    public async Task Judge<T>(
        ReformDbContext db, FindingSearch<T> search, IReadOnlyList<T> subjects, LocalDate on, string[] ids, CancellationToken cancellation,
        OrganizationRegister? units = null)
    {
        string kind = search.Book.Subject.Kind;
        List<FindingRow> rows = await db.Findings.Where(f => f.SubjectKind == kind && ids.Contains(f.SubjectId) && f.Period == "").ToListAsync(cancellation);
        long[] places = [.. rows.Select(r => r.Sequence)];
        List<FindingEventRow> events = await db.FindingEvents.AsNoTracking().Where(e => places.Contains(e.FindingSequence)).OrderBy(e => e.Sequence).ToListAsync(cancellation);
        ILookup<long, FindingEventRow> eventsOf = events.ToLookup(e => e.FindingSequence);
        ILookup<string, FindingRow> rowsOf = rows.ToLookup(r => r.SubjectId, StringComparer.Ordinal);
        ILookup<string, Waiver> waivers = (await StoredWaivers.For(db, kind, ids, cancellation)).ToLookup(w => w.SubjectId, StringComparer.Ordinal);
        OrganizationRegister organization = units ?? (await registers.Current(cancellation)).Organization;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (T subject in subjects)
        {
            string id = search.Book.Subject.IdOf(subject);
            seen.Add(id);
            Follow(db, search, subject, on, [.. rowsOf[id]], eventsOf, [.. waivers[id]], organization);
        }

        // Another rule over sets of the same kind follows its own.
        foreach (FindingRow row in rows.Where(r => !seen.Contains(r.SubjectId) && search.Book.Codes.Any(c => c.Code == r.RuleCode)))
        {
            Update(db, row, FindingContents.Record(row, eventsOf[row.Sequence]), null, on, static _ => []);
        }
    }

    /// <summary>Notes that a rule broke down on an object; what was known of its findings stays.</summary>
    public void NoteBroken(RuleFailure failure, string kind, string subjectId)
    {
        P.BrokenRule now = log.Note(failure, FindingMapping.SubjectName(kind, subjectId));
        if (!Broken.TryAdd(failure.RuleCode, now))
        {
            Broken[failure.RuleCode].Cases++;
        }
    }

    /// <summary>What was judged is saved, or given up.</summary>
    public void Done() => judged.Clear();

    private void Follow<T>(
        ReformDbContext db, FindingSearch<T> search, T subject, LocalDate on, FindingRow[] rows, ILookup<long, FindingEventRow> eventsOf, Waiver[] waivers,
        OrganizationRegister organization)
    {
        RuleSubject<T> kind = search.Book.Subject;
        byte[] Receipt(Finding finding) => FindingReceipt.Write(finding, subject);
        var failures = new List<RuleFailure>();
        var found = search.In(subject, on, failures: failures).ToDictionary(f => f.Key.RuleCode, StringComparer.Ordinal);
        foreach (RuleFailure failure in failures)
        {
            NoteBroken(failure, kind.Kind, kind.IdOf(subject));
        }

        string? head = found.Count == 0 ? null : HeadOf(organization, kind.UnitOf(subject), kind.AnswersOn?.Invoke(subject) ?? on);
        foreach (FindingRow row in rows)
        {
            // Where a rule broke down, nothing is known anew; one that the book no longer has says nothing.
            if (!failures.Exists(f => f.RuleCode == row.RuleCode) && search.Book.Codes.Any(r => r.Code == row.RuleCode))
            {
                found.Remove(row.RuleCode, out Finding? now);
                Update(db, row, FindingContents.Record(row, eventsOf[row.Sequence]), Complete(now, head, waivers, on), on, Receipt);
            }
        }

        foreach (Finding finding in found.Values.OrderBy(f => f.Key.RuleCode, StringComparer.Ordinal))
        {
            Finding complete = Complete(finding, head, waivers, on)!;
            FindingRecord record = FindingHistory.After(null, complete, on)!;
            FindingRow row = NewRow(complete, record, Receipt);
            db.Findings.Add(row);
            Add(db, row, record, from: 0);
        }
    }

    private void Update(ReformDbContext db, FindingRow row, FindingRecord before, Finding? now, LocalDate on, Func<Finding, byte[]> receipt)
    {
        // A machine's clock may go back; what is known does not.
        LocalDate day = LocalDate.Max(on, before.History.Count == 0 ? before.LastFoundOn : LocalDate.Max(before.LastFoundOn, before.History[^1].On));
        FindingRecord after = FindingHistory.After(before, now, day)!;
        if (!ReferenceEquals(after, before))
        {
            Write(row, after, isFound: now is not null, receipt);
            Add(db, row, after, before.History.Count);
        }
    }

    private static Finding? Complete(Finding? finding, string? head, Waiver[] waivers, LocalDate on) =>
        finding is null ? null : finding with { HeadId = head, Waiver = Array.Find(waivers, w => w.Covers(finding.Key, on)) };

    private static FindingRow NewRow(Finding finding, FindingRecord record, Func<Finding, byte[]> receipt)
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
        Write(row, record, isFound: true, receipt);
        return row;
    }

    private static void Write(FindingRow row, FindingRecord record, bool isFound, Func<Finding, byte[]> receipt)
    {
        (row.State, row.LastFoundOn, row.WaiverId) = (record.State, record.LastFoundOn, record.State == FindingState.Waived ? record.Finding.Waiver?.Id : null);
        if (isFound)
        {
            Finding finding = record.Finding;
            (row.UnitId, row.HeadId, row.Severity, row.Verdict, row.RuleHash) = (finding.UnitId, finding.HeadId, finding.Rule.Severity, finding.Verdict, finding.RuleHash);
            row.Content = FindingContents.Of(finding, receipt(finding));
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
    private static string? HeadOf(OrganizationRegister organization, string? unitId, LocalDate on) =>
        unitId is null || organization.FindUnit(unitId) is null || !organization.Covers(on) ? null : organization.HeadOf(unitId, on)?.PersonId;
}
