using Microsoft.EntityFrameworkCore;
using Reform.Domain.Cases;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using Reform.Grpc.Delegation;
using Reform.Grpc.Organizations;
using Reform.Grpc.Pilots;
using Reform.Grpc.Procedures;
using Reform.Grpc.Registers;
using Reform.Grpc.Storage;

namespace Reform.Grpc.CaseFiles;

/// <summary>
/// Which stored facts what was entered in the registers can change: those of cases under a procedure that was defined or read anew, or under a pilot of which something was entered; where powers,
/// grants or bodies changed, those of cases of which it is judged who decided or extended. What is posted and reviewed changes no facts.
/// </summary>
internal sealed class FactsImpact
{
    private readonly string[] procedures;
    private readonly string[] pilots;
    private readonly string[] actors;
    private readonly string[] judged;
    private readonly string[] concerned;
    private readonly bool everyActor;

    private FactsImpact(RegisterState state, ILookup<string, string> entered)
    {
        Revision = state.Revision;
        FactRecords records = state.Facts.Records;
        AuthorityRecords authority = state.Authority.AllRecords;
        procedures =
        [
            .. Facts(records.Of(ProcedureKinds.Definition), entered[ProcedureKinds.Definition.List]).Select(d => d.History.Code)
                .Concat(Facts(records.Of(ProcedureKinds.Question), entered[ProcedureKinds.Questions]).Select(q => q.Subject.ProcedureCode))
                .Concat(Facts(records.Of(ProcedureKinds.Interpretation), entered[ProcedureKinds.Interpretations]).Select(i => i.Subject.ProcedureCode)).Distinct(),
        ];
        pilots =
        [
            .. Facts(records.Of(PilotKinds.Proposal), entered[PilotKinds.Proposal.List]).Select(p => p.Id)
                .Concat(Facts(records.Of(PilotKinds.Event), entered[PilotKinds.Event.List]).Select(e => e.PilotId)).Distinct(),
        ];
        HashSet<string> changed = [.. Facts(authority.Events, entered[AuthorityRecordsBuilder.Events]).Select(e => e.GrantId)];
        Grant[] grants =
        [
            .. Facts(authority.Grants, entered[AuthorityRecordsBuilder.Grants]).Concat(authority.Grants.Select(r => r.Fact).OfType<Grant>().Where(g => changed.Contains(g.Id))),
        ];
        HashSet<string> powers = [.. grants.Select(g => g.PowerId)];
        actors = [.. grants.SelectMany(g => (string[])[g.GrantorId, g.GranteeId]).Distinct()];
        IsOfBodies = entered.Any(list => OrganizationLists.Has(list.Key));
        everyActor = IsOfBodies || entered.Contains(AuthorityRecordsBuilder.Powers);
        judged = [.. PoweredBy(state, _ => true)];
        concerned = [.. PoweredBy(state, powers.Contains)];
    }

    /// <summary>The revision of the registers that was looked at.</summary>
    public long Revision { get; }

    /// <summary>Whether bodies, positions or holders changed: whoever heads a unit may be another one.</summary>
    public bool IsOfBodies { get; }

    private bool IsNone => procedures.Length == 0 && pilots.Length == 0 && actors.Length == 0 && !everyActor;

    /// <summary>What was entered after a revision.</summary>
    public static async Task<FactsImpact> Since(ReformDbContext db, RegisterState state, long revision, CancellationToken cancellation)
    {
        var entered = await db.RegisterRecords.AsNoTracking().Where(r => r.Sequence > revision && r.Sequence <= state.Revision)
            .Select(r => new { r.List, r.RecordId, r.Corrects }).ToListAsync(cancellation);
        return new FactsImpact(
            state,
            entered.SelectMany(e => e.Corrects is null ? (IEnumerable<(string, string)>)[(e.List, e.RecordId)] : [(e.List, e.RecordId), (e.List, e.Corrects)])
                .ToLookup(e => e.Item1, e => e.Item2, StringComparer.Ordinal));
    }

    /// <summary>The cases whose facts may have to change and were not looked at since.</summary>
    public IQueryable<CaseFileRow> Of(ReformDbContext db)
    {
        if (IsNone)
        {
            return db.CaseFiles.Where(_ => false);
        }

        bool bodies = IsOfBodies;
        string kind = CaseSubjects.Flat.Kind;
        return db.CaseFiles.Where(r => r.FactsRevision < Revision && db.CaseFacts.Any(f => f.CaseId == r.CaseId && (procedures.Contains(f.ProcedureCode)
            || (f.PilotId != null && pilots.Contains(f.PilotId))
            || (judged.Contains(f.ProcedureCode) && (f.Extensions > 0 || (f.DecidedBy != null && (everyActor || concerned.Contains(f.ProcedureCode) || actors.Contains(f.DecidedBy)))))
            || (bodies && db.Findings.Any(x => x.SubjectKind == kind && x.SubjectId == f.CaseId && x.State != FindingState.Resolved)))));
    }

    // What records say; of those that correct, what they no longer say too.
    private static IEnumerable<T> Facts<T>(ValueList<Recorded<T>> records, IEnumerable<string> ids)
        where T : class
    {
        HashSet<string> meant = new(ids, StringComparer.Ordinal);
        return meant.Count == 0 ? [] : records.Where(r => meant.Contains(r.Id)).Select(r => r.Fact).OfType<T>();
    }

    private static IEnumerable<string> PoweredBy(RegisterState state, Func<string, bool> isMeant) => state.Procedures.All
        .Where(p => p.History.Versions.Any(v => v.DecidingStep?.PowerId is string power && isMeant(power))).Select(p => p.History.Code);
}
