using Microsoft.EntityFrameworkCore;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Rules;
using Reform.Grpc.Storage;

namespace Reform.Grpc.Compliance;

/// <summary>A rule over the stored cases of one unit and procedure.</summary>
internal abstract class CaseSetRule
{
    /// <summary>The rule, in a book of its own.</summary>
    public abstract RuleBook Book { get; }

    /// <summary>The key of the cases of a unit and procedure, as the facts of sets have it.</summary>
    public static string KeyOf(string unitId, string procedureCode) => unitId + "/" + procedureCode;

    public static CaseSetRule Of<TSet>(SetRule<CaseFacts, TSet> rule, RuleSubject<TSet> subject) => new Judging<TSet>(rule, subject);

    /// <summary>Judges the cases of a unit and procedure, and brings the findings up to date, beside what will be saved.</summary>
    public abstract Task Judge(ReformDbContext db, FindingLedger ledger, string unitId, string procedureCode, LocalDate on, CancellationToken cancellation);

    private sealed class Judging<TSet>(SetRule<CaseFacts, TSet> rule, RuleSubject<TSet> subject) : CaseSetRule
    {
        private readonly FindingSearch<TSet> search = new(new RuleBook<TSet>(subject, [rule.Rule]));

        public override RuleBook Book => search.Book;

        public override async Task Judge(
            ReformDbContext db, FindingLedger ledger, string unitId, string procedureCode, LocalDate on, CancellationToken cancellation)
        {
            IQueryable<CaseFacts> members = db.CaseFacts.AsNoTracking().Where(f => f.UnitId == unitId && f.ProcedureCode == procedureCode);
            List<CaseFacts> counting = await rule.Among.Evaluate(members).ToListAsync(cancellation);
            await ledger.Judge(db, search, rule.Gather(counting, on), on, [KeyOf(unitId, procedureCode)], cancellation);
        }
    }
}
